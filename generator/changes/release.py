"""A release of the client: its version, and its entry in the changelog."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .change import Change, Verdict, verdict_of
from .report import markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNRELEASED = "## Unreleased\n"
_VERSION = re.compile(r"([0-9]+)\.([0-9]+)\.([0-9]+)")
_SETTING = r"(?ms)^\[tool\.generator\]$(?:(?!^\[).)*?^version = \"({})\""


class ReleaseError(Exception):
    """A release cannot be made: the version or a file is not of the usual form."""


@dataclass(frozen=True, slots=True)
class Release:
    """What a release writes.

    Attributes:
        version: The version of the client.
        changelog: The changelog with an entry for it.
        project: The `pyproject.toml` with it.
    """

    version: str
    changelog: str
    project: str


def release(
    changes: Sequence[Change], version: str, changelog: str, project: str
) -> Release | None:
    """Make a release of changes.

    What stands under `Unreleased` becomes part of its entry.

    Args:
        changes: What changed since the last one.
        version: The version of the last one.
        changelog: The text of the changelog.
        project: The text of the `pyproject.toml`.

    Returns:
        The release, or `None` if the changelog has it, or nothing has changed.

    Raises:
        ReleaseError: A text lacks what has to be changed in it.
    """
    entry = markdown(changes)
    if not changes or f"## {version}\n\n{entry}" in changelog:
        return None
    following = next_version(version, verdict_of(changes))
    found = re.search(_SETTING.format(re.escape(version)), project)
    if found is None:
        raise ReleaseError(f'[tool.generator] has no line `version = "{version}"`')
    if changelog.count(_UNRELEASED) != 1:
        raise ReleaseError("the changelog needs one heading `## Unreleased`")
    told = f"{_UNRELEASED}\n## {following}\n\n{entry}"
    begin, end = found.span(1)
    return Release(
        version=following,
        changelog=changelog.replace(_UNRELEASED, told),
        project=project[:begin] + following + project[end:],
    )


def next_version(version: str, verdict: Verdict) -> str:
    """Give the version after another one, as Semantic Versioning has it.

    Before 1.0.0 what breaks moves the second number, and all else the third.

    Raises:
        ReleaseError: It is not three numbers.
    """
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ReleaseError(f"the version {version} is not three numbers")
    first, second, third = map(int, found.groups())
    weight = verdict if first else verdict - 1
    if weight >= Verdict.MAJOR:
        return f"{first + 1}.0.0"
    if weight == Verdict.MINOR:
        return f"{first}.{second + 1}.0"
    return f"{first}.{second}.{third + 1}"
