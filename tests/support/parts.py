"""Parts of a machine that tests need: a skip where one is missing, in CI a failure."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def lack(reason: str) -> NoReturn:
    """Skip the test; fail it where everything has to be there (`REQUIRE_ALL`)."""
    if os.environ.get("REQUIRE_ALL"):
        pytest.fail(reason)
    pytest.skip(reason)


def need(program: str, reason: str) -> None:
    """Look for a program on the path."""
    if shutil.which(program) is None:
        lack(f"{program} is not here: {reason}")
