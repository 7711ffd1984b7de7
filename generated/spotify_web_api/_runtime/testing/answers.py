"""What operations answer, as data: JSON Schema, of which the answers are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    Schema = Mapping[str, Any]
    Properties = Mapping[str, Schema]

_SUCCESSES = range(200, 300)
_CREATED = 201
NOTHING: Mapping[str, Any] = {}
"""A schema that says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an operation answers with one status.

    Attributes:
        status: The HTTP status.
        schema: The JSON Schema of the body, or `None` without one.
        example: A body of that status, or `None`.
        headers: The headers it has, by their names, with an example each.
    """

    status: int
    schema: Schema | None
    example: Any
    headers: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Where access is granted.

    Attributes:
        consent: The path where users consent, or `None`.
        granting: The path that grants tokens, or `None`.
        scopes: What there is to consent to.
    """

    consent: str | None = None
    granting: str | None = None
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answers:
    """What the operations of an API answer, as its description has it.

    A response has a `schema`, an `example` and `headers`, or is a `$ref` to a shared
    one.

    Attributes:
        schemas: The JSON Schemas that others refer to, by name.
        responses: What several operations answer, by name.
        common: What all operations of a verb in lower case, or of `any`, answer, by
            status.
        operations: What each operation answers besides, by status.
        variants: The `schema` of what an operation answers for some `arguments`.
        doors: Where access is granted.
    """

    schemas: Mapping[str, Any]
    responses: Mapping[str, Any]
    common: Mapping[str, Any]
    operations: Mapping[str, Any]
    variants: Mapping[str, Any]
    doors: Doors = Doors()
    # By identity, of schemas that live as long as these do.
    _resolved: dict[int, tuple[Schema, str]] = field(
        default_factory=dict[int, "tuple[Schema, str]"], init=False
    )
    _properties: dict[int, tuple[Properties, frozenset[str]]] = field(
        default_factory=dict[int, "tuple[Properties, frozenset[str]]"], init=False
    )

    def of(self, operation: str, method: str, status: int) -> Answer | None:
        """Return what an operation answers with a status.

        Args:
            operation: Its name in the description.
            method: Its verb.
            status: The HTTP status.
        """
        key = str(status)
        for table in (
            self.operations.get(operation, {}),
            self.common.get(method.lower(), {}),
            self.common.get("any", {}),
        ):
            if key in table:
                return self._answer(status, table[key])
        return None

    def success(self, operation: str, method: str) -> Answer | None:
        """Return what an operation answers when all is well.

        With content, if it can; then that something was created, if that is said.

        Args:
            operation: Its name in the description.
            method: Its verb.
        """
        statuses = map(int, self.operations.get(operation, {}))
        found = [
            answer
            for status in sorted(statuses)
            if status in _SUCCESSES
            and (answer := self.of(operation, method, status)) is not None
        ]
        found.sort(
            key=lambda answer: (answer.schema is None, answer.status != _CREATED)
        )
        return found[0] if found else None

    def variant(self, operation: str, values: Mapping[str, Any]) -> Schema | None:
        """Return what an operation answers for some arguments in particular.

        Args:
            operation: Its name in the description.
            values: The arguments, by their names on the wire.
        """
        for each in self.variants.get(operation, ()):
            if each["arguments"].items() <= values.items():
                schema: Schema = each["schema"]
                return schema
        return None

    def _answer(self, status: int, response: Mapping[str, Any]) -> Answer:
        while "$ref" in response:
            response = self.responses[_name(response["$ref"])]
        return Answer(
            status=status,
            schema=response.get("schema"),
            example=response.get("example"),
            headers=response.get("headers", {}),
        )

    def resolved(self, schema: Schema) -> tuple[Schema, str]:
        """Follow references, and take `… or null` off.

        Args:
            schema: A JSON Schema.

        Returns:
            The schema of what is there, and its name, which may be empty.
        """
        known = self._resolved.get(id(schema))
        if known is None:
            known = self._resolved[id(schema)] = self._followed(schema)
        return known

    def _followed(self, schema: Schema) -> tuple[Schema, str]:
        name = ""
        while True:
            if "$ref" in schema:
                name = _name(schema["$ref"])
                schema = self.schemas[name]
                continue
            members = [each for each in _members(schema) if each.get("type") != "null"]
            if len(members) != 1:
                return schema, name
            schema = members[0]

    def same(self, schema: Schema) -> dict[str, str]:
        """Map properties that are other names of one thing to the first of these.

        Args:
            schema: That of an object, without a reference at its top.
        """
        return {
            other: first
            for first, *others in schema.get("x-first-of", ())
            for other in others
        }

    def properties(self, schema: Schema) -> tuple[Properties, frozenset[str]]:
        """Collect the properties of an object, and which of them are always there.

        Args:
            schema: One without a reference at its top.
        """
        known = self._properties.get(id(schema))
        if known is None:
            found: dict[str, Schema] = {}
            required = {*schema.get("required", ())}
            for part in schema.get("allOf", ()):
                inner, demanded = self.properties(self.resolved(part)[0])
                found |= inner
                required |= demanded
            found |= schema.get("properties", {})
            known = self._properties[id(schema)] = (found, frozenset(required))
        return known


def _members(schema: Schema) -> list[Schema]:
    found: list[Schema] = [*schema.get("oneOf", ()), *schema.get("anyOf", ())]
    return found


def _name(reference: str) -> str:
    return reference.rpartition("/")[2]
