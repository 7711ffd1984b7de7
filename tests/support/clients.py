"""One way to make a call with either client, for tests of both."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from spotify_web_api import AsyncPager, AsyncSpotify, Pager, Spotify
from tests.support.canary import token

Call = Callable[[Any], Any]
Run = Callable[..., Any]


def run_sync(call: Call, auth: Any = None, **options: Any) -> Any:
    """Make a call with the client that blocks; a listing is read to its end."""
    with Spotify(auth or token(), **options) as client:
        found = call(client)
        return found.collect() if isinstance(found, Pager) else found


def run_async(call: Call, auth: Any = None, **options: Any) -> Any:
    """Make a call with the other client; a listing is read to its end."""

    async def awaited() -> Any:
        async with AsyncSpotify(auth or token(), **options) as client:
            found = call(client)
            if isinstance(found, AsyncPager):
                return await found.collect()
            return await found if isinstance(found, Awaitable) else found

    return asyncio.run(awaited())


BOTH: dict[str, Run] = {"sync": run_sync, "async": run_async}
