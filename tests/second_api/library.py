"""A small library that answers over HTTP as `spec.yaml` says."""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.support.replay import Answer, Replay, Seen, replay_server

LOANS = [
    {"book_id": "b1", "since": f"2026-02-0{day}T10:00:00+01:00"} for day in range(1, 6)
]
AUTHORS = [{"name": "Jane", "born": "1775-12"}, {"name": "Ann", "born": None}]
EMMA = {
    "type": "book",
    "id": "b1",
    "title": "Emma",
    "isbn-13": "9780141439587",
    "class": "fiction",
    "format": "scroll",
    "author": AUTHORS[0],
    "published": "1815-12-23",
    "weight": 312,
}
FILM = {"type": "film", "id": "f1", "minutes": 124}
GAME = {"type": "game", "players": 2}


@contextmanager
def open_library() -> Iterator[Replay]:
    """Run the server for as long as the context lasts."""
    with replay_server() as server:
        server.answer = lambda seen: (
            opened(seen) if seen.target == "/token" else answer(seen, server.base_url)
        )
        yield server


def opened(seen: Seen) -> Answer:
    assert seen.headers["Authorization"] == "Basic Y2FyZDoxMjM="
    return Answer.of({"access_token": "opened", "token_type": "bearer"})


def query_of(seen: Seen) -> dict[str, str]:
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(seen.target).query))


def answer(seen: Seen, base: str) -> Answer:
    path = urllib.parse.urlsplit(seen.target).path.removeprefix("/v1")
    query = query_of(seen)
    match seen.method, path.split("/")[1:]:
        case "GET", ["books"]:
            return Answer.of({"books": [found(i) for i in query["ids"].split(",")]})
        case "GET", ["books", ("b1" | "b2") as name]:
            return Answer.of({**EMMA, "id": name})
        case "GET", ["books", "b1", "loans"]:
            return Answer.of(page(LOANS, query, f"{base}/books/b1/loans"))
        case "GET", ["readers", "me", "authors"]:
            return Answer.of({"authors": authors_after(query.get("after"), base)})
        case "GET", ["search"]:
            url = f"{base}/search?q={query['q']}"
            things = page([EMMA, FILM, GAME], {"limit": "2", **query}, url)
            return Answer.of({"things": things, "counts": {"book": 1, "film": 1}})
        case "GET", ["branches"]:
            return Answer.of({"branches": ["Harbour", "Hill"]})
        case "GET", ["featured"]:
            return Answer.of(FILM)
        case "PUT", ["shelves", _, "items"]:
            return Answer.of({"version": "v2"})
        case "PUT", ["readers", "me", ("holds" | "wishes") as what, "b9"]:
            return refusal(409, "ON_LOAN") if what == "holds" else refusal(403)
        case "GET", ["readers", "me", "loan"]:
            return Answer(status=204)
        case _, [("shelves" | "readers"), *_]:
            return Answer(status=202 if path.endswith("portrait") else 204)
        case _:
            return refusal(404, "NONE")


def found(name: str) -> dict[str, Any] | None:
    return {**EMMA, "id": name} if name.startswith("b") else None


def page(items: list[Any], query: dict[str, str], url: str) -> dict[str, Any]:
    start, size = int(query.get("offset", 0)), int(query.get("limit", 2))
    end = start + size
    joint = "&" if "?" in url else "?"
    following = f"{url}{joint}offset={end}&limit={size}" if end < len(items) else None
    return {"items": items[start:end], "next": following, "total": len(items)}


def authors_after(name: str | None, base: str) -> dict[str, Any]:
    if name is None:
        following = f"{base}/readers/me/authors?after=Jane"
        return {"items": AUTHORS[:1], "next": following}
    return {"items": AUTHORS[1:], "next": None}


def refusal(status: int, reason: str | None = None) -> Answer:
    error = {"message": "It cannot be done."} | ({"reason": reason} if reason else {})
    return Answer.of({"error": error}, status)
