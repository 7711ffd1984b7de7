"""Recordings and indexes that make no sense are told, or held against the rest."""

from __future__ import annotations

import json
import os
from pathlib import Path, PurePath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from generator.load.load import load
from generator.reality.reality import Reality, RealityError, held

SPEC = Path(__file__).parents[1] / "second_api" / "spec.yaml"
DOCUMENT = load(SPEC)
GET = {"method": "GET", "path": "/books/{id}"}
FOUND = {"status": 200, "body": {}}


def held_against(file: Path, operation: str | None = None) -> Reality:
    return held(DOCUMENT, [file], operation, PurePath("spec"))


def recording(**parts: Any) -> bytes:
    return json.dumps({"request": GET, "response": FOUND, **parts}).encode()


@pytest.mark.promise("nonsense-is-told")
@pytest.mark.parametrize(
    "data",
    [
        *(recording(request={**GET, "path": each}) for each in ({}, None, 5, ["/"])),
        *(recording(request={**GET, "method": each}) for each in ({}, None, 5)),
        *(recording(request={**GET, "query": each}) for each in (5, "a", True)),
        *(recording(response={"status": each}) for each in (None, "200", [], 1.5)),
        *(recording(request=each) for each in (None, [], 5, "a")),
        *(recording(response=each) for each in (None, [], 5, "a")),
        recording().replace(b"200", b"1e400"),
        recording().replace(b"200", b"9" * 5000),
        *(b"", b"[]", b"null", b"{}", b"[" * 100_000, b"\xff", b'{"request": NaN}'),
    ],
)
def test_a_recording_that_is_none_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(RealityError, match=r"a\.json: "):
        held_against(tmp_path / "a.json")


@pytest.mark.promise("nonsense-is-told")
@pytest.mark.parametrize(
    "data",
    [
        "file,endpoint\na,b\n".encode("utf-16"),
        b"file,endpoint\na\0b,GET /books/{id}\n",
        b"file,endpoint\n" + b"x" * 200_000 + b",GET /x\n",
        b"file,endpoint,status\na.json,GET /books/{id}," + b"9" * 5000 + b"\n",
        "file,endpoint,status\na.json,GET /x,²\n".encode(),
        *(b"file,endpoint\npipe,GET /x\n", b"file,endpoint\n.,GET /x\n"),
        *(b"file,endpoint\n/dev/zero,GET /x\n", b"file\na\n", b"file,endpoint\na\n"),
        b"file,endpoint\n" + b"a" * 5_000 + b",GET /x\n",
    ],
)
def test_an_index_that_is_none_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RealityError):
        held_against(tmp_path / "a.csv")


def test_a_file_that_is_none_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")
    for operation in (None, "GET /books/{id}"):
        with pytest.raises(RealityError, match="Not a regular file"):
            held_against(tmp_path / "a.json", operation)


@pytest.mark.parametrize(
    "operation", ["GET http://[/x", "GET ://", "", "\0", "GET /x?%ff"]
)
def test_an_operation_that_is_none_is_told(tmp_path: Path, operation: str) -> None:
    (tmp_path / "a.json").write_bytes(b"{}")
    with pytest.raises(RealityError, match="no operation"):
        held_against(tmp_path / "a.json", operation)


@pytest.mark.promise("printed-text-shows")
@pytest.mark.parametrize("key", ["\\ud800", "\\u001b[31m", "\\n::error::x", "\\u202e"])
def test_keys_of_an_answer_are_shown_as_text(tmp_path: Path, key: str) -> None:
    body = recording().replace(b'"body": {}', f'"body": {{"{key}": 5}}'.encode())
    (tmp_path / "a.json").write_bytes(body)
    report = str(held_against(tmp_path / "a.json"))
    assert report.replace("\n", "").isprintable()
    assert "\n::" not in report


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
_PARTS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("method", "path", "query", "status", "body"), _JSON),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_PARTS, _PARTS)
def test_no_recording_is_a_crash(tmp_path: Path, request: Any, response: Any) -> None:
    file = tmp_path / "a.json"
    parts = {"request": {**GET, **request}, "response": {**FOUND, **response}}
    file.write_text(json.dumps(parts), encoding="utf-8")
    try:
        report = str(held_against(file))
    except RealityError:
        return
    assert report.replace("\n", "").isprintable()
