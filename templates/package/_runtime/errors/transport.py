"""The errors of carrying a request to the server and a response back."""

from __future__ import annotations

from .calls import ClientError


class TransportError(ClientError):
    """No complete response was received.

    Attributes:
        sent: Whether the request may have reached the server. `False` is certain.
        cause_type: The class name of the underlying exception, or `""`.
        cause_text: The text of the underlying exception, or `""`.
    """

    def __init__(
        self,
        message: str,
        *,
        sent: bool = True,
        cause_type: str = "",
        cause_text: str = "",
    ) -> None:
        """Keep what is known of the underlying failure, as data."""
        super().__init__(message)
        self.sent = sent
        self.cause_type = cause_type
        self.cause_text = cause_text


class ConnectFailedError(TransportError):
    """No connection could be made."""

    def __init__(
        self, message: str, *, cause_type: str = "", cause_text: str = ""
    ) -> None:
        """Mark the request as not sent; a call of several attempts knows better."""
        super().__init__(
            message, sent=False, cause_type=cause_type, cause_text=cause_text
        )


class ProtocolError(TransportError):
    """The connection broke, or the response is not proper HTTP."""


class ResponseTooLargeError(TransportError):
    """The body is larger than `max_body`, compressed or not."""


class UnsafeUrlError(TransportError):
    """A response named a URL that must not get the access token."""

    def __init__(self, message: str) -> None:
        """Mark the request as not sent."""
        super().__init__(message, sent=False)


class DeadlineExceededError(TransportError, TimeoutError):
    """There was no complete response in time.

    Attributes:
        seconds: How long the call took until it was given up.
        attempts: How many requests were made.
        last_failure: What the attempt before failed with, or else how the only one
            ended; `None` if nothing was sent.
    """

    def __init__(
        self,
        message: str,
        *,
        sent: bool = True,
        cause_type: str = "",
        cause_text: str = "",
        seconds: float = 0.0,
        attempts: int = 1,
        last_failure: str | None = None,
    ) -> None:
        super().__init__(
            message, sent=sent, cause_type=cause_type, cause_text=cause_text
        )
        self.seconds = seconds
        self.attempts = attempts
        self.last_failure = last_failure
