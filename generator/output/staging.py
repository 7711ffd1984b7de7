"""Files written beside those they are to replace, by one run at a time."""

from __future__ import annotations

import errno
import os
import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_FOLDER = ".publishing"
_PATIENCE = 60.0
"""Seconds to wait for another run."""
_PAUSE = 0.05


class Staging:
    """A folder in the output, on the same disk, of files that are not yet in place."""

    def __init__(self, output: Path) -> None:
        """Take the folder whose files are to be replaced."""
        self._output = output
        self._folder = output / _FOLDER

    def clear(self) -> None:
        """Remove what a run has left that was killed, or this one."""
        if self._folder.is_symlink():
            self._folder.unlink()
        elif self._folder.is_dir():
            shutil.rmtree(self._folder)

    def add(self, path: str, text: str) -> None:
        """Write a file whole, and onto the disk.

        Raises:
            OSError: It cannot be written, or is not what was written.
        """
        file = self._folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode("utf-8")
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        file.chmod(0o644)
        if file.read_bytes() != data:
            raise OSError(errno.EIO, "What was written is not there", str(file))

    def place(self, path: str, target: str) -> None:
        """Let a file take the place of another one, or of empty folders."""
        goal = self._output / target
        if goal.is_dir() and not goal.is_symlink():
            for folder in sorted(goal.rglob("*"), reverse=True):
                folder.rmdir()
            goal.rmdir()
        goal.parent.mkdir(parents=True, exist_ok=True)
        (self._folder / path).replace(goal)


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Let one run at a time change a folder; where the system can, no file is made.

    Raises:
        OSError: Another run has not ended in a minute.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    reason = "Another run is writing here and does not end"
                    raise OSError(errno.EBUSY, reason, str(folder)) from None
                time.sleep(_PAUSE)
        yield
    finally:
        os.close(descriptor)
