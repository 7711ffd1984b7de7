"""Whether a copy of a package is what its generator made.

    python -m the_package.verify

This module stands in the generator and in each package it makes, and needs nothing but
the standard library. MANIFEST lists every file of the package with its SHA-256, as
`sha256sum -c MANIFEST` reads it; VERSION says what the package was made of. Line ends
of Windows are no difference, links are not followed, and caches of tools are not looked
at. It finds edits and accidents. It does not stop somebody who edits MANIFEST as well.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MANIFEST = "MANIFEST"
VERSION = "VERSION"
EXIT_OK, EXIT_DIFFERENT, EXIT_UNUSABLE = 0, 1, 3
_CACHES = frozenset({"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"})
_MAX_LIST = 4 * 1024 * 1024
"""Bytes of a MANIFEST or a VERSION; the generator writes some thousands."""
_MAX_FILE = 64 * 1024 * 1024
"""Bytes of a file above which it is taken for edited, and not read."""
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_ENTRY = re.compile(r'^(client|description|generator) = "([ -~]*)"$', re.MULTILINE)


class VerifyError(Exception):
    """A folder has no MANIFEST or VERSION, or one that no generator writes."""


@dataclass(frozen=True, slots=True)
class Verification:
    """How a folder compares with its MANIFEST.

    Attributes:
        edited: Paths of files that are not as listed.
        missing: Paths that are listed and are no files there.
        unlisted: Paths of what is there and not listed: files, links and so on.
        count: How many files are listed.
        origin: What VERSION says: versions of the `client` and the `generator`, and the
            digest of the `description`. Empty if VERSION is edited or missing.
    """

    edited: tuple[str, ...]
    missing: tuple[str, ...]
    unlisted: tuple[str, ...]
    count: int
    origin: Mapping[str, str]

    @property
    def clean(self) -> bool:
        """Whether the folder is what the generator made."""
        return not (self.edited or self.missing or self.unlisted)

    def __str__(self) -> str:
        """List the differences, one a line."""
        rows = [("edited", path) for path in self.edited]
        rows += [("missing", path) for path in self.missing]
        rows += [("not of it", path) for path in self.unlisted]
        return "\n".join(f"{what:<10} {_shown(path)}" for what, path in rows)


def verify(folder: Path) -> Verification:
    """Compare a folder with the MANIFEST in it.

    Args:
        folder: A package, or the project around it, as the generator made it.

    Raises:
        VerifyError: There is no MANIFEST, or one that no generator writes.
        OSError: Something cannot be read.
    """
    listed = _listed(_read(folder, MANIFEST))
    files, others = _content(folder)
    files.discard(MANIFEST)
    present = files & listed.keys()
    edited = {path for path in present if not _is_as_listed(folder, path, listed)}
    home = min(
        (path for path in listed if PurePosixPath(path).name == VERSION),
        key=lambda path: (path.count("/"), path),
        default=None,
    )
    if home is None:
        raise VerifyError(f"{MANIFEST}: lists no {VERSION}")
    return Verification(
        edited=tuple(sorted(edited)),
        missing=tuple(sorted(listed.keys() - files)),
        unlisted=tuple(sorted((files - listed.keys()) | others)),
        count=len(listed),
        origin=_origin(folder, home) if home in present - edited else {},
    )


def is_plain(path: str) -> bool:
    """Say whether a path leads below a folder, in the one way to spell it."""
    pure = PurePosixPath(path)
    plain = path.isprintable() and "\\" not in path and pure.as_posix() == path
    inside = not pure.is_absolute() and ".." not in pure.parts and bool(pure.parts)
    return plain and inside and path != MANIFEST


def run(folder: Path, *, quiet: bool = False) -> int:
    """Verify a folder and tell of it.

    Args:
        folder: A package, or the project around it.
        quiet: Whether to tell of differences only.

    Returns:
        0 all is as the generator made it, 1 it is not, 3 nothing can be said.
    """
    name = _shown(folder.absolute().name)
    try:
        found = verify(folder)
    except VerifyError as error:
        sys.stderr.write(f"{name}/{error}\n")
        return EXIT_UNUSABLE
    except OSError as error:
        where = _shown(str(error.filename or folder))
        sys.stderr.write(f"{where}: {error.strerror}\n")
        return EXIT_UNUSABLE
    if not found.clean:
        return _differs(name, found)
    if not quiet:
        sys.stdout.write(f"{name}: {found.count} files as generated; {_of(found)}\n")
    return EXIT_OK


def _differs(name: str, found: Verification) -> int:
    sys.stdout.write(f"{found}\n")
    sys.stdout.flush()
    made = f" It is {_of(found)}." if found.origin else ""
    remedy = "Undo the changes, or generate it again"
    sys.stderr.write(f"{name} is not what its generator made.{made} {remedy}\n")
    return EXIT_DIFFERENT


def _of(found: Verification) -> str:
    """Say what a package was made of."""
    return ", ".join(f"{key} {value}" for key, value in found.origin.items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify the package this module stands in, or the one that is named."""
    parser = argparse.ArgumentParser(
        description="Say whether a package is what its generator made."
    )
    here = Path(__file__).parent
    told = "the package; the one of this module if absent"
    parser.add_argument("folder", type=Path, nargs="?", default=here, help=told)
    return run(parser.parse_args(arguments).folder)


def _read(folder: Path, path: str) -> str:
    """Read one of our own lists.

    Raises:
        VerifyError: It is no text of a sensible size.
    """
    file = folder / path
    try:
        regular = stat.S_ISREG(file.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        _refuse(path, "is not there; name the folder of a generated package")
    if not regular:
        _refuse(path, "is no regular file")
    with file.open("rb") as stream:
        data = stream.read(_MAX_LIST + 1)
    if len(data) > _MAX_LIST:
        _refuse(path, f"is larger than {_MAX_LIST} bytes")
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        _refuse(path, f"is not UTF-8 (byte {error.start})")


def _listed(text: str) -> dict[str, str]:
    """Read a manifest: path to digest.

    Raises:
        VerifyError: A line is not as the generator writes it.
    """
    listed: dict[str, str] = {}
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            _refuse(MANIFEST, "is no SHA-256, two spaces and a path", number)
        digest, path = match.groups()
        if not is_plain(path):
            _refuse(MANIFEST, f"{_shown(path)} is no path below the folder", number)
        if path in listed:
            reason = f"{_shown(path)} is listed twice, as while a generator writes"
            _refuse(MANIFEST, reason, number)
        listed[path] = digest
    return listed


def _content(folder: Path) -> tuple[set[str], set[str]]:
    """List what is below a folder: regular files, and what is no folder either."""
    files: set[str] = set()
    others: set[str] = set()
    for place, folders, names in os.walk(folder, onerror=_raise):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in {*links, *_CACHES}]
        for name in (*names, *links):
            item = here / name
            regular = stat.S_ISREG(item.lstat().st_mode)
            (files if regular else others).add(item.relative_to(folder).as_posix())
    return files, others


def _is_as_listed(folder: Path, path: str, listed: Mapping[str, str]) -> bool:
    file = folder / path
    if file.lstat().st_size > _MAX_FILE:
        return False
    data = file.read_bytes()
    texts = (data, data.replace(b"\r\n", b"\n"))
    return listed[path] in {hashlib.sha256(text).hexdigest() for text in texts}


def _origin(folder: Path, path: str) -> dict[str, str]:
    """Read what a package was made of.

    Raises:
        VerifyError: The file does not say it.
    """
    found = dict(_ENTRY.findall(_read(folder, path)))
    if len(found) < len(("client", "description", "generator")):
        _refuse(path, "does not name client, description and generator")
    return found


def _refuse(path: str, reason: str, line: int | None = None) -> NoReturn:
    place = path if line is None else f"{path}:{line}"
    raise VerifyError(f"{place}: {reason}")


def _raise(error: OSError) -> NoReturn:
    raise error


def _shown(name: str) -> str:
    """Write a name so that any terminal shows it, on one line."""
    return name if name.isascii() and name.isprintable() else ascii(name)


if __name__ == "__main__":
    sys.exit(main())
