"""Two ways to perform steps: with blocking calls, and with `await`."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from ..core.secret import Secret
from .steps import AskLimit, Invoke, Send, SetLimit, Shielded, Sleep, Token

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

    from ..core.sleep import InterruptibleSleep
    from ..http.messages import Request, Response
    from ..http.transport import AsyncTransport, Transport
    from .limits import AsyncLimitStore, LimitStore
    from .ports import AsyncTokenProvider, TokenProvider
    from .steps import Step, Steps

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Driver:
    """Performs steps with blocking calls.

    Attributes:
        transport: What sends requests.
        auth: What knows the access token, or `None` where no step asks for it.
        limits: What knows when nothing may be sent.
        sleep: Waits for as many seconds as it is given.
        lease: Gives a transport that stays open for a block, for what goes on after
            the client was closed; `None` where nothing closes `transport` before.
    """

    transport: Transport
    auth: TokenProvider | None = field(repr=False)
    limits: LimitStore
    sleep: Callable[[float], object] = time.sleep
    lease: Callable[[], AbstractContextManager[Transport]] | None = None

    def run(self, steps: Steps[T]) -> T:
        """Perform `steps`; return what they end with.

        Raises:
            ClientError: What they end with otherwise.
        """
        try:
            step = next(steps)
            while True:
                try:
                    outcome = [self._perform(step)]
                except StopIteration as error:  # it would pass for the end of the steps
                    raise RuntimeError("a step raised StopIteration") from error
                except Exception as error:  # noqa: BLE001 - the steps decide
                    step = steps.throw(error)
                else:
                    step = steps.send(outcome.pop())  # a traceback would hold it
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            steps.close()

    def _perform(self, step: Step) -> Any:
        if isinstance(step, Send):
            return self.transport.send(step.request)
        if isinstance(step, Token):
            assert self.auth is not None
            return Secret(self.auth.token())
        if isinstance(step, AskLimit):
            return self.limits.until(step.key)
        if isinstance(step, SetLimit):
            return self.limits.extend(step.key, step.seconds)
        if isinstance(step, Invoke):
            return step.blocking()
        if isinstance(step, Sleep):
            return self.sleep(step.seconds)
        if isinstance(step, Shielded):
            from . import shielded

            return shielded.in_thread(step, self._leased)
        from . import together

        return together.in_threads(
            step, lambda part, sleep: self.left_with(sleep).run(part)
        )

    def left_with(self, sleep: InterruptibleSleep) -> Driver:
        """Return one that neither waits nor sends any more once `sleep` is interrupted.

        Args:
            sleep: Waits for as many seconds as it is given.
        """
        transport = _Leavable(self.transport, sleep)
        return replace(self, sleep=sleep, transport=transport)

    def _leased(self, steps: Steps[T], sleep: Callable[[float], object]) -> T:
        if self.lease is None:
            return replace(self, sleep=sleep).run(steps)
        with self.lease() as transport:
            return replace(self, sleep=sleep, transport=transport).run(steps)


@dataclass(frozen=True, slots=True)
class _Leavable:
    """A transport that sends nothing more when nobody waits for it."""

    transport: Transport
    sleep: InterruptibleSleep

    def send(self, request: Request) -> Response:
        self.sleep(0.0)  # which raises if it was interrupted
        return self.transport.send(request)

    def close(self) -> None:
        self.transport.close()


async def _sleep(seconds: float) -> None:
    import asyncio

    await asyncio.sleep(seconds)


async def _invoked(step: Invoke) -> Any:
    """Call a function of a user; its own cancellations are failures of it."""
    if step.awaited is None:
        return step.blocking()
    import asyncio

    try:
        return await step.awaited()
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
        raise RuntimeError("what was awaited has been cancelled") from None


@dataclass(frozen=True, slots=True)
class AsyncDriver:
    """Performs steps with `await`.

    Attributes:
        transport: What sends requests.
        auth: What knows the access token, or `None` where no step asks for it.
        limits: What knows when nothing may be sent.
        sleep: Waits for as many seconds as it is given.
        lease: Gives a transport that stays open for a block, for what goes on after
            the client was closed; `None` where nothing closes `transport` before.
    """

    transport: AsyncTransport
    auth: AsyncTokenProvider | None = field(repr=False)
    limits: AsyncLimitStore
    sleep: Callable[[float], Awaitable[object]] = _sleep
    lease: Callable[[], AbstractAsyncContextManager[AsyncTransport]] | None = None

    async def run(self, steps: Steps[T]) -> T:
        """Perform `steps`; return what they end with.

        Raises:
            ClientError: What they end with otherwise.
        """
        try:
            step = next(steps)
            while True:
                try:
                    outcome = [await self._perform(step)]
                except Exception as error:  # noqa: BLE001 - the steps decide
                    step = steps.throw(error)
                else:
                    step = steps.send(outcome.pop())  # a traceback would hold it
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            steps.close()

    async def _perform(self, step: Step) -> Any:
        if isinstance(step, Send):
            return await self.transport.asend(step.request)
        if isinstance(step, Token):
            assert self.auth is not None
            return Secret(await self.auth.atoken())
        if isinstance(step, AskLimit):
            return await self.limits.auntil(step.key)
        if isinstance(step, SetLimit):
            return await self.limits.aextend(step.key, step.seconds)
        if isinstance(step, Invoke):
            return await _invoked(step)
        if isinstance(step, Sleep):
            return await self.sleep(step.seconds)
        if isinstance(step, Shielded):
            from . import shielded_task

            return await shielded_task.in_task(step, self._leased)
        from . import together

        return await together.in_tasks(step, self.run)

    async def _leased(
        self, steps: Steps[T], sleep: Callable[[float], Awaitable[object]]
    ) -> T:
        if self.lease is None:
            return await replace(self, sleep=sleep).run(steps)
        async with self.lease() as transport:
            return await replace(self, sleep=sleep, transport=transport).run(steps)
