"""Response headers: case-insensitive, several values a name, immutable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .redaction import NO_SECRETS, Redactor

_PRIVATE = frozenset(
    {"authorization", "cookie", "proxy-authorization", "set-cookie", "set-cookie2"}
)


class Headers(Mapping[str, str]):
    """The headers of one message.

    Looking a name up ignores case and joins several values with `", "`.
    """

    __slots__ = ("_redactor", "_values")

    def __init__(
        self, pairs: Iterable[tuple[str, str]] = (), redactor: Redactor = NO_SECRETS
    ) -> None:
        """Keep names and values.

        Args:
            pairs: The names and values, in their order.
            redactor: What knows the secrets that must not be shown.
        """
        values: dict[str, list[str]] = {}
        for name, value in pairs:
            values.setdefault(name.lower(), []).append(value)
        self._values = values
        self._redactor = redactor

    def __getitem__(self, name: str) -> str:
        """Return the value of `name`, joined if there are several."""
        return ", ".join(self._values[name.lower()])

    def __contains__(self, name: object) -> bool:
        """Say whether there is a header of that name."""
        return isinstance(name, str) and name.lower() in self._values

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names, in lower case."""
        return iter(self._values)

    def __len__(self) -> int:
        """Return the number of different names."""
        return len(self._values)

    def __repr__(self) -> str:
        """Show names and values, but no value that may be a secret."""
        shown = {
            name: "…" if name in _PRIVATE else value for name, value in self.items()
        }
        return f"Headers({self._redactor.data(shown)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Take none of the known secrets along into a pickle or a copy."""
        return Headers, (self._pairs(),)

    def hiding(self, redactor: Redactor) -> Headers:
        """Return the same headers; the secrets `redactor` knows are not shown.

        Args:
            redactor: What knows the secrets.
        """
        headers = Headers(redactor=redactor)
        headers._values = self._values
        return headers

    def redacted(self) -> Headers:
        """Return a copy in whose values the known secrets are not."""
        return Headers(self._pairs())

    def without_secrets(self) -> Headers:
        """Return a copy without cookies, credentials and the known secrets."""
        return Headers((n, v) for n, v in self._pairs() if n not in _PRIVATE)

    def _pairs(self) -> list[tuple[str, str]]:
        text = self._redactor.text
        return [
            (text(name), text(value))
            for name, values in self._values.items()
            for value in values
        ]
