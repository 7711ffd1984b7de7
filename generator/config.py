"""What to generate from what: `[tool.generator]` in a `pyproject.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeGuard

from platformdirs import user_cache_path

from . import naming

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_KEYS = ("spec", "templates", "output", "package", "client", "distribution", "version")
_KINDS: dict[str, type] = {"house": bool, "calls": object}
"""The types of values that are no text."""
_CACHE = "openapi-client-generator"
"""The name of our folder among the caches of a user."""


class ConfigError(Exception):
    """The configuration lacks something or holds what nobody reads."""


@dataclass(frozen=True, slots=True)
class Config:
    """Where things are, and the names of what is emitted.

    Attributes:
        spec: The root file of the description.
        templates: The folder of templates, with `package/` and `project/`.
        output: The folder of the emitted project.
        package: The name of the emitted package.
        client: The class of the synchronous client; the other one is `Async` and this.
        distribution: The name of the emitted distribution.
        version: The version of the emitted distribution.
        handwritten: A folder of modules and files that exist for this client only.
        house: Whether the house rules hold for the description.
        calls: Resource to a hand-written class whose methods are calls of it as well,
            such as `folder.module:Class`.
        cache: A folder of remembered verdicts of the validator, outside the tree.
    """

    spec: Path
    templates: Path
    output: Path
    package: str
    client: str
    distribution: str
    version: str
    cache: Path
    handwritten: Path | None = None
    house: bool = False
    calls: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def runtime(self) -> Path:
        """The folder of what every emitted package does at run time."""
        return self.templates / "package" / "_runtime"


def read_config(file: Path) -> Config:
    """Read the configuration.

    Args:
        file: A `pyproject.toml`; its paths are relative to its folder.

    Raises:
        ConfigError: It cannot be read, or a key is missing, unknown or of another type.
    """
    try:
        text = file.read_text(encoding="utf-8")
        table = {**tomllib.loads(text)["tool"]["generator"]}
    except FileNotFoundError:
        message = (
            f"{file}: no such file; run from the project's folder, or use --config"
        )
        raise ConfigError(message) from None
    except tomllib.TOMLDecodeError as error:
        message = f"{file}: {error}"
        raise ConfigError(message) from None
    except (KeyError, TypeError):
        message = f"{file}: has no [tool.generator]"
        raise ConfigError(message) from None
    _check(file, table)
    folder = file.resolve().parent
    return Config(
        spec=folder / table["spec"],
        templates=folder / table["templates"],
        output=folder / table["output"],
        package=table["package"],
        client=table["client"],
        distribution=table["distribution"],
        version=table["version"],
        cache=user_cache_path(_CACHE) / "verdicts",
        handwritten=folder / table["handwritten"] if "handwritten" in table else None,
        house=table.get("house", False),
        calls=table.get("calls", {}),
    )


def _check(file: Path, table: dict[str, object]) -> None:
    unknown = sorted(set(table) - {*_KEYS, *_KINDS, "handwritten"})
    wrong = [
        key
        for key, value in table.items()
        if not isinstance(value, _KINDS.get(key, str))
    ]
    missing = [key for key in _KEYS if key not in table]
    for problem, keys in (
        ("does not know", unknown),
        ("needs text for", wrong),
        ("lacks", missing),
    ):
        if keys:
            message = f"{file}: [tool.generator] {problem} {', '.join(keys)}"
            raise ConfigError(message)
    if not _names_classes(table.get("calls", {})):
        message = (
            f"{file}: [tool.generator.calls] needs texts like `folder.module:Class`"
        )
        raise ConfigError(message)
    for key in ("package", "client"):
        if not naming.is_identifier(str(table[key])):
            message = (
                f"{file}: [tool.generator] {key} is no Python name: {table[key]!r}"
            )
            raise ConfigError(message)


def _names_classes(calls: object) -> bool:
    """Say whether a table names a class in a module for each of its keys."""
    if not _is_table(calls):
        return False
    parts = [str(value).partition(":") for value in calls.values()]
    return all(
        naming.is_identifier(each)
        for module, _, name in parts
        for each in (*module.split("."), name)
    )


def _is_table(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, dict)
