"""How large a description is with its references followed, which little text can make.

What the rules and the later stages do takes time in proportion to this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.schema import Ref, Schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Document, MediaType, Operation, Response
    from ..dialect.schema import NamedSchema, Value
    from .rules import Issue

MAX_PARTS = 200_000
MAX_JOINED = 1_000
"""Schemas that `allOf` and `oneOf` join into one, as often as they are joined."""


def too_large(document: Document) -> Iterator[Issue]:
    """Say if a description without circles is too large to look at any further."""
    if Size(document).parts() > MAX_PARTS:
        message = f"with its references followed, it has more than {MAX_PARTS} parts"
        yield document.at, message, "Share less among fewer operations and schemas."


def joining_too_much(document: Document) -> Iterator[NamedSchema]:
    """List the schemas that join too many others, where there are no circles."""
    size = Size(document)
    return (item for item in document.schemas if size.joined(item.schema) > MAX_JOINED)


class Size:
    """Counts what references lead to as often as they do, and looks at it once."""

    def __init__(self, document: Document) -> None:
        """Take a description whose schemas do not contain each other."""
        self._document = document
        self._schemas = {item.name: item.schema for item in document.schemas}
        self._sizes: dict[int, int] = {}
        self._joined: dict[int, int] = {}
        self._contents: dict[int, int] = {}
        self._values: dict[int, int] = {}

    def parts(self) -> int:
        """Count everything."""
        schemas = sum(map(self._of_schema, self._schemas.values()))
        return schemas + sum(map(self._of_operation, self._document.operations))

    def joined(self, schema: Schema | Ref) -> int:
        """Count the schemas that make one, itself among them."""
        target = self._resolved(schema)
        if id(target) not in self._joined:
            parts = (*target.all_of, *target.one_of)
            self._joined[id(target)] = 1 + sum(map(self.joined, parts))
        return self._joined[id(target)]

    def _of_schema(self, schema: Schema | Ref) -> int:
        """Count the properties that schemas and arguments get from one."""
        target = self._resolved(schema)
        if id(target) not in self._sizes:
            own = 1 + len(target.properties) + len(target.required)
            parts = (*target.all_of, *target.one_of)
            self._sizes[id(target)] = own + sum(map(self._of_schema, parts))
        return self._sizes[id(target)]

    def _resolved(self, schema: Schema | Ref) -> Schema:
        if isinstance(schema, Schema):
            return schema
        return self._schemas.get(schema.name) or Schema(schema.at)

    def _of_operation(self, operation: Operation) -> int:
        body = operation.request_body.content if operation.request_body else ()
        arguments = len(operation.parameters)
        arguments += sum(self._of_schema(media.schema) for media in body)
        rest = sum(map(self._of_content, body))
        rest += sum(map(self._of_response, operation.responses))
        return arguments * max(1, len(operation.variants)) + rest

    def _of_response(self, response: Response) -> int:
        key = id(response.content)
        if key not in self._contents:
            self._contents[key] = sum(map(self._of_content, response.content))
        return 1 + len(response.headers) + self._contents[key]

    def _of_content(self, media: MediaType) -> int:
        return 1 + sum(self._of_value(item.value) for item in media.examples)

    def _of_value(self, value: Value) -> int:
        if id(value) not in self._values:
            inner: list[Value] = []
            if isinstance(value, dict):
                inner = [*value.values()]
            elif isinstance(value, list):
                inner = value
            if not inner:
                return 1
            self._values[id(value)] = 1 + sum(map(self._of_value, inner))
        return self._values[id(value)]
