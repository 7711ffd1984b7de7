"""A redirect URI is sent to the letter, and listened at if it is of this machine."""

from __future__ import annotations

import asyncio
import re
import socket
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from spotify_web_api import PKCE, errors
from spotify_web_api._runtime.auth import redirect_uris
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.timing import PATIENCE

SAME: list[tuple[str, str]] = [
    ("http://127.0.0.1:{port}", "/"),
    ("http://127.0.0.1:{port}/", "/"),
    ("http://127.0.0.1:{port}/a", "/a"),
    ("http://127.0.0.1:{port}/a/", "/a/"),
    ("http://127.0.0.1:{port}//a", "//a"),
    ("http://127.0.0.1:{port}?app=1", "/?app=1"),
    ("http://127.0.0.1:{port}/a?b=c%20d", "/a?b=c%20d"),
    ("http://127.0.0.1:{port}/%7Eme/%c3%a9", "/~me/%C3%A9"),
    ("http://127.0.0.1:{port}/a/../b/.", "/b/"),
    ("http://127.0.0.1:{port}/A{{b}}", "/A%7Bb%7D"),
    ("http://127.0.0.1:0{port}/a", "/a"),
    ("HTTP://127.0.0.1:{port}/a", "/a"),
    ("http://127.0.0.2:{port}/a", "/a"),
    ("http://[::1]:{port}/a", "/a"),
    ("http://[0:0:0:0:0:0:0:1]:{port}", "/"),
]
"""What is registered and sent, and what the browser then asks for."""

OPEN: list[tuple[str, str, str]] = [
    ("http://127.0.0.1", "http://127.0.0.1:{port}", "/"),
    ("http://127.0.0.1/", "http://127.0.0.1:{port}/", "/"),
    ("http://127.0.0.1/a?b", "http://127.0.0.1:{port}/a?b", "/a?b"),
    ("http://127.0.0.1?b=1", "http://127.0.0.1:{port}?b=1", "/?b=1"),
    ("http://127.0.0.1:0/a", "http://127.0.0.1:{port}/a", "/a"),
    ("http://127.0.0.1:/a", "http://127.0.0.1:{port}/a", "/a"),
    ("http://[::1]", "http://[::1]:{port}", "/"),
]
"""The same where the port is left open."""

LISTENED = [(uri, uri, target) for uri, target in SAME] + OPEN


ROOT = Path(__file__).parents[2]


def test_all_that_people_read_names_the_same_one() -> None:
    pages = [ROOT / "docs/authorization.md", ROOT / "generated/README.md"]
    named = re.compile(r"http://(?:127\.0\.0\.1|localhost)[^\s`\"'|,);:]*")
    for page in pages:
        found = set(named.findall(page.read_text(encoding="utf-8")))
        assert redirect_uris.USUAL in found
        assert found <= {redirect_uris.USUAL, "http://127.0.0.1"}
    for source in (ROOT / "templates").rglob("*.py"):
        if source.stem != "redirect_uris":
            text = source.read_text(encoding="utf-8")
            assert set(named.findall(text)) <= {"http://127.0.0.1"}, source


def free_port(host: str) -> int:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


async def comes_back(uri: str, target: str, query: str) -> bytes:
    """Ask as a browser does, that spells hosts and paths in its own way."""
    address = redirect_uris.loopback(uri)
    reader, writer = await asyncio.open_connection(address.host, address.port)
    sign = "&" if "?" in target else "?"
    host = address.authority(address.port)
    writer.write(f"GET {target}{sign}{query} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.promise("redirect-uris-are-sent-to-the-letter")
@pytest.mark.parametrize(("registered", "sent", "target"), LISTENED)
def test_it_is_sent_as_registered_and_listened_at(
    accounts: Accounts, registered: str, sent: str, target: str
) -> None:
    host = urlsplit(registered.format(port=1)).hostname or ""
    registered = registered.format(port=free_port(host))
    auth = PKCE(CLIENT_ID, registered, base_url=accounts.base_url)

    async def run() -> str:
        opened: list[str] = []
        login = asyncio.create_task(
            auth.alogin(browser=opened.append, timeout=PATIENCE)
        )
        while not opened:  # noqa: ASYNC110 - it is opened in a thread
            await asyncio.sleep(0.001)
        uri = parse_qs(urlsplit(opened[0]).query)["redirect_uri"][0]
        accounts.redirect_uris = (uri,)
        answer = urlsplit(accounts.follow(opened[0])).query.partition("code=")
        query = f"code={answer[2]}"
        assert b"200 OK" in await comes_back(uri, target, query)
        assert (await login).refresh_token is not None
        return uri

    uri = asyncio.run(run())
    assert uri == sent.format(port=redirect_uris.loopback(uri).port)
    assert accounts.requests[-1]["redirect_uri"] == uri


@pytest.mark.promise("redirect-uris-are-sent-to-the-letter")
@pytest.mark.parametrize(
    "uri",
    [
        "https://app.example",
        "https://app.example/",
        "HTTPS://App.Example:443/Callback?a=%2f",
        "https://app.example/a/../b",
        "com.example.app:/oauth",
        "com.example://callback",
        "my-app://localhost/",
    ],
)
def test_what_others_listen_at_is_sent_to_the_letter_too(
    accounts: Accounts, uri: str
) -> None:
    auth = PKCE(CLIENT_ID, uri, base_url=accounts.base_url)
    accounts.redirect_uris = (uri,)
    url = auth.authorization_url()
    assert parse_qs(urlsplit(url).query)["redirect_uri"] == [uri]
    auth.exchange(accounts.follow(url))
    assert accounts.requests[-1]["redirect_uri"] == uri
    with pytest.raises(errors.ConfigurationError, match="nothing can listen"):
        auth.login(browser=lambda _: True)
