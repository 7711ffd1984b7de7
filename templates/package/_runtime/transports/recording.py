"""A transport that keeps what it sees, as files, without what is private."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.files import write_private
from ..errors import ConfigurationError
from ..errors.expected import expect
from .recordings import body_data, request_data
from .scrubbing import PRIVATE, Scrubber

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..http.messages import Request, Response
    from ..http.transport import AsyncTransport, Transport

_HEADERS = frozenset(
    {
        "age",
        "cache-control",
        "content-type",
        "date",
        "etag",
        "retry-after",
        "vary",
    }
)
"""The headers of responses that are kept; none of them tells who asked."""


class RecordingTransport:
    """Sends through another transport and writes a file for each response.

    A file is JSON: `request` has the method, the template of the path, the names in
    the query and the shape of a JSON body; `response` has the status, a few headers and
    the JSON body, scrubbed of tokens, mail addresses and people. Nothing else is
    kept, and of a body that is no JSON only that it was there. The names of the files
    sort in the order of the responses; `ReplayTransport` answers with them.
    """

    def __init__(
        self,
        inner: Transport | AsyncTransport,
        folder: str | os.PathLike[str],
        *,
        private: Iterable[str] = PRIVATE,
    ) -> None:
        """Make the folder if there is none.

        Args:
            inner: What sends the requests; it is closed with this transport.
            folder: Where the files go, each readable by its owner alone.
            private: The names of the properties to scrub, instead of the usual ones
                (`email`, `display_name`, ...). Whatever is called a token or a secret
                is scrubbed anyway.

        Raises:
            ConfigurationError: If the folder cannot be made.
        """
        self._inner: Any = inner
        wanted = "the path of a folder"
        expect(
            folder,
            str,
            os.PathLike,
            name="folder",
            wanted=wanted,
            error=ConfigurationError,
        )
        self._folder = Path(folder)
        self._scrubber = Scrubber(private)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it is no path"
            message = f"cannot record to {self._folder!r}: {reason}"
            raise ConfigurationError(message) from None

    def __repr__(self) -> str:
        """Show where the files go."""
        return f"RecordingTransport({str(self._folder)!r})"

    def send(self, request: Request) -> Response:
        """Send `request` and write down what came.

        Raises:
            TransportError: As the other transport does.
            ConfigurationError: If the other transport has to be awaited.
        """
        response: Response = self._part("send")(request)
        self._keep(request, response)
        return response

    async def asend(self, request: Request) -> Response:
        """Send `request` and write down what came.

        Raises:
            TransportError: As the other transport does.
            ConfigurationError: If the other transport cannot be awaited.
        """
        response: Response = await self._part("asend")(request)
        await asyncio.to_thread(self._keep, request, response)
        return response

    def close(self) -> None:
        """Close the other transport."""
        self._part("close")()

    async def aclose(self) -> None:
        """Close the other transport."""
        await self._part("aclose")()

    def _part(self, name: str) -> Any:
        method = getattr(self._inner, name, None)
        if method is None:
            kind = type(self._inner).__name__
            raise ConfigurationError(f"{kind} has no `{name}`: it is for other clients")
        return method

    def _keep(self, request: Request, response: Response) -> None:
        """Write a file; a failure is logged, since the response is there anyway."""
        redactor = request.redactor.joined(response.redactor)
        kept = {"request": request_data(request), "response": self._response(response)}
        record = redactor.data(kept)
        try:
            text = json.dumps(record, indent=1)
            write_private(self._folder / _name(request), text.encode())
        except OSError as error:
            logger = logging.getLogger(__name__.partition("._runtime")[0])
            logger.warning("cannot record to %s: %s", self._folder, error.strerror)

    def _response(self, response: Response) -> dict[str, Any]:
        headers = {
            name: value for name, value in response.headers.items() if name in _HEADERS
        }
        kept: dict[str, Any] = {"status": response.status, "headers": headers}
        return kept | body_data(response.body, self._scrubber.scrub)


def _name(request: Request) -> str:
    called = request.operation or request.method
    words = re.sub(r"[^a-z0-9]+", "-", called.lower()).strip("-")
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S-%f}"
    return f"{stamp}-{words[:80]}-{secrets.token_hex(8)}.json"
