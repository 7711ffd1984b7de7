"""The steps of a grant without a client around them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ..calls.settings import CallOptions, Clock, Settings
from ..engine.drivers import AsyncDriver, Driver
from ..engine.exchange import exchange
from ..engine.limits import PROCESS
from ..engine.ports import Work
from ..engine.progress import Progress, Shared
from ..session.caller import Connection, alease, lease

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..calls.call import Call
    from ..engine.limits import AsyncLimitStore, LimitStore
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
    connection: Connection[Transport, LimitStore] = Connection(transport, None)
    driver = Driver(
        connection.transport(), None, PROCESS, lease=partial(lease, connection)
    )
    try:
        return driver.run(steps(_work(keeper)))
    finally:
        if transport is None and (own := connection.close()) is not None:
            own.close()


async def aperform(
    keeper: Keeper,
    steps: Callable[[Work], Steps[T]],
    transport: AsyncTransport | None,
) -> T:
    """Perform the steps of a grant with `await`; otherwise like `perform`."""
    connection: Connection[AsyncTransport, AsyncLimitStore]
    connection = Connection(transport, None)
    driver = AsyncDriver(
        connection.transport(), None, PROCESS, lease=partial(alease, connection)
    )
    try:
        return await driver.run(steps(_work(keeper)))
    finally:
        if transport is None and (own := connection.close()) is not None:
            await own.aclose()


def _work(keeper: Keeper) -> Work:
    """Return what the steps need, with default settings."""
    api = keeper.application.server.api
    clock, shared, usual = Clock(), Shared(), CallOptions()
    end = clock.monotonic() + usual.timeout

    def carried(call: Call) -> Steps[Response]:
        options = replace(usual, attempt_timeout=usual.timeout)
        settings = Settings.of(api, options)
        return (yield from exchange(Progress.begin(call, settings, clock, shared)))

    return Work(
        exchange=carried,
        clock=clock,
        left=lambda: end - clock.monotonic(),
        notify=shared.notify,
        logger=api.logger,
    )
