"""What the operations of Spotify Web API answer, as JSON Schema."""

from .._runtime import Answers, Doors

ANSWERS = Answers(
    schemas={
        "Actions": {
            "properties": {"disallows": {"$ref": "#/components/schemas/Disallows"}},
            "required": ["disallows"],
            "type": "object",
        },
        "Album": {
            "allOf": [
                {"$ref": "#/components/schemas/CatalogueAlbum"},
                {
                    "properties": {
                        "copyrights": {
                            "items": {"$ref": "#/components/schemas/Copyright"},
                            "type": "array",
                        },
                        "external_ids": {"$ref": "#/components/schemas/ExternalIds"},
                        "genres": {"items": {"type": "string"}, "type": "array"},
                        "label": {"type": "string"},
                        "popularity": {"type": "integer"},
                        "tracks": {
                            "$ref": "#/components/schemas/AlbumTrackPage",
                            "x-page": {"operation": "albums.tracks"},
                        },
                    },
                    "required": ["tracks", "external_ids", "copyrights", "genres"],
                    "type": "object",
                },
            ]
        },
        "AlbumBase": {
            "properties": {
                "available_markets": {"items": {"type": "string"}, "type": "array"},
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "images": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                },
                "is_playable": {"type": "boolean"},
                "name": {"type": "string"},
                "restrictions": {"$ref": "#/components/schemas/Restrictions"},
                "type": {"enum": ["album"], "type": "string"},
            },
            "required": ["name", "type", "images", "external_urls"],
            "type": "object",
        },
        "AlbumTrackPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SimplifiedTrack"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "Artist": {
            "properties": {
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "followers": {"$ref": "#/components/schemas/Followers"},
                "genres": {"items": {"type": "string"}, "type": "array"},
                "href": {"type": "string"},
                "id": {"type": "string"},
                "images": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                },
                "name": {"type": "string"},
                "popularity": {"type": "integer"},
                "type": {"enum": ["artist"], "type": "string"},
                "uri": {"type": "string"},
            },
            "required": [
                "id",
                "uri",
                "name",
                "type",
                "images",
                "href",
                "external_urls",
            ],
            "type": "object",
        },
        "ArtistAlbum": {
            "allOf": [
                {"$ref": "#/components/schemas/CatalogueAlbum"},
                {
                    "properties": {
                        "album_group": {
                            "enum": ["album", "single", "compilation", "appears_on"],
                            "type": "string",
                        }
                    },
                    "type": "object",
                },
            ]
        },
        "ArtistAlbumPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/ArtistAlbum"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "AudioAnalysis": {
            "properties": {
                "bars": {
                    "items": {"$ref": "#/components/schemas/TimeInterval"},
                    "type": "array",
                },
                "beats": {
                    "items": {"$ref": "#/components/schemas/TimeInterval"},
                    "type": "array",
                },
                "meta": {"$ref": "#/components/schemas/AudioAnalysisMeta"},
                "sections": {
                    "items": {"$ref": "#/components/schemas/Section"},
                    "type": "array",
                },
                "segments": {
                    "items": {"$ref": "#/components/schemas/Segment"},
                    "type": "array",
                },
                "tatums": {
                    "items": {"$ref": "#/components/schemas/TimeInterval"},
                    "type": "array",
                },
                "track": {"$ref": "#/components/schemas/AudioAnalysisTrack"},
            },
            "required": [
                "meta",
                "track",
                "bars",
                "beats",
                "sections",
                "segments",
                "tatums",
            ],
            "type": "object",
        },
        "AudioAnalysisMeta": {
            "properties": {
                "analysis_time": {"type": "number"},
                "analyzer_version": {"type": "string"},
                "detailed_status": {"type": "string"},
                "input_process": {"type": "string"},
                "platform": {"type": "string"},
                "status_code": {"type": "integer"},
                "timestamp": {"format": "int64", "type": "integer"},
            },
            "required": [
                "analyzer_version",
                "platform",
                "detailed_status",
                "status_code",
                "timestamp",
                "analysis_time",
                "input_process",
            ],
            "type": "object",
        },
        "AudioAnalysisTrack": {
            "properties": {
                "analysis_channels": {"type": "integer"},
                "analysis_sample_rate": {"type": "integer"},
                "code_version": {"type": "number"},
                "codestring": {"type": "string"},
                "duration": {"type": "number"},
                "echoprint_version": {"type": "number"},
                "echoprintstring": {"type": "string"},
                "end_of_fade_in": {"type": "number"},
                "key": {"type": "integer"},
                "key_confidence": {"type": "number"},
                "loudness": {"type": "number"},
                "mode": {"type": "integer"},
                "mode_confidence": {"type": "number"},
                "num_samples": {"type": "integer"},
                "offset_seconds": {"type": "number"},
                "rhythm_version": {"type": "number"},
                "rhythmstring": {"type": "string"},
                "sample_md5": {"type": "string"},
                "start_of_fade_out": {"type": "number"},
                "synch_version": {"type": "number"},
                "synchstring": {"type": "string"},
                "tempo": {"type": "number"},
                "tempo_confidence": {"type": "number"},
                "time_signature": {"type": "integer"},
                "time_signature_confidence": {"type": "number"},
                "window_seconds": {"type": "number"},
            },
            "required": [
                "num_samples",
                "duration",
                "sample_md5",
                "offset_seconds",
                "window_seconds",
                "analysis_sample_rate",
                "analysis_channels",
                "end_of_fade_in",
                "start_of_fade_out",
                "loudness",
                "tempo",
                "tempo_confidence",
                "time_signature",
                "time_signature_confidence",
                "key",
                "key_confidence",
                "mode",
                "mode_confidence",
                "codestring",
                "code_version",
                "echoprintstring",
                "echoprint_version",
                "synchstring",
                "synch_version",
                "rhythmstring",
                "rhythm_version",
            ],
            "type": "object",
        },
        "AudioFeatures": {
            "properties": {
                "acousticness": {"type": "number"},
                "analysis_url": {"type": "string"},
                "danceability": {"type": "number"},
                "duration_ms": {"format": "int64", "type": "integer"},
                "energy": {"type": "number"},
                "id": {"type": "string"},
                "instrumentalness": {"type": "number"},
                "key": {"type": "integer"},
                "liveness": {"type": "number"},
                "loudness": {"type": "number"},
                "mode": {"type": "integer"},
                "speechiness": {"type": "number"},
                "tempo": {"type": "number"},
                "time_signature": {"type": "integer"},
                "track_href": {"type": "string"},
                "type": {"enum": ["audio_features"], "type": "string"},
                "uri": {"type": "string"},
                "valence": {"type": "number"},
            },
            "required": [
                "id",
                "uri",
                "type",
                "acousticness",
                "danceability",
                "duration_ms",
                "energy",
                "instrumentalness",
                "key",
                "liveness",
                "loudness",
                "mode",
                "speechiness",
                "tempo",
                "time_signature",
                "valence",
                "track_href",
                "analysis_url",
            ],
            "type": "object",
        },
        "Audiobook": {
            "allOf": [
                {"$ref": "#/components/schemas/SimplifiedAudiobook"},
                {
                    "properties": {
                        "chapters": {
                            "$ref": "#/components/schemas/AudiobookChapterPage",
                            "x-page": {"operation": "audiobooks.chapters"},
                        }
                    },
                    "required": ["chapters"],
                    "type": "object",
                },
            ]
        },
        "AudiobookChapterPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/SimplifiedChapter"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "Author": {
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
            "type": "object",
        },
        "CatalogueAlbum": {
            "allOf": [
                {
                    "properties": {
                        "album_type": {
                            "enum": ["album", "single", "compilation", "ep"],
                            "type": "string",
                        },
                        "artists": {
                            "items": {"$ref": "#/components/schemas/SimplifiedArtist"},
                            "type": "array",
                        },
                        "href": {"type": "string"},
                        "id": {"type": "string"},
                        "release_date": {"format": "partial-date", "type": "string"},
                        "release_date_precision": {
                            "enum": ["year", "month", "day"],
                            "type": "string",
                        },
                        "total_tracks": {"type": "integer"},
                        "uri": {"type": "string"},
                    },
                    "required": [
                        "id",
                        "uri",
                        "album_type",
                        "artists",
                        "release_date",
                        "release_date_precision",
                        "total_tracks",
                        "href",
                    ],
                    "type": "object",
                },
                {"$ref": "#/components/schemas/AlbumBase"},
            ]
        },
        "Category": {
            "properties": {
                "href": {"type": "string"},
                "icons": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                },
                "id": {"type": "string"},
                "name": {"type": "string"},
            },
            "required": ["id", "name", "icons", "href"],
            "type": "object",
        },
        "CategoryPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/Category"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "CategoryPlaylistPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SimplifiedPlaylist"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "Chapter": {
            "allOf": [
                {"$ref": "#/components/schemas/SimplifiedChapter"},
                {
                    "properties": {
                        "audiobook": {
                            "$ref": "#/components/schemas/SimplifiedAudiobook"
                        }
                    },
                    "required": ["audiobook"],
                    "type": "object",
                },
            ]
        },
        "Copyright": {
            "properties": {
                "text": {"type": "string"},
                "type": {"enum": ["C", "P"], "type": "string"},
            },
            "required": ["text", "type"],
            "type": "object",
        },
        "CurrentlyPlaying": {
            "properties": {
                "actions": {"$ref": "#/components/schemas/Actions"},
                "context": {
                    "oneOf": [
                        {"$ref": "#/components/schemas/PlayContext"},
                        {"type": "null"},
                    ]
                },
                "currently_playing_type": {
                    "enum": ["track", "episode", "ad", "unknown"],
                    "type": "string",
                },
                "is_playing": {"type": "boolean"},
                "item": {
                    "oneOf": [
                        {"$ref": "#/components/schemas/PlayableItem"},
                        {"type": "null"},
                    ]
                },
                "progress_ms": {"format": "int64", "type": ["integer", "null"]},
                "timestamp": {"format": "int64", "type": "integer"},
            },
            "required": [
                "is_playing",
                "timestamp",
                "item",
                "currently_playing_type",
                "progress_ms",
                "context",
                "actions",
            ],
            "type": "object",
        },
        "CursorPaging": {
            "properties": {
                "cursors": {
                    "oneOf": [
                        {"$ref": "#/components/schemas/PageCursors"},
                        {"type": "null"},
                    ]
                },
                "href": {"type": "string"},
                "limit": {"type": "integer"},
                "next": {"type": ["string", "null"]},
                "total": {"type": "integer"},
            },
            "required": ["href", "limit", "next", "cursors"],
            "type": "object",
        },
        "Device": {
            "properties": {
                "id": {"type": ["string", "null"]},
                "is_active": {"type": "boolean"},
                "is_private_session": {"type": "boolean"},
                "is_restricted": {"type": "boolean"},
                "name": {"type": "string"},
                "supports_volume": {"type": "boolean"},
                "type": {
                    "enum": [
                        "Computer",
                        "Tablet",
                        "Smartphone",
                        "Speaker",
                        "TV",
                        "AVR",
                        "STB",
                        "AudioDongle",
                        "GameConsole",
                        "CastVideo",
                        "CastAudio",
                        "Automobile",
                        "Unknown",
                    ],
                    "type": "string",
                },
                "volume_percent": {"type": ["integer", "null"]},
            },
            "required": [
                "id",
                "name",
                "type",
                "is_active",
                "volume_percent",
                "is_private_session",
                "is_restricted",
            ],
            "type": "object",
        },
        "Disallows": {
            "properties": {
                "interrupting_playback": {"type": "boolean"},
                "pausing": {"type": "boolean"},
                "resuming": {"type": "boolean"},
                "seeking": {"type": "boolean"},
                "skipping_next": {"type": "boolean"},
                "skipping_prev": {"type": "boolean"},
                "toggling_repeat_context": {"type": "boolean"},
                "toggling_repeat_track": {"type": "boolean"},
                "toggling_shuffle": {"type": "boolean"},
                "transferring_playback": {"type": "boolean"},
            },
            "type": "object",
        },
        "Episode": {
            "allOf": [
                {
                    "properties": {
                        "album": {"$ref": "#/components/schemas/SimplifiedAlbum"},
                        "artists": {
                            "items": {"$ref": "#/components/schemas/SimplifiedArtist"},
                            "type": "array",
                        },
                        "available_markets": {
                            "items": {"type": "string"},
                            "type": "array",
                        },
                        "description": {"type": ["string", "null"]},
                        "disc_number": {"type": "integer"},
                        "duration_ms": {"format": "int64", "type": ["integer", "null"]},
                        "episode": {"type": "boolean"},
                        "external_ids": {"$ref": "#/components/schemas/ExternalIds"},
                        "html_description": {"type": ["string", "null"]},
                        "id": {"type": ["string", "null"]},
                        "is_externally_hosted": {"type": ["boolean", "null"]},
                        "is_local": {"type": "boolean"},
                        "languages": {
                            "items": {"type": ["string", "null"]},
                            "type": "array",
                        },
                        "name": {"type": ["string", "null"]},
                        "popularity": {"type": "integer"},
                        "preview_url": {"type": ["string", "null"]},
                        "release_date": {
                            "format": "partial-date",
                            "type": ["string", "null"],
                        },
                        "restriction": {"$ref": "#/components/schemas/Restrictions"},
                        "show": {"$ref": "#/components/schemas/SimplifiedShow"},
                        "track": {"type": "boolean"},
                        "track_number": {"type": "integer"},
                        "type": {"const": "episode", "type": "string"},
                        "uri": {"type": ["string", "null"]},
                    },
                    "required": [
                        "id",
                        "uri",
                        "name",
                        "type",
                        "duration_ms",
                        "explicit",
                    ],
                    "type": "object",
                },
                {"$ref": "#/components/schemas/EpisodeBase"},
            ]
        },
        "EpisodeBase": {
            "properties": {
                "audio_preview_url": {"type": ["string", "null"]},
                "explicit": {"type": "boolean"},
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "href": {"type": "string"},
                "images": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                },
                "is_playable": {"type": "boolean"},
                "language": {"type": ["string", "null"]},
                "release_date_precision": {
                    "enum": ["year", "month", "day"],
                    "type": "string",
                },
                "restrictions": {"$ref": "#/components/schemas/Restrictions"},
                "resume_point": {"$ref": "#/components/schemas/ResumePoint"},
            },
            "required": ["href", "external_urls"],
            "type": "object",
        },
        "Error": {
            "properties": {
                "message": {"type": "string"},
                "reason": {"type": "string"},
                "status": {"type": "integer"},
            },
            "type": "object",
        },
        "ErrorResponse": {
            "properties": {"error": {"$ref": "#/components/schemas/Error"}},
            "required": ["error"],
            "type": "object",
        },
        "ExplicitContentSettings": {
            "properties": {
                "filter_enabled": {"type": "boolean"},
                "filter_locked": {"type": "boolean"},
            },
            "required": ["filter_enabled", "filter_locked"],
            "type": "object",
        },
        "ExternalIds": {
            "properties": {
                "ean": {"type": ["string", "null"]},
                "isrc": {"type": "string"},
                "spotify": {"type": ["string", "null"]},
                "upc": {"type": "string"},
            },
            "type": "object",
        },
        "ExternalUrls": {
            "properties": {"spotify": {"type": "string"}},
            "type": "object",
        },
        "FeaturedPlaylistPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SimplifiedPlaylist"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "FollowedArtistPage": {
            "allOf": [
                {"$ref": "#/components/schemas/CursorPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/Artist"},
                            "type": "array",
                        }
                    },
                    "required": ["items", "total"],
                    "type": "object",
                },
            ]
        },
        "Followers": {
            "properties": {
                "href": {"type": ["string", "null"]},
                "total": {"type": ["integer", "null"]},
            },
            "required": ["href", "total"],
            "type": "object",
        },
        "Image": {
            "properties": {
                "height": {"type": ["integer", "null"]},
                "url": {"type": "string"},
                "width": {"type": ["integer", "null"]},
            },
            "required": ["url", "height", "width"],
            "type": "object",
        },
        "LinkedTrack": {
            "properties": {
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "href": {"type": "string"},
                "id": {"type": "string"},
                "type": {"enum": ["track"], "type": "string"},
                "uri": {"type": "string"},
            },
            "required": ["id", "uri", "type", "href", "external_urls"],
            "type": "object",
        },
        "Narrator": {
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
            "type": "object",
        },
        "NewReleasePage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/SimplifiedAlbum"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "OffsetPaging": {
            "properties": {
                "href": {"type": "string"},
                "limit": {"type": "integer"},
                "next": {"type": ["string", "null"]},
                "offset": {"type": "integer"},
                "previous": {"type": ["string", "null"]},
                "total": {"type": "integer"},
            },
            "required": ["href", "limit", "next", "offset", "previous", "total"],
            "type": "object",
        },
        "OwnPlaylistPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SimplifiedPlaylist"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "PageCursors": {
            "properties": {
                "after": {"type": ["string", "null"]},
                "before": {"type": ["string", "null"]},
            },
            "required": ["after"],
            "type": "object",
        },
        "PlayContext": {
            "properties": {
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "href": {"type": "string"},
                "type": {
                    "enum": [
                        "album",
                        "artist",
                        "playlist",
                        "show",
                        "collection",
                        "collectionyourepisodes",
                    ],
                    "type": "string",
                },
                "uri": {"type": "string"},
            },
            "required": ["type", "uri", "href", "external_urls"],
            "type": "object",
        },
        "PlayHistory": {
            "properties": {
                "context": {
                    "oneOf": [
                        {"$ref": "#/components/schemas/PlayContext"},
                        {"type": "null"},
                    ]
                },
                "played_at": {"format": "date-time", "type": "string"},
                "track": {"$ref": "#/components/schemas/Track"},
            },
            "required": ["track", "played_at", "context"],
            "type": "object",
        },
        "PlayHistoryPage": {
            "allOf": [
                {"$ref": "#/components/schemas/CursorPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/PlayHistory"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "PlayableItem": {
            "discriminator": {
                "mapping": {
                    "episode": "#/components/schemas/Episode",
                    "track": "#/components/schemas/Track",
                },
                "propertyName": "type",
            },
            "oneOf": [
                {"$ref": "#/components/schemas/Track"},
                {"$ref": "#/components/schemas/Episode"},
            ],
        },
        "PlaybackState": {
            "allOf": [
                {"$ref": "#/components/schemas/CurrentlyPlaying"},
                {
                    "properties": {
                        "device": {"$ref": "#/components/schemas/Device"},
                        "repeat_state": {
                            "enum": ["off", "track", "context"],
                            "type": "string",
                        },
                        "shuffle_state": {"type": "boolean"},
                        "smart_shuffle": {"type": "boolean"},
                    },
                    "required": ["device", "repeat_state", "shuffle_state"],
                    "type": "object",
                },
            ]
        },
        "Playlist": {
            "allOf": [
                {"$ref": "#/components/schemas/PlaylistBase"},
                {
                    "properties": {
                        "followers": {
                            "oneOf": [
                                {"$ref": "#/components/schemas/Followers"},
                                {"type": "null"},
                            ]
                        },
                        "id": {"type": "string"},
                        "images": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/Image"},
                                    {"type": "null"},
                                ]
                            },
                            "type": ["array", "null"],
                        },
                        "items": {
                            "oneOf": [
                                {"$ref": "#/components/schemas/PlaylistItemPage"},
                                {"type": "null"},
                            ],
                            "x-page": {"operation": "playlists.items"},
                        },
                        "tracks": {
                            "oneOf": [
                                {"$ref": "#/components/schemas/PlaylistTrackPage"},
                                {"type": "null"},
                            ],
                            "x-page": {"operation": "playlists.tracks"},
                        },
                    },
                    "required": ["id", "images"],
                    "type": "object",
                },
            ],
            "x-first-of": [["items", "tracks"]],
        },
        "PlaylistBase": {
            "properties": {
                "collaborative": {"type": "boolean"},
                "description": {"type": ["string", "null"]},
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "href": {"type": "string"},
                "name": {"type": "string"},
                "owner": {"$ref": "#/components/schemas/PlaylistOwner"},
                "primary_color": {"type": ["string", "null"]},
                "public": {"type": ["boolean", "null"]},
                "snapshot_id": {"type": "string"},
                "type": {"enum": ["playlist"], "type": "string"},
                "uri": {"type": "string"},
            },
            "required": [
                "uri",
                "name",
                "type",
                "owner",
                "public",
                "collaborative",
                "href",
                "external_urls",
                "snapshot_id",
                "description",
            ],
            "type": "object",
        },
        "PlaylistItem": {
            "properties": {
                "added_at": {"format": "date-time", "type": ["string", "null"]},
                "added_by": {
                    "oneOf": [
                        {"$ref": "#/components/schemas/PlaylistUser"},
                        {"type": "null"},
                    ]
                },
                "is_local": {"type": "boolean"},
                "item": {
                    "oneOf": [
                        {"$ref": "#/components/schemas/PlayableItem"},
                        {"type": "null"},
                    ]
                },
                "primary_color": {"type": ["string", "null"]},
                "track": {
                    "oneOf": [
                        {"$ref": "#/components/schemas/PlayableItem"},
                        {"type": "null"},
                    ]
                },
                "video_thumbnail": {"$ref": "#/components/schemas/VideoThumbnail"},
            },
            "required": ["added_at", "added_by"],
            "type": "object",
            "x-first-of": [["item", "track"]],
        },
        "PlaylistItemPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/PlaylistItem"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "PlaylistItemsReference": {
            "properties": {
                "href": {"type": "string"},
                "total": {"type": ["integer", "null"]},
            },
            "required": ["href", "total"],
            "type": "object",
        },
        "PlaylistOwner": {
            "allOf": [
                {"$ref": "#/components/schemas/PlaylistUser"},
                {
                    "properties": {"display_name": {"type": ["string", "null"]}},
                    "required": ["display_name"],
                    "type": "object",
                },
            ]
        },
        "PlaylistSnapshot": {
            "properties": {"snapshot_id": {"type": "string"}},
            "type": "object",
        },
        "PlaylistTrackPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/PlaylistItem"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "PlaylistUser": {
            "properties": {
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "href": {"type": "string"},
                "id": {"type": "string"},
                "type": {"enum": ["user"], "type": "string"},
                "uri": {"type": "string"},
            },
            "required": ["id", "uri", "type", "href", "external_urls"],
            "type": "object",
        },
        "PrivateUser": {
            "properties": {
                "account_id": {"type": ["string", "null"]},
                "country": {"type": "string"},
                "display_name": {"type": ["string", "null"]},
                "email": {"type": "string"},
                "explicit_content": {
                    "$ref": "#/components/schemas/ExplicitContentSettings"
                },
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "followers": {"$ref": "#/components/schemas/Followers"},
                "href": {"type": "string"},
                "id": {"type": "string"},
                "images": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                },
                "product": {"enum": ["premium", "free", "open"], "type": "string"},
                "type": {"enum": ["user"], "type": "string"},
                "uri": {"type": "string"},
            },
            "required": [
                "id",
                "uri",
                "display_name",
                "type",
                "images",
                "href",
                "external_urls",
            ],
            "type": "object",
        },
        "PublicUser": {
            "properties": {
                "display_name": {"type": ["string", "null"]},
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "followers": {"$ref": "#/components/schemas/Followers"},
                "href": {"type": "string"},
                "id": {"type": "string"},
                "images": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                },
                "type": {"enum": ["user"], "type": "string"},
                "uri": {"type": "string"},
            },
            "required": [
                "id",
                "uri",
                "type",
                "href",
                "external_urls",
                "display_name",
                "images",
            ],
            "type": "object",
        },
        "Queue": {
            "properties": {
                "currently_playing": {
                    "oneOf": [
                        {"$ref": "#/components/schemas/PlayableItem"},
                        {"type": "null"},
                    ]
                },
                "queue": {
                    "items": {"$ref": "#/components/schemas/PlayableItem"},
                    "type": "array",
                },
            },
            "required": ["queue", "currently_playing"],
            "type": "object",
        },
        "RecommendationSeed": {
            "properties": {
                "afterFilteringSize": {"type": "integer"},
                "afterRelinkingSize": {"type": "integer"},
                "href": {"type": ["string", "null"]},
                "id": {"type": "string"},
                "initialPoolSize": {"type": "integer"},
                "type": {"enum": ["ARTIST", "TRACK", "GENRE"], "type": "string"},
            },
            "required": ["id", "type", "href"],
            "type": "object",
        },
        "Recommendations": {
            "properties": {
                "seeds": {
                    "items": {"$ref": "#/components/schemas/RecommendationSeed"},
                    "type": "array",
                },
                "tracks": {
                    "items": {"$ref": "#/components/schemas/Track"},
                    "type": "array",
                },
            },
            "required": ["seeds", "tracks"],
            "type": "object",
        },
        "Restrictions": {
            "properties": {
                "reason": {
                    "enum": ["market", "product", "explicit", "payment_required"],
                    "type": "string",
                }
            },
            "required": ["reason"],
            "type": "object",
        },
        "ResumePoint": {
            "properties": {
                "fully_played": {"type": "boolean"},
                "resume_position_ms": {"format": "int64", "type": ["integer", "null"]},
            },
            "required": ["fully_played", "resume_position_ms"],
            "type": "object",
        },
        "SavedAlbum": {
            "properties": {
                "added_at": {"format": "date-time", "type": "string"},
                "album": {"$ref": "#/components/schemas/Album"},
            },
            "required": ["added_at", "album"],
            "type": "object",
        },
        "SavedAlbumPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SavedAlbum"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SavedAudiobookPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {
                                        "$ref": "#/components/schemas/SimplifiedAudiobook"
                                    },
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SavedEpisode": {
            "properties": {
                "added_at": {"format": "date-time", "type": "string"},
                "episode": {"$ref": "#/components/schemas/Episode"},
            },
            "required": ["added_at", "episode"],
            "type": "object",
        },
        "SavedEpisodePage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SavedEpisode"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SavedShow": {
            "properties": {
                "added_at": {"format": "date-time", "type": "string"},
                "show": {"$ref": "#/components/schemas/SimplifiedShow"},
            },
            "required": ["added_at", "show"],
            "type": "object",
        },
        "SavedShowPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SavedShow"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SavedTrack": {
            "properties": {
                "added_at": {"format": "date-time", "type": "string"},
                "track": {"$ref": "#/components/schemas/Track"},
            },
            "required": ["added_at", "track"],
            "type": "object",
        },
        "SavedTrackPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SavedTrack"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SearchAlbumPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/SimplifiedAlbum"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SearchArtistPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/Artist"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SearchAudiobookPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {
                                        "$ref": "#/components/schemas/SimplifiedAudiobook"
                                    },
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SearchEpisodePage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SimplifiedEpisode"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SearchPlaylistPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SimplifiedPlaylist"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SearchResult": {
            "properties": {
                "albums": {
                    "$ref": "#/components/schemas/SearchAlbumPage",
                    "x-page": {"at": "/albums", "operation": "search"},
                },
                "artists": {
                    "$ref": "#/components/schemas/SearchArtistPage",
                    "x-page": {"at": "/artists", "operation": "search"},
                },
                "audiobooks": {
                    "$ref": "#/components/schemas/SearchAudiobookPage",
                    "x-page": {"at": "/audiobooks", "operation": "search"},
                },
                "episodes": {
                    "$ref": "#/components/schemas/SearchEpisodePage",
                    "x-page": {"at": "/episodes", "operation": "search"},
                },
                "playlists": {
                    "$ref": "#/components/schemas/SearchPlaylistPage",
                    "x-page": {"at": "/playlists", "operation": "search"},
                },
                "shows": {
                    "$ref": "#/components/schemas/SearchShowPage",
                    "x-page": {"at": "/shows", "operation": "search"},
                },
                "tracks": {
                    "$ref": "#/components/schemas/SearchTrackPage",
                    "x-page": {"at": "/tracks", "operation": "search"},
                },
            },
            "type": "object",
        },
        "SearchShowPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/SimplifiedShow"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SearchTrackPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/Track"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "Section": {
            "properties": {
                "confidence": {"type": "number"},
                "duration": {"type": "number"},
                "key": {"type": "integer"},
                "key_confidence": {"type": "number"},
                "loudness": {"type": "number"},
                "mode": {"type": "integer"},
                "mode_confidence": {"type": "number"},
                "start": {"type": "number"},
                "tempo": {"type": "number"},
                "tempo_confidence": {"type": "number"},
                "time_signature": {"type": "integer"},
                "time_signature_confidence": {"type": "number"},
            },
            "required": [
                "start",
                "duration",
                "confidence",
                "loudness",
                "tempo",
                "tempo_confidence",
                "key",
                "key_confidence",
                "mode",
                "mode_confidence",
                "time_signature",
                "time_signature_confidence",
            ],
            "type": "object",
        },
        "Segment": {
            "properties": {
                "confidence": {"type": "number"},
                "duration": {"type": "number"},
                "loudness_end": {"type": "number"},
                "loudness_max": {"type": "number"},
                "loudness_max_time": {"type": "number"},
                "loudness_start": {"type": "number"},
                "pitches": {"items": {"type": "number"}, "type": "array"},
                "start": {"type": "number"},
                "timbre": {"items": {"type": "number"}, "type": "array"},
            },
            "required": [
                "start",
                "duration",
                "confidence",
                "loudness_start",
                "loudness_max",
                "loudness_max_time",
                "pitches",
                "timbre",
            ],
            "type": "object",
        },
        "Show": {
            "allOf": [
                {
                    "properties": {
                        "copyrights": {
                            "items": {"$ref": "#/components/schemas/Copyright"},
                            "type": "array",
                        },
                        "description": {"type": "string"},
                        "episodes": {
                            "$ref": "#/components/schemas/ShowEpisodePage",
                            "x-page": {"operation": "shows.episodes"},
                        },
                        "html_description": {"type": ["string", "null"]},
                        "id": {"type": "string"},
                        "is_externally_hosted": {"type": "boolean"},
                        "languages": {"items": {"type": "string"}, "type": "array"},
                        "media_type": {
                            "enum": ["audio", "video", "mixed"],
                            "type": "string",
                        },
                        "name": {"type": "string"},
                        "uri": {"type": "string"},
                    },
                    "required": [
                        "id",
                        "uri",
                        "name",
                        "description",
                        "is_externally_hosted",
                        "languages",
                        "media_type",
                        "copyrights",
                        "episodes",
                    ],
                    "type": "object",
                },
                {"$ref": "#/components/schemas/ShowBase"},
            ]
        },
        "ShowBase": {
            "properties": {
                "available_markets": {"items": {"type": "string"}, "type": "array"},
                "explicit": {"type": "boolean"},
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "href": {"type": "string"},
                "images": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                },
                "publisher": {"type": ["string", "null"]},
                "total_episodes": {"type": ["integer", "null"]},
                "type": {"enum": ["show"], "type": "string"},
            },
            "required": ["type", "explicit", "images", "href", "external_urls"],
            "type": "object",
        },
        "ShowEpisodePage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SimplifiedEpisode"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "SimplifiedAlbum": {
            "allOf": [
                {
                    "properties": {
                        "album_type": {
                            "enum": ["album", "single", "compilation", "ep", None],
                            "type": ["string", "null"],
                        },
                        "artists": {
                            "items": {"$ref": "#/components/schemas/SimplifiedArtist"},
                            "type": "array",
                        },
                        "href": {"type": ["string", "null"]},
                        "id": {"type": ["string", "null"]},
                        "release_date": {
                            "format": "partial-date",
                            "type": ["string", "null"],
                        },
                        "release_date_precision": {
                            "enum": ["year", "month", "day", None],
                            "type": ["string", "null"],
                        },
                        "total_tracks": {"type": "integer"},
                        "uri": {"type": ["string", "null"]},
                    },
                    "required": ["id", "uri", "album_type", "href"],
                    "type": "object",
                },
                {"$ref": "#/components/schemas/AlbumBase"},
            ]
        },
        "SimplifiedArtist": {
            "properties": {
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "href": {"type": ["string", "null"]},
                "id": {"type": ["string", "null"]},
                "name": {"type": "string"},
                "type": {"enum": ["artist"], "type": "string"},
                "uri": {"type": ["string", "null"]},
            },
            "required": ["id", "uri", "name", "type", "href", "external_urls"],
            "type": "object",
        },
        "SimplifiedAudiobook": {
            "properties": {
                "authors": {
                    "items": {"$ref": "#/components/schemas/Author"},
                    "type": "array",
                },
                "available_markets": {"items": {"type": "string"}, "type": "array"},
                "copyrights": {
                    "items": {"$ref": "#/components/schemas/Copyright"},
                    "type": "array",
                },
                "description": {"type": "string"},
                "edition": {"type": ["string", "null"]},
                "explicit": {"type": "boolean"},
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "href": {"type": "string"},
                "html_description": {"type": "string"},
                "id": {"type": "string"},
                "images": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                },
                "is_externally_hosted": {"type": "boolean"},
                "languages": {"items": {"type": "string"}, "type": "array"},
                "media_type": {"enum": ["audio"], "type": "string"},
                "name": {"type": "string"},
                "narrators": {
                    "items": {"$ref": "#/components/schemas/Narrator"},
                    "type": "array",
                },
                "publisher": {"type": "string"},
                "total_chapters": {"type": ["integer", "null"]},
                "type": {"enum": ["audiobook"], "type": "string"},
                "uri": {"type": "string"},
            },
            "required": [
                "id",
                "uri",
                "name",
                "type",
                "authors",
                "narrators",
                "description",
                "html_description",
                "explicit",
                "languages",
                "media_type",
                "copyrights",
                "images",
                "href",
                "external_urls",
                "edition",
                "total_chapters",
            ],
            "type": "object",
        },
        "SimplifiedChapter": {
            "properties": {
                "audio_preview_url": {"type": ["string", "null"]},
                "available_markets": {"items": {"type": "string"}, "type": "array"},
                "chapter_number": {"type": "integer"},
                "description": {"type": "string"},
                "duration_ms": {"format": "int64", "type": "integer"},
                "explicit": {"type": "boolean"},
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "href": {"type": "string"},
                "html_description": {"type": "string"},
                "id": {"type": "string"},
                "images": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                },
                "is_playable": {"type": "boolean"},
                "languages": {"items": {"type": "string"}, "type": "array"},
                "name": {"type": "string"},
                "release_date": {"format": "partial-date", "type": "string"},
                "release_date_precision": {
                    "enum": ["year", "month", "day"],
                    "type": "string",
                },
                "restriction": {"$ref": "#/components/schemas/Restrictions"},
                "restrictions": {"$ref": "#/components/schemas/Restrictions"},
                "resume_point": {"$ref": "#/components/schemas/ResumePoint"},
                "type": {"enum": ["chapter", "episode"], "type": "string"},
                "uri": {"type": "string"},
            },
            "required": [
                "id",
                "uri",
                "name",
                "type",
                "chapter_number",
                "description",
                "html_description",
                "duration_ms",
                "explicit",
                "release_date",
                "release_date_precision",
                "languages",
                "images",
                "href",
                "external_urls",
            ],
            "type": "object",
        },
        "SimplifiedEpisode": {
            "allOf": [
                {
                    "properties": {
                        "description": {"type": "string"},
                        "duration_ms": {"format": "int64", "type": "integer"},
                        "html_description": {"type": "string"},
                        "id": {"type": "string"},
                        "is_externally_hosted": {"type": "boolean"},
                        "languages": {"items": {"type": "string"}, "type": "array"},
                        "name": {"type": "string"},
                        "release_date": {"format": "partial-date", "type": "string"},
                        "type": {"enum": ["episode"], "type": "string"},
                        "uri": {"type": "string"},
                    },
                    "required": [
                        "id",
                        "uri",
                        "name",
                        "type",
                        "description",
                        "duration_ms",
                        "release_date",
                        "is_externally_hosted",
                        "audio_preview_url",
                        "release_date_precision",
                        "images",
                    ],
                    "type": "object",
                },
                {"$ref": "#/components/schemas/EpisodeBase"},
            ]
        },
        "SimplifiedPlaylist": {
            "allOf": [
                {"$ref": "#/components/schemas/PlaylistBase"},
                {
                    "properties": {
                        "id": {"type": ["string", "null"]},
                        "images": {
                            "items": {"$ref": "#/components/schemas/Image"},
                            "type": ["array", "null"],
                        },
                        "items": {
                            "$ref": "#/components/schemas/PlaylistItemsReference"
                        },
                        "tracks": {
                            "$ref": "#/components/schemas/PlaylistItemsReference"
                        },
                    },
                    "required": ["id", "images"],
                    "type": "object",
                },
            ],
            "x-first-of": [["items", "tracks"]],
        },
        "SimplifiedShow": {
            "allOf": [
                {
                    "properties": {
                        "copyrights": {
                            "items": {"$ref": "#/components/schemas/Copyright"},
                            "type": ["array", "null"],
                        },
                        "description": {"type": ["string", "null"]},
                        "html_description": {"type": ["string", "null"]},
                        "id": {"type": ["string", "null"]},
                        "is_externally_hosted": {"type": ["boolean", "null"]},
                        "languages": {
                            "items": {"type": ["string", "null"]},
                            "type": "array",
                        },
                        "media_type": {
                            "enum": ["audio", "video", "mixed", None],
                            "type": ["string", "null"],
                        },
                        "name": {"type": ["string", "null"]},
                        "uri": {"type": ["string", "null"]},
                    },
                    "required": [
                        "id",
                        "uri",
                        "name",
                        "description",
                        "is_externally_hosted",
                        "languages",
                        "media_type",
                        "copyrights",
                    ],
                    "type": "object",
                },
                {"$ref": "#/components/schemas/ShowBase"},
            ]
        },
        "SimplifiedTrack": {
            "allOf": [
                {"$ref": "#/components/schemas/TrackBase"},
                {
                    "properties": {
                        "href": {"type": "string"},
                        "id": {"type": "string"},
                        "type": {"enum": ["track"], "type": "string"},
                    },
                    "required": ["id", "type", "href", "is_local"],
                    "type": "object",
                },
            ]
        },
        "TimeInterval": {
            "properties": {
                "confidence": {"type": "number"},
                "duration": {"type": "number"},
                "start": {"type": "number"},
            },
            "required": ["start", "duration", "confidence"],
            "type": "object",
        },
        "TopArtistPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/Artist"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "TopTrackPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {"$ref": "#/components/schemas/Track"},
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "Track": {
            "allOf": [
                {"$ref": "#/components/schemas/TrackBase"},
                {
                    "properties": {
                        "album": {"$ref": "#/components/schemas/SimplifiedAlbum"},
                        "episode": {"type": "boolean"},
                        "external_ids": {"$ref": "#/components/schemas/ExternalIds"},
                        "href": {"type": ["string", "null"]},
                        "id": {"type": ["string", "null"]},
                        "popularity": {"type": "integer"},
                        "track": {"type": "boolean"},
                        "type": {"const": "track", "type": "string"},
                    },
                    "required": ["id", "type", "preview_url", "href", "album"],
                    "type": "object",
                },
            ]
        },
        "TrackBase": {
            "properties": {
                "artists": {
                    "items": {"$ref": "#/components/schemas/SimplifiedArtist"},
                    "type": "array",
                },
                "available_markets": {"items": {"type": "string"}, "type": "array"},
                "disc_number": {"type": "integer"},
                "duration_ms": {"format": "int64", "type": "integer"},
                "explicit": {"type": "boolean"},
                "external_urls": {"$ref": "#/components/schemas/ExternalUrls"},
                "is_local": {"type": "boolean"},
                "is_playable": {"type": "boolean"},
                "linked_from": {"$ref": "#/components/schemas/LinkedTrack"},
                "name": {"type": "string"},
                "preview_url": {"type": ["string", "null"]},
                "restrictions": {"$ref": "#/components/schemas/Restrictions"},
                "track_number": {"type": "integer"},
                "uri": {"type": "string"},
            },
            "required": [
                "uri",
                "name",
                "artists",
                "disc_number",
                "track_number",
                "duration_ms",
                "explicit",
                "external_urls",
            ],
            "type": "object",
        },
        "UserPlaylistPage": {
            "allOf": [
                {"$ref": "#/components/schemas/OffsetPaging"},
                {
                    "properties": {
                        "items": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SimplifiedPlaylist"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["items"],
                    "type": "object",
                },
            ]
        },
        "VideoThumbnail": {
            "properties": {"url": {"type": ["string", "null"]}},
            "required": ["url"],
            "type": "object",
        },
    },
    responses={
        "BadGateway": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {"error": {"message": "Bad gateway.", "status": 502}},
        },
        "BadRequest": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {"error": {"message": "Invalid base62 id", "status": 400}},
        },
        "Forbidden": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {
                "error": {"message": "Insufficient client scope", "status": 403}
            },
        },
        "GatewayTimeout": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {"error": {"message": "Gateway timeout", "status": 504}},
        },
        "InternalServerError": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {"error": {"message": "Server error.", "status": 500}},
        },
        "NextForbidden": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {
                "error": {
                    "message": "Player command failed: No next track",
                    "reason": "NO_NEXT_TRACK",
                    "status": 403,
                }
            },
        },
        "NotFound": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {"error": {"message": "Resource not found", "status": 404}},
        },
        "NotModified": {
            "headers": {
                "Cache-Control": "public, max-age=0",
                "ETag": '"MC-YjhjNGEwZTk3ZTNmNDUxMjkwZDg"',
            }
        },
        "PauseForbidden": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {
                "error": {
                    "message": "Player command failed: Already paused",
                    "reason": "ALREADY_PAUSED",
                    "status": 403,
                }
            },
        },
        "PlayerForbidden": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {
                "error": {
                    "message": "Player command failed: Premium required",
                    "reason": "PREMIUM_REQUIRED",
                    "status": 403,
                }
            },
        },
        "PlayerNotFound": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {
                "error": {
                    "message": "Player command failed: No active device found",
                    "reason": "NO_ACTIVE_DEVICE",
                    "status": 404,
                }
            },
        },
        "PreviousForbidden": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {
                "error": {
                    "message": "Player command failed: No previous track",
                    "reason": "NO_PREV_TRACK",
                    "status": 403,
                }
            },
        },
        "ServiceUnavailable": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {"error": {"message": "Service unavailable", "status": 503}},
        },
        "TooManyRequests": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {
                "error": {
                    "message": "Too many requests",
                    "reason": "QUOTA_EXCEEDED",
                    "status": 429,
                }
            },
            "headers": {"Retry-After": 7},
        },
        "Unauthorized": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {
                "error": {"message": "The access token expired", "status": 401}
            },
            "headers": {
                "WWW-Authenticate": 'Bearer realm="spotify", error="invalid_token", error_description="The access token expired"'
            },
        },
        "VolumeForbidden": {
            "schema": {"$ref": "#/components/schemas/ErrorResponse"},
            "example": {
                "error": {
                    "message": "Player command failed: Premium required",
                    "reason": "PREMIUM_REQUIRED",
                    "status": 403,
                }
            },
        },
    },
    common={
        "any": {
            "400": {"$ref": "#/components/responses/BadRequest"},
            "401": {"$ref": "#/components/responses/Unauthorized"},
            "403": {"$ref": "#/components/responses/Forbidden"},
            "429": {"$ref": "#/components/responses/TooManyRequests"},
            "500": {"$ref": "#/components/responses/InternalServerError"},
            "502": {"$ref": "#/components/responses/BadGateway"},
            "503": {"$ref": "#/components/responses/ServiceUnavailable"},
            "504": {"$ref": "#/components/responses/GatewayTimeout"},
        },
        "get": {"304": {"$ref": "#/components/responses/NotModified"}},
    },
    operations={
        "albums.get_several": {
            "200": {
                "schema": {
                    "properties": {
                        "albums": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/Album"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["albums"],
                    "type": "object",
                }
            }
        },
        "albums.get": {
            "200": {"schema": {"$ref": "#/components/schemas/Album"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "albums.tracks": {
            "200": {"schema": {"$ref": "#/components/schemas/AlbumTrackPage"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "artists.get_several": {
            "200": {
                "schema": {
                    "properties": {
                        "artists": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/Artist"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["artists"],
                    "type": "object",
                }
            }
        },
        "artists.get": {
            "200": {"schema": {"$ref": "#/components/schemas/Artist"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "artists.albums": {
            "200": {"schema": {"$ref": "#/components/schemas/ArtistAlbumPage"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "artists.related": {
            "200": {
                "schema": {
                    "properties": {
                        "artists": {
                            "items": {"$ref": "#/components/schemas/Artist"},
                            "type": "array",
                        }
                    },
                    "required": ["artists"],
                    "type": "object",
                }
            },
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "artists.top_tracks": {
            "200": {
                "schema": {
                    "properties": {
                        "tracks": {
                            "items": {"$ref": "#/components/schemas/Track"},
                            "type": "array",
                        }
                    },
                    "required": ["tracks"],
                    "type": "object",
                }
            },
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "tracks.audio_analysis": {
            "200": {"schema": {"$ref": "#/components/schemas/AudioAnalysis"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "tracks.several_audio_features": {
            "200": {
                "schema": {
                    "properties": {
                        "audio_features": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/AudioFeatures"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["audio_features"],
                    "type": "object",
                }
            }
        },
        "tracks.audio_features": {
            "200": {"schema": {"$ref": "#/components/schemas/AudioFeatures"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "audiobooks.get_several": {
            "200": {
                "schema": {
                    "properties": {
                        "audiobooks": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/Audiobook"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["audiobooks"],
                    "type": "object",
                }
            }
        },
        "audiobooks.get": {
            "200": {"schema": {"$ref": "#/components/schemas/Audiobook"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "audiobooks.chapters": {
            "200": {"schema": {"$ref": "#/components/schemas/AudiobookChapterPage"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "categories.all": {
            "200": {
                "schema": {
                    "properties": {
                        "categories": {"$ref": "#/components/schemas/CategoryPage"}
                    },
                    "required": ["categories"],
                    "type": "object",
                }
            }
        },
        "categories.get": {
            "200": {"schema": {"$ref": "#/components/schemas/Category"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.of_category": {
            "200": {
                "schema": {
                    "properties": {
                        "message": {"type": "string"},
                        "playlists": {
                            "$ref": "#/components/schemas/CategoryPlaylistPage"
                        },
                    },
                    "required": ["playlists"],
                    "type": "object",
                }
            },
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.featured": {
            "200": {
                "schema": {
                    "properties": {
                        "message": {"type": "string"},
                        "playlists": {
                            "$ref": "#/components/schemas/FeaturedPlaylistPage"
                        },
                    },
                    "required": ["playlists"],
                    "type": "object",
                }
            }
        },
        "albums.new_releases": {
            "200": {
                "schema": {
                    "properties": {
                        "albums": {"$ref": "#/components/schemas/NewReleasePage"}
                    },
                    "required": ["albums"],
                    "type": "object",
                }
            }
        },
        "chapters.get_several": {
            "200": {
                "schema": {
                    "properties": {
                        "chapters": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/Chapter"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["chapters"],
                    "type": "object",
                }
            }
        },
        "chapters.get": {
            "200": {"schema": {"$ref": "#/components/schemas/Chapter"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "episodes.get_several": {
            "200": {
                "schema": {
                    "properties": {
                        "episodes": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/Episode"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["episodes"],
                    "type": "object",
                }
            }
        },
        "episodes.get": {
            "200": {"schema": {"$ref": "#/components/schemas/Episode"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "markets.all": {
            "200": {
                "schema": {
                    "properties": {
                        "markets": {"items": {"type": "string"}, "type": "array"}
                    },
                    "required": ["markets"],
                    "type": "object",
                }
            }
        },
        "users.me": {"200": {"schema": {"$ref": "#/components/schemas/PrivateUser"}}},
        "albums.unsave": {"200": {}},
        "albums.saved": {
            "200": {"schema": {"$ref": "#/components/schemas/SavedAlbumPage"}}
        },
        "albums.save": {"200": {}},
        "albums.are_saved": {
            "200": {"schema": {"items": {"type": "boolean"}, "type": "array"}}
        },
        "audiobooks.unsave": {"200": {}},
        "audiobooks.saved": {
            "200": {"schema": {"$ref": "#/components/schemas/SavedAudiobookPage"}}
        },
        "audiobooks.save": {"200": {}},
        "audiobooks.are_saved": {
            "200": {"schema": {"items": {"type": "boolean"}, "type": "array"}}
        },
        "episodes.unsave": {"200": {}},
        "episodes.saved": {
            "200": {"schema": {"$ref": "#/components/schemas/SavedEpisodePage"}}
        },
        "episodes.save": {"200": {}},
        "episodes.are_saved": {
            "200": {"schema": {"items": {"type": "boolean"}, "type": "array"}}
        },
        "users.unfollow": {"200": {}, "204": {}},
        "users.followed_artists": {
            "200": {
                "schema": {
                    "properties": {
                        "artists": {"$ref": "#/components/schemas/FollowedArtistPage"}
                    },
                    "required": ["artists"],
                    "type": "object",
                }
            }
        },
        "users.follow": {"200": {}, "204": {}},
        "users.are_followed": {
            "200": {"schema": {"items": {"type": "boolean"}, "type": "array"}}
        },
        "library.remove": {"200": {}},
        "library.save": {"200": {}},
        "library.contains": {
            "200": {"schema": {"items": {"type": "boolean"}, "type": "array"}}
        },
        "player.state": {
            "200": {"schema": {"$ref": "#/components/schemas/PlaybackState"}},
            "204": {},
        },
        "player.transfer": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/PlayerForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.currently_playing": {
            "200": {"schema": {"$ref": "#/components/schemas/CurrentlyPlaying"}},
            "204": {},
        },
        "player.devices": {
            "200": {
                "schema": {
                    "properties": {
                        "devices": {
                            "items": {"$ref": "#/components/schemas/Device"},
                            "type": "array",
                        }
                    },
                    "required": ["devices"],
                    "type": "object",
                }
            }
        },
        "player.next": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/NextForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.pause": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/PauseForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.play": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/PlayerForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.previous": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/PreviousForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.queue": {
            "200": {"schema": {"$ref": "#/components/schemas/Queue"}},
            "403": {"$ref": "#/components/responses/PlayerForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.add_to_queue": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/PlayerForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.recently_played": {
            "200": {"schema": {"$ref": "#/components/schemas/PlayHistoryPage"}}
        },
        "player.repeat": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/PlayerForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.seek": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/PlayerForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.shuffle": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/PlayerForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "player.volume": {
            "200": {},
            "202": {},
            "204": {},
            "403": {"$ref": "#/components/responses/VolumeForbidden"},
            "404": {"$ref": "#/components/responses/PlayerNotFound"},
        },
        "playlists.mine": {
            "200": {"schema": {"$ref": "#/components/schemas/OwnPlaylistPage"}}
        },
        "playlists.create": {
            "201": {"schema": {"$ref": "#/components/schemas/Playlist"}}
        },
        "shows.unsave": {"200": {}},
        "shows.saved": {
            "200": {"schema": {"$ref": "#/components/schemas/SavedShowPage"}}
        },
        "shows.save": {"200": {}},
        "shows.are_saved": {
            "200": {"schema": {"items": {"type": "boolean"}, "type": "array"}}
        },
        "users.top_items": {
            "200": {
                "schema": {
                    "anyOf": [
                        {"$ref": "#/components/schemas/TopArtistPage"},
                        {"$ref": "#/components/schemas/TopTrackPage"},
                    ]
                }
            }
        },
        "tracks.unsave": {"200": {}},
        "tracks.saved": {
            "200": {"schema": {"$ref": "#/components/schemas/SavedTrackPage"}}
        },
        "tracks.save": {"200": {}},
        "tracks.are_saved": {
            "200": {"schema": {"items": {"type": "boolean"}, "type": "array"}}
        },
        "playlists.get": {
            "200": {"schema": {"$ref": "#/components/schemas/Playlist"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.change_details": {
            "200": {},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.unfollow": {
            "200": {},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.follow": {
            "200": {},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.is_followed": {
            "200": {"schema": {"items": {"type": "boolean"}, "type": "array"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.cover_images": {
            "200": {
                "schema": {
                    "items": {"$ref": "#/components/schemas/Image"},
                    "type": "array",
                }
            },
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.upload_cover_image": {
            "202": {},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.remove_items": {
            "200": {"schema": {"$ref": "#/components/schemas/PlaylistSnapshot"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.items": {
            "200": {"schema": {"$ref": "#/components/schemas/PlaylistItemPage"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.add_items": {
            "200": {"schema": {"$ref": "#/components/schemas/PlaylistSnapshot"}},
            "201": {"schema": {"$ref": "#/components/schemas/PlaylistSnapshot"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.update_items": {
            "200": {"schema": {"$ref": "#/components/schemas/PlaylistSnapshot"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.remove_tracks": {
            "200": {"schema": {"$ref": "#/components/schemas/PlaylistSnapshot"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.tracks": {
            "200": {"schema": {"$ref": "#/components/schemas/PlaylistTrackPage"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.add_tracks": {
            "200": {"schema": {"$ref": "#/components/schemas/PlaylistSnapshot"}},
            "201": {"schema": {"$ref": "#/components/schemas/PlaylistSnapshot"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.update_tracks": {
            "200": {"schema": {"$ref": "#/components/schemas/PlaylistSnapshot"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "tracks.recommendations": {
            "200": {"schema": {"$ref": "#/components/schemas/Recommendations"}}
        },
        "genres.seeds": {
            "200": {
                "schema": {
                    "properties": {
                        "genres": {"items": {"type": "string"}, "type": "array"}
                    },
                    "required": ["genres"],
                    "type": "object",
                }
            }
        },
        "search": {"200": {"schema": {"$ref": "#/components/schemas/SearchResult"}}},
        "shows.get_several": {
            "200": {
                "schema": {
                    "properties": {
                        "shows": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/SimplifiedShow"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["shows"],
                    "type": "object",
                }
            }
        },
        "shows.get": {
            "200": {"schema": {"$ref": "#/components/schemas/Show"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "shows.episodes": {
            "200": {"schema": {"$ref": "#/components/schemas/ShowEpisodePage"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "tracks.get_several": {
            "200": {
                "schema": {
                    "properties": {
                        "tracks": {
                            "items": {
                                "oneOf": [
                                    {"$ref": "#/components/schemas/Track"},
                                    {"type": "null"},
                                ]
                            },
                            "type": "array",
                        }
                    },
                    "required": ["tracks"],
                    "type": "object",
                }
            }
        },
        "tracks.get": {
            "200": {"schema": {"$ref": "#/components/schemas/Track"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "users.get": {
            "200": {"schema": {"$ref": "#/components/schemas/PublicUser"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.of_user": {
            "200": {"schema": {"$ref": "#/components/schemas/UserPlaylistPage"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
        "playlists.create_for_user": {
            "201": {"schema": {"$ref": "#/components/schemas/Playlist"}},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
    },
    variants={
        "users.top_items": [
            {
                "arguments": {"type": "artists"},
                "schema": {"$ref": "#/components/schemas/TopArtistPage"},
            },
            {
                "arguments": {"type": "tracks"},
                "schema": {"$ref": "#/components/schemas/TopTrackPage"},
            },
        ]
    },
    doors=Doors(
        consent="/authorize",
        granting="/api/token",
        scopes=(
            "app-remote-control",
            "playlist-modify-private",
            "playlist-modify-public",
            "playlist-read-collaborative",
            "playlist-read-private",
            "streaming",
            "ugc-image-upload",
            "user-follow-modify",
            "user-follow-read",
            "user-library-modify",
            "user-library-read",
            "user-modify-playback-state",
            "user-read-currently-playing",
            "user-read-email",
            "user-read-playback-position",
            "user-read-playback-state",
            "user-read-private",
            "user-read-recently-played",
            "user-top-read",
        ),
    ),
)
