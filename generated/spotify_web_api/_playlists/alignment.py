"""Which items of a playlist are which items of the wished content."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FEW = 64
"""Up to so many pairs of occurrences, each is considered."""

_Link: TypeAlias = "tuple[int, int, _Link] | None"


def in_orders(present: Sequence[str], wished: Sequence[str]) -> list[dict[int, int]]:
    """Find items that can stay where they are, as `in_order` does.

    Of several occurrences of an item the first ones may stay, the last ones, or those
    at both ends.

    Args:
        present: The items there are.
        wished: The items there shall be.
    """
    first = in_order(present, wished)
    if len(set(wished)) == len(wished):
        return [first]
    here, there = len(present) - 1, len(wished) - 1
    mirrored = in_order(present[::-1], wished[::-1])
    last = {there - place: here - index for place, index in mirrored.items()}
    found: list[dict[int, int]] = []
    for one in (first, last, _between_ends(present, wished)):
        if one not in found:
            found.append(one)
    return found


def _between_ends(present: Sequence[str], wished: Sequence[str]) -> dict[int, int]:
    """Let a common beginning and a common end stay, and what can in between."""
    least = min(len(present), len(wished))
    start = 0
    while start < least and present[start] == wished[start]:
        start += 1
    end = 0
    while end < least - start and present[-1 - end] == wished[-1 - end]:
        end += 1
    inner = in_order(
        present[start : len(present) - end], wished[start : len(wished) - end]
    )
    return {
        **{place: place for place in range(start)},
        **{start + place: start + index for place, index in inner.items()},
        **{len(wished) - i: len(present) - i for i in range(end, 0, -1)},
    }


def in_order(present: Sequence[str], wished: Sequence[str]) -> dict[int, int]:
    """Find as many items as possible that can stay where they are.

    Args:
        present: The items there are.
        wished: The items there shall be.

    Returns:
        Wished position to present position; both grow together. It is a longest common
        subsequence, but of an item with very many occurrences the first one only is
        taken for the first one, the second one for the second one, and so on.
    """
    ends: list[int] = []
    links: list[_Link] = []
    for here, there in _pairs(present, wished):
        length = bisect_left(ends, there)
        link = (there, here, links[length - 1] if length else None)
        if length == len(ends):
            ends.append(there)
            links.append(link)
        else:
            ends[length], links[length] = there, link
    found: dict[int, int] = {}
    rest = links[-1] if links else None
    while rest is not None:
        there, here, rest = rest
        found[there] = here
    return found


def _pairs(present: Sequence[str], wished: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Pair equal items: by present position, then backwards by wished position."""
    places: dict[str, list[int]] = defaultdict(list)
    for there in reversed(range(len(wished))):
        places[wished[there]].append(there)
    counts, seen = Counter(present), Counter[str]()
    for here, item in enumerate(present):
        found = places.get(item, [])
        if counts[item] * len(found) > _FEW:
            seen[item] += 1
            found = found[-seen[item] :][:1] if seen[item] <= len(found) else []
        yield from ((here, there) for there in found)


def elsewhere(
    present: Sequence[str], wished: Sequence[str], settled: Mapping[int, int]
) -> dict[int, int]:
    """Find places for the items that cannot stay where they are.

    Neighbours that can go to neighbouring places do.

    Args:
        present: The items there are, none of them more often than it is wished.
        wished: The items there shall be.
        settled: Wished position to present position of those that stay.

    Returns:
        Wished position to present position.
    """
    free: dict[str, list[int]] = defaultdict(list)
    for there in reversed(range(len(wished))):
        if there not in settled:
            free[wished[there]].append(there)
    staying = set(settled.values())
    found: dict[int, int] = {}
    after = -1
    for here, item in enumerate(present):
        if here in staying:
            after = -1
            continue
        if after not in free[item][-_FEW:]:
            after = _place(free, item, present[here + 1 : here + 2])
        free[item].remove(after)
        found[after] = here
        after += 1
    return found


def _place(free: Mapping[str, list[int]], item: str, following: Sequence[str]) -> int:
    """Choose the first free place of an item, or one beside one of the next item."""
    beside = {p - 1 for after in following for p in free.get(after, [])[-_FEW:]}
    places = free[item][: -_FEW - 1 : -1]
    return next((place for place in places if place in beside), places[0])
