"""A playlist behind a real HTTP server, as strict about edits as the service is."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.support.replay import Answer, Replay, Seen, replay_server

ID = "3cEYpjA9oz9GiPac4AsH4n"
ROUTE = f"/v1/playlists/{ID}/items"
LOCAL = "spotify:local:"
PLAYABLE = re.compile(r"spotify:(track|episode):[0-9A-Za-z]{22}")


def track(number: int) -> str:
    return f"spotify:track:{number:022}"


def episode(number: int) -> str:
    return f"spotify:episode:{number:022}"


def local(number: int) -> str:
    return f"spotify:local:Somebody::Song+{number}:215"


class RefusedError(Exception):
    """The server does not do this."""


@dataclass(frozen=True)
class Entry:
    """One place of the playlist: what stands there, and when it was added."""

    uri: str | None
    added: int


@dataclass
class Playlist:
    """The state of the server, and what is to go wrong.

    Attributes:
        entries: What stands in it.
        lag: Seconds for which reads show the state before the last write.
        page: The most items of a page.
        relinked: URIs that are played instead of others, which they hide.
        before: Called before each write with its number, from 0.
        failures: Number of a write to the answer it gets instead of being done.
    """

    entries: list[Entry]
    lag: float = 0.0
    page: int = 100
    relinked: dict[str, str] = field(default_factory=dict)
    before: Callable[[int], None] = lambda _: None
    failures: dict[int, Answer] = field(default_factory=dict)
    writes: int = 0
    server: Replay | None = None
    _old: list[Entry] = field(default_factory=list)
    _since: float = float("-inf")

    @classmethod
    def of(cls, uris: Sequence[str | None], **options: Any) -> Playlist:
        return cls([Entry(uri, -1 - i) for i, uri in enumerate(uris)], **options)

    @property
    def uris(self) -> list[str | None]:
        return [entry.uri for entry in self.entries]

    @property
    def base_url(self) -> str:
        assert self.server is not None
        return self.server.base_url

    @property
    def verbs(self) -> list[str]:
        assert self.server is not None
        return [seen.method for seen in self.server.seen]

    def answer(self, seen: Seen) -> Answer:
        url = urlsplit(seen.target)
        if url.path != ROUTE:
            return refusal(404, "Not found.")
        if seen.method == "GET":
            return self._shown(dict(parse_qsl(url.query)))
        number, self.writes = self.writes, self.writes + 1
        self.before(number)
        if number in self.failures:
            return self.failures[number]
        self._old, self._since = list(self.entries), time.monotonic()
        try:
            self._edit(seen.method, seen.json)
        except (RefusedError, KeyError) as error:
            return refusal(400, str(error))
        return Answer.of({"snapshot_id": f"snapshot-{number}"})

    def _shown(self, query: dict[str, str]) -> Answer:
        assert query["additional_types"] == "track,episode"
        assert "market" not in query, "other tracks would stand for those there"
        late = time.monotonic() - self._since < self.lag
        entries = self._old if late else self.entries
        start, limit = int(query.get("offset", 0)), min(int(query["limit"]), self.page)
        end = start + limit
        rest = f"?offset={end}&limit={limit}&additional_types=track,episode"
        return Answer.of(
            {
                "items": [self._entry(entry) for entry in entries[start:end]],
                "limit": limit,
                "offset": start,
                "total": len(entries),
                "next": (
                    f"{self.base_url}/playlists/{ID}/items{rest}"
                    if end < len(entries)
                    else None
                ),
            }
        )

    def _entry(self, entry: Entry) -> dict[str, Any]:
        shown: dict[str, Any] | None = None
        if entry.uri is not None:
            shown = {"uri": entry.uri, "type": "track", "name": "x"}
            if entry.uri in self.relinked:
                shown |= {"uri": self.relinked[entry.uri]}
                shown |= {"linked_from": {"uri": entry.uri, "type": "track"}}
        is_local = (entry.uri or "").startswith(LOCAL)
        return {"added_at": None, "is_local": is_local, "item": shown}

    def _edit(self, method: str, body: dict[str, Any]) -> None:
        match method, sorted(body):
            case "PUT", ["uris"]:
                self.entries = self._made(body["uris"], fewest=0)
            case "PUT", ["insert_before", "range_length", "range_start"]:
                self._move(*(body[key] for key in sorted(body)))
            case "POST", ["position", "uris"]:
                position = within(body["position"], 0, len(self.entries))
                self.entries[position:position] = self._made(body["uris"])
            case "DELETE", ["items"]:
                self._remove([item["uri"] for item in body["items"]])
            case _:
                raise RefusedError(f"{method} does not take {json.dumps(body)}")

    def _made(self, uris: list[str], fewest: int = 1) -> list[Entry]:
        within(len(uris), fewest, 100)
        for uri in uris:
            if not PLAYABLE.fullmatch(uri):
                raise RefusedError(f"Invalid track uri: {uri}")
        return [Entry(uri, self.writes) for uri in uris]

    def _move(self, before: int, length: int, start: int) -> None:
        """Move a stretch; positions are counted before anything has moved."""
        within(length, 1, 100)
        within(start + length, length, len(self.entries))
        within(before, 0, len(self.entries))
        block = self.entries[start : start + length]
        head = [e for e in self.entries[:before] if e not in block]
        tail = [e for e in self.entries[before:] if e not in block]
        self.entries = head + block + tail

    def _remove(self, uris: list[str]) -> None:
        within(len(uris), 1, 100)
        there = set(self.uris)
        for uri in uris:
            if not PLAYABLE.fullmatch(uri) or uri not in there:
                raise RefusedError(f"Could not remove {uri}")
        self.entries = [entry for entry in self.entries if entry.uri not in uris]


def within(value: Any, least: int, most: int) -> int:
    if not isinstance(value, int) or not least <= value <= most:
        raise RefusedError(f"{value} is not within {least} and {most}")
    return value


def refusal(status: int, message: str) -> Answer:
    return Answer.of({"error": {"status": status, "message": message}}, status)


@contextmanager
def serving(playlist: Playlist) -> Iterator[Playlist]:
    """Serve a playlist for as long as the context lasts."""
    with replay_server() as server:
        playlist.server, server.answer = server, playlist.answer
        yield playlist
