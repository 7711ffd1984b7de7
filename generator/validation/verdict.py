"""The validator's verdict: found beside the other stages, remembered by digest.

`generate` trusts a verdict it remembers for the very same description and validator;
`check`, which CI runs, asks again.
"""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from .validate import validate

if TYPE_CHECKING:
    from pathlib import Path

    from ..dialect.document import Document
    from ..findings import Finding

_VALIDATOR = "openapi-spec-validator"
_REMEMBERED = 100
"""How many verdicts are kept, of all descriptions of a user."""


@dataclass(slots=True)
class Verdict:
    """A validation under way, or the memory of one."""

    memory: Path
    pool: ProcessPoolExecutor | None
    future: Future[tuple[Finding, ...]] | None

    @classmethod
    def begin(cls, document: Document, folder: Path, *, trust: bool) -> Verdict:
        """Start validating in a process of its own, unless it is known to be valid.

        Args:
            document: The description.
            folder: Where verdicts are remembered, one empty file each.
            trust: Whether a remembered verdict will do.
        """
        memory = folder / _name(document)
        if trust and memory.is_file():
            return cls(memory, None, None)
        pool = ProcessPoolExecutor(1)
        return cls(memory, pool, pool.submit(validate, document.bundle))

    def findings(self) -> tuple[Finding, ...]:
        """Wait for the verdict; an empty one is remembered."""
        if self.pool is None or self.future is None:
            return ()
        with self.pool:
            found = self.future.result()
        if not found:
            # What cannot be remembered is asked again.
            with suppress(OSError):
                self._remember()
        return found

    def _remember(self) -> None:
        folder = self.memory.parent
        folder.mkdir(parents=True, exist_ok=True)
        self.memory.touch()
        for old in sorted(folder.iterdir(), key=_age)[:-_REMEMBERED]:
            old.unlink(missing_ok=True)


def _age(file: Path) -> float:
    """Give the time of a file that another run may just have removed."""
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _name(document: Document) -> str:
    return f"{version(_VALIDATOR)}-{document.digest}"
