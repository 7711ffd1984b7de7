"""Names that lead to each other in circles, found in time proportional to the graph."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..findings import Location

    Graph = Mapping[str, Mapping[str, Location]]
    """Each name to those it leads to, and where it does."""

_MAX_CIRCLES = 10
"""How many are told of names that all lead to each other."""


def circles(graph: Graph) -> Iterator[list[str]]:
    """Find circles, one for each edge that has to go until there are none.

    Where schemas hang together closely, only the first of many are found.
    """
    for names in knots(graph):
        rest = {name: sorted(names & graph[name].keys()) for name in sorted(names)}
        yield from islice(_circles(rest), _MAX_CIRCLES)


def _circles(rest: dict[str, list[str]]) -> Iterator[list[str]]:
    while True:
        try:
            TopologicalSorter(rest).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1][::-1][:-1]
            first = circle.index(min(circle))
            circle = [*circle[first:], *circle[:first], circle[first]]
            yield circle
            rest[circle[0]].remove(circle[1])
        else:
            return


def knots(graph: Graph) -> Iterator[set[str]]:
    """Find the largest sets of names that all lead to each other (Kosaraju)."""
    backwards: dict[str, list[str]] = {name: [] for name in graph}
    for name, targets in graph.items():
        for target in targets:
            backwards[target].append(name)
    seen: set[str] = set()
    for start in reversed(_finished(graph)):
        knot, pending = set[str](), [start]
        while pending:
            name = pending.pop()
            if name not in seen:
                seen.add(name)
                knot.add(name)
                pending += backwards[name]
        if len(knot) > 1 or (knot and start in graph[start]):
            yield knot


def _finished(graph: Graph) -> list[str]:
    """List all names, each after those it leads to, but where they lead back."""
    found: list[str] = []
    seen: set[str] = set()
    for start in graph:
        pending = [(start, False)]
        while pending:
            name, left = pending.pop()
            if left:
                found.append(name)
            elif name not in seen:
                seen.add(name)
                pending += [(name, True), *((each, False) for each in graph[name])]
    return found
