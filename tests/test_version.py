"""The package tells its version, what it was made of, and which files are its own."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import spotify_web_api
from generator import __version__, pipeline
from generator.config import read_config
from generator.load.load import load
from tests.support.generate import ROOT
from tests.support.harmless import harmless
from tests.support.sinks import save

PACKAGE = ROOT / "generated" / "spotify_web_api"


def version() -> dict[str, str]:
    return tomllib.loads((PACKAGE / "VERSION").read_text("utf-8"))


def test_the_package_says_its_version() -> None:
    project = tomllib.loads((ROOT / "generated/pyproject.toml").read_text("utf-8"))
    assert spotify_web_api.__version__ == project["project"]["version"]
    assert version()["client"] == spotify_web_api.__version__
    assert version()["generator"] == __version__


def test_the_description_is_named_by_what_it_says(tmp_path: Path) -> None:
    digest = pipeline.described(read_config(ROOT / "pyproject.toml")).digest
    assert version()["description"] == f"sha256:{digest}"
    usual = load(save(harmless(), tmp_path)).digest
    backwards = dict(reversed(harmless().items()))
    assert load(save(backwards, tmp_path)).digest == usual
    other = harmless() | {"info": harmless()["info"] | {"version": "2"}}
    assert load(save(other, tmp_path)).digest != usual


def test_the_manifest_of_the_package_lists_all_of_it() -> None:
    lines = (PACKAGE / "MANIFEST").read_text("utf-8").splitlines()
    digests = {line[66:]: line[:64] for line in lines}
    found = {
        path.relative_to(PACKAGE).as_posix(): path.read_bytes()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    del found["MANIFEST"]
    assert digests == {
        path: hashlib.sha256(data).hexdigest() for path, data in found.items()
    }


def test_the_licence_goes_with_the_package() -> None:
    assert (PACKAGE / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
