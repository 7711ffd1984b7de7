"""A transport that answers with what was recorded, and can record what is missing."""

from __future__ import annotations

import asyncio
import os
from collections import Counter, deque
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from ..core.closest import did_you_mean
from ..core.headers import Headers
from ..core.locks import Guarded
from ..errors import ConfigurationError
from ..errors.expected import expect
from ..http.messages import Response
from .default import HttpTransport
from .recording import RecordingTransport
from .recordings import asked, read, request_data

if TYPE_CHECKING:
    from ..http.messages import Request
    from ..http.transport import AsyncTransport, Transport
    from .recordings import Asked, Recording

Mode = Literal["record", "replay", "auto"]


class ReplayTransport(Guarded):
    """Answers with what a `RecordingTransport` wrote, so that tests need no network.

    Each file answers one request: of the same verb and path, with arguments of the same
    names and a body of the same shape, in the order in which they were recorded. Values
    are not compared, since recordings hold none.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str],
        *,
        mode: Mode = "replay",
        inner: Transport | AsyncTransport | None = None,
    ) -> None:
        """Read the files that are there.

        Args:
            folder: Where the recordings are.
            mode: `replay` sends nothing; `record` sends everything, and writes down
                what comes; `auto` answers with what was there at the beginning, and
                records what goes beyond it.
            inner: What sends where something is recorded; `HttpTransport()` by default.

        Raises:
            ConfigurationError: If the folder or a file in it cannot be read, or if
                there is no such mode.
        """
        super().__init__()
        wanted, wrong = "the path of a folder", ConfigurationError
        expect(folder, str, os.PathLike, name="folder", wanted=wanted, error=wrong)
        if mode not in get_args(Mode):
            known = ", ".join(get_args(Mode))
            raise ConfigurationError(f"mode: {mode!r} is none of: {known}")
        self._folder = Path(folder)
        self._recorder: RecordingTransport | None = None
        if mode != "replay":
            through = HttpTransport() if inner is None else inner
            self._recorder = RecordingTransport(through, self._folder)
        kept = () if mode == "record" else read(self._folder)
        self._left: dict[Asked, deque[Recording]] = {}
        for each in kept:
            self._left.setdefault(each.asked, deque()).append(each)
        self._counts = Counter(each.asked for each in kept)

    def __repr__(self) -> str:
        """Show where the files are."""
        return f"ReplayTransport({str(self._folder)!r})"

    @property
    def unused(self) -> int:
        """How many recordings have answered nothing so far."""
        return sum(len(each) for each in self._left.values())

    def send(self, request: Request) -> Response:
        """Answer with the next recording for `request`.

        Raises:
            ConfigurationError: If there is none.
            TransportError: As the other transport does, where it is asked.
        """
        key = asked(request_data(request))
        found = self._next(key)
        return self._beyond(key).send(request) if found is None else found

    async def asend(self, request: Request) -> Response:
        """Answer with the next recording for `request`.

        Raises:
            ConfigurationError: If there is none.
            TransportError: As the other transport does, where it is asked.
        """
        await asyncio.sleep(0)
        key = asked(request_data(request))
        found = self._next(key)
        return await self._beyond(key).asend(request) if found is None else found

    def close(self) -> None:
        """Close the other transport, if there is one."""
        if self._recorder is not None:
            self._recorder.close()

    async def aclose(self) -> None:
        """Close the other transport, if there is one."""
        if self._recorder is not None:
            await self._recorder.aclose()

    def _next(self, key: Asked) -> Response | None:
        """Take the next recording; `None` where none is left."""
        with self._lock:
            left = self._left.get(key)
            found = left.popleft() if left else None
        if found is None:
            return None
        headers = Headers(found.headers.items())
        return Response(status=found.status, headers=headers, body=found.body)

    def _beyond(self, key: Asked) -> RecordingTransport:
        """Give what sends a request for which no recording is left."""
        if self._recorder is None:
            raise ConfigurationError(self._lacking(key))
        return self._recorder

    def _lacking(self, key: Asked) -> str:
        count = self._counts[key]
        if count:
            told = f"{key} was recorded {count} times, and asked for once more"
        else:
            close = did_you_mean(str(key), map(str, self._counts))
            told = f"nothing is recorded for {key}{close}"
        return f'{told}; mode="auto" records it (in {self._folder})'
