"""What earlier runs found out, in a folder outside the tree; any of it may be lost."""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .files import read_regular

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Memory:
    """Texts by name, a file each; those not asked for longest are forgotten.

    Attributes:
        folder: Where they are; it need not be there yet, or ever.
        most: How many are kept.
    """

    folder: Path
    most: int

    def recall(self, name: str) -> str | None:
        """Return what was kept under a name; None if nothing was, or not whole."""
        file = self.folder / name
        try:
            checksum, _, data = read_regular(file, follow=False).partition(b"\n")
        except OSError:
            return None
        if checksum != _checksum(data):
            return None
        with suppress(OSError):
            os.utime(file)
        return data.decode("utf-8")

    def keep(self, name: str, text: str) -> None:
        """Keep a text; where that cannot be done, it is not."""
        data = text.encode("utf-8")
        own = self.folder / f".{name}.{secrets.token_hex(4)}"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                own.write_bytes(_checksum(data) + b"\n" + data)
                own.replace(self.folder / name)
            finally:
                own.unlink(missing_ok=True)

    def forget(self) -> None:
        """Forget those beyond `most`."""
        with suppress(OSError):
            for old in sorted(self.folder.iterdir(), key=_age)[: -self.most]:
                old.unlink(missing_ok=True)


def _checksum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode("ascii")


def _age(file: Path) -> float:
    """Give the time of a file that another run may just have removed."""
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0.0
