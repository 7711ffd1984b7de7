"""Ids as they are written into paths and URIs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

_VARIABLE = re.compile(r"\{([^{}]+)\}")
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def segment(text: str) -> str:
    """Return `text` as one segment of a path or a URI, percent-encoded.

    Args:
        text: The value of a path argument, or an id.

    Raises:
        ValueError: If it is empty or blank, could be read as `.` or `..`, or holds
            control characters or half of a surrogate pair.
    """
    if _PLAIN.fullmatch(text):
        return text
    if not text.strip():
        raise ValueError("it is empty")
    if any(part in {".", ".."} for part in text.split("/")):
        raise ValueError("it has dot segments")
    if has_control_characters(text):
        raise ValueError("it has control characters")
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError("it has half of a surrogate pair") from None


def has_control_characters(text: str) -> bool:
    """Say whether a text holds control characters, such as line breaks.

    Args:
        text: Any text.
    """
    return _CONTROL.search(text) is not None


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
