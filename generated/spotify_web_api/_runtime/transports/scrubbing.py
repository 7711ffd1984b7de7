"""What is left of JSON data when nobody should be recognised by it.

The shape of the data stays, so that it can still be held against a description.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..core.jsondata import is_array, is_object
from ..errors import ConfigurationError
from ..errors.expected import texts
from .names import Names, without_mail

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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

_NONE = Names(())
_SECRET = re.compile(r"token|secret|password|credential|authorization|cookie")
_IN_PATH = re.compile(r"\b(users?)([:/])[^:/?#&\s\"]+", re.IGNORECASE)
_BEARER = re.compile(r"\b(Bearer|Basic)\s+\S+", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?:[T ].*)?")
_ID = re.compile(r"(?:^|_)ids?$")
_PROPERTY = re.compile(r"[a-z]+(?:_[a-z]+)*")
"""What properties are called; other keys of objects are data."""


class Scrubber:
    """Takes secrets, mail addresses and people out of JSON data."""

    def __init__(self, private: Iterable[str] = PRIVATE) -> None:
        """Keep which properties are private.

        Args:
            private: Their names; the case does not matter. An object that has one of
                them, or the type `user`, stands for a person: its ids and links
                are private, too.
        """
        wanted, wrong = "names of properties", ConfigurationError
        names = texts(private, name="private", wanted=wanted, error=wrong)
        self._private = frozenset(name.lower() for name in names)

    def scrub(self, data: Any) -> Any:
        """Return a copy of plain JSON data without what is private.

        Args:
            data: The data; it is not changed.
        """
        return self._copy(data, Names(self._found(data)), person=False)

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

    def _copy(self, data: Any, names: Names, *, person: bool) -> Any:
        if isinstance(data, str):
            return _text(data, names, person=person)
        if is_array(data):
            return [self._copy(each, names, person=person) for each in data]
        if not is_object(data):
            return data
        person = person or self._is_person(data)
        copy: dict[str, Any] = {}
        for name, each in data.items():
            known = _NONE if name.lower().endswith("type") else names
            hidden = self._hides(name, person=person)
            value = _mask(each) if hidden else self._copy(each, known, person=person)
            copy[_key(name, names, copy)] = value
        return copy


def _text(text: str, names: Names, *, person: bool) -> str:
    if person and "://" in text:
        return f"https://{HIDDEN}.invalid/"
    text = _BEARER.sub(HIDDEN, without_mail(text, HIDDEN))
    text = _IN_PATH.sub(rf"\1\2{HIDDEN}", text)
    return names.without(text, HIDDEN)


def _key(name: str, names: Names, others: Mapping[str, Any]) -> str:
    """Return what to call a property: the same, or a name of its own if it is data."""
    if _PROPERTY.fullmatch(name):
        return name
    key = cleaned = _text(name, names, person=False)
    number = 1
    while key != name and key in others:
        number += 1
        key = f"{cleaned} {number}"
    return key


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
