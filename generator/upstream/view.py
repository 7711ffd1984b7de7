"""One way to look at any description: what is not as it should be is not there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .read import is_list, is_table

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_MAX_STEPS = 30
"""References and parts of `allOf` that are followed in a row."""


def table(value: Any) -> dict[str, Any]:
    """Take a mapping; whatever else it is, it is empty."""
    return value if is_table(value) else {}


def items(value: Any) -> list[Any]:
    """Take a list; whatever else it is, it is empty."""
    return value if is_list(value) else []


def texts(value: Any) -> list[str]:
    """Take the texts of a list, or one that stands alone."""
    listed = value if is_list(value) else [value]
    return [item for item in listed if isinstance(item, str)]


@dataclass(slots=True)
class Operation:
    """One verb on one path, with the parameters that its path has."""

    route: str
    node: dict[str, Any]
    parameters: dict[tuple[str, str], dict[str, Any]]
    """By place and name; the names in paths are of no matter."""


@dataclass(slots=True)
class Look:
    """A description, looked at."""

    root: dict[str, Any]
    _flat: dict[int, dict[str, Any]] = field(default_factory=dict[int, dict[str, Any]])
    _kept: list[Any] = field(default_factory=list[Any])

    def follow(self, node: Any) -> dict[str, Any]:
        """Follow references within the file; what leads nowhere is empty.

        A key that only looks like a reference, its value no text, is none.
        """
        for _ in range(_MAX_STEPS):
            target = table(node).get("$ref")
            if not isinstance(target, str):
                return table(node)
            node = self._at(target)
        return {}

    def name(self, node: Any) -> str:
        """Give the name that a schema is referred to by."""
        target = table(node).get("$ref")
        return target.rsplit("/", 1)[-1] if isinstance(target, str) else ""

    def _at(self, reference: str) -> Any:
        if not reference.startswith("#/"):
            return None
        node: Any = self.root
        for part in reference[2:].split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            node = table(node).get(key)
        return node

    def operations(self) -> dict[str, Operation]:
        """Map verb and path, without the names in it, to operations."""
        found: dict[str, Operation] = {}
        for path, value in table(self.root.get("paths")).items():
            shared = self.follow(value)
            for method in METHODS:
                node = shared.get(method)
                if is_table(node):
                    route = f"{method.upper()} {path}"
                    listed = [
                        *items(shared.get("parameters")),
                        *items(node.get("parameters")),
                    ]
                    key = _PLACEHOLDER.sub("{}", route)
                    found[key] = Operation(route, node, self._parameters(listed))
        return found

    def _parameters(self, listed: list[Any]) -> dict[tuple[str, str], dict[str, Any]]:
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for node in listed:
            target = self.follow(node)
            place, name = target.get("in"), target.get("name")
            if isinstance(place, str) and isinstance(name, str) and place != "path":
                found[place, name] = target
        return found

    def schema(self, node: Any) -> dict[str, Any]:
        """Give a schema with its reference followed and its `allOf` joined."""
        target = self.follow(node)
        if id(target) not in self._flat:
            self._kept.append(target)  # so that no other gets its identity
            self._flat[id(target)] = self._joined(target)
        return self._flat[id(target)]

    def _joined(self, target: dict[str, Any]) -> dict[str, Any]:
        joined: dict[str, Any] = {}
        properties: dict[str, Any] = {}
        required: list[str] = []
        for part in self._parts(target):
            joined |= part
            properties |= table(part.get("properties"))
            required += texts(items(part.get("required")))
        joined["properties"] = properties
        joined["required"] = [*dict.fromkeys(required)]
        return joined

    def _parts(self, target: dict[str, Any]) -> list[dict[str, Any]]:
        """List what a schema is made of, the schema itself last."""
        found: list[dict[str, Any]] = []
        seen: set[int] = set()
        waiting = [target]
        while waiting:
            part = waiting.pop()
            if id(part) not in seen:
                seen.add(id(part))
                found.append(part)
                waiting += [self.follow(each) for each in items(part.get("allOf"))]
        return found[::-1]

    def kinds(self, schema: dict[str, Any]) -> set[str]:
        """List the types of a schema, without `null`."""
        listed = set(texts(schema.get("type"))) - {"null"}
        if not listed and schema.get("properties"):
            return {"object"}
        return listed

    def is_nullable(self, schema: dict[str, Any]) -> bool:
        """Say whether a value may be null, as 3.0 or as 3.1 says it."""
        alternatives = [*items(schema.get("oneOf")), *items(schema.get("anyOf"))]
        null = any(
            "null" in texts(self.follow(each).get("type")) for each in alternatives
        )
        return (
            null
            or schema.get("nullable") is True
            or "null" in texts(schema.get("type"))
        )

    def enum(self, schema: dict[str, Any]) -> list[str]:
        """List the known values, as text."""
        values = items(schema.get("enum")) or (
            [schema["const"]] if "const" in schema else []
        )
        simple = (item for item in values if isinstance(item, str | int | float))
        return [*dict.fromkeys(map(str, simple))]

    def alternative(self, node: Any) -> Any:
        """Give the one schema that is meant where `null` is the only other one."""
        schema = self.schema(node)
        listed = [*items(schema.get("oneOf")), *items(schema.get("anyOf"))]
        real = [
            each
            for each in listed
            if "null" not in texts(self.follow(each).get("type"))
        ]
        return real[0] if len(real) == 1 else node

    def answers(self, operation: Operation) -> dict[str, dict[str, Any]]:
        """Map statuses to what is answered with them."""
        listed = table(operation.node.get("responses"))
        return {str(status): self.follow(each) for status, each in listed.items()}

    def content(self, holder: Any) -> Any:
        """Give the schema of a body in JSON, or of whatever it is in."""
        content = table(self.follow(holder).get("content"))
        media = content.get("application/json") or next(iter(content.values()), None)
        return table(media).get("schema")

    def scopes(self, operation: Operation) -> set[str]:
        """List the scopes of all ways to be let in."""
        security = operation.node.get("security", self.root.get("security"))
        return {
            scope
            for way in items(security)
            for scopes in table(way).values()
            for scope in texts(scopes)
        }
