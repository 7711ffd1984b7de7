"""A small description without findings, and helpers to write and judge others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.findings import InvalidDescriptionError, Problems
from generator.lint.lint import lint
from generator.load.load import load, load_all
from generator.source.compose import parse
from generator.source.nodes import Budget
from tests.support.generate import reserved_names

if TYPE_CHECKING:
    from generator.dialect.document import Document
    from generator.findings import Finding

DATA = Path(__file__).parent / "data"
SAMPLE = (DATA / "sample.yaml").read_text(encoding="utf-8")

_CACHING = (
    '{ETag: {$ref: "#/components/headers/ETag"},'
    ' Cache-Control: {$ref: "#/components/headers/CacheControl"}}'
)
_ERRORS = "\n        ".join(
    f'"{status}": {{$ref: "#/components/responses/{name}"}}'
    for status, name in (
        (401, "Denied"),
        (403, "Denied"),
        (429, "Limited"),
        (500, "Failed"),
        (502, "Failed"),
        (503, "Failed"),
    )
)


def expand(text: str) -> str:
    """Fill in what the sample repeats."""
    text = text.replace("HEADERS", _CACHING).replace("ERRORS", _ERRORS)
    return text.replace("BOOK", "{type: book, title: Faust}")


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder and give the path of the first one."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / next(iter(files))


def load_text(folder: Path, text: str) -> Document:
    """Load a description of one file."""
    return load(write(folder, {"spec.yaml": text}))


def refused(root: Path) -> tuple[Finding, ...]:
    """Give the findings with which `load` refuses a description."""
    try:
        load(root)
    except InvalidDescriptionError as error:
        return error.findings
    return ()


def judge_yaml(text: str) -> list[tuple[str, int, int]]:
    """Parse a text; the rules of its findings, and where they are."""
    problems = Problems()
    parse(text, "x.yaml", problems, Budget())
    return [(item.rule, item.at.line, item.at.column) for item in problems.findings]


def judge(folder: Path, text: str, *, house: bool = False) -> tuple[Finding, ...]:
    """Load and lint a description of one file; findings of either."""
    return judge_all(write(folder, {"spec.yaml": text}), house=house)


def judge_all(root: Path, *, house: bool = False) -> tuple[Finding, ...]:
    """Load and lint a description of any number of files."""
    try:
        loaded = load_all(root)
    except InvalidDescriptionError as error:
        return error.findings
    found = lint(loaded.document, reserved_names(), house=house)
    return tuple(sorted((*loaded.findings, *found)))


MINIMAL = """\
openapi: 3.1.0
info: {title: T, version: "1", description: D.}
servers: [{url: "https://x.example"}]
tags: [{name: Things, description: D.}]
paths:
  /things:
    get:
      operationId: things.all
      tags: [Things]
      summary: Get
      description: Get it.
      security: []
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: SCHEMA
              example: EXAMPLE
"""


def minimal(schema: str, example: str = "{}") -> str:
    """Make a small description around the schema of one answer."""
    return MINIMAL.replace("SCHEMA", schema).replace("EXAMPLE", example)


FILES = {
    "openapi.yaml": """\
openapi: 3.1.0
info: {title: T, version: "1", description: D.}
servers: [{url: "https://x.example"}]
tags: [{name: Things, description: D.}]
x-quota-modes: {one: One.}
paths:
  /things/{id}: {$ref: "paths/things.yaml#/~1things~1%7Bid%7D"}
""",
    "paths/things.yaml": """\
/things/{id}:
  get:
    operationId: things.get
    tags: [Things]
    summary: Get
    description: Get it.
    security: []
    x-availability: {one: available}
    parameters: [{$ref: ../parameters.yaml#/id}]
    responses:
      "200": {$ref: ../responses.yaml#/Found}
""",
    "parameters.yaml": (
        "id: {name: id, in: path, required: true, description: d, example: a,"
        " schema: {type: string}}\n"
    ),
    "headers.yaml": "ETag: {description: d, schema: {type: string}}\n",
    "responses.yaml": """\
Found:
  description: d
  headers: {ETag: {$ref: headers.yaml#/ETag}}
  content:
    application/json:
      schema: {$ref: schemas/things.yaml#/Thing}
      examples:
        one: {$ref: examples/things.yaml#/default}
        two: {$ref: examples/more.yaml#/default}
""",
    "schemas/things.yaml": """\
Thing:
  type: object
  description: d
  properties:
    type: {type: string, description: d}
    other: {description: d, oneOf: [{$ref: ./others.yaml#/Other}, {type: "null"}]}
    any:
      description: d
      oneOf: [{$ref: others.yaml#/Other}, {$ref: ../schemas/others.yaml#/Another}]
      discriminator:
        propertyName: type
        mapping: {other: others.yaml#/Other, another: others.yaml#/Another}
""",
    "schemas/others.yaml": "".join(
        f"{name}:\n  type: object\n  description: d\n  required: [type]\n"
        "  properties:\n"
        f"    type: {{type: string, const: {name.lower()}, description: d}}\n"
        for name in ("Another", "Other")
    ),
    "examples/things.yaml": "default: {summary: s, value: {type: a}}\n",
    "examples/more.yaml": "default: {summary: s, value: {type: b}}\n",
}
"""The same in several files; the first one is the root."""
