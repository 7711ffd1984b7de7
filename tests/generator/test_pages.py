"""Pages: what all of them have, and what the schema of one adds."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest

from _runtime.models.page import Cursors, Page
from generator.dialect.pages import CURSORS, PARTS
from tests.support.generate import generate, settings, write
from tests.test_golden import GOLDEN

if TYPE_CHECKING:
    from pathlib import Path


def test_all_pages_have_what_the_runtime_gives_them() -> None:
    assert {item.encode_name for item in msgspec.structs.fields(Page)} == set(PARTS)
    assert {item.encode_name for item in msgspec.structs.fields(Cursors)} == CURSORS


@pytest.mark.promise("pages-lose-nothing")
def test_what_a_page_has_besides_is_an_attribute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = GOLDEN / "page_with_more" / "spec.yaml"
    config = settings(spec, package="client_of_pages")
    write(generate(config), tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    models = importlib.import_module("client_of_pages.models")
    example = (
        b'{"items": ["a"], "next": null, "facets": {"b": 1}, "sortedBy": {"key": "c"}}'
    )
    page = msgspec.json.decode(example, type=models.ThingPage)
    assert (page.items, page.facets, page.sorted_by.key) == (["a"], {"b": 1}, "c")
    for name in [name for name in sys.modules if name.startswith("client_of_pages")]:
        monkeypatch.delitem(sys.modules, name)
