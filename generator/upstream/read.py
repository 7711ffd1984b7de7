"""YAML or JSON of others to plain data: no tags, no merge keys, no recursion.

Aliases share what they name, so that a bomb of them is as small as its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

import yaml

from ..files import read_regular
from ..source import scalars

if TYPE_CHECKING:
    from pathlib import Path

_MAX_BYTES = 16 * 1024 * 1024
_MAX_DEPTH = 200
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class UpstreamError(Exception):
    """A file is no description of an API at all."""


def read(path: Path) -> dict[str, Any]:
    """Read a description of others.

    Raises:
        UpstreamError: It is no YAML, or holds no mapping.
        OSError: It cannot be read.
    """
    data = read_regular(path)
    if len(data) > _MAX_BYTES:
        raise UpstreamError(f"{path}: has more than {_MAX_BYTES} bytes")
    try:
        root = _Reader().run(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UpstreamError(f"{path}: is not UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark is not None else ""
        told = getattr(error, "problem", None) or "is no YAML"
        raise UpstreamError(f"{path}{line}: {told}") from None
    if not is_table(root):
        raise UpstreamError(f"{path}: holds no mapping")
    return root


def is_table(value: object) -> TypeGuard[dict[str, Any]]:
    """Say whether a value is a mapping, whose keys are text here."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Say whether a value is a list."""
    return isinstance(value, list)


class _Reader:
    """Builds data of the events of a parser, of the first document alone."""

    def __init__(self) -> None:
        self._root: Any = None
        self._open: list[Any] = []
        self._keys: list[Any] = []
        self._named: dict[str, Any] = {}

    def run(self, text: str) -> Any:
        """Read a text.

        Raises:
            YAMLError: It is no YAML.
            UpstreamError: Its values are too deep in each other.
        """
        for event in yaml.parse(text, Loader=_PARSER):
            match event:
                case yaml.ScalarEvent():
                    self._put(_scalar(event), event.anchor)
                case yaml.AliasEvent():
                    self._put(self._named.get(event.anchor or ""), None)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._begin(
                        {} if isinstance(event, yaml.MappingStartEvent) else [], event
                    )
                case yaml.CollectionEndEvent():
                    self._open.pop()
                    self._keys.pop()
                case yaml.DocumentEndEvent():
                    break
                case _:
                    pass
        return self._root

    def _begin(self, value: Any, event: Any) -> None:
        if len(self._open) >= _MAX_DEPTH:
            raise UpstreamError("values are too deep in each other")
        self._put(value, event.anchor)
        self._open.append(value)
        self._keys.append(_NO_KEY)

    def _put(self, value: Any, anchor: str | None) -> None:
        """Put a value where it stands; of a mapping, first the key."""
        if anchor is not None:
            self._named[anchor] = value
        if not self._open:
            self._root = value
        elif is_list(self._open[-1]):
            self._open[-1].append(value)
        elif self._keys[-1] is _NO_KEY:
            self._keys[-1] = value
        else:
            key = self._keys[-1]
            if isinstance(key, str | int | float | None):
                self._open[-1][key if isinstance(key, str) else _word(key)] = value
            self._keys[-1] = _NO_KEY


_NO_KEY = object()


def _word(key: Any) -> str:
    """Name a key that is no text, such as a status, as JSON does."""
    return str(key).lower() if isinstance(key, bool) or key is None else str(key)


def _scalar(event: Any) -> Any:
    if not event.implicit[0]:  # in quotes
        return event.value
    try:
        return scalars.resolve(event.value)
    except ValueError:
        return event.value
