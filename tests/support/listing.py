"""A server of listings as a transport: by offset, by cursor, and while they change."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from _runtime.engine.limits import MemoryLimitStore
from _runtime.http.messages import Request, Response
from tests.support.things import BASE, Shop, answer

TOO_MANY = answer("", 429, Retry_After="80000")


@dataclass
class Shelves:
    """Answers `things.all` by offset and `things.log` by `after`.

    Attributes:
        items: The ids of the things, as they stand now.
        size: How many a page has if fewer or none are asked for.
        before: Called before each answer with the number of requests so far.
        refused: What to answer instead, by offset or `after`.
        holes: Whether things with an odd id are left out of pages by offset.
    """

    items: list[str]
    size: int = 50
    before: Callable[[int], None] = lambda _: None
    refused: dict[str, Response | Exception] = field(default_factory=dict)
    holes: bool = False
    urls: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, request: Request) -> Response:
        with self.lock:
            self.urls.append(request.url)
            self.before(len(self.urls))
            query = dict(parse_qsl(urlsplit(request.url).query))
            place = query.get("offset") or query.get("after") or ""
            refusal = self.refused.get(place)
            if isinstance(refusal, Exception):
                raise refusal
            return refusal or answer(json.dumps(self.page(request.url, query)))

    def page(self, url: str, query: dict[str, str]) -> dict[str, Any]:
        limit = min(int(query.get("limit", self.size)), self.size)
        make = self.by_cursor if urlsplit(url).path.endswith("/log") else self.by_offset
        return make(url, query, limit)

    def by_offset(self, url: str, query: Any, limit: int) -> dict[str, Any]:
        start = int(query.get("offset", 0))
        total = len(self.items)
        rest = {**query, "offset": str(start + limit), "limit": str(limit)}
        found = self.items[start : start + limit]
        return {
            "href": moved(url, {**query, "offset": str(start), "limit": str(limit)}),
            "items": [
                thing(each) for each in found if not self.holes or int(each) % 2 == 0
            ],
            "offset": start,
            "limit": limit,
            "total": total,
            "next": moved(url, rest) if start + limit < total else None,
        }

    def by_cursor(self, url: str, query: Any, limit: int) -> dict[str, Any]:
        after = query.get("after")
        start = 0 if after is None else self.items.index(after) + 1
        found = self.items[start : start + limit]
        more = start + limit < len(self.items)
        rest = {**query, "after": found[-1], "limit": str(limit)} if more else {}
        return {
            "items": [thing(each) for each in found],
            "limit": limit,
            "next": moved(url, rest) if more else None,
        }

    async def asend(self, request: Request) -> Response:
        return self.send(request)

    def close(self) -> None:
        """Hold nothing open."""

    async def aclose(self) -> None:
        """Hold nothing open."""


def thing(id: str) -> dict[str, Any]:
    return {"type": "thing", "id": id}


def moved(url: str, query: Any) -> str:
    path = urlsplit(url).path.removeprefix(urlsplit(BASE).path)
    return f"{BASE}{path}?{urlencode(query)}"


def names(count: int) -> list[str]:
    return [str(number) for number in range(count)]


def shop(transport: Any, **options: Any) -> Any:
    """Make a client with rate-limit windows of its own."""
    limits = MemoryLimitStore()
    return Shop("token", transport=transport, limits=limits, **options)


def ids(things: Any) -> list[str]:
    """List the ids of things."""
    return [thing.id for thing in things]
