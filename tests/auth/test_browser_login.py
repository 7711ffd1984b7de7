"""`login()` from end to end: a real browser, a consent page, the way back."""

from __future__ import annotations

import asyncio
import builtins
import os
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from spotify_web_api import (
    PKCE,
    AuthorizationCode,
    MemoryTokenStore,
    Spotify,
    TokenSet,
    errors,
)
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.browser import browser
from tests.support.timing import PATIENCE

__all__ = ["browser"]

REDIRECT = "http://127.0.0.1/callback"
Login = Callable[..., TokenSet]


def _login(auth: Any, **options: Any) -> TokenSet:
    return auth.login(timeout=PATIENCE, **options)


def _alogin(auth: Any, **options: Any) -> TokenSet:
    return asyncio.run(auth.alogin(timeout=PATIENCE, **options))


@pytest.fixture(params=[_login, _alogin], ids=["sync", "async"])
def login(request: pytest.FixtureRequest) -> Login:
    return request.param


def public(accounts: Accounts, **options: Any) -> PKCE:
    return PKCE(
        CLIENT_ID,
        REDIRECT,
        base_url=accounts.base_url,
        scopes=["user-top-read"],
        **options,
    )


def confidential(accounts: Accounts, **options: Any) -> AuthorizationCode:
    return AuthorizationCode(
        CLIENT_ID,
        accounts.client_secret,
        REDIRECT,
        base_url=accounts.base_url,
        scopes=["user-top-read"],
        **options,
    )


class Person:
    """Reads the consent page, presses a button of it, and reads where that leads."""

    def __init__(self, browser: Chrome, button: str) -> None:
        self.browser = browser
        self.button = button
        self.asked = ""
        self.is_done = threading.Event()

    def __call__(self, url: str) -> None:
        self.browser.get(url)
        self.asked = self.browser.find_element(By.ID, "scopes").text
        self.browser.find_element(By.ID, self.button).click()
        self.is_done.set()

    def reads(self) -> str:
        """Return what the last page says; a login may be over before it is shown."""
        assert self.is_done.wait(PATIENCE)
        WebDriverWait(self.browser, 30).until(
            lambda browser: "/callback" in browser.current_url
        )
        return self.browser.find_element(By.TAG_NAME, "p").text


@pytest.mark.promise("logins-lead-there-and-back")
@pytest.mark.parametrize("make", [public, confidential])
def test_who_agrees_is_logged_in(
    accounts: Accounts, browser: Chrome, login: Login, make: Any
) -> None:
    store, person = MemoryTokenStore(), Person(browser, "agree")
    auth = make(accounts, store=store)
    tokens = login(auth, browser=person)
    assert person.asked == "user-top-read"
    assert person.reads() == "Access was given. You can close this page."
    assert browser.title == "Spotify Web API"
    assert store.load(auth.key) == tokens
    with Spotify(auth, base_url=accounts.api) as spotify:
        assert spotify.users.me().display_name == "granted: user-top-read"
    assert accounts.grants() == ["authorization_code"]
    assert browser.execute_script("return document.cookie") == ""


@pytest.mark.promise("logins-lead-there-and-back")
def test_who_cancels_is_not(accounts: Accounts, browser: Chrome, login: Login) -> None:
    store, person = MemoryTokenStore(), Person(browser, "cancel")
    auth = public(accounts, store=store)
    with pytest.raises(errors.AuthorizationDeniedError) as caught:
        login(auth, browser=person)
    assert caught.value.error == "access_denied"
    assert person.reads() == "No access was given (access_denied)."
    assert store.load(auth.key) is None
    assert accounts.requests == []


def test_loading_the_last_page_again_does_nothing(
    accounts: Accounts, browser: Chrome
) -> None:
    """Nobody listens any more."""
    person = Person(browser, "agree")
    public(accounts).login(browser=person, timeout=PATIENCE)
    assert person.reads()
    came_back_to = browser.current_url
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(came_back_to)
    assert accounts.grants() == ["authorization_code"]


@pytest.mark.promise("logins-lead-there-and-back")
def test_a_login_works_where_an_event_loop_is_running(
    accounts: Accounts, browser: Chrome
) -> None:
    """As in a notebook."""

    async def cell() -> TokenSet:
        return public(accounts).login(
            browser=Person(browser, "agree"), timeout=PATIENCE
        )

    assert asyncio.run(cell()).scopes == {"user-top-read"}


def test_the_page_suits_light_and_dark_screens(
    accounts: Accounts, browser: Chrome, tmp_path: Path
) -> None:
    person, shades = Person(browser, "agree"), []
    public(accounts).login(browser=person, timeout=PATIENCE)
    assert person.reads()
    for scheme in ("light", "dark"):
        feature = {"name": "prefers-color-scheme", "value": scheme}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
        folder = Path(os.environ.get("SCREENSHOTS", tmp_path))
        assert browser.save_screenshot(str(folder / f"callback-{scheme}.png"))
        shades.append(
            browser.execute_script(
                "const style = getComputedStyle(document.body);"
                "return [style.color, style.fontFamily,"
                " document.documentElement.scrollWidth <= innerWidth]"
            )
        )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    (light, font, fits), (dark, _, _) = shades
    assert light != dark
    assert "sans-serif" in font
    assert fits


@pytest.mark.promise("logins-need-no-terminal")
def test_nothing_is_asked_of_the_terminal(
    accounts: Accounts, login: Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object) -> str:
        raise AssertionError

    monkeypatch.setattr(builtins, "input", asked)

    def consents(url: str) -> None:
        urllib.request.urlopen(accounts.follow(url)).close()

    assert login(public(accounts), browser=consents).refresh_token is not None


@pytest.mark.promise("logins-need-no-terminal")
def test_a_login_needs_no_standard_input(accounts: Accounts) -> None:
    program = (
        "import sys, urllib.request\n"
        "from spotify_web_api import PKCE\n"
        "assert sys.stdin is None\n"
        f"auth = PKCE({CLIENT_ID!r}, {REDIRECT!r}, base_url={accounts.base_url!r})\n"
        "def opened(url):\n"
        "    print(url, flush=True)\n"
        "print(sorted(auth.login(browser=opened, timeout=120).scopes))\n"
    )
    process = subprocess.Popen(
        ["/bin/sh", "-c", 'exec "$@" 0<&-', "sh", sys.executable, "-c", program],
        cwd=Path(__file__).parents[2] / "generated",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        urllib.request.urlopen(accounts.follow(url)).close()
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (0, "[]\n", "")


@pytest.mark.promise("logins-need-no-terminal")
def test_a_pasted_address_logs_in_and_nothing_listens(
    accounts: Accounts, login: Login
) -> None:
    shown: list[str] = []

    def paste(text: str) -> str:
        shown.append(text)
        threads.extend(thread.name for thread in threading.enumerate())
        return f"  {accounts.follow(text.rsplit(maxsplit=1)[-1])}\n"

    threads: list[str] = []
    assert login(public(accounts), paste=paste).scopes == {"user-top-read"}
    assert shown[0].startswith("Consent at the address below, and paste")
    last = shown[0].splitlines()[-1]  # of the text, which ends with the address
    assert last.startswith(f"{accounts.base_url}/authorize?")
    assert shown[0].endswith(f"{last}\n")
    assert "login" not in threads


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("", "has no state: give the whole address"),
        ("http://127.0.0.1/callback?code=x&state=other", "state is not the one"),
        ("http://127.0.0.1/callback#access_token=x", "implicit grant"),
    ],
)
def test_what_is_pasted_has_to_be_the_answer(
    accounts: Accounts, login: Login, pasted: str, told: str
) -> None:
    with pytest.raises(errors.InvalidArgumentError, match=told):
        login(public(accounts), paste=lambda _: pasted)
    assert accounts.requests == []


def test_a_refusal_can_be_pasted_too(accounts: Accounts, login: Login) -> None:
    with pytest.raises(errors.AuthorizationDeniedError):
        login(
            public(accounts),
            paste=lambda text: accounts.follow(text.split()[-1], agree=False),
        )
