"""What a finding says to do leads somewhere: done, the description is clean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from generator.load.load import load
from generator.load.unsupported import UNSUPPORTED
from tests.support.generate import emit, settings

from .sample import DATA, SAMPLE, expand, judge, minimal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

A = "{type: object, description: d, properties: {a: {type: string, description: d}}}"
PARTS = f"""\
components:
  schemas:
    Thing:
      type: object
      description: d
      properties:
        part: PART
    Kept: {A}
"""
WHOLE = minimal('{$ref: "#/components/schemas/Thing"}') + PARTS
TEXT = "{type: string, description: d}"
LIST = "{type: array, description: d, items: {type: string}}"
MAP = "{type: object, description: d, additionalProperties: {type: string}}"
KEPT = "#/components/schemas/Kept"
WRITTEN = {
    "nullable": ("type: string, nullable: true", '{type: [string, "null"]}'),
    "exclusiveMinimum": (
        "type: integer, exclusiveMinimum: 0",
        "{type: integer, minimum: 1}",
    ),
    "exclusiveMaximum": (
        "type: integer, exclusiveMaximum: 9",
        "{type: integer, maximum: 8}",
    ),
    "patternProperties": ("type: object, patternProperties: {a: {type: string}}", MAP),
    "prefixItems": ("type: array, prefixItems: [{type: string}]", LIST),
    "contains": ("type: array, contains: {type: string}", LIST),
    "unevaluatedItems": ("type: array, unevaluatedItems: {type: string}", LIST),
    "minContains": (
        "type: array, items: {type: string}, minContains: 1",
        "{type: array, items: {type: string}, minItems: 1}",
    ),
    "maxContains": (
        "type: array, items: {type: string}, maxContains: 1",
        "{type: array, items: {type: string}, maxItems: 1}",
    ),
    "$dynamicRef": ("$dynamicRef: '#a'", f"{{$ref: '{KEPT}'}}"),
}
"""Keys of a schema, how they stand, and what their remedy makes of that."""


def described(part: str) -> str:
    """Describe a model with a property, and have all schemas used."""
    part = part if "description" in part else part.replace("{", "{description: d, ", 1)
    text = WHOLE.replace("PART", part)
    return text if KEPT in part else text.replace(f"    Kept: {A}\n", "")


def rules(folder: Path, text: str) -> list[str]:
    return [item.rule for item in judge(folder, text)]


def check_works(folder: Path, text: str) -> None:
    """Fail unless a description is clean, and modules that parse are made of it."""
    assert rules(folder, text) == []
    spec = folder / "spec.yaml"
    assert emit(load(spec), settings(spec), formatted=False)


@pytest.mark.promise("remedies-lead-somewhere")
@pytest.mark.parametrize("key", sorted(UNSUPPORTED["schema"]))
def test_a_key_that_is_not_supported_can_be_written_otherwise(
    tmp_path: Path, key: str
) -> None:
    broken, mended = WRITTEN.get(key, (f"type: string, {key}: true", TEXT))
    found = judge(tmp_path, described(f"{{description: d, {broken}}}"))
    assert "unsupported" in {item.rule for item in found}
    check_works(tmp_path, described(mended))


@pytest.mark.promise("remedies-lead-somewhere")
@pytest.mark.parametrize(
    ("broken", "rule", "mended"),
    [
        ("{type: object}", "schema-parts", MAP),
        ("{type: object, additionalProperties: true}", "unsupported", MAP),
        ("{type: object, additionalProperties: false}", "unsupported", MAP),
        ("{type: object, additionalProperties: {}}", "schema-type", MAP),
        ("{}", "schema-type", TEXT),
        ("{oneOf: [{type: string}, {type: integer}]}", "union", TEXT),
        ("{anyOf: [{type: string}, {type: integer}]}", "union", TEXT),
        ("{type: [string, integer]}", "schema-type", TEXT),
        ("{type: array}", "schema-parts", LIST),
        ('{type: "null"}', "schema-type", '{type: [string, "null"]}'),
        (
            "{type: string, minimum: 1}",
            "misplaced-keyword",
            "{type: number, minimum: 1}",
        ),
        (A, "object-in-place", f"{{$ref: '{KEPT}'}}"),
        (f"{{oneOf: [{{$ref: '{KEPT}'}}]}}", "union", f"{{$ref: '{KEPT}'}}"),
        (
            r"{type: string, pattern: '^\d+$'}",
            "pattern",
            '{type: string, pattern: "^[0-9]+$"}',
        ),
    ],
)
def test_a_schema_that_is_refused_can_be_written_otherwise(
    tmp_path: Path, broken: str, rule: str, mended: str
) -> None:
    assert rule in rules(tmp_path, described(broken))
    check_works(tmp_path, described(mended))


def operation(parameters: str = "", body: str = "", security: str = "") -> str:
    text = minimal("{type: string}", '""')
    if parameters:
        text = text.replace(
            "      responses:", f"      parameters: [{parameters}]\n      responses:"
        )
    if body:
        text = text.replace("    get:", "    post:").replace(
            "      responses:",
            f"      requestBody: {{content: {{{body}}}}}\n      responses:",
        )
    if security:
        text = text.replace("security: []", "security: [{key: []}]")
        text += f"components:\n  securitySchemes:\n    key: {security}\n"
    return text


def listed(rest: str) -> str:
    schema = "{type: array, items: {type: string}}"
    return (
        f"{{name: a, in: query, description: d, example: [b], schema: {schema}{rest}}}"
    )


OBJECT = (
    "{type: object, properties: {a: {type: string, description: d}}}, example: {a: b}"
)
BYTES = "{type: string, contentEncoding: base64, title: image}, example: YQ=="


@pytest.mark.promise("remedies-lead-somewhere")
@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (
            operation(listed("")),
            operation(listed(", style: form, explode: false")),
        ),
        (
            operation(body=f"multipart/form-data: {{schema: {OBJECT}}}"),
            operation(body=f"application/json: {{schema: {OBJECT}}}"),
        ),
        (
            operation(body=f"multipart/form-data: {{schema: {BYTES}}}"),
            operation(),
        ),
        (
            operation(body=f"application/merge-patch+json: {{schema: {BYTES}}}"),
            operation(body=f"application/json: {{schema: {OBJECT}}}"),
        ),
        (
            operation(body=f"'*/*': {{schema: {BYTES}}}"),
            operation(body=f"application/json: {{schema: {OBJECT}}}"),
        ),
        (
            operation(body="text/plain: {schema: {type: string}, example: a}"),
            operation(body=f"text/plain: {{schema: {BYTES}}}"),
        ),
        (
            operation(security="{type: apiKey, name: k, in: header, description: d}"),
            operation(security="{type: http, scheme: bearer, description: d}"),
        ),
        (
            operation(security="{type: openIdConnect, openIdConnectUrl: 'https://x'}"),
            operation(
                security="{type: oauth2, description: d, flows: {clientCredentials:"
                " {tokenUrl: 'https://x.example/token', scopes: {}}}}"
            ),
        ),
        (
            operation(security="{type: mutualTLS, description: d}"),
            operation(),
        ),
        (operation().replace('"200"', '"2XX"'), operation()),
        (operation().replace('"200"', "default"), operation()),
    ],
)
def test_what_is_refused_of_an_operation_is_one_finding_that_can_be_mended(
    tmp_path: Path, broken: str, mended: str
) -> None:
    assert len(rules(tmp_path, broken)) == 1
    check_works(tmp_path, mended)


MENDED = [
    pytest.param(edits, id=f"{case['rule']}-{number}")
    for case in yaml.safe_load((DATA / "lint_cases.yaml").read_text("utf-8"))["dialect"]
    for number, edits in enumerate(case.get("mended", ()))
]


@pytest.mark.promise("remedies-lead-somewhere")
@pytest.mark.parametrize("edits", MENDED)
def test_what_a_rule_says_to_write_instead_is_clean(
    tmp_path: Path, edits: list[dict[str, str]]
) -> None:
    text = SAMPLE
    for edit in edits:
        assert edit["old"] in text
        text = text.replace(edit["old"], edit["new"], 1)
    check_works(tmp_path, expand(text))
