"""How the work of a description grows with its size, counted and not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from generator.findings import InvalidDescriptionError
from generator.lint.lint import lint
from generator.load.load import load_all
from tests.support.generate import reserved_names

LINEAR = 4.5
"""Of work that grows in proportion, less than this; 3 is exact, 15 is square."""


def growth(make: Callable[[int], str], folder: Path, size: int = 60) -> float:
    """Say how much more work the last three quarters are than the first quarter.

    Args:
        make: Makes a description of a size.
        folder: Where to write it.
        size: The first quarter.
    """
    base, one, four = (work(make(each), folder) for each in (1, size, 4 * size))
    return (four - one) / (one - base)


def work(text: str, folder: Path) -> int:
    """Count the calls of functions, C's too, that it takes to load and lint a text."""
    file = folder / "spec.yaml"
    file.write_text(text, encoding="utf-8")
    reserved = reserved_names()
    count = 0

    def profile(frame: FrameType, event: str, argument: Any) -> None:
        del frame, argument
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(profile)
    try:
        with suppress(InvalidDescriptionError):
            lint(load_all(file).document, reserved, house=False)
    finally:
        sys.setprofile(None)
    return count
