"""What `Cache-Control` says (RFC 9111, section 5.2)."""

from __future__ import annotations

import re

_DIRECTIVE = re.compile(
    r'\s*([!#$%&\'*+.^_`|~0-9a-z-]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s,"]*))?\s*(?:,|$)',
    re.IGNORECASE,
)
_LARGEST = 1 << 31
"""RFC 9111, section 1.2.2: what is larger means this."""


def read(text: str) -> dict[str, str]:
    """Read directives: names in lower case, values without quotes, or `""`.

    What cannot be read counts as `no-store`, for a part of it might have said so.

    Args:
        text: The value of `Cache-Control`; `""` if there is none.
    """
    found: dict[str, str] = {}
    position = 0
    while position < len(text):
        if text[position] in " \t,":
            position += 1
            continue
        match = _DIRECTIVE.match(text, position)
        if match is None:
            return found | {"no-store": ""}
        name, value = match[1].lower(), (match[2] or "").strip('"')
        # The shorter time of two is the one that nobody is served too long by.
        if name in found and seconds(found[name]) <= seconds(value):
            value = found[name]
        found[name] = value
        position = match.end()
    return found


def seconds(text: str) -> int:
    """Read a number of seconds; what is none counts as 0, which is stale.

    Args:
        text: The value of a directive, or of `Age`.
    """
    if not (text.isascii() and text.isdigit()):
        return 0
    return _LARGEST if len(text) > len(str(_LARGEST)) else min(int(text), _LARGEST)
