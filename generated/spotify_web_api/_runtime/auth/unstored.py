"""New tokens that their store has not taken yet: known to all of this process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..tokens.file_store import FileTokenStore

if TYPE_CHECKING:
    from ..tokens.token_set import TokenSet
    from .keeper import Keeper

_QUICK = 1.0
_PAUSE_SHARE = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unstored:
    """New tokens that their store has not taken yet.

    Attributes:
        keeper: Whose they are.
        tokens: The tokens.
        replaced: What the store held when they were asked for, or `None`.
        whatever: Whether they replace anything it may hold by now: nobody looked.
        not_before: When the store may be tried again, by the monotonic clock.
        told: Whether users were told.
    """

    keeper: Keeper
    tokens: TokenSet
    replaced: TokenSet | None
    whatever: bool
    not_before: float = 0.0
    told: bool = False

    def supersedes(self, stored: TokenSet | None) -> bool:
        """Say whether nobody else has stored or deleted anything meanwhile.

        Args:
            stored: What the store holds.
        """
        return self.whatever or stored == self.replaced

    def after(self, before: Unstored | None) -> Unstored:
        """Return these, knowing that the store has not even taken those before.

        Args:
            before: Those before, or `None` if it has.
        """
        if before is None:
            return self
        return replace(
            self,
            replaced=before.replaced,
            whatever=before.whatever,
            told=before.told,
        )

    def postponed(self, begun: float, now: float) -> Unstored:
        """Return these, to be tried again later.

        A store that fails within a second is tried with each call, a slower one takes
        no more than a tenth of the time.

        Args:
            begun: When it was tried, by the monotonic clock.
            now: When it had failed.
        """
        spent = now - begun
        pause = _PAUSE_SHARE * spent if spent > _QUICK else 0.0
        not_before = max(self.not_before, now + pause)
        return replace(self, not_before=not_before, told=True)


class Registry:
    """All such tokens of this process, by store and key.

    Grants come and go, in a web application with each request: those of the same
    store and key find what an earlier one could not store. Each change is a single
    one of a dictionary, which needs no lock.
    """

    def __init__(self) -> None:
        """Start empty."""
        self._entries: dict[tuple[str, object], Unstored] = {}

    def find(self, keeper: Keeper) -> Unstored | None:
        """Return what the store of a grant has not taken yet, or `None`.

        Args:
            keeper: The grant.
        """
        return self._entries.get(_place(keeper))

    def put(self, unstored: Unstored) -> None:
        """Remember tokens in place of those before.

        Args:
            unstored: What the store has not taken yet.
        """
        self._entries[_place(unstored.keeper)] = unstored

    def drop(self, keeper: Keeper) -> None:
        """Forget what was stored, or is to be stored no more.

        Args:
            keeper: The grant.
        """
        self._entries.pop(_place(keeper), None)

    def all(self) -> list[Unstored]:
        """Return what is remembered."""
        return list(self._entries.values())


def _place(keeper: Keeper) -> tuple[str, object]:
    """Return the key of a grant, and what tells its store from others.

    Stores of files are one with the same folder. Of another one it is the `id`, which
    no second store has while an entry holds the first.
    """
    store = keeper.store
    mark = store.folder if isinstance(store, FileTokenStore) else id(store)
    return keeper.key, mark


PROCESS = Registry()
"""What this process still has to store."""
