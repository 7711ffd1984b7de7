"""Whatever comes back for a call, the secrets that went out with it do not show."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import _runtime
from _runtime.core.headers import Headers
from _runtime.errors import (
    ClientError,
    ConfigurationError,
    ConnectFailedError,
    DeadlineExceededError,
    DecodeError,
    NotModifiedError,
    ProtocolError,
    UnsafeUrlError,
)
from _runtime.http.messages import Response
from _runtime.transports import logs
from _runtime.transports.default import HttpTransport
from _runtime.transports.recording import RecordingTransport
from tests.support.raw_server import RawServer, http
from tests.support.things import BASE, GET, AsyncShop, Shop, answer, script

TOKEN = "BQCanary-0123456789-abcdefghijklmnopqrstuvwxyz"
PACKAGE = Path(_runtime.__file__ or "").parent
THING = '{"type": "thing", "id": "a", "made": "1981"}'


def everything(error: BaseException) -> str:
    """Return all that an exception shows: texts, attributes, pickle, frames of ours."""
    shown = [str(error), repr(error), repr(vars(error)), repr(pickle.dumps(error))]
    shown += traceback.format_exception(error)
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if Path(frame.f_code.co_filename).is_relative_to(PACKAGE):
            shown.append(repr(frame.f_locals))
    for inner in (error.__cause__, error.__context__):
        shown.append("" if inner is None else everything(inner))
    return "\n".join(shown)


@contextmanager
def hidden(kind: type[ClientError]) -> Iterator[None]:
    """See that a block raises an error that shows no part of the token."""
    with pytest.raises(kind) as caught:
        yield
    shown = everything(caught.value)
    assert TOKEN[:12].lower() not in shown.lower()


ANSWERS: dict[str, tuple[type[ClientError], Response | ClientError]] = {
    "a reason": (
        ClientError,
        answer(json.dumps({"error": {"message": "no", "reason": TOKEN}}), 403),
    ),
    "JSON in JSON": (
        ClientError,
        answer(json.dumps({"error": {"message": json.dumps({"a": TOKEN})}}), 400),
    ),
    "a description": (ClientError, answer(json.dumps({"error": TOKEN}), 400)),
    "a page cut by its size": (
        ClientError,
        answer("<p>" + " " * 65_520 + TOKEN + "<p>" * 5000, 502),
    ),
    "a page cut by its words": (
        ClientError,
        answer(f"<p>{'w ' * 240}{TOKEN}</p>{'w ' * 4000}", 502),
    ),
    "a header": (ClientError, answer("", 404, x_debug=f"Bearer {TOKEN}")),
    "a challenge": (
        ClientError,
        answer("", 401, www_authenticate=f'a error_description="{TOKEN} is old"'),
    ),
    "a wait": (ClientError, answer(TOKEN, 429, retry_after="99", x_debug=TOKEN)),
    "a redirection": (UnsafeUrlError, answer("", 302, location=f"/a?token={TOKEN}")),
    "a redirection elsewhere": (
        UnsafeUrlError,
        answer("", 302, location=f"https://x.example:{TOKEN}/"),
    ),
    "no JSON": (DecodeError, answer(f"token {TOKEN}", content_type=TOKEN)),
    "JSON cut at its first bytes": (
        DecodeError,
        answer(json.dumps({"a" * 35: TOKEN})),
    ),
    "a text for a number": (DecodeError, answer(json.dumps([TOKEN]))),
    "an entity tag": (NotModifiedError, answer("", 304, etag=f'"{TOKEN}"')),
    "no connection": (
        ConnectFailedError,
        ConnectFailedError(f"to {TOKEN}", cause_text=TOKEN * 9),
    ),
    "no time": (DeadlineExceededError, DeadlineExceededError("late", cause_text=TOKEN)),
}


@pytest.mark.promise("repeated-tokens-are-hidden")
@pytest.mark.parametrize("name", ANSWERS)
def test_no_answer_makes_an_error_show_the_token(name: str):
    kind, came = ANSWERS[name]

    def shop(client: Any) -> Any:
        made = client(TOKEN, transport=script(came), max_attempts=1, strict=True)
        return made.with_options(if_none_match='"a"')

    with hidden(kind):
        shop(Shop).things.get("abcd")
    with hidden(kind):
        asyncio.run(shop(AsyncShop).things.get("abcd"))


@pytest.mark.promise("repeated-tokens-are-hidden")
def test_a_content_type_is_cut_after_the_secret_is_gone():
    escaped = "".join(f"\\U{ord(sign):08x}" for sign in TOKEN)
    came = answer("{", content_type=f"text/{escaped}")
    with pytest.raises(DecodeError) as info:
        Shop(TOKEN, transport=script(came)).things.get("abcd")
    assert info.value.content_type == "text/…"


@pytest.mark.promise("repeated-tokens-are-hidden")
def test_a_later_error_does_not_show_what_failed_before():
    failures = [answer(f"bad {TOKEN}", 503), DeadlineExceededError("late")]
    with hidden(DeadlineExceededError):
        Shop(TOKEN, transport=script(*failures), max_attempts=2).things.get("abcd")


@pytest.mark.promise("repeated-tokens-are-hidden")
def test_a_response_as_it_came_and_a_page_show_none():
    came = answer(THING, x_debug=TOKEN)
    raw = Shop(TOKEN, transport=script(came)).raw(GET, id="abcd")
    assert TOKEN not in repr(raw)
    assert TOKEN.encode() not in pickle.dumps(raw.headers)
    broken = answer(f'{{"bad": "{TOKEN}"')
    raw = Shop(TOKEN, transport=script(broken)).raw(GET, id="abcd")
    with hidden(DecodeError):
        raw.decode()


@pytest.mark.promise("repeated-tokens-are-hidden")
@pytest.mark.parametrize(
    "host", [BASE, "https://other.example", f"https://a:{TOKEN}", f"https://[{TOKEN}"]
)
def test_what_becomes_of_a_next_page_with_the_token_does_not_show_it(host: str):
    page = {"href": "", "items": [], "limit": 1, "offset": 0, "total": 2}
    following = f"{host}/boxes/abcd/things?offset=1&token={TOKEN}"
    came = script(json.dumps(page | {"next": following}), answer(TOKEN, 500))
    with pytest.raises(ClientError) as caught:
        Shop(TOKEN, transport=came, max_attempts=1).things.all("abcd").collect()
    error = caught.value
    assert TOKEN not in f"{error} {error!r} {vars(error)} {pickle.dumps(error)!r}"


class Provider:
    """Hands out a token that was kept somewhere."""

    def __init__(self, kept: Any) -> None:
        self.kept = kept

    def token(self) -> str:
        return self.kept

    async def atoken(self) -> str:
        return self.kept


@pytest.mark.promise("no-token-is-shown")
@pytest.mark.parametrize(
    "kept",
    [
        f"{TOKEN}\n",
        f" {TOKEN}",
        f"{TOKEN}\x00",
        f"{TOKEN}ü",
        f"{TOKEN}\udcff",
        "",
        None,
    ],
)
def test_a_token_no_header_can_hold_is_refused_wherever_it_was_kept(kept: Any):
    with hidden(ConfigurationError):
        Shop(Provider(kept), transport=script(THING)).things.get("abcd")
    with hidden(ConfigurationError):
        shop = AsyncShop(Provider(kept), transport=script(THING))
        asyncio.run(shop.things.get("abcd"))


WIRES = {
    "an illegal header": f"HTTP/1.1 200 OK\r\nAuthorization Bearer {TOKEN}\r\n\r\n",
    "an illegal status": f"HTTP/1.1 {TOKEN} OK\r\n\r\n",
    "an illegal length": f"HTTP/1.1 200 OK\r\nContent-Length: {TOKEN}\r\n\r\n",
    "an illegal chunk": (
        f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{TOKEN}\r\n"
    ),
    "an encoding": f"HTTP/1.1 200 OK\r\nContent-Encoding: xx{TOKEN}\r\n\r\n",
    "a body that is too large": (
        f"HTTP/1.1 200 OK\r\nX-Debug: {TOKEN}\r\n\r\n{TOKEN}{'x' * 400}"
    ),
    "a body that is cut": (
        f"HTTP/1.1 200 OK\r\nX-Debug: {TOKEN}\r\nContent-Length: 999\r\n\r\n{TOKEN}"
    ),
}


@pytest.mark.promise("repeated-tokens-are-hidden")
@pytest.mark.parametrize("name", WIRES)
def test_no_bytes_make_the_transport_show_the_token(
    name: str, server: RawServer, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    server.answer(WIRES[name].encode())
    options = {"base_url": server.url, "max_attempts": 1, "max_body": 300}
    with hidden(ClientError), Shop(TOKEN, **options) as shop:
        shop.things.get("abcd")

    async def main() -> None:
        async with AsyncShop(TOKEN, **options) as shop:
            await shop.things.get("abcd")

    with hidden(ClientError):
        asyncio.run(main())
    assert "httpcore2" in caplog.text
    assert TOKEN[:12].lower() not in caplog.text.lower()


@pytest.mark.promise("repeated-tokens-are-hidden")
def test_the_libraries_log_neither_the_token_nor_proxy_credentials(
    server: RawServer, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    server.answer(http(THING.encode(), f"X-Debug: Bearer {TOKEN}"))
    proxy = server.url.replace("http://", "http://user:proxy-password-9@")
    transport = HttpTransport(proxy=proxy)
    with Shop(TOKEN, base_url="http://127.0.0.1:1", transport=transport) as shop:
        shop.things.get("abcd")
    assert "Bearer …" in caplog.text
    assert TOKEN not in caplog.text


@pytest.mark.promise("proxy-credentials-are-hidden")
@pytest.mark.parametrize("name", logs.LOGGERS)
def test_every_logger_below_is_watched(name: str, caplog: pytest.LogCaptureFixture):
    transport = HttpTransport(proxy="socks5://user:p%24ssword@127.0.0.1:1")
    caplog.set_level(logging.DEBUG)
    logs.watch()
    _, request = transport._routed(Shop(TOKEN).explain(GET, id="abcd"))
    with logs.without(request.redactor):
        logging.getLogger(name).debug("auth=%r", (b"user", b"p$ssword"))
    assert caplog.messages == ["auth=(b'user', b'…')"]


def test_the_libraries_have_no_other_loggers():
    pytest.importorskip("httpcore2._async.http_proxy")
    names = [
        name
        for name in logging.root.manager.loggerDict
        if name.partition(".")[0] in {"httpcore2", "h11", "h2", "hpack", "socksio"}
    ]
    loud = [name for name in names if logging.getLogger(name).name in names]
    placeholders = {"httpcore2", "hpack", "h11"}
    assert set(loud) - placeholders <= set(logs.LOGGERS)


@pytest.mark.promise("proxy-credentials-are-hidden")
def test_a_proxy_that_repeats_its_credentials_is_not_repeated(server: RawServer):
    body = b"denied: dXNlcjpwcm94eS1wYXNzd29yZC05 proxy-password-9"
    server.answer(http(body, "X-Seen: proxy-password-9", status="407 No"))
    proxy = server.url.replace("http://", "http://user:proxy-password-9@")
    for base in ("http://127.0.0.1:1", "https://api.example"):
        transport = HttpTransport(proxy=proxy)
        shop = Shop("t", base_url=base, transport=transport, max_attempts=1)
        with pytest.raises(ClientError) as caught, shop:
            shop.things.get("abcd")
        shown = everything(caught.value)
        assert "proxy-password" not in shown
        assert "dXNlcjpwcm94eS1" not in shown


@pytest.mark.promise("recordings-hold-no-person")
@pytest.mark.parametrize(
    "data",
    [
        {"message": f"bad token {TOKEN}"},
        {"href": f"https://x.example/?access_token={TOKEN}"},
        {"seen": {TOKEN: 1}},
        [json.dumps({"deep": TOKEN}), "".join(f"%{ord(each):x}" for each in TOKEN)],
        {"shared": {"ann@example.org": 1, "bob@example.org": 2}},
        {"href": "https://x.example/?u=ann%40example.org"},
        {"type": "user", "id": "ann-1234", "x": {"ann-1234": "ann-1234"}},
        {"display_name": "Ann Oslo", "q": ["Ann%20Oslo", "by Ann+Oslo.", "Ann Oslo"]},
    ],
)
def test_recordings_hold_neither_the_token_nor_people(data: Any, tmp_path: Path):
    came = answer(json.dumps(data), etag=f'"{TOKEN}"')
    inner = script(came)
    shop = Shop(TOKEN, transport=RecordingTransport(inner, tmp_path))
    shop.request("GET", f"/things?{TOKEN}=1", params={TOKEN: 2})
    (file,) = tmp_path.iterdir()
    text = file.read_text().lower()
    for private in (TOKEN[:12].lower(), "ann", "25%43", "%42%51", "%40"):
        assert private not in text
    assert Headers(came.headers.items())["etag"] == f'"{TOKEN}"'


def test_what_is_no_text_is_a_protocol_error():
    with hidden(ProtocolError):
        Shop(
            TOKEN,
            transport=script(ProtocolError(TOKEN, cause_text=TOKEN)),
            max_attempts=1,
        ).things.get("abcd")
