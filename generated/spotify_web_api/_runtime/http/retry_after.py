"""The `Retry-After` header, in both its forms (RFC 9110, 10.2.3 and 5.6.7)."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime, timedelta

LONGEST = 3_155_760_000.0
"""A hundred years, in seconds: longer waits are cut to it."""

_SECONDS = re.compile(r"[0-9]+(\.[0-9]+)?")
_TIME = r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
_NAME = r"[A-Z][a-z]{2}"
_MONTH = rf"(?P<month>{_NAME})"
_SHORT_YEAR = r"(?P<year>[0-9]{2})"
_DATES = tuple(
    re.compile(form)
    for form in (
        rf"{_NAME}, (?P<day>[0-9]{{2}}) {_MONTH} (?P<year>[0-9]{{4}}) {_TIME} GMT",
        rf"{_NAME}[a-z]*, (?P<day>[0-9]{{2}})-{_MONTH}-{_SHORT_YEAR} {_TIME} GMT",
        rf"{_NAME} {_MONTH} (?P<day>[ 0-9][0-9]) {_TIME} (?P<year>[0-9]{{4}})",
    )
)
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_FIFTY_YEARS = 50


def seconds(value: str | None, now: datetime) -> float | None:
    """Say how long a server asks to wait.

    Args:
        value: The value of the header, or `None` without one.
        now: The present time, with its offset.

    Returns:
        Seconds, 0 or more, at most a hundred years; `None` if the value is
        missing or means nothing. Fractions are rounded up.
    """
    text = (value or "").strip(" \t")
    if _SECONDS.fullmatch(text):
        return float(math.ceil(min(float(text), LONGEST)))
    date = _date(text, now)
    if date is None:
        return None
    return min(max((date - now).total_seconds(), 0.0), LONGEST)


def moment(wait: float | None, now: datetime) -> datetime | None:
    """Say when a wait ends.

    Args:
        wait: Seconds, or `None` if unknown.
        now: The present time, with its offset.

    Returns:
        A time in UTC, or `None`.
    """
    return None if wait is None else now.astimezone(UTC) + timedelta(seconds=wait)


def _date(text: str, now: datetime) -> datetime | None:
    found = next(filter(None, (form.fullmatch(text) for form in _DATES)), None)
    if found is None or found["month"] not in _MONTHS:
        return None
    month = _MONTHS.index(found["month"]) // 3 + 1
    day, hour, minute, second = (
        int(found[part]) for part in ("day", "hour", "minute", "second")
    )
    year = _year(found["year"], now)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def _year(text: str, now: datetime) -> int:
    """Complete two digits: more than 50 years ahead means the past century."""
    if len(text) > len("99"):
        return int(text)
    year = now.year - now.year % 100 + int(text)
    return year - 100 if year > now.year + _FIFTY_YEARS else year
