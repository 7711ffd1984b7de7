"""What counts as a number among values that users give."""

from __future__ import annotations


def is_number(value: object) -> bool:
    """Say whether a value is a number, and one that a clock can count to.

    Args:
        value: What was given.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isinstance(value, float) or abs(value) < 1 << 63
