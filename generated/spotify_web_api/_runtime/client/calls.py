"""The kinds of calls generated code is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, Unpack

from ..calls.arguments import Arguments, Given
from ..calls.error_labels import labelled
from ..session import batches

if TYPE_CHECKING:
    from ..engine.steps import Steps
    from ..models.page import Page
    from ..paging.async_pager import AsyncPager
    from ..paging.pager import Pager
    from ..session.caller import AsyncCaller, Caller

T = TypeVar("T")


class Calls:
    """Calls that block.

    `route` names the operation; the values are keyed by their names on the wire.
    """

    _caller: Caller

    def _run(self, call: str, steps: Steps[T]) -> T:
        """Return the result of a call that is written by hand."""
        with labelled(call):
            return self._caller.run(steps)

    def _one(self, route: str, result: type[T], **given: Unpack[Given]) -> T:
        """Return the result of a call."""
        steps = self._caller.session.one(route, result, Arguments(**given))
        answer: T = self._caller.run(steps)
        return answer

    def _optional(
        self, route: str, result: type[T], **given: Unpack[Given]
    ) -> T | None:
        """Return the result of a call, or `None` if the answer is empty."""
        steps = self._caller.session.optional(route, result, Arguments(**given))
        answer: T | None = self._caller.run(steps)
        return answer

    def _none(self, route: str, **given: Unpack[Given]) -> None:
        """Make a call without a result."""
        self._caller.run(self._caller.session.none(route, Arguments(**given)))

    def _batch(
        self, route: str, result: type[list[T]], **given: Unpack[Given]
    ) -> list[T]:
        """Read any number of elements; return them in the order asked for."""
        steps = batches.batch(self._caller.session, route, result, Arguments(**given))
        return self._caller.run(steps)

    def _batch_none(self, route: str, **given: Unpack[Given]) -> None:
        """Write any number of elements, in order."""
        steps = batches.chain(self._caller.session, route, None, Arguments(**given))
        self._caller.run(steps)

    def _chain(self, route: str, result: type[T], **given: Unpack[Given]) -> T:
        """Write any number of elements, in order; return the last answer."""
        steps = batches.chain(self._caller.session, route, result, Arguments(**given))
        answer: T = self._caller.run(steps)
        return answer

    def _pages(
        self,
        route: str,
        page: type[Page[T]],
        *,
        prefetch: int = 1,
        cursor: str | None = None,
        **given: Unpack[Given],
    ) -> Pager[T]:
        """Return a listing; nothing is sent yet."""
        from ..paging.listing import opened
        from ..paging.pager import Pager

        session, arguments = self._caller.session, Arguments(**given)
        listing = opened(
            session, route, page, arguments, prefetch=prefetch, cursor=cursor
        )
        return Pager(self._caller, listing)


class AsyncCalls:
    """Calls that are awaited.

    `route` names the operation; the values are keyed by their names on the wire.
    """

    _caller: AsyncCaller

    async def _run(self, call: str, steps: Steps[T]) -> T:
        """Return the result of a call that is written by hand."""
        with labelled(call):
            return await self._caller.run(steps)

    async def _one(self, route: str, result: type[T], **given: Unpack[Given]) -> T:
        """Return the result of a call."""
        steps = self._caller.session.one(route, result, Arguments(**given))
        answer: T = await self._caller.run(steps)
        return answer

    async def _optional(
        self, route: str, result: type[T], **given: Unpack[Given]
    ) -> T | None:
        """Return the result of a call, or `None` if the answer is empty."""
        steps = self._caller.session.optional(route, result, Arguments(**given))
        answer: T | None = await self._caller.run(steps)
        return answer

    async def _none(self, route: str, **given: Unpack[Given]) -> None:
        """Make a call without a result."""
        await self._caller.run(self._caller.session.none(route, Arguments(**given)))

    async def _batch(
        self, route: str, result: type[list[T]], **given: Unpack[Given]
    ) -> list[T]:
        """Read any number of elements; return them in the order asked for."""
        steps = batches.batch(self._caller.session, route, result, Arguments(**given))
        return await self._caller.run(steps)

    async def _batch_none(self, route: str, **given: Unpack[Given]) -> None:
        """Write any number of elements, in order."""
        steps = batches.chain(self._caller.session, route, None, Arguments(**given))
        await self._caller.run(steps)

    async def _chain(self, route: str, result: type[T], **given: Unpack[Given]) -> T:
        """Write any number of elements, in order; return the last answer."""
        steps = batches.chain(self._caller.session, route, result, Arguments(**given))
        answer: T = await self._caller.run(steps)
        return answer

    def _pages(
        self,
        route: str,
        page: type[Page[T]],
        *,
        prefetch: int = 1,
        cursor: str | None = None,
        **given: Unpack[Given],
    ) -> AsyncPager[T]:
        """Return a listing; nothing is sent yet."""
        from ..paging.async_pager import AsyncPager
        from ..paging.listing import opened

        session, arguments = self._caller.session, Arguments(**given)
        listing = opened(
            session, route, page, arguments, prefetch=prefetch, cursor=cursor
        )
        return AsyncPager(self._caller, listing)


class Resource(Calls):
    """A group of calls of a client."""

    def __init__(self, calls: Calls) -> None:
        """Make its calls the way `calls` are made."""
        self._caller = calls._caller  # noqa: SLF001 - another of its kind


class AsyncResource(AsyncCalls):
    """A group of calls of an asynchronous client."""

    def __init__(self, calls: AsyncCalls) -> None:
        """Make its calls the way `calls` are made."""
        self._caller = calls._caller  # noqa: SLF001 - another of its kind
