"""What to generate from what: `[tool.generator]` in a `pyproject.toml`."""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, TypeGuard

from platformdirs import user_cache_path

from . import naming
from .files import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KEYS = ("spec", "templates", "output", "package", "client", "distribution", "version")
_KINDS: dict[str, type] = {"house": bool, "calls": object}
"""The types of values that are no text."""
_FORMS = (
    (
        "client",
        re.compile(r"[A-Z][A-Za-z0-9]{0,59}"),
        "write the name of a class, such as `Shop`",
    ),
    (
        "distribution",
        re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?"),
        "write letters and digits, with `-`, `.` or `_` between them",
    ),
    (
        "version",
        re.compile(
            r"(?=.{1,100}\Z)[0-9]+(?:\.[0-9]+)*(?:(?:a|b|rc)[0-9]+)?(?:\.post[0-9]+)?"
            r"(?:\.dev[0-9]+)?(?:\+[a-z0-9]+(?:\.[a-z0-9]+)*)?"
        ),
        "write one such as `1.2.3` or `2.0rc1` (PEP 440)",
    ),
)
"""What keys have to be like, and what to write."""
_CACHE = "openapi-client-generator"
"""The name of our folder among the caches of a user."""


CONFIG = Path("pyproject.toml")
"""The configuration unless another one is named."""
_INSTALLED = Path(__file__).parent / "project" / "pyproject.toml"
"""The configuration that an installed generator has, its description beside it."""


class ConfigError(Exception):
    """The configuration lacks something or holds what nobody reads."""


class NoConfigError(ConfigError):
    """There is no configuration, so that another one may do."""


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
        cache: A folder for what later runs need not find out again, outside the tree.
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


def nearest_config(file: Path) -> Config:
    """Read a configuration, or the one that was installed if there is none here.

    Args:
        file: A `pyproject.toml`. Only the usual one may be missing.

    Raises:
        ConfigError: as `read_config`.
    """
    try:
        return read_config(file)
    except NoConfigError:
        if file != CONFIG or not _INSTALLED.is_file():
            raise
        return read_config(_INSTALLED)


def read_config(file: Path) -> Config:
    """Read the configuration.

    Args:
        file: A `pyproject.toml`; its paths are relative to its folder.

    Raises:
        ConfigError: It cannot be read, or a key is missing, unknown or without sense.
    """
    table = _table(file)
    folder = file.resolve().parent
    problem = next(_problems(table, folder), None)
    if problem is not None:
        raise ConfigError(f"{file}: {problem}")
    return Config(
        spec=folder / table["spec"],
        templates=folder / table["templates"],
        output=folder / table["output"],
        package=table["package"],
        client=table["client"],
        distribution=table["distribution"],
        version=table["version"],
        cache=user_cache_path(_CACHE),
        handwritten=folder / table["handwritten"] if "handwritten" in table else None,
        house=table.get("house", False),
        calls=table.get("calls", {}),
    )


def package_problem(name: str) -> str | None:
    """Say why a package cannot have a name, if it cannot."""
    if not naming.is_identifier(name):
        return f"is no Python name: {name!r}"
    if name in sys.stdlib_module_names:
        return f"is {name!r}, a module of Python's own"
    return None


def _table(file: Path) -> dict[str, Any]:
    """Read `[tool.generator]`."""
    try:
        text = read_regular(file).decode("utf-8")
        table = tomllib.loads(text)
    except FileNotFoundError:
        message = (
            f"{file}: no such file; run from the project's folder, or use --config"
        )
        raise NoConfigError(message) from None
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except RecursionError:
        raise ConfigError(f"{file}: values are too deep in each other") from None
    except ValueError as error:  # TOML, or text, that is none
        raise ConfigError(f"{file}: {error}") from None
    try:
        return {**table["tool"]["generator"]}
    except (KeyError, TypeError):
        raise NoConfigError(f"{file}: has no [tool.generator]") from None


def _problems(table: Mapping[str, Any], folder: Path) -> Iterator[str]:
    """Say what is wrong with the table; the first is told, others may follow of it."""
    here = "[tool.generator]"
    known = {*_KEYS, *_KINDS, "handwritten"}
    wrong = (
        key
        for key, value in table.items()
        if key in known and not isinstance(value, _KINDS.get(key, str))
    )
    for problem, keys in (
        ("does not know", sorted(set(table) - known)),
        ("needs text for", [*wrong]),
        ("lacks", [key for key in _KEYS if key not in table]),
    ):
        if keys:
            yield f"{here} {problem} {', '.join(keys)}"
    if not _names_classes(table.get("calls", {})):
        yield "[tool.generator.calls] needs texts like `folder.module:Class`"
    unusable = package_problem(table["package"])
    if unusable is not None:
        yield f"{here} package {unusable}"
    if not naming.is_identifier(table["client"]):
        yield f"{here} client is no Python name: {table['client']!r}"
    for key, form, remedy in _FORMS:
        if not form.fullmatch(table[key]):
            yield f"{here} {key} is {table[key]!r}; {remedy}"
    yield from _misplaced(table, folder)


def _misplaced(table: Mapping[str, Any], folder: Path) -> Iterator[str]:
    """Say which paths lead nowhere, or where nothing may be written."""
    here = "[tool.generator]"
    for key in ("spec", "templates", "handwritten", "output"):
        if not table.get(key, key) or "\0" in table.get(key, ""):
            yield f"{here} {key} is {table[key]!r}, which is no path"
    output = PurePath(table["output"])
    if output.is_absolute() or ".." in output.parts or not output.parts:
        yield f"{here} output is {table['output']!r}; name a folder inside the project"
    target = folder / output
    for part in (target, *target.parents):
        if part != folder and part.is_relative_to(folder) and part.is_symlink():
            yield f"{here} output leads through a link: {part}"
    spec = (folder / table["spec"]).resolve()
    used = [("spec", spec), ("spec", spec.parent)]
    used += [
        (key, (folder / table[key]).resolve())
        for key in ("templates", "handwritten")
        if key in table
    ]
    for key, place in used:
        inside = target.is_relative_to(place) and place != folder
        if inside or place.is_relative_to(target):
            yield f"{here} output and {key} lie in each other"


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
