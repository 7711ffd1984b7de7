"""Objects in bodies are checked by what they hold; what is not given is not sent."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from _runtime.calls.arguments import Arguments
from _runtime.calls.build import build, to_json
from _runtime.description.operation import Operation
from _runtime.description.parameter import Group, Parameter, Shape
from _runtime.errors import InvalidArgumentError
from _runtime.models.model import Model, UnknownItem


class Inner(Model, frozen=True, kw_only=True):
    name: str | None = None


class Offset(Model, frozen=True, kw_only=True, rename={"class_": "class"}):
    position: int | None = None
    uri: str | None = None
    class_: str | None = None
    inner: Inner | None = None


class Tagged(Model, frozen=True, kw_only=True, tag_field="type", tag="bolt"):
    size: int | None = None


INNER = Shape(name="Inner", properties=(Parameter("name", where="json"),))
OFFSET = Shape(
    name="Offset",
    properties=(
        Parameter("position", where="json", type="integer", minimum=0),
        Parameter("uri", where="json"),
        Parameter("class_", wire="class", where="json"),
        Parameter("inner", where="json", type="object", shape=INNER),
        Parameter("at", where="json", type="date-time"),
    ),
    groups=(Group(of=("position", "uri"), at_least=1, at_most=1),),
)
PLAY: Operation[None] = Operation(
    name="player.play",
    method="PUT",
    path="/play",
    parameters=(
        Parameter("context_uri", where="json"),
        Parameter("uris", where="json", many=True),
        Parameter("offset", where="json", type="object", shape=OFFSET),
        Parameter("several", where="json", type="object", many=True, shape=OFFSET),
        Parameter("free", where="json", type="object"),
        Parameter("after", where="query", type="date-time"),
    ),
    groups=(Group(of=("context_uri", "uris"), at_most=1),),
)


def body(**given: Any) -> Any:
    call = build(PLAY, Arguments(json=given), {}, "https://h")
    return None if call.body is None else json.loads(call.body)


@pytest.mark.promise("bodies-are-checked")
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Offset(position=5), {"position": 5}),
        (Offset(uri="a", class_="b"), {"uri": "a", "class": "b"}),
        (Offset(position=1, inner=Inner()), {"position": 1, "inner": {}}),
        ({"position": 3, "uri": None}, {"position": 3}),
        ({"uri": "a", "inner": Inner(name="n")}, {"uri": "a", "inner": {"name": "n"}}),
        (
            {"uri": "a", "at": datetime(2024, 5, 1, tzinfo=UTC)},
            {"uri": "a", "at": "2024-05-01T00:00:00Z"},
        ),
    ],
)
def test_what_is_none_is_not_sent(given: Any, expected: Any) -> None:
    assert body(offset=given) == {"offset": expected}
    assert body(several=[given, given]) == {"several": [expected, expected]}
    assert body(several=(given,)) == {"several": [expected]}


def test_what_is_not_described_is_sent_without_what_is_none() -> None:
    value = {"a": Offset(position=1), "b": [Tagged(), None], "c": None}
    expected = {"a": {"position": 1}, "b": [{"type": "bolt"}, None], "c": None}
    assert body(free=value) == {"free": expected}
    assert json.loads(to_json(value)) == expected
    assert json.loads(to_json(UnknownItem(data={"type": "x"}))) == {"type": "x"}


@pytest.mark.promise("bodies-are-checked")
@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"positon": 3}, "Offset has no 'positon'; did you mean 'position'?"),
        ({"position": "3"}, "position: expected int, got str"),
        ({"position": -1}, "position: -1 is less than 0"),
        ({"position": True}, "position: expected int, got bool"),
        ({"position": 1, "inner": {"nam": "x"}}, "inner: Inner has no 'nam'"),
        ({"position": 1, "inner": [1]}, "inner: expected Inner or dict, got list"),
        ({1: 2}, "the name of a property is a str, not int"),
        ({"position": 1, "uri": "a"}, "at most 1 may be given, got position and uri"),
        ({}, "position, uri: at least 1 of them is needed"),
        (Offset(), "position, uri: at least 1 of them is needed"),
        (Inner(), "expected Offset or dict, got Inner"),
        (Offset, "expected Offset or dict, got StructMeta"),
        ("position", "expected Offset or dict, got str"),
        ([("position", 1)], "expected Offset or dict, got list"),
        (
            {"uri": "a", "at": datetime(2024, 5, 1, tzinfo=UTC).replace(tzinfo=None)},
            "at: the datetime needs an offset",
        ),
        ({"uri": "a", "at": 3}, "at: expected datetime or str, got int"),
    ],
)
def test_a_wrong_object_is_refused_wherever_it_stands(given: Any, why: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        body(offset=given)
    assert str(caught.value).startswith("offset: ")
    assert why in str(caught.value)
    with pytest.raises(InvalidArgumentError) as caught:
        body(several=[{"position": 1}, given])
    assert str(caught.value).startswith("several: [1]: ")
    assert why in str(caught.value)


@pytest.mark.promise("bodies-are-checked")
def test_what_excludes_each_other_is_refused() -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        body(context_uri="a", uris=["b"])
    assert str(caught.value) == (
        "context_uri, uris: at most 1 may be given, got context_uri and uris"
    )
    assert body(context_uri="a", uris=None) == {"context_uri": "a"}
    assert body() is None


def test_points_in_time_are_written_into_a_query() -> None:
    moment = datetime(2024, 5, 1, tzinfo=UTC)
    call = build(PLAY, Arguments(query={"after": moment}), {}, "https://h")
    assert call.url == "https://h/play?after=2024-05-01T00%3A00%3A00Z"
