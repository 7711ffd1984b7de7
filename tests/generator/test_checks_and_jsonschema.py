"""Arguments are accepted and refused as jsonschema, an independent reader, does.

Where the two are meant to differ, no values are drawn: an integer written as `1.0`, and
null in a map of values that are never null, which is left out.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given, settings, strategies as st

from _runtime.calls.checks import check
from _runtime.description.parameter import Parameter
from generator.build.parameters import Parameters
from generator.dialect.schemas import Schemas

from .sample import load_text

if TYPE_CHECKING:
    from pathlib import Path

    from generator import ir

Json = Any
TEXTS = st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=4)
WHOLE = st.integers(-5, 5)
BROKEN = st.integers(-20, 20).map(lambda number: number + 0.5)
COUNTS = st.integers(0, 3)


def bounded(low: str, high: str, numbers: st.SearchStrategy[Any]) -> Any:
    pairs = st.tuples(numbers, numbers).map(sorted)
    return st.one_of(
        st.just({}),
        pairs.map(lambda pair: {low: pair[0], high: pair[1]}),
    )


def leaf(kind: str, rules: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.tuples(rules, st.booleans()).map(lambda drawn: typed(kind, *drawn))


def typed(kind: str, rules: Json, nullable: bool) -> Json:  # noqa: FBT001 - it is drawn
    if nullable and "const" not in rules:
        known = {"enum": [*rules["enum"], None]} if "enum" in rules else {}
        return {"type": [kind, "null"], **rules, **known}
    return {"type": kind, **rules}


def known(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    several = st.lists(values, min_size=1, max_size=3, unique=True)
    return st.one_of(
        several.map(lambda found: {"enum": found}),
        values.map(lambda value: {"const": value}),
    )


LEAVES = st.one_of(
    leaf("string", st.one_of(known(TEXTS), bounded("minLength", "maxLength", COUNTS))),
    leaf("integer", st.one_of(known(WHOLE), bounded("minimum", "maximum", WHOLE))),
    leaf("number", bounded("minimum", "maximum", st.one_of(WHOLE, BROKEN))),
    leaf("number", BROKEN.map(lambda value: {"const": value})),
    leaf("boolean", st.one_of(st.just({}), st.booleans().map(lambda b: {"const": b}))),
)


def holding(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    counts = bounded("minItems", "maxItems", COUNTS)
    lists = st.tuples(counts, inner).map(lambda drawn: {**drawn[0], "items": drawn[1]})
    maps = inner.map(lambda value: {"additionalProperties": value})
    return st.one_of(leaf("array", lists), leaf("object", maps))


SCHEMAS = st.recursive(LEAVES, holding, max_leaves=3)
ANY = st.recursive(
    st.one_of(TEXTS, WHOLE, BROKEN, st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=2)
    ),
    max_leaves=3,
)


def near(schema: Json) -> st.SearchStrategy[Any]:
    """Draw values that are of the type of a schema, most of the time."""
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    own: dict[str, st.SearchStrategy[Any]] = {
        "string": TEXTS,
        "integer": WHOLE,
        "number": st.one_of(WHOLE, BROKEN),
        "boolean": st.booleans(),
    }
    if "items" in schema:
        own["array"] = st.lists(near(schema["items"]), max_size=3)
    if "additionalProperties" in schema:
        values = near(schema["additionalProperties"])
        if not isinstance(schema["additionalProperties"]["type"], list):
            values = values.filter(lambda value: value is not None)
        own["object"] = st.dictionaries(TEXTS, values, max_size=2)
    drawn = [own[kinds[0]], own[kinds[0]], ANY]
    drawn += [st.none()] if len(kinds) > 1 else []
    drawn += [st.sampled_from(schema["enum"])] if "enum" in schema else []
    drawn += [st.just(schema["const"])] if "const" in schema else []
    return st.one_of(drawn)


def document(schema: Json) -> str:
    """Write a description with one argument of a body."""
    body = {"type": "object", "required": ["a"], "properties": {"a": schema}}
    operation = {
        "operationId": "make",
        "tags": ["A"],
        "summary": "Make",
        "description": "Make.",
        "security": [],
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"204": {"description": "Made."}},
    }
    about = {"title": "A", "version": "1", "description": "A."}
    whole = {
        "openapi": "3.1.1",
        "info": about,
        "servers": [{"url": "https://a.example"}],
        "tags": [{"name": "A", "description": "A."}],
        "paths": {"/a": {"post": operation}},
    }
    return json.dumps(whole, ensure_ascii=False)


def runtime(rules: ir.Parameter) -> Parameter:
    """Give the runtime's form of rules, as the emitted code would make it."""
    inner = None if rules.inner is None else runtime(rules.inner)
    same = {each.name for each in fields(Parameter)} & {
        each.name for each in fields(rules)
    }
    kept = {name: getattr(rules, name) for name in same - {"name", "type", "inner"}}
    assert (kept.pop("reference"), kept.pop("shape")) == (None, None)
    return Parameter(rules.name, type=rules.wire_kind, inner=inner, **kept)


def accepted(rules: Parameter, value: object) -> bool:
    try:
        assert check(rules, value) == value
    except ValueError:
        return False
    return True


@pytest.mark.slow
def test_checks_agree_with_jsonschema(tmp_path_factory: Any) -> None:
    folder: Path = tmp_path_factory.mktemp("checks")

    @settings(max_examples=150, deadline=None)
    @given(st.data())
    def agree(data: st.DataObject) -> None:
        schema = data.draw(SCHEMAS)
        described = load_text(folder, document(schema))
        taken = Parameters.of(Schemas.of(described), ())
        (forms,) = taken.of_body(described.operations[0])
        rules, validator = runtime(forms[0]), jsonschema.Draft202012Validator(schema)
        for _ in range(5):
            value = data.draw(near(schema))
            assert accepted(rules, value) == validator.is_valid(value), value

    agree()
