"""The pipeline in memory: a description goes in, the files of a client come out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator import pipeline
from generator.config import Config
from generator.findings import InvalidDescriptionError
from generator.output.gate import examined
from generator.output.render import render
from generator.plan.reserved import reserved

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.dialect.document import Document
    from generator.emit.outputs import Tree
    from generator.findings import Finding
    from generator.naming import Reserved

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"


@cache
def reserved_names() -> Reserved:
    """Give the names that emitted code uses itself."""
    return reserved(settings(ROOT / "spec.yaml"))


def settings(
    spec: Path, *, package: str = "client_of_things", client: str = "Things"
) -> Config:
    """Configure a client without hand-written modules and house rules."""
    return Config(
        spec=spec,
        templates=TEMPLATES,
        output=spec.parent / "out",
        package=package,
        client=client,
        distribution=package.replace("_", "-"),
        version="1.2.3",
        cache=spec.parent / "cache",
    )


def findings(spec: Path) -> tuple[Finding, ...]:
    """List what `load`, the rules of the dialect and the validator find."""
    try:
        pipeline.validated(settings(spec))
    except InvalidDescriptionError as error:
        return error.findings
    return ()


def generate(config: Config) -> Tree:
    """Generate what a command writes, but for the manifest.

    Raises:
        InvalidDescriptionError: `load` or a rule of the dialect found something.
    """
    return emit(pipeline.described(config), config, runtime=True)


def emit(
    document: Document,
    config: Config,
    *,
    runtime: bool = False,
    formatted: bool = True,
) -> Tree:
    """Run the stages after `lint`, whatever it would say."""
    outputs = pipeline.planned(document, config)
    if not runtime:
        outputs = replace(outputs, copies=())
    if formatted:
        return pipeline.printed(outputs)
    return examined(render(outputs), frozenset(copy.path for copy in outputs.copies))


def lend_runtime(folder: Path, packages: Iterable[str]) -> None:
    """Put stubs into packages that stand for the one runtime, `_runtime`."""
    root = TEMPLATES / "package" / "_runtime"
    stubs = {}
    for source in sorted(root.rglob("*.py")):
        inside = source.relative_to(root).with_suffix("")
        module = ".".join(("_runtime", *inside.parts)).removesuffix(".__init__")
        stubs[f"{inside.as_posix()}.pyi"] = f"from {module} import *\n"
    for package in packages:
        write(stubs, folder / package / "_runtime")


def mypy(folder: Path, modules: Iterable[str]) -> str:
    """Check modules in a folder as strictly as the project is; give what is wrong."""
    named = folder / "modules.txt"
    named.write_text("".join(f"--module={name}\n" for name in modules))
    options = ["--config-file", ROOT / "pyproject.toml"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, f"@{named}"],
        cwd=folder,
        env={
            **os.environ,
            "MYPYPATH": str(TEMPLATES / "package"),
            "MYPY_CACHE_DIR": str(ROOT / ".mypy_cache" / "emitted"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def write(tree: Tree, folder: Path) -> None:
    """Write a tree below a folder."""
    for path, text in tree.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
