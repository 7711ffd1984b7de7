"""Reading files that may be anything: what is no regular file is never opened."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
"""What is read of a file unless a caller says otherwise."""


def unix_lines(text: str) -> str:
    """Give a text the line ends of Unix, which git may have made those of Windows."""
    return text.replace("\r\n", "\n")


def read_regular(file: Path, limit: int = MAX_BYTES, *, follow: bool = True) -> bytes:
    """Read a file whole.

    Args:
        file: Where it is.
        limit: The bytes it may have.
        follow: Whether a link may lead there.

    Raises:
        OSError: It cannot be read, is larger, or is something else: a folder, a pipe, a
            device, or a link that is not to be followed.
    """
    # A pipe that nobody writes to is opened without waiting for somebody.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not follow:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(file, flags)
    except ValueError:
        raise OSError(errno.EINVAL, "No possible name", str(file)) from None
    with os.fdopen(descriptor, "rb") as stream:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "Not a regular file", str(file))
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"Larger than {limit} bytes", str(file))
    return data
