"""Which files of a folder are sources: what people wrote, not what tools left there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..config import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STRAY = re.compile(
    r"\..*|.*~|#.*#|__pycache__|Thumbs\.db|desktop\.ini|Icon\r"
    r"|.*\.(?:pyc|pyo|orig|rej|bak|tmp|swp|swo)",
    re.IGNORECASE,
)
"""Hidden files, and what editors, systems and Python leave beside others."""


def written_files(folder: Path) -> Iterator[Path]:
    """List the files below a folder that people wrote, sorted.

    Raises:
        ConfigError: A link, a pipe or something else that is no file is among them, or
            a name that is no text.
        OSError: A folder cannot be read.
    """
    if folder.is_symlink():
        raise ConfigError(f"{folder}: a link, which is not followed; put a folder here")
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if _STRAY.fullmatch(path.name):
            continue
        if not path.name.isprintable():  # a manifest has one name a line, in UTF-8
            name = ascii(str(path))
            raise ConfigError(f"{name}: a name that is no text; give it another one")
        if path.is_symlink():
            raise ConfigError(f"{path}: a link, which is not followed; put a file here")
        if path.is_dir():
            yield from written_files(path)
        elif path.is_file():
            yield path
        else:
            raise ConfigError(f"{path}: no file that could be copied; take it out")
