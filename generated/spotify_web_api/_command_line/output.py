"""What commands print, whatever the output can hold."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def say(text: str) -> None:
    """Print a line on the standard output.

    Args:
        text: The line; what the encoding of the output lacks is escaped.

    Raises:
        OSError: If it cannot be written.
    """
    _write(sys.stdout, f"{text}\n")


def tell(text: str, end: str = "\n") -> None:
    """Print a line for the person at the terminal; one that has gone hears nothing.

    Args:
        text: The line; what the encoding of the output lacks is escaped.
        end: What ends it.
    """
    with suppress(OSError):
        _write(sys.stderr, f"{text}{end}")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # the process was started with it closed
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def give_up() -> None:
    """Write no more: what is left in the buffer would fail again as Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
