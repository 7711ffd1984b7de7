"""Log in with spotipy, make calls with it, and print which of them failed."""

import json
import sys

import spotipy
from spotipy.cache_handler import MemoryCacheHandler
from spotipy.oauth2 import SpotifyClientCredentials, SpotifyPKCE

ROOT = sys.argv[1]
ALBUM, TRACK = "4aawyAB9vmqN3uQ7FjRGTy", "11dFghVXANMlKmJXsNCbNl"
PLAYLIST, URI = "37i9dQZF1DXcBWIGoYBM5M", "spotify:track:11dFghVXANMlKmJXsNCbNl"
SCOPES = sys.argv[2]

SpotifyPKCE.OAUTH_AUTHORIZE_URL = f"{ROOT}/authorize"
for kind in (SpotifyPKCE, SpotifyClientCredentials):
    kind.OAUTH_TOKEN_URL = f"{ROOT}/api/token"

CALLS = [
    ("me",),
    ("user", "smedjan"),
    ("artist", ALBUM),
    ("artists", [ALBUM, TRACK]),
    ("artist_albums", ALBUM),
    ("artist_top_tracks", ALBUM),
    ("artist_related_artists", ALBUM),
    ("album", ALBUM),
    ("albums", [ALBUM]),
    ("album_tracks", ALBUM),
    ("track", TRACK),
    ("tracks", [TRACK]),
    ("show", ALBUM),
    ("shows", [ALBUM]),
    ("show_episodes", ALBUM),
    ("episode", ALBUM),
    ("episodes", [ALBUM]),
    ("search", "miles"),
    ("current_user_playlists",),
    ("user_playlists", "smedjan"),
    ("playlist", PLAYLIST),
    ("playlist_items", PLAYLIST),
    ("playlist_tracks", PLAYLIST),
    ("playlist_cover_image", PLAYLIST),
    ("user_playlist_create", "smedjan", "Songs"),
    ("playlist_change_details", PLAYLIST, "Songs"),
    ("playlist_add_items", PLAYLIST, [URI]),
    ("playlist_replace_items", PLAYLIST, [URI]),
    ("playlist_reorder_items", PLAYLIST, 0, 1),
    ("playlist_remove_all_occurrences_of_items", PLAYLIST, [URI]),
    ("playlist_upload_cover_image", PLAYLIST, "/9j/4AAQ"),
    ("current_user_saved_albums",),
    ("current_user_saved_albums_add", [ALBUM]),
    ("current_user_saved_albums_contains", [ALBUM]),
    ("current_user_saved_albums_delete", [ALBUM]),
    ("current_user_saved_tracks",),
    ("current_user_saved_tracks_add", [TRACK]),
    ("current_user_saved_tracks_contains", [TRACK]),
    ("current_user_saved_tracks_delete", [TRACK]),
    ("current_user_saved_shows",),
    ("current_user_saved_episodes",),
    ("current_user_followed_artists",),
    ("current_user_following_artists", [ALBUM]),
    ("user_follow_artists", [ALBUM]),
    ("user_unfollow_artists", [ALBUM]),
    ("current_user_top_artists",),
    ("current_user_top_tracks",),
    ("current_user_recently_played",),
    ("featured_playlists",),
    ("new_releases",),
    ("categories",),
    ("category", "party"),
    ("category_playlists", "party"),
    ("recommendations", [ALBUM]),
    ("audio_features", [TRACK]),
    ("audio_analysis", TRACK),
    ("available_markets",),
    ("devices",),
    ("current_playback",),
    ("currently_playing",),
    ("queue",),
    ("add_to_queue", URI),
    ("transfer_playback", "device"),
    ("start_playback",),
    ("pause_playback",),
    ("next_track",),
    ("previous_track",),
    ("seek_track", 1000),
    ("repeat", "off"),
    ("volume", 20),
    ("shuffle", True),
]


def login() -> SpotifyPKCE:
    """Let somebody consent, who gives the address they end up at."""
    auth = SpotifyPKCE(
        client_id="application",
        redirect_uri="http://127.0.0.1:9/callback",
        scope=SCOPES,
        cache_handler=MemoryCacheHandler(),
        open_browser=False,
    )
    print(auth.get_authorize_url(state="state"), flush=True)  # noqa: T201
    auth.get_access_token(auth.parse_response_code(input()))
    return auth


def main() -> None:
    auth = login()
    spotify = spotipy.Spotify(auth_manager=auth, retries=0, status_retries=0)
    spotify.prefix = f"{ROOT}/v1/"
    failed = {}
    for name, *arguments in CALLS:
        try:
            getattr(spotify, name)(*arguments)
        except Exception as error:  # noqa: BLE001
            failed[name] = f"{type(error).__name__}: {error}"
    page = spotify.current_user_saved_tracks()
    total, found = page["total"], len(page["items"])
    while page["next"]:
        page = spotify.next(page)
        found += len(page["items"])
    given = auth.cache_handler.get_cached_token()
    refreshed = auth.refresh_access_token(given["refresh_token"]) != given
    alone = SpotifyClientCredentials(
        "application", "secret", cache_handler=MemoryCacheHandler()
    )
    public = spotipy.Spotify(client_credentials_manager=alone)
    public.prefix = f"{ROOT}/v1/"
    told = {
        "failed": failed,
        "calls": len(CALLS),
        "pages are whole": found == total,
        "refreshed": bool(refreshed),
        "without a user": public.album(ALBUM)["id"] == ALBUM,
    }
    print(json.dumps(told))  # noqa: T201


main()
