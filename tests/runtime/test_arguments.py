"""Values are checked before anything is sent, and written exactly."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, strategies as st

from _runtime.calls.arguments import Arguments, named
from _runtime.calls.build import build
from _runtime.description.operation import Operation
from _runtime.description.parameter import Parameter
from _runtime.errors import InvalidArgumentError, InvalidIdError
from _runtime.models.model import PartialDate
from tests.support.things import BASE, GET, PAINT, PICTURE, SEVERAL, TOKEN, Thing

_GRANT, *_OTHERS = TOKEN.parameters
REFRESH = replace(
    TOKEN,
    parameters=(replace(_GRANT, choices=(), fixed="refresh token"), *_OTHERS),
)
"""With a constant in its form, as no description has one."""


def operation(*parameters: Parameter, **fields: Any) -> Operation[None]:
    return Operation(
        name="x.do", method="PUT", path="/x", parameters=parameters, **fields
    )


def query(parameter: Parameter, value: object) -> str:
    call = build(operation(parameter), Arguments(query={"a": value}), {}, "https://h")
    return call.url.removeprefix("https://h/x")


@pytest.mark.parametrize(
    ("fields", "value", "text"),
    [
        ({}, "a b&c=d/\u00e9", "?a=a%20b%26c%3Dd%2F%C3%A9"),
        ({}, "", "?a="),
        ({"type": "boolean"}, True, "?a=true"),
        ({"type": "boolean"}, False, "?a=false"),
        ({"type": "integer"}, 0, "?a=0"),
        ({"type": "number"}, 0.25, "?a=0.25"),
        ({"many": True}, ["a", "b,c"], "?a=a,b%2Cc"),
        ({"many": True}, ("a",), "?a=a"),
        ({"many": True, "type": "integer"}, range(3), "?a=0,1,2"),
        ({}, None, ""),
        ({"fixed": "album"}, None, "?a=album"),
        ({"fixed": True, "type": "boolean"}, None, "?a=true"),
    ],
)
def test_queries(fields, value, text):
    assert query(Parameter("a", where="query", **fields), value) == text


@pytest.mark.parametrize(
    ("fields", "value", "why"),
    [
        ({"required": True}, None, "it is required"),
        ({}, 5, "expected str, got int"),
        ({}, b"x", "expected str, got bytes"),
        ({}, "\ud800", "surrogate"),
        ({"type": "integer"}, True, "expected int, got bool"),
        ({"type": "integer"}, 1.0, "expected int, got float"),
        ({"type": "number"}, "1", "expected number, got str"),
        ({"type": "number"}, float("nan"), "finite"),
        ({"type": "number"}, float("inf"), "finite"),
        ({"type": "boolean"}, 1, "expected bool, got int"),
        ({"type": "integer", "minimum": 1}, 0, "0 is less than 1"),
        ({"type": "integer", "maximum": 50}, 51, "51 is more than 50"),
        ({"choices": ("a", "b")}, "c", "'c' is none of: a, b"),
        ({"pattern": "^[A-Z]{2}$"}, "DE\n", "does not match"),
        ({"pattern": "^[A-Z]{2}$"}, "x" * 500, "does not match"),
        ({"max_length": 3}, "abcd", "at most 3 characters"),
        ({"many": True}, "abc", "expected a list, got a single str"),
        ({"many": True}, b"abc", "expected a list, got a single bytes"),
        ({"many": True}, {"a"}, "expected a list, got set"),
        ({"many": True}, ["a", None], "expected str, got NoneType"),
        ({"many": True, "min_items": 1}, [], "at least 1 needed, got 0"),
        ({"many": True, "max_items": 2}, ["a"] * 3, "at most 2 allowed, got 3"),
        ({"many": True, "choices": ("a",)}, ["a", "b"], "'b' is none of: a"),
    ],
)
def test_refused_values_name_the_argument(fields, value, why):
    parameter = Parameter("a_b", where="query", wire="a", **fields)
    with pytest.raises(InvalidArgumentError) as caught:
        query(parameter, value)
    assert str(caught.value).startswith("a_b: ")
    assert why in str(caught.value)
    assert len(str(caught.value)) < 200


def test_ids_have_an_error_of_their_own():
    for given_path in ({"id": "too-long"}, {"id": 5}):
        with pytest.raises(InvalidIdError):
            build(GET, Arguments(path=given_path), {}, BASE)
    with pytest.raises(InvalidArgumentError):
        build(GET, Arguments(), {}, BASE)


def test_lists_of_ids_take_uris_and_links():
    ids = [
        "abcd",
        "things:thing:efgh",
        "https://open.things.example/de/thing/ijkl?si=x",
    ]
    call = build(SEVERAL, Arguments(query={"ids": ids}), {}, BASE)
    assert call.url == f"{BASE}/things?ids=abcd,efgh,ijkl"


def test_defaults_of_the_client_fill_what_is_not_given():
    path = {"id": "abcd"}
    defaults = {"market": "DE", "id": "zzzz"}
    assert build(GET, Arguments(path=path), defaults, BASE).url.endswith(
        "abcd?market=DE"
    )
    own = Arguments(path=path, query={"market": "SE"})
    assert build(GET, own, defaults, BASE).url.endswith("?market=SE")
    with pytest.raises(InvalidArgumentError, match=r"^market: "):
        build(GET, Arguments(path=path), {"market": "de"}, BASE)


def test_json_bodies_hold_what_was_given():
    path = {"id": "abcd"}
    call = build(
        PAINT, Arguments(path=path, json={"color": "red", "coats": None}), {}, BASE
    )
    assert (call.body, call.media_type) == (b'{"color":"red"}', "application/json")
    empty = build(PAINT, Arguments(path=path, json={"color": None}), {}, BASE)
    assert (empty.body, empty.media_type) == (None, None)


@pytest.mark.parametrize(
    ("media_type", "body"),
    [("application/json", b"{}"), ("application/x-www-form-urlencoded", b"")],
)
def test_a_required_body_is_sent_though_nothing_is_given(media_type, body):
    paint = replace(PAINT, body_required=True, media_type=media_type)
    call = build(paint, Arguments(path={"id": "abcd"}), {}, BASE)
    assert (call.body, call.media_type) == (body, media_type)


def test_json_bodies_may_hold_models_and_dicts():
    items = Parameter("items", where="json", many=True, type="object")
    values = [Thing(id="a", made=PartialDate(1981)), {"uri": "b"}]
    call = build(operation(items), Arguments(json={"items": values}), {}, BASE)
    assert json.loads(call.body or b"") == {
        "items": [{"type": "thing", "id": "a", "made": "1981"}, {"uri": "b"}]
    }
    for wrong in ({"a": object()}, {"a": "\ud800"}):
        with pytest.raises(InvalidArgumentError, match=r"^the body"):
            build(operation(items), Arguments(json={"items": [wrong]}), {}, BASE)


def test_an_empty_list_in_a_body_is_given():
    uris = Parameter("uris", where="json", many=True, min_items=0)
    assert (
        build(operation(uris), Arguments(json={"uris": []}), {}, BASE).body
        == b'{"uris":[]}'
    )


def test_forms_and_other_servers():
    call = build(REFRESH, Arguments(form={"refresh_token": "a&b \u00e9"}), {}, BASE)
    assert call.url == "https://accounts.things.example/api/token"
    assert call.authorized is False
    assert call.body == b"grant_type=refresh+token&refresh_token=a%26b+%C3%A9"
    assert call.media_type == "application/x-www-form-urlencoded"


def test_other_bodies_are_sent_in_base64():
    arguments = Arguments(path={"id": "abcd"}, body=b"\xff\xd8\xff\xe0")
    call = build(PICTURE, arguments, {}, BASE)
    assert (call.body, call.media_type) == (b"/9j/4A==", "image/jpeg")
    for wrong, why in (("text", "expected bytes"), (b"x" * 13, "at most 12 bytes")):
        with pytest.raises(InvalidArgumentError, match=why):
            build(PICTURE, Arguments(path={"id": "abcd"}, body=wrong), {}, BASE)


def test_arguments_by_name_find_their_place():
    arguments = named(PAINT, {"id": "abcd", "color": "red", "coats": 2})
    assert arguments.path == {"id": "abcd"}
    assert arguments.json == {"color": "red", "coats": 2}
    with pytest.raises(InvalidArgumentError, match=r"^shade: no such argument"):
        named(PAINT, {"id": "abcd", "shade": 1})
    with pytest.raises(InvalidArgumentError, match="grant_type: no such argument"):
        named(REFRESH, {"grant_type": "x"})


@given(st.text(), st.lists(st.text(max_size=5), max_size=5))
def test_any_text_comes_back_out_of_the_query(text, several):
    one = Parameter("a", where="query")
    many = Parameter("b", where="query", many=True)
    arguments = Arguments(query={"a": text, "b": several})
    try:
        url = build(operation(one, many), arguments, {}, "https://h").url
    except InvalidArgumentError:
        return
    assert url.isascii()
    assert url.isprintable()
    parsed = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    assert parsed == {"a": text, "b": ",".join(several)}


def test_defaults_fill_only_parameters_that_are_meant_to_have_one():
    call = build(PAINT, Arguments(path={"id": "abcd"}), {"color": "red"}, BASE)
    assert call.body is None
