"""What the commands are given that read other descriptions of the API."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def add(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    """Declare the commands and their arguments."""
    told = "say where another description of the API disagrees"
    beside = add_parser("compare", help=told)
    beside.add_argument("upstream", type=Path, help="a file of OpenAPI, valid or not")
    beside.add_argument("--json", action="store_true", help="all of it, for programs")
    told = "print an operation of another description in our dialect"
    taken = add_parser("scaffold", help=told)
    taken.add_argument("upstream", type=Path, help="a file of OpenAPI, valid or not")
    told = 'verb and path such as "GET /albums/{id}", or the operationId there'
    taken.add_argument("operation", help=told)
