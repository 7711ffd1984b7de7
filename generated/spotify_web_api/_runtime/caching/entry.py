"""One answer that is kept, and how long it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from ..core.headers import Headers
from . import directives

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..http.messages import Request, Response

_SUCCESS = 200
_OVERHEAD = 1024
_OF_CONTENT = frozenset(
    {"content-encoding", "content-length", "content-range", "content-type"}
)
_OWN = "authorization"
"""Whose an answer is says the key of the entry; another token of theirs does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time, by both clocks: one may be set, the other may stand still in a sleep."""

    monotonic: float
    now: float

    def until(self, later: Moment) -> float:
        """Return the seconds that have passed; the longer ones where clocks differ."""
        return max(0.0, later.monotonic - self.monotonic, later.now - self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An answer that is kept.

    Attributes:
        response: The answer, with its body.
        selecting: The headers of the request that `Vary` names, with their values.
        asked: When it was asked for, or whether it still holds.
        received: When it came, or was last confirmed.
        initial_age: How old it was then, in seconds.
        control: What its `Cache-Control` says.
        lifetime: For how many seconds it is fresh.
        writes: How many writes of its owner had ended when it was asked for.
    """

    response: Response
    selecting: tuple[tuple[str, str | None], ...]
    asked: Moment
    received: Moment
    initial_age: float
    control: Mapping[str, str]
    lifetime: float
    writes: int

    @property
    def size(self) -> int:
        """Roughly the bytes it takes."""
        headers = self.response.headers.items()
        return (
            len(self.response.body)
            + _OVERHEAD
            + sum(len(n) + len(v) for n, v in headers)
        )

    @property
    def etag(self) -> str | None:
        """Its entity tag, or `None` if there is none that could be sent."""
        return _tag(self.response.headers)

    def age(self, at: Moment) -> float:
        """Return how old it is, in seconds (RFC 9111, section 4.2.3)."""
        return self.initial_age + self.received.until(at)

    def staleness(self, at: Moment) -> float:
        """Return for how many seconds it has been stale; below 0 while it is fresh."""
        return self.age(at) - self.lifetime

    def is_fresh(self, at: Moment) -> bool:
        """Say whether it may be used without asking."""
        return "no-cache" not in self.control and self.staleness(at) < 0

    def may_be_stale(self) -> bool:
        """Say whether the server lets it be used where it cannot be asked."""
        return not self.control.keys() & {"no-cache", "must-revalidate"}

    def answers(self, request: Request) -> bool:
        """Say whether it was asked for in the same way (`Vary`)."""
        return self.selecting == _selecting(self.response.headers, request)

    def is_confirmed_by(self, answer: Response) -> bool:
        """Say whether a 304 speaks of it."""
        tag = answer.headers.get("etag")
        return tag is None or _opaque(tag) == _opaque(self.etag or "")


def made(
    response: Response, request: Request, asked: Moment, at: Moment, writes: int
) -> Entry | None:
    """Make an entry of an answer; `None` if it may not be kept, or not be used again.

    Args:
        response: The answer.
        request: What was asked.
        asked: When.
        at: When the answer was there.
        writes: How many writes of its owner had ended when it was asked for.
    """
    headers = response.headers
    control = directives.read(headers.get("cache-control", ""))
    lifetime = _lifetime(headers, control)
    if response.status != _SUCCESS or "no-store" in control:
        return None
    if "*" in headers.get("vary", ""):
        return None
    if lifetime <= 0 and _tag(headers) is None:
        return None
    given = directives.seconds(headers.get("age", ""))
    date = _date(headers.get("date"))
    apparent = 0.0 if date is None else max(0.0, at.now - date)
    return Entry(
        response=replace(response, headers=_kept(response), complete=True),
        selecting=_selecting(headers, request),
        asked=asked,
        received=at,
        initial_age=max(apparent, given + asked.until(at)),
        control=control,
        lifetime=lifetime,
        writes=writes,
    )


def freshened(response: Response, answer: Response) -> Response:
    """Return an answer with the headers of a 304 (RFC 9111, section 3.2)."""
    new = {n: v for n, v in answer.headers.items() if n not in _OF_CONTENT}
    headers = Headers(({**response.headers} | new).items())
    return replace(response, headers=headers.hiding(response.redactor))


def served(
    response: Response, age: float, kept: tuple[float, float] | None = None
) -> Response:
    """Return an answer as it goes to the user.

    Args:
        response: The answer.
        age: How old it is, in seconds.
        kept: When the server was last asked and vouched for it, if it was not now.
    """
    headers = Headers(({**response.headers} | {"age": str(int(age))}).items())
    return replace(
        response, headers=headers.hiding(response.redactor), from_cache=True, kept=kept
    )


def _kept(response: Response) -> Headers:
    return response.headers.without_secrets().hiding(response.redactor)


def _lifetime(headers: Mapping[str, str], control: Mapping[str, str]) -> float:
    """Return how long an answer is fresh; nothing is guessed where nothing is said."""
    if "max-age" in control:
        return directives.seconds(control["max-age"])
    expires, date = _date(headers.get("expires")), _date(headers.get("date"))
    return 0.0 if expires is None or date is None else expires - date


def _date(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        moment = parsedate_to_datetime(text)
        return moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()
    except (ValueError, OverflowError, TypeError):
        return None


def _selecting(
    headers: Mapping[str, str], request: Request
) -> tuple[tuple[str, str | None], ...]:
    sent = {name.lower(): value for name, value in request.headers}
    names = {name.strip().lower() for name in headers.get("vary", "").split(",")}
    return tuple((name, sent.get(name)) for name in sorted(names - {"", _OWN}))


def _tag(headers: Mapping[str, str]) -> str | None:
    tag = headers.get("etag")
    return tag if tag and tag.isascii() and tag.isprintable() else None


def _opaque(tag: str) -> str:
    """Return a tag without its mark of weakness, as `If-None-Match` compares."""
    return tag.strip().removeprefix("W/")
