"""Plan to Tree: the Jinja environment and the few filters that only lay out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2

from ..emit.code import Code, Prose, sentence
from ..emit.docstrings import docstring, summary
from ..emit.outputs import TemplateError
from ..files import read_regular, unix_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..emit.outputs import Plan, Tree


_MARK = "\0"
"""Stands around text that has not been set into a docstring yet; no text has it."""


class RenderError(TemplateError):
    """A template printed what it may not, or asked for what is not there."""


def render(plan: Plan) -> Tree:
    """Fill every template of `plan` with its view and read every verbatim file.

    Raises:
        RenderError: A template is at fault; the message names it.
    """
    environments = {
        folder: _environment(folder)
        for folder in dict.fromkeys(output.folder for output in plan.outputs)
    }
    tree: Tree = {}
    for output in plan.outputs:
        try:
            template = environments[output.folder].get_template(output.template)
            tree[output.path] = _emitted(template.render(view=output.view))
        except (jinja2.TemplateError, TypeError) as error:
            message = f"{output.template} for {output.path}: {error}"
            raise RenderError(message) from error
    for copy in plan.copies:
        tree[copy.path] = _copied(copy.source)
    return dict(sorted(tree.items()))


def _copied(source: Path) -> str:
    try:
        return unix_lines(read_regular(source).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RenderError(f"{source}: is not text in UTF-8: {error.reason}") from None


def _environment(folder: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 (Python is emitted, not HTML; see `finalize`)
    )
    environment.filters.clear()
    environment.filters["commas"] = _commas
    environment.filters["lines"] = _lines
    environment.filters["docstring"] = _docstring
    environment.filters["summary"] = _summary
    return environment


def _printed(value: object) -> str:
    if isinstance(value, Prose):
        return f"{_MARK}{sentence(value)}{_MARK}"
    return _only_code(value)


def _emitted(text: str) -> str:
    if _MARK in text:
        message = "text was printed outside of a docstring"
        raise TypeError(message)
    return text


def _docstring(body: str, indent: int = 0) -> str:
    """Set paragraphs, with blank lines between, into a docstring on its own lines."""
    paragraphs = body.replace(_MARK, "").split("\n\n")
    return f"{' ' * indent}{docstring(paragraphs, indent=indent)}\n"


def _summary(body: str, indent: int = 0) -> str:
    """Set one paragraph into a docstring which something follows in."""
    return summary(body.replace(_MARK, ""), indent=indent)


def _only_code(value: object) -> Code:
    if not isinstance(value, Code):
        message = f"{type(value).__name__} {value!r} was printed, which is no Code"
        raise TypeError(message)
    return value


def _commas(parts: Iterable[Code]) -> Code:
    return Code(", ".join(_only_code(part) for part in parts))


def _lines(parts: Iterable[Code]) -> Code:
    return Code("\n".join(_only_code(part) for part in parts))
