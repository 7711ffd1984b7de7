"""What comes back from the consent page, and what else connects meanwhile."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from spotify_web_api import PKCE, errors
from spotify_web_api._runtime.auth import consent
from spotify_web_api._runtime.core.secret import Secret
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.canary import token
from tests.support.shared import shared_file
from tests.support.timing import PATIENCE, not_waiting

REDIRECT = "http://127.0.0.1/callback"
HOSTILE = "<script>alert(1)</script>"


def public(accounts: Accounts, **options: Any) -> PKCE:
    return PKCE(CLIENT_ID, REDIRECT, base_url=accounts.base_url, **options)


def test_the_challenge_is_that_of_rfc_7636() -> None:
    verifier = Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert consent.challenge(verifier) == challenge


def test_a_request_holds_what_the_server_needs(accounts: Accounts) -> None:
    auth = public(accounts, scopes=["user-top-read", "user-follow-read"])
    first, second = (auth.authorization_request() for _ in range(2))
    query = parse_qs(urlsplit(first.url).query, strict_parsing=True)
    assert query["scope"] == ["user-follow-read user-top-read"]
    assert query["redirect_uri"] == [REDIRECT]
    assert query["code_challenge_method"] == ["S256"]
    assert first.code_verifier is not None
    assert second.code_verifier is not None
    assert 43 <= len(first.code_verifier.reveal()) <= 128
    assert first.code_verifier != second.code_verifier
    assert first.state != second.state
    shown = auth.authorization_url(parameters={"show_dialog": "true", "state": "x"})
    assert "show_dialog=true" in shown
    assert parse_qs(urlsplit(shown).query)["state"] != ["x"]


CALLBACKS: list[tuple[str, type[Exception] | None]] = [
    ("code=CODE&state=STATE", None),
    ("code=CODE", errors.InvalidArgumentError),
    ("code=CODE&state=BAD", errors.InvalidArgumentError),
    ("error=access_denied&state=STATE", errors.AuthorizationDeniedError),
    ("error=access_denied&state=BAD", errors.InvalidArgumentError),
    ("error=server_error&state=STATE", errors.AuthError),
    (f"error={quote(HOSTILE)}&state=STATE", errors.AuthError),
    ("code=CODE&code=y&state=STATE", errors.InvalidArgumentError),
    ("code=CODE&state=STATE&state=STATE", errors.InvalidArgumentError),
    ("code=CODE&error=x&state=STATE", errors.InvalidArgumentError),
    ("code=&state=STATE", errors.InvalidArgumentError),
    ("state=STATE", errors.InvalidArgumentError),
    ("#access_token=CODE&state=STATE", errors.InvalidArgumentError),
    ("", errors.InvalidArgumentError),
]


@pytest.mark.promise("one-answer-to-a-consent")
@pytest.mark.parametrize(("answer", "outcome"), CALLBACKS)
def test_answers(
    accounts: Accounts, answer: str, outcome: type[Exception] | None
) -> None:
    auth = public(accounts)
    request = auth.authorization_request()
    good = parse_qs(urlsplit(accounts.follow(request.url)).query)
    answer = answer.replace("STATE", good["state"][0]).replace("CODE", good["code"][0])
    callback = REDIRECT + (answer if answer.startswith("#") else f"?{answer}")
    if outcome is None:
        assert auth.exchange(callback, request).refresh_token is not None
        return
    with pytest.raises(outcome):
        auth.exchange(callback, request)
    assert accounts.requests == []


def test_every_answer_of_the_vectors_is_played_here() -> None:
    told = {
        each["q"]
        for each in json.loads(shared_file("vectors/oauth.json").read_text())[
            "callback"
        ]
    }
    played = {
        answer.replace("CODE", "x").replace("STATE", "OK") for answer, _ in CALLBACKS
    }
    played |= {f"error={HOSTILE}&state=OK"}
    elsewhere = {
        "path /favicon.ico",
        "open TCP, send nothing",
        "POST",
        "Host: evil",
        "second valid callback",
    }
    assert told - played == elsewhere


def test_the_answer_of_the_implicit_grant_is_told_apart(accounts: Accounts) -> None:
    auth = public(accounts)
    callback = f"{REDIRECT}#access_token={token()}&token_type=Bearer&state=x"
    with pytest.raises(errors.InvalidArgumentError, match=r"implicit grant.*2025"):
        auth.exchange(callback)


@pytest.mark.promise("one-answer-to-a-consent")
def test_an_answer_is_accepted_once(accounts: Accounts) -> None:
    auth = public(accounts)
    callback = accounts.follow(auth.authorization_url())
    auth.exchange(callback)
    with pytest.raises(errors.InvalidArgumentError, match="has been answered"):
        auth.exchange(callback)
    assert len(accounts.requests) == 1


def test_a_few_requests_are_remembered_and_the_oldest_forgotten(
    accounts: Accounts,
) -> None:
    auth = public(accounts)
    first, *_, last = (auth.authorization_url() for _ in range(17))
    auth.exchange(accounts.follow(last))
    with pytest.raises(errors.InvalidArgumentError):
        auth.exchange(accounts.follow(first))


@dataclass(repr=False)
class Browser:
    """Waits for the address to open, and talks to whatever listens there."""

    accounts: Accounts
    opened: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def open(self, url: str) -> bool:
        self.url = url
        self.opened.set()
        return True

    @property
    def redirect(self) -> Any:
        assert self.opened.wait(PATIENCE)
        query = parse_qs(urlsplit(self.url).query)
        return urlsplit(query["redirect_uri"][0])

    def answer(self, *, agree: bool = True) -> str:
        assert self.opened.wait(PATIENCE)
        parts = urlsplit(self.accounts.follow(self.url, agree=agree))
        return f"{parts.path}?{parts.query}"

    def request(
        self, target: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], str]:
        place = self.redirect
        connection = http.client.HTTPConnection(
            place.hostname, place.port, timeout=PATIENCE
        )
        with closing(connection):
            connection.request(method, target, headers=headers)
            response = connection.getresponse()
            text = response.read().decode()
        return response.status, dict(response.headers), text


@dataclass(repr=False)
class Outcome:
    """What a login in another thread ended with."""

    tokens: Any = None
    error: BaseException | None = None


Logging = Callable[..., Any]


@contextmanager
def login(auth: PKCE, browser: Browser, *, awaiting: bool) -> Iterator[Outcome]:
    """Log in, in a thread; what the block does is the user."""
    outcome = Outcome()

    def run() -> None:
        options: dict[str, Any] = {"browser": browser.open, "timeout": PATIENCE}
        try:
            if awaiting:
                outcome.tokens = asyncio.run(auth.alogin(**options))
            else:
                outcome.tokens = auth.login(**options)
        except Exception as error:  # noqa: BLE001 - looked at outside
            outcome.error = error

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield outcome
    finally:
        thread.join(2 * PATIENCE)
        assert not thread.is_alive()


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def awaiting(request: pytest.FixtureRequest) -> bool:
    return request.param


def test_a_browser_comes_back(accounts: Accounts, *, awaiting: bool) -> None:
    browser = Browser(accounts)
    with login(public(accounts), browser, awaiting=awaiting) as outcome:
        assert browser.redirect.port
        status, headers, text = browser.request(browser.answer())
    assert outcome.tokens.refresh_token is not None
    assert (status, headers["Cache-Control"]) == (200, "no-store")
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "close this page" in text


def test_a_user_who_says_no(accounts: Accounts, *, awaiting: bool) -> None:
    browser = Browser(accounts)
    with login(public(accounts), browser, awaiting=awaiting) as outcome:
        status, _, text = browser.request(browser.answer(agree=False))
    assert isinstance(outcome.error, errors.AuthorizationDeniedError)
    assert outcome.error.error == "access_denied"
    assert status == 200
    assert "No access was given" in text
    assert accounts.requests == []


@pytest.mark.promise("strangers-hold-no-login-up")
def test_what_is_no_answer_does_not_end_the_wait(
    accounts: Accounts, *, awaiting: bool
) -> None:
    browser = Browser(accounts)
    with login(public(accounts), browser, awaiting=awaiting) as outcome:
        good = browser.answer()
        bad_state = good.partition("&state")[0] + "&state=BAD"
        state = parse_qs(urlsplit(good).query)["state"][0]
        assert browser.request("/favicon.ico")[0] == 404
        assert browser.request("/callback")[0] == 400
        assert browser.request(bad_state)[0] == 400
        assert browser.request(f"{good}&state=x")[0] == 400
        assert browser.request(good, Host="evil.example")[0] == 400
        refused = browser.request(good, method="POST")
        assert (refused[0], refused[1]["Allow"]) == (405, "GET")
        assert browser.request(good, method="HEAD")[0] == 405
        status, _, text = browser.request(
            f"/callback?error={quote(HOSTILE)}&state={state}x"
        )
        assert (status, HOSTILE in text) == (400, False)
        assert outcome.tokens is outcome.error is None
        assert browser.request(good)[0] == 200
    assert outcome.tokens is not None


@pytest.mark.promise("strangers-hold-no-login-up")
def test_a_hostile_reason_is_shown_as_text(accounts: Accounts) -> None:
    browser = Browser(accounts)
    with login(public(accounts), browser, awaiting=False) as outcome:
        state = parse_qs(urlsplit(browser.answer()).query)["state"][0]
        _, _, text = browser.request(f"/callback?error={quote(HOSTILE)}&state={state}")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert HOSTILE not in text
    assert isinstance(outcome.error, errors.AuthError)


@pytest.mark.promise("strangers-hold-no-login-up")
def test_junk_holds_nobody_up(accounts: Accounts, *, awaiting: bool) -> None:
    browser = Browser(accounts)
    idle: list[socket.socket] = []
    with login(public(accounts), browser, awaiting=awaiting) as outcome:
        place = browser.redirect
        for content in (b"", b"\x16\x03\x01\x00", b"GET /callback HT", b"\r\n" * 9):
            for _ in range(8):
                peer = socket.create_connection((place.hostname, place.port))
                peer.sendall(content)
                idle.append(peer)
        for _ in range(200):
            socket.create_connection((place.hostname, place.port)).close()
        with not_waiting(PATIENCE):
            assert browser.request(browser.answer())[0] == 200
    for peer in idle:
        peer.close()
    assert outcome.tokens is not None


def test_endless_headers_are_cut_off(accounts: Accounts) -> None:
    browser = Browser(accounts)
    with login(public(accounts), browser, awaiting=False) as outcome:
        place = browser.redirect
        peer = socket.create_connection((place.hostname, place.port))
        peer.settimeout(PATIENCE)
        peer.sendall(b"GET /callback HTTP/1.1\r\n" + b"a: b\r\n" * 9000)
        assert b"400 Bad Request" in peer.recv(4096)
        peer.close()
        browser.request(browser.answer())
    assert outcome.tokens is not None


def test_the_second_answer_is_ignored(accounts: Accounts) -> None:
    browser = Browser(accounts)
    statuses: list[int] = []

    def answer(target: str) -> None:
        try:
            statuses.append(browser.request(target)[0])
        except OSError:
            statuses.append(0)

    with login(public(accounts), browser, awaiting=False) as outcome:
        targets = [browser.answer() for _ in range(2)]
        threads = [threading.Thread(target=answer, args=[each]) for each in targets]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert outcome.tokens is not None
    assert sorted(statuses) in ([0, 200], [200, 410])
    assert len(accounts.requests) == 1


def test_a_registered_port_is_kept_and_a_taken_one_told(accounts: Accounts) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        uri = f"http://127.0.0.1:{taken.getsockname()[1]}/callback"
        auth = PKCE(CLIENT_ID, uri, base_url=accounts.base_url)
        with pytest.raises(errors.ConfigurationError, match="nothing can listen"):
            auth.login(browser=lambda url: True)
    browser = Browser(accounts)
    with login(auth, browser, awaiting=False) as outcome:
        assert f"{browser.redirect.scheme}://{browser.redirect.netloc}" in uri
        browser.request(browser.answer())
    assert outcome.tokens is not None


def test_ipv6_does_too(accounts: Accounts) -> None:
    accounts.redirect_uris = ("http://[::1]/",)
    auth = PKCE(CLIENT_ID, "http://[::1]/", base_url=accounts.base_url)
    browser = Browser(accounts)
    with login(auth, browser, awaiting=False) as outcome:
        assert browser.request(browser.answer())[0] == 200
    assert outcome.tokens is not None


@pytest.mark.parametrize("uri", ["https://app.example/callback", "https://127.0.0.1/"])
def test_nothing_listens_elsewhere(accounts: Accounts, uri: str) -> None:
    auth = PKCE(CLIENT_ID, uri, base_url=accounts.base_url)
    with pytest.raises(errors.ConfigurationError, match="authorization_url"):
        auth.login(browser=lambda url: True)


def test_the_wait_ends(accounts: Accounts, *, awaiting: bool) -> None:
    auth = public(accounts)
    options: dict[str, Any] = {"browser": lambda url: True, "timeout": 0.3}
    with (
        not_waiting(),
        pytest.raises(errors.DeadlineExceededError, match=r"within 0\.3 s"),
    ):
        asyncio.run(auth.alogin(**options)) if awaiting else auth.login(**options)
    with pytest.raises(errors.ConfigurationError, match="timeout"):
        auth.login(timeout=0)


def test_a_login_works_inside_a_running_loop(accounts: Accounts) -> None:
    async def notebook() -> Any:
        browser = Browser(accounts)
        user = threading.Thread(target=lambda: browser.request(browser.answer()))
        user.start()
        return public(accounts).login(browser=browser.open, timeout=PATIENCE)

    assert asyncio.run(notebook()).refresh_token is not None


def test_a_login_can_be_cancelled(accounts: Accounts) -> None:
    async def run() -> None:
        auth = public(accounts)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await auth.alogin(browser=lambda url: True)

    asyncio.run(run())


def test_without_a_browser_the_address_is_printed(
    accounts: Accounts, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(errors.DeadlineExceededError):
        public(accounts).login(browser=lambda url: False, timeout=0.3)
    assert f"{accounts.base_url}/authorize?" in capsys.readouterr().err
