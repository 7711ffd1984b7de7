"""The command `doctor`: what is set up how, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import network, settings, tokens
from .output import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .access import Access
    from .findings import Finding


def doctor(access: Access) -> int:
    """Check one thing after the other, and print a line for each.

    Args:
        access: The settings to check.

    Returns:
        1 if something failed, else 0.
    """
    found: list[str] = []
    for finding in findings(access):
        found.append(finding.level)
        say(str(finding))
    say(f"{found.count('fail')} failed, {found.count('warn')} warnings")
    return 1 if "fail" in found else 0


def findings(access: Access) -> Iterator[Finding]:
    """Check one thing after the other.

    What needs a server that cannot be reached is left out.

    Args:
        access: The settings to check.
    """
    yield from settings.findings(access)
    is_reached = True
    for finding in network.findings(access):
        is_reached = is_reached and finding.level != "fail"
        yield finding
    yield from tokens.findings(access, is_reached=is_reached)
