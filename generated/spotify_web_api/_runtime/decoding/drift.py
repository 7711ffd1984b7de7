"""What a client has noticed of responses that depart from the description."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ..core.locks import Guarded
from ..core.notifier import Notifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from .departures import Departures

MOST_RECORDS = 1000
_MOST_WARNINGS = 10_000


@dataclass(frozen=True, slots=True)
class SchemaDrift:
    """One place where responses depart from the description. It holds no value.

    Attributes:
        operation: The name and route of the operation; no arguments in it.
        path: Where in the JSON document, such as `$.items[*].track.name`.
        expected: What the description says, such as `string or null`.
        got: What came: a type of JSON, or `nothing`.
    """

    operation: str
    path: str
    expected: str
    got: str

    def __str__(self) -> str:
        """Say it in one line."""
        where = f"{self.operation}: {self.path}"
        return f"{where}: expected {self.expected}, got {self.got}"


DriftObserver: TypeAlias = Callable[[SchemaDrift], object]


@dataclass(frozen=True, slots=True)
class DriftRecord(SchemaDrift):
    """A departure, and how often it was seen.

    Attributes:
        count: The number of values that departed so.
        first_seen: When the first of them came, in UTC.
    """

    count: int
    first_seen: datetime

    def __str__(self) -> str:
        """Say it in one line."""
        since = self.first_seen.isoformat(timespec="seconds")
        return f"{SchemaDrift.__str__(self)} ({self.count} times since {since})"


@dataclass(frozen=True, slots=True)
class DriftReport:
    """All departures a client has noticed.

    Attributes:
        records: One for each operation, path, expectation and finding, sorted.
        left_out: How many further values departed when there were too many records.
    """

    records: tuple[DriftRecord, ...] = ()
    left_out: int = 0

    def __iter__(self) -> Iterator[DriftRecord]:
        """Iterate over the records."""
        return iter(self.records)

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self.records)

    def __str__(self) -> str:
        """Write one line for each record."""
        lines = [str(record) for record in self.records]
        if self.left_out:
            lines.append(f"and {self.left_out} values more")
        return "\n".join(lines) or "no drift"


class _Warnings(Guarded):
    """The places this process has warned of: logger, operation, path."""

    def __init__(self) -> None:
        super().__init__()
        self._places: set[tuple[str, str, str]] = set()

    def is_new(self, place: tuple[str, str, str]) -> bool:
        """Say whether to warn of a place, which is done once, and of so many only."""
        with self._lock:
            if place in self._places or len(self._places) >= _MOST_WARNINGS:
                return False
            self._places.add(place)
            return True


_warnings = _Warnings()


class DriftLog(Guarded):
    """Counts departures and tells of them; safe to share between threads."""

    def __init__(self, observer: DriftObserver | None = None, logger: str = "") -> None:
        """Begin with none.

        Args:
            observer: Takes each departure once per response. Without it a warning is
                logged for each place, once per process.
            logger: The name of the logger.
        """
        super().__init__()
        self._logger = logger
        chosen = self._warn if observer is None else observer
        self._notify = Notifier(chosen, logger, "on_drift")
        self._seen: dict[SchemaDrift, tuple[int, datetime]] = {}
        self._left_out = 0

    def report(self) -> DriftReport:
        """Return what was noticed since the client was made."""
        with self._lock:
            seen, left_out = [*self._seen.items()], self._left_out
        records = [
            DriftRecord(d.operation, d.path, d.expected, d.got, count, first)
            for d, (count, first) in seen
        ]
        records.sort(key=lambda r: (r.operation, r.path, r.expected, r.got))
        return DriftReport(tuple(records), left_out)

    def note(self, operation: str, found: Departures, now: datetime) -> None:
        """Take the departures of one response.

        Args:
            operation: The name and route of the operation.
            found: The departures.
            now: The time, in UTC.
        """
        for path, expected, got, count in found:
            drift = SchemaDrift(operation, path, expected, got)
            self._count(drift, count, now)
            self._notify(drift)

    def _count(self, drift: SchemaDrift, count: int, now: datetime) -> None:
        with self._lock:
            before, first = self._seen.get(drift, (0, now))
            if before or len(self._seen) < MOST_RECORDS:
                self._seen[drift] = before + count, first
            else:
                self._left_out += count

    def _warn(self, drift: SchemaDrift) -> None:
        if _warnings.is_new((self._logger, drift.operation, drift.path)):
            logging.getLogger(self._logger).warning("%s", drift)
