"""The steps of a grant without a client around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..calls.error_labels import labelled
from ..calls.settings import MAX_BODY, TIMEOUT, Clock, Settings
from ..engine.drivers import arun, run
from ..engine.exchange import exchange
from ..engine.limits import PROCESS
from ..engine.progress import Shared
from ..http import urls
from .lifecycle import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..engine.steps import Steps
    from ..http.messages import Call, Response
    from ..http.transport import AsyncTransport, Transport
    from .grant import Grant

T = TypeVar("T")


def perform(
    grant: Grant,
    steps: Callable[[Surroundings], Steps[T]],
    transport: Transport | None,
) -> T:
    """Perform the steps of a grant with blocking calls.

    Args:
        grant: Whose steps they are.
        steps: Makes them.
        transport: What sends requests, or `None` for one of its own.
    """
    grant.check(blocking=True)
    if transport is not None:
        return run(steps(surroundings(grant)), transport, grant, PROCESS)
    from ..transports.default import HttpTransport

    own = HttpTransport()
    try:
        return run(steps(surroundings(grant)), own, grant, PROCESS)
    finally:
        own.close()


async def aperform(
    grant: Grant,
    steps: Callable[[Surroundings], Steps[T]],
    transport: AsyncTransport | None,
) -> T:
    """Perform the steps of a grant with `await`; otherwise like `perform`."""
    if transport is not None:
        return await arun(steps(surroundings(grant)), transport, grant, PROCESS)
    from ..transports.default import HttpTransport

    own = HttpTransport()
    try:
        return await arun(steps(surroundings(grant)), own, grant, PROCESS)
    finally:
        await own.aclose()


def surroundings(grant: Grant) -> Surroundings:
    """Return what the work of a grant needs, with default settings.

    Args:
        grant: Whose work it is.
    """
    api = grant.application.server.api()
    clock, shared = Clock(), Shared()
    end = clock.monotonic() + TIMEOUT

    def left() -> float:
        return end - clock.monotonic()

    def carried(call: Call) -> Steps[Response]:
        settings = Settings(
            base_url=urls.base(api.base_url),
            spec_url=api.base_url,
            timeout=max(left(), 0.001),
            attempt_timeout=TIMEOUT,
            max_body=MAX_BODY,
            user_agent=api.user_agent,
            logger=api.logger,
            errors=api.errors,
        )
        with labelled(call):
            return (yield from exchange(call, settings, clock, shared))

    return Surroundings(exchange=carried, clock=clock, left=left, notify=shared.notify)
