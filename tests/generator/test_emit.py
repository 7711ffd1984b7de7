"""Text to code: whatever a text holds, it stays what its place says it is."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import black
import pytest
from hypothesis import example, given, settings, strategies as st
from markdown_it import MarkdownIt

from generator.emit import code, docstrings, markdown
from generator.emit.code import Code, Prose
from generator.emit.docstrings import Branch, Section
from generator.emit.outputs import Copy, Output, Plan
from generator.output.render import RenderError, render

HOSTILE = st.lists(
    st.sampled_from(
        [
            *('"""', "'''", '"', "'", "\\", "\n", "\r", "\t", "\0", "\x1a", "\x0c"),
            *("\u2028", "\ufeff", "\u202e", "\ud800", "\x85", "\\N{DIGIT ONE}"),
            *("{", "}}", "{%", "#", "%s", "# type: ignore", "`", "-", "*", "Args:"),
            *("word", "a" * 90, " "),
        ]
    )
).map("".join)
TEXTS = st.one_of(
    st.text(), st.text(st.characters(categories=["Cs", "Cc", "Po", "Zs"])), HOSTILE
)
PLACES = {
    0: "@\n\nx = 1\n",
    4: "class A:\n    @\n\n    x = 1\n",
    8: "class A:\n    def f(self):\n        @\n        return 1\n",
}
MODE = black.Mode(target_versions={black.TargetVersion.PY311}, line_length=88)
MANY = settings(max_examples=200)


def words(*texts: str) -> list[str]:
    return [word for text in texts for word in code.sentence(text).split()]


def docstring_of(source: str) -> list[str]:
    """Take the docstring out of a module, which then is as it was before."""
    tree = ast.parse(source)
    node: ast.Module | ast.stmt = tree
    while isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
        text = ast.get_docstring(node)
        if text is not None:
            break
        node = node.body[0]
    assert isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    del node.body[0]
    indent = (0, 4, 8)[(ast.Module, ast.ClassDef, ast.FunctionDef).index(type(node))]
    assert ast.dump(tree) == ast.dump(ast.parse(PLACES[indent].replace("@", "")))
    return (text or "").split()


def formatted(source: str) -> str:
    """Format, and make sure that it means the same."""
    target = black.format_str(source, mode=MODE)
    black.assert_equivalent(source, target)
    return target


@MANY
@given(TEXTS)
@example("\\")
@example('ends with "')
@example('"""\nimport os\n"""')
def test_a_literal_is_the_value(text: str) -> None:
    source = code.literal(text)
    assert ast.literal_eval(source) == text
    assert source.isprintable()


@given(
    st.recursive(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(allow_nan=False, allow_infinity=False),
            TEXTS,
        ),
        lambda inner: st.lists(inner, max_size=3).map(tuple),
        max_leaves=6,
    )
)
def test_a_literal_of_any_constant_is_the_value(value: object) -> None:
    assert repr(ast.literal_eval(code.literal(value))) == repr(value)  # type: ignore[arg-type]


@pytest.mark.slow
@MANY
@given(TEXTS, st.sampled_from(sorted(PLACES)))
@example("", 4)
@example("\\", 0)
@example('""""', 8)
@example("x" * 81 + '"', 4)
@example("x" * 81 + "\\", 4)
@example("Args:", 8)
def test_a_docstring_holds_the_words(text: str, indent: int) -> None:
    source = PLACES[indent].replace("@", docstrings.docstring([text], indent=indent))
    wanted = words(text) or ["…"]
    assert docstring_of(source) == wanted
    assert docstring_of(formatted(source)) == wanted


@given(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
def test_a_docstring_holds_its_parts_in_order(
    summary: str, text: str, name: str, told: str, closing: str
) -> None:
    section = Section("Args", ((name, told),))
    made = docstrings.docstring([summary, text], [section], [closing], indent=8)
    source = PLACES[8].replace("@", made)
    entry = f"{code.sentence(name)}: {code.sentence(told)}"
    wanted = words(summary, text) or ["…"]
    wanted += ["Args:", *entry.split(), *words(closing)]
    assert docstring_of(source) == wanted
    assert docstring_of(formatted(source)) == wanted


@given(TEXTS, TEXTS, TEXTS, st.sampled_from(sorted(PLACES)))
@example("\\", '"""', '"', 4)
def test_parts_of_a_docstring_hold_their_words(
    text: str, name: str, told: str, indent: int
) -> None:
    first = docstrings.summary(text, indent=indent)
    lines = docstrings.entries([(name, told), (told, name)], indent=indent)
    space = " " * indent
    made = "\n".join([f'"""{first}', "", f"{space}Args:", *lines, f'{space}"""'])
    source = PLACES[indent].replace("@", made)
    entry = f"{code.sentence(name)}: {code.sentence(told)}"
    other = f"{code.sentence(told)}: {code.sentence(name)}"
    wanted = [*words(text), "Args:", *entry.split(), *other.split()]
    assert docstring_of(source) == wanted
    assert docstring_of(formatted(source)) == wanted


@given(st.integers(1, 100), st.sampled_from("x\"'\\."), st.sampled_from(sorted(PLACES)))
def test_a_docstring_of_one_word_fits_at_any_length(
    length: int, last: str, indent: int
) -> None:
    text = "x" * (length - 1) + last
    source = PLACES[indent].replace("@", docstrings.docstring([text], indent=indent))
    assert docstring_of(formatted(source)) == [text]


@pytest.mark.slow
@given(st.lists(st.sampled_from(["word", "longer-word", "a", "b."]), min_size=1))
def test_a_docstring_of_short_words_keeps_within_the_line(found: list[str]) -> None:
    for indent, place in PLACES.items():
        source = place.replace(
            "@", docstrings.docstring([" ".join(found)], indent=indent)
        )
        assert max(map(len, formatted(source).split("\n"))) <= docstrings.WIDTH


def drawn_in_a_docstring(root: Branch) -> str:
    return '"""' + "\n".join([*docstrings.drawing(root), '"""'])


@pytest.mark.slow
@given(TEXTS, st.lists(TEXTS))
@example('"""', [])
@example("\\", ['"', '"""'])
def test_a_drawing_holds_its_texts(first: str, texts: list[str]) -> None:
    branches = tuple(Branch(f"leaf{n}", text) for n, text in enumerate(texts))
    made = drawn_in_a_docstring(Branch("root", first, branches))
    wanted = words("root", first)
    for number, text in enumerate(texts):
        wanted += [f"leaf{number}", *words(text)]
    source = PLACES[0].replace("@", made)
    stems = {"│", "├─", "└─"}
    for drawn in (docstring_of(source), docstring_of(formatted(source))):
        assert [w for w in drawn if w not in stems] == [
            w for w in wanted if w not in stems
        ]


def test_a_drawing_is_a_tree_with_explanations_beside_it() -> None:
    long = f"{'x' * 74} point."
    leaf, twig = Branch("leaf", "Green."), Branch("a_twig", long)
    bough = Branch("bough", long, (leaf, twig))
    made = drawn_in_a_docstring(Branch("root", "Below.", (bough, leaf)))
    assert ast.literal_eval(made).split("\n") == [
        "root  Below.",
        f"├─ bough  {'x' * 74}",
        "│  │      point.",
        "│  ├─ leaf    Green.",
        f"│  └─ a_twig  {'x' * 74}",
        "│             point.",
        "└─ leaf   Green.",
        "",
    ]


@pytest.mark.slow
@given(st.lists(st.from_regex(r"[a-z_]{1,30}", fullmatch=True), min_size=1))
def test_names_in_a_string_are_the_names(names: list[str]) -> None:
    made = docstrings.words(map(code.Code, names), indent=8)
    assert ast.literal_eval(made).split() == names
    assert max(map(len, made.split("\n"))) <= docstrings.WIDTH


LINK_OF_GITHUB = re.compile(r"https?://|www\.\S|(mailto|xmpp):\S|@\S", re.IGNORECASE)
"""What becomes a link without any markup, or a person who is told of it."""


@pytest.mark.slow
@MANY
@given(TEXTS)
@example("- item")
@example("1. item")
@example("~~no~~ &amp; https://host http://host www.host a@b.c")
@example("`<b>` and ``` <b>")
@example("`\r0\r`0")
@example("`a`https://b.c`d` [x](http:/y) mailto:a@b xmpp:c HTTP://D www.e @f")
def test_prose_is_no_markup_but_code(text: str) -> None:
    tokens = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .parse(markdown.prose(text))
    )
    kinds = {token.type for token in tokens} - {"inline"}
    assert kinds <= {"paragraph_open", "paragraph_close"}
    inner = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inner} <= {"text", "text_special", "code_inline"}
    text_alone = "".join(c.content if c.type != "code_inline" else "`" for c in inner)
    assert not LINK_OF_GITHUB.search(text_alone)
    shown = "".join(child.content for child in inner)
    bare = str.maketrans("", "", "` ")  # a code span drops a space at both its ends
    assert shown.translate(bare) == "".join(words(text.replace("`", "")))


@pytest.mark.promise("texts-stay-texts")
@given(TEXTS.filter(lambda text: text.split()))
@example("`")
@example("``x` ` y`")
def test_a_code_span_is_code(text: str) -> None:
    _, inline, _ = MarkdownIt("commonmark").parse(markdown.code_span(text))
    (span,) = inline.children or ()
    assert (span.type, span.content) == ("code_inline", code.sentence(text))


@given(TEXTS)
def test_a_string_of_toml_is_the_sentence(text: str) -> None:
    document = f"before = 1\nvalue = {markdown.toml_string(text)}\nafter = 2\n"
    wanted = {"before": 1, "value": code.sentence(text), "after": 2}
    assert tomllib.loads(document) == wanted


@given(TEXTS)
def test_a_sentence_shows_every_character(text: str) -> None:
    made = code.sentence(text)
    assert made.isprintable()
    assert code.sentence(made) == made
    assert "  " not in made


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("One, e.g. two. Three.", "One, e.g. two."),
        ("No stop", "No stop"),
        ("Etc... More.", "Etc... More."),
        ("Ends with `code`. `x` begins.", "Ends with `code`."),
    ],
)
def test_first_sentence(text: str, first: str) -> None:
    assert docstrings.first_sentence(text) == first


@given(TEXTS)
def test_the_first_sentence_begins_the_text(text: str) -> None:
    assert code.sentence(text).startswith(docstrings.first_sentence(text))


@pytest.mark.parametrize("name", ["a-b", "class", "", "a.", "a b", "__x", "é", "a.if"])
def test_what_is_no_identifier_is_not_emitted(name: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"{name!r} is no identifier")):
        code.identifier(name)


def rendered(folder: Path, template: str, view: object) -> str:
    (folder / "a.j2").write_text(template)
    return render(Plan((Output("a.py", folder, "a.j2", view),), ()))["a.py"]


def test_templates_print_code(tmp_path: Path) -> None:
    text = rendered(
        tmp_path, "{{ view.0 }} {{ view | commas }}\n", [Code("a"), Code("b")]
    )
    assert text == "a a, b\n"


@pytest.mark.parametrize("template", ["{{ view }}", "{{ [view] | commas }}", "{{ 1 }}"])
def test_templates_print_nothing_but_code(tmp_path: Path, template: str) -> None:
    with pytest.raises(RenderError, match=r"a\.j2 for a\.py: .* which is no Code"):
        rendered(tmp_path, template, "import os")


@pytest.mark.parametrize("template", ["{{ view.lost }}", "{{ lost }}", "{% if %}"])
def test_templates_know_what_they_ask_for(tmp_path: Path, template: str) -> None:
    with pytest.raises(RenderError, match=r"^a\.j2 for a\.py: "):
        rendered(tmp_path, template, Code("a"))


@given(TEXTS)
@example('"""')
@example("\0")
@example("a\n\nb")
def test_prose_is_a_part_of_one_paragraph(text: str) -> None:
    template = "{% filter docstring(4) %}\nIt is {{ view }}.\n{% endfilter %}\n"
    with TemporaryDirectory() as folder:
        made = rendered(Path(folder), template, Prose(text))
    source = PLACES[4].replace("    @\n", made)
    told = ast.get_docstring(ast.parse(source).body[0])  # type: ignore[arg-type]
    assert "\n\n" not in (told or "")
    assert docstring_of(source) == words(f"It is {code.sentence(text)}.")


@pytest.mark.parametrize("template", ["{{ view }}", '"""{{ view }}"""', "# {{ view }}"])
def test_prose_stands_in_docstrings_alone(tmp_path: Path, template: str) -> None:
    with pytest.raises(
        RenderError, match=r"a\.j2 for a\.py: .* outside of a docstring"
    ):
        rendered(tmp_path, template, Prose("import os"))


def test_copies_are_as_they_are_but_for_line_ends_of_windows(tmp_path: Path) -> None:
    source = tmp_path / "source.py"
    source.write_bytes("a = '{{ view }}'\r\n# ü\r".encode())
    copied = render(Plan((), (Copy("b.py", source),)))["b.py"]
    assert copied == "a = '{{ view }}'\n# ü\r"
