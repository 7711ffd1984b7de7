"""The models of Spotify Web API, each loaded at its first use."""

from typing import TYPE_CHECKING

from .._runtime import attach

if TYPE_CHECKING:
    from .._runtime import UnknownItem as UnknownItem
    from .albums import (
        Album as Album,
        AlbumTrackPage as AlbumTrackPage,
        ArtistAlbum as ArtistAlbum,
        ArtistAlbumPage as ArtistAlbumPage,
        NewReleasePage as NewReleasePage,
        SavedAlbum as SavedAlbum,
        SavedAlbumPage as SavedAlbumPage,
        SearchAlbumPage as SearchAlbumPage,
    )
    from .artists import (
        Artist as Artist,
        FollowedArtistPage as FollowedArtistPage,
        SearchArtistPage as SearchArtistPage,
        TopArtistPage as TopArtistPage,
    )
    from .audio import (
        AudioAnalysis as AudioAnalysis,
        AudioAnalysisMeta as AudioAnalysisMeta,
        AudioAnalysisTrack as AudioAnalysisTrack,
        AudioFeatures as AudioFeatures,
        Recommendations as Recommendations,
        RecommendationSeed as RecommendationSeed,
        Section as Section,
        Segment as Segment,
        TimeInterval as TimeInterval,
    )
    from .audiobooks import (
        Audiobook as Audiobook,
        AudiobookChapterPage as AudiobookChapterPage,
        SavedAudiobookPage as SavedAudiobookPage,
        SearchAudiobookPage as SearchAudiobookPage,
    )
    from .categories import Category as Category, CategoryPage as CategoryPage
    from .chapters import Chapter as Chapter
    from .common import (
        Author as Author,
        Copyright as Copyright,
        ExternalIds as ExternalIds,
        ExternalUrls as ExternalUrls,
        Followers as Followers,
        Image as Image,
        Narrator as Narrator,
        Restrictions as Restrictions,
        ResumePoint as ResumePoint,
    )
    from .episodes import (
        Episode as Episode,
        SavedEpisode as SavedEpisode,
        SavedEpisodePage as SavedEpisodePage,
        SearchEpisodePage as SearchEpisodePage,
    )
    from .errors import (
        AuthenticationError as AuthenticationError,
        Error as Error,
        ErrorResponse as ErrorResponse,
    )
    from .player import (
        Actions as Actions,
        CurrentlyPlaying as CurrentlyPlaying,
        Device as Device,
        Disallows as Disallows,
        PlaybackOffset as PlaybackOffset,
        PlaybackState as PlaybackState,
        PlayContext as PlayContext,
        PlayHistory as PlayHistory,
        PlayHistoryPage as PlayHistoryPage,
        Queue as Queue,
    )
    from .playlists import (
        CategoryPlaylistPage as CategoryPlaylistPage,
        FeaturedPlaylistPage as FeaturedPlaylistPage,
        OwnPlaylistPage as OwnPlaylistPage,
        PlayableItem as PlayableItem,
        Playlist as Playlist,
        PlaylistItem as PlaylistItem,
        PlaylistItemPage as PlaylistItemPage,
        PlaylistItemsReference as PlaylistItemsReference,
        PlaylistItemToRemove as PlaylistItemToRemove,
        PlaylistOwner as PlaylistOwner,
        PlaylistSnapshot as PlaylistSnapshot,
        PlaylistTrackPage as PlaylistTrackPage,
        PlaylistUser as PlaylistUser,
        SearchPlaylistPage as SearchPlaylistPage,
        SimplifiedPlaylist as SimplifiedPlaylist,
        UserPlaylistPage as UserPlaylistPage,
        VideoThumbnail as VideoThumbnail,
    )
    from .search import SearchResult as SearchResult
    from .shows import (
        SavedShow as SavedShow,
        SavedShowPage as SavedShowPage,
        SearchShowPage as SearchShowPage,
        Show as Show,
        ShowEpisodePage as ShowEpisodePage,
    )
    from .simplified import (
        LinkedTrack as LinkedTrack,
        SimplifiedAlbum as SimplifiedAlbum,
        SimplifiedArtist as SimplifiedArtist,
        SimplifiedAudiobook as SimplifiedAudiobook,
        SimplifiedChapter as SimplifiedChapter,
        SimplifiedEpisode as SimplifiedEpisode,
        SimplifiedShow as SimplifiedShow,
        SimplifiedTrack as SimplifiedTrack,
    )
    from .token import Token as Token
    from .tracks import (
        SavedTrack as SavedTrack,
        SavedTrackPage as SavedTrackPage,
        SearchTrackPage as SearchTrackPage,
        TimestampedId as TimestampedId,
        TopTrackPage as TopTrackPage,
        Track as Track,
    )
    from .users import (
        ExplicitContentSettings as ExplicitContentSettings,
        PrivateUser as PrivateUser,
        PublicUser as PublicUser,
    )
else:
    __getattr__, __dir__, __all__ = attach(
        __name__,
        {
            ".._runtime": "UnknownItem",
            ".albums": """
                Album AlbumTrackPage ArtistAlbum ArtistAlbumPage NewReleasePage
                SavedAlbum SavedAlbumPage SearchAlbumPage
                """,
            ".artists": "Artist FollowedArtistPage SearchArtistPage TopArtistPage",
            ".audio": """
                AudioAnalysis AudioAnalysisMeta AudioAnalysisTrack AudioFeatures
                RecommendationSeed Recommendations Section Segment TimeInterval
                """,
            ".audiobooks": """
                Audiobook AudiobookChapterPage SavedAudiobookPage SearchAudiobookPage
                """,
            ".categories": "Category CategoryPage",
            ".chapters": "Chapter",
            ".common": """
                Author Copyright ExternalIds ExternalUrls Followers Image Narrator
                Restrictions ResumePoint
                """,
            ".episodes": "Episode SavedEpisode SavedEpisodePage SearchEpisodePage",
            ".errors": "AuthenticationError Error ErrorResponse",
            ".player": """
                Actions CurrentlyPlaying Device Disallows PlayContext PlayHistory
                PlayHistoryPage PlaybackOffset PlaybackState Queue
                """,
            ".playlists": """
                CategoryPlaylistPage FeaturedPlaylistPage OwnPlaylistPage PlayableItem
                Playlist PlaylistItem PlaylistItemPage PlaylistItemToRemove
                PlaylistItemsReference PlaylistOwner PlaylistSnapshot PlaylistTrackPage
                PlaylistUser SearchPlaylistPage SimplifiedPlaylist UserPlaylistPage
                VideoThumbnail
                """,
            ".search": "SearchResult",
            ".shows": "SavedShow SavedShowPage SearchShowPage Show ShowEpisodePage",
            ".simplified": """
                LinkedTrack SimplifiedAlbum SimplifiedArtist SimplifiedAudiobook
                SimplifiedChapter SimplifiedEpisode SimplifiedShow SimplifiedTrack
                """,
            ".token": "Token",
            ".tracks": """
                SavedTrack SavedTrackPage SearchTrackPage TimestampedId TopTrackPage
                Track
                """,
            ".users": "ExplicitContentSettings PrivateUser PublicUser",
        },
    )
