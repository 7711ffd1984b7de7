"""Lists are read as they are written: with commas in a URL, name by name in a form."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.descriptions.clients import Drawn, accepted, client_of, written

TEXTS = {"type": "array", "description": "Words.", "items": {"type": "string"}}
BODY = {
    "type": "object",
    "properties": {
        "words": TEXTS,
        "flags": {**TEXTS, "items": {"type": "boolean"}},
        "name": {"type": "string", "description": "A name."},
    },
}
OPERATION = {
    "operationId": "change",
    "tags": ["Things"],
    "summary": "Change",
    "description": "Change it.",
    "security": [],
    "parameters": [
        {
            "name": "ids",
            "in": "query",
            "description": "Which.",
            "style": "form",
            "explode": False,
            "schema": {"type": "array", "items": {"type": "string"}},
            "example": ["a"],
        },
        {
            "name": "name",
            "in": "query",
            "description": "What the body has a name for, too.",
            "required": True,
            "schema": {"type": "string", "const": "n"},
        },
    ],
    "requestBody": {
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": BODY,
                "example": {"words": ["a"]},
            }
        }
    },
    "responses": {"204": {"description": "Done."}},
}
KEPT = {
    **{name: value for name, value in OPERATION.items() if name != "parameters"},
    "operationId": "keep",
    "requestBody": {
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "words": TEXTS,
                        "flags": {**TEXTS, "items": {"type": "boolean"}},
                        "few": TEXTS,
                    },
                },
                "example": {"words": ["a"]},
            }
        }
    },
    "responses": {
        "200": {
            "description": "It.",
            "content": {
                "application/json": {
                    "schema": {"$ref": "#/components/schemas/Thing"},
                    "example": {},
                }
            },
        }
    },
}
THING = {
    "type": "object",
    "description": "A thing.",
    "properties": {"words": TEXTS, "flags": TEXTS, "few": {**TEXTS, "maxItems": 2}},
}
DESCRIPTION = {
    "openapi": "3.1.0",
    "info": {"title": "Things", "version": "1", "description": "Things."},
    "servers": [{"url": "https://things.example"}],
    "tags": [{"name": "Things", "description": "Things."}],
    "paths": {"/things": {"post": OPERATION, "put": KEPT}},
    "components": {"schemas": {"Thing": THING}},
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drawn]:
    spec = written(DESCRIPTION, tmp_path_factory.mktemp("lists"))
    document = accepted(spec)
    assert document is not None
    with client_of(document, spec) as made:
        yield made


@pytest.mark.parametrize(
    "given",
    [
        {"words": ["a", "b", "a"]},
        {"words": ["a,b", "c&d=e", "f g+h%2C", ""]},
        {"flags": [True, False], "name": "x,y"},
        {"ids": ["a", "b"], "words": ["c"]},
        {"ids": ["a,b", "c", "%2C"]},
        {"ids": ["a"]},
    ],
)
def test_what_is_given_is_read(drawn: Drawn, given: dict[str, Any]) -> None:
    fake = importlib.import_module(f"{drawn.package}.testing").FakeThings()
    with drawn.module.Things(transport=fake) as client:
        client.change(**given)
    assert [dict(each.arguments) for each in fake.requests] == [given]


@pytest.mark.parametrize(
    ("query", "form", "status"),
    [
        ("name=n&ids=a%2Cb", "words=c&words=d&name=m", 204),
        ("name=n&ids=a&ids=b", "", 400),
        ("name=n", "name=a&name=b", 400),
        ("name=n&words=a", "", 400),
        ("name=n", "ids=a", 400),
        ("name=n", "flags=yes", 400),
        ("name=m", "", 400),
        ("", "name=n", 400),
    ],
)
def test_other_clients_are_read_as_strictly(
    drawn: Drawn, query: str, form: str, status: int
) -> None:
    fake = importlib.import_module(f"{drawn.package}.testing").FakeThings()
    request = importlib.import_module(drawn.package).Request(
        method="POST",
        url=f"https://things.example/things?{query}",
        headers=(("Content-Type", "application/x-www-form-urlencoded"),),
        body=form.encode(),
    )
    assert fake.send(request).status == status


def test_a_list_comes_back_where_its_elements_fit(drawn: Drawn) -> None:
    fake = importlib.import_module(f"{drawn.package}.testing").FakeThings()
    with drawn.module.Things(transport=fake, strict=True) as client:
        kept = client.keep(words=["a", "b"], flags=[True], few=["a", "b", "c"])
        assert kept.words == ["a", "b"]
        assert all(isinstance(each, str) for each in kept.flags)
        assert len(kept.few) <= 2
