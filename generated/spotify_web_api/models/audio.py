"""Models: audio."""

from typing import Literal

from msgspec import field

from .._runtime import Model
from .tracks import Track


class AudioAnalysisMeta(Model, frozen=True, kw_only=True):
    """How an analysis came about."""

    analyzer_version: str
    """The version of the analyzer."""

    platform: str
    """The system the analyzer ran on."""

    detailed_status: str
    """How it went, in words."""

    status_code: int
    """0 if it went well, 1 if it did not."""

    timestamp: int
    """When the track was analyzed, in seconds since 1970."""

    analysis_time: float
    """How long that took, in seconds."""

    input_process: str
    """How the audio was read."""


class AudioAnalysisTrack(Model, frozen=True, kw_only=True):
    """What an analysis says about the track as a whole."""

    num_samples: int
    """How many samples were analyzed."""

    duration: float
    """The length of the track in seconds."""

    sample_md5: str
    """Meant for a checksum; always empty."""

    offset_seconds: float
    """Where the analyzed region starts, in seconds; 0 for the whole track."""

    window_seconds: float
    """How long the analyzed region is, in seconds; 0 for the whole track."""

    analysis_sample_rate: int
    """The sample rate used, in hertz."""

    analysis_channels: int
    """The number of channels used; 1 means all were mixed into one."""

    end_of_fade_in: float
    """Where the fade-in ends, in seconds; 0 without one."""

    start_of_fade_out: float
    """Where the fade-out starts, in seconds; the length of the track without one."""

    loudness: float
    """The mean loudness in decibels, mostly between -60 and 0."""

    tempo: float
    """The mean tempo in beats per minute."""

    tempo_confidence: float
    """How sure the tempo is, from 0 to 1."""

    time_signature: int
    """Beats in a bar, 3 to 7 for 3/4 to 7/4; other values have been seen."""

    time_signature_confidence: float
    """How sure the time signature is, from 0 to 1."""

    key: int
    """The key as a pitch class, 0 for C, 1 for C sharp, up to 11 for B; -1 if none was
    found.
    """

    key_confidence: float
    """How sure the key is, from 0 to 1."""

    mode: int
    """1 for major, 0 for minor, -1 if none was found."""

    mode_confidence: float
    """How sure the mode is, from 0 to 1."""

    codestring: str
    """An Echo Nest Musical Fingerprint of the track."""

    code_version: float
    """The version of the format of `codestring`."""

    echoprintstring: str
    """An Echoprint fingerprint of the track."""

    echoprint_version: float
    """The version of the format of `echoprintstring`."""

    synchstring: str
    """A Synchstring, which aligns the analysis with the audio to the sample."""

    synch_version: float
    """The version of the format of `synchstring`."""

    rhythmstring: str
    """A Rhythmstring, made like a Synchstring from the onsets."""

    rhythm_version: float
    """The version of the format of `rhythmstring`."""


class Section(Model, frozen=True, kw_only=True):
    """A stretch of a track with a rhythm and a timbre of its own."""

    start: float
    """Where it starts, in seconds."""

    duration: float
    """How long it lasts, in seconds."""

    confidence: float
    """How sure its start is, from 0 to 1."""

    loudness: float
    """Its mean loudness in decibels."""

    tempo: float
    """Its mean tempo in beats per minute."""

    tempo_confidence: float
    """How sure the tempo is, from 0 to 1; low where it changes or there is none."""

    key: int
    """Its key as a pitch class, 0 for C, 1 for C sharp, up to 11 for B; -1 if none was
    found.
    """

    key_confidence: float
    """How sure the key is, from 0 to 1."""

    mode: int
    """1 for major, 0 for minor, -1 if none was found."""

    mode_confidence: float
    """How sure the mode is, from 0 to 1."""

    time_signature: int
    """Beats in a bar, 3 to 7 for 3/4 to 7/4; other values have been seen."""

    time_signature_confidence: float
    """How sure the time signature is, from 0 to 1."""


class Segment(Model, frozen=True, kw_only=True):
    """A stretch of a track with about the same sound."""

    start: float
    """Where it starts, in seconds."""

    duration: float
    """How long it lasts, in seconds."""

    confidence: float
    """How sure its start is, from 0 to 1."""

    loudness_start: float
    """Its loudness at the start, in decibels."""

    loudness_max: float
    """Its peak loudness in decibels."""

    loudness_max_time: float
    """When the peak is reached, in seconds from the start of the segment."""

    loudness_end: float | None = None
    """Its loudness at the end, in decibels; mostly sent for the last segment alone."""

    pitches: list[float]
    """Twelve numbers from 0 to 1, how strong each pitch class from C to B is."""

    timbre: list[float]
    """Twelve numbers around 0, the most telling first, that say how it sounds."""


class TimeInterval(Model, frozen=True, kw_only=True):
    """A bar, a beat or a tatum."""

    start: float
    """Where it starts, in seconds."""

    duration: float
    """How long it lasts, in seconds."""

    confidence: float
    """How sure that is, from 0 to 1."""


class AudioFeatures(Model, frozen=True, kw_only=True):
    """What a listening machine says about a track as a whole."""

    id: str
    """The track's Spotify id, 22 characters."""

    uri: str
    """The track's Spotify URI."""

    type: Literal["audio_features"] | str
    """The kind of object."""

    acousticness: float
    """How sure the machine is that the track is acoustic, from 0 to 1."""

    danceability: float
    """How well one can dance to it, from 0 to 1."""

    duration_ms: int
    """Its length in milliseconds."""

    energy: float
    """How intense it feels, from 0 (calm) to 1 (loud, fast, noisy)."""

    instrumentalness: float
    """How likely it has no vocals, from 0 to 1; above 0.5 it is meant as
    instrumental.
    """

    key: int
    """The key as a pitch class, 0 for C, 1 for C sharp, up to 11 for B; -1 if none was
    found.
    """

    liveness: float
    """How likely there was an audience, from 0 to 1; above 0.8 it is probably live."""

    loudness: float
    """The mean loudness in decibels, mostly between -60 and 0."""

    mode: int
    """1 for major, 0 for minor."""

    speechiness: float
    """How much of it is speech, from 0 to 1. Below 0.33 it is mostly music, above 0.66
    nothing but speech.
    """

    tempo: float
    """The mean tempo in beats per minute."""

    time_signature: int
    """Beats in a bar, 3 to 7 for 3/4 to 7/4; other values have been seen."""

    valence: float
    """How positive it sounds, from 0 (sad, angry) to 1 (happy)."""

    track_href: str
    """The request that answers with the track."""

    analysis_url: str
    """Where the full analysis lies; needs the access token."""


class RecommendationSeed(Model, frozen=True, kw_only=True):
    """What one seed contributed to the recommendations."""

    id: str
    """The seed as it was given, an id or a genre."""

    type: Literal["ARTIST", "TRACK", "GENRE"] | str
    """The kind of seed, in upper case; Spotify's reference writes it in lower case."""

    href: str | None = None
    """The request that answers with the artist or the track; null for a genre."""

    initial_pool_size: int | None = field(default=None, name="initialPoolSize")
    """How many tracks the seed suggested."""

    after_filtering_size: int | None = field(default=None, name="afterFilteringSize")
    """How many of them the minima and maxima left over."""

    after_relinking_size: int | None = field(default=None, name="afterRelinkingSize")
    """How many of them can be played in the market."""


class AudioAnalysis(Model, frozen=True, kw_only=True):
    """The structure of a track, from sections down to single sounds."""

    meta: AudioAnalysisMeta
    """How the analysis came about."""

    track: AudioAnalysisTrack
    """The track as a whole."""

    bars: list[TimeInterval]
    """The bars, each with a number of beats."""

    beats: list[TimeInterval]
    """The beats one would tap to."""

    sections: list[Section]
    """The stretches that differ in rhythm or timbre, such as verse and chorus."""

    segments: list[Segment]
    """The stretches of about the same sound."""

    tatums: list[TimeInterval]
    """The shortest pulses a listener infers from the music."""


class Recommendations(Model, frozen=True, kw_only=True):
    """Tracks that go well with some seeds."""

    seeds: list[RecommendationSeed]
    """What each seed contributed."""

    tracks: list[Track]
    """The tracks, in the order to be played."""
