"""Only what says where a page is, is read as that; other APIs use the same words."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from tests.support.descriptions.clients import accepted, client_of, written

PAGE = {
    "type": "object",
    "description": "A page.",
    "required": ["items", "next"],
    "properties": {
        "items": {
            "type": "array",
            "description": "What there is.",
            "items": {"type": "string"},
        },
        "next": {"type": ["string", "null"], "description": "The next page."},
    },
}
LIST = {"type": "array", "items": {"type": "string"}}


def described(*parameters: dict[str, Any]) -> dict[str, Any]:
    example = {"items": ["a"], "next": None}
    answer = {"schema": {"$ref": "#/components/schemas/Names"}, "example": example}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1", "description": "Things."},
        "servers": [{"url": "https://things.example"}],
        "tags": [{"name": "Things", "description": "Things."}],
        "paths": {
            "/names": {
                "get": {
                    "operationId": "names",
                    "tags": ["Things"],
                    "summary": "List Names",
                    "description": "All names.",
                    "security": [],
                    "x-pagination": {"style": "cursor"},
                    "parameters": [
                        {"in": "query", "description": "A word.", **each}
                        for each in (*parameters, AFTER)
                    ],
                    "responses": {
                        "200": {
                            "description": "A page.",
                            "content": {"application/json": answer},
                        }
                    },
                }
            }
        },
        "components": {"schemas": {"Names": PAGE}},
    }


AFTER = {"name": "after", "schema": {"type": "string"}, "example": "0"}
COMMAS = {"style": "form", "explode": False}


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ({"name": "offset", "schema": LIST, "example": ["a"], **COMMAS}, ["b", "c"]),
        ({"name": "offset", "schema": {"type": "string"}, "example": "a"}, "b"),
        ({"name": "limit", "schema": {"type": "boolean"}, "example": True}, True),
        ({"name": "limit", "schema": LIST, "example": ["a"], **COMMAS}, ["b"]),
        ({"name": "before", "schema": LIST, "example": ["a"], **COMMAS}, ["b"]),
    ],
)
def test_words_that_mean_no_place_are_kept(
    tmp_path: Path, parameter: dict[str, Any], value: Any
) -> None:
    spec = written(described(parameter), tmp_path)
    document = accepted(spec)
    assert document is not None
    with client_of(document, spec) as drawn:
        fake = importlib.import_module(f"{drawn.package}.testing").FakeThings()
        with drawn.module.Things(transport=fake, strict=True) as client:
            found = client.names(**{parameter["name"]: value}).collect()
            assert len(found) > 20
            others = client.names().collect()
    assert others != found
    asked = [each.arguments.get(parameter["name"]) for each in fake.requests]
    assert set(map(str, asked)) == {str(value), "None"}
