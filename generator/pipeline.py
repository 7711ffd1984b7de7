"""The one sequence of stages: load, lint, build, plan, render, format.

The validator gives its verdict beside them. Commands and tests run the sequence, or the
first part of it, from here. A stage is loaded when it is needed: each command does
without some.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from .findings import InvalidDescriptionError, in_order

if TYPE_CHECKING:
    from pathlib import Path

    from .changes.change import Change
    from .config import Config
    from .dialect.document import Document
    from .emit.outputs import Plan, Tree
    from .findings import Finding
    from .load.load import Loaded

Watch = Callable[[str], AbstractContextManager[None]]
"""Given the name of a stage, what to enter while it runs."""


def unwatched(stage: str) -> AbstractContextManager[None]:
    """Let a stage run without a look at it."""
    del stage
    return nullcontext()


def described(config: Config, watch: Watch = unwatched) -> Document:
    """Load and lint the description.

    Raises:
        InvalidDescriptionError: with all that is wrong with it.
    """
    return _loaded(config, watch).document


def validated(config: Config, watch: Watch = unwatched) -> Document:
    """Load, lint and validate the description.

    Raises:
        InvalidDescriptionError: with all that is wrong with it.
    """
    from .validation.validate import validate

    loaded = _loaded(config, watch)
    with watch("validate"):
        findings = validate(loaded.document.bundle)
    _refuse(loaded, findings)
    return loaded.document


def planned(document: Document, config: Config, watch: Watch = unwatched) -> Plan:
    """Build a description and plan what to emit for it."""
    from .build.build import build
    from .plan.plan import plan

    with watch("build"):
        api = build(document)
    with watch("plan"):
        return plan(api, config)


def printed(
    outputs: Plan, watch: Watch = unwatched, memory: Path | None = None
) -> Tree:
    """Render and format what is planned, and look at it once more.

    Args:
        outputs: What is planned.
        watch: What to enter while a stage runs.
        memory: A folder of formatted texts that are remembered, if those will do.

    Raises:
        TemplateError: a template is at fault, or an emitter.
    """
    from .output.format import format_tree
    from .output.gate import examined
    from .output.render import render

    with watch("render"):
        tree = render(outputs)
    verbatim = frozenset(copy.path for copy in outputs.copies)
    with watch("format"):
        formatted = format_tree(tree, verbatim, memory)
    with watch("examine"):
        return examined(formatted, verbatim)


def changed(config: Config, base: Path, watch: Watch = unwatched) -> tuple[Change, ...]:
    """Say what the step from another description to ours means for users.

    Args:
        config: What to generate from what.
        base: The root file of the other description, which may leave house rules aside.
        watch: What to enter while a stage runs.

    Raises:
        InvalidDescriptionError: with all that is wrong with one of the descriptions.
        UntoldChangeError: The emitted client changes more than the comparison tells.
    """
    from .build.build import build
    from .changes.compare import changes
    from .changes.surface import check_told

    other = replace(config, spec=base, house=False)
    before, after = described(other, watch), described(config, watch)
    with watch("compare"):
        found = changes(build(before), build(after))
    if found:
        with watch("check"):
            check_told(source(before, config), source(after, config), found)
    return found


def source(document: Document, config: Config) -> Tree:
    """Make the source of a client, without its format and what is copied.

    Raises:
        TemplateError: a template is at fault.
    """
    from .output.render import render

    return render(replace(planned(document, config), copies=()))


def tree(config: Config, watch: Watch = unwatched, *, trust: bool = False) -> Tree:
    """Make all files of the client, with their manifest.

    Args:
        config: What to generate from what.
        watch: What to enter while a stage runs.
        trust: Whether what is remembered will do: the verdict of the validator, and
            formatted texts.

    Raises:
        InvalidDescriptionError: with all that is wrong with the description.
        TemplateError: a template is at fault.
    """
    from .output.manifest import with_manifest
    from .validation.verdict import Verdict

    loaded = _loaded(config, watch)
    verdict = Verdict.begin(loaded.document, config.cache / "verdicts", trust=trust)
    memory = config.cache / "formatted" if trust else None
    files = printed(planned(loaded.document, config, watch), watch, memory)
    with watch("validate"):
        findings = verdict.findings()
    _refuse(loaded, findings)
    return with_manifest(with_manifest(files, config.package))


def _loaded(config: Config, watch: Watch) -> Loaded:
    from .lint.lint import lint
    from .load.load import load_all
    from .plan.reserved import reserved

    with watch("load"):
        loaded = load_all(config.spec)
    with watch("lint"):
        found = lint(loaded.document, reserved(config), house=config.house)
    style = loaded.style if config.house else ()
    findings = (*loaded.findings, *found, *style)
    if findings:
        raise InvalidDescriptionError(in_order(findings))
    return loaded


def _refuse(loaded: Loaded, findings: tuple[Finding, ...]) -> None:
    """Stop at what the validator says, told by file and line instead of by pointer."""
    if findings:
        placed = (
            replace(item, at=loaded.place(item.at.file.partition("#")[2]))
            for item in findings
        )
        raise InvalidDescriptionError(in_order(placed))
