"""Arguments, and properties of objects, that go together or exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ..description.parameter import Group


def check(
    groups: Sequence[Group], given: Collection[str], names: Mapping[str, str]
) -> None:
    """Refuse too few or too many of what goes together.

    Args:
        groups: Which do.
        given: What was given, by the names on the wire.
        names: What users call each of them.

    Raises:
        ValueError: If a group is broken; the message names its members.
    """
    for group in groups:
        found = [name for name in group.of if name in given]
        told = ", ".join(names.get(name, name) for name in group.of)
        if len(found) < group.at_least:
            raise ValueError(f"{told}: at least {group.at_least} of them is needed")
        if group.at_most is not None and len(found) > group.at_most:
            both = " and ".join(names.get(name, name) for name in found)
            raise ValueError(
                f"{told}: at most {group.at_most} may be given, got {both}"
            )
