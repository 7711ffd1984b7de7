"""Tracks, what a listening machine says about them, and those in the user's library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import Resource, deprecated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime import Pager


class Tracks(Resource):
    """Tracks, what a listening machine says about them, and those in the user's
    library.
    """

    def get(self, id: str, *, market: str | None = None) -> models.Track:
        """Get Track.

        One track with its album and artists. With a market, `is_playable` says whether
        it can be played there; if another recording stands in, `linked_from` names the
        track that was asked for.

        Args:
            id: The track, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        https://developer.spotify.com/documentation/web-api/reference/get-track
        """
        return self._one(
            "GET /tracks/{id}", models.Track, path={"id": id}, query={"market": market}
        )

    @deprecated("Deprecated since 2026-02-11; use tracks.get.", category=None)
    def get_several(
        self, ids: Sequence[str], *, market: str | None = None
    ) -> list[models.Track | None]:
        """Get Several Tracks.

        Tracks in the order of their ids, null for an id that Spotify does not know. One
        request takes 50 ids. Apps in development mode ask for one track at a time
        instead.

        Args:
            ids: The tracks, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Removed in development mode; `on_unavailable="route"` calls tracks.get.

        https://developer.spotify.com/documentation/web-api/reference/get-several-tracks
        """
        return self._batch(
            "GET /tracks",
            list[models.Track | None],
            query={"ids": ids, "market": market},
        )

    def saved(
        self,
        *,
        market: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> Pager[models.SavedTrack | None]:
        """Get User's Saved Tracks.

        The user's liked songs, the newest first, each with the time it was saved.

        Args:
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Scopes: `user-library-read`.

        https://developer.spotify.com/documentation/web-api/reference/get-users-saved-tracks
        """
        return self._pages(
            "GET /me/tracks",
            models.SavedTrackPage,
            query={"market": market, "limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11; use library.save.", category=None)
    def save(
        self,
        ids: Sequence[str] | None = None,
        *,
        timestamped_ids: Sequence[models.TimestampedId] | None = None,
    ) -> None:
        """Save Tracks for Current User.

        Add tracks to the user's liked songs, by `ids` or, with a time of one's own, by
        `timestamped_ids`. One request takes 50 tracks; more `ids` are sent in several.

        Args:
            ids: The tracks, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.
            timestamped_ids: Ids with the time each is to be filed under, at most 50 a
                request.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.save.

        https://developer.spotify.com/documentation/web-api/reference/save-tracks-user
        """
        return self._batch_none(
            "PUT /me/tracks", json={"ids": ids, "timestamped_ids": timestamped_ids}
        )

    @deprecated("Deprecated since 2026-02-11; use library.remove.", category=None)
    def unsave(self, ids: Sequence[str]) -> None:
        """Remove User's Saved Tracks.

        Take tracks out of the user's liked songs. Tracks that are not there are passed
        over. One request takes 50 ids.

        Args:
            ids: The tracks, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.remove.

        https://developer.spotify.com/documentation/web-api/reference/remove-tracks-user
        """
        return self._batch_none("DELETE /me/tracks", query={"ids": ids})

    @deprecated("Deprecated since 2026-02-11; use library.contains.", category=None)
    def are_saved(self, ids: Sequence[str]) -> list[bool]:
        """Check User's Saved Tracks.

        Say for each track whether it is among the user's liked songs: one boolean per
        id, in the order of the ids. One request takes 50 ids.

        Args:
            ids: The tracks, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.

        Scopes: `user-library-read`.

        Removed in development mode; `on_unavailable="route"` calls library.contains.

        https://developer.spotify.com/documentation/web-api/reference/check-users-saved-tracks
        """
        return self._batch("GET /me/tracks/contains", list[bool], query={"ids": ids})

    @deprecated("Deprecated since 2024-11-27.", category=None)
    def several_audio_features(
        self, ids: Sequence[str]
    ) -> list[models.AudioFeatures | None]:
        """Get Several Tracks' Audio Features.

        What Spotify measured about the sound of tracks, in the order of their ids, null
        for tracks it has not measured. One request takes 100 ids. Open only to apps
        that had extended access on 2024-11-27.

        Args:
            ids: The tracks, each by its Spotify id; 1 to 100 in a request. URIs and
                links will do.

        Legacy only.

        https://developer.spotify.com/documentation/web-api/reference/get-several-audio-features
        """
        return self._batch(
            "GET /audio-features", list[models.AudioFeatures | None], query={"ids": ids}
        )

    @deprecated("Deprecated since 2024-11-27.", category=None)
    def audio_features(self, id: str) -> models.AudioFeatures:
        """Get Track's Audio Features.

        What Spotify measured about the sound of one track: tempo, key, energy and the
        like. Open only to apps that had extended access on 2024-11-27.

        Args:
            id: The track, by its Spotify id. A URI or link will do.

        Legacy only.

        https://developer.spotify.com/documentation/web-api/reference/get-audio-features
        """
        return self._one(
            "GET /audio-features/{id}", models.AudioFeatures, path={"id": id}
        )

    @deprecated("Deprecated since 2024-11-27.", category=None)
    def audio_analysis(self, id: str) -> models.AudioAnalysis:
        """Get Track's Audio Analysis.

        The structure of one track in time: bars, beats, tatums, sections and segments
        with pitch and timbre. The answer is large. Open only to apps that had extended
        access on 2024-11-27.

        Args:
            id: The track, by its Spotify id. A URI or link will do.

        Legacy only.

        https://developer.spotify.com/documentation/web-api/reference/get-audio-analysis
        """
        return self._one(
            "GET /audio-analysis/{id}", models.AudioAnalysis, path={"id": id}
        )

    @deprecated("Deprecated since 2024-11-27.", category=None)
    def recommendations(
        self,
        *,
        seed_artists: Sequence[str] | None = None,
        seed_genres: Sequence[str] | None = None,
        seed_tracks: Sequence[str] | None = None,
        limit: int | None = None,
        market: str | None = None,
        min_acousticness: float | None = None,
        max_acousticness: float | None = None,
        target_acousticness: float | None = None,
        min_danceability: float | None = None,
        max_danceability: float | None = None,
        target_danceability: float | None = None,
        min_duration_ms: int | None = None,
        max_duration_ms: int | None = None,
        target_duration_ms: int | None = None,
        min_energy: float | None = None,
        max_energy: float | None = None,
        target_energy: float | None = None,
        min_instrumentalness: float | None = None,
        max_instrumentalness: float | None = None,
        target_instrumentalness: float | None = None,
        min_key: int | None = None,
        max_key: int | None = None,
        target_key: int | None = None,
        min_liveness: float | None = None,
        max_liveness: float | None = None,
        target_liveness: float | None = None,
        min_loudness: float | None = None,
        max_loudness: float | None = None,
        target_loudness: float | None = None,
        min_mode: int | None = None,
        max_mode: int | None = None,
        target_mode: int | None = None,
        min_popularity: int | None = None,
        max_popularity: int | None = None,
        target_popularity: int | None = None,
        min_speechiness: float | None = None,
        max_speechiness: float | None = None,
        target_speechiness: float | None = None,
        min_tempo: float | None = None,
        max_tempo: float | None = None,
        target_tempo: float | None = None,
        min_time_signature: int | None = None,
        max_time_signature: int | None = None,
        target_time_signature: int | None = None,
        min_valence: float | None = None,
        max_valence: float | None = None,
        target_valence: float | None = None,
    ) -> models.Recommendations:
        """Get Recommendations.

        Tracks that go with up to five seeds: artists, genres and tracks taken together.
        At least one seed is needed. `min_` and `max_` arguments shut out tracks beyond
        a bound, `target_` arguments favour tracks near a value. Open only to apps that
        had extended access on 2024-11-27.

        Args:
            seed_artists: Artists to start from; at most five seeds of all kinds
                together. URIs and links will do.
            seed_genres: Genres to start from, as listed by `genres.seeds`; they count
                towards the five seeds.
            seed_tracks: Tracks to start from; they count towards the five seeds. URIs
                and links will do.
            limit: Tracks to return, 1 to 100.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            min_acousticness: Lowest acousticness, 0 to 1; near 1 means surely acoustic.
            max_acousticness: Highest acousticness, 0 to 1; low values keep electric
                sound.
            target_acousticness: Acousticness to aim at, 0 to 1.
            min_danceability: Lowest danceability, 0 to 1.
            max_danceability: Highest danceability, 0 to 1.
            target_danceability: Danceability to aim at, 0 to 1; steady beats score
                high.
            min_duration_ms: Shortest length, in milliseconds.
            max_duration_ms: Longest length, in milliseconds.
            target_duration_ms: Length to aim at, in milliseconds.
            min_energy: Lowest energy, 0 to 1; fast and loud tracks score high.
            max_energy: Highest energy, 0 to 1; low values keep calm tracks.
            target_energy: Energy to aim at, 0 to 1.
            min_instrumentalness: Lowest instrumentalness, 0 to 1; above 0.5 there is
                probably no singing.
            max_instrumentalness: Highest instrumentalness, 0 to 1; low values keep
                vocals.
            target_instrumentalness: Instrumentalness to aim at, 0 to 1.
            min_key: Lowest key, 0 (C) to 11 (B), in semitones.
            max_key: Highest key, 0 (C) to 11 (B), in semitones.
            target_key: Key to aim at, 0 (C) to 11 (B); 9 is A.
            min_liveness: Lowest liveness, 0 to 1; above 0.8 an audience is likely
                heard.
            max_liveness: Highest liveness, 0 to 1; low values keep studio recordings.
            target_liveness: Liveness to aim at, 0 to 1.
            min_loudness: Lowest average loudness in decibels, usually between -60 and
                0.
            max_loudness: Highest average loudness in decibels, usually between -60 and
                0.
            target_loudness: Average loudness to aim at, in decibels.
            min_mode: Lowest mode; 1 leaves only major keys.
            max_mode: Highest mode; 0 leaves only minor keys.
            target_mode: Mode to aim at: 1 is major, 0 minor.
            min_popularity: Lowest popularity, 0 to 100.
            max_popularity: Highest popularity, 0 to 100; low values keep lesser known
                tracks.
            target_popularity: Popularity to aim at, 0 to 100.
            min_speechiness: Lowest speechiness, 0 to 1; above 0.66 it is mostly talk.
            max_speechiness: Highest speechiness, 0 to 1; below 0.33 it is mostly music.
            target_speechiness: Speechiness to aim at, 0 to 1; rap lies around the
                middle.
            min_tempo: Lowest tempo, in beats per minute.
            max_tempo: Highest tempo, in beats per minute.
            target_tempo: Tempo to aim at, in beats per minute.
            min_time_signature: Fewest beats in a bar.
            max_time_signature: Most beats in a bar.
            target_time_signature: Beats in a bar to aim at; 3 is a waltz.
            min_valence: Lowest valence, 0 to 1; near 1 the track sounds cheerful.
            max_valence: Highest valence, 0 to 1; near 0 the track sounds sad.
            target_valence: Valence to aim at, 0 to 1.

        Legacy only.

        https://developer.spotify.com/documentation/web-api/reference/get-recommendations
        """
        return self._one(
            "GET /recommendations",
            models.Recommendations,
            query={
                "seed_artists": seed_artists,
                "seed_genres": seed_genres,
                "seed_tracks": seed_tracks,
                "limit": limit,
                "market": market,
                "min_acousticness": min_acousticness,
                "max_acousticness": max_acousticness,
                "target_acousticness": target_acousticness,
                "min_danceability": min_danceability,
                "max_danceability": max_danceability,
                "target_danceability": target_danceability,
                "min_duration_ms": min_duration_ms,
                "max_duration_ms": max_duration_ms,
                "target_duration_ms": target_duration_ms,
                "min_energy": min_energy,
                "max_energy": max_energy,
                "target_energy": target_energy,
                "min_instrumentalness": min_instrumentalness,
                "max_instrumentalness": max_instrumentalness,
                "target_instrumentalness": target_instrumentalness,
                "min_key": min_key,
                "max_key": max_key,
                "target_key": target_key,
                "min_liveness": min_liveness,
                "max_liveness": max_liveness,
                "target_liveness": target_liveness,
                "min_loudness": min_loudness,
                "max_loudness": max_loudness,
                "target_loudness": target_loudness,
                "min_mode": min_mode,
                "max_mode": max_mode,
                "target_mode": target_mode,
                "min_popularity": min_popularity,
                "max_popularity": max_popularity,
                "target_popularity": target_popularity,
                "min_speechiness": min_speechiness,
                "max_speechiness": max_speechiness,
                "target_speechiness": target_speechiness,
                "min_tempo": min_tempo,
                "max_tempo": max_tempo,
                "target_tempo": target_tempo,
                "min_time_signature": min_time_signature,
                "max_time_signature": max_time_signature,
                "target_time_signature": target_time_signature,
                "min_valence": min_valence,
                "max_valence": max_valence,
                "target_valence": target_valence,
            },
        )
