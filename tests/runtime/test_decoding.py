"""Bodies become models, and never anything but a model or a `DecodeError`."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, strategies as st

from _runtime.decoding.decode import decode
from _runtime.decoding.departures import Departures
from _runtime.errors import DecodeError, InvalidArgumentError
from _runtime.models.model import Model, PartialDate, Timestamp, UnknownItem, to_dict
from tests.support.shared import shared_file
from tests.support.things import AnyThing, FoundPage, Stone, Thing, ThingPage


class Event(Model, frozen=True, kw_only=True):
    at: Timestamp
    when: PartialDate | None = None
    by_id: dict[str, AnyThing] = msgspec.field(name="byId", default_factory=dict)
    pair: list[AnyThing] | None = None


def of(data: Any, type_: Any, pointer: str = "") -> Any:
    return decode(json.dumps(data).encode(), type_, pointer)


def leniently(data: Any, type_: Any) -> tuple[Any, list[tuple[str, str, str, int]]]:
    found = Departures()
    return decode(json.dumps(data).encode(), type_, found=found), [*found]


def test_pages_of_models_and_of_unions_decode_and_know_their_operation():
    page = of({"items": [{"type": "thing", "id": "a"}], "next": None}, ThingPage)
    assert page.items == [Thing(id="a")]
    assert (page.total, page.operation, page.pointer) == (
        None,
        "GET /boxes/{id}/things",
        "",
    )
    found = of(
        {"things": {"items": [None, {"type": "stone", "id": "b"}]}},
        FoundPage,
        "/things",
    )
    assert found.items == [None, Stone(id="b")]


@pytest.mark.parametrize(
    ("data", "type_", "pointer", "value"),
    [
        ({"a": ["x"]}, list[str], "/a", ["x"]),
        ([True], bool, "/0", True),
        ({"a/b": [[1, 2], [3]]}, int, "/a~1b/1/0", 3),
        ({"a": {"b": None}}, int | None, "/a/b", None),
    ],
)
def test_envelopes_are_opened(data, type_, pointer, value):
    assert of(data, type_, pointer) == value


@pytest.mark.parametrize(
    ("data", "type_", "pointer", "path"),
    [
        ({}, list[str], "/a", "$"),
        ([], bool, "/0", "$"),
        ({"a": [1]}, list[str], "/a", "$.a[0]"),
        ({"at": "2026-01-01T00:00:00"}, Event, "", "$.at"),
        ({"at": "2026-01-01T00:00:00Z", "when": "x"}, Event, "", "$.when"),
        ({"at": "2026-01-01T00:00:00Z", "when": 5}, Event, "", "$.when"),
    ],
)
def test_departures_name_the_place(data, type_, pointer, path):
    body = json.dumps(data).encode()
    with pytest.raises(DecodeError) as caught:
        decode(body, type_, pointer, content_type=lambda: "application/json")
    error = caught.value
    assert (error.path, error.content_type) == (path, "application/json")
    assert path in str(error)
    assert error.first_bytes == body[:64]
    assert error.__cause__ is None
    assert error.__suppress_context__


def test_timestamps_and_partial_dates():
    event = of({"at": "2026-01-01T02:00:00+02:00", "when": "1981-12"}, Event)
    assert event.at == datetime(2026, 1, 1, tzinfo=UTC)
    assert event.when == PartialDate(1981, 12)


def test_members_of_unknown_kinds_are_kept_wherever_they_stand():
    page, found = leniently(
        {
            "items": [
                {"type": "cloud", "id": "c", "rain": [1]},
                {"type": "stone", "id": "s"},
                {"id": "untyped"},
                {"type": 5},
                None,
            ]
        },
        FoundPage,
    )
    assert [getattr(item, "type", None) for item in page.items] == [
        "cloud",
        "stone",
        "",
        "",
        None,
    ]
    assert page.items[0] == UnknownItem(data={"type": "cloud", "id": "c", "rain": [1]})
    expected = "object of type thing or stone or null"
    assert found == [
        ("$.items[*]", expected, "object of another type", 1),
        ("$.items[*]", expected, "object of no type", 2),
    ]
    event, _ = leniently(
        {
            "at": "2026-01-01T00:00:00Z",
            "byId": {"x": {"type": "cloud"}},
            "pair": [{"type": "cloud"}],
        },
        Event,
    )
    assert event.by_id["x"].type == event.pair[0].type == "cloud"


def test_unknown_kinds_do_not_excuse_other_departures():
    data = {"items": [{"type": "cloud"}, {"type": "stone", "id": 5}]}
    page, found = leniently(data, FoundPage)
    assert page.items == [UnknownItem(data={"type": "cloud"}), Stone(id=None)]
    assert found[1] == ("$.items[*].id", "string", "integer", 1)
    with pytest.raises(DecodeError) as caught:
        of(data, FoundPage)
    assert caught.value.path == "$.items[0]"


def test_to_dict_gives_json_ready_data_by_the_names_on_the_wire():
    event, _ = leniently(
        {
            "at": "2026-01-01T00:00:00Z",
            "when": "1981",
            "byId": {"x": {"type": "cloud", "n": 1}},
        },
        Event,
    )
    data = to_dict(event)
    assert data == {
        "at": "2026-01-01T00:00:00Z",
        "when": "1981",
        "byId": {"x": {"type": "cloud", "n": 1}},
        "pair": None,
    }
    assert json.loads(json.dumps(data)) == data
    assert to_dict([Thing(id="a")]) == [{"type": "thing", "id": "a", "made": None}]
    with pytest.raises(InvalidArgumentError):
        to_dict(object())


@given(
    st.builds(
        Event,
        at=st.datetimes(timezones=st.just(UTC)),
        when=st.none() | st.builds(PartialDate, st.integers(0, 9999)),
        by_id=st.dictionaries(
            st.text(), st.builds(Stone, id=st.text(), grams=st.integers(0, 9))
        ),
    )
)
def test_models_survive_being_written_and_read(event):
    assert decode(json.dumps(to_dict(event)).encode(), Event) == event


@pytest.mark.slow
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner)
        | st.dictionaries(st.sampled_from(["items", "type", "id", "next"]), inner),
    )
)
def test_any_json_gives_a_page_or_a_decode_error(data):
    with contextlib.suppress(DecodeError):
        assert isinstance(of(data, FoundPage), FoundPage)


@pytest.mark.promise("no-json-surprises")
@given(st.binary(max_size=80))
def test_any_bytes_give_a_value_or_a_decode_error(body):
    with contextlib.suppress(DecodeError):
        decode(body, Any)


BODIES = {
    "deep": b"[" * 100_000,
    "bigint": b"9" * 5000,
    "nan": b'{"a":NaN}',
    "bigexp": b"1e999999",
    "empty200": b"",
    "html502": b"<html>",
    "text200": b"i6HgRGYKQU",
    "truncated": b'{"a":[1,2',
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("type_", [Any, Thing, FoundPage])
def test_bodies_that_are_no_json(name, type_):
    names = [
        case["name"]
        for case in json.loads(shared_file("vectors/json_bodies.json").read_text())
    ]
    assert name in names
    with pytest.raises(DecodeError):
        decode(BODIES[name], type_)


def test_the_last_of_duplicate_keys_wins():
    assert decode(b'{"type":"thing","id":"a","id":"b"}', Thing).id == "b"


def test_half_a_surrogate_pair_becomes_the_replacement_character():
    body = rb'{"type":"thing","id":"\\ud800 \ud83c\udfb5 \ud800 \udc00"}'
    thing = decode(body, Thing)
    assert thing.id == "\\ud800 \U0001f3b5 \ufffd \ufffd"
    repr(thing).encode()


def test_a_byte_order_mark_is_skipped():
    assert decode(b"\xef\xbb\xbf{}", Any) == {}
