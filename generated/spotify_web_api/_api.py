"""What this package knows of Spotify Web API."""

from . import errors, operations
from ._runtime import Api

API = Api(
    base_url="https://api.spotify.com/v1",
    logger="spotify_web_api",
    user_agent="spotify-web-api-client/0.1.0",
    operations=operations.TABLE,
    errors=errors.TABLE,
    quota_modes=("extended", "development", "development_legacy"),
)
