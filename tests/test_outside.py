"""Tools of others read the bundled description, and what they make of it works."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.output.bundle import dump
from spotify_web_api import operations
from tests.support.parts import lack, need
from tests.support.shared import shared_file
from tests.support.spec_calls import document
from tests.test_fixtures import ODDITIES, SHARED, SUCCESSES, TODAY, Recording

ROOT = Path(__file__).parents[1]
OUTSIDE = ROOT / "tests" / "outside"
NODE = OUTSIDE / "node_modules" / ".bin"
PYTHON = ROOT / ".venv-others" / "bin"
PAGE = ROOT / "docs" / "tools.md"
QUIET = {
    "REDOCLY_TELEMETRY": "off",
    "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
    "NO_COLOR": "1",
    "COLUMNS": "400",
}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("outside") / "bundle.yaml"
    file.write_text(dump(document().bundle), encoding="utf-8")
    return file


class Said(NamedTuple):
    """What a program printed."""

    out: str
    err: str


def said(program: Path, *arguments: object, **options: Any) -> Said:
    """Run a tool that has to end well."""
    if not program.exists():
        lack(f"{program.name} is not installed: `make outside` does")
    ran = subprocess.run(
        [str(program), *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | QUIET | {"PATH": f"{PYTHON}:{os.environ['PATH']}"},
        **options,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return Said(ran.stdout, ran.stderr)


def redocly(bundle: Path) -> set[str]:
    found = json.loads(said(NODE / "redocly", "lint", bundle, "--format=json").out)
    return {
        f"{each['message']} ({each['location'][0]['pointer'].split('/')[3]})"
        for each in found["problems"]
    }


def spectral(bundle: Path) -> set[str]:
    rules = OUTSIDE / "spectral.yaml"
    options = ("-r", rules, "-f", "json", "--quiet", "--fail-severity", "error")
    found = said(NODE / "spectral", "lint", bundle, *options).out
    return {each["message"] for each in json.loads(found)}


def swagger_parser(bundle: Path) -> set[str]:
    if not NODE.exists():
        lack("swagger-parser is not installed: `make outside` does")
    need("node", "swagger-parser runs in it")
    count = said(Path(shutil.which("node") or ""), OUTSIDE / "validate.mjs", bundle).out
    assert count == f"{len(document().bundle['paths'])} paths\n"
    return set()


def openapi_typescript(bundle: Path) -> set[str]:
    types = bundle.with_name("api.ts")
    told = said(NODE / "openapi-typescript", bundle, "-o", types)
    compiled = said(NODE / "tsc", "--strict", "--noEmit", types)
    assert compiled == ("", "")
    return {line for line in "".join(told).splitlines() if "warn" in line.lower()}


@cache
def openapi_python_client(bundle: Path) -> set[str]:
    settings = bundle.with_name("settings.yaml")
    settings.write_text("post_hooks: []\n", encoding="utf-8")
    target = bundle.with_name("opc")
    options = ("--meta", "none", "--overwrite", "--config", settings)
    told = "".join(
        said(
            PYTHON / "openapi-python-client",
            *("generate", "--path", bundle, "--output-path", target, *options),
        )
    )
    places = re.findall(r"WARNING parsing (.+?) within", told)
    reasons = re.findall(r"not be generated\.\s+(.+)", told)
    assert told.count("WARNING") == len(places) == len(reasons), told
    return {f"{why} ({where})" for where, why in zip(places, reasons, strict=True)}


@cache
def datamodel_code_generator(bundle: Path) -> set[str]:
    package = bundle.with_name("dcg")
    package.mkdir(exist_ok=True)
    told = said(
        PYTHON / "datamodel-codegen",
        *("--input", bundle, "--input-file-type", "openapi"),
        *("--output", package / "models.py", "--formatters", "builtin"),
        *("--output-model-type", "pydantic_v2.BaseModel"),
        *("--target-python-version", "3.11"),
    ).err
    return set(re.findall(r"UserWarning: (.+)", told))


TOOLS: dict[str, Callable[[Path], set[str]]] = {
    "@redocly/cli": redocly,
    "@stoplight/spectral-cli": spectral,
    "@apidevtools/swagger-parser": swagger_parser,
    "openapi-typescript": openapi_typescript,
    "openapi-python-client": openapi_python_client,
    "datamodel-code-generator": datamodel_code_generator,
}
"""A tool to what it says of a bundle that it accepts."""


@cache
def told() -> dict[str, tuple[str, set[str]]]:
    """Read the table of the page: a tool to its version and what it says."""
    rows = re.findall(
        r"^\| `([^`]+)` \| (\S+) \| .*? \| (.*) \|$", PAGE.read_text(), re.MULTILINE
    )
    return {
        tool: (version, set() if says == "nothing" else set(says.split("<br>")))
        for tool, version, says in rows
    }


def test_the_page_names_the_tools_and_their_versions() -> None:
    package = json.loads((OUTSIDE / "package.json").read_text())["devDependencies"]
    lines = (ROOT / "requirements-others.txt").read_text().splitlines()
    python = dict(line.split("==") for line in lines if "==" in line)
    versions = {tool: (package | python)[tool] for tool in TOOLS}
    assert {tool: version for tool, (version, _) in told().items()} == versions


@pytest.mark.promise("other-tools-read-the-description")
@pytest.mark.parametrize("tool", TOOLS)
def test_the_tool_accepts_the_bundle(tool: str, bundle: Path) -> None:
    """What it says stands in the page, with the reason."""
    assert TOOLS[tool](bundle) == told()[tool][1]


def judged() -> list[tuple[Recording, str, str | None]]:
    """Give the recordings with a body: the operation's module, the schema's name."""
    bundle: Any = document().bundle
    found: list[tuple[Recording, str, str | None]] = []
    for recording in SUCCESSES:
        operation = operations.TABLE.by_route.get(recording.endpoint)
        if operation is None or recording.weak:
            continue
        method, _, path = recording.endpoint.partition(" ")
        node = bundle["paths"][path][method.lower()]
        content = node["responses"].get(str(recording.status), {}).get("content")
        if content is not None:
            schema = content["application/json"]["schema"].get("$ref")
            module = f"{node['tags'][0].lower()}.{operation.name.replace('.', '_')}"
            name = schema.rpartition("/")[2] if schema else None
            found.append((recording, module, name))
    return found


@pytest.mark.promise("other-tools-read-the-description")
def test_what_they_made_reads_the_recordings(bundle: Path) -> None:
    """All since 2020 but those that no truthful description fits; most older ones."""
    shared_file("fixtures/index.csv")
    openapi_python_client(bundle)
    datamodel_code_generator(bundle)
    files = {str(SHARED / "fixtures" / each.file): each for each, _, _ in judged()}
    asked = [
        (str(SHARED / "fixtures" / each.file), module, each.status, schema)
        for each, module, schema in judged()
    ]
    script = OUTSIDE / "decode.py"
    answer = said(PYTHON / "python", script, bundle.parent, input=json.dumps(asked)).out
    assert len([each for each in files.values() if each.year >= TODAY]) > 100
    for tool, failed in json.loads(answer).items():
        unread = [files[file] for file in failed]
        today = {each.file for each in unread if each.year >= TODAY}
        older = [each for each in files.values() if each.year < TODAY]
        assert today <= set(ODDITIES), tool
        assert (
            len([each for each in unread if each.year < TODAY]) < len(older) / 3
        ), tool
