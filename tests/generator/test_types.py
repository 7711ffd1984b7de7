"""Packages of all kinds of descriptions have types, by one strict run of mypy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.load.load import load
from tests.support import hostile
from tests.support.generate import emit, lend_runtime, mypy, settings, write
from tests.support.hostile import apart, rotated
from tests.test_golden import GOOD
from tests.test_second_api import described

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.emit.outputs import Tree

pytestmark = pytest.mark.slow


USER = """
from typing import assert_type
from .vendor.lantern import AsyncLantern, AsyncPager
from .vendor.lantern import Lantern, Pager, Refilled, models


def blocking(client: Lantern) -> None:
    assert_type(client.books.get("b1"), models.Book)
    assert_type(client.books.get_several(["b1"]), list[models.Book | None])
    assert_type(client.books.loans("b1"), Pager[models.Loan])
    assert_type(client.readers.current_loan(), models.Loan | None)
    assert_type(client.branches(), list[str])
    assert_type(client.shelves.clear("s"), models.ShelfState)
    assert_type(client.shelves.refill("s", ["b"]).ids, tuple[str, ...])


async def awaited(client: AsyncLantern) -> None:
    assert_type(await client.books.get("b1"), models.Book)
    assert_type(client.books.loans("b1"), AsyncPager[models.Loan])
    async for loan in client.books.loans("b1"):
        assert_type(loan, models.Loan)
    refilled = await client.shelves.refill("s", ["b1"], side="right")
    assert_type(refilled, Refilled)
"""
"""A module of somebody who keeps the package in a folder of theirs."""

KINDS = ("call", "resource", "root call", "query parameter", "property")
"""Where a name from a description could hide one that the code beside it speaks of."""


def of_golden_cases() -> Iterator[tuple[str, Tree]]:
    for case in GOOD:
        name = f"golden_{case.name}"
        spec = case / "spec.yaml"
        yield name, emit(load(spec), settings(spec, package=name), formatted=False)


def of_names_that_modules_use(folder: Path) -> Iterator[tuple[str, Tree]]:
    for texts in rotated(KINDS, hostile.SHADOWS):
        for names, document in apart(texts, folder):
            package = "named_" + "_".join(names.values())
            config = settings(folder / "spec.yaml", package=package)
            yield package, emit(document, config, formatted=False)


def of_a_second_api() -> tuple[str, Tree]:
    config = described("lantern")
    place = "app_of_somebody/vendor"
    tree = emit(load(config.spec), config, formatted=False)
    package = f"{place}/lantern"
    nested = {f"{place}/{path}": text for path, text in tree.items()}
    hand = config.handwritten
    assert hand is not None
    for file in (hand / "package").rglob("*.py"):
        inside = file.relative_to(hand / "package").as_posix()
        nested[f"{package}/{inside}"] = file.read_text(encoding="utf-8")
    return package, {**nested, "app_of_somebody/use.py": USER}


def test_mypy_accepts_every_package(tmp_path: Path) -> None:
    packages = dict(of_golden_cases())
    packages |= of_names_that_modules_use(tmp_path)
    assert len(packages) > 50
    package, tree = of_a_second_api()
    packages[package] = tree
    modules = []
    for emitted in packages.values():
        code = {p: text for p, text in emitted.items() if p.endswith(".py")}
        write(code, tmp_path)
        modules += [path.removesuffix(".py").replace("/", ".") for path in code]
    lend_runtime(tmp_path, packages)
    assert (
        mypy(tmp_path, [module.removesuffix(".__init__") for module in modules]) == ""
    )
