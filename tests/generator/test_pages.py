"""Pages: what all of them have, and what the schema of one adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from _runtime.models.page import Cursors, Page
from generator.dialect.pages import CURSORS, PARTS
from tests.support.emitted import package_of
from tests.test_golden import GOLDEN

if TYPE_CHECKING:
    from types import ModuleType

things = package_of(GOLDEN / "page_with_more" / "spec.yaml", "client_of_pages")


def test_all_pages_have_what_the_runtime_gives_them() -> None:
    assert {item.encode_name for item in msgspec.structs.fields(Page)} == set(PARTS)
    assert {item.encode_name for item in msgspec.structs.fields(Cursors)} == CURSORS


@pytest.mark.promise("pages-lose-nothing")
def test_what_a_page_has_besides_is_an_attribute(things: ModuleType) -> None:
    example = (
        b'{"items": ["a"], "next": null, "facets": {"b": 1}, "sortedBy": {"key": "c"}}'
    )
    page = msgspec.json.decode(example, type=things.models.ThingPage)
    assert (page.items, page.facets, page.sorted_by.key) == (["a"], {"b": 1}, "c")
