"""Whether a regular expression ends in time proportional to the text, whatever that is.

Python's matcher tries one way through a pattern after the other. It takes as long as
there are ways in which the beginnings of a text can be matched, so these are counted:
for every text at once, since what matters of a text is only how many ways have led to
each position of the pattern so far. If that number is bounded, the time is linear.
"""

from __future__ import annotations

import importlib
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from .character_sets import CharacterSet, alphabet
from .ecma import differing, in_python

_parser: Any = importlib.import_module("re._parser")

MAX_LENGTH = 1_000
"""Characters of a pattern."""
_MAX_WAYS = 100
"""Ways through a pattern at once, up to which it is quick enough."""
_STEPS_OF_ONE, _STEPS_OF_ALL = 50_000, 1_000_000
"""What is looked at before patterns are too intricate, in a description and in all."""
_UNROLLED = 64
"""Repetitions that are told apart; more are taken for any number."""
_START = -1

Ways = Counter[int]
"""Position of a pattern to the number of ways that lead to it."""
_NOWHERE = Ways()


class PatternError(Exception):
    """A pattern that cannot be used; `remedy` says what to write."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


@dataclass(slots=True)
class Steps:
    """How much may still be looked at."""

    left: int

    def spend(self, count: int) -> None:
        """Take steps away.

        Raises:
            PatternError: There are none left.
        """
        self.left -= count
        if self.left < 0:
            message = "is too intricate to see that it takes no longer on some texts"
            remedy = "Write a simpler one; say the rest in the description."
            raise PatternError(message, remedy)


@dataclass(slots=True)
class Patterns:
    """Judges the patterns of one description, each once, within a budget for all."""

    _left: int = _STEPS_OF_ALL
    _known: dict[str, PatternError | None] = field(
        default_factory=dict[str, PatternError | None]
    )

    def error(self, pattern: str) -> PatternError | None:
        """Say what is wrong with a pattern, if anything is."""
        if pattern not in self._known:
            steps = Steps(min(self._left, _STEPS_OF_ONE))
            given = steps.left
            self._known[pattern] = _error(pattern, steps)
            self._left -= given - max(steps.left, 0)
        return self._known[pattern]


def _error(pattern: str, steps: Steps) -> PatternError | None:
    if len(pattern) > MAX_LENGTH:
        message = f"has more than {MAX_LENGTH} characters"
        return PatternError(message, "Say it in the description.")
    try:
        steps.spend(len(pattern))
        problem = differing(pattern)
        if problem is not None:
            return PatternError(problem.message, problem.remedy)
        spelled = in_python(pattern)
        re.compile(spelled)
        _Automaton(_parser.parse(spelled), steps).check()
    except PatternError as error:
        return error
    except (re.error, OverflowError, RecursionError) as error:
        return PatternError(f"is no pattern: {error}", "Mend the pattern.")
    return None


@dataclass(slots=True)
class _Part:
    """A part of a pattern: where it begins and ends, and the ways to be empty.

    `ends` and `shut` count the ways through `$` as well, after which nothing is read.
    """

    first: Ways = field(default_factory=Ways)
    last: Ways = field(default_factory=Ways)
    empty: int = 0
    ends: Ways = field(default_factory=Ways)
    shut: int = 0

    def bound(self) -> None:
        """Refuse what may be read in too many ways without reading a character."""
        _bound(max((*self.first.values(), *self.ends.values(), self.empty, self.shut)))


class _Automaton:
    """The positions of a pattern at which it reads a character, and what may follow."""

    def __init__(self, tree: Any, steps: Steps) -> None:
        self._steps = steps
        self._sets: list[CharacterSet] = []
        self._follow: dict[int, Ways] = {}
        self._asserts = False
        self._anchored = _is_anchored(tree)
        self._whole = self._sequence(tree)

    def check(self) -> None:
        """Follow all texts at once.

        Raises:
            PatternError: There are too many ways, or it cannot be found out.
        """
        letters = alphabet(self._sets, self._steps.spend)
        begin = frozenset({(_START, 1)})
        seen, pending = {begin}, [begin]
        while pending:
            ways = pending.pop()
            for letter in letters:
                reached = self._after(ways, letter)
                _bound(sum(count for _, count in reached))
                if reached not in seen:
                    seen.add(reached)
                    pending.append(reached)

    def _after(
        self, ways: frozenset[tuple[int, int]], letter: frozenset[int]
    ) -> frozenset[tuple[int, int]]:
        """Read one more character, which is in the sets of some positions."""
        found: Ways = Ways()
        # A text is searched no further once a part of it matches.
        ends = () if self._asserts else self._whole.last
        matched = any(position in ends for position, _ in ways)
        for position, count in ways:
            following = self._follow.get(position, _NOWHERE)
            if position == _START:
                following = self._whole.first
                found[_START] = int(not self._anchored and not matched)
            self._steps.spend(1 + len(following))
            for each, times in following.items():
                if each in letter:
                    found[each] += count * times
        return frozenset((+found).items())

    def _sequence(self, tree: Any) -> _Part:
        whole = _Part(empty=1, shut=1)
        for item in tree:
            whole = self._joined(whole, self._item(str(item[0]), item[1]))
        return whole

    def _joined(self, one: _Part, other: _Part) -> _Part:
        self._link(one.last, other.first)
        self._steps.spend(len(one.first) + len(other.ends))
        whole = _Part(
            one.first + _times(other.first, one.empty),
            other.last + _times(one.last, other.empty),
            one.empty * other.empty,
            other.ends + _times(one.ends, other.shut),
            one.shut * other.shut,
        )
        whole.bound()
        return whole

    def _link(self, lasts: Ways, firsts: Ways) -> None:
        for last, times in lasts.items():
            self._steps.spend(len(firsts))
            following = self._follow.setdefault(last, Ways())
            for first, count in firsts.items():
                following[first] += times * count

    def _item(self, kind: str, value: Any) -> _Part:
        match kind:
            case "AT":
                self._asserts = True
                goes_on = str(value) not in ("AT_END", "AT_END_STRING")
                return _Part(empty=int(goes_on), shut=1)
            case "SUBPATTERN":
                return self._sequence(value[3])
            case "BRANCH":
                return self._branch(value[1])
            case "ASSERT" | "ASSERT_NOT":
                self._asserts = True
                # It is tried beside what follows, and leads nowhere.
                return _Part(self._sequence(value[1]).first, empty=1, shut=1)
            case "MAX_REPEAT" | "MIN_REPEAT":
                return self._repeated(*value)
            case _:
                return self._character(kind, value)

    def _character(self, kind: str, value: Any) -> _Part:
        characters = CharacterSet.of(kind, value)
        if characters is None:
            message = "goes back to what it has read, or does not go back at all"
            raise PatternError(message, "Write it out.")
        self._steps.spend(1)
        only = Ways({len(self._sets): 1})
        self._sets.append(characters)
        return _Part(only, only, ends=only)

    def _branch(self, branches: Any) -> _Part:
        whole = _Part()
        for tree in branches:
            part = self._sequence(tree)
            whole = _Part(
                whole.first + part.first,
                whole.last + part.last,
                whole.empty + part.empty,
                whole.ends + part.ends,
                whole.shut + part.shut,
            )
        return whole

    def _repeated(self, low: int, high: int, tree: Any) -> _Part:
        whole = _Part(empty=1, shut=1)
        for _ in range(min(low, _UNROLLED)):
            whole = self._joined(whole, self._sequence(tree))
        if low > _UNROLLED or high - low > _UNROLLED:
            return self._joined(whole, self._looped(tree))
        rest = _Part(empty=1, shut=1)
        for _ in range(high - low):
            rest = self._joined(self._sequence(tree), rest)
            rest.empty, rest.shut = rest.empty + 1, rest.shut + 1
        return self._joined(whole, rest)

    def _looped(self, tree: Any) -> _Part:
        part = self._sequence(tree)
        self._link(part.last, part.first)
        ways, shut = 1 + part.empty, 1 + part.shut
        first, last = _times(part.first, ways), _times(part.last, ways)
        return _Part(first, last, ways, _times(part.ends, shut), shut)


def _times(ways: Ways, count: int) -> Ways:
    return Ways({position: times * count for position, times in ways.items() if count})


def _bound(ways: int) -> None:
    if ways > _MAX_WAYS:
        message = "takes ever longer on some texts: there are ever more ways to match"
        remedy = (
            "Let what repeats begin unlike what follows it, and all of it with `^`."
        )
        raise PatternError(message, remedy)


def is_whole(pattern: str) -> bool:
    """Say whether a pattern that may be used matches nothing but whole texts.

    Only the plain form counts: `^…$`, with no choice beside these.
    """
    parts = [str(value) for _, value in _parser.parse(in_python(pattern))]
    return parts[:1] == ["AT_BEGINNING"] and parts[-1] == "AT_END_STRING"


def _is_anchored(tree: Any) -> bool:
    """Say whether a pattern begins with `^`, in every branch."""
    for item in tree:
        match str(item[0]), item[1]:
            case "AT", value:
                if str(value) in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
                    return True
            case "SUBPATTERN", value:
                return _is_anchored(value[3])
            case "BRANCH", value:
                return all(_is_anchored(branch) for branch in value[1])
            case "ASSERT" | "ASSERT_NOT", _:
                continue
            case _:
                return False
    return False
