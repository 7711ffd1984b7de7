"""Responses as they came."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.headers import Headers

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawResponse(Generic[T]):
    """A response with everything the server sent.

    Attributes:
        status: The HTTP status: a success, or 304.
        headers: The headers, case-insensitive.
        body: The content, decompressed.
        from_cache: Whether a cache had kept it; the server may have confirmed it.
    """

    status: int
    headers: Headers
    body: bytes = field(repr=False)
    reader: Callable[[], T] = field(repr=False, compare=False)
    from_cache: bool = False

    @property
    def etag(self) -> str | None:
        """The entity tag, to be given to `with_options(if_none_match=)`."""
        return self.headers.get("etag")

    def decode(self) -> T:
        """Return the content as the type the operation declares.

        Raises:
            DecodeError: If it is something else, or if there is none (304).
        """
        return self.reader()
