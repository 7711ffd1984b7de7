"""What a quota mode changes: limits, single requests, arguments, shapes of answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

import spotify_web_api
from spotify_web_api import AsyncSpotify, Spotify, errors, models, operations
from tests.support.canary import inspect_error, token
from tests.support.clients import BOTH, Run
from tests.support.described_api import described
from tests.support.replay import Answer, Replay, Seen, replay_server
from tests.support.spec_calls import example_calls

ONE, TWO = "4aawyAB9vmqN3uQ7FjRGTy", "1A2GTWGtFfWp7KSQTwWOyo"
EXAMPLES = {item.call: item.answers for item in example_calls()}
ROUTED = {"quota_mode": "development", "on_unavailable": "route"}


@pytest.fixture
def server() -> Iterator[Replay]:
    with replay_server() as replay:
        replay.answer = described
        yield replay


@pytest.fixture(params=BOTH)
def run(request: pytest.FixtureRequest, server: Replay) -> Run:
    """Give a function that makes a call against the server."""
    chosen: Run = BOTH[request.param]
    return lambda call, **options: chosen(call, base_url=server.base_url, **options)


def query_of(seen: Seen) -> dict[str, str]:
    query = parse_qs(urlsplit(seen.target).query)
    return {name: values[0] for name, values in query.items()}


@pytest.mark.promise("page-sizes-are-lowered")
@pytest.mark.parametrize(
    ("mode", "given", "sent"),
    [
        ("development", 50, "10"),
        ("development", 11, "10"),
        ("development", 10, "10"),
        ("development", 3, "3"),
        ("development", None, None),
        ("development_legacy", 50, "50"),
        ("extended", 50, "50"),
        (None, 50, "50"),
    ],
)
def test_a_limit_is_lowered_to_what_the_mode_allows(
    mode: str | None, given: int | None, sent: str | None, run: Run, server: Replay
) -> None:
    def search(client: Any) -> Any:
        return client.search("abba", type=["album"], limit=given)

    run(search, quota_mode=mode)
    assert query_of(server.seen[0]).get("limit") == sent
    request = run(
        lambda client: client.explain(
            operations.SEARCH, q="abba", type=["album"], limit=given
        ),
        quota_mode=mode,
    )
    assert parse_qs(urlsplit(request.url).query).get("limit", [None]) == [sent]


@pytest.mark.parametrize("mode", ["development", "extended", None])
def test_what_no_mode_allows_is_refused_in_all(
    mode: str | None, run: Run, server: Replay
) -> None:
    for limit in (0, 51):
        with pytest.raises(errors.InvalidArgumentError, match="limit"):
            run(
                lambda client, limit=limit: client.artists.albums(ONE, limit=limit),
                quota_mode=mode,
            )
    assert server.seen == []


@pytest.mark.promise("page-sizes-are-lowered")
@pytest.mark.parametrize("prefetch", [1, 4])
def test_pages_go_on_by_what_the_server_gave(
    prefetch: int, run: Run, server: Replay
) -> None:
    """A server that gives ten at most, whatever it is asked for."""
    page = next(iter(EXAMPLES["artists.albums"].values()))
    names = [f"{number:022d}" for number in range(47)]

    def answer(seen: Seen) -> Answer:
        query = query_of(seen)
        offset, limit = int(query.get("offset", 0)), int(query.get("limit", 5))
        assert limit <= 10
        base = f"https://api.spotify.com/v1/artists/{ONE}/albums"
        end = offset + limit
        following = f"{base}?offset={end}&limit={limit}" if end < len(names) else None
        items = [{**page["items"][0], "id": name} for name in names[offset:end]]
        place = {"offset": offset, "limit": limit, "total": len(names)}
        return Answer.of({**page, "items": items, "next": following, **place})

    server.answer = answer
    found = run(
        lambda client: client.artists.albums(ONE, limit=50, prefetch=prefetch),
        quota_mode="development",
    )
    assert [album.id for album in found] == names
    assert sorted(query_of(seen).get("offset", "00") for seen in server.seen) == [
        *("00", "10", "20", "30", "40")
    ]


@pytest.mark.promise("routes-lose-no-argument")
@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.tracks.save(
            timestamped_ids=[{"id": ONE, "added_at": "2026-02-11T09:30:00Z"}]
        ),
        lambda c: c.playlists.follow(ONE, public=False),
        lambda c: c.playlists.follow(ONE, public=True),
    ],
)
def test_what_a_replacement_cannot_do_is_not_forgotten(
    call: Any, run: Run, server: Replay
) -> None:
    with pytest.raises(errors.EndpointUnavailableError, match="nothing like it"):
        run(call, **ROUTED)
    assert server.seen == []


def test_routed_arguments_are_checked_as_those_of_the_call(
    run: Run, server: Replay
) -> None:
    refused: list[tuple[Any, str]] = [
        (lambda c: c.albums.save(["spotify:track:" + ONE]), "'album'"),
        (lambda c: c.albums.get_several([ONE, "no"]), "albums.get_several: ids"),
        (lambda c: c.users.follow("band", ids=[ONE]), "users.follow: ids"),
        (lambda c: c.playlists.unfollow(".."), "playlists.unfollow: playlist_id"),
    ]
    for call, told in refused:
        with pytest.raises(errors.InvalidArgumentError, match=told):
            run(call, **ROUTED)
    assert server.seen == []


@pytest.mark.promise("routes-lose-no-argument")
def test_a_default_of_the_client_is_no_argument_that_gets_lost(
    run: Run, server: Replay
) -> None:
    run(lambda c: c.shows.unsave([ONE]), market="SE", **ROUTED)
    run(lambda c: c.shows.unsave([ONE], market="SE"), **ROUTED)
    run(lambda c: c.albums.get_several([ONE]), market="SE", **ROUTED)
    assert [query_of(seen) for seen in server.seen] == [
        {"uris": f"spotify:show:{ONE}"},
        {"uris": f"spotify:show:{ONE}"},
        {"market": "SE"},
    ]


def test_users_and_artists_are_told_apart_by_the_type(run: Run, server: Replay) -> None:
    run(lambda c: c.users.follow("user", ids=["per son"]), **ROUTED)
    assert query_of(server.seen[0]) == {"uris": "spotify:user:per%20son"}


def test_a_view_may_route_what_the_client_refuses(run: Run, server: Replay) -> None:
    def saved(client: Any) -> Any:
        return client.with_options(on_unavailable="route").albums.are_saved([ONE, TWO])

    found = run(saved, quota_mode="development")
    assert len(found) == 2
    with pytest.raises(errors.EndpointUnavailableError):
        run(
            lambda c: c.with_options(on_unavailable="raise").albums.save([ONE]),
            **ROUTED,
        )
    assert [seen.target.partition("?")[0] for seen in server.seen] == [
        "/v1/me/library/contains"
    ]


def test_raw_and_explain_show_the_one_request_that_is_sent(
    run: Run, server: Replay
) -> None:
    operation = operations.ALBUMS_ARE_SAVED
    response = run(lambda c: c.raw(operation, ids=[ONE]), **ROUTED)
    assert response.decode() == [True]
    request = run(lambda c: c.explain(operation, ids=[ONE]), **ROUTED)
    assert request.url.removeprefix(server.origin) == server.seen[0].target
    followed = operations.PLAYLISTS_IS_FOLLOWED
    response = run(lambda c: c.raw(followed, playlist_id=ONE), **ROUTED)
    assert response.decode() is True
    server.seen.clear()
    several = operations.ALBUMS_GET_SEVERAL
    for what in ("raw", "explain"):
        with pytest.raises(errors.EndpointUnavailableError, match=r"GET /albums/\{id}"):
            run(lambda c, what=what: getattr(c, what)(several, ids=[ONE]), **ROUTED)
        with pytest.raises(errors.EndpointUnavailableError, match=r"albums\.get"):
            run(
                lambda c, what=what: getattr(c, what)(several, ids=[ONE]),
                quota_mode="development",
            )
    assert server.seen == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"quota_mode": "developer"}, "development_legacy"),
        ({"quota_mode": ""}, "quota_mode"),
        ({"quota_mode": ["development"]}, "quota_mode"),
        ({"on_unavailable": "ignore"}, "on_unavailable"),
    ],
)
def test_a_setting_that_makes_no_sense_is_told(
    options: dict[str, Any], told: str
) -> None:
    for kind in (Spotify, AsyncSpotify):
        with pytest.raises(errors.ConfigurationError, match=told) as caught:
            kind(token(), **options)
        inspect_error(caught.value, Path(spotify_web_api.__file__).parent)
    with (
        Spotify(token()) as client,
        pytest.raises(errors.ConfigurationError, match="on_unavailable"),
    ):
        client.with_options(on_unavailable="never")  # type: ignore[arg-type]


def entries(shape: str, count: int, start: int = 0) -> list[dict[str, Any]]:
    """Write entries of a playlist in the older or in the newer shape."""
    example = next(iter(EXAMPLES["playlists.items"].values()))["items"][0]
    thing = example.get("item") or example["track"]
    common = {k: v for k, v in example.items() if k not in ("item", "track")}
    return [
        {**common, shape: {**thing, "id": f"{number:022d}"}}
        for number in range(start, start + count)
    ]


@pytest.mark.promise("both-playlist-shapes-read-alike")
@pytest.mark.parametrize(
    ("page", "entry", "mode"),
    [("tracks", "track", "extended"), ("items", "item", "development")],
)
def test_playlists_of_both_shapes_read_alike(
    page: str, entry: str, mode: str, run: Run, server: Replay
) -> None:
    base = f"https://api.spotify.com/v1/playlists/{ONE}/{page}"
    example = next(iter(EXAMPLES["playlists.get"].values()))
    common = {k: v for k, v in example.items() if k not in ("items", "tracks")}

    def part(offset: int) -> dict[str, Any]:
        last = offset == 4
        following = None if last else f"{base}?offset={offset + 2}&limit=2"
        found = entries(entry, 2, offset)
        place = {"limit": 2, "offset": offset, "total": 6, "previous": None}
        return {"href": base, "items": found, "next": following, **place}

    def answer(seen: Seen) -> Answer:
        offset = query_of(seen).get("offset")
        whole = {**common, page: part(0)}
        return Answer.of(whole if offset is None else part(int(offset)))

    server.answer = answer
    playlist = run(lambda c: c.playlists.get(ONE), quota_mode=mode)
    assert playlist.contents is getattr(playlist, page)
    assert [type(item.playable) for item in playlist.contents.items] == [
        models.Track,
        models.Track,
    ]
    found = run(lambda c: c.pages(playlist.contents), quota_mode=mode)
    assert [item.playable.id for item in found] == [f"{n:022d}" for n in range(6)]
    assert [item.playable for item in found] == [getattr(i, entry) for i in found]


def test_a_playlist_in_a_list_reads_alike() -> None:
    reference = models.PlaylistItemsReference(href="https://api.spotify.com/x", total=3)
    owner = models.PlaylistOwner(
        id="a",
        uri="spotify:user:a",
        display_name="A",
        type="user",
        href="",
        external_urls=models.ExternalUrls(),
    )
    common: dict[str, Any] = {"id": ONE, "uri": "", "name": "", "type": "playlist"}
    common |= {"owner": owner, "public": True, "collaborative": False, "href": ""}
    common |= {"external_urls": models.ExternalUrls(), "snapshot_id": "", "images": []}
    common |= {"description": None}
    for name in ("items", "tracks"):
        playlist = models.SimplifiedPlaylist(**common, **{name: reference})
        assert playlist.contents is reference
    assert models.SimplifiedPlaylist(**common).contents is None


def test_a_page_of_a_removed_operation_does_not_go_on(run: Run, server: Replay) -> None:
    body = next(iter(EXAMPLES["playlists.tracks"].values()))
    page = models.PlaylistTrackPage(
        items=[],
        href=body["href"],
        next=f"{body['href']}?offset=2",
        limit=2,
        offset=0,
        total=3,
    )
    for options in (ROUTED, {"quota_mode": "development"}):
        with pytest.raises(errors.EndpointUnavailableError, match=r"playlists\.items"):
            run(lambda c: c.pages(page), **options)
    assert server.seen == []
