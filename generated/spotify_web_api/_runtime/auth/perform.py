"""The steps of a grant without a client around them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from ..calls.settings import CallOptions, Clock, Settings
from ..engine.drivers import AsyncDriver, Driver
from ..engine.exchange import exchange
from ..engine.limits import PROCESS
from ..engine.ports import Work
from ..engine.progress import Shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..calls.call import Call
    from ..engine.steps import Steps
    from ..http.messages import Response
    from ..http.transport import AsyncTransport, Transport
    from .keeper import Keeper

T = TypeVar("T")


def perform(
    keeper: Keeper,
    steps: Callable[[Work], Steps[T]],
    transport: Transport | None,
) -> T:
    """Perform the steps of a grant with blocking calls.

    Args:
        keeper: Whose steps they are.
        steps: Makes them.
        transport: What sends requests, or `None` for one of its own.
    """
    keeper.check(blocking=True)
    if transport is not None:
        return Driver(transport, None, PROCESS).run(steps(_work(keeper)))
    from ..transports.default import HttpTransport

    own = HttpTransport()
    try:
        return Driver(own, None, PROCESS).run(steps(_work(keeper)))
    finally:
        own.close()


async def aperform(
    keeper: Keeper,
    steps: Callable[[Work], Steps[T]],
    transport: AsyncTransport | None,
) -> T:
    """Perform the steps of a grant with `await`; otherwise like `perform`."""
    if transport is not None:
        return await AsyncDriver(transport, None, PROCESS).run(steps(_work(keeper)))
    from ..transports.default import HttpTransport

    own = HttpTransport()
    try:
        return await AsyncDriver(own, None, PROCESS).run(steps(_work(keeper)))
    finally:
        await own.aclose()


def _work(keeper: Keeper) -> Work:
    """Return what the steps need, with default settings."""
    api = keeper.application.server.api
    clock, shared, usual = Clock(), Shared(), CallOptions()
    end = clock.monotonic() + usual.timeout

    def left() -> float:
        return end - clock.monotonic()

    def carried(call: Call) -> Steps[Response]:
        options = replace(
            usual, timeout=max(left(), 0.001), attempt_timeout=usual.timeout
        )
        settings = Settings.of(api, options)
        return (yield from exchange(call, settings, clock, shared))

    return Work(exchange=carried, clock=clock, left=left, notify=shared.notify)
