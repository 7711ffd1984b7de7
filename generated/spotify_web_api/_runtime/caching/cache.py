"""Where answers are kept: bounded, and apart for each owner."""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..core.locks import Guarded
from ..core.numbers import is_number
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from .entry import Entry

_MOST_OWNERS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose answers they are; those of one are never served to another.

    Attributes:
        base_url: The API.
        client_id: The application, or `None` if unknown.
        subject: The consent its tokens go back to, or the digest of its token.
    """

    base_url: str
    client_id: str | None
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheStats:
    """What a cache has done so far, and what it holds.

    Attributes:
        hits: Calls that were answered without a request.
        revalidated: Calls whose answer was confirmed by the server (304).
        misses: Calls that had to fetch their answer.
        entries: Answers it holds.
        size: Roughly the bytes they take.
    """

    hits: int
    revalidated: int
    misses: int
    entries: int
    size: int


class Cache(Guarded):
    """Keeps answers in memory, as their server allows; old ones are asked about.

    It may be shared by clients, threads and tasks. What one user was answered is never
    served to another: entries belong to the API, the application and the consent (or
    the access token, where there is nothing but that).
    """

    def __init__(
        self,
        *,
        max_bytes: int = 67_108_864,
        max_entries: int = 10_000,
        stale_if_error: float = 0.0,
    ) -> None:
        """Keep the bounds. What was used least lately gives way.

        Args:
            max_bytes: The bytes that answers may take.
            max_entries: The most answers.
            stale_if_error: For how many seconds an answer that is no longer fresh may
                be used when the server fails or cannot be reached; by default never.

        Raises:
            ConfigurationError: If one of them makes no sense.
        """
        super().__init__()
        self.max_bytes = _whole("max_bytes", max_bytes)
        self.max_entries = _whole("max_entries", max_entries)
        seconds: Any = stale_if_error
        if not is_number(seconds) or not 0 <= seconds < math.inf:
            raise ConfigurationError("stale_if_error must be a number, 0 or more")
        self.stale_if_error = float(seconds)
        self._entries: OrderedDict[tuple[Owner, str], Entry] = OrderedDict()
        self._size = 0
        self._writes: OrderedDict[Owner, int] = OrderedDict()
        self._ended = 0
        self._forgotten = 0
        self._counts = {"hits": 0, "revalidated": 0, "misses": 0}

    def __repr__(self) -> str:
        """Show how full it is, and nothing of what it holds."""
        return f"Cache(entries={len(self._entries)}, size={self._size})"

    @property
    def stats(self) -> CacheStats:
        """What it has done so far, and what it holds."""
        with self._lock:
            held = {"entries": len(self._entries), "size": self._size}
            return CacheStats(**self._counts, **held)

    def clear(self) -> None:
        """Drop all answers; those under way are not kept either."""
        with self._lock:
            self._entries.clear()
            self._writes.clear()
            self._size = 0
            self._ended += 1
            self._forgotten = self._ended

    def count(self, what: str) -> None:
        """Count a call: `hits`, `revalidated` or `misses`."""
        with self._lock:
            self._counts[what] += 1

    def writes(self, owner: Owner) -> int:
        """Return the number of the last write that an owner is known to have made.

        Args:
            owner: Whose answers are asked for.
        """
        with self._lock:
            return self._writes.get(owner, self._forgotten)

    def wrote(self, owner: Owner) -> None:
        """Note that an owner may have changed something, so that all is asked again.

        Args:
            owner: Who wrote.
        """
        with self._lock:
            self._ended += 1
            self._writes[owner] = self._ended
            self._writes.move_to_end(owner)
            if len(self._writes) > _MOST_OWNERS:
                # Whoever is not known has written when the last one forgotten did.
                self._forgotten = self._writes.popitem(last=False)[1]

    def find(self, owner: Owner, url: str) -> Entry | None:
        """Return an answer, fresh or not.

        Args:
            owner: Who asks.
            url: What was asked.
        """
        with self._lock:
            entry = self._entries.get((owner, url))
            if entry is not None:
                self._entries.move_to_end((owner, url))
            return entry

    def keep(self, owner: Owner, url: str, entry: Entry) -> None:
        """Keep an answer, in the place of an earlier one, if it is not too large.

        Args:
            owner: Whose it is.
            url: What was asked.
            entry: The answer.
        """
        with self._lock:
            if entry.writes < self._forgotten:
                return  # it was asked for before all was dropped
            self._drop((owner, url))
            if entry.size > self.max_bytes:
                return
            self._entries[owner, url] = entry
            self._size += entry.size
            while self._size > self.max_bytes or len(self._entries) > self.max_entries:
                self._drop(next(iter(self._entries)))

    def drop(self, owner: Owner, url: str) -> None:
        """Drop an answer.

        Args:
            owner: Whose it is.
            url: What was asked.
        """
        with self._lock:
            self._drop((owner, url))

    def _drop(self, key: tuple[Owner, str]) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._size -= entry.size


def _whole(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigurationError(f"{name} must be a whole number, 1 or more")
    return value
