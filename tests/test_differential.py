"""Our readings of the description agree with an independent one, value by value.

`fit` holds the linter's examples and recordings against schemas. It is tried beside
jsonschema on data that fits, and on the same data with one thing changed.
"""

from __future__ import annotations

import copy
import random
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from jsonschema_rs import Draft202012Validator

from generator.build.answers import _schema
from generator.dialect.fit import departures
from generator.dialect.schema import Ref
from generator.dialect.schemas import Schemas
from generator.findings import Location
from spotify_web_api import PartialDate, operations
from spotify_web_api._runtime.calls.checks import check
from spotify_web_api._runtime.description.parameter import Parameter
from spotify_web_api._runtime.testing.answers import Answers
from spotify_web_api._runtime.testing.draws import Draws
from spotify_web_api._runtime.testing.making import Looks, Making
from tests.support.descriptions.clients import accepted, written
from tests.support.descriptions.values import Json, fitting
from tests.support.descriptions.whole import descriptions
from tests.support.descriptions.wire import taken
from tests.support.spec_calls import document

pytestmark = pytest.mark.slow

TRIED = 4
"""Values for each schema of the description."""
CHANGED = 6
"""How often each of them is changed."""
_NOWHERE = Location("", 0, 0)
_OTHERS: list[Json] = [
    *(None, True, False, 0, 1, -1, 7.5, 1.0, 10**6, -(10**6)),
    *("", "x", "spotify:track:x", "2026-13-45", "2026-02-30", "2026-02-28T09:30:00Z"),
    *("2026-02-28T25:30:00Z", "0000", "4aawyAB9vmqN3uQ7FjRGTy", "SE", "x" * 300),
    *([], [None], ["x"], [1, 2], {}, {"type": "track"}, {"x": 1}),
]


def _is_partial_date(value: str) -> bool:
    try:
        return bool(PartialDate.parse(value))
    except ValueError:
        return False


def changed(value: Json, chance: random.Random) -> Json:
    """Change one thing in plain data: a value, a property or an element."""
    copied = copy.deepcopy(value)
    place = chance.choice([*_places(copied, ())])
    if not place:
        return chance.choice(_OTHERS)
    owner = copied
    for key in place[:-1]:
        owner = owner[key]
    if chance.random() < 0.6:
        owner[place[-1]] = chance.choice(_OTHERS)
    else:
        del owner[place[-1]]
    return copied


def _places(value: Json, above: tuple[Any, ...]) -> Any:
    yield above
    match value:
        case dict():
            items = [*value.items()]
        case list():
            items = [*enumerate(value)]
        case _:
            items = []
    for key, each in items:
        yield from _places(each, (*above, key))


def validator(schema: Json, components: Json) -> Draft202012Validator:
    whole = {**schema, "components": {"schemas": components}}
    formats = {"partial-date": _is_partial_date}
    return Draft202012Validator(whole, formats=formats, validate_formats=True)


@cache
def described() -> tuple[Schemas, Json]:
    return Schemas.of(document()), document().bundle["components"]["schemas"]


def check_fit(schemas: Schemas, name: str, judge: Any, value: Json) -> None:
    """Compare what `fit` says with what jsonschema says; it knows no new properties."""
    found = departures(schemas, Ref(_NOWHERE, name), value)
    ours = [each for each in found if each.kind != "new"]
    theirs = [error.message for error in judge.iter_errors(value)]
    assert bool(ours) == bool(theirs), (name, value, [*map(str, ours)], theirs)


@pytest.mark.promise("readings-agree")
@pytest.mark.parametrize("name", sorted(described()[1]))
def test_examples_fit_as_jsonschema_says(name: str) -> None:
    schemas, components = described()
    components = {each: _schema(known) for each, known in components.items()}
    schema = {"$ref": f"#/components/schemas/{name}"}
    judge, chance = validator(schema, components), random.Random(name)
    for number in range(TRIED):
        value = made_up(schema, components, number)
        for each in (value, *(changed(value, chance) for _ in range(CHANGED))):
            check_fit(schemas, name, judge, each)


def made_up(schema: Json, components: Json, seed: int) -> Json:
    """Make up data that fits, as the service for tests does."""
    answers = Answers(
        schemas=components, responses={}, common={}, operations={}, variants={}
    )
    looks = Looks(answers=answers, uris={}, usual={}, draws=Draws(seed))
    return Making(looks, lambda page, place, _: small(looks, page, place)).make(
        schema, f"{seed}"
    )


def small(looks: Looks, page: Json, place: str) -> Json:
    bare = {name: each for name, each in page.items() if name != "x-page"}
    return Making(looks, lambda *_: None).make(bare, place)


@pytest.mark.promise("readings-agree")
def test_examples_of_drawn_descriptions_fit_as_jsonschema_says(tmp_path: Any) -> None:
    seen = 0

    @settings(max_examples=60, deadline=None, derandomize=True, database=None)
    @given(st.data())
    def agree(data: st.DataObject) -> None:
        nonlocal seen
        found = accepted(written(data.draw(descriptions()), tmp_path))
        components: Json = {}
        if found is not None:
            components = found.bundle.get("components", {}).get("schemas", {})
            schemas = Schemas.of(found)
        for name in components:
            schema = {"$ref": f"#/components/schemas/{name}"}
            judge = validator(schema, components)
            value = data.draw(fitting(schema, components))
            chance = random.Random(seen)
            for each in (value, *(changed(value, chance) for _ in range(5))):
                check_fit(schemas, name, judge, each)
                seen += 1

    agree()
    assert seen > 50


@cache
def arguments() -> dict[str, tuple[Parameter, Json]]:
    """Map each plain argument that is no reference to its rules and its JSON Schema."""
    bundle = document().bundle
    components = bundle["components"]["schemas"]
    found: dict[str, tuple[Parameter, Json]] = {}
    for operation in operations.all():
        said = bundle["paths"][operation.path][operation.method.lower()]
        listed = [followed(bundle, each) for each in said.get("parameters", ())]
        schemas = taken({**said, "parameters": listed}, components)
        for rules in operation.parameters:
            named = rules.reference is not None or rules.fixed is not None
            if named or rules.type == "object" or rules.where in {"path", "body"}:
                continue
            schema = schemas[rules.where, rules.wire]
            found[f"{operation.name}:{rules.wire}"] = (rules, schema)
    return found


def followed(bundle: Json, thing: Json) -> Json:
    for name in thing.get("$ref", "").split("/")[1:]:
        bundle = bundle[name]
    return bundle if "$ref" in thing else thing


def is_taken(rules: Parameter, value: Json) -> bool:
    try:
        check(rules, value)
    except ValueError:
        return False
    return True


def tried(schema: Json, chance: random.Random) -> Json:
    """List values for an argument: such as fit, others, and those at its bounds."""
    values = [*_OTHERS]
    for number in range(TRIED):
        value = made_up(_schema(schema), {}, number)
        values += [value, *(changed(value, chance) for _ in range(CHANGED))]
    if "items" in schema:
        values += [[each] * count for each in _OTHERS for count in (1, 101)]
    for bound in {"minimum", "maximum"} & {*schema}:
        values += [schema[bound] - 1, schema[bound], schema[bound] + 1]
    return values


@pytest.mark.promise("readings-agree")
def test_arguments_are_taken_as_jsonschema_says() -> None:
    tries = 0
    for name, (rules, schema) in arguments().items():
        judge, taken = validator(schema, {}), {True: 0, False: 0}
        for value in tried(schema, random.Random(name)):
            if value == 1.0 and isinstance(value, float):
                continue  # an integer to JSON Schema, and a slip in Python
            says = is_taken(rules, value)
            assert says == judge.is_valid(value), (name, value, schema)
            taken[says] += 1
        assert taken[True], name
        assert taken[False], name
        tries += sum(taken.values())
    assert tries > 5_000
