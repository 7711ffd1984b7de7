"""Every example of `docs/authorization.md` runs, against a strict accounts server."""

from __future__ import annotations

import builtins
import importlib
import inspect
import json
import re
import shlex
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

import spotify_web_api
from spotify_web_api import TokenStore, errors
from spotify_web_api._command_line.main import parser
from tests.support.accounts import CLIENT_ID
from tests.support.examples import Servers, execute, led
from tests.support.markdown import Block, blocks

PAGE = Path(__file__).parents[1] / "docs" / "authorization.md"
LINES = PAGE.read_text(encoding="utf-8").splitlines()

OTHERS = {
    "A command-line tool for others",
    "A token store of your own",
    "A web application with many users",
}
"""Sections whose examples have a test of their own."""

GRANTS = {
    "A script for yourself": ["authorization_code"],
    "A server without users": ["client_credentials"],
    "A notebook": ["authorization_code"],
    "A job of a CI": ["authorization_code"],
    "Scopes": ["authorization_code", "authorization_code"],
}
"""What the examples of the other sections ask the accounts server for."""


def section(block: Block) -> str:
    above = [line for line in LINES[: block.line - 1] if line.startswith("## ")]
    return above[-1].removeprefix("## ")


EXAMPLES = [block for block in blocks(PAGE) if block.language == "python"]


def examples(title: str) -> list[Block]:
    return [block for block in EXAMPLES if section(block) == title]


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Servers]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SESSION_KEY", "not a secret here")
    with led(monkeypatch, tmp_path) as running:
        yield running


@pytest.mark.promise("authorization-examples-run")
def test_every_example_is_run_by_a_test() -> None:
    assert {section(block) for block in EXAMPLES} == OTHERS | GRANTS.keys()


@pytest.mark.promise("authorization-examples-run")
@pytest.mark.parametrize("title", GRANTS)
def test_an_example_runs(
    servers: Servers,
    title: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if title != "A server without users":
        monkeypatch.delenv("SPOTIFY_CLIENT_SECRET")
    first, *others = examples(title)
    execute(first, PAGE, {"__name__": "__main__"})
    shown = capsys.readouterr().out.strip()
    assert shown
    assert servers.accounts.grants() == GRANTS[title]
    for block in others:
        assert shown in servers.accounts.families
        monkeypatch.setenv("SPOTIFY_REFRESH_TOKEN", shown)
        execute(block, PAGE, {"__name__": "__main__"})
        assert capsys.readouterr().out
        assert servers.accounts.grants()[1:] == ["refresh_token"]


def test_the_script_asks_once(servers: Servers) -> None:
    (script,) = examples("A script for yourself")
    for _ in range(3):
        execute(script, PAGE, {"__name__": "__main__"})
    assert servers.accounts.grants() == ["authorization_code"]


def test_consenting_to_more_keeps_the_rest(
    servers: Servers, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = examples("Scopes")
    execute(example, PAGE, {"__name__": "__main__"})
    assert capsys.readouterr().out.splitlines() == [
        "('user-modify-playback-state',)",
        "True",
        "False",
        "needs ('user-modify-playback-state',) has ('user-top-read',)",
    ]
    granted = [family.scope for family in servers.accounts.families.values()]
    assert granted == ["user-top-read", "user-modify-playback-state user-top-read"]
    assert [seen.target for seen in servers.api.seen] == ["/v1/me/player/pause"]


def test_the_command_line_tool(
    servers: Servers,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tool: dict[str, Any] = {"__name__": "lately"}
    execute(examples("A command-line tool for others")[0], PAGE, tool)
    assert tool["CLIENT_ID"] == CLIENT_ID
    with pytest.raises(SystemExit, match="log in first"):
        tool["main"](["show"])
    tool["main"](["login"])
    tool["main"](["show"])
    assert capsys.readouterr().out
    tool["main"](["logout"])
    with pytest.raises(SystemExit, match="log in first"):
        tool["main"](["show"])

    def pasted(text: str) -> str:
        return servers.accounts.follow(text.rsplit(maxsplit=1)[-1])

    monkeypatch.setattr(builtins, "input", pasted)
    tool["main"](["login", "--paste"])
    tool["main"](["show"])
    assert servers.accounts.grants() == ["authorization_code"] * 2
    monkeypatch.setattr(builtins, "input", lambda _: "http://127.0.0.1/?state=x")
    with pytest.raises(SystemExit, match="lately: callback_url: it has neither"):
        tool["main"](["login", "--paste"])


@pytest.fixture
def modules(
    servers: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, ModuleType]]:
    """Write the blocks that are files, and import them."""
    monkeypatch.setenv("SPOTIFY_REDIRECT_URI", "http://127.0.0.1/callback")
    files = {
        block.attributes["file"]: block.text
        for block in EXAMPLES
        if "file" in block.attributes
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    names = [name.removesuffix(".py") for name in files]
    found = {name: importlib.import_module(name) for name in names}
    try:
        yield found
    finally:
        found["app"].transport.close()
        for name in names:
            del sys.modules[name]


def test_the_store_is_one(modules: dict[str, ModuleType], tmp_path: Path) -> None:
    store = modules["sqlite_store"].SqliteTokenStore("other.sqlite3")
    for name in ("load", "save", "delete", "acquire", "release"):
        ours = inspect.signature(getattr(type(store), name), eval_str=True)
        protocol = inspect.signature(getattr(TokenStore, name))
        assert list(ours.parameters) == list(protocol.parameters)
    assert (tmp_path / "other.sqlite3").stat().st_mode & 0o777 == 0o600
    assert store.acquire("k", "one", 0.0)
    assert store.acquire("k", "two", 60.0), "it is not taken over"
    assert not store.acquire("k", "one", 60.0)
    store.release("k", "one")
    assert not store.acquire("k", "three", 60.0)
    store.release("k", "two")
    assert store.acquire("k", "three", 60.0)
    assert store.load("k") is None


def test_the_store_keeps_threads_from_refreshing_twice(
    servers: Servers, modules: dict[str, ModuleType]
) -> None:
    """Each has a grant of its own, as workers of a server do."""
    accounts, kind = servers.accounts, modules["sqlite_store"].SqliteTokenStore
    accounts.rotate = True

    def grant() -> Any:
        return spotify_web_api.PKCE(store=kind("tokens.sqlite3"))

    found: list[str] = []

    def work() -> None:
        found.append(grant().token())

    grant().login()
    for _ in range(3):
        accounts.tokens.clear()
        found.clear()
        stored = grant().store.load(grant().key)
        grant().store.save(grant().key, expired(stored))
        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 6
        assert set(found) == accounts.tokens.keys()
    assert accounts.grants() == ["authorization_code", *["refresh_token"] * 3]
    grant().logout()
    assert grant().store.load(grant().key) is None


def expired(tokens: Any) -> Any:
    return type(tokens).from_dict({**tokens.to_dict(), "expires_at": 0.0})


class Visitor:
    """A browser with cookies, and a user who decides."""

    def __init__(self, site: str, servers: Servers) -> None:
        self.site = site
        self.accounts = servers.accounts
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, target: str, data: bytes | None = None) -> tuple[int, str, str]:
        url = target if "://" in target else f"{self.site}{target}"
        try:
            with self.opener.open(url, data) as page:
                return page.status, page.url, page.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, url, error.read().decode()

    def decide(self, *, agree: bool = True) -> str:
        """Go to the consent page, and return where the answer leads."""
        status, url, page = self.get("/")
        assert status == 200
        assert "asks for access" in page
        return self.accounts.follow(url, agree=agree)


class Quiet(WSGIRequestHandler):
    """Does not log addresses, which hold codes."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@pytest.fixture
def site(
    modules: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    app = modules["app"].app
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}
    )
    thread.start()
    try:
        url = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setenv("SPOTIFY_REDIRECT_URI", f"{url}/callback")
        yield url
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_many_users_of_the_web_application(servers: Servers, site: str) -> None:
    visitors = [Visitor(site, servers) for _ in range(3)]
    answers = [visitor.decide() for visitor in visitors]
    for visitor, answer in zip(visitors, answers, strict=True):
        status, url, page = visitor.get(answer)
        assert (status, url) == (200, f"{site}/")
        assert json.loads(page)["artists"]
    bearers = {seen.headers["Authorization"] for seen in servers.api.seen}
    assert len(bearers) == 3
    for token in list(servers.accounts.tokens):
        if f"Bearer {token}" in bearers:
            del servers.accounts.tokens[token]
    assert visitors[0].get("/")[0] == 200
    assert servers.accounts.grants()[3:] == ["refresh_token"]
    assert visitors[1].get("/logout", b"") == (200, f"{site}/logout", "Logged out.")
    assert "asks for access" in visitors[1].get("/")[2]
    assert json.loads(visitors[2].get("/")[2])["artists"]


@pytest.mark.promise("web-logins-are-not-swapped")
def test_the_web_application_accepts_no_answer_of_others(
    servers: Servers, site: str
) -> None:
    ann, bob = Visitor(site, servers), Visitor(site, servers)
    answer = ann.decide()
    assert bob.get(answer)[0] == 400
    bob.decide()
    assert bob.get(answer)[0] == 400
    assert servers.accounts.requests == []
    assert ann.get(answer)[0] == 200
    assert ann.get(answer)[0] == 400
    assert servers.accounts.grants() == ["authorization_code"]


def test_a_visitor_may_say_no(servers: Servers, site: str) -> None:
    visitor = Visitor(site, servers)
    status, _, page = visitor.get(visitor.decide(agree=False))
    assert (status, page) == (
        403,
        "Without access to Spotify there is nothing to show.",
    )
    assert servers.accounts.requests == []


def test_every_command_shown_exists() -> None:
    shown = [
        line.removeprefix("python -m spotify_web_api ")
        for block in blocks(PAGE)
        if block.language == "shell"
        for line in block.text.splitlines()
    ]
    assert len(shown) >= 6
    for line in shown:
        parser().parse_args(shlex.split(line))


def test_every_error_named_exists() -> None:
    text = "\n".join(LINES)
    named = set(re.findall(r"`(\w+Error)`", text))
    assert len(named) >= 9
    assert [name for name in named if not hasattr(errors, name)] == []
