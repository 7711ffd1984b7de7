"""The emitted client before and after, as griffe reads it: a second opinion.

Griffe knows Python and nothing of descriptions. What it sees break in the emitted
source, the comparison of descriptions has to have told.
"""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from .change import Change, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_CALLS, _MODELS, _ERRORS = "calls", "models", "errors"
_PACKAGE = "client_surface"


class UntoldChangeError(Exception):
    """The emitted client breaks where the comparison of descriptions saw nothing."""


def check_told(
    before: Mapping[str, str], after: Mapping[str, str], changes: Iterable[Change]
) -> None:
    """Hold what changed about the emitted source against what was told.

    Args:
        before: The emitted files, formatted or not.
        after: The same of the other description.
        changes: What was told.

    Raises:
        UntoldChangeError: Something breaks that is told as a patch, or not at all.
    """
    told = [item.subject for item in changes if item.verdict > Verdict.PATCH]
    untold = [
        explanation
        for subject, explanation in _breakages(before, after)
        if not any(_is_about(item, subject) for item in told)
    ]
    if untold:
        raise UntoldChangeError(
            "the emitted client breaks where the comparison saw nothing; this is a"
            " fault of the generator:\n" + "\n".join(untold)
        )


def _is_about(told: str, subject: str) -> bool:
    """Say whether what was told is about a subject, a part of it or all around it."""
    return (
        told == subject
        or told.startswith((f"{subject}.", f"{subject}("))
        or subject.startswith(f"{told}.")
    )


def _breakages(
    before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """List what griffe sees break, by the subject that it is about."""
    import griffe

    logging.getLogger("griffe").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        old, new = (
            _loaded(griffe, files, Path(folder, name))
            for name, files in (("before", before), ("after", after))
        )
        for breakage in griffe.find_breaking_changes(old, new):
            told = f"{breakage.obj.path}: {breakage.kind.value}"
            for subject in _subjects(breakage.obj):
                yield subject, told


def _loaded(griffe: Any, files: Mapping[str, str], folder: Path) -> Any:
    """Load what users see of a package, under public names, importing nothing."""
    root = folder / _PACKAGE
    root.mkdir(parents=True)
    (root / "__init__.py").write_text("", encoding="utf-8")
    for path, text in files.items():
        inside = _place(PurePosixPath(path))
        if inside is not None:
            file = root / inside
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return griffe.load(_PACKAGE, search_paths=[folder], allow_inspection=False)


def _place(path: PurePosixPath) -> PurePosixPath | None:
    """Say where a file of the client stands for griffe, which skips private modules."""
    match path.parts[1:]:
        case ("_sync", name):
            return PurePosixPath(_CALLS, name)
        case ("models", "__init__.py"):
            return PurePosixPath(_MODELS, "__init__.py")
        case ("models", name):
            return PurePosixPath(_MODELS, name)
        case (("client.py" | "errors.py") as name,):
            return PurePosixPath(name)
        case _:
            return None


def _subjects(item: Any) -> Iterator[str]:
    """Name what something in the emitted source is to users of the client."""
    parts = item.path.split(".")[1:]
    match parts:
        case [place, module] if place in (_CALLS, _MODELS):
            known = item.members.items()
            inner = [
                name for name, each in known if not each.is_alias and each.is_class
            ]
            yield from [module] if place == _CALLS else inner
        case ["calls", resource, _, *name]:
            yield ".".join([resource, *name])
        case ["models", _, *name]:
            yield ".".join(name)
        case ["client", _, "__init__" | "with_options"]:
            yield "the options of the client"
        case ["client", _, *name]:
            yield ".".join(name)
        case _:
            yield ".".join(parts)
