"""Descriptions that others keep: compared with ours, and taken from."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings as hypothesis_settings, strategies as st

from generator import pipeline
from generator.__main__ import main
from generator.upstream.compare import differences
from generator.upstream.difference import Difference, as_json, folded
from generator.upstream.read import UpstreamError, read
from generator.upstream.scaffold import scaffold
from tests.support.generate import TEMPLATES, findings, settings
from tests.support.patches import patched

pytestmark = pytest.mark.slow

BASE = Path(__file__).parent / "diff" / "base.yaml"
if TYPE_CHECKING:
    from generator.dialect.document import Document

GET = "/paths/~1tools~1{id}/get"
TOOL = "/components/schemas/Tool"


def ours() -> Any:
    return yaml.safe_load(BASE.read_text(encoding="utf-8"))


def found(*edits: dict[str, Any], here: Any = None) -> list[tuple[str, str, str, str]]:
    """Edit a copy of our description, as upstream would; list what differs."""
    theirs = patched(ours(), list(edits))
    listed = differences(here or ours(), theirs)
    return [(item.status, item.subject, item.kind, item.part) for item in listed]


@cache
def described() -> Document:
    return pipeline.described(settings(BASE))


def edit(op: str, path: str, value: Any = None) -> dict[str, Any]:
    return {"op": op, "path": path, "value": value}


def test_a_description_does_not_differ_from_itself() -> None:
    assert found() == []


CASES = {
    "operation": (
        edit("add", "/paths/~1nails", {"get": {"responses": {}}}),
        ("upstream newer", "GET /nails", "operation", ""),
    ),
    "operation_of_ours": (
        edit("remove", "/paths/~1makers"),
        ("unknown", "GET /makers", "operation", ""),
    ),
    "deprecated": (
        edit("add", f"{GET}/deprecated", True),
        ("upstream newer", "GET /tools/{id}", "deprecated", ""),
    ),
    "scope": (
        edit("replace", f"{GET}/security", [{"login": ["read", "buy"]}]),
        ("upstream newer", "GET /tools/{id}", "scopes", "buy"),
    ),
    "status": (
        edit("add", f"{GET}/responses/410", {"description": "Gone."}),
        ("upstream newer", "GET /tools/{id}", "statuses", "410"),
    ),
    "parameter": (
        edit("add", f"{GET}/parameters/-", {"name": "new", "in": "query"}),
        ("upstream newer", "GET /tools/{id}", "parameters", "new in query"),
    ),
    "limit": (
        edit("replace", f"{GET}/parameters/3/schema/maximum", 20),
        ("unknown", "GET /tools/{id}", "maximum", "size"),
    ),
    "property": (
        edit("add", f"{TOOL}/properties/color", {"type": "string"}),
        ("upstream newer", "Tool", "properties", "color"),
    ),
    "property_of_ours": (
        edit("remove", f"{TOOL}/properties/maker"),
        ("unknown", "Tool", "properties", "maker"),
    ),
    "type": (
        edit("replace", f"{TOOL}/properties/price/type", "string"),
        ("unknown", "Tool", "types", "price"),
    ),
    "nullable_as_in_3_0": (
        edit("add", f"{TOOL}/properties/name/nullable", True),
        ("unknown", "Tool", "nullable", "name"),
    ),
    "required": (
        edit("replace", f"{TOOL}/required", ["id", "name", "kind", "weight"]),
        ("unknown", "Tool", "required", "price"),
    ),
    "known_values": (
        edit("replace", f"{TOOL}/properties/kind/enum", ["hand", "power", "steam"]),
        ("upstream newer", "Tool", "known values", "kind"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_difference_is_told(case: str) -> None:
    change, wanted = CASES[case]
    assert found(change) == [wanted]


def test_what_we_do_on_purpose_is_told_as_such() -> None:
    here = ours()
    here["components"]["schemas"]["Tool"]["properties"]["maker"]["x-differs"] = "Sent."
    listed = found(edit("remove", f"{TOOL}/properties/maker"), here=here)
    assert listed == [("ours on purpose", "Tool", "properties", "maker")]


def test_schemas_meet_under_other_names_and_in_parts() -> None:
    theirs = ours()
    schemas = theirs["components"]["schemas"]
    tool = schemas.pop("Tool")
    weight = tool["properties"].pop("weight")
    weight.update(type="number", nullable=True)
    half = {"type": "object", "properties": {"weight": weight}}
    schemas["ToolObject"] = {"allOf": [half, tool]}
    text = json.dumps(theirs).replace('schemas/Tool"', 'schemas/ToolObject"')
    assert differences(ours(), json.loads(text)) == ()


def test_a_summary_folds_what_is_alike() -> None:
    names = [f"field{number}" for number in range(30)]
    listed = [
        Difference("upstream newer", "Tool", "properties", name, "", "there")
        for name in names
    ]
    lines = folded(listed).splitlines()
    assert lines[0] == "30 differences: 30 upstream newer"
    assert len(lines) == 4
    assert lines[3].endswith("and 22 more")
    assert len(json.loads(as_json(listed))) == 30


ANSWER = "paths: {/tools: {get: {responses: {200: {content: {a/b: {schema: "
END = "}}}}}}}"
HOSTILE = {
    "nothing": "{}",
    "wrong_types": "{paths: [1], components: 3, security: {a: b}, servers: x}",
    "wrong_operations": "paths: {/tools: {get: 3, put: [], post: null}, 7: x, null: y}",
    "required_and_not_declared": ANSWER
    + "{required: [ghost, 3, {a: b}], properties: {items: true}}"
    + END,
    "required_on_a_property": ANSWER
    + "{required: true, properties: {items: {required: true}}}"
    + END,
    "keys_that_look_like_refs": "paths: {/tools: {get: {$ref: 3, x-$ref: y, responses:"
    " {200: {$ref: {a: b}}, default: {$ref: 'other.yaml#/x'}, x: {$ref: '#/no'}}}}}",
    "circles": "{paths: {/tools: {$ref: '#/paths/~1tools'}}, a: {$ref: '#/a'}}",
    "circle_of_all_of": ANSWER
    + "{$ref: '#/s'}"
    + END
    + "\ns: {allOf: [{$ref: '#/s'}], properties: {items: {$ref: '#/s'}}}",
    "circle_of_aliases": ANSWER
    + "&s {items: *s, allOf: [*s], properties: {items: *s}}"
    + END,
    "merge_keys": "a: &a {x: 1}\npaths: {<<: *a, /tools: {<<: [*a, *a], get: {}}}",
    "tags": "paths: !!python/object/apply:os.system [x]\n",
    "keys_of_any_type": "? [a, b]\n: x\n? {c: d}\n: y\npaths: {? [1] : {}}",
    "bomb": "a0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 40))
    + ANSWER
    + "{allOf: *a39, enum: *a39, required: *a39}"
    + END,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_upstream_holds_it_is_compared(text: str, tmp_path: Path) -> None:
    file = tmp_path / "upstream.yaml"
    file.write_text(text, encoding="utf-8")
    listed = differences(ours(), read(file))
    assert folded(listed)
    assert json.loads(as_json(listed)) is not None


@pytest.mark.parametrize(
    "data", [b"", b"[1]", b"a: [", b"\xff", b"[" * 9_000, b"a: *b: c", b"- \t x: :"]
)
def test_what_is_no_description_is_refused(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "upstream.yaml"
    file.write_bytes(data)
    with pytest.raises(UpstreamError):
        read(file)


KEYS = st.sampled_from(
    ["$ref", "allOf", "oneOf", "type", "items", "enum", "properties", "required", "a"]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["#/x", "null", "a"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@hypothesis_settings(max_examples=60)
@given(schema=VALUES, parameters=VALUES, answers=VALUES, place=VALUES)
def test_no_shape_makes_it_fail(
    schema: Any, parameters: Any, answers: Any, place: Any
) -> None:
    content = {"content": {"application/json": {"schema": schema}}}
    theirs: dict[str, Any] = {
        "x": place,
        "paths": {
            "/tools/{x}": {
                "get": {"parameters": parameters, "responses": {"200": content}}
            },
            "/tools": {"get": {"responses": answers, "requestBody": place}},
        },
    }
    folded(differences(ours(), theirs))
    folded(differences(theirs, ours()))
    scaffold(theirs, "GET /tools/{x}", described())


def project(folder: Path) -> Path:
    shutil.copy(BASE, folder / "openapi.yaml")
    lines = {
        "spec": "openapi.yaml",
        "templates": str(TEMPLATES),
        "output": "out",
        "package": "tools_client",
        "client": "Tools",
        "distribution": "tools-client",
        "version": "1.0",
    }
    told = "\n".join(f"{key} = {json.dumps(value)}" for key, value in lines.items())
    (folder / "pyproject.toml").write_text(f"[tool.generator]\n{told}\n")
    return folder / "pyproject.toml"


UPSTREAM = """
openapi: 3.0.3
paths:
  /tools/{id}/offers:
    get:
      operationId: get-tool-offers
      summary: Get Tool Offers
      description: A sentence that is not ours.
      security: [{oauth_2_0: [read]}]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 9}}
      responses:
        "200":
          description: The offers.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/OffersObject"}
        "404": {description: None.}
components:
  schemas:
    OffersObject:
      type: object
      required: [offers, ghost]
      properties:
        offers:
          type: array
          items:
            allOf:
              - {$ref: "#/components/schemas/OfferObject"}
              - type: object
                properties: {tool: {$ref: "#/components/schemas/ToolObject"}}
    OfferObject:
      type: object
      required: [price]
      properties:
        price: {type: number}
        seller: {type: string, nullable: true}
    ToolObject: {type: object, properties: {id: {type: string}}}
"""


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configured = str(project(tmp_path))
    upstream = tmp_path / "upstream.yaml"
    upstream.write_text(UPSTREAM, encoding="utf-8")
    assert main(["--config", configured, "compare", str(BASE)]) == 0
    assert main(["--config", configured, "compare", str(upstream)]) == 1
    told = capsys.readouterr().out
    assert "GET /tools/{id}/offers: operation: nothing here, there upstream" in told
    assert main(["--config", configured, "compare", "--json", str(upstream)]) == 1
    assert json.loads(capsys.readouterr().out)
    wanted = [str(upstream), "GET /tools/{id}/offers"]
    assert main(["--config", configured, "scaffold", *wanted]) == 0
    assert "operationId: TODO" in capsys.readouterr().out
    assert main(["--config", configured, "scaffold", str(upstream), "GET /x"]) == 3
    assert "no operation `GET /x`" in capsys.readouterr().err


def test_a_scaffold_is_refused_until_it_is_finished(tmp_path: Path) -> None:
    theirs = yaml.safe_load(UPSTREAM)
    paths, schemas = scaffold(theirs, "get-tool-offers", described())
    assert "A sentence that is not ours." not in str(paths.content)
    here = ours()
    here["paths"] |= json.loads(json.dumps(paths.content))
    here["components"]["schemas"] |= json.loads(json.dumps(schemas.content))
    spec = tmp_path / "spec.yaml"
    spec.write_text(yaml.safe_dump(here, sort_keys=False), encoding="utf-8")
    rules = {finding.rule for finding in findings(spec)}
    assert rules & {"unfinished", "wrong-value"}, rules

    text = spec.read_text(encoding="utf-8")
    for gap, filled in (
        ("operationId: TODO", "operationId: tools.offers"),
        ("- TODO\n", "- Tools\n"),
        ("full: TODO", "full: available"),
        ("trial: TODO", "trial: available"),
        ("TODO: ", "Say "),
        ("TODO", "t1"),
    ):
        text = text.replace(gap, filled)
    text = text.replace("Say what it says.", "It.").replace("Say what", "What")
    done = yaml.safe_load(text)
    answers = done["paths"]["/tools/{id}/offers"]["get"]["responses"]["200"]["content"]
    offer = answers["application/json"]["example"]["offers"][0]
    assert offer["tool"] == "t1"  # one of our own models, whose values we know better
    known = here["paths"]["/tools/{id}"]["get"]["responses"]["200"]["content"]
    offer["tool"] = known["application/json"]["example"]
    spec.write_text(yaml.safe_dump(done, sort_keys=False), encoding="utf-8")
    assert [str(finding) for finding in findings(spec)] == []


def test_every_gap_is_refused(tmp_path: Path) -> None:
    for change in (
        edit("replace", f"{GET}/description", "TODO: what the call does."),
        edit("replace", f"{GET}/summary", "TODO"),
        edit("replace", f"{TOOL}/properties/name/description", "TODO: what it says."),
        edit("replace", f"{GET}/parameters/0/example", "TODO"),
        edit(
            "replace",
            f"{GET}/responses/200/content/application~1json/example/name",
            "TODO",
        ),
    ):
        spec = tmp_path / "spec.yaml"
        spec.write_text(yaml.safe_dump(patched(ours(), [change])), encoding="utf-8")
        assert [finding.rule for finding in findings(spec)] == ["unfinished"], change
