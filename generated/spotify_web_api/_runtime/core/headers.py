"""Response headers: case-insensitive, several values a name, immutable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_PRIVATE = frozenset(
    {"authorization", "cookie", "proxy-authorization", "set-cookie", "set-cookie2"}
)


class Headers(Mapping[str, str]):
    """The headers of one message.

    Looking a name up ignores case and joins several values with `", "`.
    """

    __slots__ = ("_values",)

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        """Keep `pairs` of name and value in their order."""
        values: dict[str, list[str]] = {}
        for name, value in pairs:
            values.setdefault(name.lower(), []).append(value)
        self._values = values

    def __getitem__(self, name: str) -> str:
        """Return the value of `name`, joined if there are several."""
        return ", ".join(self._values[name.lower()])

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
        return f"Headers({shown!r})"

    def without_secrets(self) -> Headers:
        """Return a copy without cookies and credentials."""
        return Headers(
            (name, value)
            for name, values in self._values.items()
            if name not in _PRIVATE
            for value in values
        )
