"""A description takes time in proportion to its text, whatever stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.lint.size import MAX_PARTS
from tests.support.growth import LINEAR, growth, work
from tests.support.hostile_shapes import (
    PRODUCTS,
    SHAPES,
    answer,
    one,
    ref,
    shared,
    thing,
)

from .sample import judge

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.mark.promise("descriptions-take-linear-time")
@pytest.mark.parametrize("name", SHAPES)
def test_four_times_the_text_is_four_times_the_work(tmp_path: Path, name: str) -> None:
    assert growth(SHAPES[name], tmp_path) < LINEAR


@pytest.mark.promise("descriptions-take-linear-time")
@pytest.mark.parametrize("word", ["allOf", "oneOf"])
def test_parts_that_double_are_counted_and_not_walked(
    tmp_path: Path, word: str
) -> None:
    text = one(answers=answer(ref("S0"))) + shared(
        "schemas",
        *(f"S{i}: {{description: D., {word}: {_twice(i + 1)}}}" for i in range(40)),
        f"S40: {thing('z: {type: string, description: D.}')}",
    )
    found = judge(tmp_path, text)
    assert "`S30` joins more than 1000 schemas" in {item.message for item in found}


def _twice(number: int) -> str:
    return f"[{ref(f'S{number}')}, {ref(f'S{number}')}]"


@pytest.mark.promise("descriptions-take-linear-time")
@pytest.mark.parametrize("name", PRODUCTS)
def test_what_references_make_of_little_text_is_told_at_once(
    tmp_path: Path, name: str
) -> None:
    text = PRODUCTS[name](1_000)
    (found,) = judge(tmp_path, text)
    assert found.rule == "too-large"
    assert "with its references followed" in found.message
    assert work(text, tmp_path) < 10 * MAX_PARTS
