"""Document to answers: of the bundle, what holds data to account."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import ir
from ..dialect.document import JSON, METHODS, is_success
from ..dialect.texts import text_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..dialect.document import Document
    from ..dialect.schema import Value

_KEYWORDS = frozenset(
    {
        *("$ref", "additionalProperties", "allOf", "anyOf", "const", "contentEncoding"),
        *("discriminator", "enum", "format", "items", "maxItems", "maxLength"),
        *("maximum", "minItems", "minLength", "minimum", "oneOf", "pattern"),
        *("properties", "required", "type", "x-page"),
    }
)
"""The keywords of a schema that say what fits."""
_SHARED = "#/components/responses/"
_SCHEMAS = "#/components/schemas/"


def build_answers(document: Document, names: Collection[str]) -> ir.Answers:
    """Take the answers out of the one-file form of a description.

    Args:
        document: The description.
        names: The operations to take.
    """
    bundle = _table(_ordered(document.bundle))
    components = _table(bundle.get("components"))
    found = [
        (method, operation)
        for method, operation in _operations(bundle)
        if operation.get("operationId") in names
    ]
    common = _common(found)
    own = {
        str(operation["operationId"]): _own(operation, common, method, components)
        for method, operation in found
    }
    variants = {str(each["operationId"]): _variants(each) for _, each in found}
    told: dict[str, Value] = {name: each for name, each in variants.items() if each}
    return _with_shared(ir.Answers({}, {}, common, own, told), components)


def _with_shared(answers: ir.Answers, components: dict[str, Value]) -> ir.Answers:
    """Add the responses and schemas that are referred to."""
    responses = {
        name: _response(each, components)
        for name, each in _table(components.get("responses")).items()
    }
    schemas = {
        name: _schema(each) for name, each in _table(components.get("schemas")).items()
    }
    everything: list[Value] = [answers.common, answers.operations, answers.variants]
    named = {*_references(everything, _SHARED)}
    used = {name: each for name, each in responses.items() if name in named}
    reached = _reached([*everything, used], schemas)
    return replace(
        answers,
        responses=used,
        schemas={name: schemas[name] for name in sorted(reached)},
    )


def _ordered(value: Value) -> Value:
    """Sort all keys, so that the order of a description changes nothing."""
    match value:
        case dict():
            return {name: _ordered(value[name]) for name in sorted(value)}
        case list():
            return [_ordered(each) for each in value]
        case _:
            return value


def _operations(bundle: dict[str, Value]) -> Iterator[tuple[str, dict[str, Value]]]:
    for item in _table(bundle.get("paths")).values():
        for method, operation in _table(item).items():
            if method in METHODS:
                yield method, _table(operation)


def _common(operations: list[tuple[str, dict[str, Value]]]) -> dict[str, Value]:
    """Say which responses stand at every operation of a verb, or at every one."""
    found: dict[str, list[dict[str, Value]]] = {"any": []}
    for method, operation in operations:
        responses = _table(operation.get("responses"))
        shared = {s: r for s, r in responses.items() if "$ref" in _table(r)}
        found["any"].append(shared)
        found.setdefault(method, []).append(shared)
    everywhere = _in_all(found.pop("any"))
    made: dict[str, Value] = {"any": everywhere} if everywhere else {}
    for method, tables in sorted(found.items()):
        own = {s: r for s, r in _in_all(tables).items() if s not in everywhere}
        if own and len(tables) > 1:
            made[method] = own
    return made


def _in_all(tables: list[dict[str, Value]]) -> dict[str, Value]:
    """Take the statuses that all have, each with the response that most have."""
    if len(tables) < 2:
        return {}
    return {
        status: {
            "$ref": Counter(_reference(t[status]) for t in tables).most_common(1)[0][0]
        }
        for status in tables[0]
        if all(status in table for table in tables)
    }


def _reference(response: Value) -> str:
    return str(_table(response)["$ref"])


def _own(
    operation: dict[str, Value],
    common: dict[str, Value],
    method: str,
    components: dict[str, Value],
) -> Value:
    known = _table(common.get("any")) | _table(common.get(method))
    return {
        status: _made_up(int(status), _response(response, components))
        for status, response in _table(operation.get("responses")).items()
        if known.get(status) != response
    }


def _response(value: Value, components: dict[str, Value]) -> Value:
    response = _table(value)
    if "$ref" in response:
        return {"$ref": response["$ref"]}
    made: dict[str, Value] = {}
    media = _table(_table(response.get("content")).get(JSON))
    if media:
        made["schema"] = _schema(media.get("schema"))
    if "example" in media:
        made["example"] = media["example"]
    elif "examples" in media:
        first = next(iter(_table(media["examples"]).values()))
        made["example"] = _table(_followed(first, components)).get("value")
    headers = {
        name: _table(_followed(header, components)).get("example")
        for name, header in _table(response.get("headers")).items()
    }
    if headers:
        made["headers"] = headers
    return made


def _variants(operation: dict[str, Value]) -> Value:
    """Say which answers belong to which arguments."""
    variants = operation.get("x-variants")
    found = map(_table, variants if isinstance(variants, list) else [])
    return [
        {"arguments": each.get("arguments"), "schema": _schema(each["response"])}
        for each in found
        if "arguments" in each and "response" in each
    ]


def _made_up(status: int, response: Value) -> Value:
    """Leave out of a success what is made up: its body, and what is told of it."""
    if not is_success(status):
        return response
    return {name: each for name, each in _table(response).items() if name == "schema"}


def _followed(value: Value, components: dict[str, Value]) -> Value:
    reference = _table(value).get("$ref")
    if not isinstance(reference, str):
        return value
    *_, kind, name = reference.split("/")
    return _table(components.get(kind)).get(name)


def _schema(value: Value) -> Value:
    """Take of a schema what says which data fits it."""
    made: dict[str, Value] = {}
    for keyword, each in _table(value).items():
        match keyword, each:
            case "properties", dict():
                made[keyword] = {name: _schema(item) for name, item in each.items()}
            case "items" | "additionalProperties", dict():
                made[keyword] = _schema(each)
            case "oneOf" | "anyOf" | "allOf", list():
                made[keyword] = [_schema(item) for item in each]
            case "x-first-of", dict():
                made[keyword] = [_table(item)["properties"] for item in each.values()]
            case _ if keyword in _KEYWORDS:
                made[keyword] = each
            case _:
                continue
    if isinstance(pattern := made.get("pattern"), str):
        made["x-parts"] = text_parts(pattern, made.get("minLength"))
    return made


def _reached(values: Value, schemas: dict[str, Value]) -> frozenset[str]:
    """Follow references to schemas, from schema to schema."""
    found: set[str] = set()
    waiting = [*_references(values, _SCHEMAS)]
    while waiting:
        name = waiting.pop()
        if name in schemas and name not in found:
            found.add(name)
            waiting += _references(schemas[name], _SCHEMAS)
    return frozenset(found)


def _references(value: Value, below: str) -> Iterator[str]:
    match value:
        case str() if value.startswith(below):
            yield value.removeprefix(below)
        case list():
            for each in value:
                yield from _references(each, below)
        case dict():
            for each in value.values():
                yield from _references(each, below)
        case _:
            return


def _table(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}
