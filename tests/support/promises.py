"""Tests say which promise of `docs/reliability.md` they hold, by its name."""

from __future__ import annotations

import pytest

from tests.reliability import PAGE, promised

_PROMISED = frozenset(promised(PAGE.read_text(encoding="utf-8")))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Fail to collect a test that says it holds what nobody promised."""
    for mark in metafunc.definition.iter_markers("promise"):
        for name in mark.args:
            if name not in _PROMISED:
                pytest.fail(
                    f"{metafunc.definition.nodeid} holds {name!r}, which"
                    f" docs/{PAGE.name} does not promise",
                    pytrace=False,
                )
