"""References lead to named things in the folder of the description, nowhere else."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from generator.load.load import load
from generator.source.references import BadReferenceError, split
from tests.support.shared import shared_file

from .sample import minimal, refused, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SCHEMA = "{type: string, description: d}"


class Watch:
    """What a process opens while it is watched; a hook cannot be taken off again."""

    def __init__(self) -> None:
        self.on = False
        self.opened: list[str] = []
        self.connected: list[str] = []
        sys.addaudithook(self._see)

    def _see(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on:
            return
        if event == "open" and isinstance(arguments[0], str):
            self.opened.append(arguments[0])
        elif event.startswith(("socket.", "urllib.", "http.client", "subprocess.")):
            self.connected.append(event)


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch()


@pytest.fixture
def watched(watch: Watch) -> Iterator[Watch]:
    watch.opened, watch.connected, watch.on = [], [], True
    yield watch
    watch.on = False


def _with_reference(folder: Path, reference: str, schemas: str = "") -> Path:
    text = minimal(f"{{$ref: {json.dumps(reference)}}}", "a")
    text += f"components:\n  schemas:\n    Known: {_SCHEMA}\n{schemas}"
    return write(folder, {"spec.yaml": text, "other.yaml": f"X: {_SCHEMA}\n"})


def test_the_vectors_of_references(tmp_path: Path, watched: Watch) -> None:
    vectors = json.loads(shared_file("vectors/spec_refs.json").read_text("utf-8"))
    names = f'    "a/b~c": {_SCHEMA}\n    A: {_SCHEMA}\n'
    names += '    B: {$ref: "#/components/schemas/C"}\n'
    names += '    C: {$ref: "#/components/schemas/B"}\n'
    for number, vector in enumerate(vectors):
        reference = vector["ref"].split(" ")[0]
        root = _with_reference(tmp_path / str(number), reference, names)
        found = refused(root)
        rules = {item.rule for item in found} - {"reference-cycle", "schema-alias"}
        fine = vector["expect"].startswith(
            ("ok", "resolves", "percent", "error with chain")
        )
        assert (not rules) == fine, (vector, found)
        chains = [item.message for item in found if item.rule == "reference-cycle"]
        assert chains == ["references in a circle: B → C → B"]
    inside = str(tmp_path.resolve())
    opened = [name for name in watched.opened if name.endswith((".yaml", "hostname"))]
    assert all(name.startswith(inside) for name in opened)
    assert watched.connected == []


@pytest.mark.parametrize(
    ("reference", "rule"),
    [
        ("http://127.0.0.1:1/x.yaml#/X", "bad-reference"),
        ("//127.0.0.1/x.yaml#/X", "bad-reference"),
        ("/etc/hostname#/X", "bad-reference"),
        ("C:\\x.yaml#/X", "bad-reference"),
        ("\\\\host\\x.yaml#/X", "bad-reference"),
        ("other.yaml", "bad-reference"),
        ("other.yaml#", "bad-reference"),
        ("other.yaml#X", "bad-reference"),
        ("other.yaml?a#/X", "bad-reference"),
        ("other.yaml#/~2", "bad-reference"),
        ("other.yaml#/%FF", "bad-reference"),
        ("%66%ff#/X", "bad-reference"),
        ("#/Known", "bad-reference"),
        ("#/components/schemas/Known/type", "bad-reference"),
        ("#/components/parameters/Known", "bad-reference"),
        ("other.yaml#/X/type", "bad-reference"),
        ("../outside.yaml#/X", "reference-outside"),
        ("%2e%2e/outside.yaml#/X", "reference-outside"),
        ("a/../../outside.yaml#/X", "reference-outside"),
        ("%00.yaml#/X", "reference-outside"),
        (".#/X", "reference-outside"),
        ("missing.yaml#/X", "missing-file"),
        ("folder#/X", "missing-file"),
        ("link.yaml#/X", "reference-outside"),
        ("loop.yaml#/X", "missing-file"),
        (f"{'x' * 300}.yaml#/X", "missing-file"),
        ("#/components/schemas/Know", "dangling-reference"),
        ("other.yaml#/Y", "dangling-reference"),
    ],
)
def test_a_bad_reference_is_told_where_it_stands(
    tmp_path: Path, watched: Watch, reference: str, rule: str
) -> None:
    root = _with_reference(tmp_path / "spec", reference)
    (tmp_path / "outside.yaml").write_text(f"X: {_SCHEMA}\n")
    (tmp_path / "spec" / "folder").mkdir()
    (tmp_path / "spec" / "link.yaml").symlink_to("../outside.yaml")
    (tmp_path / "spec" / "loop.yaml").symlink_to("loop.yaml")
    watched.opened.clear()
    found = refused(root)
    assert [(item.rule, str(item.at)) for item in found] == [(rule, "spec.yaml:18:30")]
    assert not any("outside" in name for name in watched.opened)


def test_the_nearest_names_are_proposed(tmp_path: Path) -> None:
    (found,) = refused(_with_reference(tmp_path, "#/components/schemas/Know"))
    assert found.remedy == "Did you mean `Known`?"


@pytest.mark.parametrize(
    "reference",
    ["./other.yaml#/X", "a/../other.yaml#/X", "other%2Eyaml#/X", "alias.yaml#/X"],
)
def test_a_file_is_one_file_however_it_is_spelled(
    tmp_path: Path, reference: str
) -> None:
    root = _with_reference(tmp_path, reference)
    (tmp_path / "alias.yaml").symlink_to("other.yaml")
    document = load(root)
    assert [item.file for item in document.schemas] == ["spec.yaml", "other.yaml"]


def test_a_name_in_another_section_is_no_schema(tmp_path: Path) -> None:
    parameter = "{$ref: other.yaml#/X}"
    root = _with_reference(tmp_path, "other.yaml#/X")
    text = root.read_text().replace(
        "security: []", f"security: []\n      parameters: [{parameter}]"
    )
    root.write_text(text)
    (wrong,) = (item for item in refused(root) if item.rule == "bad-reference")
    assert wrong.message == (
        "`other.yaml` holds parameters; this refers to a schema in it"
    )


def test_shared_things_may_refer_to_each_other_but_not_in_a_circle(
    tmp_path: Path,
) -> None:
    text = minimal("{type: string}", "a").replace(
        '"200":', '"404": {$ref: "r.yaml#/A"}\n        "200":'
    )
    good = "A: {$ref: '#/B'}\nB: {description: d}\n"
    document = load(write(tmp_path / "a", {"spec.yaml": text, "r.yaml": good}))
    assert document.operations[0].responses[0].component == "B"
    bad = "A: {$ref: '#/B'}\nB: {$ref: '#/C'}\nC: {$ref: '#/A'}\n"
    (found,) = refused(write(tmp_path / "b", {"spec.yaml": text, "r.yaml": bad}))
    assert found.message == "references in a circle: A → B → C → A"
    assert str(found.at) == "r.yaml:1:1"


def test_nothing_stands_beside_a_reference(tmp_path: Path) -> None:
    text = minimal('{$ref: "#/components/schemas/Known", type: string}', "a")
    text = text.replace(
        '"200":', '"404": {$ref: "r.yaml#/A", description: d}\n        "200":'
    )
    text += f"components:\n  schemas:\n    Known: {_SCHEMA}\n"
    files = {"spec.yaml": text, "r.yaml": "A: {description: d}\n"}
    assert [item.rule for item in refused(write(tmp_path, files))] == [
        "beside-reference",
        "unsupported",
    ]


@given(st.text())
def test_a_reference_is_taken_apart_or_refused(text: str) -> None:
    with suppress(BadReferenceError):
        assert split(text, "a/b.yaml").tokens


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_tokens_come_out_as_they_went_in(tokens: list[str]) -> None:
    from urllib.parse import quote

    escaped = (token.replace("~", "~0").replace("/", "~1") for token in tokens)
    pointer = "".join(f"/{quote(token, safe='')}" for token in escaped)
    assert split(f"x.yaml#{pointer}", "a/b.yaml") == ("a/x.yaml", tuple(tokens))
