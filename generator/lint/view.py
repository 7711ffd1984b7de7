"""A document as the rules look at it: references followed, calls and places listed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..dialect.document import FORM, JSON
from ..dialect.schemas import Schemas, bare
from ..dialect.spots import spots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Document, MediaType, Operation
    from ..dialect.extensions import Variant
    from ..dialect.schema import Property, Ref, Reference, Schema
    from ..dialect.spots import Spot
    from ..findings import Location
    from ..naming import Reserved


class Call(NamedTuple):
    """A call of the client: an operation, or one of its variants."""

    name: str
    at: Location
    operation: Operation
    variant: Variant | None


class Argument(NamedTuple):
    """Something a caller gives: its name on the wire and where it is described."""

    wire: str
    at: Location
    schema: Schema | Ref
    place: Literal["path", "query", "body"]
    reference: Reference | None = None


@dataclass(slots=True, kw_only=True)
class View(Schemas):
    """A document with what rules look up in it."""

    document: Document
    reserved: Reserved
    calls: tuple[Call, ...]
    calls_of: dict[int, tuple[Call, ...]]
    """The calls of each operation, by its identity."""
    spots: tuple[Spot, ...]

    @classmethod
    def over(cls, document: Document, reserved: Reserved) -> View:
        """Look at a document; `reserved` are the names that emitted code uses."""
        calls = {id(item): tuple(_calls(item)) for item in document.operations}
        return cls(
            by_name={named.name: named for named in document.schemas},
            kinds={kind.name: kind for kind in document.references},
            document=document,
            reserved=reserved,
            calls=tuple(chain(*calls.values())),
            calls_of=calls,
            spots=tuple(spots(document)),
        )

    def part(self, schema: Schema | Ref, pointer: str) -> Schema | Ref | None:
        """Find what lies at a JSON pointer into an instance, without `… or null`."""
        found = self.at(schema, pointer)
        return None if found is None else bare(found)

    def answers(self, call: Call) -> tuple[Schema | Ref, ...]:
        """Give the schemas a call may be answered with: the picked one, or each."""
        if call.variant is not None and call.variant.response is not None:
            return (call.variant.response,)
        answer = call.operation.answer
        return () if answer is None else (answer,)

    def page_items(self, schema: Schema | Ref) -> Schema | Ref | None:
        """Give what a page holds, or None if the schema is no page."""
        properties = self.properties(schema)
        if "items" in properties and "next" in properties:
            return self.resolve(properties["items"].schema).items
        return None

    def arguments(self, call: Call) -> tuple[Argument, ...]:
        """List what a caller gives: path, query, body, each in its order."""
        fixed = dict(call.variant.arguments) if call.variant else {}
        found = [
            Argument(item.name, item.at, item.schema, item.location, item.reference)
            for item in call.operation.parameters
            if item.name not in fixed
            and not (item.required and item.schema.const is not None)
        ]
        found.sort(key=lambda item: item.place != "path")
        body = call.operation.request_body
        if body is None or not body.content:
            return tuple(found)
        media = body.content[0]
        picked = call.variant.body if call.variant and call.variant.body else None
        return (*found, *self._body_arguments(picked or media.schema, media))

    def taken(self, operation: Operation) -> dict[str, Argument]:
        """Map the arguments of all calls of an operation by their wire names."""
        return {
            argument.wire: argument
            for call in self.calls_of[id(operation)]
            for argument in self.arguments(call)
        }

    def given_properties(self) -> Iterator[Property]:
        """List the properties of all objects within bodies, each once."""
        seen: set[int] = set()
        for call in self.calls:
            for argument in self.arguments(call):
                if argument.place == "body" and _is_of_json(call.operation):
                    yield from self._below(argument.schema, seen)

    def _below(self, schema: Schema | Ref, seen: set[int]) -> Iterator[Property]:
        target = self.resolve(bare(schema))
        if target.items is not None:
            target = self.resolve(bare(target.items))
        if id(target) in seen:
            return
        seen.add(id(target))
        for item in self.properties(target).values():
            yield item
            yield from self._below(item.schema, seen)

    def _body_arguments(
        self, schema: Schema | Ref, media: MediaType
    ) -> Iterator[Argument]:
        target = self.resolve(schema)
        if media.name not in (JSON, FORM):
            yield Argument(target.title or "body", target.at, schema, "body")
        for shape in target.one_of or (schema,):
            for item in self.properties(shape).values():
                found = self.resolve(item.schema).reference
                yield Argument(item.name, item.at, item.schema, "body", found)


def _is_of_json(operation: Operation) -> bool:
    body = operation.request_body
    return body is not None and bool(body.content) and body.content[0].name == JSON


def _calls(operation: Operation) -> Iterator[Call]:
    if not operation.variants:
        yield Call(operation.operation_id, operation.at, operation, None)
    for variant in operation.variants:
        yield Call(variant.operation_id, variant.at, operation, variant)
