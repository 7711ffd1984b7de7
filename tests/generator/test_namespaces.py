"""Every name of emitted code is given once: others are refused with both places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.config import ConfigError
from generator.dialect.statuses import error_name
from generator.findings import InvalidDescriptionError, Location
from generator.lint.namespaces import Namespace
from generator.pipeline import described
from tests.support.generate import emit, settings
from tests.support.scopes import twice

from .sample import MINIMAL, judge, judge_all, minimal, write

if TYPE_CHECKING:
    from pathlib import Path

    from generator.emit.outputs import Tree
    from generator.findings import Finding

OTHER = MINIMAL[MINIMAL.index("  /things:") :].replace("things", "others")
TEXT = "{type: string}"
OBJECT = (
    "{type: object, description: d, properties: {a: {type: string, description: d}}}"
)


def api(
    parameters: str = "", others: str = "", schema: str = TEXT, end: str = ""
) -> str:
    """Describe two operations, each with parameters, and what stands at the end."""
    given = "      parameters: [{}]\n      responses:"
    one = MINIMAL.replace("      responses:", given.format(parameters))
    two = OTHER.replace("      responses:", given.format(others))
    example = '""' if schema == TEXT else "{}"
    return (one + two).replace("SCHEMA", schema).replace("EXAMPLE", example) + end


def query(name: str, rest: str = "") -> str:
    return (
        f"{{name: {name}, in: query, description: d, example: a,"
        f" schema: {TEXT}{rest}}}"
    )


def shared(*names: str) -> str:
    """Describe parameters that both operations share, and refer to them."""
    refs = [f'{{$ref: "#/components/parameters/{name}"}}' for name in names]
    parts = "".join(
        f"    {name}: {query(f'x{index}')}\n" for index, name in enumerate(names)
    )
    one, other = refs
    return api(one, other, end=f"components:\n  parameters:\n{parts}")


def alone(found: tuple[Finding, ...], rule: str) -> Finding:
    assert [item.rule for item in found] == [rule]
    return found[0]


def test_a_name_is_given_once_and_both_places_are_told() -> None:
    one, two = Location("a.yaml", 1, 2), Location("b.yaml", 3, 4)
    names = Namespace(frozenset({"own"}))
    assert names.claim("a", "the call `a`", one) is None
    assert names.claim("a", "the call `a`", one) is None
    assert names.claim("a", "the call `A`", two) == (
        "the call `A` and the call `a` at a.yaml:1:2 would both be `a`"
    )
    assert "emitted code has itself" in (names.claim("own", "the call", one) or "")
    files = Namespace(frozenset(), str.casefold)
    assert files.claim("Ab", "`Ab`", one) is None
    assert files.claim("aB", "`aB`", two) is not None


@pytest.mark.promise("every-name-is-given-once")
@pytest.mark.parametrize(
    ("one", "other"),
    [("Limit", "limit"), ("x-limit", "x_limit"), ("aB", "a_b"), ("a.b", "a-b")],
)
def test_shared_parameters_have_constants_of_their_own(
    tmp_path: Path, one: str, other: str
) -> None:
    found = alone(judge(tmp_path, shared(one, other)), "shared-name")
    assert re.search(r"at spec\.yaml:\d+:\d+ would both be `\w+`", found.message)


def test_a_shared_parameter_is_called_in_ascii(tmp_path: Path) -> None:
    found = alone(judge(tmp_path, shared("ßß", "limit")), "shared-name")
    assert "cannot be spelled" in found.message


BODY = """\
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                one: {$ref: "#/components/schemas/FooBar"}
                two: {$ref: "#/components/schemas/FOOBar"}
            example: {}
"""
SHAPES = """\
components:
  schemas:
    FooBar: OBJECT
    FOOBar: OBJECT
""".replace("OBJECT", OBJECT)


def test_objects_in_bodies_have_constants_of_their_own(tmp_path: Path) -> None:
    text = api(end=SHAPES).replace("    get:", "    post:")
    text = text.replace("      responses:", f"{BODY}      responses:", 1)
    found = alone(judge(tmp_path, text), "shared-name")
    assert "the schema `FooBar` at spec.yaml" in found.message


@pytest.mark.promise("every-name-is-given-once")
@pytest.mark.parametrize("name", ["timeout", "auth", "base_url", "strict", "super"])
def test_no_default_of_the_client_is_called_like_an_option(
    tmp_path: Path, name: str
) -> None:
    text = api(query(name, ", x-client-default: true"))
    found = alone(judge(tmp_path, text), "client-default-name")
    assert f"`{name}`" in found.message
    assert judge(tmp_path, api(query(name) if name != "super" else "")) == ()


def test_defaults_of_the_client_differ_by_more_than_case(tmp_path: Path) -> None:
    default = ", x-client-default: true"
    text = api(query("market", default), query("Market", default))
    found = alone(judge(tmp_path, text), "client-default-name")
    assert "the default of `market` at" in found.message


def test_a_default_of_the_client_is_of_one_type(tmp_path: Path) -> None:
    default = ", x-client-default: true"
    other = query("market", default).replace(TEXT, "{type: string, format: date-time}")
    found = judge(tmp_path, api(query("market", default), other))
    assert "client-default" in {item.rule for item in found}


@pytest.mark.parametrize(
    ("one", "other"), [("class", "class_"), ("a_b", "a__b"), ("a", "a_")]
)
def test_files_of_schemas_are_modules_of_their_own(
    tmp_path: Path, one: str, other: str
) -> None:
    refs = [
        f"{{$ref: {stem}.yaml#/{name}}}" for stem, name in ((one, "A"), (other, "B"))
    ]
    schema = (
        f"{{type: object, properties: {{a: {refs[0]}, b: {refs[1]}}}, description: d}}"
    )
    files = {
        "spec.yaml": api(schema="{$ref: main.yaml#/Main}"),
        "main.yaml": f"Main: {schema}\n",
        f"{one}.yaml": f"A: {OBJECT}\n",
        f"{other}.yaml": f"B: {OBJECT}\n",
    }
    found = alone(judge_all(write(tmp_path, files)), "module-name")
    assert "would both be" in found.message


FIRSTS = """\
components:
  schemas:
    A:
      type: object
      description: d
      properties: {a: {type: string, description: d}, b: {type: string, description: d}}
      x-first-of:
        c: {properties: [a, b], description: d}
        C: {properties: [a, b], description: d}
"""


def test_what_is_the_first_of_several_has_a_name_of_its_own(tmp_path: Path) -> None:
    text = api(schema='{$ref: "#/components/schemas/A"}', end=FIRSTS)
    assert "would both be `c`" in alone(judge(tmp_path, text), "property-name").message


REASONS = """\
components:
  schemas:
    Reason:
      type: object
      description: d
      properties: {{a: {{type: string, description: d}}}}
      x-reason:
        - {{value: A, status: 404, error: {0}, description: d}}
        - {{value: B, status: 404, error: {1}, description: d}}
"""
REFUSED = """\
        "404":
          description: d
          content: {application/json: {schema: {$ref: "#/components/schemas/Reason"}}}
"""


@pytest.mark.promise("every-name-is-given-once")
@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("AError", "ThingsError", "emitted code has itself"),
        ("AError", "ValueError", "emitted code has itself"),
        ("AError", "RateLimitedError", "emitted code has itself"),
        ("AError", "NotFoundError", "the error of the status 404 at spec.yaml:"),
        ("AError", "AError", "the error of the reason `A` at spec.yaml"),
    ],
)
def test_every_reason_has_an_exception_of_its_own(
    tmp_path: Path, one: str, other: str, told: str
) -> None:
    text = minimal(TEXT, '""')
    found = judge(tmp_path, text + REFUSED + REASONS.format(one, other))
    assert told in alone(found, "x-reason").message


def test_the_root_of_all_errors_is_not_that_of_a_status(tmp_path: Path) -> None:
    text = minimal(TEXT, '""')
    spec = write(tmp_path, {"spec.yaml": f'{text}        "404": {{description: d}}\n'})
    with pytest.raises(InvalidDescriptionError) as caught:
        described(settings(spec, client="NotFound"))
    assert [item.rule for item in caught.value.findings] == ["status-name"]


@pytest.mark.promise("every-name-is-given-once")
@pytest.mark.parametrize(
    "name",
    [
        *("Client", "API", "Transport", "Auth", "Self", "Options", "Literal", "Any"),
        *("Exception", "Status", "TABLE", "Page", "Observer", "TokenStore"),
    ],
)
def test_no_client_is_called_like_what_stands_beside_it(
    tmp_path: Path, name: str
) -> None:
    spec = write(tmp_path, {"spec.yaml": api()})
    with pytest.raises(ConfigError, match=f"client: .* already.*`{name}Api`"):
        described(settings(spec, client=name))
    assert described(settings(spec, client=f"{name}Api"))


@pytest.mark.parametrize("name", ["msgspec", "httpcore2", "h11", "platformdirs"])
def test_no_package_hides_one_that_the_client_needs(tmp_path: Path, name: str) -> None:
    spec = write(tmp_path, {"spec.yaml": api()})
    with pytest.raises(ConfigError, match=f"package: `{name}` .* `{name}_client`"):
        described(settings(spec, package=name))


@pytest.mark.promise("errors-have-names-of-ours")
def test_every_status_has_an_exception_of_one_name(tmp_path: Path) -> None:
    declared = "".join(
        f'        "{status}": {{description: d}}\n'
        for status in (*range(100, 200), *range(300, 600))
    )
    text = minimal(TEXT, '""') + declared
    spec = write(tmp_path, {"spec.yaml": text})
    errors = emitted(spec)["client_of_things/errors.py"]
    names = re.findall(
        r"^class (\w+)\((?:ClientStatus|Server)Error\)", errors, re.MULTILINE
    )
    assert names == [error_name(status) for status in range(400, 600) if status != 429]
    assert len(set(names)) == 199
    assert (error_name(413), error_name(520)) == (
        "ContentTooLargeError",
        "Status520Error",
    )
    assert not twice(errors)


def emitted(spec: Path) -> Tree:
    config = settings(spec)
    return emit(described(config), config, formatted=False)


def test_names_that_hurt_are_given_once(tmp_path: Path) -> None:
    maybe = '{type: [string, "null"]}'
    text = api(query("type"), query("id"), schema=maybe)
    text = text.replace("{}\n", "a\n").replace("others.all", "exception.vars")
    tree = emitted(write(tmp_path, {"spec.yaml": text}))
    for path, source in tree.items():
        if path.endswith(".py"):
            assert not twice(source), path
    call = tree["client_of_things/_sync/things.py"]
    assert "from builtins import type as builtin_type" in call
    assert "cast(builtin_type[" in call
