"""What goes to a transport and what comes back: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..core.headers import Headers
from ..core.redaction import NO_SECRETS, Redactor


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Request:
    """One HTTP request, complete.

    Attributes:
        method: The verb, in upper case.
        url: The absolute URL, percent-encoded ASCII without a fragment.
        headers: Pairs of name and value.
        body: The content, or `None` if there is none.
        timeout: Seconds this request may take, from the connection to the last byte.
        max_body: The largest response body accepted, in bytes.
        operation: The route of the operation it belongs to, or `""`; it is not sent.
        redactor: What knows the secrets in it, so that no error, log record or file
            shows them; it is not sent.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    timeout: float = 60.0
    max_body: int = 33_554_432
    operation: str = ""
    redactor: Redactor = field(default=NO_SECRETS, compare=False)

    def __repr__(self) -> str:
        """Show neither headers nor body, and none of the secrets."""
        url = self.redactor.text(self.url)
        return (
            f"Request(method={self.method!r}, url={url!r}, timeout={self.timeout!r}, "
            f"max_body={self.max_body!r}, operation={self.operation!r})"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One HTTP response, read to its end.

    Attributes:
        status: The HTTP status code.
        headers: The headers, case-insensitive.
        body: The content, decompressed.
        complete: `False` if the server did not mark the end of the body, so that
            it may have been cut off.
        redactor: What knows the secrets that may be repeated in it and must not be
            shown.
        from_cache: Whether it had been kept, and is used again.
        kept: When the server was asked for it and when it sent or last confirmed it,
            by the monotonic clock, where it is used again unasked; else `None`.
    """

    status: int
    headers: Headers = field(default_factory=Headers)
    body: bytes = field(default=b"", repr=False)
    complete: bool = True
    redactor: Redactor = field(default=NO_SECRETS, repr=False, compare=False)
    from_cache: bool = False
    kept: tuple[float, float] | None = None

    @property
    def is_success(self) -> bool:
        """Whether the status says that the request was understood and accepted."""
        return 200 <= self.status < 300
