"""Log in with tekore, make calls with it, and print which of them failed."""

import json
import sys
import warnings

import tekore
import tekore._auth.expiring.client as granting
import tekore._client.base as calling

ROOT = sys.argv[1]
ALBUM, TRACK = "4aawyAB9vmqN3uQ7FjRGTy", "11dFghVXANMlKmJXsNCbNl"
PLAYLIST, URI = "37i9dQZF1DXcBWIGoYBM5M", "spotify:track:11dFghVXANMlKmJXsNCbNl"

calling.prefix = f"{ROOT}/v1/"
granting.OAUTH_AUTHORIZE_URL = f"{ROOT}/authorize"
granting.OAUTH_TOKEN_URL = f"{ROOT}/api/token"
# Of what the models of tekore do not know.
warnings.simplefilter("ignore")

CALLS = [
    ("album", ALBUM),
    ("album_tracks", ALBUM),
    ("albums", [ALBUM]),
    ("artist", ALBUM),
    ("artists", [ALBUM]),
    ("artist_albums", ALBUM),
    ("artist_top_tracks", ALBUM, "SE"),
    ("artist_related_artists", ALBUM),
    ("audiobook", ALBUM),
    ("audiobook_chapters", ALBUM),
    ("chapter", ALBUM),
    ("chapters", [ALBUM]),
    ("category", "party"),
    ("categories",),
    ("category_playlists", "party"),
    ("featured_playlists",),
    ("new_releases",),
    ("recommendations", [ALBUM]),
    ("recommendation_genre_seeds",),
    ("artists_follow", [ALBUM]),
    ("artists_unfollow", [ALBUM]),
    ("artists_is_following", [ALBUM]),
    ("followed_artists",),
    ("users_follow", ["smedjan"]),
    ("users_is_following", ["smedjan"]),
    ("playlist_follow", PLAYLIST),
    ("playlist_unfollow", PLAYLIST),
    ("playlist_is_following", PLAYLIST, ["smedjan"]),
    ("saved_albums",),
    ("saved_albums_add", [ALBUM]),
    ("saved_albums_delete", [ALBUM]),
    ("saved_albums_contains", [ALBUM]),
    ("saved_tracks",),
    ("saved_tracks_add", [TRACK]),
    ("saved_tracks_contains", [TRACK]),
    ("saved_shows",),
    ("saved_episodes",),
    ("markets",),
    ("current_user_top_artists",),
    ("current_user_top_tracks",),
    ("playback",),
    ("playback_currently_playing",),
    ("playback_recently_played",),
    ("playback_devices",),
    ("playback_queue",),
    ("playback_queue_add", URI),
    ("playback_transfer", "device"),
    ("playback_resume",),
    ("playback_start_tracks", [TRACK]),
    ("playback_start_context", f"spotify:album:{ALBUM}"),
    ("playback_pause",),
    ("playback_next",),
    ("playback_previous",),
    ("playback_seek", 1000),
    ("playback_repeat", "off"),
    ("playback_shuffle", True),
    ("playback_volume", 20),
    ("playlist", PLAYLIST),
    ("playlist_items", PLAYLIST),
    ("playlist_create", "smedjan", "Songs"),
    ("playlist_change_details", PLAYLIST, "Songs"),
    ("playlist_add", PLAYLIST, [URI]),
    ("playlist_replace", PLAYLIST, [URI]),
    ("playlist_clear", PLAYLIST),
    ("playlist_reorder", PLAYLIST, 0, 1),
    ("playlist_remove", PLAYLIST, [URI]),
    ("playlist_cover_image", PLAYLIST),
    ("playlist_cover_image_upload", PLAYLIST, "/9j/4AAQ"),
    ("playlists", "smedjan"),
    ("followed_playlists",),
    ("search", "miles", ("album", "track")),
    ("show", ALBUM),
    ("shows", [ALBUM]),
    ("show_episodes", ALBUM),
    ("episode", ALBUM),
    ("episodes", [ALBUM]),
    ("track", TRACK),
    ("tracks", [TRACK]),
    ("track_audio_features", TRACK),
    ("tracks_audio_features", [TRACK]),
    ("track_audio_analysis", TRACK),
    ("current_user",),
    ("user", "smedjan"),
]


def main() -> None:
    credentials = tekore.RefreshingCredentials(
        "application", "secret", "http://127.0.0.1:9/callback"
    )
    consent = tekore.UserAuth(credentials, sys.argv[2])
    print(consent.url, flush=True)  # noqa: T201
    token = consent.request_token(url=input())
    spotify = tekore.Spotify(token)
    failed = {}
    for name, *arguments in CALLS:
        try:
            getattr(spotify, name)(*arguments)
        except Exception as error:  # noqa: BLE001
            failed[name] = f"{type(error).__name__}: {error}"[:500]
    first = spotify.saved_tracks()
    refreshed = tekore.refresh_user_token("application", "secret", token.refresh_token)
    alone = tekore.Spotify(tekore.request_client_token("application", "secret"))
    told = {
        "failed": failed,
        "calls": len(CALLS),
        "pages are whole": len([*spotify.all_items(first)]) == first.total,
        "refreshed": refreshed.access_token != token.access_token,
        "without a user": alone.album(ALBUM).id == ALBUM,
    }
    print(json.dumps(told))  # noqa: T201


main()
