"""The validator's opinion, without a way out of the bundle."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from generator import pipeline
from generator.findings import InvalidDescriptionError
from generator.load.load import load_all
from generator.source import files as sources
from generator.source.compose import parse
from generator.validation.validate import OpenReferenceError, validate
from tests.support.generate import settings

from .sample import FILES, SAMPLE, expand, load_text, write

if TYPE_CHECKING:
    from pathlib import Path

_WATCHED = ("socket.", "urllib.", "subprocess.", "os.system", "http.client")


@pytest.fixture
def sample(tmp_path: Path) -> Any:
    return load_text(tmp_path, expand(SAMPLE)).bundle


def test_the_sample_is_valid(sample: Any) -> None:
    assert validate(sample) == ()


def test_an_error_has_a_pointer(sample: Any) -> None:
    sample["paths"]["/books/{id}"]["get"]["parameters"][2]["in"] = "nowhere"
    (finding,) = validate(sample)
    assert finding.rule == "openapi"
    assert finding.at.file == "bundle#/paths/~1books~1{id}/get/parameters/2/in"


@pytest.mark.parametrize(
    ("pointer", "text"),
    [
        ("/info", "{title: Library"),
        ("/paths/~1books~1{id}/get/summary", "Get Book\n"),
        ("/paths/~1books~1{id}/get/parameters/2/name", "fields"),
        ("/paths/~1books~1{id}/get/responses/401/description", "Not allowed."),
        ("/components/schemas/Book/type", "object"),
        ("/components/schemas/Book/nothing", "type: object"),
        ("/components/securitySchemes/oauth/type", "oauth2"),
        ("/nothing/at/all", "openapi: 3.1.1"),
        ("", "openapi: 3.1.1"),
    ],
)
def test_a_pointer_is_a_place_in_a_file(
    tmp_path: Path, pointer: str, text: str
) -> None:
    at = load_all(write(tmp_path, {"spec.yaml": expand(SAMPLE)})).place(pointer)
    line = expand(SAMPLE).splitlines(keepends=True)[at.line - 1]
    assert line[at.column - 1 :].startswith(text)


def test_findings_of_the_validator_are_placed_without_reading_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: list[str] = []
    monkeypatch.setattr(
        sources,
        "parse",
        lambda text, file, *a: files.append(file) or parse(text, file, *a),
    )
    broken = "info: {contact: 5, summary: 5, termsOfService: 5, license: 5, "
    texts = {**FILES, "openapi.yaml": FILES["openapi.yaml"].replace("info: {", broken)}
    with pytest.raises(InvalidDescriptionError) as caught:
        pipeline.validated(settings(write(tmp_path, texts)))
    places = [(finding.at.file, finding.at.line) for finding in caught.value.findings]
    assert places == [("openapi.yaml", 2)] * 4
    assert len(files) == len(set(files)) == len(FILES)


@pytest.mark.parametrize(
    "reference",
    [
        "http://127.0.0.1:1/x.json",
        "https://169.254.169.254/latest/meta-data/",
        "file:///etc/hostname",
        "../../../../etc/hostname",
        "other.yaml#/X",
        "",
        "#foo",
        7,
    ],
)
def test_an_open_reference_never_reaches_the_validator(
    sample: Any, reference: object
) -> None:
    sample["components"]["schemas"]["Book"] = {"$ref": reference}
    with pytest.raises(OpenReferenceError):
        validate(sample)
    sample["components"]["schemas"]["Book"] = {"example": [{"$ref": reference}]}
    with pytest.raises(OpenReferenceError):
        validate(sample)


def test_a_dangling_reference_and_a_cycle_are_findings(sample: Any) -> None:
    schemas = sample["components"]["schemas"]
    schemas["Book"] = {"$ref": "#/components/schemas/Missing"}
    assert validate(sample)
    schemas["Book"] = {"$ref": "#/components/schemas/Author"}
    schemas["Author"] = {"$ref": "#/components/schemas/Book"}
    assert isinstance(validate(sample), tuple)


def test_other_keywords_that_name_urls_open_nothing(sample: Any) -> None:
    seen: list[str] = []
    active = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if active and event.startswith(_WATCHED):
            seen.append(f"{event} {arguments}")
        if active and event == "open" and "hostname" in str(arguments[0]):
            seen.append(str(arguments))

    sys.addaudithook(watch)
    book = sample["components"]["schemas"]["Book"]
    book["$id"] = "http://127.0.0.1:1/id.json"
    book["$schema"] = "http://127.0.0.1:1/schema.json"
    book["properties"]["size"] = {"$dynamicRef": "file:///etc/hostname"}
    book["properties"]["mood"] = {"$ref": "#/components/schemas/Author"}
    validate(sample)
    active = False
    assert seen == []
