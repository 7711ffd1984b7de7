"""The service as a program, for tests in other languages."""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from typing import TYPE_CHECKING

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .service import FakeService


_LONG = 3600.0


def serve_until_interrupted(
    make: Callable[..., FakeService], program: str, arguments: Sequence[str]
) -> int:
    """Serve until Ctrl-C.

    Args:
        make: Makes the service, of a seed and a quota mode.
        program: How the program is called.
        arguments: What it is called with.

    Returns:
        The exit code: 0, or 2 where it cannot be served.
    """
    parser = argparse.ArgumentParser(prog=program)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="answer on loopback until Ctrl-C")
    serve.add_argument("--port", type=int, default=0, help="0 for one that is free")
    serve.add_argument("--seed", type=int, default=0, help="what is made up differs")
    serve.add_argument("--quota-mode", help="that of the application")
    given = parser.parse_args(arguments)
    try:
        service = make(seed=given.seed, quota_mode=given.quota_mode)
        with (
            service.serve(port=given.port) as root,
            contextlib.suppress(KeyboardInterrupt),
        ):
            sys.stdout.write(f"{root}\n")
            sys.stdout.flush()
            while True:
                time.sleep(_LONG)
    except (ConfigurationError, OSError, OverflowError) as error:
        sys.stderr.write(f"{program}: {error}\n")
        return 2
    return 0
