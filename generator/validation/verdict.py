"""The validator's verdict: found beside the other stages, remembered by digest.

`generate` trusts a verdict it remembers for the very same description and validator;
`check`, which CI runs, asks again.
"""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from ..memory import Memory
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

    name: str
    memory: Memory
    pool: ProcessPoolExecutor | None
    future: Future[tuple[Finding, ...]] | None

    @classmethod
    def begin(cls, document: Document, folder: Path, *, trust: bool) -> Verdict:
        """Start validating in a process of its own, unless it is known to be valid.

        Args:
            document: The description.
            folder: Where verdicts are remembered, an empty text each.
            trust: Whether a remembered verdict will do.
        """
        name, memory = _name(document), Memory(folder, _REMEMBERED)
        if trust and memory.recall(name) is not None:
            return cls(name, memory, None, None)
        pool = ProcessPoolExecutor(1)
        return cls(name, memory, pool, pool.submit(validate, document.bundle))

    def findings(self) -> tuple[Finding, ...]:
        """Wait for the verdict; an empty one is remembered."""
        if self.pool is None or self.future is None:
            return ()
        with self.pool:
            found = self.future.result()
        if not found:
            self.memory.keep(self.name, "")
            self.memory.forget()
        return found


def _name(document: Document) -> str:
    return f"{version(_VALIDATOR)}-{document.digest}"
