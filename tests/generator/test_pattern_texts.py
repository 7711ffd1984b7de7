"""Texts that patterns match: each that can be made of the parts does."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, strategies as st

from generator.dialect.patterns import Patterns
from generator.dialect.texts import text_parts

ATOMS = st.sampled_from(
    [*("a", "é", "[a-c]", "[^a]", ".", "[à-ü]", "[0-9]", r"\\.", "x|y", "", "(?!a)")]
)
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(inner, st.sampled_from(["?", "{2}", "{1,3}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        inner.map(lambda pattern: f"^{pattern}$"),
    ),
    max_leaves=5,
)


@given(PATTERNS, st.integers(0, 6), st.randoms(use_true_random=False))
def test_every_choice_matches(pattern: str, at_least: int, chance: Any) -> None:
    parts: Any = text_parts(pattern, at_least)
    if parts is None or Patterns().error(pattern) is not None:
        return
    for _ in range(10):
        text = "".join(chance.choice(letters) for letters, n in parts for _ in range(n))
        assert re.search(pattern, text)
        assert len(text) >= at_least


@pytest.mark.parametrize(
    "pattern",
    [
        *("^$", "é", "[à-ü]+", "^[一-龥]+$", "^[^ -~]$", "^a|b$", "(?:a|)b"),
        *("^(?!x)[a-z]+$", "^(a|b(c|d)){2,3}$", "^([A-Z]{2}|from_token)$"),
    ],
)
def test_a_text_is_found(pattern: str) -> None:
    assert text_parts(pattern) is not None


@pytest.mark.parametrize("pattern", ["a$b", "x^", "(?=a)b", "^[a-z]{3}$"])
def test_of_what_nothing_matches_nothing_is_found(pattern: str) -> None:
    assert text_parts(pattern, 4) is None


@pytest.mark.parametrize(
    ("pattern", "at_least"),
    [
        *(("((a{100}){100}){100}", 0), ("a{100000}", 0), ("(ab){5000}", 0)),
        *(("[a-z]", 10**9), ("^[a-z]*$", 10**9)),
    ],
)
def test_texts_without_end_are_not_looked_for(pattern: str, at_least: int) -> None:
    assert text_parts(pattern, at_least) is None
