"""Spotify without its servers: for the tests of programs that use the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from .._api import API
from .._runtime import FakeRequest, FakeService
from ._answers import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._runtime import FakeCall, Operation, Request

__all__ = ["FakeRequest", "FakeSpotify"]

_MARKETS = ("BR", "DE", "ES", "FR", "GB", "JP", "MX", "NO", "PL", "SE", "US")
_OF_TRACKS = (
    *("album", "artists", "available_markets", "disc_number", "external_ids"),
    *("is_local", "popularity", "preview_url", "track_number"),
)
"""What an episode has that comes in the shape of a track."""
_PLAYING = ("player.currently_playing", "player.get")
_GENRES = ("ambient", "bossa nova", "chamber pop", "dub", "folk", "jazz", "techno")


class FakeSpotify(FakeService):
    """Answers as Spotify would, without its servers.

    It is a transport of both clients: nothing that is sent leaves the process. What it
    answers is made up from the description of the API, the same for the same seed: any
    well-formed id is that of something, which looks the same wherever it is shown.
    Nothing is kept: what is written is accepted, and changes no later answer.
    """

    usual: ClassVar[Mapping[str, tuple[object, ...]]] = {
        "available_markets": _MARKETS,
        "context.type": ("album", "artist", "playlist"),
        "country": _MARKETS,
        "episode.episode": (True,),
        "episode.track": (False,),
        "followers.href": (None,),
        "genres": _GENRES,
        "is_local": (False,),
        "is_playable": (True,),
        "linked_from": (),
        "markets": _MARKETS,
        "release_date_precision": ("day",),
        "restriction": (),
        "restrictions": (),
        "track.episode": (False,),
        "track.track": (True,),
        **dict.fromkeys(map("episode.{}".format, _OF_TRACKS), ()),
    }

    def __init__(self, *, seed: int = 0, quota_mode: str | None = None) -> None:
        """Begin with a service that has been asked for nothing.

        Args:
            seed: What is made up differs from seed to seed.
            quota_mode: The quota mode of the application, or `None` where everything
                can be called.

        Raises:
            ConfigurationError: If there is no such quota mode.
        """
        super().__init__(API, ANSWERS, seed=seed, quota_mode=quota_mode)

    def _as_described(self, operation: Operation[Any], request: Request) -> Request:
        """Take the forms of older clients, as Spotify does."""
        from ._older import as_described

        return as_described(operation, request)

    def _shaped(self, call: FakeCall, made: Any) -> Any:
        """Let a search find what was asked for, and a player say what plays."""
        if call.operation.name == "search":
            wanted = {f"{kind}s" for kind in call.values["type"]}
            return {kind: page for kind, page in made.items() if kind in wanted}
        if call.operation.name in _PLAYING and made["item"] is not None:
            made["currently_playing_type"] = made["item"]["type"]
        return made
