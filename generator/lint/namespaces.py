"""One scope of emitted code: who has which name, and where it was given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..findings import Location


class Claim(NamedTuple):
    """What has a name, as a phrase, and where the description gives it."""

    what: str
    at: Location


@dataclass(slots=True)
class Namespace:
    """The names of one scope, each given once.

    Attributes:
        own: What emitted code has there itself.
        key: What of two names must differ, such as their lower case.
    """

    own: frozenset[str]
    key: Callable[[str], str] = str
    _taken: dict[str, Claim] = field(default_factory=dict[str, Claim])

    def claim(self, name: str, what: str, at: Location) -> str | None:
        """Take a name; if it is taken, say by whom and where.

        The same thing may come again: a claim of one phrase and place is one claim.

        Args:
            name: The name in Python.
            what: What gets it, as a phrase such as ``the call `albums.get` ``.
            at: Where that is described.
        """
        if self.key(name) in map(self.key, self.own):
            return f"{what} would be `{name}`, a name that emitted code has itself"
        claim = Claim(what, at)
        first = self._taken.setdefault(self.key(name), claim)
        if first == claim:
            return None
        return f"{what} and {first.what} at {first.at} would both be `{name}`"
