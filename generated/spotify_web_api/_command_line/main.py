"""The commands, their options and their exit codes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .._runtime.engine.failures import one_line
from ..errors import ReauthorizationRequiredError, SpotifyError
from .access import PROGRAM, Access, scopes_named
from .output import give_up, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_OK, EXIT_FAILED, EXIT_INTERRUPTED = 0, 1, 130

_DESCRIPTION = """\
Log in to Spotify once, and let your programs use the tokens
(FileTokenStore). The application is that of the environment:
SPOTIFY_CLIENT_ID, SPOTIFY_REDIRECT_URI and, for the authorization
code flow instead of PKCE, SPOTIFY_CLIENT_SECRET.
"""
_EXIT_CODES = "Exit codes: 0 done, 1 failed, 2 wrong command line, 130 interrupted."
_SCOPES = (
    "what to ask for: names with commas between them, or `read` (all that calls "
    "need which change nothing; the default), `all` (all that any call needs), "
    "`none`; what was granted before is kept"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The command line; by default that of the process.

    Returns:
        0 done, 1 failed, 130 interrupted. A wrong command line exits with 2.
    """
    options = parser().parse_args(arguments)
    try:
        return _run(options)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except SpotifyError as error:
        text = one_line(str(error))
        if isinstance(error, ReauthorizationRequiredError):
            text = f"{text} ({PROGRAM} login)"
    except OSError as error:  # a reader that has gone, a disk that is full
        give_up()
        text = error.strerror or type(error).__name__
    tell(f"{PROGRAM} {options.command}: {text}")
    return EXIT_FAILED


def _run(options: argparse.Namespace) -> int:
    access = Access(
        client_id=options.client_id,
        redirect_uri=options.redirect_uri,
        user=options.user,
        pkce=options.pkce,
        accounts_url=options.accounts_url,
        api_url=options.api_url,
    )
    if options.command == "doctor":
        from .doctor import doctor

        return doctor(access)
    from . import user

    if options.command == "login":
        return user.login(
            access,
            scopes_named(options.scopes),
            paste=options.paste,
            timeout=options.timeout,
        )
    return user.whoami(access) if options.command == "whoami" else user.logout(access)


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    made = argparse.ArgumentParser(
        prog=PROGRAM,
        description=_DESCRIPTION,
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = made.add_subparsers(dest="command", required=True, metavar="command")
    common = _common()
    text = "consent in the browser, and keep the tokens"
    _add_login(commands.add_parser("login", parents=[common], help=text))
    for name, text in {
        "whoami": "show whose tokens are kept, and what they allow",
        "logout": "forget the tokens",
        "doctor": "check settings, network, clock and tokens, and say what to do",
    }.items():
        commands.add_parser(name, parents=[common], help=text)
    return made


def _add_login(login: argparse.ArgumentParser) -> None:
    login.add_argument("--scopes", default="read", help=_SCOPES)
    login.add_argument(
        "--paste",
        action="store_true",
        help="for machines without a browser: paste the address you end up at",
    )
    login.add_argument(
        "--timeout",
        type=float,
        default=300.0,
        metavar="SECONDS",
        help="how long to wait for you, unless you paste (default: 300)",
    )


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--user", default="", metavar="NAME", help="which of several users it is about"
    )
    common.add_argument(
        "--client-id", metavar="ID", help="instead of SPOTIFY_CLIENT_ID"
    )
    common.add_argument(
        "--redirect-uri", metavar="URI", help="instead of SPOTIFY_REDIRECT_URI"
    )
    common.add_argument(
        "--pkce", action="store_true", help="use PKCE, whether or not there is a secret"
    )
    for name in ("--accounts-url", "--api-url"):  # servers of tests
        common.add_argument(name, help=argparse.SUPPRESS)
    return common
