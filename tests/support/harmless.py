"""A small description without findings, with a place for every kind of text."""

from __future__ import annotations

from typing import Any

Spec = dict[str, Any]

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
