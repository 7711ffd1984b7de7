"""What a value of each kind may be, and how it is sent: one table for all places."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..description.parameter import Kind

_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
    r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"
)


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of value without parts.

    Attributes:
        given: What users are told to give.
        read: Takes what was given. Returns it as JSON knows it, a text, a number or a
            boolean; `None` if it is of another type. Raises `ValueError` if it is of
            this type and still none.
    """

    given: str
    read: Callable[[object], Any]


def text(value: object) -> str:
    """Write a value as it stands in a path, a query or a form, before it is encoded.

    Args:
        value: A text, a number, a boolean or a point in time.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return moment(value)
    return str(value)


def moment(value: datetime) -> str:
    """Write a point in time as RFC 3339 wants it.

    Args:
        value: One with an offset; RFC 3339 has none with seconds, so UTC replaces it.

    Raises:
        ValueError: If it has no offset.
    """
    offset = value.utcoffset()
    if offset is None:
        raise ValueError("the datetime needs an offset from UTC: give it a tzinfo")
    if offset.total_seconds() % 60:
        value = value.astimezone(UTC)
    return value.isoformat().replace("+00:00", "Z")


def _string(value: object) -> str | None:
    """Read a text; a member of an enumeration becomes the text it is."""
    return str.__str__(value) if isinstance(value, str) else None


def _integer(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return int.__int__(value)


def _number(value: object) -> int | float | None:
    if not isinstance(value, float):
        return _integer(value)
    if not math.isfinite(value):
        raise ValueError(f"{value} is no finite number")
    return float.__float__(value)


def _boolean(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _date_time(value: object) -> str | None:
    if isinstance(value, datetime):
        return moment(value)
    read = _string(value)
    if read is None:
        return None
    try:
        datetime.fromisoformat(read.upper())
    except ValueError:
        found = None
    else:
        found = _MOMENT.fullmatch(read)
    if found is None:
        raise ValueError(f"{shown(read)} is no time such as 2026-02-11T09:30:00Z")
    return read


def _partial_date(value: object) -> str | None:
    from ..models.partial_date import PartialDate

    if isinstance(value, PartialDate):
        return str(value)
    read = _string(value)
    return None if read is None else str(PartialDate.parse(read))


FORMS: dict[Kind, Form] = {
    "string": Form("str", _string),
    "date-time": Form("datetime or str", _date_time),
    "partial-date": Form("PartialDate or str", _partial_date),
    "integer": Form("int", _integer),
    "number": Form("number", _number),
    "boolean": Form("bool", _boolean),
}
"""The kinds of values without parts."""


def shown(value: object) -> str:
    """Show a value in a message, a long one in part.

    Args:
        value: What was given.
    """
    told = repr(value)
    return told if len(told) <= 60 else told[:59] + "…"
