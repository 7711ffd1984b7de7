"""Tokens are kept where nobody else can read them, wholly or not at all."""

from __future__ import annotations

import asyncio
import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies

from spotify_web_api import (
    PKCE,
    AsyncSpotify,
    FileTokenStore,
    MemoryTokenStore,
    Spotify,
    TokenSet,
    TokenStore,
    errors,
)
from spotify_web_api._runtime.core.secret import Secret
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.canary import token
from tests.support.timing import PATIENCE

KEY = f"{CLIENT_ID} pkce"
posix = pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")


def some() -> TokenSet:
    return TokenSet(
        access_token=Secret(token()),
        expires_at=1.5,
        lifetime=3600.0,
        refresh_token=Secret(token()),
        scopes=frozenset({"a", "b"}),
    )


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> TokenStore:
    if request.param == "memory":
        return MemoryTokenStore()
    return FileTokenStore(tmp_path / "new" / "folder")


def test_what_is_kept_comes_back(store: TokenStore) -> None:
    first, second = some(), some()
    assert store.load("a") is None
    store.save("a", first)
    store.save("b", second)
    assert (store.load("a"), store.load("b")) == (first, second)
    store.save("a", second)
    assert store.load("a") == second
    store.delete("a")
    store.delete("a")
    assert store.load("a") is None
    assert store.load("b") == second


def test_a_lock_has_one_owner(store: TokenStore) -> None:
    assert store.acquire("a", "me", 60)
    assert not store.acquire("a", "you", 60)
    assert store.acquire("b", "you", 60)
    store.release("a", "you")
    assert not store.acquire("a", "you", 60)
    store.release("a", "me")
    store.release("a", "me")
    assert store.acquire("a", "you", 60)
    store.release("a", "you")
    store.release("b", "you")


def test_a_lock_in_memory_ends_with_its_time() -> None:
    now = [0.0]
    store = MemoryTokenStore(lambda: now[0])
    assert store.acquire("a", "me", 60)
    now[0] = 59.9
    assert not store.acquire("a", "you", 60)
    now[0] = 60.0
    assert store.acquire("a", "you", 60)
    store.release("a", "me")
    assert not store.acquire("a", "she", 60)


def test_a_lock_of_a_file_ends_with_its_process(tmp_path: Path) -> None:
    code = (
        "import sys; from spotify_web_api import FileTokenStore;"
        f"store = FileTokenStore({str(tmp_path)!r});"
        "print(store.acquire('a', 'child', 60), flush=True); sys.stdin.read()"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2] / "generated"),
    }
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "True"
        store = FileTokenStore(tmp_path)
        assert not store.acquire("a", "me", 60)
        child.kill()
        child.wait()
        assert store.acquire("a", "me", 60)
        store.release("a", "me")


@given(
    strategies.text(),
    strategies.none() | strategies.text(),
    strategies.none() | strategies.floats(allow_nan=False, allow_infinity=False),
    strategies.none() | strategies.frozensets(strategies.text()),
)
def test_tokens_survive_being_written(
    access: str, refresh: str | None, end: float | None, scopes: frozenset[str] | None
) -> None:
    tokens = TokenSet(
        access_token=Secret(access),
        refresh_token=None if refresh is None else Secret(refresh),
        expires_at=end,
        lifetime=end,
        scopes=scopes,
    )
    assert TokenSet.from_dict(tokens.to_dict()) == tokens


def test_files_show_nothing_but_digests(tmp_path: Path) -> None:
    store = FileTokenStore(tmp_path)
    store.save("../../etc/passwd", some())
    store.save("ann@example.org", some())
    names = sorted(path.name for path in tmp_path.iterdir())
    assert [len(name) for name in names] == [37, 37]
    assert "example" not in repr([names, store])


@pytest.mark.slow
@pytest.mark.promise("token-files-are-private")
@posix
def test_no_file_is_ever_open_to_others(tmp_path: Path) -> None:
    """Look at all files as fast as possible, while tokens are written under umask 0."""
    folder, stop = tmp_path / "tokens", threading.Event()
    seen: set[tuple[str, int]] = set()

    def watch() -> None:
        while not stop.is_set():
            for entry in (folder, *folder.glob("*")):
                try:
                    mode = stat.S_IMODE(entry.stat().st_mode)
                except FileNotFoundError:
                    continue
                seen.add((entry.suffix, mode))

    watcher = threading.Thread(target=watch)
    before = os.umask(0)
    try:
        watcher.start()
        store, until = FileTokenStore(folder), time.monotonic() + PATIENCE
        rounds = 0
        while rounds < 200 or not {".json", ""} <= {suffix for suffix, _ in [*seen]}:
            rounds += 1
            assert time.monotonic() < until
            assert store.acquire("a", "me", 1)
            store.save("a", some())
            store.release("a", "me")
    finally:
        os.umask(before)
        stop.set()
        watcher.join()
    assert {".json", ""} <= {suffix for suffix, _ in seen}
    assert {(s, oct(mode)) for s, mode in seen if mode & 0o077} == set()


@pytest.mark.promise("token-files-are-private")
@posix
def test_the_mode_is_given_at_creation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A watcher may be too slow: no file is created with more, and none is widened."""
    opened: list[tuple[str, int]] = []
    original = os.open

    def recorded(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        if flags & os.O_CREAT:
            opened.append((str(path), mode))
        return original(path, flags, mode, **more)

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a mode was changed afterwards")

    monkeypatch.setattr(os, "open", recorded)
    monkeypatch.setattr(os, "chmod", forbidden)
    store = FileTokenStore(tmp_path / "tokens")
    store.save("a", some())
    store.acquire("a", "me", 1)
    store.release("a", "me")
    modes = {mode for path, mode in opened if str(tmp_path) in path}
    assert modes == {0o600}


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o666])
def test_a_file_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    store = FileTokenStore(tmp_path)
    store.save(KEY, some())
    store.path(KEY).chmod(mode)
    with pytest.raises(errors.ConfigurationError, match=r"others may read.*chmod 600"):
        store.load(KEY)


@posix
def test_a_folder_others_can_write_to_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    store = FileTokenStore(folder)
    for action in (lambda: store.load("a"), lambda: store.save("a", some())):
        with pytest.raises(errors.ConfigurationError, match="others may write"):
            action()


@pytest.mark.promise("token-files-are-private")
@posix
def test_links_are_refused_and_left_alone(tmp_path: Path) -> None:
    store, target = FileTokenStore(tmp_path), tmp_path / "target"
    target.write_text("precious")
    store.path("a").symlink_to(target)
    for action in (lambda: store.load("a"), lambda: store.save("a", some())):
        with pytest.raises(errors.ConfigurationError, match="is a link"):
            action()
    assert target.read_text() == "precious"


@pytest.mark.promise("token-files-are-private")
@posix
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root")
def test_strangers_files_are_refused(tmp_path: Path) -> None:
    store = FileTokenStore(tmp_path / "tokens")
    store.save("a", some())
    os.chown(store.path("a"), 12345, 12345)
    with pytest.raises(errors.ConfigurationError, match="no file of this user's"):
        store.load("a")
    with pytest.raises(errors.ConfigurationError, match="somebody else"):
        store.save("a", some())
    os.chown(store.folder, 12345, 12345)
    with pytest.raises(errors.ConfigurationError, match="somebody else"):
        store.load("a")


@posix
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, make: Any) -> None:
    store = FileTokenStore(tmp_path)
    make(store.path("a"), 0o600)
    with pytest.raises(errors.ConfigurationError, match=r"no file|cannot be used"):
        store.load("a")


@pytest.mark.promise("failed-token-writes-lose-nothing")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"access_token": 1}',
        b'{"access_token": "a", "scopes": "b"}',
        b"\xff\xfe",
        b"[" * 60_000,
    ],
)
def test_a_broken_file_is_told_and_kept(tmp_path: Path, content: bytes) -> None:
    store = FileTokenStore(tmp_path)
    store.save("a", some())
    store.path("a").write_bytes(content)
    with pytest.raises(errors.ConfigurationError, match="delete it and log in again"):
        store.load("a")
    assert store.path("a").read_bytes() == content


@pytest.mark.promise("failed-token-writes-lose-nothing")
@posix
def test_a_failed_write_leaves_the_old_tokens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, before = FileTokenStore(tmp_path), some()
    store.save("a", before)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(errors.ConfigurationError, match="No space left"):
        store.save("a", some())
    assert store.load("a") == before
    assert len(list(tmp_path.iterdir())) == 1


def test_the_default_folder_is_that_of_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = FileTokenStore().folder
    if sys.platform == "linux":
        assert folder == tmp_path / "spotify-web-api-client" / "tokens"
    assert not folder.exists()


@pytest.mark.parametrize("package", ["filelock", "platformdirs"])
def test_a_missing_package_is_named(
    monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(errors.ConfigurationError, match=rf"{package}.*\[files\]"):
        FileTokenStore().acquire("a", "me", 1)


class Awaited:
    """A store that can only be awaited, as one in a database would be."""

    def __init__(self) -> None:
        self.inner = MemoryTokenStore()
        self.asked: list[str] = []

    async def _ask(self, name: str, *arguments: Any) -> Any:
        await asyncio.sleep(0)
        self.asked.append(name)
        return getattr(self.inner, name)(*arguments)

    async def aload(self, key: str) -> TokenSet | None:
        return await self._ask("load", key)

    async def asave(self, key: str, tokens: TokenSet) -> None:
        await self._ask("save", key, tokens)

    async def adelete(self, key: str) -> None:
        await self._ask("delete", key)

    async def aacquire(self, key: str, owner: str, seconds: float) -> bool:
        return await self._ask("acquire", key, owner, seconds)

    async def arelease(self, key: str, owner: str) -> None:
        await self._ask("release", key, owner)


def test_a_store_may_be_awaited(accounts: Accounts) -> None:
    store = Awaited()
    auth = PKCE(CLIENT_ID, base_url=accounts.base_url, store=store)
    store.inner.save(auth.key, some_of(accounts))

    async def run() -> None:
        async with AsyncSpotify(auth, base_url=accounts.api) as spotify:
            await spotify.users.me()
        await auth.alogout()

    asyncio.run(run())
    refreshed = ["acquire", "load", "save", "release"]
    assert store.asked == [*refreshed, "acquire", "delete", "release"]
    with pytest.raises(errors.ConfigurationError, match="can only be awaited"):
        Spotify(auth)
    with pytest.raises(errors.ConfigurationError, match="can only be awaited"):
        auth.token()


def some_of(accounts: Accounts) -> TokenSet:
    return TokenSet(
        access_token=Secret(token()),
        expires_at=0.0,
        lifetime=3600.0,
        refresh_token=Secret(accounts.consent("user-top-read")),
    )


@pytest.mark.promise("cancelled-refreshes-leave-no-lock")
@pytest.mark.parametrize("awaited", [False, True])
def test_a_cancelled_refresh_leaves_no_lock(
    accounts: Accounts, *, awaited: bool
) -> None:
    store: Any = Awaited() if awaited else MemoryTokenStore()
    auth = PKCE(CLIENT_ID, base_url=accounts.base_url, store=store)
    inner = store.inner if awaited else store
    inner.save(auth.key, some_of(accounts))

    async def run() -> None:
        async with AsyncSpotify(auth, base_url=accounts.api) as spotify:
            for steps in range(40):
                task = asyncio.create_task(spotify.users.me())
                for _ in range(steps):
                    await asyncio.sleep(0)
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                inner.save(auth.key, some_of(accounts))
                auth.forget()
            if awaited:  # what was cancelled while waiting ends with its lease
                inner._owners.clear()
            async with asyncio.timeout(5):
                await spotify.users.me()

    asyncio.run(run())
    assert not auth.guard.locked()
