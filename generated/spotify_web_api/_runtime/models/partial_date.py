"""Dates of which only the year, or the year and the month, may be known."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache, total_ordering
from typing import Literal, NoReturn

from ..errors import InvalidArgumentError
from ..errors.expected import expect

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@total_ordering
class PartialDate:
    """A year, a month or a day.

    Partial dates are ordered by time; of two that begin together, the coarser
    comes first.

    Attributes:
        year: 0 to 9999. Year 0 occurs where nothing is known.
        month: 1 to 12, or `None`.
        day: 1 to the last day of the month, or `None`.
    """

    __slots__ = ("day", "month", "year")

    # No dataclass: msgspec would expect it as an object instead of a string.
    def __init__(
        self, year: int, month: int | None = None, day: int | None = None
    ) -> None:
        """Keep the parts.

        Raises:
            InvalidArgumentError: If a part is no number or out of range, or a day has
                no month.
        """
        expect(year, int, name="year", wanted="int")
        expect(month, int, type(None), name="month", wanted="int or None")
        expect(day, int, type(None), name="day", wanted="int or None")
        if not 0 <= year <= dt.MAXYEAR:
            raise InvalidArgumentError("year: it must be 0 to 9999")
        if month is None and day is not None:
            raise InvalidArgumentError("a day needs a month")
        try:
            dt.date(  # year 0, which it does not know, was a leap year
                year or 4, 1 if month is None else month, 1 if day is None else day
            )
        except (ValueError, OverflowError) as error:
            raise InvalidArgumentError(str(error)) from None
        for name, value in (("year", year), ("month", month), ("day", day)):
            object.__setattr__(self, name, value)

    year: int
    month: int | None
    day: int | None

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a date does not change."""
        raise AttributeError(f"cannot assign to {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a date does not change."""
        raise AttributeError(f"cannot delete {name!r}")

    def __reduce__(self) -> tuple[type, tuple[int, int | None, int | None]]:
        """Pickle the parts."""
        return type(self), (self.year, self.month, self.day)

    def __repr__(self) -> str:
        """Show the parts that are known."""
        parts = (self.year, self.month, self.day)
        return f"PartialDate({', '.join(str(p) for p in parts if p is not None)})"

    def __eq__(self, other: object) -> bool:
        """Compare the parts."""
        if not isinstance(other, PartialDate):
            return NotImplemented
        return str(self) == str(other)

    def __hash__(self) -> int:
        """Hash the parts."""
        return hash((self.year, self.month, self.day))

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `1981`, `1981-12` or `1981-12-15`.

        Args:
            text: The date in one of these forms.

        Raises:
            InvalidArgumentError: If it has another form or is no date.
        """
        expect(text, str, name="text", wanted="str")
        return parsed(text)

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """The smallest part that is known."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    def as_date(self) -> dt.date:
        """Return the day as a `datetime.date`.

        Raises:
            ValueError: If the day is not known, or the year is 0.
        """
        if self.month is None or self.day is None:
            raise ValueError(f"{self} is not a full date")
        return dt.date(self.year, self.month, self.day)

    def __str__(self) -> str:
        """Write it in the form it was read from."""
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        return text if self.day is None else f"{text}-{self.day:02}"

    def __lt__(self, other: PartialDate) -> bool:
        """Say whether it comes before `other`."""
        return self._key() < other._key()

    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0


@lru_cache(maxsize=4096)
def parsed(text: str) -> PartialDate:
    """Read a date like `PartialDate.parse`, known to be in a text.

    Args:
        text: The date.

    Raises:
        InvalidArgumentError: If it has another form or is no date.
    """
    form = _FORM.fullmatch(text)
    if form is None:
        raise InvalidArgumentError(f"not a year, month or day: {text[:20]!r}")
    return PartialDate(*(int(part) for part in form.groups() if part is not None))
