"""Writing a file whole: whoever looks sees the old text or the new one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(file: Path, text: str) -> None:
    """Write a text file in one step, where a link leads if it is one.

    What is no regular file, such as a pipe, is written to as it is.

    Raises:
        OSError: It cannot be written; the old file is untouched.
    """
    target = file.resolve()
    if target.exists() and not target.is_file():
        target.write_text(text, encoding="utf-8", newline="")
        return
    try:
        _replace(target, text.encode("utf-8"))
    except OSError as error:
        error.filename = str(file)
        raise


def _replace(file: Path, data: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
