"""What the command `vendor` is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    told = "the folder that the package is put into, in any repository"
    parser.add_argument("destination", type=Path, metavar="DEST", help=told)
    told = "the name of the package there; the configured one if absent"
    parser.add_argument("--name", metavar="PACKAGE", help=told)
    told = "show what would change, and write nothing"
    parser.add_argument("--dry-run", action="store_true", help=told)
    told = "overwrite files of the package that were edited there"
    parser.add_argument("--force", action="store_true", help=told)
