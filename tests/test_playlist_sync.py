"""`playlists.sync_to` against a server that edits as strictly as the service."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable, Sequence
from typing import Any, Literal

import pytest
from hypothesis import example, given, settings, strategies as st

from spotify_web_api import (
    AddItems,
    AsyncSpotify,
    PlaylistChangedError,
    PlaylistSync,
    RemoveItems,
    ReorderItems,
    ReplaceItems,
    Spotify,
    errors,
)
from tests.support.canary import token
from tests.support.playlist_server import (
    ID,
    Entry,
    Playlist,
    episode,
    local,
    refusal,
    serving,
    track,
)
from tests.support.replay import Answer

Flavour = Literal["sync", "async"]
FLAVOURS: tuple[Flavour, ...] = ("sync", "async")
Sync = Callable[..., PlaylistSync]


def sync_to(
    playlist: Playlist, flavour: Flavour, uris: Any, name: str = ID, **options: Any
) -> PlaylistSync:
    """Make the call with one of the clients; `client` holds options of its own."""
    given = {"base_url": playlist.base_url, **options.pop("client", {})}

    async def awaited() -> PlaylistSync:
        async with AsyncSpotify(token(), **given) as spotify:
            return await spotify.playlists.sync_to(name, uris, **options)

    if flavour == "async":
        return asyncio.run(awaited())
    with Spotify(token(), **given) as spotify:
        return spotify.playlists.sync_to(name, uris, **options)


def tracks(*numbers: int) -> list[str]:
    return [track(number) for number in numbers]


both = pytest.mark.parametrize("flavour", FLAVOURS)


@both
def test_each_kind_of_edit_is_made_and_the_others_stay_as_they_were(flavour):
    row = tracks(*range(150))
    with serving(Playlist.of(row)) as playlist:
        before = {entry.uri: entry for entry in playlist.entries}
        wished = [*row[1:60], episode(7), *row[60:150]]
        result = sync_to(playlist, flavour, wished)
        assert playlist.uris == wished
    kept = [entry for entry in playlist.entries if entry.uri != episode(7)]
    assert kept == [before[entry.uri] for entry in kept]
    assert result == PlaylistSync(
        edits=(RemoveItems((row[0],)), AddItems((episode(7),), 59)),
        snapshot_id="snapshot-1",
    )
    assert (result.unchanged, result.requests) == (False, 2)
    verbs = ["GET", "GET", "DELETE", "POST", "GET", "GET"]
    assert playlist.verbs == verbs


@both
def test_a_move_is_one_request_and_keeps_everything(flavour):
    row = tracks(*range(120))
    with serving(Playlist.of(row)) as playlist:
        before = list(playlist.entries)
        result = sync_to(playlist, flavour, [*row[30:], *row[:30]])
        assert result.edits == (ReorderItems(0, 30, 120),)
        assert playlist.entries == [*before[30:], *before[:30]]


@pytest.mark.promise("dry-runs-write-nothing")
@both
def test_the_same_content_is_left_alone(flavour):
    row = [*tracks(1, 2, 1), local(3), episode(4)]
    with serving(Playlist.of(row)) as playlist:
        result = sync_to(playlist, flavour, row)
        assert result.unchanged
        assert result == PlaylistSync(edits=())
        assert playlist.verbs == ["GET"]


@pytest.mark.promise("dry-runs-write-nothing")
@both
def test_a_dry_run_plans_and_writes_nothing(flavour):
    row = tracks(*range(250))
    with serving(Playlist.of(row)) as playlist:
        result = sync_to(playlist, flavour, row[100:], dry_run=True)
        assert result.edits == (RemoveItems(tuple(row[:100])),)
        assert (result.dry_run, result.snapshot_id) == (True, None)
        assert set(playlist.verbs) == {"GET"}
        assert playlist.uris == row
        assert sync_to(playlist, flavour, row[100:]).edits == result.edits


@both
def test_an_empty_wish_empties_the_playlist(flavour):
    with serving(Playlist.of([*tracks(1, 2), local(3), None])) as playlist:
        result = sync_to(playlist, flavour, [])
        assert (playlist.uris, result.edits) == ([], (ReplaceItems(()),))


@both
def test_250_items_come_into_an_empty_playlist_in_three_requests(flavour):
    row = tracks(*range(250))
    with serving(Playlist.of([])) as playlist:
        result = sync_to(playlist, flavour, row)
        assert playlist.uris == row
        assert result.requests == 3


entries = st.sampled_from([*tracks(*range(6)), episode(1)])


@pytest.mark.promise("playlists-become-as-wished")
@settings(max_examples=15)
@given(
    st.lists(entries | st.just(local(0)) | st.none(), max_size=9),
    st.lists(entries, max_size=9),
    st.sampled_from(FLAVOURS),
    st.integers(0, 2),
    st.sampled_from([20, 50, 100]),
)
@example(tracks(1), tracks(0, 1, 0), FLAVOURS[0], 0, 20)
def test_whatever_there_is_becomes_what_is_wished(
    present: list[str | None],
    wished: list[str],
    flavour: Flavour,
    hundreds: int,
    page: int,
) -> None:
    """Many items follow in some cases, so that replacing them all is not the best.

    Keeping items is worth up to nine requests more than to replace everything.
    """
    rest = tracks(*range(100, 100 + 100 * hundreds))
    with serving(Playlist.of([*present, *rest], page=page)) as playlist:
        result = sync_to(playlist, flavour, [*wished, *rest])
        assert playlist.uris == [*wished, *rest]
        assert playlist.writes == result.requests <= 1 + hundreds + 9


@both
def test_links_are_as_good_as_uris_and_local_files_can_move(flavour):
    name = track(1).rpartition(":")[2]
    with serving(Playlist.of([*tracks(1), local(2)])) as playlist:
        link = f"https://open.spotify.com/intl-de/track/{name}?si=x"
        sync_to(playlist, flavour, [local(2), link], name=f"spotify:playlist:{ID}")
        assert playlist.uris == [local(2), track(1)]


@pytest.mark.promise("impossible-playlists-are-refused-first")
@pytest.mark.parametrize(
    ("uris", "why"),
    [
        (["spotify:album:" + "a" * 22], r"uris\[0\]: 'spotify:album"),
        (
            [track(1), "https://open.spotify.com/artist/" + "a" * 22],
            r"uris\[1\]: 'http",
        ),
        ([track(1).rpartition(":")[2]], r"uris\[0\]: '0"),
        (["spotify:track:short"], r"uris\[0\]: 'spotify:track:short': "),
        (["http://example.com/track/" + "a" * 22], r"uris\[0\]"),
        ([None], r"uris\[0\]: expected str"),
        (track(1), "expected a list, got a single str"),
        (7, "expected a list, got int"),
    ],
)
@both
def test_what_is_no_track_or_episode_is_refused_before_anything_is_sent(
    flavour, uris, why
):
    with (
        serving(Playlist.of([])) as playlist,
        pytest.raises(errors.InvalidArgumentError, match=why),
    ):
        sync_to(playlist, flavour, uris)
    assert playlist.verbs == []


@both
def test_an_id_that_is_none_is_refused_before_anything_is_sent(flavour):
    with serving(Playlist.of([])) as playlist, pytest.raises(errors.InvalidIdError):
        sync_to(playlist, flavour, [], name="..")
    assert playlist.verbs == []


@pytest.mark.promise("impossible-playlists-are-refused-first")
@both
def test_a_local_file_that_is_not_there_is_refused_before_anything_is_written(flavour):
    with (
        serving(Playlist.of(tracks(1))) as playlist,
        pytest.raises(errors.InvalidArgumentError, match="local files cannot be added"),
    ):
        sync_to(playlist, flavour, [local(1)])
    assert playlist.verbs == ["GET"]


class Fault:
    """What the server does instead of one of the writes."""

    GONE = refusal(502, "Bad gateway.")
    TOO_MANY = Answer.of({"error": {}}, 429, Retry_After="80000")


@pytest.mark.promise("failed-syncs-go-on")
@pytest.mark.parametrize(
    ("fault", "error"),
    [(Fault.GONE, errors.ServerError), (Fault.TOO_MANY, errors.RateLimitedError)],
)
@both
def test_after_a_failure_it_says_what_was_done_and_goes_on_from_there(
    flavour, fault, error
):
    row = tracks(*range(350))
    with serving(Playlist.of([], failures={2: fault})) as playlist:
        with pytest.raises(errors.BatchError, match="2 of 4 edits are made") as caught:
            sync_to(playlist, flavour, row)
        found = pickle.loads(pickle.dumps(caught.value))
        assert found.done == (_added(row, 0), _added(row, 100))
        assert found.remaining == (_added(row, 200), _added(row, 300))
        assert isinstance(found.cause, error)
        assert playlist.uris == row[:200]
        client = {"limits": None}
        if fault is Fault.TOO_MANY:
            from spotify_web_api import MemoryLimitStore

            client = {"limits": MemoryLimitStore()}
        result = sync_to(playlist, flavour, row, client=client)
        assert result.edits == found.remaining
        assert playlist.uris == row


def _added(row: Sequence[str], start: int) -> AddItems:
    return AddItems(tuple(row[start : start + 100]), start)


@both
def test_if_the_first_edit_fails_its_own_error_is_raised(flavour):
    with (
        serving(Playlist.of([], failures={0: Fault.GONE})) as playlist,
        pytest.raises(errors.ServerError),
    ):
        sync_to(playlist, flavour, tracks(1))
    assert playlist.verbs == ["GET", "POST"]


@both
def test_edits_whose_result_cannot_be_read_are_reported_as_made(flavour):
    with serving(Playlist.of([])) as playlist:
        assert playlist.server is not None
        inner = playlist.server.answer
        playlist.server.answer = lambda seen: (
            refusal(404, "Not found.") if playlist.writes else inner(seen)
        )
        with pytest.raises(errors.BatchError) as caught:
            sync_to(playlist, flavour, tracks(1))
        assert len(caught.value.done) == 1
        assert caught.value.remaining == ()
        assert isinstance(caught.value.cause, errors.NotFoundError)


@pytest.mark.promise("playlist-results-are-read-back")
@both
def test_an_edit_of_somebody_else_is_noticed_and_shown(flavour, monkeypatch):
    shorten(monkeypatch)
    row = tracks(*range(120))
    playlist = Playlist.of(row)

    def somebody(number: int) -> None:
        if number == 0:
            playlist.entries.insert(50, Entry(track(999), 0))

    playlist.before = somebody
    with serving(playlist):
        with pytest.raises(
            PlaylistChangedError, match="it has 121 items instead of 120"
        ) as caught:
            sync_to(playlist, flavour, [*row[:10], track(500), *row[10:119]])
        found = pickle.loads(pickle.dumps(caught.value))
        assert list(found.found) == playlist.uris
        assert track(999) in found.found
        assert found.wished[10] == track(500)
        assert found.snapshot_id == "snapshot-1"
        playlist.before = lambda _: None
        sync_to(playlist, flavour, found.wished)
        assert tuple(playlist.uris) == found.wished


@both
def test_a_difference_is_shown_with_its_place(flavour, monkeypatch):
    shorten(monkeypatch)
    playlist = Playlist.of(tracks(1, 2))
    playlist.before = lambda _: playlist.entries.reverse()
    wished = tracks(2, 1)
    with (
        serving(playlist),
        pytest.raises(PlaylistChangedError, match=r"2 of its 2 items .* position 0: "),
    ):
        sync_to(playlist, flavour, wished)


def shorten(monkeypatch: pytest.MonkeyPatch) -> None:
    from spotify_web_api._playlists import calls

    monkeypatch.setattr(calls, "_PAUSES", (0.01, 0.01))


@pytest.mark.promise("playlist-results-are-read-back")
@both
def test_reads_that_lag_are_waited_for(flavour):
    with serving(Playlist.of(tracks(1), lag=0.7)) as playlist:
        sync_to(playlist, flavour, tracks(1, 2))
        assert 2 <= playlist.verbs[2:].count("GET") <= 4


@both
def test_an_item_is_known_by_what_it_stands_for(flavour):
    """Another track may be played in its place, but cannot be removed in its place."""
    row = tracks(*range(101))
    playlist = Playlist.of(row, relinked={row[3]: track(777)})
    with serving(playlist):
        options = {"client": {"market": "SE"}}
        assert sync_to(playlist, flavour, row, **options).unchanged
        result = sync_to(playlist, flavour, row[:3] + row[4:], **options)
        assert result.edits == (RemoveItems((row[3],)),)


@pytest.mark.promise("untold-items-change-nothing")
@both
def test_an_answer_that_does_not_tell_its_items_changes_nothing(flavour):
    with serving(Playlist.of(tracks(1))) as playlist:
        assert playlist.server is not None
        playlist.server.answer = lambda _: Answer.of({"items": [{}], "next": None})
        with pytest.raises(errors.DecodeError, match="does not tell its item"):
            sync_to(playlist, flavour, tracks(2))
        assert playlist.verbs == ["GET"]


@both
def test_the_older_name_of_an_item_is_read_as_well(flavour):
    entry = {"track": {"uri": track(1)}}
    with serving(Playlist.of([])) as playlist:
        assert playlist.server is not None
        playlist.server.answer = lambda _: Answer.of({"items": [entry], "next": None})
        assert sync_to(playlist, flavour, tracks(1)).unchanged
