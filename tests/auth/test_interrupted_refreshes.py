"""An interrupt (Ctrl-C) at any line of ours loses no token, and leaves no lock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from spotify_web_api import MemoryTokenStore, Spotify
from tests.support.accounts import Accounts
from tests.support.failing_stores import expired

from .conftest import wait_for_refreshes

OURS = ("auth/lifecycle", "auth/exclusive", "engine/shielded", "engine/drivers")


def interrupted(call: Callable[[], object], line: int) -> bool:
    """Make a call that is interrupted at a line, counted; say whether it was."""
    left = line

    def ours(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal left
        left -= event == "line"
        if not left:
            sys.settrace(None)
            raise KeyboardInterrupt
        return ours

    def called(frame: FrameType, *_: Any) -> Any:
        name = frame.f_code.co_filename
        return ours if any(f"_runtime/{each}" in name for each in OURS) else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        call()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


@pytest.mark.slow
@pytest.mark.promise("refreshes-end-by-themselves")
def test_an_interrupt_at_any_line_loses_nothing(rotating: Accounts) -> None:
    line, was_interrupted = 0, True
    while was_interrupted:
        line += 1
        auth = expired(rotating, MemoryTokenStore())
        with Spotify(auth, base_url=rotating.api) as spotify:
            was_interrupted = interrupted(spotify.users.me, line)
            wait_for_refreshes()
            assert not auth.guard.locked()
            assert spotify.users.me()
    assert line > 50
    assert not any(family.revoked for family in rotating.families.values())
