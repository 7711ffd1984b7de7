"""Positions in a listing, and the URLs they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import parse_qsl, quote, unquote_plus, urlsplit

Query: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of a name and a value, not encoded."""

POSITION = ("offset", "after", "before")
"""The query parameters that say where a page begins.

They and the fields of a `Page` are one contract: `offset` is its `offset`, `after` and
`before` are those of its `cursors`.
"""

_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Position:
    """The position of an item in a listing.

    Attributes:
        query: The position of a page; empty for the beginning of the listing.
        skip: The number of items between the beginning of that page and this item.
    """

    query: Query = ()
    skip: int = 0

    def moved(self, items: int) -> Position:
        """Return the position some items later.

        Args:
            items: How many items.
        """
        return Position(self.query, self.skip + items)


def query(url: str | None) -> Query:
    """Return the position that a URL names; empty if it names none.

    Args:
        url: The URL of a page, or `None`.
    """
    try:
        pairs = dict(parse_qsl(urlsplit(url or "").query))
    except ValueError:
        return ()
    return tuple((name, pairs[name]) for name in POSITION if name in pairs)


def offset(query: Query) -> int | None:
    """Return the offset in a position, or `None` without a proper one.

    Args:
        query: The position of a page.
    """
    text = dict(query).get("offset", "")
    return int(text) if is_offset(text) else None


def is_offset(text: str) -> bool:
    """Say whether a text can be an offset.

    Args:
        text: The value of a query parameter.
    """
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS


def at(url: str, query: Query) -> str:
    """Return a URL with another position in its query; nothing else changes.

    Args:
        url: The URL of a page.
        query: The position; empty for the beginning of the listing.
    """
    path, _, old = url.partition("?")
    parts = [part for part in old.split("&") if part and _name(part) not in POSITION]
    parts += [f"{name}={quote(value, safe='')}" for name, value in query]
    return f"{path}?{'&'.join(parts)}" if parts else path


def same(one: str, other: str) -> bool:
    """Say whether two URLs are one, whatever the order in their queries.

    Args:
        one: A normalised URL.
        other: A normalised URL.
    """
    path, _, query = one.partition("?")
    other_path, _, other_query = other.partition("?")
    return path == other_path and (
        sorted(query.split("&")) == sorted(other_query.split("&"))
    )


def _name(part: str) -> str:
    return unquote_plus(part.partition("=")[0])
