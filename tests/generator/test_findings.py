"""What is printed of others' text: it shows, and is a command to nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from generator.findings import Finding, Location, Problems, closest, one_line, plain

HOSTILE = ("\x1b[31m", "\0", "\n::error::x", "\u202e", "\u2028", "\r", "\x9b", "\ud800")


@pytest.mark.promise("printed-text-shows")
@pytest.mark.parametrize("text", HOSTILE)
def test_a_finding_is_two_lines_that_show(text: str) -> None:
    found = Finding(
        Location(f"a{text}.yaml", 1, 1), "rule", f"`{text}`", f"Mend {text}"
    )
    lines = str(found).split("\n")
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)


@given(st.text())
def test_lines_stay_and_all_of_them_shows(text: str) -> None:
    shown = plain(text)
    assert shown.count("\n") == text.count("\n")
    assert shown.replace("\n", "").replace("\t", "").isprintable()
    assert one_line(text).isprintable()


@pytest.mark.promise("printed-text-shows")
@pytest.mark.parametrize(
    "line", ["::error::x", "  ::add-mask::x", "##[error]", "##vso[x]"]
)
def test_no_line_is_a_command_to_a_service(line: str) -> None:
    shown = plain(f"a\n{line}\n")
    assert line not in shown
    assert "\\x" in shown


def test_code_and_prose_are_printed_as_they_are() -> None:
    text = "def f(a: int) -> str:\n\treturn x[::2]  # … → Größe\n"
    assert plain(text) == text


def test_long_texts_are_cut() -> None:
    problems = Problems()
    problems.add(Location("a", 1, 1), "rule", "x" * 5_000, "y" * 5_000)
    assert len(str(problems.findings[0])) < 2_500


def test_names_are_suggested_until_it_takes_too_long() -> None:
    problems = Problems()
    known = [f"name{number}" for number in range(1_000)]
    for number in range(20):
        problems.add(Location("a", number, 1), "rule", "m", closest("name1", known))
    remedies = [item.remedy for item in problems.findings]
    assert remedies[0].startswith("Did you mean `name1`")
    assert remedies[-1] == "Write one of the 1000 names there are."
