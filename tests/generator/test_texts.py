"""Every text of the dialect is looked at, whatever its field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.dialect import document, extensions, schema
from generator.findings import Location
from generator.lint.texts import texts
from generator.lint.view import View
from tests.support.generate import reserved_names

from .sample import SAMPLE, expand, load_text

FEW_WORDS = {
    ("Schema", "types"),
    ("Operation", "method"),
    ("Operation", "retry"),
    ("Reason", "retry"),
    ("Parameter", "location"),
    ("Pagination", "style"),
    ("RouteArgument", "form"),
    ("SecurityScheme", "type"),
}
"""Fields that hold one of a few words."""
NOT_EMITTED = {
    ("CommonResponse", "method"),
    ("NamedSchema", "file"),
    ("Schema", "default"),
    ("Parameter", "example"),
    ("QuotaLimit", "default"),
    ("Example", "name"),
    ("Example", "value"),
    ("Document", "bundle"),
}


class Held(NamedTuple):
    owner: str
    field: str
    text: str


def held(node: Any) -> Iterator[Held]:
    """List the texts in a node and all below it, whatever they are."""
    for field in fields(node):
        value = getattr(node, field.name)
        for each in flat(value):
            if isinstance(each, str):
                yield Held(type(node).__name__, field.name, each)
            elif is_dataclass(each) and not isinstance(each, Location):
                yield from held(each)


def flat(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple | frozenset):
        for item in value:
            yield from flat(item)
    else:
        yield value


def described() -> set[tuple[str, str]]:
    """Name the fields of the dialect that may hold text."""
    return {
        (item.__name__, field.name)
        for module in (document, extensions, schema)
        for item in vars(module).values()
        if is_dataclass(item) and item.__module__ == module.__name__
        for field in fields(item)
        if re.search(r"\bstr\b|Scalar|Value|Literal", str(field.type))
    }


_KIND = (
    '{a: {uri: "u:{id}", url: "https://u/{id}", also: ["v:{id}"],'
    ' pattern: "^p$", hint: H.}}'
)
_GROUPS = "      x-groups: [{of: [region, uris], at_most: 1}]\n"


def rich() -> str:
    """Give a description that holds a text in every field."""
    text = expand(SAMPLE)
    for before, after in (
        ("tags:\n", f"x-references: {_KIND}\ntags:\n"),
        (
            'x-reference: {uri: "lib:book:{id}", url: "https://library.example/{id}"}',
            "x-reference: {kinds: [a, b], by: c}",
        ),
        (
            "      x-batch: {parameter: uris",
            f"{_GROUPS}      x-formerly: [old.name]\n      x-batch: {{parameter: uris",
        ),
        ("      flows:\n", "      x-refused-flows: {implicit: No.}\n      flows:\n"),
        ("      requestBody:\n", "      requestBody:\n        description: B.\n"),
        (
            "- operationId: top.books\n",
            "- replacement: r\n          formerly: [f]\n          operationId: b\n",
        ),
        (
            '{$ref: "#/components/schemas/Item"}',
            '{$ref: "#/components/schemas/Item", description: A.}',
        ),
    ):
        assert before in text
        text = text.replace(before, after)
    return text


def test_every_text_is_listed(tmp_path: Path) -> None:
    view = View.over(load_text(tmp_path, rich()), reserved_names())
    listed = {(item.name, item.text) for item in texts(view)}
    missing = {
        (item.owner, item.field)
        for item in held(view.document)
        if (item.field, item.text) not in listed
    }
    assert missing <= FEW_WORDS | NOT_EMITTED


def test_every_field_is_tried(tmp_path: Path) -> None:
    document = load_text(tmp_path, rich())
    tried = {(item.owner, item.field) for item in held(document)}
    assert described() - tried - NOT_EMITTED == set()
