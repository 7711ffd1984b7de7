"""Texts that no encoding can write."""

from __future__ import annotations


def has_lone_surrogate(text: str) -> bool:
    """Say whether a text has half of a surrogate pair, as undecodable names have.

    Args:
        text: Any text.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
