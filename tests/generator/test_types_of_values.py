"""Values of every type in every place are taken, sent and read as described."""

from __future__ import annotations

import enum
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, get_args

import pytest

from _runtime.calls.values import FORMS
from _runtime.description.parameter import Kind
from generator.build.parameters import KINDS
from generator.ir.api import WireKind
from tests.support.emitted import called, package_of, refusal
from tests.support.generate import findings

from .sample import DATA

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

SPEC = DATA / "types.yaml"
MOMENT = datetime(2026, 1, 1, 9, 30, tzinfo=UTC)
TOLD = "2026-01-01T09:30:00Z"
ANSWER = {
    "f": 1.5,
    "b": True,
    "i": 3,
    "rn": None,
    "fa": 2.5,
    "u": {"a": {"type": "nut"}},
    "l": [[{"type": "cog"}, None]],
}


class Colour(enum.Enum):
    """What somebody's program calls the kinds."""

    X = "x"


class Text(str, enum.Enum):  # noqa: UP042 - the older way
    """The same, as texts."""

    X = "x"


class Number(enum.IntEnum):
    """Numbers that have names."""

    ONE = 1


things = package_of(SPEC, "client_of_types")


def body(things: ModuleType, **given: Any) -> Any:
    """Send a body; give what was sent but for `req`, which always is."""
    _, request = called(things, lambda c: c.things.make(1, **given), status=204)
    content = json.loads(request.body)
    assert content.pop("req") == 1
    return content


def test_the_tables_of_generator_and_runtime_are_one() -> None:
    assert get_args(WireKind) == get_args(Kind)
    assert {*get_args(Kind)} == {*FORMS, "object", "map", "nested"}
    assert {*KINDS.values()} == {*FORMS, "object"}


def test_the_description_is_accepted(tmp_path: Path) -> None:
    copy = tmp_path / "spec.yaml"
    copy.write_text(SPEC.read_text(encoding="utf-8"), encoding="utf-8")
    assert findings(copy) == ()


@pytest.mark.promise("values-are-sent-as-described")
def test_path_and_query(things: ModuleType) -> None:
    day = things.PartialDate(2026, 1)
    result, request = called(
        things,
        lambda c: c.things.get(
            True,
            n=1.5,
            day=day,
            at=MOMENT,
            days=[day, things.PartialDate(2025)],
            ints=[1, Number.ONE],
            nums=[1, 2.5],
            bools=(True, False),
        ),
        ANSWER,
    )
    path, _, query = request.url.partition("?")
    assert path.endswith("/v1/things/true/1.5/2026-01/2026-01-01T09%3A30%3A00Z")
    assert query == (
        "days=2026-01,2025&ints=1,1&nums=1,2.5&bools=true,false&c1=1.5&c2=false&c3=0"
        "&c4=2026-01-01T00%3A00%3A00Z&c5="
    )
    models = things.models
    assert (result.f, result.b, result.i, result.fa) == (1.5, True, 3, 2.5)
    assert result.u == {"a": models.Nut()}
    assert result.l == [[models.Cog(), None]]


@pytest.mark.promise("values-are-sent-as-described")
def test_bodies(things: ModuleType) -> None:
    models, day = things.models, things.PartialDate(2025)
    bolt, told = models.Bolt(w=1), {"type": "bolt", "w": 1}
    box = models.Box(name=None, one=bolt, at=MOMENT, kind="x", map={"a": 1})
    in_box = {"name": None, "one": told, "at": TOLD, "kind": "x", "map": {"a": 1}}
    for given, expected in (
        ({"grid": [[1], (2, 3)]}, {"grid": [[1], [2, 3]]}),
        ({"maybe": ["a", None]}, {"maybe": ["a", None]}),
        ({"ats": [MOMENT, TOLD]}, {"ats": [TOLD, TOLD]}),
        ({"kind": "x", "maybekind": Text.X}, {"kind": "x", "maybekind": "x"}),
        ({"kinds": ["x", "y"], "text": "abc"}, {"kinds": ["x", "y"], "text": "abc"}),
        ({"map": {"a": 1, "b": None}}, {"map": {"a": 1}}),
        ({"mapn": {"a": 1, "b": None}}, {"mapn": {"a": 1, "b": None}}),
        ({"maplist": {"a": [box]}}, {"maplist": {"a": [in_box]}}),
        ({"maps": [{"a": day}]}, {"maps": [{"a": "2025"}]}),
        ({"mapmap": {"a": {"b": 1}}}, {"mapmap": {"a": {"b": 1}}}),
        ({"one": bolt, "ones": [told, bolt]}, {"one": told, "ones": [told, told]}),
        ({"oneses": [[bolt], []]}, {"oneses": [[told], []]}),
        ({"one": models.UnknownItem(data={"type": "z"})}, {"one": {"type": "z"}}),
        ({"box": {"name": None, "one": told}}, {"box": {"name": None, "one": told}}),
        ({"num": 1.5, "yes": True, "anum": 3}, {"num": 1.5, "yes": True, "anum": 3}),
    ):
        assert body(things, **given) == expected


@pytest.mark.promise("values-are-sent-as-described")
@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"grid": [["a"]]}, "grid: [0]: expected int, got str"),
        ({"grid": [1]}, "grid: [0]: expected a list, got int"),
        ({"grid": [[1, 2, 3]]}, "grid: [0]: at most 2 allowed, got 3"),
        ({"grid": [[None]]}, "grid: [0]: expected int, got NoneType"),
        ({"grid": []}, "grid: at least 1 needed, got 0"),
        ({"maybe": [1]}, "maybe: [0]: expected str, got int"),
        ({"ats": ["soon"]}, "ats: 'soon' is no time such as 2026-02-11T09:30:00Z"),
        ({"ats": [MOMENT.replace(tzinfo=None)]}, "ats: the datetime needs an offset"),
        ({"kind": "z"}, "kind: 'z' is none of: x, y"),
        ({"kind": Colour.X}, "kind: expected str, got Colour"),
        ({"kinds": ["z"]}, "kinds: 'z' is none of: x, y"),
        ({"text": "abcd"}, "text: at most 3 characters allowed, got 4"),
        ({"map": {"a": 0}}, "map: 'a': 0 is less than 1"),
        ({"map": {1: 1}}, "map: the name of a value is a str, not int"),
        ({"map": [1]}, "map: expected dict, got list"),
        ({"maplist": {"a": [{}]}}, "maplist: 'a': [0]: name: it is required"),
        ({"maps": [{"a": "x"}]}, "maps: [0]: 'a': not a year, month or day"),
        ({"one": {"type": "z"}}, "one: type: 'z' is none of: bolt, nut"),
        ({"one": {"type": "nut", "w": 1}}, "one: Nut has no 'w'"),
        ({"one": {}}, "one: type: None is none of: bolt, nut"),
        ({"ones": [3]}, "ones: [0]: expected Bolt, Nut or dict, got int"),
        ({"box": {"name": 1}}, "box: name: expected str, got int"),
        ({"num": 2.5}, "num: 2.5 is none of: 1.5"),
        ({"num": float("nan")}, "num: nan is no finite number"),
        ({"yes": False}, "yes: False is none of: true"),
        ({"yes": 1}, "yes: expected bool, got int"),
    ],
)
def test_what_does_not_fit_is_refused(
    things: ModuleType, given: dict[str, Any], why: str
) -> None:
    said = refusal(things, lambda client: client.things.make(1, **given))
    assert said.startswith(f"things.make: {why}")


def test_what_is_required_may_be_null_and_has_to_be_given(things: ModuleType) -> None:
    _, request = called(things, lambda c: c.things.make(None), status=204)
    assert request.body == b'{"req":null}'
    make = things.operations.THINGS_MAKE
    client = things.Things("a-token")
    with pytest.raises(things.InvalidArgumentError, match="req: it is required"):
        client.explain(make)
    assert client.explain(make, req=None).body == b'{"req":null}'


@pytest.mark.promise("values-are-sent-as-described")
def test_forms(things: ModuleType) -> None:
    _, request = called(
        things,
        lambda c: c.things.form(
            False, at=MOMENT, kinds=["x", "y"], days=["2026"], n=1.5
        ),
        status=204,
    )
    assert request.body == (
        b"yes=false&at=2026-01-01T09%3A30%3A00Z&kinds=x&kinds=y&days=2026&n=1.5"
    )


@pytest.mark.promise("values-are-sent-as-described")
@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (MOMENT, TOLD),
        (MOMENT.replace(microsecond=5), "2026-01-01T09:30:00.000005Z"),
        (
            MOMENT.astimezone(timezone(timedelta(hours=-3, minutes=-30))),
            "2026-01-01T06:00:00-03:30",
        ),
        (MOMENT.astimezone(timezone(timedelta(minutes=53, seconds=28))), TOLD),
        ("2026-01-01t09:30:00.123456789+05:30", "2026-01-01t09:30:00.123456789+05:30"),
    ],
)
def test_points_in_time(things: ModuleType, moment: Any, told: str) -> None:
    assert body(things, ats=[moment]) == {"ats": [told]}
