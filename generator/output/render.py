"""Plan to Tree: the Jinja environment and the few filters that only lay out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2

from ..emit.code import Code
from ..emit.outputs import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..emit.outputs import Plan, Tree


class RenderError(TemplateError):
    """A template printed what is no `Code`, or asked for what is not there."""


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
            tree[output.path] = template.render(view=output.view)
        except (jinja2.TemplateError, TypeError) as error:
            message = f"{output.template} for {output.path}: {error}"
            raise RenderError(message) from error
    for copy in plan.copies:
        tree[copy.path] = copy.source.read_bytes().decode("utf-8")
    return dict(sorted(tree.items()))


def _environment(folder: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        finalize=_only_code,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 (Python is emitted, not HTML; see `finalize`)
    )
    environment.filters.clear()
    environment.filters["commas"] = _commas
    environment.filters["lines"] = _lines
    return environment


def _only_code(value: object) -> Code:
    if not isinstance(value, Code):
        message = f"{type(value).__name__} {value!r} was printed, which is no Code"
        raise TypeError(message)
    return value


def _commas(parts: Iterable[Code]) -> Code:
    return Code(", ".join(_only_code(part) for part in parts))


def _lines(parts: Iterable[Code]) -> Code:
    return Code("\n".join(_only_code(part) for part in parts))
