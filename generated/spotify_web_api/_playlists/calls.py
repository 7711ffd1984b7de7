"""Calls of playlists that take several requests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .._runtime.calls.arguments import Arguments
from .._runtime.calls.error_labels import labelled
from .._runtime.engine.steps import Sleep
from .._runtime.errors import (
    BatchError,
    ClientError,
    DecodeError,
    InvalidArgumentError,
    InvalidIdError,
)
from .edits import AddItems, Edit, PlaylistSync, RemoveItems, ReorderItems, ReplaceItems
from .errors import PlaylistChangedError, differing
from .identity import own_uri

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.calls.call import Call
    from .._runtime.engine.steps import Steps
    from .._runtime.session.session import Session
    from .content import Entry

__all__ = [
    "AddItems",
    "PlaylistChangedError",
    "PlaylistSync",
    "RemoveItems",
    "ReorderItems",
    "ReplaceItems",
    "own_uri",
]

_ITEMS = "/playlists/{playlist_id}/items"
_KINDS = ("track", "episode")
_PAGE = 100
_PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each further look at the result: reads lag behind writes."""


class PlaylistCalls:
    """What playlists offer beside the operations of the API."""

    def __init__(self, session: Session) -> None:
        """Send through the session of a client, without its default arguments.

        A market would show other tracks in place of those that stand in the playlist.
        """
        self._session = replace(session.reloading(), defaults={})

    def item_uris(self, playlist_id: str) -> Steps[list[str | None]]:
        """Read what stands in a playlist, by the URIs that can be written back.

        No market applies, so that no other recording stands for one that is there.

        Args:
            playlist_id: The playlist, given by Spotify id, URI or link.

        Returns:
            The URIs in their order; `None` for an entry that has none.

        Raises:
            DecodeError: If an answer does not tell what stands there.

        Scopes: `playlist-read-private`.

        See https://developer.spotify.com/documentation/web-api/concepts/playlists
        """
        return (yield from self._read(playlist_id))

    def sync_to(
        self, playlist_id: str, uris: Sequence[str], *, dry_run: bool = False
    ) -> Steps[PlaylistSync]:
        """Give a playlist exactly these items, in this order, by the fewest edits.

        What is there already is kept or moved, so that it stays added when it was and
        by whom, unless writing it anew saves more than nine requests. The content is
        read first and, after the edits, once more to verify it. Called again after a
        failure, it goes on from what is there then. An empty list empties the playlist.
        Local files can be kept and moved only; entries without a URI are removed.

        Args:
            playlist_id: The playlist, given by Spotify id, URI or link.
            uris: The tracks and episodes, given by URI or link, as often as they shall
                be there. What is there already is named by `own_uri` of its entry, or
                by `item_uris`.
            dry_run: True plans the edits and writes nothing.

        Raises:
            InvalidArgumentError: If an item is no track or episode, or no edits lead
                there because of a local file. Nothing was written.
            BatchError: If an edit failed after others took effect; `done` and
                `remaining` hold the edits, `cause` the error. If the first one failed,
                its own error is raised.
            PlaylistChangedError: If the playlist has another content afterwards;
                `found` holds it.

        Scopes: `playlist-read-private`, `playlist-modify-public`,
        `playlist-modify-private`.

        See https://developer.spotify.com/documentation/web-api/concepts/playlists
        """
        from .planning import ImpossibleError, plan

        wished = self._checked(uris)
        found = yield from self._read(playlist_id)
        try:
            edits = plan(found, wished)
        except ImpossibleError as error:
            raise InvalidArgumentError(str(error)) from None
        if dry_run or not edits:
            return PlaylistSync(edits=edits, dry_run=dry_run)
        snapshot = yield from self._write(playlist_id, edits)
        try:
            found = yield from self._read_until(playlist_id, wished)
        except ClientError as error:
            raise _unfinished(edits, len(edits), error) from None
        if found != wished:
            raise _changed(found, wished, snapshot)
        return PlaylistSync(edits=edits, snapshot_id=snapshot)

    def _checked(self, uris: Sequence[str]) -> list[str]:
        """Return the URIs of what the caller named.

        Raises:
            InvalidIdError: If one names neither a track nor an episode.
        """
        from .._runtime.calls.checks import element, sequence

        taken = self._session.operation(f"POST {_ITEMS}").parameter("uris")
        assert taken is not None
        try:
            given = sequence(uris)
        except ValueError as error:
            raise InvalidArgumentError(f"uris: {error}") from None
        found: list[str] = []
        for index, text in enumerate(given):
            try:
                found.append(element(taken, text))
            except ValueError as error:
                raise InvalidIdError(f"uris[{index}]: {error}") from None
        return found

    def _read(self, playlist_id: str) -> Steps[list[str | None]]:
        """Return the URIs of all items there are."""
        from .._runtime.paging.listing import opened
        from .._runtime.paging.walk import Walk
        from .content import EntryPage

        arguments = Arguments(
            path={"playlist_id": playlist_id},
            query={"limit": _PAGE, "additional_types": _KINDS},
        )
        session = self._session
        listing = opened(
            session, f"GET {_ITEMS}", EntryPage, arguments, prefetch=1, cursor=None
        )
        walk = Walk(listing, session.settings)
        entries: list[Entry] = []
        call: Call | None = listing.call
        while call is not None:
            answer = yield from session.read(call, listing.page, listing.pointer)
            entries += walk.items(walk.reached(answer))
            call = walk.follow()
        if not all(entry.is_whole for entry in entries):
            with labelled(listing.call):
                raise DecodeError("an entry does not tell its item")
        return [entry.uri for entry in entries]

    def _write(self, playlist_id: str, edits: tuple[Edit, ...]) -> Steps[str | None]:
        """Make the edits; return the last snapshot."""
        snapshot: str | None = None
        for index, edit in enumerate(edits):
            verb, body = _request(edit)
            route = f"{verb} {_ITEMS}"
            arguments = Arguments(path={"playlist_id": playlist_id}, json=body)
            result = self._session.operation(route).result
            try:
                answer = yield from self._session.one(
                    route, result and result(), arguments
                )
            except ClientError as error:
                if index == 0:
                    raise
                raise _unfinished(edits, index, error) from None
            snapshot = answer.snapshot_id
        return snapshot

    def _read_until(
        self, playlist_id: str, wished: list[str]
    ) -> Steps[list[str | None]]:
        """Read until the content is the wished one, a limited number of times."""
        found = yield from self._read(playlist_id)
        for pause in _PAUSES:
            if found == wished:
                break
            yield Sleep(pause)
            found = yield from self._read(playlist_id)
        return found


def _unfinished(edits: tuple[Edit, ...], made: int, cause: ClientError) -> BatchError:
    return BatchError(
        f"{made} of {len(edits)} edits are made; call again to go on from there:"
        f" {cause}",
        done=edits[:made],
        remaining=edits[made:],
        cause=cause,
    )


def _changed(
    found: list[str | None], wished: list[str], snapshot: str | None
) -> PlaylistChangedError:
    return PlaylistChangedError(
        f"all edits are made, but {differing(found, wished)}; either the"
        " playlist was edited meanwhile, or an older state is still shown. Call again"
        " to go on from what is there",
        found=found,
        wished=wished,
        snapshot_id=snapshot,
    )


def _request(edit: Edit) -> tuple[str, dict[str, Any]]:
    """Return the verb and the body of an edit.

    No edit names a snapshot: the server then applies a move to that older version, and
    has answered 502 to snapshots of its own.
    """
    match edit:
        case ReplaceItems(uris):
            return "PUT", {"uris": uris}
        case RemoveItems(uris):
            return "DELETE", {"items": [{"uri": uri} for uri in uris]}
        case AddItems(uris, position):
            return "POST", {"uris": uris, "position": position}
        case ReorderItems(start, length, before):
            return "PUT", {
                "range_start": start,
                "range_length": length,
                "insert_before": before,
            }
