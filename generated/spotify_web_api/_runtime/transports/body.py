"""A response body, bounded while it is read and decompressed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from ..errors import ProtocolError, ResponseTooLargeError

if TYPE_CHECKING:
    from ..core.headers import Headers
    from ..http.messages import Request

_GZIP = 16 + zlib.MAX_WBITS
_MOST_MEMBERS = 1000
"""More parts, compressed one by one, than any body has."""
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip"})


class Body:
    """Collects the chunks of one body, decompressed.

    Neither the chunks nor what they expand to may exceed the limit; nothing is
    expanded beyond it.
    """

    def __init__(self, headers: Headers, request: Request) -> None:
        """Prepare for the body these headers announce.

        Args:
            headers: The response headers.
            request: What was sent; it says how large the body may be.

        Raises:
            ProtocolError: If the body is in an encoding that was not asked for.
            ResponseTooLargeError: If a larger size is announced.
        """
        encoding = headers.get("content-encoding", "").strip().lower()
        if encoding not in _ENCODINGS:
            shown = request.redactor.text(encoding)[:40]
            raise ProtocolError(f"the body has the content encoding {shown!r}")
        self._limit = limit = request.max_body
        self._received = 0
        self._size = 0
        self._members = 1
        self._parts: list[bytes] = []
        self._inflater = (
            zlib.decompressobj(_GZIP) if encoding.endswith("gzip") else None
        )
        announced = headers.get("content-length", "")
        if announced.isdecimal() and float(announced) > limit:
            raise self._too_large()

    def feed(self, chunk: bytes) -> None:
        """Add the next bytes from the wire.

        Args:
            chunk: The bytes, still compressed.

        Raises:
            ProtocolError: If they cannot be decompressed.
            ResponseTooLargeError: If the body is larger than the limit.
        """
        self._received += len(chunk)
        if self._received > self._limit:
            raise self._too_large()
        if self._inflater is None:
            self._parts.append(chunk)
            return
        try:
            while chunk:
                chunk = self._inflate(chunk)
        except zlib.error as error:
            message = "the body cannot be decompressed"
            raise ProtocolError(
                message, cause_type="zlib.error", cause_text=str(error)
            ) from None

    def finish(self) -> bytes:
        """Return the whole body.

        Raises:
            ProtocolError: If its compressed form is cut off.
        """
        if self._inflater is not None and self._received and not self._inflater.eof:
            raise ProtocolError("the compressed body is cut off")
        return self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)

    def _inflate(self, chunk: bytes) -> bytes:
        """Expand `chunk`; return what belongs to a following gzip member."""
        if self._inflater is None or self._inflater.eof:
            self._members += 1
            if self._members > _MOST_MEMBERS:
                raise ProtocolError("the body is compressed in too many parts")
            self._inflater = zlib.decompressobj(_GZIP)
        part = self._inflater.decompress(chunk, self._limit - self._size + 1)
        self._size += len(part)
        if self._size > self._limit:
            raise self._too_large()
        self._parts.append(part)
        return self._inflater.unused_data

    def _too_large(self) -> ResponseTooLargeError:
        return ResponseTooLargeError(f"the body is larger than {self._limit:,} bytes")
