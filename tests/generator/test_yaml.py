"""YAML is read by the rules of 1.2, with places, within budgets, or refused."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pytest
import yaml
from hypothesis import example, given, strategies as st

from generator.findings import Problems
from generator.load.fields import value_of
from generator.source import compose, scalars
from generator.source.compose import parse
from generator.source.nodes import Budget, MappingNode
from tests.support.shared import shared_file

from .sample import judge_yaml


def _read(text: str) -> object:
    problems = Problems()
    parsed = parse(text, "x.yaml", problems, Budget())
    assert not problems.findings
    assert parsed.root is not None
    return value_of(parsed.root, problems)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "enum: [NO, SE, ON, OFF, YES, N, Y]",
            ["NO", "SE", "ON", "OFF", "YES", "N", "Y"],
        ),
        ("t: 12:30:00", "12:30:00"),
        ("d: 2026-02-11", "2026-02-11"),
        ("k: 010", 10),
        ("k: 0o10", 8),
        ("k: 0x1F", 31),
        ("k: -0", 0),
        ("k: 1e3", 1000.0),
        ("k: .5", 0.5),
        ("k: 1_000", "1_000"),
        ("k: ~", None),
        ("k:", None),
        ("k: Null", None),
        ("k: nULL", "nULL"),
        ("k: TRUE", True),
        ("k: '1'", "1"),
        ('k: "true"', "true"),
        ("k: |\n  1", "1"),
        ("k: ٣", "٣"),
        ("k: =", "="),
        ('k: "\\0"', "\0"),
    ],
)
def test_scalars_follow_the_core_schema(text: str, value: object) -> None:
    (read,) = dict(_read(text)).values()  # type: ignore[call-overload]
    assert (type(read), read) == (type(value), value)


def test_keys_are_text_whatever_they_look_like_in_1_1() -> None:
    assert _read("on: x\nNO: y\n2026-02-11: z") == {
        "on": "x",
        "NO": "y",
        "2026-02-11": "z",
    }


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert _read("\ufeffopenapi: 3.0.3") == {"openapi": "3.0.3"}


_BOMB = "a0: &a0 {x: 1}\n" + "\n".join(
    f"a{n}: &a{n} {{{', '.join(f'p{i}: *a{n - 1}' for i in range(6))}}}"
    for n in range(1, 13)
)


@pytest.mark.parametrize(
    ("text", "refusals"),
    [
        ("a: 1\nb: 3\na: 2", [("duplicate-key", 3, 1)]),
        ("x: {a: 1, 'a': 2}", [("duplicate-key", 1, 11)]),
        (_BOMB, [("anchor", 1, 5), ("alias", 2, 14)]),
        ("s: &s {me: *s}", [("anchor", 1, 4), ("alias", 1, 12)]),
        ("x: !!python/object/apply:os.system [id]", [("tag", 1, 4)]),
        ("x: !!str 1", [("tag", 1, 4)]),
        ("x: ! 1", [("tag", 1, 4)]),
        ("<<: {a: 1}", [("merge-key", 1, 1)]),
        ("[" * 3000, [("too-deep", 1, 65)]),
        ("---\na: 1\n---\nb: 2", [("several-documents", 3, 1)]),
        ("%YAML 1.1\n---\na: 1", [("yaml-directive", 1, 1)]),
        ("a: 1\n\tb: 1", [("yaml-syntax", 2, 1)]),
        ("a: [\n", [("yaml-syntax", 2, 1)]),
        ("a: x\x01y", [("yaml-syntax", 1, 5)]),
        ('a: "\\ud800"', [("yaml-syntax", 1, 7)]),
        ("200: x", [("key-not-text", 1, 1)]),
        ("true: x", [("key-not-text", 1, 1)]),
        ("{[a]: x}", [("key-not-text", 1, 2)]),
        ("a: .nan", [("not-a-number", 1, 4)]),
        ("a: -.INF", [("not-a-number", 1, 4)]),
        ("a: 1e999", [("not-a-number", 1, 4)]),
        (f"a: {'9' * 5000}", [("not-a-number", 1, 4)]),
        (f"a: 0x{'f' * 4000}", [("not-a-number", 1, 4)]),
        (f"a: 0o{'7' * 9000}", [("not-a-number", 1, 4)]),
    ],
)
def test_what_is_refused_has_a_place(
    text: str, refusals: list[tuple[str, int, int]]
) -> None:
    assert judge_yaml(text) == refusals


def test_a_duplicate_names_both_lines() -> None:
    problems = Problems()
    parse("a: 1\nb: 2\na: 3", "x.yaml", problems, Budget())
    assert problems.findings[0].message == "the key `a` stands here and in line 1"


def test_the_whole_description_has_one_budget_of_nodes() -> None:
    budget = Budget(10)
    problems = Problems()
    for name in ("a.yaml", "b.yaml"):
        parse("[1, 2, 3, 4, 5, 6]", name, problems, budget)
    assert [(f.rule, f.at.file) for f in problems.findings] == [("too-large", "b.yaml")]


def test_python_s_own_parser_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compose, "_PARSER", yaml.SafeLoader)
    assert _read("a: [NO, 010, {b: 'c'}]") == {"a": ["NO", 10, {"b": "c"}]}
    assert judge_yaml('a: "\\ud800"') == [("yaml-syntax", 1, 4)]
    assert judge_yaml("a: [") == [("yaml-syntax", 1, 5)]
    assert judge_yaml("a: x\x01y") == [("yaml-syntax", 1, 5)]


def test_the_vectors_of_hostile_yaml() -> None:
    for vector in json.loads(
        shared_file("vectors/hostile_yaml.json").read_text("utf-8")
    ):
        name, text = vector["name"], vector["yaml"]
        if name in ("norway", "sexagesimal", "date", "octal", "on_key", "bom"):
            assert isinstance(_read(text), dict), name
        elif name not in ("utf16", "empty", "scalar", "float_version"):  # see test_load
            assert judge_yaml(text), name


_PLAIN = st.text(
    st.sampled_from("0123456789+-._eExoXabnNyYuUlLtTrRfFsS~:"), min_size=1, max_size=8
)


@given(_PLAIN)
def test_plain_scalars_are_read_as_the_core_schema_says(text: str) -> None:
    try:
        value = scalars.resolve(text)
    except ValueError:
        assert re.fullmatch(r"(?i)[-+]?(\.inf|\.nan|[0-9.]+e\+?[0-9]+)", text)
        return
    match value:
        case bool():
            assert text.lower() == str(value).lower()
        case None:
            assert text.lower() in ("~", "null")
        case int() | float():
            assert math.isfinite(value)
            assert re.match(r"[-+]?\.?[0-9]", text)
        case str():
            assert value == text


@given(_PLAIN)
@example("-.0")
@example("+.5e3")
def test_what_is_not_ambiguous_reads_the_same_in_1_1(text: str) -> None:
    loader: Any = yaml.SafeLoader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    try:
        ours = scalars.resolve(text)
        theirs = loader.construct_object(yaml.ScalarNode(tag, text))
    except (ValueError, yaml.YAMLError):
        return
    if not scalars.is_ambiguous(text):
        assert (type(theirs), theirs) == (type(ours), ours)


_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(_DATA)
def test_json_reads_as_itself(data: object) -> None:
    problems = Problems()
    parsed = parse(json.dumps({"a": data}), "x.yaml", problems, Budget())
    if isinstance(parsed.root, MappingNode) and "$ref" not in json.dumps(data):
        assert value_of(parsed.root, problems) == {"a": data}
    else:
        assert problems.findings


@given(st.text())
def test_no_text_is_more_than_a_finding(text: str) -> None:
    problems = Problems()
    parsed = parse(text, "x.yaml", problems, Budget())
    assert parsed.root is None or parsed.root.line >= 1
