"""Which patterns a description may have: those that end in time on any text."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, strategies as st

from generator.dialect.character_sets import CharacterSet, kind_of
from generator.dialect.patterns import Patterns

from .sample import judge, minimal

if TYPE_CHECKING:
    from pathlib import Path

QUICK = (
    *(
        "^[0-9A-Za-z]{22}$",
        "^spotify:.+$",
        "^[0-9A-Za-z_.~-]{43,128}$",
        "^$",
        "",
        "foo",
    ),
    *(
        "^(album|artist|audiobook|track|tracks)$",
        "[A-Z]{3}",
        "[0-9]+",
        "^#[0-9a-f]{6}$",
    ),
    *(
        "^[a-z]+( [a-z]+)*$",
        "^[a-z0-9]+(-[a-z0-9]+)*$",
        "^(([a-z]+,)*[a-z]+)?$",
        "^(a?)*$",
    ),
    *(
        r"^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.|$)){4}$",
        r"^(?!\.)[a-z.]+$",
        r"^\+?[1-9][0-9]{1,14}$",
    ),
    *(
        r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$",
        "^.{1,255}$",
        "^(?:x|y)*z",
    ),
    *(
        r"^https?://[^ /]+(/[^ ]*)?$",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z$",
        r"^[A-Za-z0-9_.-]+$",
    ),
    *("^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$", "^ *[^ ]+ *$", "(?!x)^a+$"),
)
SLOW = (
    *(
        "^(a+)+$",
        "^(a|a)*$",
        "^a*a*$",
        "(a?){30}a{30}",
        r"^[^@]+@[^@]+\.[^@]+$",
        "[a-z]+$",
    ),
    *("^([a-z]+ *)*$", "^((?=.*x)[a-z])+$", "^(a?b?)*$", "^(a*)*$", "^(.*)(.*)(.*)x$"),
    *(
        "(|)" * 30 + "a",
        "^a" + "(|)" * 30 + "$",
        "a" + "($|$)" * 30,
        "(|)" * 30 + "[^ -~]",
    ),
    *(
        " +$",
        "^(a|aa)+$",
        "^(?:.a|b.)*$",
        "^(éa|[à-ü]a)*$",
        "^(a{1,64}){1,64}$",
    ),
)
DIFFERING = {
    r"^\d+$": "^[0-9]+$",
    r"^\D+$": "^[^0-9]+$",
    r"^[\w.]+$": "^[A-Za-z0-9_.]+$",
    r"^a\s$": r"^a[ \t\r\n]$",
    "a++": "a+",
    "a*+": "a*",
    "(?>a)": "(?:a)",
    "(?i)a": "(a)",
    "(?P<a>b)": "(b)",
    "(?<a>b)": "(b)",
    "(?#a)b": "(?:)b",
    r"^a\Z": "^a$",
    r"^a\b": "^a$",
    "(?<=a)b": "ab",
    "(a)?(?(1)b|c)": "ab|c",
    r"(a)\1": "aa",
    r"\0": r"\u0000",
    r"\x{41}": r"\x41",
    r"\ud83d": r"\u00d3",
    r"\U00000041": "A",
    r"\N{DASH}": "-",
    r"\a": r"\u0007",
    r"a\-b": "a-b",
    r"a\_b": "a_b",
    "^{id}$": r"^\{id\}$",
    "a{,3}": "a{0,3}",
    "a]": r"a\]",
    "a}": r"a\}",
    "[]a]": r"[\]a]",
    "[^]": r"[^\]]",
    "[[a]": r"[\[a]",
    "[a&&b]": "[ab&]",
    "[a||b]": "[ab|]",
    "[!--]": "[!-]",
    "^*a": "^a",
    "a$?": "a$",
    "(?=a)*b": "(?=a)b",
}
"""What JavaScript and Python read differently, and what the remedy makes of it."""
NONE = ("(", "[", "a{2,1}", "*", "(" * 499 + ")" * 499, "a" * 1_001)


@pytest.mark.promise("patterns-end-in-time")
@pytest.mark.parametrize("pattern", QUICK)
def test_patterns_that_people_write_are_kept(pattern: str) -> None:
    assert Patterns().error(pattern) is None


@pytest.mark.promise("patterns-end-in-time")
@pytest.mark.parametrize("pattern", [*SLOW, *DIFFERING, *NONE])
def test_others_are_refused_with_a_remedy(pattern: str) -> None:
    error = Patterns().error(pattern)
    assert error is not None
    assert str(error)
    assert error.remedy


def test_a_refused_pattern_is_never_tried(tmp_path: Path) -> None:
    schema = '{type: array, items: {type: string, pattern: "^(a+)+$"}}'
    (found,) = judge(tmp_path, minimal(schema, f'["{"a" * 100}!"]'))
    assert found.rule == "pattern"
    assert found.message.startswith("the pattern `^(a+)+$` takes ever longer")


def test_many_intricate_patterns_share_a_budget() -> None:
    patterns = Patterns()
    errors = [patterns.error(f"^.*a.{{20}}x{number}$") for number in range(200)]
    assert all(errors)
    assert "too intricate" in str(patterns.error("^[a-z]{9}$"))


_PARTS = st.recursive(
    st.sampled_from(["a", "b", "[ab]", ".", "$", "", "[a-z]", "[^a]"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "*?"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
    ),
    max_leaves=6,
)


@pytest.mark.promise("patterns-end-in-time")
@given(_PARTS, st.sampled_from(["a", "b", "ab", "aab"]))
def test_the_ways_through_a_pattern_that_is_kept_grow_with_the_text(
    part: str, text: str
) -> None:
    pattern = f"^(?:{part})$"
    assume(Patterns().error(pattern) is None)
    one, four = (steps(pattern, text * times + "!") for times in (6, 24))
    assert four < 6 * one


@pytest.mark.parametrize("pattern", ["^(a+)+$", "^a*a*a*$", "^(a|a)*$"])
def test_the_ways_through_others_do_not(pattern: str) -> None:
    one, four = (steps(pattern, "a" * length + "!") for length in (4, 16))
    assert four > 20 * one


def steps(pattern: str, text: str) -> int:
    """Count what a matcher tries that goes all ways through a pattern, one by one."""
    tree: Any = importlib.import_module("re._parser").parse(pattern)
    matcher = Backtracking(text)
    assert list(matcher.sequence(list(tree), 0)) is not None
    return matcher.steps


class Backtracking:
    """Yields where each way through a part of a pattern ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.steps = 0

    def sequence(self, items: list[Any], at: int) -> Iterator[int]:
        self.steps += 1
        if self.steps > 200_000:
            return
        if not items:
            yield at
            return
        for after in self._item(str(items[0][0]), items[0][1], at):
            yield from self.sequence(items[1:], after)

    def _item(self, kind: str, value: Any, at: int) -> Iterator[int]:
        match kind:
            case "AT":
                if at == (0 if str(value) == "AT_BEGINNING" else len(self._text)):
                    yield at
            case "SUBPATTERN":
                yield from self.sequence(list(value[3]), at)
            case "BRANCH":
                for branch in value[1]:
                    yield from self.sequence(list(branch), at)
            case "MAX_REPEAT" | "MIN_REPEAT":
                yield from self._repeated(*value, at)
            case _:
                characters = CharacterSet.of(kind, value)
                assert characters is not None
                letter = self._text[at : at + 1]
                if letter and characters.has((ord(letter), kind_of(letter))):
                    yield at + 1

    def _repeated(self, low: int, high: int, inner: Any, at: int) -> Iterator[int]:
        if high:
            for after in self.sequence(list(inner), at):
                if low or after != at:
                    yield from self._repeated(max(low - 1, 0), high - 1, inner, after)
        if not low:
            yield at
