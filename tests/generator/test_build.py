"""What a call gives, of all that an operation may answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import ir
from generator.build.build import build

from .sample import load_text, minimal

if TYPE_CHECKING:
    from pathlib import Path

_NUMBER = "content: {application/json: {schema: {type: integer}, example: 1}}"


def _built(folder: Path, *answers: str) -> ir.Operation:
    """Build an operation that answers a text and something before it."""
    before = "".join(f"        {answer}\n" for answer in answers)
    text = minimal("{type: string}", "a").replace(
        '        "200"', f'{before}        "200"'
    )
    (operation,) = build(load_text(folder, text)).operations
    return operation


@pytest.mark.parametrize("status", [100, 102, 103, 199, 304, 404, 500])
def test_what_is_no_success_is_not_what_a_call_gives(
    tmp_path: Path, status: int
) -> None:
    operation = _built(tmp_path, f'"{status}": {{description: d, {_NUMBER}}}')
    assert operation.result == ir.Primitive("str")
    assert operation.calls[0].kind == "one"
    assert not operation.optional


def test_a_success_without_content_makes_the_result_optional(tmp_path: Path) -> None:
    operation = _built(tmp_path, '"204": {description: d}')
    assert operation.calls[0].result == ir.Nullable(ir.Primitive("str"))
    assert operation.calls[0].kind == "optional"
