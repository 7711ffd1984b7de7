"""Models: search."""

from .._runtime import Model
from .albums import SearchAlbumPage
from .artists import SearchArtistPage
from .audiobooks import SearchAudiobookPage
from .episodes import SearchEpisodePage
from .playlists import SearchPlaylistPage
from .shows import SearchShowPage
from .tracks import SearchTrackPage


class SearchResult(Model, frozen=True, kw_only=True):
    """One page for each kind of thing that was searched for."""

    tracks: SearchTrackPage | None = None
    """The tracks found."""

    artists: SearchArtistPage | None = None
    """The artists found."""

    albums: SearchAlbumPage | None = None
    """The albums found."""

    playlists: SearchPlaylistPage | None = None
    """The playlists found."""

    shows: SearchShowPage | None = None
    """The shows found."""

    episodes: SearchEpisodePage | None = None
    """The episodes found."""

    audiobooks: SearchAudiobookPage | None = None
    """The audiobooks found."""
