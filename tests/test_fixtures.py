"""Recorded real responses, sent by a real server, become models or the right error."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import Any

import pytest

from generator.reality.reality import held
from spotify_web_api import (
    AsyncSpotify,
    SchemaDrift,
    Spotify,
    errors,
    models,
    operations,
)
from spotify_web_api._runtime.decoding.decode import decode
from spotify_web_api._runtime.decoding.departures import Departures
from tests.support.canary import token
from tests.support.replay import Answer, Replay, replay_server
from tests.support.shared import SHARED, shared_file
from tests.support.spec_calls import document, example_calls

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

EXPORTIFY = "watsonbox__exportify/msw_playlists_4XOGDpHMrVoH33uJEwHWU5_tracks"

ODDITIES = {
    "JMPerez__spotify-web-api-js/album.json": "release_date is an object",
    "JMPerez__spotify-web-api-js/current_playback.json": "item is {track: null}",
    "jwilsson__spotify-web-api-php/user-current-playback-info.json": "item is {}",
    "zmb3__spotify/get_playlist_opt.json": "filtered by `fields`",
    "zmb3__spotify/get_queue.json": "re-encoded: members without type",
    f"{EXPORTIFY}_2.json": "cut down to href and items",
    f"{EXPORTIFY}_4.json": "cut down to href and items",
}
"""Recordings that no truthful description fits, and why."""

FILTERED = "zmb3__spotify/get_playlist_opt.json"


@dataclass(frozen=True)
class Recording:
    file: str
    endpoint: str
    status: int
    kind: str
    weak: bool
    year: int


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
        int(row["year"] or 0),
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
TODAY = 2020
"""The year of the first recordings that the description has to be true for."""
REGULAR = [r for r in SUCCESSES if not r.weak and not r.endpoint.startswith(GONE)]


def test_the_recordings_are_there() -> None:
    shared_file("fixtures/index.csv")
    assert len(recordings()) > 300


def body_of(recording: Recording) -> bytes:
    return (SHARED / "fixtures" / recording.file).read_bytes()


def answered(recording: Recording, status: int | None = None) -> Answer:
    headers = {"Content-Type": "application/json"}
    return Answer(body_of(recording), status or recording.status, headers)


def read_sync(server: Replay, recording: Recording, **options: Any) -> Any:
    operation = operation_of(recording)
    assert operation is not None
    server.play(answered(recording))
    with Spotify(token(), base_url=server.base_url, **options) as spotify:
        return spotify.raw(operation, **arguments_of(operation)).decode()


async def read_async(server: Replay, recording: Recording) -> Any:
    operation = operation_of(recording)
    assert operation is not None
    async with AsyncSpotify(token(), base_url=server.base_url) as spotify:
        return (await spotify.raw(operation, **arguments_of(operation))).decode()


@pytest.mark.promise("recordings-become-models")
@pytest.mark.parametrize("recording", ENDPOINTS, ids=lambda r: r.file)
def test_a_recording_gives_a_model_the_same_in_both_clients(
    server: Replay, recording: Recording
) -> None:
    found = read_sync(server, recording)
    assert found == asyncio.run(read_async(server, recording))
    assert (found is None) is (not body_of(recording))


@pytest.mark.promise("both-ways-of-decoding-agree")
def test_what_fits_gives_the_same_in_both_modes_and_no_drift(server: Replay) -> None:
    shared_file("fixtures/index.csv")
    drift: list[SchemaDrift] = []
    for recording in ENDPOINTS:
        if recording.weak or recording.file in ODDITIES or recording.year < TODAY:
            continue
        found = read_sync(server, recording, on_drift=drift.append)
        assert found == read_sync(server, recording, strict=True), recording.file
    assert drift == []


@pytest.mark.promise("recordings-become-models")
def test_every_recording_since_2020_decodes_strictly(server: Replay) -> None:
    shared_file("fixtures/index.csv")
    assert {r.file for r in REGULAR} >= set(ODDITIES)
    today = [r for r in REGULAR if r.year >= TODAY]
    assert len(today) > 100
    failed = {r.file for r in today if not decodes(server, r)}
    assert failed == {r.file for r in today if r.file in ODDITIES}


@pytest.mark.promise("recordings-become-models")
def test_most_older_recordings_decode_strictly_too(server: Replay) -> None:
    shared_file("fixtures/index.csv")
    older = [r for r in REGULAR if r.year < TODAY]
    decoded = [r for r in older if decodes(server, r)]
    assert len(decoded) / len(older) >= 0.7


def decodes(server: Replay, recording: Recording) -> bool:
    try:
        if recording.endpoint in OBJECTS:
            decode(body_of(recording), OBJECTS[recording.endpoint])
        else:
            read_sync(server, recording, strict=True)
    except errors.DecodeError:
        return False
    return True


def test_a_filtered_recording_is_no_drift_where_it_was_asked_for(
    server: Replay,
) -> None:
    shared_file("fixtures/index.csv")
    recording = next(r for r in recordings() if r.file == FILTERED)
    server.play(answered(recording))
    with Spotify(token(), base_url=server.base_url, strict=True) as spotify:
        found = spotify.playlists.get(
            PLAYLIST, fields="tracks.items(track(name,album))"
        )
    assert found.tracks is not None
    assert len(found.tracks.items) == 40
    assert found.id is None


PLAYLIST = "37i9dQZF1DXcBWIGoYBM5M"


def test_objects_of_weak_sources_are_read_too() -> None:
    shared_file("fixtures/index.csv")
    objects = [r for r in recordings() if r.endpoint in OBJECTS]
    assert len(objects) > 10
    for recording in objects:
        found = Departures()
        value = decode(body_of(recording), OBJECTS[recording.endpoint], found=found)
        assert value is not None


TOKENS = [r for r in recordings() if r.kind == "auth"]


@pytest.mark.parametrize("recording", TOKENS, ids=lambda r: r.file)
def test_a_recorded_token_is_read(recording: Recording) -> None:
    result = operations.TOKEN_REQUEST.result
    assert result is not None
    assert decode(body_of(recording), result()).access_token


ERRORS = [r for r in recordings() if r.kind == "error"]


@pytest.mark.promise("recordings-become-models")
@pytest.mark.parametrize("recording", ERRORS, ids=lambda r: r.file)
def test_a_recorded_error_gives_the_error_of_its_status(
    server: Replay, recording: Recording
) -> None:
    status = recording.status or 403
    server.play(answered(recording, status))
    client = Spotify(token(), base_url=server.base_url, max_attempts=1, max_wait=0)
    with client as spotify, pytest.raises(errors.StatusError) as caught:
        spotify.albums.get("4aawyAB9vmqN3uQ7FjRGTy")
    assert caught.value.status == status
    assert caught.value.message


def test_every_recording_was_looked_at() -> None:
    seen = {r.file for r in (*ENDPOINTS, *REGULAR, *TOKENS, *ERRORS)}
    seen |= {r.file for r in recordings() if r.endpoint in OBJECTS}
    rest = {r.file: r for r in recordings() if r.file not in seen}
    refused = {f for f, r in rest.items() if r.kind == "auth-error"}
    gone = {f for f, r in rest.items() if r.endpoint.startswith(GONE)}
    assert set(rest) == refused | gone


@pytest.mark.slow
@pytest.mark.promise("generator-and-client-agree-on-drift")
def test_the_generator_and_the_client_find_the_same_drift() -> None:
    """What the client notices in a recording is what `reality` reports of it."""
    shared_file("fixtures/index.csv")
    for recording in ENDPOINTS:
        operation = operation_of(recording)
        assert operation is not None
        if operation.result is not None:
            file = SHARED / "fixtures" / recording.file
            found = Departures()
            decode(
                file.read_bytes(), operation.result(), operation.pointer, found=found
            )
            noticed = {
                (path, f"expected {expected}, got {got}")
                for path, expected, got, _ in found
            }
            reality = held(document(), [file], recording.endpoint, PurePath())
            told = {(key[1], key[2]) for key in reality.found if key[3]}
            assert told == noticed, recording.file
