"""Responses that are no success become exceptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..calls import quota_modes, scopes
from ..core.jsondata import is_object
from ..http import retry_after
from ..http.messages import Response

if TYPE_CHECKING:
    from datetime import datetime

    from ..description.api import ErrorTable
    from ..errors import StatusError
    from ..http.messages import Request
    from .progress import Progress

_LARGEST_BODY = 65_536
_LARGEST_TEXT = 4096
_LONGEST_MESSAGE = 500
_LONGEST_REASON = 100
_TITLE = re.compile(r"<(title|h1)[^<>]*>(.*?)</\1", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<(style|script).*?</\1\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_BEARER = re.compile(r"(\bbearer\s+)[\w.~+/=-]{16,}", re.IGNORECASE)
_CHALLENGE = re.compile(r'error_description="([^"]*)"')
_FORBIDDEN = 403
_NO_MESSAGE = "the server gave no explanation"


def failure(
    table: ErrorTable, response: Response, now: datetime, *, hint: str = ""
) -> StatusError:
    """Make the exception for a response.

    Args:
        table: The exceptions by status and reason.
        response: A response that is no success.
        now: The present time, with its offset.
        hint: What is known of the cause beside what the server says, or `""`.
    """
    message, reason = explanation(response)
    kind = table.kind(response.status, reason)
    wait = retry_after.seconds(response.headers.get("retry-after"), now)
    return kind(
        status=response.status,
        message=message or _NO_MESSAGE,
        reason=reason,
        headers=response.headers.without_secrets(),
        hint=hint,
        retry_after=wait,
        retry_at=retry_after.moment(wait, now),
    )


def redacted(response: Response, request: Request) -> Response:
    """Return a response that shows no secrets of the request.

    What is no success is there to be told, and holds them no longer.

    Args:
        response: What a transport returned.
        request: What was sent.
    """
    redactor = request.redactor.joined(response.redactor)
    headers, body = response.headers.hiding(redactor), response.body
    if not response.is_success:
        headers, body = headers.redacted(), redactor.content(body, _LARGEST_BODY)
    return Response(
        status=response.status,
        headers=headers,
        body=body,
        complete=response.complete,
        redactor=redactor,
    )


def hint(progress: Progress, response: Response) -> str:
    """Say which scope the token may lack, and whether the call is open to all.

    Nothing where the server says the reason itself.

    Args:
        progress: How far the call has come.
        response: A response that is no success.
    """
    if response.status != _FORBIDDEN or _has_reason(response):
        return ""
    call = progress.call
    scope = scopes.hint(call, progress.granted)
    mode = quota_modes.explanation(call.operation, progress.settings.quota_mode)
    return "; ".join(part for part in (scope, mode) if part)


def explanation(response: Response) -> tuple[str, str | None]:
    """Say what a response gives as the cause of the failure.

    JSON in the forms known (`{"error": {"message", "reason"}}`, RFC 6749, and
    plain messages), plain text, HTML and nothing at all are understood.

    Args:
        response: A response that is no success.

    Returns:
        A message of one bounded line, perhaps empty, and the reason or `None`.
    """
    body = response.body[:_LARGEST_BODY]
    data = _json(body)
    if is_object(data):
        message, reason = _object(data)
    elif isinstance(data, str):
        message, reason = data, None
    else:
        text = body[:_LARGEST_TEXT].decode("utf-8", "replace")
        message, reason = _text(text), None
    if not message:
        found = _CHALLENGE.search(response.headers.get("www-authenticate", ""))
        message = found[1] if found else ""
    return one_line(message), reason


def _has_reason(response: Response) -> bool:
    """Say whether there is more than a status and a message: a reason, or a text.

    Texts that are no JSON are no answers of the API, but of what stands before it.
    """
    body = response.body[:_LARGEST_BODY].strip()
    data = _json(body)
    if not is_object(data):
        return bool(body)
    error = data.get("error")
    return is_object(error) and bool(_first(error, "reason"))


def _json(body: bytes) -> Any:
    import msgspec

    try:
        return msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _object(data: dict[str, Any]) -> tuple[str, str | None]:
    error = data.get("error")
    if is_object(error):
        message = _first(error, "message", "description", "type")
        return message, _first(error, "reason")[:_LONGEST_REASON] or None
    message = _first(data, "error_description", "message", "detail", "title")
    code = error[:_LONGEST_REASON] if isinstance(error, str) else None
    return message or code or "", code


def _first(data: dict[str, Any], *names: str) -> str:
    values = (data.get(name) for name in names)
    return next((value for value in values if value and isinstance(value, str)), "")


def _text(text: str) -> str:
    if "<" not in text:
        return text
    title = _TITLE.search(text)
    return _MARKUP.sub(" ", title[2] if title else text)


def one_line(text: str) -> str:
    """Return a text of strangers as one printable line of at most 500 characters."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    hidden = _BEARER.sub(r"\1…", words)
    if len(hidden) <= _LONGEST_MESSAGE:
        return hidden
    return hidden[: _LONGEST_MESSAGE - 1] + "…"
