"""The client of a description, imported with the runtime as it stands."""

from __future__ import annotations

import importlib
import inspect
import itertools
import json
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import _runtime
from generator import pipeline
from generator.build.build import build
from generator.findings import InvalidDescriptionError
from tests.support.generate import emit, settings, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from generator import ir
    from generator.dialect.document import Document
    from generator.emit.outputs import Tree

    from .values import Json

_NUMBERS = itertools.count()


@dataclass(frozen=True)
class Drawn:
    """What became of a description: its client, imported, and what it means."""

    document: Document
    api: ir.Api
    tree: Tree
    package: str
    module: ModuleType


def written(description: Json, folder: Path) -> Path:
    """Write a description; JSON is YAML without aliases."""
    file = folder / "spec.yaml"
    text = json.dumps(description, ensure_ascii=False, indent=1)
    file.write_text(text, encoding="utf-8")
    return file


def accepted(spec: Path) -> Document | None:
    """Load and lint a description; give nothing if there is a finding."""
    try:
        return pipeline.described(settings(spec))
    except InvalidDescriptionError:
        return None


@contextmanager
def client_of(document: Document, spec: Path) -> Iterator[Drawn]:
    """Make a client in memory, write it, import all its modules, and forget it."""
    package = f"drawn_{next(_NUMBERS)}"
    config = settings(spec, package=package)
    tree = emit(document, config, formatted=False)
    folder = spec.parent
    write({p: t for p, t in tree.items() if p.startswith(package)}, folder)
    importlib.invalidate_caches()
    sys.path.insert(0, str(folder))
    # To load it anew for each of a thousand clients would take an hour.
    sys.modules[f"{package}._runtime"] = _runtime
    names = _names_of_errors()
    try:
        for path in sorted(tree):
            if path.startswith(package) and path.endswith(".py"):
                dotted = path.removesuffix(".py").replace("/", ".")
                if "__main__" not in dotted:
                    importlib.import_module(dotted.removesuffix(".__init__"))
        module = importlib.import_module(package)
        for name in module.__all__:
            getattr(module, name)
        yield Drawn(document, build(document), tree, package, module)
    finally:
        sys.path.remove(str(folder))
        for name in [*sys.modules]:
            if name.partition(".")[0] == package:
                del sys.modules[name]
        for error, named in names.items():
            error.__module__, error.__name__, error.__qualname__ = named
        shutil.rmtree(folder / package, ignore_errors=True)


def _names_of_errors() -> dict[type[Exception], tuple[str, str, str]]:
    """Remember what the runtime calls its errors: a client gives them its own names."""
    found: dict[type[Exception], tuple[str, str, str]] = {}
    waiting: list[type[Exception]] = [_runtime.ClientError]
    while waiting:
        error = waiting.pop()
        found[error] = (error.__module__, error.__name__, error.__qualname__)
        waiting.extend(error.__subclasses__())
    return found


def faces(drawn: Drawn) -> tuple[dict[str, str], dict[str, str]]:
    """List the calls of both clients with their signatures, as far as they are one."""
    module = drawn.module
    blocking, awaited = (
        _face(each) for each in (module.Things("t"), module.AsyncThings("t"))
    )
    same = {name: text.replace("AsyncPager", "Pager") for name, text in awaited.items()}
    return blocking, same


def _face(client: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, member in inspect.getmembers(client):
        if name.startswith("_") or name in {"close", "aclose"}:
            continue
        if type(member).__module__.startswith("drawn_"):
            for call, method in inspect.getmembers(member, inspect.ismethod):
                if not call.startswith("_"):
                    found[f"{name}.{call}"] = str(inspect.signature(method))
        elif getattr(member, "__module__", "").startswith("drawn_"):
            found[name] = str(inspect.signature(member))
    return found
