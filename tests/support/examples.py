"""Examples of documents, run as they stand, led to servers on loopback."""

from __future__ import annotations

import ast
import asyncio
import functools
import inspect
import urllib.request
import webbrowser
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import spotify_web_api
from tests.support import canary
from tests.support.accounts import CLIENT_ID, Accounts, serving
from tests.support.described_api import described
from tests.support.markdown import blocks
from tests.support.replay import Answer, Replay, Seen, replay_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from tests.support.markdown import Block

REDIRECT = "http://127.0.0.1/callback"
GRANTS = ("AuthorizationCode", "ClientCredentials", "PKCE", "RefreshToken")


@dataclass(frozen=True)
class Servers:
    """An accounts server, and an API that knows its tokens."""

    accounts: Accounts
    api: Replay

    def answer(self, seen: Seen) -> Answer:
        """Answer as the description says, to whoever has a token."""
        token = seen.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self.accounts.tokens:
            error = {"status": 401, "message": "Invalid access token"}
            return Answer.of({"error": error}, 401)
        return described(seen)

    def consent(self, url: str) -> bool:
        """Do what a user does in the browser."""
        urllib.request.urlopen(self.accounts.follow(url)).close()
        return True


@contextmanager
def led(patch: pytest.MonkeyPatch, home: Path) -> Iterator[Servers]:
    """Lead what examples import, the browser and the environment to two servers."""
    with serving(Accounts()) as accounts, replay_server() as api:
        servers = Servers(accounts, api)
        api.answer = servers.answer
        for name in ("Spotify", "AsyncSpotify"):
            _redirect(patch, name, api.base_url)
        for name in GRANTS:
            _redirect(patch, name, accounts.base_url)
        patch.setattr(webbrowser, "open", servers.consent)
        patch.setenv("XDG_CONFIG_HOME", str(home))
        patch.setenv("SPOTIFY_CLIENT_ID", CLIENT_ID)
        patch.setenv("SPOTIFY_CLIENT_SECRET", accounts.client_secret)
        patch.setenv("SPOTIFY_REDIRECT_URI", REDIRECT)
        given = canary.token()
        accounts.tokens[given] = (float("inf"), "")
        patch.setenv("SPOTIFY_ACCESS_TOKEN", given)
        yield servers


def _redirect(patch: pytest.MonkeyPatch, name: str, base_url: str) -> None:
    led_there = functools.partial(getattr(spotify_web_api, name), base_url=base_url)
    patch.setattr(spotify_web_api, name, led_there)


def execute_page(page: Path) -> None:
    """Run the blocks of a page as one program, as somebody would type them in."""
    namespace: dict[str, Any] = {"__name__": "example"}
    examples = [block for block in blocks(page) if block.language == "python"]
    assert examples
    for block in examples:
        execute(block, page, namespace)


def execute(block: Block, page: Path, namespace: dict[str, Any]) -> None:
    """Run a block; one that awaits is run as a cell of a notebook would be."""
    source = "\n" * (block.line - 1) + block.text
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = compile(source, str(page), "exec", flags)
    if code.co_flags & inspect.CO_COROUTINE:
        asyncio.run(eval(code, namespace))
    else:
        exec(code, namespace)
