"""Every rule finds what it is for, where it is, and nothing in a good description."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.lint.lint import DIALECT, HOUSE, lint
from generator.load.load import load
from tests.support.generate import reserved_names

from .sample import DATA, SAMPLE, expand, judge, minimal, write

if TYPE_CHECKING:
    from pathlib import Path

_CASES = yaml.safe_load((DATA / "lint_cases.yaml").read_text(encoding="utf-8"))


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(case["rule"], case["old"], case["new"], id=f"{case['rule']}-{i}")
        for i, case in enumerate(_CASES[kind])
    ]


def _mutated(old: str, new: str) -> str:
    assert old in SAMPLE, f"the sample has no {old!r}"
    return expand(SAMPLE.replace(old, new, 1))


def test_the_sample_has_no_findings(tmp_path: Path) -> None:
    assert judge(tmp_path, expand(SAMPLE), house=True) == ()


@pytest.mark.parametrize(("rule", "old", "new"), _cases("dialect"))
def test_a_rule_of_the_dialect_finds_its_case(
    tmp_path: Path, rule: str, old: str, new: str
) -> None:
    found = judge(tmp_path, _mutated(old, new))
    assert rule in {finding.rule for finding in found}
    assert all(finding.message and finding.remedy for finding in found)


@pytest.mark.parametrize(("rule", "old", "new"), _cases("house"))
def test_a_rule_of_the_house_finds_its_case_and_only_at_home(
    tmp_path: Path, rule: str, old: str, new: str
) -> None:
    text = _mutated(old, new)
    assert {finding.rule for finding in judge(tmp_path, text, house=True)} == {rule}
    assert judge(tmp_path, text) == ()


def test_every_rule_has_a_case_and_a_docstring() -> None:
    cased = {case["rule"] for kind in _CASES.values() for case in kind}
    elsewhere = {"schema-cycle", "module-cycle", "module-name", "joined-schemas"}
    elsewhere |= {"shared-name", "client-default-name", "status-name"}
    of_loading = {"pattern"}
    rules = (*DIALECT, *HOUSE)
    assert {rule.name for rule in rules} == (cased - of_loading) | elsewhere
    assert len({rule.name for rule in rules}) == len(rules)
    assert all((rule.judge.__doc__ or "").strip().endswith(".") for rule in rules)


def test_a_finding_names_place_and_remedy(tmp_path: Path) -> None:
    found = judge(tmp_path, _mutated("operationId: regions", "operationId: list"))
    text = expand(SAMPLE)
    line = text[: text.index("operationId: regions")].count("\n") + 1
    assert str(found[0]) == (
        f"spec.yaml:{line}:7: operation-id: the operationId `list` shadows the built-in"
        " type `list`\n    Choose a name such as `albums.get` or `search`."
    )


def test_findings_are_sorted_and_stand_once(tmp_path: Path) -> None:
    text = _mutated("description: Not allowed.", 'description: ""')
    text = text.replace("operationId: regions", "operationId: list")
    found = judge(tmp_path, text)
    assert [item.rule for item in found] == ["operation-id", "missing-prose"]
    assert list(found) == sorted(found)


def _schemas(**schemas: str) -> str:
    text = minimal('{$ref: "#/components/schemas/A"}') + "components:\n  schemas:\n"
    for name, schema in schemas.items():
        text += f"    {name}: {schema.replace('@', '#/components/schemas/')}\n"
    return text


def test_a_schema_that_holds_itself_is_a_cycle(tmp_path: Path) -> None:
    text = _schemas(A='{type: object, description: d, properties: {a: {$ref: "@A"}}}')
    assert [item.rule for item in judge(tmp_path, text)] == ["schema-cycle"]


def test_a_schema_cycle_is_told_as_a_chain(tmp_path: Path) -> None:
    text = _schemas(
        A="{type: object, description: d, properties: {l: {type: array,"
        ' description: d, items: {$ref: "@B"}}}}',
        B='{description: d, allOf: [{$ref: "@C"}]}',
        C='{description: d, oneOf: [{$ref: "@A"}, {type: "null"}]}',
    )
    (found,) = judge(tmp_path, text)
    assert found.message == "schemas contain each other in a circle: A → B → C → A"
    assert str(found.at) == "spec.yaml:22:92"


@pytest.mark.slow
def test_an_endless_chain_of_schemas_is_no_recursion_error(tmp_path: Path) -> None:
    many = 3000
    names = ["A", *(f"A{number}" for number in range(many))]
    chain = {
        name: f'{{description: d, allOf: [{{$ref: "@{following}"}}]}}'
        for name, following in pairwise(names)
    }
    last = "{type: object, description: d, properties: {a: {$ref: '@B'}}}"
    text = _schemas(**chain, **{names[-1]: last}, B="{type: string, description: d}")
    assert [item.rule for item in judge(tmp_path, text)] == ["schema-cycle"]


def test_schema_files_are_modules(tmp_path: Path) -> None:
    one = "{name}: {type: object, description: d, properties: {b: {$ref: {to}}}}\n"
    files = {
        "spec.yaml": minimal("{$ref: s/a.yaml#/A}"),
        "s/a.yaml": one.replace("{name}", "A").replace("{to}", "B.yaml#/B")
        + "D: {type: string, description: d}\n",
        "s/B.yaml": one.replace("{name}", "B").replace("{to}", "../a.yaml#/E")
        + one.replace("{name}", "C").replace("{to}", "a.yaml#/D"),
        "a.yaml": one.replace("{name}", "E").replace("{to}", "aux.yaml#/F"),
        "aux.yaml": "F: {type: string, description: d}\n",
    }
    found = lint(load(write(tmp_path, files)), reserved_names(), house=False)
    assert [(str(item.at), item.rule) for item in found] == [
        ("aux.yaml:1:1", "module-name"),
        ("s/B.yaml:1:1", "module-name"),
        ("s/B.yaml:2:4", "unused-schema"),
        ("s/B.yaml:2:51", "module-cycle"),
        ("s/a.yaml:1:1", "module-name"),
        ("s/a.yaml:2:4", "unused-schema"),
    ]


@pytest.mark.parametrize("name", ["prefetch", "cursor"])
def test_a_paged_call_has_arguments_of_its_own(tmp_path: Path, name: str) -> None:
    old = "- {name: offset,"
    rest = "in: query, description: x., schema: {type: string}, example: a"
    found = judge(tmp_path, _mutated(old, f"- {{name: {name}, {rest}}}\n        {old}"))
    assert [item.rule for item in found] == ["argument-name"]


def test_keywords_are_possible_names(tmp_path: Path) -> None:
    assert judge(tmp_path, _mutated("fromYear:", "from:")) == ()
    assert judge(tmp_path, _mutated("- name: fields", "- name: class")) == ()
