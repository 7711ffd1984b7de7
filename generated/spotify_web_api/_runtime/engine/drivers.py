"""Two ways to perform steps: with blocking calls, and with `await`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVar

from ..auth.access_token import Secret
from ..errors import ClientError
from .steps import AskLimit, AskStore, Send, SetLimit, Sleep, Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..auth.access_token import AsyncTokenProvider, TokenProvider
    from ..http.transport import AsyncTransport, Transport
    from .limits import AsyncLimitStore, LimitStore
    from .steps import Step, Steps

T = TypeVar("T")


def run(
    steps: Steps[T],
    transport: Transport,
    auth: TokenProvider,
    limits: LimitStore,
    sleep: Callable[[float], object] | None = None,
) -> T:
    """Perform `steps` with blocking calls.

    Args:
        steps: What the engine asks for.
        transport: What sends requests.
        auth: What knows the access token.
        limits: What knows when nothing may be sent.
        sleep: Waits for as many seconds as it is given; `time.sleep` by default.

    Returns:
        What the steps end with.

    Raises:
        ClientError: What the steps end with otherwise.
    """
    try:
        step = next(steps)
        while True:
            try:
                outcome = _perform(step, transport, auth, limits, sleep or time.sleep)
            except ClientError as error:
                step = steps.throw(error)
            except StopIteration as error:  # it would pass for the end of the steps
                raise RuntimeError("a step raised StopIteration") from error
            else:
                step = steps.send(outcome)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        steps.close()


def _perform(
    step: Step,
    transport: Transport,
    auth: TokenProvider,
    limits: LimitStore,
    sleep: Callable[[float], object],
) -> Any:
    if isinstance(step, Send):
        return transport.send(step.request)
    if isinstance(step, Token):
        return Secret(auth.token())
    if isinstance(step, AskLimit):
        return limits.until(step.key)
    if isinstance(step, SetLimit):
        return limits.extend(step.key, step.seconds)
    if isinstance(step, AskStore):
        return getattr(step.store, step.operation)(*step.arguments)
    if isinstance(step, Sleep):
        return sleep(step.seconds)
    from . import together

    return together.in_threads(
        step, lambda part, wait: run(part, transport, auth, limits, wait)
    )


async def arun(
    steps: Steps[T],
    transport: AsyncTransport,
    auth: AsyncTokenProvider,
    limits: AsyncLimitStore,
) -> T:
    """Perform `steps` with `await`.

    Args:
        steps: What the engine asks for.
        transport: What sends requests.
        auth: What knows the access token.
        limits: What knows when nothing may be sent.

    Returns:
        What the steps end with.

    Raises:
        ClientError: What the steps end with otherwise.
    """
    try:
        step = next(steps)
        while True:
            try:
                outcome = await _aperform(step, transport, auth, limits)
            except ClientError as error:
                step = steps.throw(error)
            else:
                step = steps.send(outcome)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        steps.close()


async def _aperform(
    step: Step,
    transport: AsyncTransport,
    auth: AsyncTokenProvider,
    limits: AsyncLimitStore,
) -> Any:
    if isinstance(step, Send):
        return await transport.asend(step.request)
    if isinstance(step, Token):
        return Secret(await auth.atoken())
    if isinstance(step, AskLimit):
        return await limits.auntil(step.key)
    if isinstance(step, SetLimit):
        return await limits.aextend(step.key, step.seconds)
    if isinstance(step, AskStore):
        return await _ask(step)
    if isinstance(step, Sleep):
        import asyncio

        await asyncio.sleep(step.seconds)
        return None
    from . import together

    return await together.in_tasks(
        step, lambda part: arun(part, transport, auth, limits)
    )


async def _ask(step: AskStore) -> Any:
    """Await a store that can be awaited; others answer at once."""
    operation = getattr(step.store, f"a{step.operation}", None)
    if operation is None:
        return getattr(step.store, step.operation)(*step.arguments)
    return await operation(*step.arguments)
