"""The files of a description: those below its folder, read once, within budgets."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..findings import Finding, Location
from .compose import Parsed, parse
from .nodes import Budget, MappingNode, Node, SequenceNode

if TYPE_CHECKING:
    from pathlib import Path

    from ..findings import Problems

MAX_BYTES = 2 * 1024 * 1024
MAX_FILES = 200

_Spot = tuple[str, int, int]
"""A location, as what is cheap to compare: file, line, column."""


@dataclass(slots=True)
class Sources:
    """Opens files of one description by their path relative to its folder."""

    folder: Path
    problems: Problems
    ambiguous: list[Finding] = field(default_factory=list[Finding])
    _budget: Budget = field(default_factory=Budget)
    _located: dict[str, str] = field(default_factory=dict[str, str])
    _read: dict[str, MappingNode | None] = field(
        default_factory=dict[str, MappingNode | None]
    )

    @property
    def files(self) -> frozenset[str]:
        """The files read so far."""
        return frozenset(self._read)

    def locate(self, path: str, at: Location) -> str | None:
        """Give the one spelling of a file's path, or None if it may not be read.

        Args:
            path: relative to the folder of the description, with `/`.
            at: the place of the reference that asks for it.
        """
        if path not in self._located:
            found = self._locate(path, at)
            if found is None:
                return None
            self._located[path] = found
        return self._located[path]

    def _locate(self, path: str, at: Location) -> str | None:
        normal = posixpath.normpath(path)
        if "\0" in normal or normal.startswith(("../", "/")) or normal in ("..", "."):
            self._outside(path, at)
            return None
        try:
            target = (self.folder / normal).resolve()
            is_file = target.is_file()
        except (OSError, RuntimeError) as error:
            reason = (
                error.strerror if isinstance(error, OSError) else "links in a circle"
            )
            self._missing(path, at, str(reason))
            return None
        if not target.is_relative_to(self.folder):
            self._outside(path, at)
            return None
        if not is_file:
            self._missing(path, at, "there is no such file")
            return None
        return target.relative_to(self.folder).as_posix()

    def _outside(self, path: str, at: Location) -> None:
        self.problems.add(
            at,
            "reference-outside",
            f"`{path}` lies outside the folder of the description",
            "Move what is referred to into the folder; nothing else is ever read.",
        )

    def _missing(self, path: str, at: Location, reason: str) -> None:
        self.problems.add(
            at,
            "missing-file",
            f"`{path}` cannot be read: {reason}",
            "Mend the path; it is relative to the file it stands in.",
        )

    def open(self, file: str, at: Location) -> MappingNode | None:
        """Give the mapping a located file consists of, or None if there is none."""
        if file not in self._read:
            if len(self._read) >= MAX_FILES:
                message = f"the description has more than {MAX_FILES} files"
                self.problems.add(at, "too-large", message, "Join some of them.")
                return None
            self._read[file] = self._parse(file)
        return self._read[file]

    def around(self, places: frozenset[Location]) -> frozenset[Location]:
        """Say where all begins, in the files read, that has one of the places in it."""
        spots = frozenset((each.file, each.line, each.column) for each in places)
        found: set[_Spot] = set()
        for root in self._read.values():
            if root is not None:
                _mark(root, spots, found)
        return frozenset(Location(*spot) for spot in found)

    def _parse(self, file: str) -> MappingNode | None:
        text = self._text(file)
        if text is None:
            return None
        count = len(self.problems.findings)
        parsed: Parsed = parse(text, file, self.problems, self._budget)
        self.ambiguous += [_ambiguous(at, text) for at, text in parsed.ambiguous]
        if isinstance(parsed.root, MappingNode):
            return parsed.root
        if count == len(self.problems.findings):
            self._no_mapping(file, parsed.root)
        return None

    def _no_mapping(self, file: str, root: Node | None) -> None:
        at = root.at if root else Location(file, 1, 1)
        message = "the file must be a mapping" if root else "the file is empty"
        self.problems.add(at, "not-a-mapping", message, "Write `name: …` entries.")

    def _text(self, file: str) -> str | None:
        at = Location(file, 1, 1)
        try:
            with (self.folder / file).open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except OSError as error:
            self._missing(file, at, error.strerror or "it does not open")
            return None
        if len(data) > MAX_BYTES:
            message = f"the file is larger than {MAX_BYTES} bytes"
            self.problems.add(at, "too-large", message, "Split it.")
            return None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = error.start - data.rfind(b"\n", 0, error.start)
            message = f"the file is not UTF-8: {error.reason}"
            place = Location(file, line, column)
            self.problems.add(place, "not-utf-8", message, "Save it as UTF-8.")
            return None


def _mark(node: Node, places: frozenset[_Spot], found: set[_Spot]) -> bool:
    """Collect where all begins in a node that has one of the places in it.

    A key has its value in it.
    """
    spot = node.file, node.line, node.column
    hit = spot in places
    match node:
        case MappingNode():
            for key, value in node.entries.values():
                begin = key.file, key.line, key.column
                if _mark(value, places, found) or begin in places:
                    found.add(begin)
                    hit = True
        case SequenceNode():
            for item in node.items:
                hit = _mark(item, places, found) or hit
        case _:
            pass
    if hit:
        found.add(spot)
    return hit


def _ambiguous(at: Location, text: str) -> Finding:
    return Finding(
        at,
        "yaml-ambiguous",
        f"YAML 1.1 and 1.2 read `{text}` differently",
        f'Put it in quotes if it is text (`"{text}"`); otherwise write it plainly.',
    )
