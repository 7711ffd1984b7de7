"""The face of the runtime: one name for each thing, whatever room it is in."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import _runtime

FACE = Path(_runtime.__file__)


def checked() -> dict[str, str]:
    """Give what type checkers are told: name to room."""
    tree = ast.parse(FACE.read_text(encoding="utf-8"))
    branch = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in branch.body if isinstance(node, ast.ImportFrom)]
    assert len(imports) == len(branch.body)
    assert all(item.asname == item.name for node in imports for item in node.names)
    return {item.name: f".{node.module}" for node in imports for item in node.names}


def loaded() -> dict[str, str]:
    """Give what is loaded: name to room."""
    tables = (_runtime._PUBLIC, _runtime._EMITTED)
    rooms = [(room, names) for table in tables for room, names in table.items()]
    pairs = [(name, room) for room, names in rooms for name in names.split()]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def test_checkers_are_told_what_is_loaded():
    assert checked() == loaded()


@pytest.mark.parametrize("name", loaded())
def test_every_name_loads(name):
    assert getattr(_runtime, name) is not None
    assert name in _runtime.__all__
    assert name in dir(_runtime)


def test_no_other_name_is_there():
    with pytest.raises(AttributeError, match="Engine"):
        _ = _runtime.Engine
