"""Where a package goes: below a folder of somebody else, through no link."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import ConfigError, package_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..config import Config


def configured(config: Config, destination: Path, name: str | None) -> Config:
    """Configure a package under another name, with its own folder as the output.

    Args:
        config: What to generate from what.
        destination: The folder that the package is put into.
        name: The name of the package there; the configured one if absent.

    Raises:
        ConfigError: The name or the folder will not do.
    """
    package = config.package if name is None else name
    problem = package_problem(package)
    if problem is not None:
        raise ConfigError(f"--name {problem}")
    target = Path.cwd() / destination / package
    problem = next(_problems(target, config), None)
    if problem is not None:
        raise ConfigError(f"{destination}: {problem}")
    return replace(config, package=package, output=target.resolve())


def _problems(target: Path, config: Config) -> Iterator[str]:
    for part in reversed((target, *target.parents)):
        if part.is_symlink():
            yield f"leads through a link, {part}; write where it leads"
        elif part.exists() and not part.is_dir():
            yield f"leads through a file, {part}"
    place = target.resolve()
    used = [config.spec.parent, config.templates, config.output]
    used += [] if config.handwritten is None else [config.handwritten]
    for folder in map(Path.resolve, used):
        if place.is_relative_to(folder) or folder.is_relative_to(place):
            yield f"the package would lie in, or around, {folder}, a folder of ours"
