"""The service over HTTP; other clients, unmodified but for the address, judge it."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from spotify_web_api import (
    PKCE,
    AuthorizationCode,
    ClientCredentials,
    MemoryTokenStore,
    Spotify,
    errors,
)
from spotify_web_api.auth import SERVER
from spotify_web_api.testing import FakeSpotify
from tests.support.browser import browser
from tests.support.parts import lack
from tests.support.timing import PATIENCE

__all__ = ["browser"]

pytestmark = pytest.mark.real
PAUSE = b"PUT /v1/me/player/pause HTTP/1.1\r\nHost: a\r\n"
OTHERS = Path(__file__).parent / "others"
PYTHON = Path(__file__).parents[2] / ".venv-others" / "bin" / "python"
ALBUM = "4aawyAB9vmqN3uQ7FjRGTy"
REDIRECT = "http://127.0.0.1:9/callback"
SCOPES = " ".join(SERVER.scopes)


@pytest.fixture
def root(fake: FakeSpotify) -> Iterator[str]:
    with fake.serve() as address:
        yield address


@pytest.mark.slow
@pytest.mark.promise("other-clients-are-served")
@pytest.mark.parametrize("other", ["spotipy", "tekore"])
def test_another_client_logs_in_and_makes_all_its_calls(
    root: str, fake: FakeSpotify, browser: Chrome, other: str
) -> None:
    if not PYTHON.exists():
        lack("other clients are not installed: `make test` does it")
    with subprocess.Popen(
        [str(PYTHON), str(OTHERS / f"{other}_calls.py"), root, SCOPES],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        ended = agreed(browser, program.stdout.readline().strip())
        out, complaints = program.communicate(f"{ended}\n", 4 * PATIENCE)
    assert program.returncode == 0, complaints
    told = json.loads(out.splitlines()[-1])
    assert told.pop("calls") >= 60
    assert told == {
        "failed": {},
        "pages are whole": True,
        "refreshed": True,
        "without a user": True,
    }
    assert len(fake.requests) > 70


def agreed(browser: Chrome, url: str) -> str:
    """Press the button of the consent page; give the address the browser ends up at."""
    browser.get(url)
    assert "user-read-private" in browser.find_element(By.TAG_NAME, "ul").text
    browser.find_element(By.ID, "agree").click()
    WebDriverWait(browser, PATIENCE).until(lambda it: "/callback" in it.current_url)
    return browser.current_url


@pytest.mark.parametrize("confidential", [False, True])
def test_our_client_logs_in(
    root: str, fake: FakeSpotify, *, confidential: bool
) -> None:
    given: dict[str, Any] = {"base_url": root, "scopes": ["user-library-read"]}
    auth = (
        AuthorizationCode("application", "secret", REDIRECT, **given)
        if confidential
        else PKCE("application", REDIRECT, **given)
    )
    asked = auth.authorization_request()
    auth.exchange(decided(asked.url, "agree"), asked)
    with Spotify(auth, base_url=f"{root}/v1", strict=True) as spotify:
        assert spotify.albums.saved().first() is not None
        with pytest.raises(errors.MissingScopeError):
            spotify.library.save([f"spotify:album:{ALBUM}"])
        (token,) = {each.token for each in fake.requests} - {None}
        fake.revoke(token or "")
        assert spotify.albums.get(ALBUM).id == ALBUM
    assert [each.status for each in fake.requests if "/albums/" in each.url] == [
        401,
        200,
    ]


def decided(url: str, answer: str) -> str:
    """Press a button as a browser would; give the address it is sent to."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            return None

    opener = urllib.request.build_opener(Stay)
    with pytest.raises(urllib.error.HTTPError) as caught:
        opener.open(url, urlencode({"answer": answer}).encode())
    caught.value.close()
    assert caught.value.code == 303
    return str(caught.value.headers["Location"])


def consent_url(root: str, **changes: str | None) -> str:
    told = {
        "client_id": "application",
        "response_type": "code",
        "redirect_uri": REDIRECT,
        "state": "a b",
        **changes,
    }
    given = {name: text for name, text in told.items() if text is not None}
    return f"{root}/authorize?{urlencode(given)}"


def test_who_cancels_is_sent_back(root: str) -> None:
    back = decided(consent_url(root), "cancel")
    assert back.startswith(f"{REDIRECT}?")
    told = parse_qs(urlsplit(back).query)
    assert told == {"error": ["access_denied"], "state": ["a b"]}
    unknown = decided(consent_url(root, scope="everything"), "agree")
    assert parse_qs(urlsplit(unknown).query)["error"] == ["invalid_scope"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"client_id": None}, "Invalid client"),
        ({"redirect_uri": None}, "Invalid redirect URI"),
        ({"redirect_uri": "http://a/\r\nSet-Cookie: a=b"}, "Invalid redirect URI"),
        ({"response_type": "token"}, "response_type must be code"),
        ({"code_challenge": "x"}, "code_challenge_method must be S256"),
    ],
)
def test_a_wrong_request_for_consent_is_told_to_the_user(
    root: str, changes: dict[str, str | None], told: str
) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(consent_url(root, **changes))
    with caught.value as answer:
        assert (answer.code, told in answer.read().decode()) == (400, True)


def test_texts_do_not_become_part_of_the_page(root: str) -> None:
    hostile = "<script>alert(1)</script>"
    with urllib.request.urlopen(consent_url(root, client_id=hostile)) as answer:
        page = answer.read().decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


TOKEN = {"client_id": "application", "client_secret": "secret"}


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"grant_type": "client_credentials"}, "invalid_client"),
        ({"grant_type": "client_credentials", "client_id": "a"}, "invalid_client"),
        ({**TOKEN, "grant_type": "password"}, "unsupported_grant_type"),
        (TOKEN, "unsupported_grant_type"),
        ({**TOKEN, "grant_type": "authorization_code", "code": "x"}, "invalid_grant"),
        (
            {**TOKEN, "grant_type": "refresh_token", "refresh_token": "x"},
            "invalid_grant",
        ),
    ],
)
def test_a_wrong_request_for_a_token_is_refused(
    root: str, form: dict[str, str], error: str
) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{root}/api/token", urlencode(form).encode())
    with caught.value as answer:
        told = json.loads(answer.read())
        assert (answer.code, told["error"]) == (400, error)
        assert told["error_description"]


def test_a_code_is_good_once_and_for_its_verifier_only(root: str) -> None:
    auth = PKCE("application", REDIRECT, base_url=root)
    asked, other = auth.authorization_request(), auth.authorization_request()
    back = decided(asked.url, "agree")
    (code,) = parse_qs(urlsplit(back).query)["code"]
    (state,) = parse_qs(urlsplit(other.url).query)["state"]
    swapped = f"{REDIRECT}?{urlencode({'code': code, 'state': state})}"
    with pytest.raises(
        errors.ReauthorizationRequiredError, match="verifier was incorrect"
    ):
        auth.exchange(swapped, other)
    with pytest.raises(errors.ReauthorizationRequiredError, match="Invalid auth"):
        auth.exchange(back, asked)


def test_a_revoked_consent_ends(root: str, fake: FakeSpotify) -> None:
    store = MemoryTokenStore()
    auth = PKCE("application", REDIRECT, base_url=root, store=store)
    asked = auth.authorization_request()
    tokens = auth.exchange(decided(asked.url, "agree"), asked)
    fake.revoke(tokens.access_token)
    fake.revoke(tokens.refresh_token or "")
    with (
        Spotify(auth, base_url=f"{root}/v1") as spotify,
        pytest.raises(errors.ReauthorizationRequiredError),
    ):
        spotify.albums.get(ALBUM)


def test_in_memory_the_same_doors_are_open(fake: FakeSpotify) -> None:
    auth = ClientCredentials("application", "secret")
    with Spotify(auth, transport=fake) as spotify:
        assert spotify.albums.get(ALBUM).id == ALBUM
    assert [each.status for each in fake.requests] == [200, 200]
    assert fake.requests[0].url == "https://accounts.spotify.com/api/token"


def test_pages_lead_on_where_they_were_asked_for(root: str) -> None:
    with Spotify("token", base_url=f"{root}/v1", strict=True) as spotify:
        page = spotify.albums.get(ALBUM).tracks
        assert page.next is not None
        assert page.next.startswith(f"{root}/v1/albums/{ALBUM}/tracks?")
        assert len(spotify.pages(page).collect()) == page.total


def test_a_broken_connection_is_one_over_http_as_well(
    root: str, fake: FakeSpotify
) -> None:
    fake.disconnect()
    with Spotify("token", base_url=f"{root}/v1", strict=True) as spotify:
        assert spotify.albums.get(ALBUM).id == ALBUM
    assert [each.status for each in fake.requests] == [None, 200]


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (
            PAUSE + b"Content-Length: 9999999999",
            413,
        ),
        (PAUSE + b"Content-Length: -1", 411),
        (
            PAUSE + b"Transfer-Encoding: chunked",
            411,
        ),
        (b"BREW /v1/albums/4aawyAB9vmqN3uQ7FjRGTy HTTP/1.1\r\nHost: a", 405),
        (b"GET http://elsewhere/v1/markets HTTP/1.1\r\nHost: a", 400),
        (b"GET /v1/markets\\ HTTP/1.1\r\nHost: a", 400),
    ],
)
def test_odd_requests_are_answered(root: str, head: bytes, status: int) -> None:
    address = urlsplit(root)
    with socket.create_connection((address.hostname, address.port), PATIENCE) as sent:
        sent.sendall(head + b"\r\nConnection: close\r\n\r\n")
        answer = sent.recv(65_536)
    assert answer.startswith(b"HTTP/1.1 %d " % status), answer


def told(root: str, wish: str, **given: Any) -> tuple[int, Any]:
    """Say something to the service as a test in another language would."""
    data = None if wish == "requests" else json.dumps(given).encode()
    try:
        with urllib.request.urlopen(f"{root}/_fake/{wish}", data) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


def test_wishes_are_said_over_http_as_well(root: str, fake: FakeSpotify) -> None:
    assert told(root, "fail", status=404, operation="albums.get") == (204, None)
    assert told(root, "missing", ids=[ALBUM]) == (204, None)
    assert told(root, "token", token="t", scopes=["user-top-read"]) == (204, None)
    with Spotify("t", base_url=f"{root}/v1", max_attempts=1) as spotify:
        for _ in range(2):
            with pytest.raises(errors.NotFoundError):
                spotify.albums.get(ALBUM)
        with pytest.raises(errors.ForbiddenError):
            spotify.albums.saved().first()
    status, seen = told(root, "requests")
    assert (status, [each["status"] for each in seen]) == (200, [404, 404, 403])
    assert seen[1]["arguments"] == {"id": ALBUM}
    assert told(root, "reset") == (204, None)
    assert fake.requests == ()


def test_a_wish_that_makes_no_sense_is_refused_over_http(root: str) -> None:
    assert told(root, "fail", status=200)[0] == 400
    assert "no error from 400" in told(root, "fail", status=200)[1]["error"]
    assert told(root, "fail", colour="red")[0] == 400
    assert told(root, "missing", ids=7)[0] == 400
    assert told(root, "serve")[0] == told(root, "send")[0] == 404


@pytest.mark.parametrize("body", [b"[" * 100_000, b"[", b"\xff", b"5"])
def test_what_is_no_wish_is_answered_over_http(root: str, body: bytes) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{root}/_fake/fail", body)
    with caught.value as answer:
        assert answer.code == 400


def test_it_is_a_program(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "spotify_web_api.testing", "serve"]
    generated = Path(__file__).parents[2] / "generated"
    with subprocess.Popen(
        [*command, "--seed", "7", "--quota-mode", "development"],
        cwd=generated,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        address = program.stdout.readline().strip()
        with (
            Spotify("t", base_url=f"{address}/v1") as spotify,
            Spotify("t", transport=FakeSpotify(seed=7)) as likewise,
        ):
            assert spotify.albums.get(ALBUM).name == likewise.albums.get(ALBUM).name
            with pytest.raises(errors.ForbiddenError):
                spotify.albums.get_several([ALBUM])
        program.send_signal(signal.SIGINT)
        assert program.wait(PATIENCE) == 0
    wrong = subprocess.run(
        [*command, "--quota-mode", "dev"],
        cwd=generated,
        capture_output=True,
        text=True,
        check=False,
    )
    assert wrong.returncode == 2
    assert "'dev' is none of: extended" in wrong.stderr


def test_after_the_block_nobody_listens(fake: FakeSpotify) -> None:
    with fake.serve() as address:
        assert urlsplit(address).hostname == "127.0.0.1"
    parts = urlsplit(address)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((parts.hostname, parts.port), PATIENCE).close()
