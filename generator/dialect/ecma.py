"""Regular expressions that JavaScript and Python read alike, which JSON Schema needs.

JSON Schema means those of ECMA-262, in its Unicode mode, and searches a text for them.
What Python reads otherwise is refused; `.` and `$`, which nobody writes for what they
differ in, are given the meaning of ECMA-262.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<escape> \\ (?: u[0-9a-fA-F]{4} | x[0-9a-fA-F]{2} | . ) )
    | (?P<group> \( (?: \?(?:<?[=!]|[:<]|P.|.)? )? )
    | (?P<repeat> (?: [*+?] | \{[0-9]+(?:,[0-9]*)?\} ) [+?]? )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ALIKE = frozenset(r"\^$.*+?()[]{}|/") | frozenset("tnvfr")
"""What stands behind a backslash for itself, or for the same control character."""
_CLASSES = {
    "d": "0-9",
    "w": "A-Za-z0-9_",
    "s": r" \t\r\n",
}
"""Classes that have more in Python, which knows other digits, letters and spaces."""
_OPERATORS = re.compile(r"--|&&|\|\||~~")
_LITERALLY = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])|([.$])", re.DOTALL)
_IN_PYTHON = {".": "[^\\n\\r\u2028\u2029]", "$": r"\Z"}


class Differing(NamedTuple):
    """What is read in two ways, and what to write instead."""

    message: str
    remedy: str


@lru_cache(maxsize=1_000)
def in_python(pattern: str) -> str:
    """Spell a pattern that is read alike for Python: `$` is the end of the text."""
    return _LITERALLY.sub(lambda found: found[1] or _IN_PYTHON[found[2]], pattern)


def differing(pattern: str) -> Differing | None:
    """Find the first part of a pattern that JavaScript and Python read differently."""
    at, asserts, repeatable = 0, list[bool](), False
    while at < len(pattern):
        if pattern[at] == "[":
            end = _end_of_set(pattern, at)
            whole = end < len(pattern)
            problem = _in_set(pattern[at + 1 : end]) if whole else None
            repeatable = True
            at = end + 1
        else:
            token = _TOKEN.match(pattern, at)
            assert token is not None
            problem = _token_problem(token, repeatable=repeatable)
            at, text = token.end(), token.group()
            if token["group"]:
                asserts.append(text[2:3] in ("=", "!"))
            repeatable = text not in ("^", "$", "(", "|") and not token["group"]
            if text == ")" and asserts:
                repeatable = not asserts.pop()
        if problem is not None:
            return problem
    return None


def _end_of_set(pattern: str, at: int) -> int:
    """Find where a set of characters ends, as JavaScript sees it."""
    at += 1
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at


def _token_problem(token: re.Match[str], *, repeatable: bool) -> Differing | None:
    text = token.group()
    if token["escape"]:
        return _escape_problem(text, inside=False)
    if token["group"] and text not in ("(", "(?:", "(?=", "(?!"):
        remedy = "Write `(…)` or `(?:…)`: no names, no flags, no look behind."
        return Differing(f"has `{text}`, which readers understand differently", remedy)
    if token["repeat"] and text[-1] == "+" and len(text) > 1:
        message = f"has `{text}`, which readers understand differently"
        return Differing(message, f"Write `{text[:-1]}`.")
    if token["repeat"] and not repeatable:
        message = "repeats what reads no character, which not every reader knows"
        return Differing(message, f"Take `{text}` out.")
    if text in ("{", "}", "]"):
        message = f"has a `{text}` that not every reader takes for itself"
        remedy = f"Write `\\{text}`" + (", or `{0,…}`." if text == "{" else ".")
        return Differing(message, remedy)
    return None


def _in_set(inside: str) -> Differing | None:
    if inside in ("", "^"):
        message = "has an empty set of characters, where readers differ"
        return Differing(message, r"Write a `]` in it as `\]`.")
    found = _OPERATORS.search(inside)
    if found is not None:
        message = f"has `{found.group()}` in a set of characters, where readers differ"
        return Differing(message, f"Write `{found.group()[0]}` once, at the end.")
    if "[" in re.sub(r"\\.", "", inside, flags=re.DOTALL):
        message = "has `[` in a set of characters, where readers differ"
        return Differing(message, r"Write `\[`.")
    escapes = (token for token in _TOKEN.finditer(inside) if token["escape"])
    problems = (_escape_problem(token.group(), inside=True) for token in escapes)
    return next((problem for problem in problems if problem is not None), None)


def _escape_problem(text: str, *, inside: bool) -> Differing | None:
    letter, rest = text[1], text[2:]
    if len(text) > 2 and not re.fullmatch("[dD][89a-fA-F]..", rest):
        return None
    if letter in _ALIKE or (inside and letter == "-"):
        return None
    message = f"has `{text}`, which readers understand differently"
    if letter.lower() in _CLASSES:
        return Differing(message, _set_remedy(letter, inside=inside))
    if letter in "AZzbB":
        return Differing(message, "Write `^` and `$`, or say it in the description.")
    if letter.isalnum():
        return Differing(message, "Write the characters themselves, or as `\\u….`.")
    return Differing(message, f"Write `{letter}` without the backslash.")


def _set_remedy(letter: str, *, inside: bool) -> str:
    known, negated = _CLASSES[letter.lower()], letter.isupper()
    if inside and negated:
        return "Write the characters out."
    return f"Write `{known}`." if inside else f"Write `[{'^' * negated}{known}]`."
