"""Records of the runtime: nobody changes them, and their fields are named."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil

import pytest

import _runtime

CHANGED = {"Named", "Progress", "Shared"}
"""Those that are noted down as a call goes on."""
PLACED = {"Address", "AsyncDriver", "DriftRecord", "Driver", "Progress"}
"""Those with many fields that are given by place: inside of one room."""


def records() -> list[type]:
    found: dict[str, type] = {}
    for module in pkgutil.walk_packages(_runtime.__path__, "_runtime."):
        for value in vars(importlib.import_module(module.name)).values():
            is_ours = isinstance(value, type) and value.__module__ == module.name
            if is_ours and dataclasses.is_dataclass(value):
                found[f"{module.name}.{value.__name__}"] = value
    return list(found.values())


def test_nobody_changes_a_record() -> None:
    assert len(records()) > 30
    changed = {
        each.__name__
        for each in records()
        if not each.__dataclass_params__.frozen  # type: ignore[attr-defined]
    }
    assert changed <= CHANGED, changed
    assert [each for each in records() if "__slots__" not in vars(each)] == []


def test_many_fields_are_given_by_name() -> None:
    several = [
        each
        for each in records()
        if len(dataclasses.fields(each)) > 4 and each.__name__ not in PLACED
    ]
    assert len(several) > 10
    for record in several:
        with pytest.raises(TypeError, match="positional"):
            record(*range(len(dataclasses.fields(record))))
