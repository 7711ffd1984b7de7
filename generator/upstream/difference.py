"""One thing that two descriptions of an API say differently, and folds of such."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..findings import cut, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

Status = Literal["upstream newer", "unknown", "ours on purpose"]
STATUSES: tuple[Status, ...] = ("upstream newer", "unknown", "ours on purpose")
_SHOWN = 8
"""How many parts of a subject are named."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing.

    Attributes:
        status: What we think of it.
        subject: The operation or the schema, by our name if there is one.
        kind: What about it differs.
        part: The parameter, property, status or scope.
        ours: What we say.
        theirs: What upstream says.
        why: Why ours is as it is, if it says so (`x-differs`).
    """

    status: Status
    subject: str
    kind: str
    part: str
    ours: str
    theirs: str
    why: str = ""


def folded(found: Sequence[Difference]) -> str:
    """Tell differences in few lines: one for each subject and kind."""
    if not found:
        return "no differences\n"
    counts = [
        (status, sum(item.status == status for item in found)) for status in STATUSES
    ]
    told = ", ".join(f"{count} {status}" for status, count in counts if count)
    lines = [f"{len(found)} difference{'s' if len(found) > 1 else ''}: {told}"]
    for status, count in counts:
        if count:
            lines += [
                "",
                f"{status}:",
                *_rows([x for x in found if x.status == status]),
            ]
    return "\n".join(lines) + "\n"


def _rows(found: Sequence[Difference]) -> list[str]:
    folds: dict[tuple[str, str], list[Difference]] = {}
    for item in found:
        folds.setdefault((item.subject, item.kind), []).append(item)
    return [
        f"  {one_line(cut(subject, 80))}: {kind}: {_parts(same)}"
        for (subject, kind), same in sorted(folds.items())
    ]


def _parts(found: Sequence[Difference]) -> str:
    shown = ", ".join(one_line(cut(_part(item), 120)) for item in found[:_SHOWN])
    more = len(found) - _SHOWN
    return f"{shown}{f' and {more} more' if more > 0 else ''}"


def _part(item: Difference) -> str:
    values = f"{item.ours or 'nothing'} here, {item.theirs or 'nothing'} upstream"
    told = item.why or values
    return f"{item.part} ({told})" if item.part else told


def as_json(found: Sequence[Difference]) -> str:
    """Tell all of every difference."""
    rows = [
        {
            "status": item.status,
            "subject": item.subject,
            "kind": item.kind,
            "part": item.part,
            "ours": item.ours,
            "theirs": item.theirs,
            "why": item.why,
        }
        for item in found
    ]
    return json.dumps(rows, indent=2) + "\n"
