"""The emitted client against a real server: paging, batches, errors, options."""

from __future__ import annotations

import asyncio
import pickle
import urllib.parse
from collections.abc import Iterator
from typing import Any

import pytest

from spotify_web_api import (
    AsyncSpotify,
    Event,
    RequestSent,
    ResponseReceived,
    RetryScheduled,
    Spotify,
    errors,
    models,
    operations,
    to_dict,
)
from tests.support.canary import MARK, token
from tests.support.replay import Answer, Replay, Seen, replay_server
from tests.support.timing import LASTING, not_waiting

ALBUM = "4aawyAB9vmqN3uQ7FjRGTy"
IDS = [f"{number:022d}" for number in range(100)]
TRACKS = [
    {
        "id": name,
        "name": name,
        "type": "track",
        "uri": f"spotify:track:{name}",
        "href": f"https://api.spotify.com/v1/tracks/{name}",
        "artists": [],
        "disc_number": 1,
        "duration_ms": 1000,
        "explicit": False,
        "external_urls": {},
        "track_number": number,
        "preview_url": None,
        "is_local": False,
    }
    for number, name in enumerate(IDS)
]


@pytest.fixture
def server() -> Iterator[Replay]:
    with replay_server() as replay:
        yield replay


@pytest.fixture
def spotify(server: Replay) -> Iterator[Spotify]:
    with Spotify(token(), base_url=server.base_url) as client:
        yield client


def query_of(seen: Seen) -> dict[str, str]:
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(seen.target).query))


def page_of_tracks(seen: Seen) -> Answer:
    query = query_of(seen)
    offset, limit = int(query.get("offset", 0)), int(query.get("limit", 20))
    more = offset + limit < len(TRACKS)
    base = f"https://api.spotify.com/v1/albums/{ALBUM}/tracks"
    return Answer.of(
        {
            "href": base,
            "items": TRACKS[offset : offset + limit],
            "limit": limit,
            "offset": offset,
            "total": len(TRACKS),
            "previous": None,
            "next": f"{base}?offset={offset + limit}&limit={limit}" if more else None,
        }
    )


def test_paging_follows_next_onto_the_base_url(
    server: Replay, spotify: Spotify
) -> None:
    server.answer = page_of_tracks
    pager = spotify.albums.tracks(ALBUM, limit=30)
    assert server.seen == []
    assert [track.id for track in pager] == IDS
    assert [query_of(seen).get("offset") for seen in server.seen] == [
        None,
        "30",
        "60",
        "90",
    ]
    sent = {seen.headers["Authorization"] for seen in server.seen}
    assert [text.startswith(f"Bearer {MARK}") for text in sent] == [True]


def test_a_first_page_is_not_fetched_twice(server: Replay, spotify: Spotify) -> None:
    server.answer = page_of_tracks
    pager = spotify.albums.tracks(ALBUM, limit=50)
    assert pager.first().total == 100
    assert len(list(pager)) == 100
    assert len(server.seen) == 2
    assert len(pager.collect(max_items=70)) == 70


def test_async_paging_gives_the_same(server: Replay) -> None:
    server.answer = page_of_tracks

    async def run() -> list[str | None]:
        async with AsyncSpotify(token(), base_url=server.base_url) as client:
            return [track.id async for track in client.albums.tracks(ALBUM, limit=30)]

    assert asyncio.run(run()) == IDS


def test_a_page_inside_a_model_goes_on(server: Replay, spotify: Spotify) -> None:
    def answer(seen: Seen) -> Answer:
        if seen.target.startswith("/v1/search"):
            offset = int(query_of(seen).get("offset", 0))
            following = "https://api.spotify.com/v1/search?query=a&type=artist&offset=1"
            page = {
                "items": [
                    {
                        "id": IDS[offset],
                        "name": "x",
                        "type": "artist",
                        "uri": "spotify:artist:x",
                        "href": "x",
                        "external_urls": {},
                        "genres": [],
                        "images": [],
                    }
                ],
                "next": following if offset == 0 else None,
            }
            return Answer.of({"artists": page})
        raise AssertionError(seen.target)

    server.answer = answer
    found = spotify.search("a", type=["artist"])
    assert found.artists is not None
    assert [artist.id for artist in spotify.pages(found.artists)] == IDS[:2]
    assert len(server.seen) == 2


def test_a_batch_keeps_order_length_and_repeats(
    server: Replay, spotify: Spotify
) -> None:
    def answer(seen: Seen) -> Answer:
        wanted = query_of(seen)["ids"].split(",")
        return Answer.of([number in IDS[::2] for number in wanted])

    server.answer = answer
    asked = [*IDS, IDS[0], IDS[1]]
    assert spotify.albums.are_saved(asked) == [asked.index(i) % 2 == 0 for i in asked]
    assert [len(query_of(s)["ids"].split(",")) for s in server.seen] == [20] * 5


def test_positions_advance_over_the_chunks_of_a_write(
    server: Replay, spotify: Spotify
) -> None:
    server.play(
        Answer.of({"snapshot_id": "one"}, 201), Answer.of({"snapshot_id": "two"}, 201)
    )
    uris = [f"spotify:track:{number}" for number in IDS] * 2
    snapshot = spotify.playlists.add_items(ALBUM, uris=uris, position=7)
    assert snapshot.snapshot_id == "two"
    assert [seen.json["position"] for seen in server.seen] == [7, 107]
    assert [seen.json["uris"] for seen in server.seen] == [uris[:100], uris[100:]]


def test_a_snapshot_is_passed_on_between_chunks(
    server: Replay, spotify: Spotify
) -> None:
    server.play(Answer.of({"snapshot_id": "one"}), Answer.of({"snapshot_id": "two"}))
    items = [models.PlaylistItemToRemove(uri=f"spotify:track:{i}") for i in IDS] * 2
    spotify.playlists.remove_items(ALBUM, items=items, snapshot_id="zero")
    assert [seen.json["snapshot_id"] for seen in server.seen] == ["zero", "one"]
    assert server.seen[0].json["items"][0] == {"uri": f"spotify:track:{IDS[0]}"}


def test_a_batch_that_fails_in_the_middle_says_what_is_done(
    server: Replay, spotify: Spotify
) -> None:
    server.play(
        Answer(b""),
        Answer.of({"error": {"status": 502, "message": "Bad gateway."}}, 502),
    )
    with pytest.raises(errors.BatchError) as caught:
        spotify.albums.save(IDS)
    assert list(caught.value.done) == IDS[:20]
    assert list(caught.value.remaining) == IDS[20:]


REFUSALS: list[tuple[int, Any, type[errors.SpotifyError]]] = [
    (400, {"error": {"status": 400, "message": "invalid id"}}, errors.BadRequestError),
    (
        401,
        {"error": {"status": 401, "message": "The access token expired"}},
        errors.UnauthorizedError,
    ),
    (403, {"error": {"status": 403, "message": "Forbidden"}}, errors.ForbiddenError),
    (404, {"error": {"status": 404, "message": "Not found."}}, errors.NotFoundError),
    (
        429,
        {"error": {"status": 429, "message": "API rate limit exceeded"}},
        errors.RateLimitedError,
    ),
    (
        500,
        {"error": {"status": 500, "message": "Server error."}},
        errors.InternalServerError,
    ),
    (
        502,
        {"error": {"status": 502, "message": "Bad gateway."}},
        errors.BadGatewayError,
    ),
    (
        503,
        {"error": {"status": 503, "message": "Service unavailable"}},
        errors.ServiceUnavailableError,
    ),
    (504, {"error": {"status": 504, "message": "Timeout"}}, errors.GatewayTimeoutError),
    (411, {"error": {"status": 411, "message": "Length"}}, errors.ClientStatusError),
    (599, {"error": {"status": 599, "message": "?"}}, errors.ServerError),
    (
        404,
        {
            "error": {
                "status": 404,
                "message": "No device",
                "reason": "NO_ACTIVE_DEVICE",
            }
        },
        errors.NoActiveDeviceError,
    ),
    (
        429,
        {"error": {"status": 429, "message": "Quota", "reason": "QUOTA_EXCEEDED"}},
        errors.QuotaExceededError,
    ),
]


@pytest.mark.promise("statuses-have-their-class")
@pytest.mark.parametrize(("status", "body", "error"), REFUSALS)
def test_each_status_has_its_class_in_both_clients(
    server: Replay, status: int, body: Any, error: type[errors.StatusError]
) -> None:
    server.play(Answer.of(body, status))

    async def run() -> None:
        async with AsyncSpotify(
            token(), base_url=server.base_url, max_attempts=1
        ) as client:
            await client.albums.get(ALBUM)

    with (
        Spotify(token(), base_url=server.base_url, max_attempts=1) as client,
        pytest.raises(error) as caught,
    ):
        client.albums.get(ALBUM)
    with pytest.raises(error) as other:
        asyncio.run(run())
    assert type(caught.value) is error
    assert str(caught.value) == str(other.value)
    assert caught.value.status == status
    assert caught.value.message == body["error"]["message"]
    assert caught.value.reason == body["error"].get("reason")
    assert "albums.get" in str(caught.value)
    assert len(server.seen) == 2
    copied = pickle.loads(pickle.dumps(caught.value))
    assert type(copied) is error
    assert str(copied) == str(caught.value)


@pytest.mark.promise("statuses-have-their-class")
@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "text/plain"),
        (b"<html><title>Bad Gateway</title></html>", "text/html"),
        (b"The user is not registered for this application.", "text/plain"),
        (
            b'{"error": {"type": "forbidden", "description": "gone"}}',
            "application/json",
        ),
        (b'{"error":', "application/json"),
    ],
)
def test_error_bodies_of_any_kind_give_the_right_class(
    server: Replay, spotify: Spotify, body: bytes, content_type: str
) -> None:
    server.play(Answer(body, 403, {"Content-Type": content_type}))
    with pytest.raises(errors.ForbiddenError) as caught:
        spotify.albums.get(ALBUM)
    assert caught.value.message


def test_the_time_of_a_rate_limit_is_told(server: Replay, spotify: Spotify) -> None:
    refusal = {"error": {"status": 429, "message": "x"}}
    server.play(
        Answer.of(refusal, 429, Retry_After="80000"),
    )
    patient = spotify.with_options(timeout=2 * LASTING)
    with not_waiting(), pytest.raises(errors.RateLimitedError) as caught:
        patient.albums.get(ALBUM)
    assert caught.value.retry_after == 80000
    assert caught.value.retry_at is not None
    assert spotify.limits.ends_at is not None
    with pytest.raises(errors.RateLimitedError, match="not sent"):
        spotify.tracks.get(IDS[0])
    assert len(server.seen) == 1


def test_a_failing_server_is_asked_again(server: Replay) -> None:
    failing = Answer.of({"error": {"status": 503, "message": "later"}}, 503)
    server.play(failing, failing, Answer(b"", 204))
    happened: list[Event] = []
    with Spotify(token(), base_url=server.base_url, on_event=happened.append) as client:
        assert client.player.state() is None
        assert client.limits.retry_tokens == 500 - 14
    assert len(server.seen) == 3
    assert [type(each) for each in happened] == [
        *(RequestSent, ResponseReceived, RetryScheduled) * 2,
        *(RequestSent, ResponseReceived),
    ]
    assert MARK not in repr(happened)


def test_a_quota_that_is_used_up_is_not_asked_for_again(
    server: Replay, spotify: Spotify
) -> None:
    reason = {"status": 429, "message": "Quota", "reason": "QUOTA_EXCEEDED"}
    server.play(Answer.of({"error": reason}, 429))
    with pytest.raises(errors.QuotaExceededError):
        spotify.albums.get(ALBUM)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    "wrong", ["", ".", "..", "../me", "a/b", "spotify:track:" + ALBUM, "x"]
)
def test_a_bad_id_sends_nothing(server: Replay, spotify: Spotify, wrong: str) -> None:
    with pytest.raises(errors.InvalidArgumentError):
        spotify.albums.get(wrong)
    with pytest.raises(errors.InvalidArgumentError):
        spotify.playlists.unfollow(wrong)
    assert server.seen == []


@pytest.mark.parametrize(
    "call",
    [
        lambda s: s.albums.tracks(ALBUM, limit=51).first(),
        lambda s: s.search("a", type=["song"]),
        lambda s: s.search("a", type="album"),
        lambda s: s.player.volume(101),
        lambda s: s.playlists.replace_items(ALBUM, uris=["spotify:track:x"] * 101),
        lambda s: s.raw(operations.ALBUMS_GET, album=ALBUM),
        lambda s: s.raw(operations.ALBUMS_GET),
        lambda s: s.albums.get(ALBUM, market="Sweden"),
    ],
)
def test_a_bad_argument_sends_nothing(
    server: Replay, spotify: Spotify, call: Any
) -> None:
    with pytest.raises(errors.InvalidArgumentError):
        call(spotify)
    assert server.seen == []


def test_an_unchanged_answer_is_told(server: Replay, spotify: Spotify) -> None:
    server.play(Answer(status=304, headers={"ETag": '"MC-abc"'}))
    view = spotify.with_options(if_none_match='"MC-abc"')
    with pytest.raises(errors.NotModifiedError) as caught:
        view.albums.get(ALBUM)
    assert caught.value.etag == '"MC-abc"'
    assert server.seen[0].headers["If-None-Match"] == '"MC-abc"'
    raw = view.raw(operations.ALBUMS_GET, id=ALBUM)
    assert (raw.status, raw.etag) == (304, '"MC-abc"')


def test_nothing_plays(server: Replay, spotify: Spotify) -> None:
    server.play(Answer(status=204))
    assert spotify.player.state() is None


def test_a_body_where_none_is_promised_is_not_parsed(
    server: Replay, spotify: Spotify
) -> None:
    server.play(Answer(b"i6HgRGYKQU", 200, {"Content-Type": "application/json"}))
    assert spotify.player.pause() is None  # type: ignore[func-returns-value]
    assert server.seen[0].headers["Content-Length"] == "0"


def test_nothing_given_is_no_body(server: Replay, spotify: Spotify) -> None:
    server.play(Answer(status=204))
    spotify.player.play()
    assert server.seen[0].body == b""
    assert server.seen[0].headers["Content-Length"] == "0"


def test_defaults_of_the_client_fill_in(server: Replay) -> None:
    server.play(Answer.of({"markets": ["SE"]}))
    with Spotify(token(), base_url=server.base_url, market="SE") as client:
        assert "market=SE" in client.explain(operations.ALBUMS_GET, id=ALBUM).url
        other = client.with_options(market="NO")
        assert "market=NO" in other.explain(operations.ALBUMS_GET, id=ALBUM).url
        given = client.explain(operations.ALBUMS_GET, id=ALBUM, market="DE")
        assert given.url.endswith(f"/albums/{ALBUM}?market=DE")
        assert client.markets.all() == ["SE"]
        assert server.seen[0].target == "/v1/markets"


def test_a_request_the_description_lacks(server: Replay, spotify: Spotify) -> None:
    server.play(Answer.of({"new": True}))
    response = spotify.request("GET", "/me/new", params={"a": "b c"})
    assert response.decode() == {"new": True}
    assert server.seen[0].target == "/v1/me/new?a=b%20c"


def test_a_cover_goes_out_as_base64(server: Replay, spotify: Spotify) -> None:
    server.play(Answer(status=202))
    spotify.playlists.upload_cover_image(ALBUM, image=b"\xff\xd8jpeg")
    assert server.seen[0].body == b"/9hqcGVn"
    assert server.seen[0].headers["Content-Type"] == "image/jpeg"


def test_an_unknown_member_of_a_union_keeps_its_data(
    server: Replay, spotify: Spotify
) -> None:
    data = {"type": "hologram", "depth": 3}
    server.play(Answer.of({"currently_playing": data, "queue": [data]}))
    queue = spotify.player.queue()
    assert queue.currently_playing is not None
    assert queue.currently_playing.type == "hologram"
    assert to_dict(queue)["queue"] == [data]


def test_a_next_on_another_host_gets_no_request(
    server: Replay, spotify: Spotify
) -> None:
    server.play(Answer.of({"items": [], "next": "https://evil.example/v1/me/tracks"}))
    with pytest.raises(errors.UnsafeUrlError):
        list(spotify.tracks.saved())
    assert len(server.seen) == 1


def test_a_next_that_leads_back_ends(server: Replay, spotify: Spotify) -> None:
    following = "https://api.spotify.com/v1/me/tracks?offset=0&limit=20"
    server.play(Answer.of({"items": [], "next": following}))
    with pytest.raises(errors.PaginationLoopError):
        list(spotify.tracks.saved())
    assert len(server.seen) <= 2


def test_the_token_is_shown_nowhere(server: Replay, spotify: Spotify) -> None:
    request = spotify.explain(operations.ALBUMS_GET, id=ALBUM)
    assert MARK not in repr((spotify, request, request.headers))
    server.play(Answer(b"{", 200))
    with pytest.raises(errors.DecodeError) as caught:
        spotify.albums.get(ALBUM)
    assert MARK not in repr(caught.value) + str(vars(caught.value))
