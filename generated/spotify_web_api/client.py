"""The clients of Spotify Web API: one that blocks, one that awaits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._api import API
from ._runtime import AsyncClient, Client, Options, cached

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Self

    from ._async import (
        albums as _async_albums,
        artists as _async_artists,
        audiobooks as _async_audiobooks,
        categories as _async_categories,
        chapters as _async_chapters,
        episodes as _async_episodes,
        genres as _async_genres,
        library as _async_library,
        markets as _async_markets,
        player as _async_player,
        playlists as _async_playlists,
        shows as _async_shows,
        tracks as _async_tracks,
        users as _async_users,
    )
    from ._runtime import (
        AsyncLimitStore,
        AsyncTokenProvider,
        AsyncTransport,
        Cache,
        DriftObserver,
        LimitStore,
        Observer,
        TokenProvider,
        Transport,
    )
    from ._sync import (
        albums as _sync_albums,
        artists as _sync_artists,
        audiobooks as _sync_audiobooks,
        categories as _sync_categories,
        chapters as _sync_chapters,
        episodes as _sync_episodes,
        genres as _sync_genres,
        library as _sync_library,
        markets as _sync_markets,
        player as _sync_player,
        playlists as _sync_playlists,
        shows as _sync_shows,
        tracks as _sync_tracks,
        users as _sync_users,
    )


class Spotify(Client):
    """The synchronous client of Spotify Web API.

    Safe to share between threads. Use it as a context manager, or call `close`.

    Args:
        auth: An access token, a grant, or what else gives tokens.
        timeout: Seconds a whole call may take, everything included.
        attempt_timeout: Seconds one request may take.
        max_attempts: How many times a request may be sent, the first one included.
        max_wait: Seconds a call may wait before a request; else it raises at once.
        max_body: Bytes of a response, after decompression, that are accepted.
        quota_mode: The quota mode of your app; without it no call is held back.
        on_unavailable: What to do with a call the mode lacks: `raise`, or `route` it
            on.
        strict: Whether a response that is not as described raises. Else what does not
            fit is None.
        cache: A `Cache` that keeps answers; none by default. Views take what to do with
            it.
        base_url: Where to send requests; https://api.spotify.com/v1 by default.
        market: Default of the argument of that name. A country (ISO 3166-1 alpha-2);
            only what can be played there is answered. With a user's token the country
            of the account wins, and from_token stands for it. Without country and user
            nothing counts as available.
        additional_types: Default of the argument of that name. The kinds of items the
            program can handle. Without episode, an episode comes in the shape of a
            track.
        on_drift: Takes where a response is not as described; by default a warning each
            is logged.
        on_event: Takes what happens during calls, as typed events.
        transport: What sends requests; `HttpTransport()` by default.
        limits: Where rate-limit windows are kept; in this process by default.
    """

    _api = API

    def __init__(
        self,
        auth: str | TokenProvider,
        *,
        timeout: float = 60.0,
        attempt_timeout: float = 15.0,
        max_attempts: int = 4,
        max_wait: float = 30.0,
        max_body: int = 33_554_432,
        quota_mode: (
            Literal["extended", "development", "development_legacy"] | None
        ) = None,
        on_unavailable: Literal["raise", "route"] = "raise",
        strict: bool = False,
        cache: Cache | Literal["reload", "only", "off"] | None = None,
        base_url: str | None = None,
        market: str | None = None,
        additional_types: Sequence[Literal["track", "episode"]] | None = None,
        on_drift: DriftObserver | None = None,
        on_event: Observer | None = None,
        transport: Transport | None = None,
        limits: LimitStore | None = None,
    ) -> None:
        try:
            super().__init__(
                auth,
                Options(
                    timeout=timeout,
                    attempt_timeout=attempt_timeout,
                    max_attempts=max_attempts,
                    max_wait=max_wait,
                    max_body=max_body,
                    quota_mode=quota_mode,
                    on_unavailable=on_unavailable,
                    strict=strict,
                    cache=cache,
                    base_url=base_url,
                    defaults={"market": market, "additional_types": additional_types},
                    on_drift=on_drift,
                    on_event=on_event,
                    transport=transport,
                    limits=limits,
                ),
            )
        finally:
            del auth  # a traceback would hold it

    def with_options(
        self,
        *,
        timeout: float | None = None,
        attempt_timeout: float | None = None,
        max_attempts: int | None = None,
        max_wait: float | None = None,
        on_unavailable: Literal["raise", "route"] | None = None,
        strict: bool | None = None,
        cache: Cache | Literal["reload", "only", "off"] | None = None,
        if_none_match: str | None = None,
        market: str | None = None,
        additional_types: Sequence[Literal["track", "episode"]] | None = None,
    ) -> Self:
        """Give a view with other options, which shares the connections.

        Args:
            timeout: Seconds a whole call may take, everything included.
            attempt_timeout: Seconds one request may take.
            max_attempts: How many times a request may be sent, the first one included.
            max_wait: Seconds a call may wait before a request; else it raises at once.
            on_unavailable: What to do with a call the mode lacks: `raise`, or `route`
                it on.
            strict: Whether a response that is not as described raises. Else what does
                not fit is None.
            cache: A `Cache` that keeps answers; none by default. Views take what to do
                with it.
            if_none_match: An entity tag: an answer that still has it raises
                `NotModifiedError`.
            market: Default of the argument of that name. A country (ISO 3166-1
                alpha-2); only what can be played there is answered. With a user's token
                the country of the account wins, and from_token stands for it. Without
                country and user nothing counts as available.
            additional_types: Default of the argument of that name. The kinds of items
                the program can handle. Without episode, an episode comes in the shape
                of a track.
        """
        return self._with(
            timeout=timeout,
            attempt_timeout=attempt_timeout,
            max_attempts=max_attempts,
            max_wait=max_wait,
            on_unavailable=on_unavailable,
            strict=strict,
            cache=cache,
            if_none_match=if_none_match,
            defaults={"market": market, "additional_types": additional_types},
        )

    @cached
    def albums(self) -> _sync_albums.Albums:
        """Albums, their tracks, and the albums in the user's library."""
        from ._sync.albums import Albums

        return Albums(self)

    @cached
    def artists(self) -> _sync_artists.Artists:
        """Artists, their albums and most played tracks."""
        from ._sync.artists import Artists

        return Artists(self)

    @cached
    def audiobooks(self) -> _sync_audiobooks.Audiobooks:
        """Audiobooks and their chapters. Available in the United States, the United
        Kingdom, Canada, Ireland, New Zealand and Australia.
        """
        from ._sync.audiobooks import Audiobooks

        return Audiobooks(self)

    @cached
    def categories(self) -> _sync_categories.Categories:
        """The shelves of the browse tab."""
        from ._sync.categories import Categories

        return Categories(self)

    @cached
    def chapters(self) -> _sync_chapters.Chapters:
        """Chapters of audiobooks."""
        from ._sync.chapters import Chapters

        return Chapters(self)

    @cached
    def episodes(self) -> _sync_episodes.Episodes:
        """Episodes of shows, and those in the user's library."""
        from ._sync.episodes import Episodes

        return Episodes(self)

    @cached
    def genres(self) -> _sync_genres.Genres:
        """The genres that recommendations understand."""
        from ._sync.genres import Genres

        return Genres(self)

    @cached
    def library(self) -> _sync_library.Library:
        """What the user has saved or follows, whatever its kind."""
        from ._sync.library import Library

        return Library(self)

    @cached
    def markets(self) -> _sync_markets.Markets:
        """The countries where Spotify is available."""
        from ._sync.markets import Markets

        return Markets(self)

    @cached
    def player(self) -> _sync_player.Player:
        """What plays on the user's devices. Commands need a user with Premium."""
        from ._sync.player import Player

        return Player(self)

    @cached
    def playlists(self) -> _sync_playlists.Playlists:
        """Playlists, their items, covers and followers."""
        from ._sync.playlists import Playlists

        return Playlists(self)

    @cached
    def shows(self) -> _sync_shows.Shows:
        """Podcasts, their episodes, and the shows in the user's library."""
        from ._sync.shows import Shows

        return Shows(self)

    @cached
    def tracks(self) -> _sync_tracks.Tracks:
        """Tracks, what a listening machine says about them, and those in the user's
        library.
        """
        from ._sync.tracks import Tracks

        return Tracks(self)

    @cached
    def users(self) -> _sync_users.Users:
        """The current user, other users, and whom one follows."""
        from ._sync.users import Users

        return Users(self)

    def search(
        self,
        q: str,
        *,
        type: Sequence[
            Literal[
                "album", "artist", "playlist", "track", "show", "episode", "audiobook"
            ]
        ],
        market: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        include_external: Literal["audio"] | None = None,
    ) -> models.SearchResult:
        """Search for Item.

        Look for catalogue entries by keyword, the best match first. The answer holds
        one page per kind asked for; `limit` and `offset` count per kind. Results end at
        1000 per kind, `total` is an estimate, and entries may be null, above all
        playlists. Apps in development mode get at most 10 of a kind a page.

        Args:
            q: Words to look for.
            type: Kinds to look for; each gets a page of its own in the answer.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            limit: How many results of each kind a page holds, 1 to 50; 20 if not given.
                In quota mode "development" more than 10 becomes 10.
            offset: How many results of each kind to skip, 0 to 1000; 0 if not given.
            include_external: audio marks what is hosted elsewhere as playable;
                otherwise it counts as not playable.

        https://developer.spotify.com/documentation/web-api/reference/search
        """
        return self._one(
            "GET /search",
            models.SearchResult,
            query={
                "q": q,
                "type": type,
                "market": market,
                "limit": limit,
                "offset": offset,
                "include_external": include_external,
            },
        )


class AsyncSpotify(AsyncClient):
    """The asynchronous client of Spotify Web API.

    Safe to share between tasks. Use it as a context manager, or call `aclose`.

    Args:
        auth: An access token, a grant, or what else gives tokens.
        timeout: Seconds a whole call may take, everything included.
        attempt_timeout: Seconds one request may take.
        max_attempts: How many times a request may be sent, the first one included.
        max_wait: Seconds a call may wait before a request; else it raises at once.
        max_body: Bytes of a response, after decompression, that are accepted.
        quota_mode: The quota mode of your app; without it no call is held back.
        on_unavailable: What to do with a call the mode lacks: `raise`, or `route` it
            on.
        strict: Whether a response that is not as described raises. Else what does not
            fit is None.
        cache: A `Cache` that keeps answers; none by default. Views take what to do with
            it.
        base_url: Where to send requests; https://api.spotify.com/v1 by default.
        market: Default of the argument of that name. A country (ISO 3166-1 alpha-2);
            only what can be played there is answered. With a user's token the country
            of the account wins, and from_token stands for it. Without country and user
            nothing counts as available.
        additional_types: Default of the argument of that name. The kinds of items the
            program can handle. Without episode, an episode comes in the shape of a
            track.
        on_drift: Takes where a response is not as described; by default a warning each
            is logged.
        on_event: Takes what happens during calls, as typed events.
        transport: What sends requests; `HttpTransport()` by default.
        limits: Where rate-limit windows are kept; in this process by default.
    """

    _api = API

    def __init__(
        self,
        auth: str | AsyncTokenProvider,
        *,
        timeout: float = 60.0,
        attempt_timeout: float = 15.0,
        max_attempts: int = 4,
        max_wait: float = 30.0,
        max_body: int = 33_554_432,
        quota_mode: (
            Literal["extended", "development", "development_legacy"] | None
        ) = None,
        on_unavailable: Literal["raise", "route"] = "raise",
        strict: bool = False,
        cache: Cache | Literal["reload", "only", "off"] | None = None,
        base_url: str | None = None,
        market: str | None = None,
        additional_types: Sequence[Literal["track", "episode"]] | None = None,
        on_drift: DriftObserver | None = None,
        on_event: Observer | None = None,
        transport: AsyncTransport | None = None,
        limits: AsyncLimitStore | None = None,
    ) -> None:
        try:
            super().__init__(
                auth,
                Options(
                    timeout=timeout,
                    attempt_timeout=attempt_timeout,
                    max_attempts=max_attempts,
                    max_wait=max_wait,
                    max_body=max_body,
                    quota_mode=quota_mode,
                    on_unavailable=on_unavailable,
                    strict=strict,
                    cache=cache,
                    base_url=base_url,
                    defaults={"market": market, "additional_types": additional_types},
                    on_drift=on_drift,
                    on_event=on_event,
                    transport=transport,
                    limits=limits,
                ),
            )
        finally:
            del auth  # a traceback would hold it

    def with_options(
        self,
        *,
        timeout: float | None = None,
        attempt_timeout: float | None = None,
        max_attempts: int | None = None,
        max_wait: float | None = None,
        on_unavailable: Literal["raise", "route"] | None = None,
        strict: bool | None = None,
        cache: Cache | Literal["reload", "only", "off"] | None = None,
        if_none_match: str | None = None,
        market: str | None = None,
        additional_types: Sequence[Literal["track", "episode"]] | None = None,
    ) -> Self:
        """Give a view with other options, which shares the connections.

        Args:
            timeout: Seconds a whole call may take, everything included.
            attempt_timeout: Seconds one request may take.
            max_attempts: How many times a request may be sent, the first one included.
            max_wait: Seconds a call may wait before a request; else it raises at once.
            on_unavailable: What to do with a call the mode lacks: `raise`, or `route`
                it on.
            strict: Whether a response that is not as described raises. Else what does
                not fit is None.
            cache: A `Cache` that keeps answers; none by default. Views take what to do
                with it.
            if_none_match: An entity tag: an answer that still has it raises
                `NotModifiedError`.
            market: Default of the argument of that name. A country (ISO 3166-1
                alpha-2); only what can be played there is answered. With a user's token
                the country of the account wins, and from_token stands for it. Without
                country and user nothing counts as available.
            additional_types: Default of the argument of that name. The kinds of items
                the program can handle. Without episode, an episode comes in the shape
                of a track.
        """
        return self._with(
            timeout=timeout,
            attempt_timeout=attempt_timeout,
            max_attempts=max_attempts,
            max_wait=max_wait,
            on_unavailable=on_unavailable,
            strict=strict,
            cache=cache,
            if_none_match=if_none_match,
            defaults={"market": market, "additional_types": additional_types},
        )

    @cached
    def albums(self) -> _async_albums.Albums:
        """Albums, their tracks, and the albums in the user's library."""
        from ._async.albums import Albums

        return Albums(self)

    @cached
    def artists(self) -> _async_artists.Artists:
        """Artists, their albums and most played tracks."""
        from ._async.artists import Artists

        return Artists(self)

    @cached
    def audiobooks(self) -> _async_audiobooks.Audiobooks:
        """Audiobooks and their chapters. Available in the United States, the United
        Kingdom, Canada, Ireland, New Zealand and Australia.
        """
        from ._async.audiobooks import Audiobooks

        return Audiobooks(self)

    @cached
    def categories(self) -> _async_categories.Categories:
        """The shelves of the browse tab."""
        from ._async.categories import Categories

        return Categories(self)

    @cached
    def chapters(self) -> _async_chapters.Chapters:
        """Chapters of audiobooks."""
        from ._async.chapters import Chapters

        return Chapters(self)

    @cached
    def episodes(self) -> _async_episodes.Episodes:
        """Episodes of shows, and those in the user's library."""
        from ._async.episodes import Episodes

        return Episodes(self)

    @cached
    def genres(self) -> _async_genres.Genres:
        """The genres that recommendations understand."""
        from ._async.genres import Genres

        return Genres(self)

    @cached
    def library(self) -> _async_library.Library:
        """What the user has saved or follows, whatever its kind."""
        from ._async.library import Library

        return Library(self)

    @cached
    def markets(self) -> _async_markets.Markets:
        """The countries where Spotify is available."""
        from ._async.markets import Markets

        return Markets(self)

    @cached
    def player(self) -> _async_player.Player:
        """What plays on the user's devices. Commands need a user with Premium."""
        from ._async.player import Player

        return Player(self)

    @cached
    def playlists(self) -> _async_playlists.Playlists:
        """Playlists, their items, covers and followers."""
        from ._async.playlists import Playlists

        return Playlists(self)

    @cached
    def shows(self) -> _async_shows.Shows:
        """Podcasts, their episodes, and the shows in the user's library."""
        from ._async.shows import Shows

        return Shows(self)

    @cached
    def tracks(self) -> _async_tracks.Tracks:
        """Tracks, what a listening machine says about them, and those in the user's
        library.
        """
        from ._async.tracks import Tracks

        return Tracks(self)

    @cached
    def users(self) -> _async_users.Users:
        """The current user, other users, and whom one follows."""
        from ._async.users import Users

        return Users(self)

    async def search(
        self,
        q: str,
        *,
        type: Sequence[
            Literal[
                "album", "artist", "playlist", "track", "show", "episode", "audiobook"
            ]
        ],
        market: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        include_external: Literal["audio"] | None = None,
    ) -> models.SearchResult:
        """Search for Item.

        Look for catalogue entries by keyword, the best match first. The answer holds
        one page per kind asked for; `limit` and `offset` count per kind. Results end at
        1000 per kind, `total` is an estimate, and entries may be null, above all
        playlists. Apps in development mode get at most 10 of a kind a page.

        Args:
            q: Words to look for.
            type: Kinds to look for; each gets a page of its own in the answer.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            limit: How many results of each kind a page holds, 1 to 50; 20 if not given.
                In quota mode "development" more than 10 becomes 10.
            offset: How many results of each kind to skip, 0 to 1000; 0 if not given.
            include_external: audio marks what is hosted elsewhere as playable;
                otherwise it counts as not playable.

        https://developer.spotify.com/documentation/web-api/reference/search
        """
        return await self._one(
            "GET /search",
            models.SearchResult,
            query={
                "q": q,
                "type": type,
                "market": market,
                "limit": limit,
                "offset": offset,
                "include_external": include_external,
            },
        )
