"""What the command `reality` is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    told = "recordings, folders of recordings, bare bodies, indexes (.csv) of bodies"
    parser.add_argument("files", type=Path, nargs="+", help=told)
    told = 'whose answers the bare bodies are, such as "GET /albums/{id}"'
    parser.add_argument("--operation", help=told)
    told = "leave out what an index says is older, or of no known year"
    parser.add_argument("--since", type=int, metavar="YEAR", help=told)
    parser.add_argument("--json", action="store_true", help="all of it, for programs")
