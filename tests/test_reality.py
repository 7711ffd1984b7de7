"""The emitted client in a world that departs from the description."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from functools import cache
from pathlib import Path, PurePath
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from generator.reality.reality import held
from spotify_web_api import (
    AsyncSpotify,
    HttpTransport,
    RecordingTransport,
    SchemaDrift,
    Spotify,
    errors,
    operations,
    to_dict,
)
from spotify_web_api._runtime.decoding.decode import decode
from spotify_web_api._runtime.decoding.departures import Departures
from tests.support.canary import token
from tests.support.generate import ROOT
from tests.support.mutations import mutated, mutations
from tests.support.replay import Answer, replay_server
from tests.support.spec_calls import document, example_calls

ALBUM = "4aawyAB9vmqN3uQ7FjRGTy"


@cache
def examples() -> list[tuple[operations.Operation[Any], Any]]:
    """List the operations with a result, each with its examples."""
    named = {each.name: each for each in operations.all()}
    calls = {call.operation_id: call for call in example_calls()}
    return [
        (named[name], value)
        for name, call in calls.items()
        if named[name].result is not None
        for value in call.answers.values()
        if isinstance(value, dict | list) and value
    ]


def read(
    operation: operations.Operation[Any], data: Any, found: Departures | None
) -> Any:
    assert operation.result is not None
    body = json.dumps(data).encode()
    return decode(body, operation.result(), operation.pointer, found=found)


def test_every_example_fits_in_both_modes() -> None:
    assert len(examples()) > 60
    for operation, data in examples():
        found = Departures(strict=True)
        assert read(operation, data, found) == read(operation, data, None)
        assert found.first is None


@pytest.mark.slow
@pytest.mark.promise("departures-become-none", "strict-is-where-drift-is")
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_no_mutation_of_an_example_makes_a_call_raise(data: st.DataObject) -> None:
    operation, example = data.draw(st.sampled_from(examples()))
    changed = mutated(example, *data.draw(st.lists(mutations(example), max_size=3)))
    found = Departures()
    try:
        model = read(operation, changed, found)
    except errors.DecodeError as error:
        # The result itself, or the envelope around it, is something else.
        depth = error.path.count(".") + error.path.count("[")
        assert depth <= len(operation.pointer.split("/")) - 1
        return
    try:
        strict = read(operation, changed, None)
    except errors.DecodeError as error:
        assert found.first is not None
        assert found.first[1] == error.path
    else:
        assert found.first is None
        assert json.dumps(to_dict(strict)) == json.dumps(to_dict(model))


@pytest.mark.slow
@pytest.mark.promise("generator-and-client-agree-on-drift")
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_the_generator_and_the_client_find_the_same_drift(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What the client notices is what `python -m generator reality` reports."""
    operation, example = data.draw(st.sampled_from(examples()))
    if operation.name == "users.top_items":
        return  # the client knows which of the two it asked for
    changed = mutated(example, data.draw(mutations(example)))
    file = tmp_path_factory.getbasetemp() / "body.json"
    file.write_text(json.dumps(changed))
    found = Departures()
    try:
        read(operation, changed, found)
    except errors.DecodeError:
        return
    noticed = {
        (path, f"expected {expected}, got {got}") for path, expected, got, _ in found
    }
    inside = "$" + operation.pointer.replace("/0", "[*]").replace("/", ".")
    told = {
        (path, what)
        for _, path, what, seen in held(
            document(), [file], operation.route, PurePath()
        ).found
        if seen and path.startswith(inside)
    }
    # Of a member of a union that stands on its own the client knows the type.
    told, noticed = (
        {(path, what) for path, what in each if not path.endswith(".type")}
        for each in (told, noticed)
    )
    assert told == noticed


def client_in_both_flavours(base_url: str, folder: Path) -> list[Any]:
    """Fetch an album and the user's profile with each client."""
    transport = RecordingTransport(HttpTransport(), folder)
    with Spotify(token(), base_url=base_url, transport=transport) as spotify:
        first = [spotify.albums.get(ALBUM), spotify.users.me()]

    async def main() -> list[Any]:
        transport = RecordingTransport(HttpTransport(), folder)
        client = AsyncSpotify(token(), base_url=base_url, transport=transport)
        async with client as spotify:
            return [await spotify.albums.get(ALBUM), await spotify.users.me()]

    assert asyncio.run(main()) == first
    return first


def reality(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "reality", str(folder)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_from_a_recording_to_the_line_of_the_description(tmp_path: Path) -> None:
    album = next(d for o, d in examples() if o.name == "albums.get")
    user = next(d for o, d in examples() if o.name == "users.me")
    assert user["email"]
    with replay_server() as server:
        server.answer = lambda seen: Answer.of(
            album if "albums" in seen.target else user, Set_Cookie="sp_t=abc"
        )
        client_in_both_flavours(server.base_url, tmp_path / "fit")
        album = {**album, "uri": None, "total_tracks": "12"}
        found, _ = client_in_both_flavours(server.base_url, tmp_path / "drift")
    assert (found.uri, found.total_tracks) == (None, None)
    assert found.name == album["name"]
    done = reality(tmp_path / "fit")
    assert (done.returncode, done.stderr) == (0, "")
    assert "4 answers, 0 places of drift" in done.stdout
    done = reality(tmp_path / "drift")
    assert done.returncode == 1
    assert "albums.get GET /albums/{id}: $.uri: expected string, got null" in (
        done.stdout
    )
    assert "spec/schemas/simplified.yaml:" in done.stdout
    assert 'Album.uri: type: string -> type: [string, "null"]' in done.stdout
    texts = [file.read_text() for file in tmp_path.rglob("*.json")]
    assert len(texts) == 8
    for private in (user["email"], user["id"], user["display_name"], "canary", "sp_t"):
        assert all(private not in text for text in texts), private


def test_the_report_and_the_function_of_the_emitted_client() -> None:
    drift: list[SchemaDrift] = []
    album = next(d for o, d in examples() if o.name == "albums.get")
    with replay_server() as server:
        server.play(Answer.of({**album, "label": ["x"]}))
        client = Spotify(token(), base_url=server.base_url, on_drift=drift.append)
        with client as spotify:
            assert spotify.albums.get(ALBUM).label is None
            with pytest.raises(errors.DecodeError) as caught:
                spotify.with_options(strict=True).albums.get(ALBUM)
            report = spotify.drift.report()
    assert caught.value.path == "$.label"
    label = "albums.get GET /albums/{id}"
    assert drift == [SchemaDrift(label, "$.label", "string or null", "array")]
    assert [(each.path, each.count) for each in report] == [("$.label", 1)]


@pytest.mark.promise("unused-bodies-are-not-parsed")
def test_what_a_player_answers_is_never_parsed() -> None:
    with replay_server() as server:
        server.play(Answer(b"i6HgRGYKQU"), Answer(b"<html>"), Answer(b"{"))
        with Spotify(token(), base_url=server.base_url, strict=True) as spotify:
            assert spotify.player.pause() is None
            assert spotify.player.next() is None
            assert spotify.player.play() is None
