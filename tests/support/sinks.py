"""The places of the harmless description that text can be put into."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from .harmless import Spec, harmless

Sink = Callable[[Spec, str], None]


def at(*path: str | int) -> Sink:
    """Make the sink at a place of the description."""

    def put(spec: Spec, text: str) -> None:
        node: Any = spec
        for key in path[:-1]:
            node = node[key]
        assert path[-1] in node if isinstance(node, dict) else True
        node[path[-1]] = text

    return put


_FIND = ("paths", "/things/{id}", "post")
_PUT = ("paths", "/x", "put")
_OTHER = ("paths", "/x", "get")
_ROUTE = ("paths", "/old", "put", "x-availability", "route")
_BOLT = ("components", "schemas", "Bolt")
_CARD = ("components", "securitySchemes", "card")
_FLOW = (*_CARD, "flows", "clientCredentials")
_REASON = ("components", "schemas", "Refusal", "x-reason", 0)


def _tag(spec: Spec, text: str) -> None:
    spec["tags"][0]["name"] = text
    for item in spec["paths"].values():
        for operation in item.values():
            operation["tags"] = [text]


def _scope(spec: Spec, text: str) -> None:
    at(*_FLOW, "scopes")(spec, {text: "Look."})  # type: ignore[arg-type]
    for operation in (
        operations for item in spec["paths"].values() for operations in item.values()
    ):
        if operation["security"]:
            operation["security"] = [{"card": [text]}]


def _union_tag(spec: Spec, text: str) -> None:
    at(*_BOLT, "properties", "type", "const")(spec, text)
    mapping = spec["components"]["schemas"]["Either"]["discriminator"]["mapping"]
    mapping[text] = mapping.pop("bolt")


PROSE: dict[str, Sink] = {
    "info.title": at("info", "title"),
    "info.version": at("info", "version"),
    "info.description": at("info", "description"),
    "server description": at("servers", 0, "description"),
    "quota mode": at("x-quota-modes", "full"),
    "tag name": _tag,
    "tag description": at("tags", 0, "description"),
    "summary": at(*_FIND, "summary"),
    "description": at(*_FIND, "description"),
    "docs url": at(*_FIND, "externalDocs", "url"),
    "docs description": at(*_FIND, "externalDocs", "description"),
    "since": at(*_FIND, "x-availability", "since"),
    "variant summary": at(*_PUT, "x-variants", 0, "summary"),
    "variant description": at(*_PUT, "x-variants", 0, "description"),
    "parameter description": at(*_FIND, "parameters", 1, "description"),
    "id description": at(*_FIND, "parameters", 0, "description"),
    "fixed description": at(*_FIND, "parameters", 2, "description"),
    "body description": at(*_FIND, "requestBody", "description"),
    "response description": at(*_FIND, "responses", "200", "description"),
    "scheme description": at(*_CARD, "description"),
    "scope description": at(*_FLOW, "scopes", "read"),
    "schema description": at(*_BOLT, "description"),
    "union description": at("components", "schemas", "Either", "description"),
    "property description": at(*_BOLT, "properties", "plain", "description"),
    "reason description": at(*_REASON, "description"),
    "first-of description": at(*_BOLT, "x-first-of", "known_as", "description"),
    "argument value": at(*_PUT, "x-variants", 0, "arguments", "kind"),
}
"""Texts of any kind; the emitters stand for them even without `lint`."""

BODY = (*_FIND, "requestBody", "content", "application/json", "schema", "properties")
OTHERS: dict[str, Sink] = {
    "server url": at("servers", 0, "url"),
    "openapi": at("openapi"),
    "replacement": at(*_FIND, "x-availability", "replacement"),
    "id example": at(*_FIND, "parameters", 0, "example"),
    "parameter example": at(*_PUT, "parameters", 0, "example"),
    "parameter default": at(*_FIND, "parameters", 1, "schema", "default"),
    "pattern": at(*_FIND, "parameters", 0, "schema", "pattern"),
    "reference uri": at(*_FIND, "parameters", 0, "x-reference", "uri"),
    "reference url": at(*_FIND, "parameters", 0, "x-reference", "url"),
    "route uri": at(*_ROUTE, "arguments", "uris", "uri"),
    "argument enum": at(*_FIND, "parameters", 1, "schema", "enum", 1),
    "fixed const": at(*_FIND, "parameters", 2, "schema", "const"),
    "property enum": at(*_BOLT, "properties", "size", "enum", 0),
    "property format": at(*BODY, "note", "title"),
    "body default": at(*BODY, "note", "default"),
    "union tag": _union_tag,
    "discriminator": at(
        "components", "schemas", "Either", "discriminator", "propertyName"
    ),
    "reason value": at(*_REASON, "value"),
    "oauth url": at(*_FLOW, "tokenUrl"),
    "scope name": _scope,
    "variable": at(*_CARD, "x-environment", "client_id"),
    "header description": at(
        *_FIND, "responses", "200", "headers", "ETag", "description"
    ),
}
"""Texts that may have a form of their own, which `lint` holds."""

FORMED = {
    "quota mode": "some",
    "since": "2027-01-01",
    "server url": "https://a.example",
    "openapi": "3.1.0",
    "replacement": "put",
    "id example": "a1",
    "parameter default": "blue",
    "pattern": "^[a-z0-9]{0,9}$",
    "reference uri": "x:{id}",
    "reference url": "https://a.example/{a}/{id}",
    "route uri": "a:{id}",
    "union tag": "screw",
    "discriminator": "type",
    "scope name": "look",
}
"""Sinks with such a form, and a text that has it."""

SHORT = (
    *("info.title", "info.version", "tag name", "summary", "docs url", "reason value"),
    *("variant summary", "scope description", "argument value", "argument enum"),
    *("fixed const", "property enum", "property format", "oauth url", "variable"),
)
"""Sinks that take one line of what can be seen."""

UNSHOWN = (
    *("server description", "docs description", "parameter example", "body default"),
)
"""Sinks of which nothing is emitted."""

LONG = tuple(
    sink for sink in (*PROSE, *OTHERS) if sink not in {*FORMED, *SHORT, *UNSHOWN}
)
"""Sinks that take lines of what can be seen."""

ALIKE = {"a\nb": SHORT, "a\x0cb": LONG, "\ud800": UNSHOWN}
"""Sinks of one kind take the same texts; one that they refuse."""


def _rename(spec: Spec, place: tuple[str | int, ...], old: str, new: str) -> None:
    node: Any = spec
    for key in place:
        node = node[key]
    items = [(new if key == old else key, value) for key, value in node.items()]
    node.clear()
    node.update(items)


def _property(spec: Spec, name: str) -> None:
    _rename(spec, (*_BOLT, "properties"), "plain", name)
    names = [name, "made-by"]
    at(*_BOLT, "x-first-of", "known_as", "properties")(spec, names)  # type: ignore[arg-type]
    at(*_BOLT, "required")(spec, ["type", name])  # type: ignore[arg-type]


def _schema(spec: Spec, name: str) -> None:
    _rename(spec, ("components", "schemas"), "Bolt", name)
    text = json.dumps(spec).replace('schemas/Bolt"', f'schemas/{_token(name)}"')
    spec.update(json.loads(text))


def _token(name: str) -> str:
    escaped = name.replace("~", "~0").replace("/", "~1")
    return json.dumps(escaped)[1:-1]


def _variant(spec: Spec, name: str) -> None:
    at(*_PUT, "x-variants", 0, "operationId")(spec, name)
    at(*_FIND, "x-availability", "replacement")(spec, name)


def _root_call(spec: Spec, name: str) -> None:
    at("paths", "/keep", "put", "operationId")(spec, name)
    at(*_ROUTE[:-1], "replacement")(spec, name)


def _path_parameter(spec: Spec, name: str) -> None:
    _rename(spec, ("paths",), "/things/{id}", f"/things/{{{name}}}")
    at("paths", f"/things/{{{name}}}", "post", "parameters", 0, "name")(spec, name)


def _mode(spec: Spec, name: str) -> None:
    _rename(spec, ("x-quota-modes",), "full", name)
    _rename(spec, (*_FIND, "x-availability"), "full", name)
    _rename(spec, _ROUTE[:-1], "full", name)


def _body_property(spec: Spec, name: str) -> None:
    _rename(spec, BODY, "note", name)
    content = spec["paths"]["/things/{id}"]["post"]["requestBody"]["content"]
    content["application/json"]["example"] = {name: "a"}


NAMED: dict[str, Sink] = {
    "call": lambda spec, name: at(*_FIND, "operationId")(spec, f"things.{name}"),
    "resource": lambda spec, name: at(*_OTHER, "operationId")(spec, f"{name}.other"),
    "root call": _root_call,
    "variant": _variant,
    "query parameter": at(*_FIND, "parameters", 1, "name"),
    "body property": _body_property,
    "property": _property,
    "first of": lambda spec, name: _rename(
        spec, (*_BOLT, "x-first-of"), "known_as", name
    ),
    "quota mode": _mode,
    "error": at(*_REASON, "error"),
    "schema": _schema,
    "path parameter": _path_parameter,
}
"""Names that become names in Python; the last ones move what others stand in."""


_HARMLESS = json.dumps(harmless())
SINKS: dict[str, Sink] = {**PROSE, **OTHERS, **NAMED}
Texts = Mapping[str, str]
"""Texts by the place they are put into."""


def altered(texts: Texts) -> Spec:
    """Give the description with a text in each of some places."""
    spec = json.loads(_HARMLESS)
    for sink, put in SINKS.items():
        if sink in texts:
            put(spec, texts[sink])
    return spec


def save(spec: Spec, folder: Path) -> Path:
    """Write a description in ASCII; JSON is YAML."""
    file = folder / "spec.yaml"
    file.write_text(json.dumps(spec), encoding="ascii")
    return file
