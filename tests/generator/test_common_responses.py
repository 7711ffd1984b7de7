"""What operations have in common is said once, and stands in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from generator.load.load import load, load_all
from generator.output.bundle import dump
from generator.upstream.scaffold import scaffold
from generator.validation.validate import validate

from .sample import judge_all, load_text, write

if TYPE_CHECKING:
    from pathlib import Path

COMMON = """\
x-common-responses:
  any:
    "401": {$ref: responses.yaml#/Denied}
    "404": {$ref: responses.yaml#/Missing}
  get:
    "304": {$ref: responses.yaml#/Same}
    "404": {$ref: responses.yaml#/Nowhere}
"""
ROOT = """\
openapi: 3.1.0
info: {title: T, version: "1", description: D.}
servers: [{url: "https://x.example"}]
tags: [{name: Things, description: D.}]
COMMONpaths:
  /things: {$ref: "paths/things.yaml#/~1things"}
  /token: {$ref: "paths/things.yaml#/~1token"}
"""
PATHS = """\
/things:
  get:
    operationId: things.all
    tags: [Things]
    summary: Get
    description: Get them.
    security: []
    responses:
      "500": {description: Down.}
      "204": {description: None.}
  post:
    operationId: things.add
    tags: [Things]
    summary: Add
    description: Add one.
    security: []
    responses:
      "204": {description: Done.}
      "401": {$ref: ../responses.yaml#/Closed}
/token:
  post:
    operationId: token
    tags: [Things]
    summary: Ask
    description: Ask for a token.
    security: []
    servers: [{url: "https://y.example"}]
    responses:
      "204": {description: Done.}
"""
RESPONSES = "".join(
    f"{name}: {{description: {name}.}}\n"
    for name in ("Denied", "Missing", "Nowhere", "Same", "Closed")
)


def described(folder: Path, common: str = COMMON, paths: str = PATHS) -> Path:
    files = {"openapi.yaml": ROOT.replace("COMMON", common), "paths/things.yaml": paths}
    return write(folder, {**files, "responses.yaml": RESPONSES})


def test_each_operation_has_those_of_any_and_of_its_verb(tmp_path: Path) -> None:
    read, add, ask = load(described(tmp_path)).operations
    assert {item.status: item.component for item in read.responses} == {
        204: None,
        304: "Same",
        401: "Denied",
        404: "Nowhere",
        500: None,
    }
    assert {item.status: item.component for item in add.responses} == {
        204: None,
        401: "Closed",
        404: "Missing",
    }
    assert [item.status for item in ask.responses] == [204]
    assert judge_all(described(tmp_path)) == ()


def test_the_bundle_is_plain_openapi(tmp_path: Path) -> None:
    document = load(described(tmp_path / "a"))
    text = dump(document.bundle)
    assert "x-common-responses" not in text
    assert validate(document.bundle) == ()
    written = yaml.safe_load(text)["paths"]
    assert list(written["/things"]["get"]["responses"]) == [
        "204",
        "304",
        "401",
        "404",
        "500",
    ]
    again = load_text(tmp_path / "b", text)
    assert again.bundle == document.bundle
    assert [[item.status for item in each.responses] for each in again.operations] == [
        [item.status for item in each.responses] for each in document.operations
    ]


MORE = "".join(
    f'    "{status}": {{$ref: responses.yaml#/Same}}\n' for status in range(450, 500)
)
SLIPS = {
    "a success": (
        '"304"',
        '"204"',
        "openapi.yaml:10:5: common-response: the response `204` belongs to",
    ),
    "written in place": (
        "  get:\n",
        '    "409": {description: No.}\n  get:\n',
        "openapi.yaml:9:12: common-response: a common response is written in place",
    ),
    "a verb": (
        "  get:",
        "  gte:",
        "openapi.yaml:9:3: unknown-key: `gte` is no key of the common responses",
    ),
    "of no operation": (
        "  get:\n",
        '  put:\n    "409": {$ref: responses.yaml#/Same}\n  get:\n',
        "openapi.yaml:10:5: common-response: no operation has the common response",
    ),
    "a range": (
        '"401"',
        '"4XX"',
        "openapi.yaml:7:5: unsupported: the status `4XX` is not supported",
    ),
    "a name": (
        "#/Same",
        "#/Some",
        "openapi.yaml:10:19: dangling-reference: `responses.yaml#/Some` names no",
    ),
    "too many": (
        "  get:\n",
        f"{MORE}  get:\n",
        "openapi.yaml:6:3: too-large: there are more than 50 common responses",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_what_is_wrong_is_told_once(tmp_path: Path, name: str) -> None:
    right, wrong, told = SLIPS[name]
    (found,) = judge_all(described(tmp_path, COMMON.replace(right, wrong, 1)))
    assert str(found).startswith(told)
    assert found.remedy


def test_nothing_is_said_again(tmp_path: Path) -> None:
    root = described(tmp_path, paths=PATHS.replace("yaml#/Closed", "yaml#/Denied"))
    (found,) = (item for item in judge_all(root) if item.rule == "common-response")
    assert str(found) == (
        "paths/things.yaml:19:7: common-response: the response `401` is what operations"
        " have in common\n    Take it out; `x-common-responses` says it."
    )


def test_a_place_in_the_bundle_is_found_in_the_files(tmp_path: Path) -> None:
    loaded = load_all(described(tmp_path))
    at = loaded.place("/paths/~1things/get/responses/404/description")
    assert str(at) == "responses.yaml:3:24"


def test_a_scaffold_leaves_them_out(tmp_path: Path) -> None:
    theirs = {
        "openapi": "3.0.3",
        "paths": {
            "/more": {
                "get": {
                    "operationId": "more",
                    "responses": {
                        status: {"description": "D"}
                        for status in ("204", "304", "401", "404", "409")
                    },
                }
            }
        },
    }
    section = scaffold(theirs, "more", load(described(tmp_path)))[0]
    assert list(section.content["/more"]["get"]["responses"]) == ["204", "409"]
