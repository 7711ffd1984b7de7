"""The one-file form: closed, valid, the same every time, and read back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from hypothesis import given, strategies as st

from generator.findings import Problems
from generator.load.fields import value_of
from generator.load.load import load
from generator.output.bundle import dump
from generator.source.compose import parse
from generator.source.nodes import Budget
from generator.validation.validate import validate

from .sample import FILES, SAMPLE, expand, load_text, minimal, write

if TYPE_CHECKING:
    from pathlib import Path

    from generator.dialect.schema import Value


def _references(value: Value) -> list[str]:
    if isinstance(value, dict):
        own = [str(value["$ref"])] if "$ref" in value else []
        return own + [item for part in value.values() for item in _references(part)]
    if isinstance(value, list):
        return [item for part in value for item in _references(part)]
    return []


def test_a_bundle_is_closed_and_valid(tmp_path: Path) -> None:
    bundle = load(write(tmp_path, FILES)).bundle
    assert isinstance(bundle, dict)
    assert sorted(set(_references(bundle))) == [
        "#/components/examples/examples-more-default",
        "#/components/examples/examples-things-default",
        "#/components/headers/ETag",
        "#/components/parameters/id",
        "#/components/responses/Found",
        "#/components/schemas/Another",
        "#/components/schemas/Other",
        "#/components/schemas/Thing",
    ]
    assert validate(bundle) == ()


def test_extensions_and_mappings_are_in_it(tmp_path: Path) -> None:
    text = dump(load(write(tmp_path, FILES)).bundle)
    assert "x-quota-modes:\n  one: One.\n" in text
    assert "x-availability:\n        one: available\n" in text
    assert "other: '#/components/schemas/Other'" in text
    assert "/things/{id}:\n    get:\n" in text


def test_a_bundle_is_itself_a_description(tmp_path: Path) -> None:
    first = load(write(tmp_path / "a", FILES))
    again = load_text(tmp_path / "b", dump(first.bundle))
    assert again.bundle == first.bundle
    assert [named.name for named in again.schemas] == ["Another", "Other", "Thing"]


def test_the_order_of_files_and_shared_names_means_nothing(tmp_path: Path) -> None:
    backwards = dict(FILES)
    lines = FILES["schemas/others.yaml"].splitlines(keepends=True)
    backwards["schemas/others.yaml"] = "".join([*lines[6:], *lines[:6]])
    first = dump(load(write(tmp_path / "a", FILES)).bundle)
    assert dump(load(write(tmp_path / "b", backwards)).bundle) == first


def test_the_sample_is_valid_and_reads_back(tmp_path: Path) -> None:
    document = load_text(tmp_path, expand(SAMPLE))
    assert validate(document.bundle) == ()
    assert load_text(tmp_path, dump(document.bundle)).bundle == document.bundle


def test_text_that_looks_like_something_else_is_quoted(tmp_path: Path) -> None:
    words = [
        "NO",
        "1e3",
        "010",
        "2026-02-11",
        "0o7",
        "12:30",
        "null",
        "",
        "a: b",
        "# x",
    ]
    schema = "{type: array, items: {type: string}}"
    bundle = load_text(tmp_path, minimal(schema, str(words))).bundle
    text = dump(bundle)
    assert yaml.safe_load(text) == bundle
    assert '- "NO"\n' in text


_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_DATA = st.dictionaries(
    _TEXT.filter(lambda name: name != "$ref"),
    st.lists(_TEXT | st.booleans() | st.integers() | st.none(), max_size=4),
    max_size=4,
)


@given(_DATA)
def test_both_versions_of_yaml_read_a_dump_back(data: dict[str, Value]) -> None:
    text = dump(data)
    assert yaml.safe_load(text) == data
    problems = Problems()
    parsed = parse(text, "x.yaml", problems, Budget())
    assert parsed.root is not None
    assert value_of(parsed.root, problems) == data
    assert problems.findings == []
