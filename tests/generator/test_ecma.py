"""A pattern means one thing: in the description, the generator and the client."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from _runtime.core.patterns import matches
from generator.dialect.ecma import differing, in_python
from generator.dialect.patterns import Patterns

from .sample import judge, minimal
from .test_patterns import DIFFERING, QUICK

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.promise("patterns-mean-one-thing")
@pytest.mark.parametrize(("pattern", "instead"), DIFFERING.items())
def test_what_is_read_in_two_ways_is_refused_and_the_remedy_is_not(
    pattern: str, instead: str
) -> None:
    assert differing(pattern) is not None
    assert differing(instead) is None
    assert Patterns().error(instead) is None


@pytest.mark.promise("patterns-mean-one-thing")
@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("^user-", "user-1", True),
        ("^user-", "a user-1", False),
        ("[0-9]", "a1b", True),
        ("", "anything", True),
        ("^a$", "a\n", False),
        ("^a$", "a", True),
        ("^a.$", "a\r", False),
        ("^a.$", "a\u2028", False),
        ("^a.$", "a\x85", True),
        (r"^a\.$", "a.", True),
        (r"^a\.$", "ab", False),
        ("^[.$]$", "$", True),
        ("^[.$]$", "a", False),
        (r"^[\].]$", "]", True),
        (r"^\$$", "$", True),
        ("^[a-z]+$|^[0-9]+$", "12", True),
    ],
)
def test_a_pattern_is_searched_for_as_ecma_262_reads_it(
    pattern: str, text: str, *, fits: bool
) -> None:
    assert matches(pattern, text) is fits
    assert (re.search(in_python(pattern), text) is not None) is fits


@pytest.mark.promise("patterns-mean-one-thing")
@given(st.sampled_from(QUICK), st.text("ab01 .$\n\r\u2028-_é", max_size=6))
def test_the_generator_and_the_client_agree(pattern: str, text: str) -> None:
    found = re.search(in_python(pattern), text) is not None
    assert matches(pattern, text) is found


def test_an_example_is_held_against_the_pattern_as_calls_are(tmp_path: Path) -> None:
    schema = '{type: array, items: {type: string, pattern: "^user-"}}'
    assert judge(tmp_path, minimal(schema, "[user-1]")) == ()
    assert judge(tmp_path, minimal(schema, "[a-user-1]")) != ()
    whole = '{type: array, items: {type: string, pattern: "^[a-z]+$"}}'
    assert judge(tmp_path, minimal(whole, '["a\\n"]')) != ()
