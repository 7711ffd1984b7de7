"""What is wrong is told where an editor shows it, and no text is cut without a word."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, strategies as st

from generator.findings import Problems
from generator.source import compose
from generator.source.compose import parse
from generator.source.nodes import Budget, MappingNode

from .sample import judge_yaml

CUT = (
    "a: The thing #1 of all",
    "a: C # API",
    "a: text # a comment",
    "a: #fff",
    "a:  # nothing\nb: 1",
    "a: [x, y #z\n]",
    "{a: b #c\n}",
    "- a #b",
    "a: The best\n  #1 of all",
    "a: The best\n\n    # of all\nb: 1",
    "a: > #1\n  text",
    "a: |- # text\n  text",
)
WHOLE = (
    "a: 'The thing #1'",
    'a: "x" # a comment',
    "a: x#y",
    "# a comment\na: x",
    "a: x\n# a comment\nb: y",
    "a:\n  b: x\n  # a comment\n  c: y",
    "a:\n  b: x\n# a comment\nc: y",
    "a: 1 # a comment",
    "a: true # a comment",
    "a: # a comment\n  b: c",
    "a: |\n  text #1",
    "a: [x,\n  # a comment\n  y]",
)


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(compose, "_PARSER", yaml.SafeLoader)


@pytest.mark.promise("no-text-is-cut")
@pytest.mark.parametrize("text", CUT)
def test_text_behind_a_number_sign_is_not_lost(text: str) -> None:
    assert {rule for rule, _, _ in judge_yaml(text)} == {"cut-text"}


@pytest.mark.parametrize("text", WHOLE)
def test_comments_that_nobody_takes_for_text_are_none_of_it(text: str) -> None:
    assert judge_yaml(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a: Note: this",
        "a: @x",
        "a: `x`",
        "a: %x",
        "a: - x",
        "a: 'x' y",
        "a: [x] y",
        "a: *x",
        "a: &x y",
        "a: !x",
    ],
)
def test_text_that_is_no_text_to_yaml_is_told_to_be_quoted(text: str) -> None:
    problems = Problems()
    parse(text, "x.yaml", problems, Budget())
    assert problems.findings
    assert "in quotes" in problems.findings[0].remedy


@pytest.mark.promise("places-are-those-of-editors")
@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_no_character_shifts_what_comes_after_it(character: str) -> None:
    told = ("line-separator", 1, 6)
    for text in (
        f"a: 'x{character}y'\nb: 1\nb: 2",
        f"a: 'x{character}{character}y'\nb: 1\nb: 2",
        f"a: |{character}\n b\nb: 1\nb: 2",
    ):
        found = judge_yaml(text)
        assert found[0][0] == "line-separator"
        assert found[-1][0] == "duplicate-key"
        assert found[-1][1:] == (text.count("\n") + 1, 1)
    assert judge_yaml(f"a: 'x{character}y'") == [told]
    assert judge_yaml(f'a: "\\u{ord(character):04x}"') == []


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_counts_once(ending: str) -> None:
    assert judge_yaml(ending.join(["a: é", "b: 1", "b: 2"])) == [
        ("duplicate-key", 3, 1)
    ]


@pytest.mark.parametrize(
    "character", ["\x0b", "\x0c", "\x00", "\x1b", "\x7f", "\ufffe"]
)
def test_a_control_character_is_found_where_it_is(character: str) -> None:
    assert judge_yaml(f"é: é\nb: 'é{character}'") == [("yaml-syntax", 2, 6)]


@given(
    st.lists(st.sampled_from(["é", "\U0001f600", "\x85", "\u2028", "#", "'", "b"])),
    st.sampled_from(["\n", "\r\n"]),
)
def test_nodes_stand_where_their_text_does(parts: list[str], ending: str) -> None:
    quoted = "".join(parts).replace("'", "''")
    text = f"a: '{quoted}'{ending}needle: x{ending}"
    parsed = parse(text, "x.yaml", Problems(), Budget())
    assert isinstance(parsed.root, MappingNode)
    assert parsed.root.entries["needle"].key.at.line == 2
