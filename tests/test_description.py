"""The description speaks of the API, in a form that every tool understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jsonschema_rs import Draft202012Validator

from tests.support.spec_calls import document

WORDS_OF_THE_CLIENT = re.compile(
    r"(?<!If-)\bNone\b|\b[Ii]terate\b" r"|quota_mode|URI or link|\bPython\b"
)
ROUTE = re.compile(r"`([A-Z]+ /[^\s`]*)`")
CALL = re.compile(r"`([a-z]+\.[a-z_]+)`")
VERBS = {"get", "put", "post", "delete"}


def bundle() -> dict[str, Any]:
    found = document().bundle
    assert isinstance(found, dict)
    return found


def parts(value: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Iterate over all objects of the description, its extensions and data aside."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from parts(item, f"{path}[{index}]")
    if isinstance(value, dict):
        yield path, value
        for name, item in value.items():
            if not name.startswith("x-") and name not in {"example", "examples"}:
                yield from parts(item, f"{path}.{name}")


def prose() -> Iterator[tuple[str, str]]:
    for path, part in parts(bundle()):
        for name in ("summary", "description"):
            if isinstance(part.get(name), str):
                yield path, part[name]


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in bundle()["paths"].items():
        for verb in VERBS & item.keys():
            yield f"{verb.upper()} {path}", item[verb]


def test_it_speaks_of_the_api_and_not_of_a_client() -> None:
    assert len(list(prose())) > 1000
    found = {p: t for p, t in prose() if WORDS_OF_THE_CLIENT.search(t)}
    assert found == {}
    calls = {item["operationId"] for _, item in operations()}
    assert {c for _, text in prose() for c in CALL.findall(text)} & calls == set()


def test_every_request_it_names_exists() -> None:
    named = {route for _, text in prose() for route in ROUTE.findall(text)}
    assert len(named) > 5
    assert named <= {route for route, _ in operations()}


def test_milliseconds_and_timestamps_have_64_bits() -> None:
    long = {
        path: part
        for path, part in parts(bundle())
        if re.search(r"(_ms|\.timestamp)$", path) and "type" in part
    }
    parameters = [
        part["schema"]
        for _, part in parts(bundle())
        if str(part.get("name", "")).endswith("_ms") and "schema" in part
    ]
    every = [*long.values(), *parameters]
    assert len(every) > 12
    assert [
        s for s in every if s.get("format") != "int64" and "integer" in s["type"]
    ] == []


def test_every_operation_has_one_tag() -> None:
    assert {route: o["tags"] for route, o in operations() if len(o["tags"]) != 1} == {}


def test_it_says_whose_it_is() -> None:
    assert bundle()["info"].keys() >= {"contact", "license", "termsOfService"}


def test_a_page_without_items_is_an_answer_of_each_kind() -> None:
    """It fits both members of the answer, of which a request picks one."""
    said = bundle()["paths"]["/me/top/{type}"]["get"]["responses"]["200"]
    schema = said["content"]["application/json"]["schema"]
    whole = {**schema, "components": bundle()["components"]}
    page = {"href": "", "items": [], "next": None, "previous": None}
    page |= {"limit": 20, "offset": 0, "total": 0}
    Draft202012Validator(whole).validate(page)
