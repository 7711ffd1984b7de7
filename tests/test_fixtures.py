"""Recorded real responses, sent by a real server, become models."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from spotify_web_api import AsyncSpotify, Spotify, errors, models, operations
from spotify_web_api._runtime.decoding import decode
from tests.support.canary import token
from tests.support.replay import Answer, Replay, replay_server
from tests.support.shared import SHARED, shared_file
from tests.support.spec_calls import example_calls

WEAK = (
    "spotify-web-api-java/spotify-web-api-java",
    "Peter-Schorn/SpotifyAPI",
    "issues/reported",
)
"""Sources that edited or re-encoded what they recorded."""

GONE = "GET legacy "
"""Marks what the API no longer has at all."""

OBJECTS = {
    "object:ContextObject": models.PlayContext,
    "object:LinkedTrackObject": models.LinkedTrack,
    "object:PagingPlaylistObject": models.OwnPlaylistPage,
    "object:PlaylistTrackObject.track": models.PlayableItem,
    "object:RecommendationSeedObject": models.RecommendationSeed,
    "object:SimplifiedEpisodeObject": models.SimplifiedEpisode,
    "object:SimplifiedPlaylistObject": models.SimplifiedPlaylist,
}

ODDITIES = {
    "JMPerez__spotify-web-api-js/album.json": "release_date is an object",
    "JMPerez__spotify-web-api-js/current_playback.json": "item is {track: null}",
    "jwilsson__spotify-web-api-php/user-current-playback-info.json": "item is {}",
    "zmb3__spotify/get_playlist_opt.json": "filtered by `fields`",
    "zmb3__spotify/get_queue.json": "re-encoded: members without type",
    "zmb3__spotify/find_track_with_floats.json": "integers written as 640.0",
    "zmb3__spotify/inline_albumsResponse.json": "integers written as 640.0",
}
"""Recordings that no truthful description fits, and why."""


@dataclass(frozen=True)
class Recording:
    file: str
    endpoint: str
    status: int
    kind: str
    weak: bool


@cache
def recordings() -> tuple[Recording, ...]:
    index = SHARED / "fixtures" / "index.csv"
    if not index.exists():
        return ()
    with index.open(encoding="utf-8") as file:
        return tuple(_recording(row) for row in csv.DictReader(file))


def _recording(row: dict[str, str]) -> Recording:
    inline = row["source_repo"] == "ramsayleung/rspotify"
    return Recording(
        row["file"],
        row["endpoint"],
        int(row["status"] or 0),
        row["kind"],
        row["source_repo"] in WEAK or inline,
    )


@pytest.fixture(scope="module")
def server() -> Iterator[Replay]:
    with replay_server() as replay:
        yield replay


def operation_of(recording: Recording) -> operations.Operation[Any] | None:
    return operations.TABLE.by_route.get(recording.endpoint)


def arguments_of(operation: operations.Operation[Any]) -> dict[str, Any]:
    example = next(e for e in example_calls() if e.operation_id == operation.name)
    fixed = {
        p.name: p.choices[0] for p in operation.parameters if p.required and p.choices
    }
    return {**fixed, **example.arguments}


SUCCESSES = [r for r in recordings() if r.kind == "regular" and r.status in {200, 201}]
ENDPOINTS = [r for r in SUCCESSES if operation_of(r) is not None]
REGULAR = [r for r in SUCCESSES if not r.weak and not r.endpoint.startswith(GONE)]


def test_the_recordings_are_there() -> None:
    shared_file("fixtures/index.csv")
    assert len(recordings()) > 300


def body_of(recording: Recording) -> bytes:
    return (SHARED / "fixtures" / recording.file).read_bytes()


def read_sync(server: Replay, recording: Recording) -> Any:
    operation = operation_of(recording)
    assert operation is not None
    server.play(
        Answer(
            body_of(recording), recording.status, {"Content-Type": "application/json"}
        )
    )
    with Spotify(token(), base_url=server.base_url) as spotify:
        return spotify.raw(operation, **arguments_of(operation)).decode()


async def read_async(server: Replay, recording: Recording) -> Any:
    operation = operation_of(recording)
    assert operation is not None
    async with AsyncSpotify(token(), base_url=server.base_url) as spotify:
        return (await spotify.raw(operation, **arguments_of(operation))).decode()


@pytest.mark.parametrize("recording", ENDPOINTS, ids=lambda r: r.file)
def test_a_recording_decodes_the_same_in_both_clients(
    server: Replay, recording: Recording
) -> None:
    if recording.weak or recording.file in ODDITIES:
        try:
            read_sync(server, recording)
        except errors.DecodeError as error:
            assert error.path.startswith("$")
        return
    found = read_sync(server, recording)
    assert found == asyncio.run(read_async(server, recording))


def test_at_least_95_percent_of_the_regular_recordings_decode_strictly(
    server: Replay,
) -> None:
    shared_file("fixtures/index.csv")
    assert {r.file for r in REGULAR} >= set(ODDITIES)
    failed = [r.file for r in REGULAR if not decodes(server, r)]
    assert set(failed) <= set(ODDITIES), failed
    assert 1 - len(failed) / len(REGULAR) >= 0.95


def decodes(server: Replay, recording: Recording) -> bool:
    try:
        if recording.endpoint in OBJECTS:
            decode(body_of(recording), OBJECTS[recording.endpoint])
        else:
            read_sync(server, recording)
    except errors.DecodeError:
        return False
    return True
