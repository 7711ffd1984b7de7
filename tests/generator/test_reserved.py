"""Names that emitted code uses itself: read from it, and refused in descriptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.generator.sample import judge, minimal
from tests.support.generate import reserved_names

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = minimal("{type: string}", '""')
CLIENT = sorted(reserved_names().client)


def test_they_are_those_of_the_runtime() -> None:
    found = reserved_names()
    assert found.client >= {"close", "aclose", "raw", "pages", "with_options"}
    assert found.errors >= {"ClientError", "InvalidIdError", "RateLimitedError"}
    assert found.paging == {"prefetch", "cursor"}
    assert found.resources >= {"AsyncPager", "Resource", "Sequence", "Timestamp"}


@pytest.mark.parametrize("name", CLIENT)
def test_no_call_takes_the_place_of_the_client_s_own(tmp_path: Path, name: str) -> None:
    text = re.sub(r"operationId: [a-z_.]+", f"operationId: {name}", WHOLE)
    (found,) = judge(tmp_path, text)
    assert (found.rule, f"own `{name}`" in found.message) == ("operation-id", True)


@pytest.mark.parametrize("name", ["pager", "async_resource", "sequence", "any"])
def test_no_resource_has_the_class_of_another(tmp_path: Path, name: str) -> None:
    text = re.sub(r"operationId: [a-z_.]+", f"operationId: {name}.get", WHOLE)
    (found,) = judge(tmp_path, text)
    assert (found.rule, "name that is taken" in found.message) == ("operation-id", True)


@pytest.mark.parametrize("name", ["TypeAlias", "Page", "UnknownItem", "None"])
def test_no_model_has_the_name_of_what_models_are_made_of(
    tmp_path: Path, name: str
) -> None:
    schema = f"{name}: {{type: object, description: d, properties: {{}}}}"
    text = f"{WHOLE}components:\n  schemas:\n    {schema}\n"
    assert "schema-name" in {found.rule for found in judge(tmp_path, text)}
