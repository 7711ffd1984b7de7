"""What plays on the user's devices. Commands need a user with Premium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime import Pager


class Player(Resource):
    """What plays on the user's devices. Commands need a user with Premium."""

    def state(
        self,
        *,
        market: str | None = None,
        additional_types: Sequence[Literal["track", "episode"]] | None = None,
    ) -> models.PlaybackState | None:
        """Get Playback State.

        What plays now, on which device, and how: shuffle, repeat, progress. Status 204
        while no device is active. `item` is null between items, during advertisements
        and for content Spotify cannot name.

        Args:
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            additional_types: The kinds of items the program can handle.

        Scopes: `user-read-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/get-information-about-the-users-current-playback
        """
        return self._optional(
            "GET /me/player",
            models.PlaybackState,
            query={"market": market, "additional_types": additional_types},
        )

    def transfer(self, device_ids: Sequence[str], *, play: bool | None = None) -> None:
        """Transfer Playback.

        Move playback to another device of the user. Needs Premium. Commands sent in
        quick succession may be carried out in another order.

        Args:
            device_ids: A list of exactly one id, from `player.devices`.
            play: True starts playing there; otherwise playback stays as it is, playing
                or paused.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/transfer-a-users-playback
        """
        return self._none(
            "PUT /me/player", json={"device_ids": device_ids, "play": play}
        )

    def devices(self) -> list[models.Device]:
        """Get Available Devices.

        The devices on which the user can play now. A device that apps may not control
        has `is_restricted` set and may come without an id.

        Scopes: `user-read-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices
        """
        return self._one("GET /me/player/devices", list[models.Device])

    def currently_playing(
        self,
        *,
        market: str | None = None,
        additional_types: Sequence[Literal["track", "episode"]] | None = None,
    ) -> models.CurrentlyPlaying | None:
        """Get Currently Playing Track.

        What plays now, without device, shuffle and repeat; `player.state` gives those
        too. Status 204 when nothing plays and in a private session. Episodes come as
        episodes only when `additional_types` names them.

        Args:
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            additional_types: The kinds of items the program can handle.

        Scopes: `user-read-currently-playing` or `user-read-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/get-the-users-currently-playing-track
        """
        return self._optional(
            "GET /me/player/currently-playing",
            models.CurrentlyPlaying,
            query={"market": market, "additional_types": additional_types},
        )

    def play(
        self,
        *,
        device_id: str | None = None,
        context_uri: str | None = None,
        uris: Sequence[str] | None = None,
        offset: models.PlaybackOffset | None = None,
        position_ms: int | None = None,
    ) -> None:
        """Start/Resume Playback.

        Start to play a context (`context_uri`) or a list of tracks and episodes
        (`uris`), never both; with neither, go on where playback was paused. Without
        `device_id` it happens on the active device; without one of those the answer is
        404, `NO_ACTIVE_DEVICE`. Needs Premium. Commands sent in quick succession may be
        carried out in another order.

        Args:
            device_id: The device to command, by the id that player.devices answers; the
                active one if not given.
            context_uri: An album, an artist, a playlist or a show, by its Spotify URI.
                A link will do.
            uris: Tracks and episodes, each by its Spotify URI, played in this order.
                Links will do.
            offset: Where to begin in `uris` or in the context, by position or by URI.
            position_ms: Where to begin in the first item, in milliseconds.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback
        """
        return self._none(
            "PUT /me/player/play",
            query={"device_id": device_id},
            json={
                "context_uri": context_uri,
                "uris": uris,
                "offset": offset,
                "position_ms": position_ms,
            },
        )

    def pause(self, *, device_id: str | None = None) -> None:
        """Pause Playback.

        Pause playback. Where it is paused already, the answer is 403, `ALREADY_PAUSED`.
        Needs Premium. Commands sent in quick succession may be carried out in another
        order.

        Args:
            device_id: The device to command, by the id that player.devices answers; the
                active one if not given.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            AlreadyPausedError: Playback is paused already.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/pause-a-users-playback
        """
        return self._none("PUT /me/player/pause", query={"device_id": device_id})

    def next(self, *, device_id: str | None = None) -> None:
        """Skip To Next.

        Skip to the next item of the context or the queue. Needs Premium. Commands sent
        in quick succession may be carried out in another order.

        Args:
            device_id: The device to command, by the id that player.devices answers; the
                active one if not given.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            NoNextTrackError: Nothing comes after the current item.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/skip-users-playback-to-next-track
        """
        return self._none("POST /me/player/next", query={"device_id": device_id})

    def previous(self, *, device_id: str | None = None) -> None:
        """Skip To Previous.

        Go back to the previous item. It changes the item even in the middle of a track;
        to begin a track again, seek to 0. Needs Premium. Commands sent in quick
        succession may be carried out in another order.

        Args:
            device_id: The device to command, by the id that player.devices answers; the
                active one if not given.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            NoPreviousTrackError: Nothing comes before the current item.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/skip-users-playback-to-previous-track
        """
        return self._none("POST /me/player/previous", query={"device_id": device_id})

    def seek(self, position_ms: int, *, device_id: str | None = None) -> None:
        """Seek To Position.

        Jump to a place in the current item. Needs Premium. Commands sent in quick
        succession may be carried out in another order.

        Args:
            position_ms: The place, in milliseconds from the start.
            device_id: The device to command, by the id that player.devices answers; the
                active one if not given.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/seek-to-position-in-currently-playing-track
        """
        return self._none(
            "PUT /me/player/seek",
            query={"position_ms": position_ms, "device_id": device_id},
        )

    def repeat(
        self, state: Literal["track", "context", "off"], *, device_id: str | None = None
    ) -> None:
        """Set Repeat Mode.

        Set what is repeated. Needs Premium. Commands sent in quick succession may be
        carried out in another order.

        Args:
            state: `track` repeats the current item, `context` the whole album, playlist
                or other context, `off` nothing.
            device_id: The device to command, by the id that player.devices answers; the
                active one if not given.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/set-repeat-mode-on-users-playback
        """
        return self._none(
            "PUT /me/player/repeat", query={"state": state, "device_id": device_id}
        )

    def volume(self, volume_percent: int, *, device_id: str | None = None) -> None:
        """Set Playback Volume.

        Set the volume of a device. Phones and some speakers refuse with 403,
        `VOLUME_CONTROL_DISALLOW`; their `supports_volume` is false. Needs Premium.
        Commands sent in quick succession may be carried out in another order.

        Args:
            volume_percent: The volume in percent, 0 to 100.
            device_id: The device to command, by the id that player.devices answers; the
                active one if not given.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            VolumeControlDisallowedError: The device does not let others set its volume.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/set-volume-for-users-playback
        """
        return self._none(
            "PUT /me/player/volume",
            query={"volume_percent": volume_percent, "device_id": device_id},
        )

    def shuffle(self, state: bool, *, device_id: str | None = None) -> None:
        """Toggle Playback Shuffle.

        Turn shuffle on or off. Needs Premium. Commands sent in quick succession may be
        carried out in another order.

        Args:
            state: True plays in random order, false in the given order.
            device_id: The device to command, by the id that player.devices answers; the
                active one if not given.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/toggle-shuffle-for-users-playback
        """
        return self._none(
            "PUT /me/player/shuffle", query={"state": state, "device_id": device_id}
        )

    def recently_played(
        self,
        *,
        limit: int | None = None,
        after: int | None = None,
        before: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> Pager[models.PlayHistory]:
        """Get Recently Played Tracks.

        The tracks the user played last, the latest first. Music only, no episodes. Give
        `after` or `before`, not both. A cursor leads from page to page; there is no
        `total`.

        Args:
            limit: How many items a page holds, 1 to 50; 20 if not given.
            after: Only what was played after this time, in milliseconds since 1970
                (UTC).
            before: Only what was played before this time, in milliseconds since 1970
                (UTC).
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Scopes: `user-read-recently-played`.

        https://developer.spotify.com/documentation/web-api/reference/get-recently-played
        """
        return self._pages(
            "GET /me/player/recently-played",
            models.PlayHistoryPage,
            query={"limit": limit, "after": after, "before": before},
            prefetch=prefetch,
            cursor=cursor,
        )

    def queue(self) -> models.Queue:
        """Get the User's Queue.

        The current item and what comes next: first what the user queued, then what
        follows in the context.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-read-currently-playing` or `user-read-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/get-queue
        """
        return self._one("GET /me/player/queue", models.Queue)

    def add_to_queue(self, uri: str, *, device_id: str | None = None) -> None:
        """Add Item to Playback Queue.

        Put one track or episode behind what is already queued. It is never repeated by
        itself: a second request would queue the item twice. Needs Premium. Commands
        sent in quick succession may be carried out in another order.

        Args:
            uri: The track or the episode, by its Spotify URI. A link will do.
            device_id: The device to command, by the id that player.devices answers; the
                active one if not given.

        Raises:
            PremiumRequiredError: The user has no Premium subscription.
            NoActiveDeviceError: No device of the user is active, and the call names
                none.

        Scopes: `user-modify-playback-state`.

        https://developer.spotify.com/documentation/web-api/reference/add-to-queue
        """
        return self._none(
            "POST /me/player/queue", query={"uri": uri, "device_id": device_id}
        )
