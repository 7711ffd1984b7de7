"""Descriptions become documents, or all that is wrong with them is told at once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from generator.dialect.extensions import Availability, Batch, Pagination
from generator.dialect.schema import PagePlace, Ref, Schema
from generator.findings import InvalidDescriptionError, Location
from generator.load.load import load, load_all
from generator.source import files as sources
from tests.support.shared import SHARED

from .sample import FILES, MINIMAL, SAMPLE, expand, load_text, minimal, refused, write

if TYPE_CHECKING:
    from pathlib import Path


def _told(folder: Path, text: str) -> list[tuple[str, str]]:
    found = refused(write(folder, {"spec.yaml": text}))
    return [(item.rule, str(item.at).removeprefix("spec.yaml:")) for item in found]


def test_the_parts_of_a_document(tmp_path: Path) -> None:
    document = load_text(tmp_path, expand(SAMPLE))
    assert document.at == Location("spec.yaml", 1, 1)
    assert document.info.title == "Library"
    assert document.servers[0].url == "https://api.library.example/v1"
    assert [tag.name for tag in document.tags] == ["Books", "Loans"]
    assert document.quota_modes == (("full", "All of it."), ("trial", "Some of it."))
    assert [(item.method, item.path) for item in document.operations[:3]] == [
        ("GET", "/books/{id}"),
        ("GET", "/books"),
        ("PUT", "/me/books"),
    ]
    scheme = document.security_schemes[0]
    assert (scheme.name, scheme.type) == ("oauth", "oauth2")
    assert scheme.environment == (("client_id", "LIBRARY_ID"),)
    assert scheme.flows[0].scopes == (("read", "Read."), ("write", "Write."))


def test_the_extensions_of_operations(tmp_path: Path) -> None:
    document = load_text(tmp_path, expand(SAMPLE))
    calls = {item.operation_id: item for item in document.operations}
    at = calls["books.several"].batch
    assert at == Batch(
        at.at if at else document.at, "ids", None, 20, "/books", True, None, None
    )
    found = calls["books.several"].availability
    assert isinstance(found, Availability)
    assert found.modes == (("full", "available"), ("trial", "removed"))
    assert found.route is not None
    assert [(item.name, item.source, item.form) for item in found.route.arguments] == [
        ("id", "ids", "each")
    ]
    routes = [calls[name].availability for name in ("books.save", "authors.save")]
    assert [item.route.drop for item in routes if item and item.route] == [("why",), ()]
    templates = [item.route.arguments[0].uri for item in routes if item and item.route]
    assert templates == [None, "lib:{kind}:{id}"]
    (limit,) = calls["books.of_author"].parameters[1].quota_limits
    assert (limit.mode, limit.maximum, limit.default) == ("trial", 5, 1)
    paged = calls["books.of_author"].pagination
    assert isinstance(paged, Pagination)
    assert (paged.style, paged.pointer) == ("offset", "")
    assert calls["regions"].result_pointer == "/regions/0"
    assert calls["loans.create"].retry == "never"
    variants = calls["top.items"].variants
    assert [item.operation_id for item in variants] == ["top.books", "top.authors"]
    assert variants[0].arguments == (("type", "books"),)
    assert variants[0].response is not None
    assert variants[0].response.name == "Shelf"


def test_shared_parts_know_their_names(tmp_path: Path) -> None:
    document = load_text(tmp_path, expand(SAMPLE))
    first = document.operations[0]
    assert [item.component for item in first.parameters] == ["book_id", "region", None]
    assert first.parameters[1].client_default
    assert first.parameters[2].partial_response
    shared = {item.status: item.component for item in first.responses}
    assert shared == {
        200: None,
        401: "Denied",
        403: "Denied",
        429: "Limited",
        500: "Failed",
        502: "Failed",
        503: "Failed",
    }
    assert [header.name for header in first.responses[0].headers] == [
        "ETag",
        "Cache-Control",
    ]


def test_schemas_keep_order_types_and_references(tmp_path: Path) -> None:
    document = load_text(tmp_path, expand(SAMPLE))
    schemas = {named.name: named for named in document.schemas}
    book = schemas["Book"].schema
    assert [item.name for item in book.properties][:3] == ["type", "title", "size"]
    title = book.properties[1].schema
    assert isinstance(title, Schema)
    assert title.types == ("string", "null")
    shelf = schemas["Shelf"].schema.properties[0].schema
    assert isinstance(shelf, Ref)
    assert isinstance(shelf.page, PagePlace)
    assert (shelf.name, shelf.page.operation) == ("BookPage", "books.of_author")
    item = schemas["Item"].schema
    assert item.discriminator is not None
    assert item.discriminator.mapping == (("book", "Book"), ("author", "Author"))
    assert schemas["Error"].schema.reasons[0].error == "NoCardError"


def test_several_files_are_one_document(tmp_path: Path) -> None:
    document = load(write(tmp_path, FILES))
    assert document.at == Location("openapi.yaml", 1, 1)
    assert [(item.name, item.file) for item in document.schemas] == [
        ("Thing", "schemas/things.yaml"),
        ("Another", "schemas/others.yaml"),
        ("Other", "schemas/others.yaml"),
    ]
    operation = document.operations[0]
    assert operation.at.file == "paths/things.yaml"
    assert operation.parameters[0].at == Location("parameters.yaml", 1, 5)
    assert [item.value for item in operation.responses[0].content[0].examples] == [
        {"type": "a"},
        {"type": "b"},
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "      flows:",
            "      scheme: basic\n      flows:",
            "`scheme` is not supported",
        ),
        (
            "      flows:",
            "      bearerFormat: x\n      flows:",
            "`bearerFormat` is not supported",
        ),
        (
            "type: oauth2",
            "type: http\n      scheme: bearer",
            "`flows` is not supported",
        ),
        (
            "          scopes: {read",
            "          refreshUrl: https://x.example/again\n          scopes: {read",
            "`refreshUrl` is not the `tokenUrl`",
        ),
        (
            "contentEncoding: base64",
            "contentEncoding: base64, contentMediaType: image/png",
            "`contentMediaType` is not supported",
        ),
    ],
)
def test_a_key_that_nobody_reads_is_refused(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    text = expand(SAMPLE)
    assert old in text
    found, *others = refused(write(tmp_path, {"spec.yaml": text.replace(old, new, 1)}))
    assert found.rule == "unsupported"
    assert found.message.startswith(told)
    assert others == []


def test_the_refresh_url_may_be_the_token_url(tmp_path: Path) -> None:
    again = (
        "          refreshUrl: https://library.example/token\n          scopes: {read"
    )
    text = expand(SAMPLE).replace("          scopes: {read", again, 1)
    assert refused(write(tmp_path, {"spec.yaml": text})) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("openapi: 3.1.0", "openapi: 3.10", [("wrong-type", "1:10")]),
        ("openapi: 3.1.0", "openapi: 3.0.3", [("unsupported", "1:1")]),
        ("openapi: 3.1.0\n", "", [("missing-key", "1:1")]),
        ('version: "1"', "version: 1.0", [("wrong-type", "2:27")]),
        ("tags: [Things]", "tags: Things", [("wrong-type", "9:13")]),
        ("tags: [Things]", "tag: [Things]", [("unknown-key", "9:7")]),
        (
            "security: []",
            "callbacks: {}\n      security: []",
            [("unsupported", "12:7")],
        ),
        ("      security: []\n", "", [("missing-key", "8:7")]),
        ('"200":', "200:", [("key-not-text", "14:9")]),
        ("SCHEMA", "{type: string, enum: []}", [("unsupported", "18:44")]),
        ('"200":', "default:", [("unsupported", "14:9")]),
        ('"200":', '"2XX":', [("unsupported", "14:9")]),
        ("    get:", "    head:", [("unsupported", "7:5")]),
        ("    get:", "    parameters: []\n    get:", [("unsupported", "7:5")]),
        (
            "example: EXAMPLE",
            "example: {$ref: x.yaml#/y}",
            [("reference-in-data", "19:25")],
        ),
        (
            "example: EXAMPLE",
            "example: 1\n              examples: {}",
            [("two-examples", "19:15")],
        ),
        ("SCHEMA", "{anyOf: [], oneOf: []}", [("union", "18:24")]),
        ("SCHEMA", "{not: {}}", [("unsupported", "18:24")]),
        ("SCHEMA", "{type: string, nullable: true}", [("unsupported", "18:38")]),
        ("SCHEMA", "{type: null}", [("wrong-type", "18:30")]),
        ("SCHEMA", "{type: text}", [("wrong-type", "18:30")]),
        (
            "SCHEMA",
            "{type: object, additionalProperties: false}",
            [("unsupported", "18:60")],
        ),
        ("SCHEMA", "{type: string, const: null}", [("wrong-type", "18:45")]),
        ("SCHEMA", "{type: string, minLength: -1}", [("wrong-type", "18:49")]),
        ("SCHEMA", "{type: string, minLength: 1.5}", [("wrong-type", "18:49")]),
        (
            "SCHEMA",
            "{type: object, properties: {$ref: {type: string}}}",
            [("unsupported", "18:51")],
        ),
        (
            "security: []",
            "security: []\n      x-pagination: {style: page}",
            [("wrong-type", "13:29")],
        ),
        (
            "security: []",
            "security: []\n      x-batch: {size: 0}",
            [("x-batch", "13:16"), ("x-batch", "13:17")],
        ),
        (
            "security: []",
            "security: []\n      x-result: {at: items}",
            [("bad-pointer", "13:18")],
        ),
        (
            "security: []",
            "security: []\n      x-availability: {some: available}",
            [("unknown-key", "13:24")],
        ),
        (
            "security: []",
            "security: []\n      x-enum-varnames: []",
            [("unknown-key", "13:7")],
        ),
    ],
)
def test_the_shape_of_a_description_is_checked(
    tmp_path: Path, old: str, new: str, told: list[tuple[str, str]]
) -> None:
    assert old in MINIMAL
    text = MINIMAL.replace(old, new, 1)
    text = text.replace("SCHEMA", "{type: string}").replace("EXAMPLE", "a")
    assert _told(tmp_path, text) == told


def test_only_flows_that_can_be_refused_are_refused(tmp_path: Path) -> None:
    scheme = "{type: oauth2, description: d, x-refused-flows: {KIND: Gone.}, flows: {}}"
    found = {}
    for kind in ("implicit", "clientCredentials"):
        text = minimal("{type: string}", "a")
        text += f"components: {{securitySchemes: {{o: {scheme}}}}}\n"
        written = write(tmp_path, {"spec.yaml": text.replace("KIND", kind)})
        found[kind] = {each.rule for each in refused(written)}
    assert found["clientCredentials"] - found["implicit"] == {"unsupported"}


@pytest.mark.parametrize(
    ("scheme", "rule"),
    [
        ("{type: 3, description: d, flows: {}}", "wrong-type"),
        ('{type: "", description: d, flows: {}}', "wrong-type"),
        ('{type: http, scheme: "", description: d}', "unsupported"),
    ],
)
def test_words_of_security_schemes_are_known(
    tmp_path: Path, scheme: str, rule: str
) -> None:
    """What is none is told once, be it empty or no text at all."""
    text = minimal("{type: string}", "a")
    text += f"components: {{securitySchemes: {{o: {scheme}}}}}\n"
    (found,) = refused(write(tmp_path, {"spec.yaml": text}))
    assert found.rule == rule


def test_an_empty_version_is_none(tmp_path: Path) -> None:
    text = minimal("{type: string}", "a").replace("openapi: 3.1.0", 'openapi: ""')
    (found,) = refused(write(tmp_path, {"spec.yaml": text}))
    assert found.rule == "unsupported"


@pytest.mark.parametrize("place", ["header", "cookie", "body", '""'])
def test_parameters_are_in_path_or_query(tmp_path: Path, place: str) -> None:
    parameter = f"{{name: a, in: {place}, description: d, example: a, schema: _}}"
    parameter = parameter.replace("_", "{type: string}")
    text = minimal("{type: string}", "a")
    text = text.replace(
        "security: []", f"security: []\n      parameters: [{parameter}]"
    )
    (found,) = refused(write(tmp_path, {"spec.yaml": text}))
    assert found.rule in ("unsupported", "wrong-type")


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    files = dict(FILES)
    files["parameters.yaml"] = files["parameters.yaml"].replace("in: path", "inn: path")
    files["schemas/things.yaml"] += "Thing: {type: string}\n"
    files["schemas/others.yaml"] += "More: {type: strin}\n"
    files["examples/more.yaml"] = "default: [\n"
    found = refused(write(tmp_path, files))
    assert [(str(item.at), item.rule) for item in found] == [
        ("examples/more.yaml:2:1", "yaml-syntax"),
        ("parameters.yaml:1:5", "missing-key"),
        ("parameters.yaml:1:16", "unknown-key"),
        ("schemas/others.yaml:13:14", "wrong-type"),
        ("schemas/things.yaml:13:1", "duplicate-key"),
    ]
    assert found[2].remedy == "Did you mean `in`?"


def test_names_are_unique_over_all_files(tmp_path: Path) -> None:
    files = dict(FILES)
    files["schemas/others.yaml"] += "Thing: {type: string, description: d}\n"
    found = refused(write(tmp_path, files))
    assert [(str(item.at), item.rule) for item in found] == [
        ("schemas/others.yaml:13:1", "duplicate-schema")
    ]
    assert "schemas/things.yaml:1:1" in found[0].message


def test_what_is_shared_is_used(tmp_path: Path) -> None:
    files = dict(FILES)
    for name in ("parameters", "headers", "responses"):
        files[f"{name}.yaml"] += "Idle: {}\n"
    files["examples/more.yaml"] += "idle: {}\n"
    files["paths/things.yaml"] += "/idle: {}\n"
    assert sorted(item.rule for item in refused(write(tmp_path, files))) == [
        "unused-example",
        "unused-header",
        "unused-parameter",
        "unused-path-item",
        "unused-response",
    ]


def test_a_path_refers_to_its_own_entry(tmp_path: Path) -> None:
    files = dict(FILES)
    files["openapi.yaml"] = files["openapi.yaml"].replace(
        "/things/{id}:", "/thing/{id}:"
    )
    assert [item.rule for item in refused(write(tmp_path, files))] == ["path-key"]


@pytest.mark.parametrize(
    ("data", "rule", "at"),
    [
        (b"", "not-a-mapping", "1:1"),
        (b"# nothing\n", "not-a-mapping", "1:1"),
        (b"just text", "not-a-mapping", "1:1"),
        (b"\n- a", "not-a-mapping", "2:1"),
        ("openapi: 3.1.0".encode("utf-16"), "not-utf-8", "1:1"),
        ("a: ü".encode("latin-1"), "not-utf-8", "1:4"),
    ],
)
def test_a_file_is_a_mapping_in_utf_8(
    tmp_path: Path, data: bytes, rule: str, at: str
) -> None:
    root = tmp_path / "spec.yaml"
    root.write_bytes(data)
    (found,) = refused(root)
    assert (found.rule, str(found.at)) == (rule, f"spec.yaml:{at}")


def test_a_byte_order_mark_is_allowed(tmp_path: Path) -> None:
    root = tmp_path / "spec.yaml"
    root.write_bytes(b"\xef\xbb\xbf" + minimal("{type: string}", "a").encode())
    assert load(root).info.title == "T"


def test_a_missing_root_is_a_finding(tmp_path: Path) -> None:
    (found,) = refused(tmp_path / "none.yaml")
    assert (found.rule, str(found.at)) == ("missing-file", "none.yaml:1:1")


def test_files_have_a_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 100)
    assert {item.rule for item in refused(write(tmp_path, FILES))} == {"too-large"}
    monkeypatch.setattr(sources, "MAX_BYTES", 100_000)
    monkeypatch.setattr(sources, "MAX_FILES", 3)
    assert {item.rule for item in refused(write(tmp_path, FILES))} == {"too-large"}


def test_how_files_are_written_is_told_beside_the_document(tmp_path: Path) -> None:
    files = {**FILES, "schemas/idle.yaml": "A: 1\n", ".hidden/x.yml": "a: 1\n"}
    files["examples/more.yaml"] = "default: {summary: s, value: {kind: NO}}\n"
    loaded = load_all(write(tmp_path, files))
    assert loaded.document == load(tmp_path / "openapi.yaml")
    assert [(str(item.at), item.rule) for item in loaded.style] == [
        ("examples/more.yaml:1:37", "yaml-ambiguous"),
        ("schemas/idle.yaml:1:1", "unused-file"),
    ]


def test_the_error_shows_all_findings(tmp_path: Path) -> None:
    root = write(tmp_path, {"spec.yaml": "openapi: 3.1.0\nx: 1\n"})
    with pytest.raises(InvalidDescriptionError) as caught:
        load(root)
    shown = str(caught.value)
    assert shown.startswith(
        "spec.yaml:1:1: missing-key: the description needs `info`\n    Add"
    )
    assert "spec.yaml:2:1: unknown-key: `x` is no key of the description" in shown


@pytest.mark.slow
def test_loading_takes_time_in_proportion(tmp_path: Path) -> None:
    """Ten times as many schemas would else take a hundred times as long."""

    def seconds(count: int) -> float:
        names = [f"A{number}" for number in range(count)]
        schema = "{type: object, description: d, properties: {a: {type: string}}}"
        schemas = "".join(f"    {name}: {schema}\n" for name in names)
        text = f"{minimal('{type: string}', 'a')}components:\n  schemas:\n{schemas}"
        start = time.process_time()
        assert len(load_text(tmp_path, text).schemas) == count
        return time.process_time() - start

    assert seconds(2000) < 40 * seconds(200)


def test_the_vectors_are_where_they_are_sought() -> None:
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not here (set SHARED_DIR)")
    assert (SHARED / "vectors" / "hostile_yaml.json").exists()
