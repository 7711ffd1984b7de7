"""Facts and recordings that lie beside the repository, where there are any."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("SHARED_DIR", Path(__file__).parents[2].parent / "shared"))


def shared_file(name: str) -> Path:
    """Find a file below the shared folder, or skip the test with the reason."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not here (set SHARED_DIR to the folder that has it)")
    return path
