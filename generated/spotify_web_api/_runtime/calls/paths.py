"""Paths that arguments cannot leave their segment of."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

_VARIABLE = re.compile(r"\{([^{}]+)\}")


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


def fill(template: str, segments: Mapping[str, str]) -> str:
    """Return a path whose variables are replaced.

    Args:
        template: A path such as `/albums/{id}`.
        segments: The encoded segment of each variable.
    """
    return _VARIABLE.sub(lambda variable: segments[variable[1]], template)
