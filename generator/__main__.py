"""The command line: `generate`, `check`, `lint`, `bundle`, `diff` and so on."""

from __future__ import annotations

import gc
import os
import shlex
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from . import pipeline, verify
from .changes.change import Verdict, verdict_of
from .changes.release import ReleaseError, release
from .changes.revisions import RevisionError, description_of
from .changes.surface import UntoldChangeError
from .command_line import EXIT_USAGE, FORMATS, parser
from .config import CONFIG, Config, ConfigError, nearest_config, read_config
from .emit.outputs import TemplateError
from .findings import InvalidDescriptionError, one_line, plain
from .output import publish as publishing
from .output.write import write
from .reality.reality import RealityError, held
from .upstream.read import UpstreamError
from .upstream.view import table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Generator, Sequence


_REFUSED = ConfigError, RealityError, ReleaseError, RevisionError, UpstreamError
_UNUSABLE = publishing.PublishError, TemplateError, UntoldChangeError
EXIT_OK, EXIT_DIFFERENT, EXIT_INVALID, EXIT_INTERRUPTED = 0, 1, 2, 130


_OWN = frozenset({"check", "generate"})
"""The commands for a client that stands where its description does."""
PROGRAM = "python -m generator"


def script() -> int:
    """Run one command of the installed program."""
    gc.disable()  # as below
    return main(program=Path(sys.argv[0]).name)


def main(arguments: Sequence[str] | None = None, program: str = PROGRAM) -> int:
    """Run one command.

    Args:
        arguments: The command and what it is given; those of the process if absent.
        program: How it was called, for what it tells.

    Returns:
        0 done, 1 `check`, `verify`, `reality` or `diff --fail-on` found a difference, 2
        the description (or a template) is invalid, 3 the command line, the
        configuration, a recording or a MANIFEST is, or a file cannot be read or
        written, 130 the user stopped it.
    """
    options = parser(program).parse_args(arguments)
    options.program = program
    say = _Progress(quiet=options.quiet)
    if options.command == "verify":  # a copy has no configuration
        return _verify(say, options)
    try:
        read = read_config if options.command in _OWN else nearest_config
        config = read(options.config)
        return _run(config, say, options)
    except _REFUSED as error:
        return _fail(one_line(str(error)), EXIT_USAGE)
    except _UNUSABLE as error:
        return _fail(str(error), EXIT_INVALID)
    except OSError as error:
        told = f"{error.filename or 'output'}: {error.strerror}"
        return _fail(one_line(told), EXIT_USAGE)
    except KeyboardInterrupt:
        return _fail("interrupted", EXIT_INTERRUPTED)


def _run(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Run a command; places of findings are told as seen from where it was called."""
    try:
        return _COMMANDS[options.command](config, say, options)
    except InvalidDescriptionError as error:
        count = len(error.findings)
        told = error.seen_from(PurePath(os.path.relpath(config.spec.parent)))
        return _fail(f"{told}\n{count} finding{'s' * (count > 1)}", EXIT_INVALID)


def _called(options: argparse.Namespace) -> list[str]:
    """Give the words that call us with this configuration, before a command."""
    usual = options.config == CONFIG
    return [
        *options.program.split(),
        *([] if usual else ["--config", str(options.config)]),
    ]


def _fail(message: str, code: int) -> int:
    sys.stderr.write(f"{plain(message)}\n")
    return code


def _write(text: str) -> None:
    """Write to standard output, in escapes where it cannot show a character."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


class _Progress:
    """What a run tells of itself: the time of each stage, on a terminal; its result."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._stages = not quiet and sys.stderr.isatty()

    def done(self, result: str) -> None:
        """Tell what came out."""
        if not self._quiet:
            _write(f"{one_line(result)}\n")

    @contextmanager
    def stage(self, name: str) -> Generator[None]:
        """Time a stage and tell of it."""
        start = time.perf_counter()
        yield
        if self._stages:
            milliseconds = (time.perf_counter() - start) * 1000
            sys.stderr.write(f"{name:<10}{milliseconds:7.0f} ms\n")


def generate(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Write the emitted client."""
    if options.changelog:
        config = _released(config, say, options)
    tree = pipeline.tree(config, say.stage, trust=True)
    with say.stage("publish"):
        report = publishing.publish(tree, config.output, force=options.force)
    say.done(f"{config.output.name}: {report}")
    return EXIT_OK


def _released(config: Config, say: _Progress, options: argparse.Namespace) -> Config:
    """Make a release of what changed: its entry in the changelog, its version."""
    if config.handwritten is None:
        raise ReleaseError("a changelog needs a `handwritten` folder to stand in")
    changelog = config.handwritten / "project" / "CHANGELOG.md"
    with description_of(options.base, config.spec) as base:
        found = pipeline.changed(config, base, say.stage)
    texts = (file.read_text(encoding="utf-8") for file in (changelog, options.config))
    made = release(found, config.version, *texts)
    if made is None:
        say.done(f"nothing to release since {options.base}")
        return config
    write(changelog, made.changelog)
    write(options.config, made.project)
    say.done(f"a {verdict_of(found)} change: version {made.version}")
    return replace(config, version=made.version)


def check(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Compare the emitted client with what it should be; write nothing."""
    tree = pipeline.tree(config, say.stage)
    if publishing.compare(tree, config.output).clean:
        say.done(f"{config.output.name} is up to date")
        return EXIT_OK
    _write(plain(publishing.difference(tree, config.output)))
    mend = shlex.join([*_called(options), "generate"])
    told = f"{config.output.name} is not what it should be; run `{mend}`"
    return _fail(told, EXIT_DIFFERENT)


def lint(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Check the description, by every rule and by the validator."""
    del options
    count = len(pipeline.validated(config, say.stage).operations)
    say.done(f"{count} operation{'s' if count != 1 else ''}, no findings")
    return EXIT_OK


def bundle(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Write the description as one file."""
    from .output.bundle import dump

    text = dump(pipeline.described(config, say.stage).bundle)
    if options.output is None:
        _write(text)
    else:
        write(options.output, text)
    return EXIT_OK


def reality(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Hold recorded responses against the description."""
    document = pipeline.described(config, say.stage)
    folder = PurePath(os.path.relpath(config.spec.parent))
    with say.stage("reality"):
        given = options.files, options.operation, folder, options.since
        found = held(document, *given)
    _write(f"{found.as_json() if options.json else plain(str(found))}\n")
    return EXIT_DIFFERENT if found.drift else EXIT_OK


def diff(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Say what changes of the description mean for users of the client."""
    with description_of(options.base, config.spec) as base:
        found = pipeline.changed(config, base, say.stage)
    _write(FORMATS[options.format](found))
    limit = options.fail_on
    fails = limit is not None and verdict_of(found) >= Verdict[limit.upper()]
    return EXIT_DIFFERENT if fails else EXIT_OK


def compare(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Say where another description disagrees with ours."""
    from .upstream.compare import differences
    from .upstream.difference import as_json, folded
    from .upstream.read import read

    ours = pipeline.described(config, say.stage).bundle
    with say.stage("compare"):
        found = differences(table(ours), read(options.upstream))
    _write(as_json(found) if options.json else folded(found))
    open_ones = any(item.status != "ours on purpose" for item in found)
    return EXIT_DIFFERENT if open_ones else EXIT_OK


def scaffold(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Print an operation of another description in our dialect."""
    from .output.bundle import dump
    from .upstream.read import read
    from .upstream.scaffold import scaffold

    document = pipeline.described(config, say.stage)
    for section in scaffold(read(options.upstream), options.operation, document):
        _write(plain(f"# {section.place}\n\n{dump(section.content)}\n"))
    return EXIT_OK


def vendor(config: Config, say: _Progress, options: argparse.Namespace) -> int:
    """Put the package into another repository, or update it there."""
    from .vendor.destination import configured
    from .vendor.package import packaged
    from .vendor.settings import settings

    config = configured(config, options.destination, options.name)
    project = pipeline.tree(config, say.stage, trust=True)
    tree = packaged(project, config.package)
    if options.dry_run:
        report = publishing.examine(tree, config.output, force=options.force)
        _write(plain(publishing.difference(tree, config.output)))
        say.done(f"{config.output} would have: {report}")
    else:
        with say.stage("publish"):
            report = publishing.publish(tree, config.output, force=options.force)
        say.done(f"{config.output}: {report}")
        for path in verify.verify(config.output).unlisted:
            _fail(f"{one_line(path)}: not of the package, and left alone", EXIT_OK)
    for line in settings(project["pyproject.toml"], config.output).splitlines():
        say.done(line)
    return EXIT_OK


def _verify(say: _Progress, options: argparse.Namespace) -> int:
    """Verify a copy; its edits are shown where this project makes the same."""
    from .vendor.edits import edits

    folder = options.folder.absolute()
    done = verify.run(folder, quiet=options.quiet)
    if done == EXIT_DIFFERENT:
        with suppress(*_REFUSED, *_UNUSABLE, InvalidDescriptionError, OSError):
            _write(plain(edits(nearest_config(options.config), folder, say.stage)))
    return done


_COMMANDS = {
    "generate": generate,
    "check": check,
    "lint": lint,
    "bundle": bundle,
    "reality": reality,
    "diff": diff,
    "compare": compare,
    "scaffold": scaffold,
    "vendor": vendor,
}


if __name__ == "__main__":
    # A run ends before its garbage matters; collecting it took a quarter of the time.
    gc.disable()
    sys.exit(main())
