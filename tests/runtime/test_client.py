"""The two clients, as generated code and its users see them."""

from __future__ import annotations

import asyncio
import gc
import json
import traceback
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest

from _runtime.auth.access_token import AccessToken
from _runtime.errors import (
    ClientError,
    ConfigurationError,
    DeadlineExceededError,
    DecodeError,
    InvalidArgumentError,
    NotModifiedError,
    ProtocolError,
)
from _runtime.http.messages import Request, Response
from _runtime.models.partial_date import PartialDate
from tests.support.raw_server import RawServer, http
from tests.support.things import (
    BASE,
    COLORS,
    GET,
    LIST,
    PAINT,
    SEVERAL,
    STATE,
    AsyncShop,
    NotFoundError,
    Shop,
    Thing,
    ThingPage,
    answer,
    script,
)
from tests.support.timing import not_waiting

THING = '{"type": "thing", "id": "abcd", "made": "1981"}'


def test_calls():
    calls = script(THING, '{"colors": ["red"]}', answer("", 204), THING, "not json")
    with Shop("token", market="DE", transport=calls) as shop:
        assert shop.things.get("abcd").made.precision == "year"
        assert shop.colors() == ["red"]
        assert shop.state() is None
        assert shop.state() == Thing(id="abcd", made=PartialDate(1981))
        assert shop.things.paint("abcd") is None
    assert calls.targets == [
        "GET /things/abcd?market=DE",
        "GET /colors",
        "GET /state",
        "GET /state",
        "PUT /things/abcd/paint",
    ]


@pytest.mark.anyio
async def test_asynchronous_calls():
    calls = script(THING, answer("", 204), answer("", 404))
    async with AsyncShop("token", transport=calls) as shop:
        assert (await shop.things.get("abcd")).id == "abcd"
        assert await shop.state() is None
        with pytest.raises(NotFoundError):
            await shop.things.get("abcd")
        response = shop.raw(GET, id="no")
        with pytest.raises(InvalidArgumentError):
            await response
    assert calls.closed == 1


@pytest.mark.parametrize("body", ["", "<html>", "[]", "null", '"{}"', '{"id":"a'])
def test_what_is_no_result_is_a_decode_error_that_names_the_call(body):
    with pytest.raises(DecodeError, match=r"^things.get GET /things/\{id\}: "):
        Shop("token", transport=script(body)).things.get("abcd")


def test_a_body_that_may_be_cut_off_is_a_protocol_error():
    cut = Response(status=200, body=b'{"a":[1,2', complete=False)
    with pytest.raises(ProtocolError, match="cut off"):
        Shop("token", transport=script(cut), max_attempts=1).things.get("abcd")
    assert Shop("token", transport=script(cut, THING)).things.get("abcd").id == "abcd"
    free = Shop("token", transport=script(cut)).request("GET", "/x")
    with pytest.raises(ProtocolError, match="cut off"):
        free.decode()
    wrong = Response(status=200, body=b"[]", complete=False)
    with pytest.raises(DecodeError):
        Shop("token", transport=script(wrong)).things.get("abcd")


def test_views_share_the_connections_and_closing_one_closes_nothing():
    calls = script(THING, THING, THING, answer("", 304, etag='"x"'))
    shop = Shop("token", timeout=9.0, market="DE", transport=calls)
    with shop.with_options(timeout=5.0, market="SE") as view:
        view.things.get("abcd")
        view.with_options(market=None).things.get("abcd")
    assert calls.closed == 0
    shop.things.get("abcd")
    with pytest.raises(NotModifiedError):
        shop.with_options(if_none_match='"x"').things.get("abcd")
    assert [target[-2:] for target in calls.targets] == ["SE", "SE", "DE", "DE"]
    timeouts = [round(request.timeout) for request in calls.requests]
    assert timeouts == [5, 5, 9, 9]
    assert isinstance(view, Shop)
    with pytest.raises(ConfigurationError, match="timeout"):
        shop.with_options(timeout=0)


def test_a_closed_client_says_so():
    calls = script(THING)
    shop = Shop("token", transport=calls)
    view = shop.with_options(timeout=5.0)
    shop.close()
    shop.close()
    assert calls.closed == 1
    for closed in (shop, view):
        with pytest.raises(ConfigurationError, match="closed"):
            closed.things.get("abcd")


def test_raw_responses():
    calls = script(answer(THING, 200, etag='"x"'), answer("", 304, etag='"x"'))
    shop = Shop("token", transport=calls)
    response = shop.raw(GET, id="abcd", market="DE")
    assert (response.status, response.etag, response.body) == (
        200,
        '"x"',
        THING.encode(),
    )
    assert response.decode().id == "abcd"
    assert "canary" not in repr(response)
    unchanged = shop.with_options(if_none_match=response.etag).raw(GET, id="abcd")
    assert (unchanged.status, unchanged.body) == (304, b"")
    with pytest.raises(DecodeError):
        unchanged.decode()
    assert dict(calls.requests[1].headers)["If-None-Match"] == '"x"'


def test_raw_responses_of_all_kinds_decode():
    page = {"items": [], "total": 0}
    several = {"things": [json.loads(THING), None]}
    calls = script(
        json.dumps(page), json.dumps(several), '{"colors": []}', answer("", 204), "ok"
    )
    shop = Shop("token", transport=calls)
    assert shop.raw(LIST, id="b").decode() == ThingPage(items=[], total=0)
    assert [t and t.id for t in shop.raw(SEVERAL, ids=["abcd", "efgh"]).decode()] == [
        "abcd",
        None,
    ]
    assert shop.raw(COLORS).decode() == []
    assert shop.raw(STATE).decode() is None
    assert shop.raw(PAINT, id="abcd").decode() is None


@pytest.mark.parametrize("arguments", [{}, {"id": "abcd", "colour": "x"}, {"id": "no"}])
def test_raw_and_explain_check_their_arguments(arguments):
    shop = Shop("token", transport=script())
    for refuse in (shop.raw, shop.explain):
        with pytest.raises(InvalidArgumentError, match=r"things\.get: "):
            refuse(GET, **arguments)


def test_explain_shows_what_would_be_sent_without_the_token():
    calls = script(THING)
    shop = Shop("canary", transport=calls)
    request = shop.explain(GET, id="things:thing:abcd", market="DE")
    assert calls.requests == []
    assert "Authorization" not in dict(request.headers)
    shop.raw(GET, id="abcd", market="DE")
    sent = calls.requests[0]
    assert (sent.method, sent.url, sent.body) == (
        request.method,
        request.url,
        request.body,
    )
    assert set(sent.headers) - set(request.headers) == {
        ("Authorization", "Bearer canary")
    }
    assert shop.explain(PAINT, id="abcd", color="red").body == b'{"color":"red"}'


def test_free_requests():
    calls = script('{"a": 1}', "{}", "{}", "")
    shop = Shop("token", transport=calls)
    params = {"q": "a b", "n": [1, 2], "on": True, "none": None}
    assert shop.request("get", "/new", params=params).decode() == {"a": 1}
    shop.request("PUT", f"{BASE}/x?y=1", params={"z": 2}, json={"k": [None]})
    shop.request("GET", "/v2/../x".replace("../", ""))
    shop.request("DELETE", "/x")
    assert calls.targets == [
        "GET /new?q=a%20b&n=1,2&on=true",
        "PUT /x?y=1&z=2",
        "GET /v2/x",
        "DELETE /x",
    ]
    assert calls.requests[1].body == b'{"k":[null]}'
    assert dict(calls.requests[1].headers)["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "https://evil.example/"),
        ("GET", "//evil.example/"),
        ("GET", "/../x"),
        ("GET", "/a/%2e%2e/x"),
        ("GET", "x"),
        ("GET", ""),
        ("GET", "/a\r\nX: y"),
        ("GET X", "/a"),
        ("", "/a"),
    ],
)
def test_free_requests_stay_where_the_token_may_go(method, path):
    calls = script()
    with pytest.raises(InvalidArgumentError):
        Shop("token", transport=calls).request(method, path)
    assert calls.requests == []


def test_free_requests_refuse_what_is_no_json():
    with pytest.raises(InvalidArgumentError, match="json"):
        Shop("token", transport=script()).request("PUT", "/x", json={"a": object()})


@pytest.mark.parametrize(
    "settings",
    [
        {"timeout": 0},
        {"attempt_timeout": -1},
        {"max_body": 0},
        {"base_url": "http://api.example"},
        {"auth": ""},
        {"auth": None},
        {"auth": "to ken"},
    ],
)
@pytest.mark.parametrize("kind", [Shop, AsyncShop])
def test_settings_that_make_no_sense_are_refused(kind, settings):
    with pytest.raises(ConfigurationError):
        kind(**{"auth": "token", **settings})


def frames(error: BaseException) -> str:
    """Write the locals of all frames of ours, as a reporter of errors would."""
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    ours = [frame for frame in shown.stack if "_runtime" in frame.filename]
    assert len(ours) > 3
    return repr([frame.locals for frame in ours])


@pytest.mark.parametrize(
    "data",
    [
        http(b"x", status="500 Oops"),
        http(b"x", "Content-Encoding: br"),
        http(b"x"),
        http(b"", "Location: https://evil.example/", status="302 Found"),
        b"garbage\r\n\r\n",
    ],
    ids=["status", "encoding", "decode", "redirect", "garbage"],
)
def test_no_token_in_any_error_nor_in_the_locals_of_its_frames(
    server: RawServer, caplog, data
):
    caplog.set_level(0)
    secret = "canary-" + "x" * 30
    server.answer(data)
    with Shop(AccessToken(lambda: secret), base_url=server.url) as shop:
        with pytest.raises(ClientError) as caught:
            shop.things.get("abcd")
        assert "canary" not in frames(caught.value)
        assert "canary" not in repr(shop) + repr(vars(shop)) + repr(vars(caught.value))
    ours = [record.getMessage() for record in caplog.records if record.name == "things"]
    assert "canary" not in "\n".join(ours)
    assert f"Bearer {secret}".encode() in server.requests[0]


def test_over_real_sockets_redirects_and_304_and_a_drip(server: RawServer):
    server.answer(
        http(b"", "Location: /v1/b", status="307 Temporary Redirect"),
        http(THING.encode(), 'ETag: "x"'),
        http(b"", 'ETag: "x"', status="304 Not Modified", length=None),
    )
    with Shop("token", base_url=f"{server.url}/v1") as shop:
        assert shop.things.get("abcd").id == "abcd"
        with pytest.raises(NotModifiedError) as caught:
            shop.with_options(if_none_match='"x"').things.get("abcd")
        assert caught.value.etag == '"x"'
    assert [request.split(b" ")[1] for request in server.requests] == [
        b"/v1/things/abcd",
        b"/v1/b",
        b"/v1/things/abcd",
    ]
    assert server.connections == 1


@pytest.mark.parametrize("at_once", [0, 60], ids=["headers", "body"])
def test_no_call_outlives_its_deadline(server: RawServer, at_once: int):
    server.drip(http(THING.encode()), at_once=at_once, pause=0.3)
    said = r"\(timeout=0\.3, attempts: 1\)"
    with (
        not_waiting(),
        Shop("token", base_url=server.url, timeout=0.3) as shop,
        pytest.raises(DeadlineExceededError, match=said),
    ):
        shop.things.get("abcd")

    async def call() -> None:
        async with AsyncShop("token", base_url=server.url, timeout=0.3) as shop:
            with pytest.raises(DeadlineExceededError):
                await shop.things.get("abcd")

    with not_waiting():
        asyncio.run(call())


def test_many_threads_share_one_client(server: RawServer):
    server.answer(http(THING.encode()))
    with (
        Shop("token", base_url=server.url) as shop,
        ThreadPoolExecutor(16) as threads,
    ):
        found = list(threads.map(lambda _: shop.things.get("abcd"), range(300)))
    assert set(found) == {found[0]}
    assert isinstance(found[0], Thing)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_forgotten_client_warns(server: RawServer):
    server.answer(http(THING.encode()))
    gc.collect()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        things = Shop("token", base_url=server.url).things
        things.get("abcd")
        gc.collect()
        things.get("abcd")
        assert caught == []
        del things
        gc.collect()
    assert any("a client was not closed" in str(each.message) for each in caught)


def test_requests_hide_headers_and_body():
    request = Request(
        method="PUT", url=BASE, headers=(("Authorization", "canary"),), body=b"canary"
    )
    assert "canary" not in repr(request)
