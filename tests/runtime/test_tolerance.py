"""What does not fit becomes `None` and is told; everything else stays as it came."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from _runtime.decoding.decode import decode
from _runtime.decoding.departures import Departures
from _runtime.errors import DecodeError
from _runtime.models.model import Model, PartialDate, Timestamp, UnknownItem, to_dict
from _runtime.models.page import Page
from tests.support.mutations import JSON, mutated, mutations
from tests.support.things import AnyThing, FoundPage, Stone, Thing, ThingPage

T = TypeVar("T")


class Pair(Model, Generic[T], frozen=True, kw_only=True):
    left: T
    right: T | None = None


class All(Model, frozen=True, kw_only=True):
    """Every kind of type a model may hold."""

    id: str
    count: int
    share: float
    is_on: bool
    at: Timestamp
    made: PartialDate
    kind: Literal["a", "b"] | str
    level: Literal[1, 2] | int
    anything: Any
    thing: Thing
    names: list[str]
    times: list[Timestamp]
    things: list[AnyThing | None]
    by_key: dict[str, Thing] = msgspec.field(name="byKey")
    page: ThingPage
    pair: Pair[Stone]
    extra: dict[str, Any] | None = None
    short: Annotated[str, msgspec.Meta(max_length=3)] | None = None
    maybe: int | None = None


STONE = {"type": "stone", "id": "s", "grams": 2}
THING = {"type": "thing", "id": "t", "made": "1981-12"}
SHARED_PARTS: dict[str, Any] = {
    "id": "x",
    "count": 3,
    "share": 0.5,
    "is_on": True,
    "at": "2026-01-01T00:00:00Z",
    "made": "1981",
    "kind": "new",
    "level": 7,
    "anything": {"a": [1, None]},
    "thing": THING,
    "names": ["n", "m"],
    "times": ["2026-01-01T00:00:00+01:00"],
    "things": [THING, STONE, None],
    "byKey": {"k": THING},
    "page": {"items": [THING, THING], "total": 2, "next": None},
    "pair": {"left": STONE, "right": STONE},
    "extra": {"e": 1},
    "short": "abc",
    "maybe": 1,
}
VALID: dict[str, Any] = json.loads(json.dumps(SHARED_PARTS))


def tolerantly(
    data: Any, type_: Any = All, *, partial: bool = False
) -> tuple[Any, list[tuple[str, str, str]]]:
    found = Departures(partial=partial)
    value = decode(json.dumps(data).encode(), type_, found=found)
    return value, [(path, expected, got) for path, expected, got, _ in found]


def put(data: Any, path: list[Any], value: Any) -> Any:
    changed = copy.deepcopy(data)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed


CASES = [
    (["id"], None, "$.id", "string", "null"),
    (["id"], 5, "$.id", "string", "integer"),
    (["count"], "3", "$.count", "integer", "string"),
    (["count"], 3.5, "$.count", "integer", "number"),
    (["count"], True, "$.count", "integer", "boolean"),
    (["share"], [], "$.share", "number", "array"),
    (["at"], "2026-01-01T00:00:00", "$.at", "date-time", "string"),
    (["made"], "soon", "$.made", "partial-date", "string"),
    (["made"], 1981, "$.made", "partial-date", "integer"),
    (["kind"], {}, "$.kind", "string", "object"),
    (["level"], "1", "$.level", "integer", "string"),
    (["thing"], [], "$.thing", "object", "array"),
    (["names"], {}, "$.names", "array", "object"),
    (["names", 1], None, "$.names[*]", "string", "null"),
    (["times", 0], "x", "$.times[*]", "date-time", "string"),
    (["byKey"], [], "$.byKey", "object", "array"),
    (["byKey", "k"], 1, "$.byKey.*", "object", "integer"),
    (["byKey", "k", "id"], 1, "$.byKey.*.id", "string", "integer"),
    (["page", "items"], None, "$.page.items", "array", "null"),
    (["page", "items", 1], None, "$.page.items[*]", "object", "null"),
    (["page", "total"], "2", "$.page.total", "integer or null", "string"),
    (["pair", "left", "grams"], "2", "$.pair.left.grams", "integer or null", "string"),
    (["extra"], 1, "$.extra", "object or null", "integer"),
    (["short"], "abcd", "$.short", "string or null", "string"),
    (["maybe"], "1", "$.maybe", "integer or null", "string"),
]


@pytest.mark.promise("departures-become-none")
@pytest.mark.parametrize(("path", "value", "place", "expected", "got"), CASES)
def test_what_does_not_fit_is_none_and_nothing_else_is_lost(
    path: list[Any], value: Any, place: str, expected: str, got: str
):
    model, found = tolerantly(put(VALID, path, value))
    assert found == [(place, expected, got)]
    wanted = put(to_dict(decode(json.dumps(VALID).encode(), All)), path, None)
    assert to_dict(model) == wanted
    with pytest.raises(DecodeError) as caught:
        decode(json.dumps(put(VALID, path, value)).encode(), All)
    assert caught.value.path.replace("[0]", "[*]").replace("[1]", "[*]") == place
    assert f"expected {expected}, got {got} at $" in str(caught.value)


@pytest.mark.parametrize("name", sorted(VALID.keys() - {"extra", "short", "maybe"}))
def test_an_absent_property_is_none_and_no_departure_where_some_were_asked_for(name):
    data = {key: value for key, value in VALID.items() if key != name}
    model, found = tolerantly(data)
    assert [(path, got) for path, _, got in found] == [(f"$.{name}", "nothing")]
    assert to_dict(model)[name] is None
    model, found = tolerantly(data, partial=True)
    assert found == []
    assert to_dict(model)[name] is None
    assert tolerantly(put(data, ["count"], None), partial=True)[1] == [
        ("$.count", "integer", "null")
    ]


def test_members_without_a_type_are_no_departure_where_some_were_asked_for():
    page, found = tolerantly({"items": [{"id": "a"}]}, FoundPage, partial=True)
    assert (page.items, found) == ([UnknownItem(data={"id": "a"})], [])


@pytest.mark.parametrize(
    ("text", "value"), [("3.0", 3), ("2.3E7", 23_000_000), ("-0.0", 0), ("1e2", 100)]
)
def test_a_number_without_a_fraction_is_an_integer_in_both_modes(text, value):
    body = json.dumps(put(VALID, ["count"], "@")).replace('"@"', text).encode()
    found = Departures()
    for model in (decode(body, All), decode(body, All, found=found)):
        assert model.count == value
        assert type(model.count) is int
    assert found.first is None


def test_a_model_with_a_tag_that_stands_for_itself_may_say_another():
    model, found = tolerantly(put(VALID, ["thing", "type"], "cloud"))
    assert model.thing == Thing(id="t", made=PartialDate(1981, 12))
    assert found == [("$.thing.type", '"thing"', "string")]


def test_counts_and_indexes():
    found = Departures()
    data = put(put(VALID, ["names"], [1, "n", 2]), ["page", "items", 1, "id"], None)
    decode(json.dumps(data).encode(), All, found=found)
    assert [*found] == [
        ("$.names[*]", "string", "integer", 2),
        ("$.page.items[*].id", "string", "null", 1),
    ]
    assert found.first == ("expected string, got integer", "$.names[0]")


@pytest.mark.parametrize(
    ("data", "type_"),
    [
        ([], All),
        (None, All),
        ("x", All),
        ({}, list[All]),
        (None, list[All]),
        (1, str),
        ("x", int | None),
        (5, AnyThing),
    ],
)
def test_what_is_no_result_at_all_is_an_error_in_both_modes(data, type_):
    for found in (None, Departures()):
        with pytest.raises(DecodeError) as caught:
            decode(json.dumps(data).encode(), type_, found=found, status=200)
        assert (caught.value.path, caught.value.status) == ("$", 200)


def test_a_result_in_an_envelope():
    found = Departures()
    body = b'{"a":[{"id":"x"},{"type":"thing","id":5}]}'
    assert decode(body, Thing, "/a/1", found=found) == Thing(id=None)
    assert found.first == ("expected string, got integer", "$.a[1].id")
    for pointer, path in (("/b", "$"), ("/a/2", "$.a"), ("/a/0/id/x", "$.a[0].id")):
        with pytest.raises(DecodeError) as caught:
            decode(body, Thing, pointer, found=Departures())
        assert caught.value.path == path


def test_pages_of_a_plain_generic_type():
    page, found = tolerantly({"items": [STONE, {"type": "stone"}]}, Page[Stone])
    assert page.items == [Stone(id="s", grams=2), Stone(id=None)]
    assert page.cursor is None
    assert found == [("$.items[*].id", "string", "nothing")]


def test_half_a_surrogate_pair_beside_a_departure():
    found = Departures()
    body = rb'{"type":"thing","made":5,"id":"\ud800"}'
    assert decode(body, Thing, found=found) == Thing(id="\ufffd")
    assert found.first == ("expected partial-date or null, got integer", "$.made")


@pytest.mark.slow
@pytest.mark.promise("departures-become-none")
@settings(max_examples=150)
@given(st.lists(mutations(VALID), min_size=1, max_size=4))
def test_no_mutation_raises_or_takes_an_untouched_field_along(changes):
    data = mutated(VALID, *changes)
    model, found = tolerantly(data)
    body = json.dumps(data).encode()
    try:
        strict = decode(body, All)
    except DecodeError:
        assert found
    else:
        assert not found
        assert msgspec.json.encode(to_dict(model)) == msgspec.json.encode(
            to_dict(strict)
        )
    whole = to_dict(decode(json.dumps(VALID).encode(), All))
    kept = to_dict(model)
    touched = {path[0] for _, path, _ in changes}
    assert {k: v for k, v in kept.items() if k not in touched} == {
        k: v for k, v in whole.items() if k not in touched
    }


@pytest.mark.slow
@settings(max_examples=100)
@given(JSON, st.sampled_from([All, FoundPage, list[AnyThing | None], Pair[Thing]]))
def test_any_json_gives_a_value_or_a_decode_error(data, type_):
    try:
        model, _ = tolerantly(data, type_)
    except DecodeError:
        assert not isinstance(data, list if type_ == list[AnyThing | None] else dict)
    else:
        repr(model)
        to_dict(model)


STONES = st.lists(
    st.fixed_dictionaries(
        {"type": st.just("stone"), "id": st.text(), "grams": st.integers()}
    )
)


@pytest.mark.promise("both-ways-of-decoding-agree")
@settings(max_examples=100)
@given(
    st.fixed_dictionaries(
        {
            "at": st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
            "names": st.lists(st.text()),
            "things": STONES,
        }
    ).map(lambda changed: {**VALID, **changed})
)
def test_both_ways_give_the_same_where_the_fast_one_succeeds(data):
    from _runtime.decoding.tolerant import reader_of

    plain = msgspec.json.decode(json.dumps(data).encode())
    found = Departures()
    strict = decode(json.dumps(data).encode(), All)
    model = reader_of(All)
    assert model.read(plain, None, found) == strict
    by_field = type(strict)(**model._values(plain, None, found))
    assert msgspec.json.encode(to_dict(by_field)) == msgspec.json.encode(
        to_dict(strict)
    )
    assert found.first is None


# Bodies in the manner of the JSON parsing test suites: no JSON, or barely.
NO_JSON = [
    b"",
    b" ",
    b"\x00",
    b"[",
    b"[1,",
    b'{"a"',
    b'{"a":}',
    b"{'a':1}",
    b"[1,]",
    b'{"id":"a",}',
    b"[01]",
    b"[+1]",
    b"[.5]",
    b"[1.]",
    b"[1e]",
    b"[NaN]",
    b"[Infinity]",
    b"nul",
    b"True",
    b'"\x01"',
    b'"\\x"',
    b'"\\u12"',
    b'"\xff"',
    b'["\xed\xa0\x80"]',
    b"[1] [2]",
    b"[1]x",
    b"// c\n{}",
    b"\xff\xfe{\x00}\x00",
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b"1e999999",
    b"-1e999999",
    b"9" * 5000,
]


@pytest.mark.parametrize("body", NO_JSON, ids=lambda body: repr(body[:12]))
@pytest.mark.parametrize("type_", [Any, All, list[AnyThing]])
def test_no_body_makes_it_raise_anything_but_a_decode_error(body, type_):
    for found in (None, Departures()):
        with pytest.raises(DecodeError) as caught:
            decode(body, type_, content_type=lambda: "text/html", found=found)
        assert caught.value.content_type == "text/html"
        assert caught.value.first_bytes == body[:64]


@pytest.mark.parametrize(
    "text",
    ["9" * 400, "-" + "9" * 400, "1e-400", "[[[[{}]]]]", r'"\u0000\ud834\udd1e"'],
)
def test_odd_but_proper_json_in_a_field_costs_that_field_at_most(text):
    body = json.dumps(put(VALID, ["share"], "@")).replace('"@"', text).encode()
    model = decode(body, All, found=Departures())
    assert (model.id, model.count) == ("x", 3)
