"""Fixtures of pytest for programs that use Spotify Web API.

pytest finds them where this package is installed; where it was copied, name this module
in `pytest_plugins`.
"""

from __future__ import annotations

from typing import Any

from .._runtime import add_seed, make_fixtures

fake_spotify, spotify, async_spotify = make_fixtures(
    __name__.rpartition(".testing.")[0], "Spotify", "spotify"
)


def pytest_addoption(parser: Any) -> None:
    """Add the option that chooses what the service makes up."""
    add_seed(parser, "spotify")
