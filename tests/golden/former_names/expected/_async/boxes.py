"""The calls of boxes."""

from __future__ import annotations

from .._runtime import AsyncResource, deprecated


class Boxes(AsyncResource):
    """The calls of boxes."""

    @deprecated("Deprecated; it is called things.get now.", category=None)
    async def thing(self, id: str) -> str:
        """Get Thing.

        The name of one thing.

        Args:
            id: The thing.
        """
        return await self._one(
            "GET /things/{id}", str, path={"id": id}, call="boxes.thing"
        )
