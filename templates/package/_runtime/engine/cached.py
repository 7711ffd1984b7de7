"""A call whose answer may be kept: one more step of the policy around it.

A hit sends nothing, waits for no rate limit and needs no valid token. What comes is
kept once it has been decoded, under the owner of the token that was really sent.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ..caching import entry as entries
from ..caching.cache import Owner
from ..caching.entry import Moment
from ..errors import (
    ConnectFailedError,
    DeadlineExceededError,
    NotCachedError,
    ProtocolError,
    StatusError,
    TransportError,
)
from .events import CacheHit, CacheMiss, CacheRevalidated
from .exchange import exchange as asked, opening
from .steps import Token

if TYPE_CHECKING:
    from ..caching.cache import Cache
    from ..caching.entry import Entry
    from ..core.secret import Secret
    from ..http.messages import Response
    from .events import Event
    from .progress import Progress
    from .steps import Steps

_NOTHING = "there is no fresh answer in the cache, and nothing may be sent"
_NOT_MODIFIED = 304
_READS = frozenset({"GET", "HEAD"})
_FAILURES = frozenset({500, 502, 503, 504})
_UNREACHABLE = (ConnectFailedError, DeadlineExceededError, ProtocolError)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lookup:
    """What was found before anything was sent.

    Attributes:
        cache: What keeps answers.
        owner: Whose token is at hand, or `None` if nobody knows.
        entry: What is kept, fresh or not, or `None`.
        writes: The number of the last write of that owner.
        begun: When it was looked for.
    """

    cache: Cache
    owner: Owner | None
    entry: Entry | None
    writes: int
    begun: Moment


def exchange(progress: Progress, cache: Cache) -> Steps[Response]:
    """Carry one call out; take its answer from a cache where that is right.

    Args:
        progress: The call, which has just begun.
        cache: What keeps answers.

    Raises:
        NotCachedError: If there is no fresh answer and nothing may be sent.
        ClientError: As from `engine.exchange`.
    """
    call, settings = progress.call, progress.settings
    may_be_kept = call.method == "GET" and call.authorized
    if may_be_kept and settings.if_none_match is None and settings.cache != "off":
        response = yield from _read(progress, cache)
        if call.raw and progress.keep is not None and _is_json(response.body):
            progress.keep()  # its user may decode it later, or never
        return response
    if settings.cache == "only":
        raise NotCachedError(_NOTHING)
    if call.method in _READS:
        return (yield from asked(progress))
    return (yield from _written(progress, cache))


def _read(progress: Progress, cache: Cache) -> Steps[Response]:
    owner = yield from _owner(progress)
    lookup = _Lookup(
        cache=cache,
        owner=owner,
        entry=None if owner is None else _found(progress, cache, owner),
        writes=0 if owner is None else cache.writes(owner),
        begun=_now(progress),
    )
    entry = lookup.entry
    if entry is not None and _holds(progress, entry, lookup):
        return _hit(progress, cache, entry)
    if progress.settings.cache == "only":
        raise NotCachedError(_NOTHING)
    if owner is None or entry is None or entry.etag is None:
        return (yield from _fetched(progress, lookup))
    return (yield from _revalidated(progress, lookup, owner, entry))


def _holds(progress: Progress, entry: Entry, lookup: _Lookup) -> bool:
    """Say whether an answer may be used without asking."""
    return _is_current(progress, entry, lookup) and entry.is_fresh(lookup.begun)


def _is_current(progress: Progress, entry: Entry, lookup: _Lookup) -> bool:
    """Say whether nothing has been written since, and no confirmation is asked for."""
    return entry.writes == lookup.writes and not progress.call.confirm


def _is_json(body: bytes) -> bool:
    import msgspec

    try:
        msgspec.json.decode(body)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return False
    return True


def _written(progress: Progress, cache: Cache) -> Steps[Response]:
    """Make a write; whatever it ends with, it may have changed something."""
    try:
        return (yield from asked(progress))
    finally:
        owner = _sender(progress)
        if owner is not None:
            cache.wrote(owner)


def _found(progress: Progress, cache: Cache, owner: Owner) -> Entry | None:
    call, settings = progress.call, progress.settings
    if settings.cache == "reload":
        return None
    entry = cache.find(owner, call.url)
    if entry is None or len(entry.response.body) > settings.max_body:
        return None
    return entry if entry.answers(opening(call, settings)) else None


def _hit(progress: Progress, cache: Cache, entry: Entry) -> Response:
    age = entry.age(_now(progress))
    cache.count("hits")
    _tell(progress, CacheHit(operation=progress.call.label, attempt=0, age=age))
    kept = (entry.asked.monotonic, entry.received.monotonic)
    return entries.served(entry.response, age, kept)


def _fetched(progress: Progress, lookup: _Lookup) -> Steps[Response]:
    """Fetch the whole answer."""
    try:
        response = yield from asked(progress)
    except (StatusError, TransportError) as error:
        return _stale(progress, lookup, error)
    return _missed(progress, lookup, response)


def _revalidated(
    progress: Progress, lookup: _Lookup, owner: Owner, entry: Entry
) -> Steps[Response]:
    """Ask whether an answer still holds; take what comes if it does not."""
    call, settings = progress.call, progress.settings
    progress.settings = replace(settings, if_none_match=entry.etag)
    progress.call = replace(call, raw=True)
    try:
        response = yield from asked(progress)
    except (StatusError, TransportError) as error:
        return _stale(progress, lookup, error)
    finally:
        progress.call, progress.settings = call, settings
    if response.status != _NOT_MODIFIED:
        return _missed(progress, lookup, response)
    is_theirs = _sender(progress) == owner and not progress.redirected
    if not is_theirs or not entry.is_confirmed_by(response):
        # It speaks of what somebody else was answered, or of another version.
        return (yield from _fetched(progress, replace(lookup, entry=None)))
    return _confirmed(progress, lookup, owner, entry, response)


def _confirmed(
    progress: Progress, lookup: _Lookup, owner: Owner, entry: Entry, answer: Response
) -> Response:
    """Use an answer again that the server has confirmed (304)."""
    call, cache, at = progress.call, lookup.cache, _now(progress)
    response = entries.freshened(entry.response, answer)
    request = opening(call, progress.settings)
    fresh = entries.made(response, request, lookup.begun, at, lookup.writes)
    if fresh is None:
        cache.drop(owner, call.url)
    else:
        progress.keep = partial(cache.keep, owner, call.url, fresh)
    cache.count("revalidated")
    age = entry.age(at)
    event = CacheRevalidated(operation=call.label, attempt=progress.attempts, age=age)
    _tell(progress, event)
    return entries.served(response, 0.0 if fresh is None else fresh.age(at))


def _stale(
    progress: Progress, lookup: _Lookup, error: StatusError | TransportError
) -> Response:
    """Return an answer past its time where the server failed, if that is allowed.

    Raises:
        ClientError: What it failed with otherwise.
    """
    entry, sender = lookup.entry, _sender(progress)
    failed = isinstance(error, _UNREACHABLE) or (
        isinstance(error, StatusError) and error.status in _FAILURES
    )
    if entry is None or not failed or sender not in (None, lookup.owner):
        raise error
    staleness = entry.staleness(_now(progress))
    is_allowed = entry.may_be_stale() and _is_current(progress, entry, lookup)
    if not is_allowed or staleness >= lookup.cache.stale_if_error:
        raise error
    return _hit(progress, lookup.cache, entry)


def _missed(progress: Progress, lookup: _Lookup, response: Response) -> Response:
    """Let an answer be kept once it is decoded, under whoever really asked."""
    call, cache, sender = progress.call, lookup.cache, _sender(progress)
    cache.count("misses")
    _tell(progress, CacheMiss(operation=call.label, attempt=progress.attempts))
    if sender is None or sender != lookup.owner or progress.redirected:
        return response
    request = opening(call, progress.settings)
    now = _now(progress)
    entry = entries.made(response, request, lookup.begun, now, lookup.writes)
    if entry is None:
        cache.drop(sender, call.url)
    else:
        progress.keep = partial(cache.keep, sender, call.url, entry)
    return response


def _owner(progress: Progress) -> Steps[Owner | None]:
    """Say whose tokens are at hand, valid or not; `None` if nobody knows."""
    shared = progress.shared
    if shared.grant is None:
        token: Secret = yield Token()
        return _of(progress, token.digest)
    subject = yield from shared.grant.owner(progress.clock)
    return None if subject is None else _of(progress, subject)


def _sender(progress: Progress) -> Owner | None:
    """Say whose token was sent last; `None` if none was."""
    if progress.token is None:
        return None
    if progress.shared.grant is None:
        return _of(progress, progress.token.digest)
    return None if progress.owner is None else _of(progress, progress.owner)


def _of(progress: Progress, subject: str) -> Owner:
    return Owner(
        base_url=progress.settings.base_url,
        client_id=progress.shared.client_id,
        subject=subject,
    )


def _now(progress: Progress) -> Moment:
    clock = progress.clock
    return Moment(monotonic=clock.monotonic(), now=clock.now().timestamp())


def _tell(progress: Progress, event: Event) -> None:
    progress.shared.notify(event)
    age: Any = getattr(event, "age", None)
    logging.getLogger(progress.settings.logger).debug(
        "%s: %s%s",
        event.operation,
        type(event).__name__,
        "" if age is None else f" ({age:.0f} s old)",
    )
