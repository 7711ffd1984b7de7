"""What is refused of a token file and its folder, to the bit and to the byte."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from spotify_web_api import FileTokenStore, TokenSet, errors
from spotify_web_api._runtime.core.secret import Secret

posix = pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
KEY = "key"
TOKENS = TokenSet(access_token=Secret("t"))


@pytest.fixture
def store(tmp_path: Path) -> FileTokenStore:
    made = FileTokenStore(tmp_path / "tokens")
    made.save(KEY, TOKENS)
    return made


@posix
@pytest.mark.parametrize("bit", range(9))
def test_no_bit_of_a_mode_is_overlooked(store: FileTokenStore, bit: int) -> None:
    """Others do nothing with a file, and do not write to the folder."""
    others = 1 << bit
    store.path(KEY).chmod(0o600 | others)
    if others & 0o077:
        with pytest.raises(errors.ConfigurationError, match="others may read"):
            store.load(KEY)
    else:
        assert store.load(KEY) == TOKENS
    store.path(KEY).chmod(0o600)
    store.folder.chmod(0o700 | others)
    if others & 0o022:
        with pytest.raises(errors.ConfigurationError, match="others may write"):
            store.load(KEY)
    else:
        assert store.load(KEY) == TOKENS


@pytest.mark.parametrize(("more", "is_read"), [(0, True), (1, False)])
def test_a_file_of_more_than_64_kibibytes_holds_no_tokens(
    store: FileTokenStore, *, more: int, is_read: bool
) -> None:
    text = json.dumps(TOKENS.to_dict()).encode()
    path = store.path(KEY)
    path.write_bytes(b" " * (65_536 + more - len(text)) + text)
    if is_read:
        assert store.load(KEY) == TOKENS
    else:
        with pytest.raises(errors.ConfigurationError, match="holds no tokens"):
            store.load(KEY)


def test_a_key_that_is_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(errors.InvalidArgumentError, match="half of a surrogate"):
        FileTokenStore(tmp_path).path("\ud800")


@pytest.mark.parametrize(
    "call",
    [
        lambda store: store.delete(KEY),
        lambda store: store.acquire(KEY, "me", 1.0),
        lambda store: store.load(KEY),
        lambda store: store.save(KEY, TOKENS),
    ],
    ids=["delete", "acquire", "load", "save"],
)
def test_a_disk_that_refuses_is_told_with_its_reason(
    store: FileTokenStore, call: Any
) -> None:
    """A file where the folder should be is what any user's disk refuses."""
    store.path(KEY).unlink()
    store.folder.rmdir()
    store.folder.write_bytes(b"")
    told = r"tokens.* cannot be used: (Not a directory|File exists)$"
    with pytest.raises(errors.ConfigurationError, match=told):
        call(store)


def test_a_lock_is_freed_from_another_thread(store: FileTokenStore) -> None:
    from threading import Thread

    assert store.acquire(KEY, "me", 1.0)
    other = Thread(target=store.release, args=(KEY, "me"))
    other.start()
    other.join()
    assert FileTokenStore(store.folder).acquire(KEY, "you", 1.0)
