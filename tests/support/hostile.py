"""A small description with a place for every kind of text, and texts that mean harm."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Spec = dict[str, Any]
Sink = Callable[[Spec, str], None]

PAYLOADS = (
    '"""\nimport os; open("PWNED", "w")\n"""',
    '"""',
    "\\",
    'x"); open("PWNED", "w"); ("',
    "{{ view }}{% raw %}{# #}",
    "x\u2028import os; open('PWNED', 'w')\u2028#",
)
"""Texts that are tried whatever else is there."""

NAMES = (
    *("class", "None", "match", "type", "_", "__init__", "self", "list", "property"),
    *("models", "errors", "operations", "deprecated", "cast", "field", "datetime"),
    *("a-b", "aB", "1a", "", "...", "ﬁeld", "\u043e", "aux", "a/../../b", "a\0b", "é"),
    *("resource", "pager", "sequence", "literal", "any", "query", "path", "json", "_a"),
    *("Resource", "Model", "Literal", "Page", "Things", "AsyncThings", "NotFoundError"),
    *("cached_property", "str", "client", "things", "name", "items", "body", "Any"),
    *("plain", "FineError", "ValueError", 'a"b', "a\\b"),
)
"""Names that are tried whatever else is there."""

SHADOWS = (
    *("models", "cast", "deprecated", "field", "property", "list", "str", "datetime"),
    *("literal", "resource", "sequence", "any", "errors", "operations", "type"),
    *("cached_property", "things", "path", "query", "json", "body"),
)
"""Names that emitted modules use themselves."""

_STRING = {"type": "string"}
_DONE = {"204": {"description": "Done."}}


def harmless() -> Spec:
    """Give a description without findings."""
    thing = {
        "type": "object",
        "description": "A thing.",
        "properties": {
            "type": {"type": "string", "const": "bolt", "description": "The kind."},
            "plain": {"type": "string", "description": "Its name."},
            "made-by": {"type": "string", "description": "Who made it."},
            "size": {"type": "string", "enum": ["big"], "description": "How large."},
        },
        "required": ["type", "plain"],
        "x-first-of": {
            "known_as": {"properties": ["plain", "made-by"], "description": "A name."}
        },
    }
    nut = {
        "type": "object",
        "description": "Another thing.",
        "properties": {
            "type": {"type": "string", "const": "nut", "description": "The kind."}
        },
        "required": ["type"],
    }
    either = {
        "description": "One of the two.",
        "oneOf": [_ref("Bolt"), _ref("Nut")],
        "discriminator": {
            "propertyName": "type",
            "mapping": {"bolt": _ref("Bolt")["$ref"], "nut": _ref("Nut")["$ref"]},
        },
    }
    return {
        "openapi": "3.1.1",
        "info": {"title": "Things", "version": "1", "description": "A shop of things."},
        "servers": [{"url": "https://api.example/v1", "description": "It."}],
        "x-quota-modes": {"full": "Everybody."},
        "tags": [{"name": "Things", "description": "All the things."}],
        "paths": {
            "/things/{id}": {"post": _operation()},
            "/x": {"put": _write(), "get": _other()},
            "/keep": {"put": _uris("keep")},
            "/old": {"put": _uris("keep_old") | {"x-availability": _routed()}},
        },
        "components": {
            "securitySchemes": {"card": _scheme()},
            "schemas": {"Bolt": thing, "Nut": nut, "Either": either, **_errors()},
        },
    }


def _ref(name: str) -> Spec:
    return {"$ref": f"#/components/schemas/{name}"}


def _operation() -> Spec:
    return {
        "operationId": "things.find",
        "tags": ["Things"],
        "summary": "Find Things",
        "description": "Things that fit.",
        "externalDocs": {"url": "https://docs.example/a", "description": "More."},
        "deprecated": True,
        "security": [{"card": ["read"]}],
        "x-availability": {
            "full": "removed",
            "since": "2026-02-11",
            "replacement": "put",
        },
        "parameters": [_id(), _colour(), _version()],
        "requestBody": {
            "description": "What is sent.",
            "content": {
                "application/json": {"schema": _body(), "example": {"note": "a"}}
            },
        },
        "responses": {
            "200": {
                "description": "Them.",
                "headers": {"ETag": {"description": "A tag.", "schema": _STRING}},
                "content": {
                    "application/json": {
                        "schema": {"type": "array", "items": _ref("Either")},
                        "examples": {"one": {"summary": "One.", "value": []}},
                    }
                },
            },
            "404": {
                "description": "Gone.",
                "content": {"application/json": {"schema": _ref("Refusal")}},
            },
        },
    }


def _id() -> Spec:
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "The thing.",
        "example": "t1",
        "schema": {"type": "string", "pattern": "^[a-z0-9]*$"},
        "x-reference": {"uri": "shop:{id}", "url": "https://shop.example/{a}/{id}"}
        | {"optional": ["a"]},
    }


def _colour() -> Spec:
    return {
        "name": "colour",
        "in": "query",
        "description": "The colour.",
        "example": "red",
        "x-client-default": True,
        "schema": {"type": "string", "enum": ["red", "blue"], "default": "red"},
    }


def _version() -> Spec:
    return {
        "name": "version",
        "in": "query",
        "required": True,
        "description": "The form.",
        "schema": {"type": "string", "const": "v1"},
    }


def _body() -> Spec:
    note = {"type": "string", "description": "A note.", "title": "Note", "default": "a"}
    return {"type": "object", "properties": {"note": note}}


def _other() -> Spec:
    """Stand after the call that gets a name, which its annotations may meet."""
    shade = {"type": "array", "items": {"type": "string", "enum": ["dark"]}}
    return {
        **{key: _operation()[key] for key in ("tags", "security", "deprecated")},
        "operationId": "things.other",
        "summary": "Find Another",
        "description": "Another thing.",
        "parameters": [
            {
                "name": "shades",
                "in": "query",
                "description": "The shades.",
                "style": "form",
                "explode": False,
                "example": ["dark"],
                "schema": shade,
            }
        ],
        "responses": {
            "200": {
                "description": "It.",
                "content": {
                    "application/json": {"schema": _ref("Either"), "example": NUT}
                },
            }
        },
    }


NUT = {"type": "nut"}


def _uris(name: str) -> Spec:
    values = {"type": "array", "items": _STRING}
    uris = {"name": "uris", "in": "query", "required": True, "description": "Things."}
    form = {"style": "form", "explode": False, "example": ["a"], "schema": values}
    return {
        "operationId": name,
        "tags": ["Things"],
        "summary": "Keep",
        "description": "Keep things.",
        "security": [],
        "parameters": [{**uris, **form}],
        "responses": _DONE,
    }


def _routed() -> Spec:
    route = {"arguments": {"uris": {"from": "uris", "uri": "shop:{id}"}}}
    return {"full": "removed", "replacement": "keep", "route": route}


def _write() -> Spec:
    variant = {"operationId": "put", "summary": "Put", "description": "Put it away."}
    return {
        "operationId": "put_all",
        "tags": ["Things"],
        "summary": "Put",
        "description": "Put something.",
        "security": [],
        "x-variants": [{**variant, "arguments": {"kind": "bolt"}}],
        "parameters": [
            {
                "name": "kind",
                "in": "query",
                "required": True,
                "description": "The kind.",
                "example": "bolt",
                "schema": {"type": "string"},
            }
        ],
        "responses": _DONE,
    }


def _scheme() -> Spec:
    flow = {
        "tokenUrl": "https://cards.example/token",
        "scopes": {"read": "Look at things."},
    }
    return {
        "type": "oauth2",
        "description": "A card.",
        "flows": {"clientCredentials": flow},
        "x-environment": {"client_id": "CARD_ID"},
    }


def _errors() -> Spec:
    reason = {"value": "GONE", "status": 404, "error": "GoneForEverError"}
    properties = {"reason": {"type": "string", "description": "Why."}}
    return {
        "Refusal": {
            "type": "object",
            "description": "Why not.",
            "properties": properties,
            "x-reason": [{**reason, "description": "Somebody took it."}],
        }
    }


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
