"""What a client is about to send, checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..core.secret import Secret
    from ..description.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A checked call, ready to become requests.

    Attributes:
        label: The call and its route, for messages and logs; no arguments in it.
        method: The verb, in upper case.
        url: The absolute URL of the first request.
        body: The content, or `None`.
        media_type: The type of the content, or `None` without one.
        operation: The operation called, or `None` for a free request.
        authorized: Whether the access token is sent.
        credentials: What is sent in its place, or `None`.
        secrets: What else is secret in the request, besides the credentials.
        raw: Whether a 304 is an answer rather than a `NotModifiedError`.
        confirm: Whether an answer that a cache keeps is used only if the server
            confirms it now.
    """

    label: str
    method: str
    url: str = field(repr=False)
    body: bytes | None = field(default=None, repr=False)
    media_type: str | None = None
    operation: Operation[Any] | None = None
    authorized: bool = True
    credentials: Secret | None = None
    secrets: tuple[Secret, ...] = ()
    raw: bool = False
    confirm: bool = False

    @property
    def name(self) -> str:
        """What the user called: the label without the route of an operation."""
        return self.label if self.operation is None else self.label.partition(" ")[0]

    @property
    def docs(self) -> str | None:
        """The reference page of the operation, or `None`."""
        return None if self.operation is None else self.operation.docs
