"""What the commands are given."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from .changes import report
from .changes.change import Verdict
from .config import CONFIG
from .reality import options as reality_options
from .upstream import options as upstream_options
from .vendor import options as vendor_options

EXIT_USAGE = 3
FORMATS = {
    "markdown": report.markdown,
    "json": report.as_json,
    "github": report.github,
}
"""What `diff` prints, by its name."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Exit with the status of a wrong command line, not with that of argparse."""
        self.print_usage(sys.stderr)
        self.exit(EXIT_USAGE, f"{self.prog}: {message}\n")


def parser(program: str) -> argparse.ArgumentParser:
    """Declare the commands and their arguments.

    Args:
        program: How the command line was called.
    """
    root = _Parser(
        prog=program,
        description="Turn an OpenAPI description into a typed Python client.",
    )
    root.add_argument("--config", type=Path, default=CONFIG, help="the pyproject.toml")
    root.add_argument(
        "--quiet", action="store_true", help="print nothing but what is wrong"
    )
    commands = root.add_subparsers(dest="command", required=True)
    _add_generate(commands.add_parser("generate", help="write the client"))
    commands.add_parser("check", help="fail if the client is not what it should be")
    commands.add_parser("lint", help="check the description alone")
    written = commands.add_parser("bundle", help="write the description as one file")
    written.add_argument(
        "--output", type=Path, help="a file; standard output if absent"
    )
    told = "hold recorded responses against it"
    reality_options.add(commands.add_parser("reality", help=told))
    told = "say what changes of the description mean for users"
    _add_diff(commands.add_parser("diff", help=told))
    upstream_options.add(commands.add_parser)
    told = "put the package into another repository, or update it there"
    vendor_options.add(commands.add_parser("vendor", help=told))
    told = "say whether a copy of a package is what was generated"
    copy = commands.add_parser("verify", help=told)
    copy.add_argument("folder", type=Path, help="a package, with its MANIFEST")
    return root


def _add_generate(generate: argparse.ArgumentParser) -> None:
    told = "first make a release of what changed since --base"
    generate.add_argument("--changelog", action="store_true", help=told)
    generate.add_argument("--base", default="HEAD", help="as for diff")
    told = "overwrite files of the client that were edited"
    generate.add_argument("--force", action="store_true", help=told)


def _add_diff(diff: argparse.ArgumentParser) -> None:
    told = "a revision of git, or a file such as a bundle; HEAD if absent"
    diff.add_argument("--base", default="HEAD", help=told)
    diff.add_argument("--format", choices=FORMATS, default="markdown")
    diff.add_argument(
        "--fail-on",
        choices=[str(each) for each in Verdict if each],
        help="exit with 1 if the change is this or more",
    )
