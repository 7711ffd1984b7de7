"""Calls written by hand: what is taken over as it is, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import ConfigError, read_config
from generator.dialect.document import Document
from tests.generator.sample import write
from tests.support.generate import emit, settings

SECOND = Path(__file__).parents[1] / "second_api" / "spec.yaml"
HEAD = """
from __future__ import annotations
from dataclasses import dataclass
if True:
    from collections.abc import Sequence
    from ... import models
    from ..sizes import Size
    from .colours import Colour
class Weight: ...
__all__ = ["Weight"]
class ShelfCalls:
    def __init__(self, session): ...
    def _hidden(self, anything): ...
"""


@pytest.fixture(scope="module")
def document() -> Document:
    from generator.load.load import load

    return load(SECOND)


def module_of(
    document: Document,
    folder: Path,
    body: str,
    calls: dict[str, str] | None = None,
    head: str = HEAD,
) -> str:
    """Emit the shelves with calls of a module; give it and the front door."""
    write(folder, {"package/_shelves/deep/calls.py": head + body})
    named = {"shelves": "_shelves.deep.calls:ShelfCalls"} if calls is None else calls
    config = replace(settings(SECOND), handwritten=folder, calls=named)
    tree = emit(document, config)
    return tree["client_of_things/_sync/shelves.py"] + "".join(
        tree[name] for name in ("client_of_things/__init__.py", "api.md")
    )


def test_arguments_annotations_and_text_are_taken_over(document, tmp_path):
    text = module_of(
        document,
        tmp_path,
        '''
    def sort(
        self, shelf: str, by: Sequence[Colour] | Size = "x", *, most: int = -1, a: bool
    ) -> Steps[list[Weight | models.Book]]:
        """Sort `a` shelf.

        By "quotes" or \\\\n.
        """
''',
    )
    assert (
        "    def sort(\n"
        "        self, shelf: str, by: Sequence[Colour] | Size ="
        ' "x", *, most: int = -1, a: bool\n'
        "    ) -> list[Weight | models.Book]:\n"
        '        """Sort `a` shelf.\n\n'
        '        By "quotes" or \\\\n.\n'
        '        """\n'
        "        return self._run(\n"
        '            "shelves.sort",\n'
        "            ShelfCalls(self._caller.session)"
        ".sort(shelf, by, most=most, a=a),\n"
        "        )\n"
    ) in text
    for line in (
        "from .._shelves.deep.calls import ShelfCalls\n",
        "    from .._shelves.deep.calls import Weight\n",
        "    from .._shelves.deep.colours import Colour\n",
        "    from .._shelves.sizes import Size\n",
        '"._shelves.deep.calls": "Weight"',
        "\n  Sort `a` shelf (several requests)\n",
        "-> list[Weight | models.Book]`",
    ):
        assert line in text
    assert "_hidden" not in text


@pytest.mark.parametrize(
    ("body", "line", "why"),
    [
        (
            "    def add(self) -> Steps[int]:\n        'x'",
            14,
            "`shelves.add` is described",
        ),
        ("    def a(self) -> Steps[int]: ...", 14, "a plain method with a docstring"),
        ("    async def a(self) -> Steps[int]:\n        'x'", 14, "a plain method"),
        (
            "    @cache\n    def a(self) -> Steps[int]:\n        'x'",
            15,
            "a plain method",
        ),
        ("    class A: ...", 14, "a plain method"),
        ("    def a(self) -> int:\n        'x'", 14, r"has to return `Steps\["),
        ("    def a(self):\n        'x'", 14, r"has to return `Steps\["),
        ("    def a(self, *x: int) -> Steps[int]:\n        'x'", 14, "without a name"),
        ("    def a(self, **x: int) -> Steps[int]:\n        'x'", 14, "without a name"),
        ("    def a(self, x, /) -> Steps[int]:\n        'x'", 14, "without a name"),
        ("    def a(self, x) -> Steps[int]:\n        'x'", 14, "`x` has no annotation"),
        (
            "    def a(self, *, x: int = N) -> Steps[int]:\n        'x'",
            14,
            "the default of `x` is no constant",
        ),
        ("    def a(self) -> Steps[Lost]:\n        'x'", 14, "`Lost` is no class and"),
        ("    def a(", 14, "never closed"),
    ],
)
def test_what_cannot_be_a_call_is_refused_with_its_place(
    document, tmp_path, body, line, why
):
    with pytest.raises(ConfigError, match=rf"calls\.py:{line}: .*{why}"):
        module_of(document, tmp_path, body)


@pytest.mark.parametrize(
    ("calls", "why"),
    [
        ({"attics": "a:A"}, "attics: there is no resource of that name"),
        ({"shelves": "_shelves.deep.calls:Lost"}, "there is no class `Lost`"),
        ({"shelves": "_shelves.lost:ShelfCalls"}, r"lost\.py: No such file"),
    ],
)
def test_what_is_not_there_is_named(document, tmp_path, calls, why):
    with pytest.raises(ConfigError, match=why):
        module_of(document, tmp_path, "", calls)


def test_without_a_folder_there_are_no_such_calls(document):
    config = replace(settings(SECOND), calls={"shelves": "a:A"})
    with pytest.raises(ConfigError, match="shelves: there is no `handwritten`"):
        emit(document, config)


def test_a_class_may_not_have_the_name_of_the_one_it_extends(document, tmp_path):
    named = {"shelves": "_shelves.deep.calls:Shelves"}
    with pytest.raises(ConfigError, match="`Shelves` is the class of the resource"):
        module_of(document, tmp_path, "class Shelves: ...", named)


def test_a_name_of_the_front_door_is_offered_once(document, tmp_path):
    with pytest.raises(ConfigError, match="__all__: the name `Page` is taken"):
        module_of(document, tmp_path, "", head=HEAD.replace('["Weight"]', '["Page"]'))


@pytest.mark.parametrize(
    "calls", ["calls = 'x'", "calls = {a = 1}", "calls = {a = 'b'}"]
)
def test_the_table_of_calls_holds_modules_and_classes(tmp_path, calls):
    keys = [
        "spec",
        "templates",
        "output",
        "package",
        "client",
        "distribution",
        "version",
    ]
    lines = "\n".join(f"{key} = 'x'" for key in keys)
    file = write(tmp_path, {"pyproject.toml": f"[tool.generator]\n{lines}\n{calls}"})
    with pytest.raises(ConfigError, match="calls"):
        read_config(file)


@pytest.mark.parametrize("name", ["package/Client.py", "package/_runtime/__init__.py"])
def test_a_file_that_would_be_another_is_refused(
    document: Document, tmp_path: Path, name: str
) -> None:
    write(tmp_path, {name: ""})
    with pytest.raises(ConfigError, match="would be one file"):
        emit(document, replace(settings(SECOND), handwritten=tmp_path))
