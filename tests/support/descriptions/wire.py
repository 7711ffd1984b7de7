"""What has to go over the wire for some arguments, read from the description alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, unquote_plus

from .values import joined

if TYPE_CHECKING:
    from .values import Components, Json

FORM = "application/x-www-form-urlencoded"


def resolved(schema: Json, components: Components) -> Json:
    """Follow references, and join what `allOf` joins."""
    while "$ref" in schema:
        schema = components[schema["$ref"].rpartition("/")[2]]
    return joined(schema, components) if "allOf" in schema else schema


def taken(said: Json, components: Components) -> dict[tuple[str, str], Json]:
    """Map what an operation takes, by place and name, to its schema."""
    found = {(p["in"], p["name"]): p["schema"] for p in said["parameters"]}
    for media_type, media in said.get("requestBody", {}).get("content", {}).items():
        whole = resolved(media["schema"], components)
        place = "form" if media_type == FORM else "json"
        for one in whole.get("oneOf", (whole,)):
            body = resolved(one, components)
            if "properties" not in body:
                found["body", body["title"]] = body
            for name, schema in body.get("properties", {}).items():
                found[place, name] = schema
    return found


def text_of(value: Json) -> str:
    """Write a plain value as a URL or a form has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value)


def bare(value: Json) -> Json:
    """Leave out what is null in objects, which is not given, as JSON is read."""
    match value:
        case dict():
            return {
                name: bare(each) for name, each in value.items() if each is not None
            }
        case list():
            return [bare(each) for each in value]
    return value


def check_sent(request: Any, path: str, given: dict[tuple[str, str], Json]) -> None:
    """Fail unless a request says what was given, each where it belongs.

    Args:
        request: What was sent.
        path: The template of the path.
        given: The values, constants too, by place and name.
    """
    by_place: dict[str, dict[str, Json]] = {}
    for (place, name), value in given.items():
        by_place.setdefault(place, {})[name] = value
    url, _, query = request.url.partition("?")
    for name, value in by_place.get("path", {}).items():
        assert "/" not in text_of(value) or "%2F" in url, (url, name)
    wanted, found = _texts(by_place.get("query", {})), _fields(
        query, unquote, commas=True
    )
    assert found == wanted, (query, wanted)
    if "form" in by_place:
        fields = _fields(request.body.decode(), unquote_plus)
        assert fields == _texts(by_place["form"]), (request.body, by_place["form"])
    elif "json" in by_place:
        content = json.loads(request.body)
        assert bare(content) == bare(by_place["json"]), (content, by_place["json"])


def _texts(values: dict[str, Json]) -> dict[str, list[str]]:
    return {
        name: [
            text_of(each) for each in (value if isinstance(value, list) else [value])
        ]
        for name, value in values.items()
        if value != []
    }


def _fields(text: str, decode: Any, *, commas: bool = False) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for part in text.split("&") if text else ():
        name, _, value = part.partition("=")
        values = value.split(",") if commas else [value]
        found.setdefault(decode(name), []).extend(map(decode, values))
    return found
