"""What is left of JSON data when nobody should be recognised by it.

The shape of the data stays, so that it can still be held against a description.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..core.jsondata import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PRIVATE = frozenset(
    {
        "birthdate",
        "birthday",
        "country",
        "display_name",
        "email",
        "first_name",
        "full_name",
        "last_name",
        "phone",
        "username",
    }
)
"""The properties that are private by default, in lower case."""

PERSON = "user"
"""The `type` of an object that stands for a person."""

HIDDEN = "scrubbed"

_SECRET = re.compile(r"token|secret|password|credential|authorization|cookie")
_MAIL = re.compile(r"[^\s@\"'<>:/?=&]+@[^\s@\"'<>:/?=&]+\.[^\s@\"'<>:/?=&]+")
_IN_PATH = re.compile(r"\b(users?)([:/])[^:/?#&\s\"]+", re.IGNORECASE)
_BEARER = re.compile(r"\b(Bearer|Basic)\s+\S+", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?:[T ].*)?")
_ID = re.compile(r"(?:^|_)ids?$")
_BORDERS = r"(?<![0-9A-Za-z.]){}(?![0-9A-Za-z.:])"
_SHORTEST = 4
"""Shorter texts are hidden where they stand, but not looked for elsewhere."""


class Scrubber:
    """Takes secrets, mail addresses and people out of JSON data."""

    def __init__(self, private: Iterable[str] = PRIVATE) -> None:
        """Keep which properties are private.

        Args:
            private: Their names; the case does not matter. An object that has one of
                them, or the type `user`, stands for a person: its ids and links
                are private, too.
        """
        self._private = frozenset(name.lower() for name in private)

    def scrub(self, data: Any) -> Any:
        """Return a copy of plain JSON data without what is private.

        Args:
            data: The data; it is not changed.
        """
        known = {each for each in self._found(data) if len(each) >= _SHORTEST}
        longest = sorted(known, key=len, reverse=True)
        borders = (_BORDERS.format(re.escape(each)) for each in longest)
        named = re.compile("|".join(borders)) if longest else None
        return self._copy(data, named, person=False)

    def _found(self, data: Any) -> Iterator[str]:
        """List the texts that are private wherever they stand."""
        if is_array(data):
            for each in data:
                yield from self._found(each)
        elif is_object(data):
            person = self._is_person(data)
            for name, each in data.items():
                if isinstance(each, str) and self._hides(name, person=person):
                    yield each
                else:
                    yield from self._found(each)

    def _is_person(self, data: dict[str, Any]) -> bool:
        kind = data.get("type")
        named = any(name.lower() in self._private for name in data)
        return named or (isinstance(kind, str) and kind.lower() == PERSON)

    def _hides(self, name: str, *, person: bool) -> bool:
        lower = name.lower()
        return (
            lower in self._private
            or _SECRET.search(lower) is not None
            or (person and _ID.search(lower) is not None)
        )

    def _copy(self, data: Any, named: re.Pattern[str] | None, *, person: bool) -> Any:
        if isinstance(data, str):
            return self._text(data, named, person=person)
        if is_array(data):
            return [self._copy(each, named, person=person) for each in data]
        if not is_object(data):
            return data
        person = person or self._is_person(data)
        return {
            name: (
                _mask(each)
                if self._hides(name, person=person)
                else self._copy(each, _but_types(name, named), person=person)
            )
            for name, each in data.items()
        }

    def _text(self, text: str, named: re.Pattern[str] | None, *, person: bool) -> str:
        if person and "://" in text:
            return f"https://{HIDDEN}.invalid/"
        text = _BEARER.sub(HIDDEN, _MAIL.sub(HIDDEN, text))
        text = _IN_PATH.sub(rf"\1\2{HIDDEN}", text)
        return text if named is None else named.sub(HIDDEN, text)


def _but_types(name: str, named: re.Pattern[str] | None) -> re.Pattern[str] | None:
    """Let kinds of objects be, which somebody may be called like."""
    return None if name.lower().endswith("type") else named


def masked(data: Any) -> Any:
    """Return a copy of JSON data in which no text is left but the names.

    Args:
        data: Plain JSON data.
    """
    if is_array(data):
        return [masked(each) for each in data]
    if is_object(data):
        return {name: masked(each) for name, each in data.items()}
    return _mask(data)


def _mask(data: Any) -> Any:
    if is_array(data) or is_object(data):
        return masked(data)
    if isinstance(data, int | float) and not isinstance(data, bool):
        return type(data)(0)
    if not isinstance(data, str) or not data:
        return data
    return "1970-01-01T00:00:00Z"[: len(data)] if _DATE.fullmatch(data) else HIDDEN
