"""Rules about examples: they fit what they are examples of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.schema import Ref, Schema
from .rules import rule
from .told import first_departures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import MediaType
    from ..dialect.schema import Value
    from .rules import Issue
    from .view import View

_REMEDY = "Mend the example, or the schema if the example is what really happens."


@rule("linked")
def parameter_example(view: View) -> Iterator[Issue]:
    """Every example of a parameter fits its schema."""
    for operation in view.document.operations:
        for item in operation.parameters:
            if item.schema.const is not None and item.example is None:
                continue
            for told in first_departures(view, item.schema, item.example):
                message = f"the example of `{item.name}` does not fit{told}"
                yield item.at, message, _REMEDY


@rule("linked")
def body_example(view: View) -> Iterator[Issue]:
    """Every example of a body or an answer fits its schema."""
    checked: set[tuple[int, int]] = set()
    for media in media_types(view):
        for example in media.examples:
            key = (id(view.resolve(media.schema)), id(example.value))
            if key in checked:
                continue
            checked.add(key)
            for told in first_departures(view, media.schema, example.value):
                message = f"the example `{example.name}` does not fit{told}"
                yield example.at, message, _REMEDY


def media_types(view: View) -> Iterator[MediaType]:
    """List what bodies and answers are in, each once."""
    seen: set[int] = set()
    for operation in view.document.operations:
        bodies = operation.request_body.content if operation.request_body else ()
        answers = [media for item in operation.responses for media in item.content]
        for media in (*bodies, *answers):
            if id(media) not in seen:
                seen.add(id(media))
                yield media


@rule("linked")
def schema_example(view: View) -> Iterator[Issue]:
    """Every example in a named schema, or in a property of one, fits it."""
    bundle = view.document.bundle
    components = bundle.get("components") if isinstance(bundle, dict) else None
    shared = components.get("schemas") if isinstance(components, dict) else None
    for named in view.document.schemas if isinstance(shared, dict) else ():
        assert isinstance(shared, dict)
        yield from _within(view, named.schema, shared.get(named.name))


def _within(view: View, schema: Schema | Ref, raw: Value) -> Iterator[Issue]:
    if isinstance(schema, Ref) or not isinstance(raw, dict):
        return
    several = raw.get("examples")
    values = [raw["example"]] if "example" in raw else []
    for value in [*values, *(several if isinstance(several, list) else [])]:
        for told in first_departures(view, schema, value):
            message = f"an example in the schema does not fit{told}"
            yield schema.at, message, _REMEDY
    properties = raw.get("properties")
    for item in schema.properties if isinstance(properties, dict) else ():
        assert isinstance(properties, dict)
        yield from _within(view, item.schema, properties.get(item.name))
    parts = raw.get("allOf")
    several = parts if isinstance(parts, list) else []
    for part, inner in zip(schema.all_of, several, strict=False):
        yield from _within(view, part, inner)
