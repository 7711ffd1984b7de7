"""Answers of the API as its own description gives them, for `replay_server`."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from tests.support.replay import Answer
from tests.support.spec_calls import document

if TYPE_CHECKING:
    from generator.dialect.document import Operation
    from tests.support.replay import Seen

_FOLLOWING = frozenset({"offset", "after", "before"})


@cache
def _routes() -> tuple[tuple[str, re.Pattern[str], Operation], ...]:
    literal_first = sorted(document().operations, key=lambda item: "{" in item.path)
    return tuple(
        (
            item.method,
            re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(item.path))),
            item,
        )
        for item in literal_first
        if not item.servers
    )


def described(seen: Seen) -> Answer:
    """Answer with the first example of the first success.

    A batch has as many elements as were asked for; the page after a first one is the
    last.
    """
    target = urlsplit(seen.target)
    path = target.path.removeprefix("/v1")
    query = parse_qs(target.query)
    for method, pattern, operation in _routes():
        if method == seen.method and pattern.fullmatch(path):
            return _answer(operation, query)
    return Answer.of({"error": {"status": 404, "message": "Not found"}}, 404)


def _answer(operation: Operation, query: dict[str, list[str]]) -> Answer:
    response = operation.successes[0]
    if not response.content:
        return Answer(b"", response.status)
    value = deepcopy(response.content[0].examples[0].value)
    batch = operation.batch
    if batch is not None and batch.parameter is not None:
        count = len(query[batch.parameter][0].split(","))
        value = _resized(value, batch.items or "", count)
    if any(query.get(name, ["0"]) != ["0"] for name in _FOLLOWING):
        _end(value)
    return Answer.of(value, response.status, ETag='"an-entity-tag"')


def _resized(value: Any, pointer: str, count: int) -> Any:
    if not pointer:
        return [value[index % len(value)] for index in range(count)]
    name, _, rest = pointer[1:].partition("/")
    return {**value, name: _resized(value[name], rest and f"/{rest}", count)}


def _end(value: Any) -> None:
    """Make every page within a value the last one."""
    if isinstance(value, dict):
        if "items" in value and "next" in value:
            value["next"] = None
        for inner in value.values():
            _end(inner)
