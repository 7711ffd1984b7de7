"""Tokens in files that nobody else can read."""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar, Protocol

from ..core.files import write_private
from ..core.jsondata import is_object
from ..core.locks import Guarded
from ..errors import ConfigurationError, InvalidArgumentError
from ..errors.expected import expect
from .token_set import TokenSet

_LARGEST_FILE = 65_536


class _Lock(Protocol):
    """What is needed of a lock of `filelock`."""

    def acquire(self, *, blocking: bool) -> object: ...

    def release(self) -> None: ...


class FileTokenStore(Guarded):
    """Keeps tokens in one file a user, for all processes of an account.

    The files have the mode 0600 from their first byte, their folder 0700. A file is
    replaced as a whole or not at all. A link, a file of another owner and one that
    others may read are refused. It needs the packages `filelock` and `platformdirs`,
    which the extra `files` brings.
    """

    _application: ClassVar[str]

    def __init__(self, folder: str | os.PathLike[str] | None = None) -> None:
        """Name the folder; nothing is read or written yet.

        Args:
            folder: Where the files are, or are to be; by default `tokens` in the
                folder in which the platform keeps the settings of this application.

        Raises:
            ConfigurationError: If a package is missing.
        """
        if find_spec("filelock") is None:  # known before a user consents, not after
            raise missing("filelock")
        super().__init__()
        wanted = "the path of a folder"
        expect(
            folder,
            str,
            os.PathLike,
            type(None),
            name="folder",
            wanted=wanted,
            error=ConfigurationError,
        )
        self.folder = self._default() if folder is None else Path(folder)
        self._locks: dict[str, _Lock] = {}

    def _default(self) -> Path:
        directories = _optional("platformdirs")
        folder: Path = directories.user_config_path(self._application, appauthor=False)
        return folder / "tokens"

    def _forked(self) -> None:
        """Leave the locks to the parent process."""
        self._locks = {}

    def __repr__(self) -> str:
        """Show the folder."""
        return f"{type(self).__name__}({str(self.folder)!r})"

    def path(self, key: str) -> Path:
        """Return the file of a key; its name is a digest.

        Args:
            key: Names an application and a user.
        """
        import hashlib

        expect(key, str, name="key", wanted="str")
        try:
            digest = hashlib.sha256(key.encode()).hexdigest()
        except UnicodeEncodeError:
            raise InvalidArgumentError("key: it has half of a surrogate pair") from None
        return self.folder / f"{digest[:32]}.json"

    def load(self, key: str) -> TokenSet | None:
        """Return the tokens kept under a key, or `None`.

        Raises:
            ConfigurationError: If the file is not safe, or holds something else.
        """
        path = self.path(key)
        try:
            self._check_folder()
            text = _read(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unusable(path, error) from None
        if (tokens := _parsed(text)) is None:
            del text  # it may hold tokens, and a traceback shows this frame
            message = f"{path} holds no tokens: delete it and log in again"
            raise ConfigurationError(message)
        return tokens

    def save(self, key: str, tokens: TokenSet) -> None:
        """Keep tokens, wholly or not at all; they replace those before.

        Raises:
            ConfigurationError: If the folder is not safe or the disk refuses.
        """
        path = self.path(key)
        expect(tokens, TokenSet, name="tokens", wanted="TokenSet")
        try:
            self._make_folder()
            _refuse_strangers(path)
            write_private(path, json.dumps(tokens.to_dict()).encode())
        except OSError as error:
            raise _unusable(path, error) from None

    def delete(self, key: str) -> None:
        """Forget the tokens, if there are any.

        Raises:
            ConfigurationError: If the disk refuses.
        """
        path = self.path(key)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise _unusable(path, error) from None

    def acquire(
        self, key: str, owner: str, seconds: float  # noqa: ARG002 - see below
    ) -> bool:
        """Take the lock of a key, among all processes, without waiting for it.

        Args:
            key: Whose tokens are about to be replaced.
            owner: A name of its own for each attempt to replace them.
            seconds: Not used: the lock of a process ends with it.

        Returns:
            Whether the lock was free.

        Raises:
            ConfigurationError: If the folder is not safe or a package is missing.
        """
        filelock, path = _optional("filelock"), self.path(key).with_suffix(".lock")
        lock: _Lock = filelock.FileLock(path, thread_local=False, mode=0o600)
        try:
            self._make_folder()
            lock.acquire(blocking=False)
        except filelock.Timeout:
            return False
        except OSError as error:
            raise _unusable(self.folder, error) from None
        with self._lock:
            self._locks[owner] = lock
        return True

    def release(self, key: str, owner: str) -> None:  # noqa: ARG002 - owners are unique
        """Free the lock of a key if this owner has it."""
        with self._lock:
            lock = self._locks.pop(owner, None)
        if lock is not None:
            lock.release()

    def _make_folder(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._check_folder()

    def _check_folder(self) -> None:
        found = self.folder.stat()
        if not _is_ours(found):
            raise ConfigurationError(f"{self.folder} belongs to somebody else")
        if os.name == "posix" and found.st_mode & 0o022:
            message = f"others may write to {self.folder}: chmod 700 it"
            raise ConfigurationError(message)


def _optional(package: str) -> Any:
    """Import a package that only an extra brings, which type checkers may not find.

    Args:
        package: Its name.

    Raises:
        ConfigurationError: If it is not installed.
    """
    try:
        return import_module(package)
    except ImportError:
        raise missing(package) from None


def missing(package: str) -> ConfigurationError:
    """Return the error for a package that is not installed.

    Args:
        package: Its name on PyPI.
    """
    message = f"the package {package} is missing: install it, or this one with [files]"
    return ConfigurationError(message)


def _read(path: Path) -> bytes:
    """Read a file that is ours alone.

    What is opened is what is looked at, so that nobody can swap it in between.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    if path.is_symlink():
        raise ConfigurationError(f"{path} is a link: delete it and log in again")
    with os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or not _is_ours(found):
            raise ConfigurationError(f"{path} is no file of this user's: delete it")
        if os.name == "posix" and found.st_mode & 0o077:
            message = f"others may read {path}: chmod 600 it, or delete it"
            raise ConfigurationError(message)
        return file.read(_LARGEST_FILE)


def _refuse_strangers(path: Path) -> None:
    if path.is_symlink():
        raise ConfigurationError(f"{path} is a link: delete it and log in again")
    with suppress(FileNotFoundError):
        if not _is_ours(path.stat()):
            raise ConfigurationError(f"{path} belongs to somebody else")


def _is_ours(found: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or found.st_uid == os.geteuid()


def _parsed(text: bytes) -> TokenSet | None:
    try:
        data: Any = json.loads(text)
        return TokenSet.from_dict(data) if is_object(data) else None
    except (ValueError, RecursionError):
        return None


def _unusable(path: Path, error: OSError) -> ConfigurationError:
    return ConfigurationError(f"{path} cannot be used: {error.strerror or error}")
