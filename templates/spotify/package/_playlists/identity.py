"""By which URI something is known where it was read."""

from __future__ import annotations

from typing import Any

from .._runtime.core.jsondata import is_object
from .._runtime.models.model import UnknownItem

_HOLDERS = ("item", "track", "episode")


def own_uri(entry: object) -> str | None:
    """Return the URI under which an entry stands in a playlist or in the library.

    Where a market applies, Spotify may play another recording: `uri` names that one,
    and can neither be kept nor removed in place of the one that stands there. Write
    back what this returns.

    Apps in development mode are not told what stands there: with such an app read
    without a market, or use `playlists.item_uris`.

    Args:
        entry: An entry of a playlist or of a saved listing, or the track or episode
            in it.

    Returns:
        The URI; `None` where the item is gone or has none.
    """
    item = entry
    if not isinstance(entry, UnknownItem) and not hasattr(entry, "uri"):
        held = (getattr(entry, name, None) for name in _HOLDERS)
        item = next((each for each in held if each is not None), None)
    found = _value(_value(item, "linked_from"), "uri") or _value(item, "uri")
    return found if isinstance(found, str) else None


def _value(owner: Any, name: str) -> Any:
    data: object = owner.data if isinstance(owner, UnknownItem) else owner
    return data.get(name) if is_object(data) else getattr(data, name, None)
