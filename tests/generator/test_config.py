"""What `[tool.generator]` may say, and that nothing else is taken for an answer."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from generator.config import ConfigError, read_config
from generator.plan.reserved import reserved
from tests.support.generate import TEMPLATES

GOOD: dict[str, object] = {
    "spec": "spec/openapi.yaml",
    "templates": str(TEMPLATES),
    "output": "client",
    "package": "things",
    "client": "Things",
    "distribution": "things-client",
    "version": "1.0.0",
}


def project(folder: Path, change: dict[str, object]) -> Path:
    values = {**GOOD, **change}
    lines = (f"{key} = {toml(value)}" for key, value in values.items())
    file = folder / "pyproject.toml"
    file.write_text("\n".join(["[tool.generator]", *lines]), encoding="utf-8")
    return file


def toml(value: object) -> str:
    if isinstance(value, dict):
        return (
            f"{{{', '.join(f'{key} = {toml(each)}' for key, each in value.items())}}}"
        )
    return json.dumps(value)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"version": "2.0rc1.post2.dev3+local.1"},
        {"distribution": "a"},
        {"spec": "openapi.yaml"},
        {"output": "out/of/the/way"},
        {"output": "./client"},
        {"handwritten": "templates/own"},
    ],
)
def test_what_makes_sense_is_read(tmp_path: Path, change: dict[str, object]) -> None:
    config = read_config(project(tmp_path, change))
    assert config.output.is_relative_to(tmp_path)


NONSENSE: list[tuple[dict[str, object], str]] = [
    *(
        ({"distribution": text}, "distribution is")
        for text in ("", "x\r\nX: 1", "-a", "a" * 101)
    ),
    *(
        ({"distribution": text}, "distribution is")
        for text in ("a b", "é", "a/b", "a\n")
    ),
    *(
        ({"version": text}, "version is")
        for text in ("", "no version", "1.0\n", "v1", "1." * 99 + "1")
    ),
    *(
        ({"client": text}, "client is")
        for text in ("errors", "cached_property", "_A", "A" * 61)
    ),
    *(
        ({"client": text}, "client is no Python name")
        for text in ("", "None", "A b", "Ä", "1")
    ),
    *(
        ({"package": text}, "package is")
        for text in ("", "typing", "json", "class", "a.b", "__a")
    ),
    *(
        ({"output": text}, "output is")
        for text in ("", ".", "..", "a/../..", "/tmp/x", "a\0b")
    ),
    *(
        ({"output": text}, "lie in each other")
        for text in ("spec", "spec/x", "own", "own/a")
    ),
    ({"output": "client", "spec": "client/spec/a.yaml"}, "lie in each other"),
    ({"output": "openapi.yaml", "spec": "openapi.yaml"}, "lie in each other"),
    ({"spec": ""}, "spec is"),
    ({"spec": "a\0b"}, "spec is"),
    ({"templates": ""}, "templates is"),
    ({"handwritten": 5}, "needs text for handwritten"),
    ({"house": "yes"}, "needs text for house"),
    ({"calls": {"things": "a.b"}}, "needs texts like"),
    ({"calls": {"things": "a:class"}}, "needs texts like"),
    ({"calls": {"things": 1}}, "needs texts like"),
    ({"calls": 5}, "needs texts like"),
]


@pytest.mark.promise("nonsense-is-told")
@pytest.mark.parametrize(("change", "told"), NONSENSE)
def test_nonsense_is_told(tmp_path: Path, change: dict[str, object], told: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(told)):
        read_config(project(tmp_path, {"handwritten": "own", **change}))


@pytest.mark.parametrize(
    "name", ["Pager", "AccessToken", "Client", "Status", "Page", "Any"]
)
def test_a_client_has_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    config = read_config(project(tmp_path, {"client": name}))
    with pytest.raises(ConfigError, match="emitted code has"):
        reserved(config)


@pytest.mark.promise("nonsense-is-told")
@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe",
        b"a = " + b"[" * 20_000,
        b"a = 1" + b"0" * 5_000,
        b"[tool]\ngenerator = [1]",
    ],
)
def test_a_file_that_makes_no_sense_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pyproject.toml").write_bytes(data)
    with pytest.raises(ConfigError, match=r"pyproject\.toml: "):
        read_config(tmp_path / "pyproject.toml")


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(ConfigError, match=name):
            read_config(tmp_path / name)


def test_the_output_is_behind_no_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").symlink_to("elsewhere")
    for output in ("out", "out/client"):
        with pytest.raises(ConfigError, match="leads through a link"):
            read_config(project(tmp_path, {"output": output}))
