"""Prism, which reads descriptions by itself: it serves one after the other."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .values import Json

FORM = "application/x-www-form-urlencoded"
FOLDER = Path(__file__).parents[2] / "prism"


class Prism:
    """A running Prism."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process = process
        self._file = folder / "bundle.json"

    def serve(self, bundle: Json) -> str:
        """Serve a description in place of the last one; give the URL."""
        self._file.write_text(json.dumps(_legible(bundle)), encoding="utf-8")
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{self._file}\n")
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline())
        assert said.startswith("http://"), said
        return said


def _legible(value: Json, key: str = "") -> Json:
    """Take out of forms what Prism cannot read.

    Of a list it sees the last element, and an empty form passes for none at all.
    """
    if isinstance(value, list):
        return [_legible(each) for each in value]
    if not isinstance(value, dict):
        return value
    if key == FORM:
        schema = value["schema"]
        kept = {n: s for n, s in schema["properties"].items() if s["type"] != "array"}
        required = [name for name in schema.get("required", ()) if name in kept]
        return {"schema": {**schema, "properties": kept, "required": required}}
    found = {name: _legible(each, name) for name, each in value.items()}
    if key == "requestBody" and FORM in found["content"]:
        found["required"] = bool(found["content"][FORM]["schema"]["required"])
    return found


@contextmanager
def running(folder: Path) -> Iterator[Prism]:
    """Run Prism, which reads what it serves from a folder."""
    with (folder / "prism.log").open("wb") as log:
        process = subprocess.Popen(
            ["node", str(FOLDER / "serve.js")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            with process:
                yield Prism(process, folder)
                assert process.stdin is not None
                process.stdin.close()
        finally:
            process.kill()
