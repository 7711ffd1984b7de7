"""The policy around a call, as a generator that does no I/O.

`exchange` yields steps and receives their outcomes. A driver performs the steps and
throws a `ClientError` into the generator where one failed.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..calls.settings import CallOptions
from ..core.redaction import HIDDEN, NO_SECRETS
from ..errors import (
    DeadlineExceededError,
    NotModifiedError,
    ProtocolError,
    StatusError,
    TransportError,
    UnsafeUrlError,
)
from ..http import answers, urls
from ..http.messages import Request, Response
from . import bearer, failures, governor, repetition
from .events import RequestSent, ResponseReceived
from .progress import Progress
from .steps import Send, Sleep

if TYPE_CHECKING:
    from ..calls.call import Call
    from ..calls.settings import Settings
    from .steps import Steps

MAX_REDIRECTS = 3

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
_BODIES = frozenset({"PATCH", "POST", "PUT"})


def exchange(progress: Progress) -> Steps[Response]:
    """Carry one call out.

    Args:
        progress: The call, which has just begun; how far it has come is noted there.

    Returns:
        A generator of steps whose result is the response: a success, or a 304 for a
        raw call.

    Raises:
        StatusError: If the server refused or failed, to the last attempt.
        RateLimitedError: If the server asks for a longer wait than allowed.
        NotModifiedError: If the answer is the one already known.
        UnsafeUrlError: If the server redirects elsewhere.
        DeadlineExceededError: If the call took longer than `timeout`, or the last
            request longer than `attempt_timeout`.
        TransportError: If no response came.
    """
    settings = progress.settings
    request = opening(progress.call, settings)
    for _ in range(MAX_REDIRECTS + 1):
        response = yield from _answered(progress, request)
        url = _redirection(response, request, settings)
        if url is None:
            return response
        request = replace(request, url=url)
        progress.redirected = True
        progress.attempts -= 1
    raise ProtocolError(f"redirected more than {MAX_REDIRECTS} times")


def opening(call: Call, settings: Settings) -> Request:
    """Return the first request of a call, all but the access token.

    Args:
        call: What to call.
        settings: The limits and the addresses.
    """
    headers = [
        ("Accept", "application/json"),
        ("Accept-Encoding", "gzip"),
        ("User-Agent", settings.user_agent),
    ]
    if settings.if_none_match is not None and call.method == "GET":
        headers.append(("If-None-Match", settings.if_none_match))
    if call.media_type is not None and call.body is not None:
        headers.append(("Content-Type", call.media_type))
    if call.credentials is not None:
        headers.append(("Authorization", call.credentials.reveal()))
    return Request(
        method=call.method,
        url=call.url,
        headers=tuple(headers),
        # A length of zero is sent too: servers refuse these verbs without one (411).
        body=b"" if call.body is None and call.method in _BODIES else call.body,
        timeout=min(settings.timeout, settings.attempt_timeout),
        max_body=settings.max_body,
        operation="" if call.operation is None else call.operation.route,
        redactor=NO_SECRETS.knowing(call.credentials, *call.secrets),
    )


def _answered(progress: Progress, request: Request) -> Steps[Response]:
    """Send a request until there is an answer to return, or no hope."""
    failure: StatusError | TransportError | None
    while True:
        key, sealed = yield from _cleared(progress, request)
        try:
            response = yield from _attempt(progress, sealed)
            failure = _failure(response, request, progress)
        except TransportError as error:
            failure = error
        else:
            if failure is None:
                return response
        if (yield from bearer.renew(progress, failure, partial(_within, progress))):
            continue
        try:
            yield from repetition.until_again(progress, failure, key)
        finally:
            del failure  # its traceback holds this frame


def _cleared(progress: Progress, request: Request) -> Steps[tuple[str | None, Request]]:
    """Wait until the limits let a request pass; give it the access token."""
    while progress.call.authorized:
        token = yield from bearer.token(progress, partial(_within, progress))
        # Whatever is authorized goes to the origin of the base URL.
        key = governor.key(progress.settings.base_url, token, progress.shared.client_id)
        seconds = yield from governor.wait(progress, key)
        if not seconds:
            return key, bearer.authorized(progress, request)
        with governor.WAITING.place(key) as others:
            yield Sleep(seconds + governor.spread(progress, seconds, others))
    return None, request


def _within(progress: Progress, call: Call) -> Steps[Response]:
    """Carry a call out that another one needs.

    It begins in the time of that one only, and has a time of its own: what it answers
    may be lost for ever if nobody waits for it.
    """
    if progress.left <= 0:
        raise progress.late()
    settings, usual = progress.settings, CallOptions()
    settings = replace(
        settings,
        timeout=max(settings.timeout, usual.timeout),
        attempt_timeout=max(settings.attempt_timeout, usual.attempt_timeout),
        max_wait=min(settings.max_wait, progress.left),
        if_none_match=None,
    )
    clock, shared = progress.clock, progress.shared
    return (yield from exchange(Progress.begin(call, settings, clock, shared)))


def _attempt(progress: Progress, request: Request) -> Steps[Response]:
    """Send one request, within what is left of the time."""
    label = progress.call.label
    left = progress.left
    if left <= 0:
        raise progress.late()
    if left < request.timeout:
        request = replace(request, timeout=left)
    progress.attempts += 1
    attempt, notify = progress.attempts, progress.shared.notify
    notify(RequestSent(operation=label, attempt=attempt))
    begun = progress.seconds
    try:
        response: Response = yield Send(request)
    except Exception as error:
        request.redactor.error(error)
        _log(progress, type(error).__name__, progress.seconds - begun)
        if isinstance(error, DeadlineExceededError):
            raise progress.late(error) from None
        raise
    response = failures.redacted(response, request)
    progress.sent = True
    spent = progress.seconds - begun
    _log(progress, response.status, spent)
    notify(
        ResponseReceived(
            operation=label, attempt=attempt, status=response.status, seconds=spent
        )
    )
    return response


def _log(progress: Progress, end: object, seconds: float) -> None:
    logging.getLogger(progress.settings.logger).debug(
        "%s -> %s in %.0f ms (attempt %d)",
        progress.call.label,
        end,
        seconds * 1000,
        progress.attempts,
    )


def _redirection(
    response: Response, request: Request, settings: Settings
) -> str | None:
    location = response.headers.get("location")
    if response.status not in _REDIRECTS or request.method != "GET" or not location:
        return None
    if HIDDEN in location:
        raise UnsafeUrlError("the server redirects to a URL with a secret in it")
    try:
        target = urljoin(request.url, location)
    except ValueError:
        raise UnsafeUrlError("the server redirects to no proper URL") from None
    return urls.resolve(target, settings.base_url, settings.spec_url)


def _failure(
    response: Response, request: Request, progress: Progress
) -> StatusError | None:
    """Return the error a response means; `None` for a success or a redirect.

    Raises:
        NotModifiedError: If the answer is the one already known.
        ProtocolError: If the body is not whole, or it is no answer to the request.
    """
    call, settings = progress.call, progress.settings
    problem = answers.problem(request, response)
    if problem is not None:
        raise ProtocolError(problem)
    if _redirection(response, request, settings) is not None:
        return None
    if response.is_success:
        if _is_cut(response, call):
            raise ProtocolError("the body was cut off")
        progress.succeed()
        return None
    if response.status == _NOT_MODIFIED:
        progress.succeed()
        if call.raw:
            return None
        raise NotModifiedError("not modified", etag=response.headers.get("etag"))
    return failures.failure(
        settings.errors,
        response,
        progress.clock.now(),
        hint=failures.hint(progress, response),
    )


def _is_cut(response: Response, call: Call) -> bool:
    """Say whether only the JSON tells that a body ended early."""
    if response.complete or call.operation is None or call.operation.result is None:
        return False
    from ..decoding import decode

    return decode.is_cut(response.body)
