"""Everything wrong with a description is told in one run, and nothing but that."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from .sample import SAMPLE, expand, judge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


OPERATION = """\
  /NAME:
    get:
      operationId: things.NAME
      tags: [Things]
      summary: Get
      description: Get it.
      security: []
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {type: string}, example: a}}
"""

DESCRIPTION = f"""\
openapi: 3.1.1
info: {{title: T, version: "1", description: D.}}
servers: [{{url: "https://x.example"}}]
tags: [{{name: Things, description: D.}}]
paths:
{OPERATION.replace("NAME", "first")}MORE
components:
  schemas:
    One: {{description: D., allOf: [{{$ref: "#/components/schemas/Other"}}]}}
    Other: {{description: D., allOf: [{{$ref: "#/components/schemas/One"}}]}}
    Plain: {{type: object, description: D., properties: {{text: {{type: string}}}}}}
    lower: {{type: string, description: D.}}
"""

WRONG = {
    "bad-reference": ("{type: string}", '{$ref: "https://x.example/y.yaml#/Y"}'),
    "dangling-reference": ("{type: string}", '{$ref: "#/components/schemas/None"}'),
    "duplicate-call": ("things.NAME", "things.first"),
    "missing-description": (
        "{type: string}, example: a",
        '{$ref: "#/components/schemas/Plain"}, example: {}',
    ),
    "missing-example": (", example: a", ""),
    "missing-prose": ("description: Get it.", 'description: ""'),
    "operation-id": ("things.NAME", "things.list"),
    "pattern": ("{type: string}", '{type: string, pattern: "("}'),
    "reference-outside": ("{type: string}", "{$ref: ../x.yaml#/X}"),
    "schema-cycle": ("{type: string}", '{$ref: "#/components/schemas/One"}'),
    "schema-name": ("{type: string}", '{$ref: "#/components/schemas/lower"}'),
    "unknown-key": ("summary: Get", "summary: Get\n      deprecatd: true"),
    "unsupported": ("{type: string}", "{not: {type: string}}"),
}
"""Each rule, and what to change in an operation to break it and no other."""


def test_whatever_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    more = ""
    for number, (right, wrong) in enumerate(WRONG.values()):
        assert right in OPERATION
        more += OPERATION.replace(right, wrong).replace("NAME", f"call_{number}")
    found = judge(tmp_path, DESCRIPTION.replace("MORE\n", more))
    assert sorted(item.rule for item in found) == list(WRONG)
    assert len({item.at.line for item in found}) == len(WRONG)


BATCHES = 20
"""Descriptions that are judged, each broken in places far from each other."""

FREE = {"example", "value", "default", "scopes", "mapping", "x-environment"}
"""Below these keys stand names and data that are the description's own."""

Place = tuple[str | int, ...]


def mappings(value: Any, place: Place = ()) -> Iterator[Place]:
    """List the mappings that have keys of the dialect."""
    if isinstance(value, dict):
        yield place
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if key not in FREE and isinstance(item, dict | list):
            yield from mappings(item, (*place, key))


def test_what_is_broken_brings_no_other_finding_with_it(tmp_path: Path) -> None:
    sample: Any = yaml.safe_load(expand(SAMPLE))
    places = [*mappings(sample)]
    for first in range(BATCHES):
        data = deepcopy(sample)
        scattered = places[first::BATCHES]
        for place in scattered:
            broken: Any = data
            for key in place:
                broken = broken[key]
            broken["Nonsense"] = None
        found = judge(tmp_path, json.dumps(data), house=True)
        assert len({item.at for item in found}) == len(scattered), (scattered, found)
        assert len(found) == len(scattered)
