"""Ids in arguments: given as URIs or links, and written into paths and URIs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..description.parameter import Reference

_LINK = re.compile(r"https?://", re.IGNORECASE)
_VARIABLE = re.compile(r"\{([^{}]+)\}")
_SHOWN = 60


def resolve(reference: Reference, text: str) -> str:
    """Return the id that `text` is, or that it names as a URI or a link.

    The query and the fragment of a link do not matter; its host has to be exact.

    Args:
        reference: The forms a URI and a link have.
        text: What the caller gave.

    Raises:
        ValueError: If it is a URI or link of another form, or names another kind.
    """
    scheme = reference.uri.partition(":")[0]
    if text.startswith(f"{scheme}:"):
        return _from_uri(reference, text)
    if _LINK.match(text):
        return _from_link(reference, text)
    return text


def _from_uri(reference: Reference, text: str) -> str:
    values = _matched(reference.uri.split(":"), text.split(":"))
    if values is None:
        raise _mismatch(reference, text, text.split(":")[1:-1])
    return values["id"]


def _from_link(reference: Reference, text: str) -> str:
    try:
        link = urlsplit(text)
    except ValueError:
        raise _mismatch(reference, text, []) from None
    form = urlsplit(reference.url)
    segments = link.path.rstrip("/").split("/")
    if link.netloc.lower() != form.netloc.lower():
        raise _mismatch(reference, text, [])
    for template in _forms(form.path, reference.optional):
        values = _matched(list(template), segments)
        if values is not None:
            return unquote(values["id"])
    raise _mismatch(reference, text, segments[1:-1])


@lru_cache(maxsize=256)
def _forms(path: str, optional: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the path template with and without its optional segments."""
    forms = [tuple(path.split("/"))]
    for name in optional:
        variable = f"{{{name}}}"
        forms += [tuple(s for s in form if s != variable) for form in forms]
    return tuple(forms)


def _matched(template: list[str], segments: list[str]) -> dict[str, str] | None:
    """Return the values of the variables, or `None` if a segment differs."""
    if len(template) != len(segments) or not all(segments[1:]):
        return None
    values: dict[str, str] = {}
    for expected, segment in zip(template, segments, strict=True):
        variable = _VARIABLE.fullmatch(expected)
        if variable:
            values[variable[1]] = segment
        elif expected != segment:
            return None
    return values


def _mismatch(reference: Reference, text: str, kinds: list[str]) -> ValueError:
    expected = reference.uri.rpartition(":")[0].rpartition(":")[2]
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    got = f"; this names a {kinds[-1][:_SHOWN]!r}" if kinds else ""
    return ValueError(f"{shown!r} is not the id, URI or link of one {expected!r}{got}")


def segment(text: str) -> str:
    """Return `text` as one segment of a path, percent-encoded.

    Args:
        text: The value of a path argument.

    Raises:
        ValueError: If it is empty or blank, could be read as `.` or `..`, or holds
            control characters or half of a surrogate pair.
    """
    if not text.strip():
        raise ValueError("it is empty")
    if any(part in {".", ".."} for part in text.split("/")):
        raise ValueError("it has dot segments")
    if any(unicodedata.category(character) == "Cc" for character in text):
        raise ValueError("it has control characters")
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError("it has half of a surrogate pair") from None


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return a path or a URI whose variables are replaced.

    Args:
        template: Such as `/albums/{id}`.
        values: What stands for each variable, encoded where it has to be.
    """
    return _VARIABLE.sub(lambda variable: values[variable[1]], template)


def variables(template: str) -> list[str]:
    """Return the names of the variables, in order.

    Args:
        template: Such as `/albums/{id}`.
    """
    return _VARIABLE.findall(template)
