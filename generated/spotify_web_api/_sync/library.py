"""What the user has saved or follows, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Resource

if TYPE_CHECKING:
    from collections.abc import Sequence


class Library(Resource):
    """What the user has saved or follows, whatever its kind."""

    def save(self, uris: Sequence[str]) -> None:
        """Save Items to Library.

        Put things of any kind into the user's library, by URI: tracks, albums,
        episodes, shows and audiobooks are saved, playlists, users and artists followed.
        Which scope is needed depends on the kind: `user-library-modify` for what is
        saved, `playlist-modify-public` for playlists, `user-follow-modify` for users
        and artists. What is already there stays as it is. One request takes 40 URIs.
        Artists are missing from Spotify's list of kinds, although its migration guide
        saves one.

        Args:
            uris: Albums, artists, audiobooks, episodes, playlists, shows, tracks or
                users, mixed at will, each by its Spotify URI; 1 to 40 in a request.
                Links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify` or `user-follow-modify` or
        `playlist-modify-public`.

        https://developer.spotify.com/documentation/web-api/reference/save-library-items
        """
        return self._batch_none("PUT /me/library", query={"uris": uris})

    def remove(self, uris: Sequence[str]) -> None:
        """Remove Items from Library.

        Take things of any kind out of the user's library, by URI; playlists, users and
        artists are unfollowed. Kinds and scopes are those of `library.save`. What is
        not there does no harm. One request takes 40 URIs.

        Args:
            uris: Albums, artists, audiobooks, episodes, playlists, shows, tracks or
                users, mixed at will, each by its Spotify URI; 1 to 40 in a request.
                Links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify` or `user-follow-modify` or
        `playlist-modify-public`.

        https://developer.spotify.com/documentation/web-api/reference/remove-library-items
        """
        return self._batch_none("DELETE /me/library", query={"uris": uris})

    def contains(self, uris: Sequence[str]) -> list[bool]:
        """Check User's Saved Items.

        Whether things of any kind are in the user's library, one boolean per URI, in
        the order of the URIs. For playlists, users and artists it says whether the user
        follows them; these need `playlist-read-private` or `user-follow-read`,
        everything else `user-library-read`. One request takes 40 URIs.

        Args:
            uris: Albums, artists, audiobooks, episodes, playlists, shows, tracks or
                users, mixed at will, each by its Spotify URI; 1 to 40 in a request.
                Links will do.

        Scopes: `user-library-read` or `user-follow-read` or `playlist-read-private`.

        https://developer.spotify.com/documentation/web-api/reference/check-library-contains
        """
        return self._batch("GET /me/library/contains", list[bool], query={"uris": uris})
