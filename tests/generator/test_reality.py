"""Recorded responses are held against a description; the report says what to mend."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path, PurePath
from typing import Any

import pytest

from generator.load.load import load
from generator.reality.reality import Reality, RealityError, held
from tests.generator.test_command_line import run
from tests.support.generate import ROOT, TEMPLATES

SPEC = Path(__file__).parents[1] / "second_api" / "spec.yaml"
BOOK = {
    "type": "book",
    "id": "b1",
    "title": "Emma",
    "isbn-13": "978",
    "class": "fiction",
    "format": "paper",
    "author": None,
}
LOAN = {"book_id": "b1", "since": "2026-02-01T10:00:00Z"}
GET = "GET /books/{id}"
LOANS = "GET /books/{id}/loans"
SEARCH = "GET /search"
THINGS = "object of type book or film"
OR_TAKE = "or take it out of `required` (type)"
ADD_TAG = "add the type to `discriminator.mapping`, with a schema of its own"
NULL_DATE = "expected partial-date or nothing, got null"


def reality(tmp_path: Path, body: Any, operation: str | None) -> Reality:
    file = tmp_path / "body.json"
    file.write_text(json.dumps(body), encoding="utf-8")
    return held(load(SPEC), [file], operation, PurePath("spec"))


def standing(place: re.Match[str]) -> str:
    """Give the first word of what stands at a place in the description."""
    line = SPEC.read_text(encoding="utf-8").splitlines()[int(place[1]) - 1]
    return line[int(place[2]) - 1 :].partition(":")[0]


def lines(found: Reality) -> list[str]:
    """Give the lines of a report; for places in files, what stands there."""
    text = re.sub(r"spec/spec\.yaml:(\d+):(\d+)", standing, str(found))
    return [line.partition(" (1 times")[0] for line in text.splitlines()]


CASES: list[tuple[str, Any, str, str]] = [
    (
        GET,
        {**BOOK, "title": None},
        "$.title: expected string, got null",
        'title Book.title: type: string -> type: [string, "null"]; ' + OR_TAKE,
    ),
    (
        GET,
        {**BOOK, "format": None},
        "$.format: expected string, got null",
        'format Book.format: type: string -> type: [string, "null"], '
        "and null to `enum`; " + OR_TAKE,
    ),
    (
        GET,
        {**BOOK, "title": 5},
        "$.title: expected string, got integer",
        "title Book.title: type: string -> type: integer, if it is always so",
    ),
    (
        GET,
        {**BOOK, "pages": "many"},
        "$.pages: expected integer or null, got string",
        "pages Book.pages: describe what comes, if it always comes so",
    ),
    (
        GET,
        {key: value for key, value in BOOK.items() if key != "id"},
        "$.id: expected string, got nothing",
        "id Book.id: take `id` out of `required` (type)",
    ),
    (
        GET,
        {**BOOK, "published": "soon"},
        "$.published: expected partial-date or null, got string",
        "published Book.published: take its `format` out",
    ),
    (
        GET,
        {**BOOK, "author": {"name": []}},
        "$.author.name: expected string, got array",
        "name Author.name: type: string -> type: array, if it is always so",
    ),
    (
        LOANS,
        {"items": [None], "next": None},
        "$.items[*]: expected object, got null",
        '{$ref LoanPage.items[]: {$ref: …} -> oneOf: [{$ref: …}, {type: "null"}]',
    ),
    (
        SEARCH,
        {"things": {"items": [{"type": "game"}], "next": None}, "counts": {}},
        f"$.things.items[*]: expected {THINGS}, got object of another type",
        "{$ref ThingPage.items[]: " + ADD_TAG,
    ),
    (
        SEARCH,
        {"things": {"items": [], "next": None}, "counts": {"a secret": "x"}},
        "$.counts.*: expected integer, got string",
        "{type Found.counts{}: type: integer -> type: string, if it is always so",
    ),
]


@pytest.mark.parametrize(("operation", "body", "what", "mend"), CASES)
def test_drift_and_the_edit_that_would_make_it_true(
    operation, body, what, mend, tmp_path
):
    found = reality(tmp_path, body, operation)
    told, where, summary = lines(found)
    assert told.endswith(f" {operation}: {what}")
    assert where.strip() == mend
    assert summary == "1 answers, 1 place of drift"
    assert "secret" not in str(found)


def test_what_no_client_notices_is_told_apart(tmp_path):
    body = {**BOOK, "weight": 3, "format": "scroll", "published": None}
    found = reality(tmp_path, body, GET)
    assert found.drift == ()
    assert [line.strip() for line in lines(found)] == [
        "",
        "Not noticed by a client:",
        "books.get GET /books/{id}: $.format: `scroll` is not in `enum`",
        "format Book.format: add the value, or loosen what forbids it",
        "books.get GET /books/{id}: $.published: " + NULL_DATE,
        'published Book.published: type: string -> type: [string, "null"]',
        "books.get GET /books/{id}: $.weight: expected nothing, got integer",
        "type Book.weight: describe `weight`: {type: integer}",
        "",
        "1 answers, 0 places of drift",
    ]


def test_numbers_without_a_fraction_are_integers(tmp_path):
    assert reality(tmp_path, {**BOOK, "pages": 3.0}, GET).drift == ()


@pytest.mark.parametrize(
    "route",
    [
        "GET /books/{id}",
        "GET /books/{any_name}",
        "GET /books/b1",
        "GET /v3/books/b1?language=en",
        "GET https://api.lantern.example/v3/books/b1",
        "books.get",
    ],
)
def test_an_operation_can_be_named_in_many_ways(route, tmp_path):
    assert reality(tmp_path, BOOK, route).answers == 1


def test_recordings_name_their_operation(tmp_path):
    for number, (status, body) in enumerate([(200, BOOK), (200, {}), (404, {})]):
        record = {
            "request": {"method": "GET", "path": "/books/{id}", "query": []},
            "response": {"status": status, "headers": {}, "body": body},
        }
        (tmp_path / f"{number}.json").write_text(json.dumps(record))
    found = held(load(SPEC), [tmp_path], None, PurePath("spec"))
    assert found.answers == 3
    assert len(found.drift) == 6  # all of a book that cannot be null


def test_an_index_names_bodies_beside_it(tmp_path):
    (tmp_path / "book.json").write_text(json.dumps(BOOK))
    (tmp_path / "cut.json").write_text('{"type":')
    (tmp_path / "index.csv").write_text(
        "file,endpoint,status\n"
        "book.json,GET /books/{x},200\n"
        "book.json,GET /nowhere,200\n"
        "book.json,GET /books/{x},304\n"
        "cut.json,GET /books/{x},\n"
    )
    found = held(load(SPEC), [tmp_path / "index.csv"], None, PurePath("spec"))
    assert found.answers == 2
    assert [line.rpartition("/")[2] for line in found.skipped] == [
        "nowhere`",
        "book.json: no content is described for 304",
    ]
    assert "expected JSON, got something else" in str(found)


PARTIAL = """
openapi: 3.1.1
info: {title: T, version: "1", description: Things.}
servers: [{url: "https://api.example"}]
tags: [{name: T, description: Things.}]
paths:
  /things:
    get:
      operationId: things
      tags: [T]
      summary: Get
      description: A thing.
      security: []
      parameters:
        - name: fields
          in: query
          description: What to send.
          example: a
          schema: {type: string}
          x-partial-response: true
      responses:
        "200":
          description: It.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Thing"}
              example: {a: x}
components:
  schemas:
    Thing:
      type: object
      description: A thing.
      required: [a]
      properties: {a: {type: string, description: A.}}
"""


@pytest.mark.parametrize(("query", "drift"), [("", 1), ("?fields=b", 0)])
def test_where_some_properties_were_asked_for_absence_is_no_drift(
    query, drift, tmp_path
):
    spec, body = tmp_path / "spec.yaml", tmp_path / "body.json"
    spec.write_text(PARTIAL)
    body.write_text("{}")
    found = held(load(spec), [body], f"GET /things{query}", PurePath())
    assert len(found.drift) == drift


@pytest.mark.parametrize(
    ("name", "text", "operation", "message"),
    [
        ("a.json", "{}", None, 'say whose it is: --operation "GET /…"'),
        ("a.json", "[", None, "no recording"),
        ("a.json", '{"request":{},"response":{}}', None, "is not complete"),
        ("a.json", "{}", "GET /nowhere", "has no operation `GET /nowhere`"),
        ("a.csv", "name\nx\n", None, "an index has the columns"),
        ("a.csv", "file,endpoint,status\na,GET /x,ok\n", None, "is no number"),
        ("a.csv", "file,endpoint\nmissing,GET /x\n", None, "No such file"),
    ],
)
def test_files_that_cannot_be_used_say_why(name, text, operation, message, tmp_path):
    file = tmp_path / name
    file.write_text(text)
    with pytest.raises(RealityError) as caught:
        held(load(SPEC), [file], operation, PurePath())
    assert message in str(caught.value)


def command(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "pyproject.toml").write_text(
        f'[tool.generator]\nspec = "{SPEC}"\ntemplates = "{TEMPLATES}"\n'
        'output = "o"\npackage = "lantern"\nclient = "Lantern"\n'
        'distribution = "lantern"\nversion = "1"\n'
    )
    return run(tmp_path, "reality", *arguments)


def test_the_command_says_by_its_status_whether_all_fits(tmp_path):
    body = tmp_path / "body.json"
    body.write_text(json.dumps(BOOK))
    done = command(tmp_path, "--operation", GET, str(body))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1 answers, 0 places of drift\n"
    body.write_text(json.dumps({**BOOK, "id": None}))
    done = command(tmp_path, "--operation", GET, str(body))
    assert done.returncode == 1
    assert "Book.id: type: string" in done.stdout
    done = command(tmp_path, str(body))
    assert done.returncode == 3
    assert "--operation" in done.stderr


def test_an_index_may_begin_with_a_year(tmp_path: Path) -> None:
    rows = ["file,endpoint,status,year"]
    for year in ("2019", "2020", "2021", ""):
        (tmp_path / f"{year}.json").write_text(json.dumps(BOOK))
        rows.append(f"{year}.json,{GET},200,{year}")
    index = tmp_path / "index.csv"
    index.write_text("\n".join(rows))
    for since, count in ((None, 4), (2020, 2), (2022, 0)):
        found = held(load(SPEC), [index], None, PurePath("spec"), since)
        assert found.answers == count


def test_an_error_of_any_operation_is_held_against_what_errors_are(
    tmp_path: Path,
) -> None:
    bodies = {"right": {"error": {"status": 404, "message": "m"}}, "wrong": {"e": 1}}
    rows = ["file,endpoint,status"]
    for name, body in bodies.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(body))
        rows.append(f"{name}.json,any,404")
    index = tmp_path / "index.csv"
    index.write_text("\n".join(rows))
    found = held(load(ROOT / "spec" / "openapi.yaml"), [index], None, PurePath("spec"))
    assert found.answers == 2
    assert {each.file for each in found.found.values()} == {
        str(tmp_path / "wrong.json")
    }
    assert all(
        line.startswith("any: ") for line in str(found).splitlines() if "$" in line
    )


@pytest.mark.parametrize(
    "body", [{"error": {"status": 404, "message": "m"}}, {"error": {"message": "m"}}]
)
def test_a_bare_error_is_no_success(tmp_path: Path, body: Any) -> None:
    file = tmp_path / "body.json"
    file.write_text(json.dumps(body))
    document = load(ROOT / "spec" / "openapi.yaml")
    found = held(document, [file], "GET /albums/{id}", PurePath("spec"))
    assert not any("album" in line for line in str(found).splitlines() if "$." in line)
    assert "`id`" not in str(found)


def test_the_server_of_tokens_is_known_by_its_address(tmp_path: Path) -> None:
    file = tmp_path / "body.json"
    file.write_text(json.dumps({"access_token": "a", "token_type": "Bearer"}))
    document = load(ROOT / "spec" / "openapi.yaml")
    for host in ("", "accounts.spotify.com", "https://accounts.spotify.com"):
        found = held(document, [file], f"POST {host}/api/token", PurePath("spec"))
        assert found.answers == 1


def test_a_report_for_programs_has_all_of_it(tmp_path: Path) -> None:
    found = reality(tmp_path, {**BOOK, "title": None}, GET)
    told = json.loads(found.as_json())
    assert (told["answers"], told["skipped"]) == (1, [])
    (one,) = told["found"]
    assert one["path"] == "$.title"
    assert one["noticed"] is True
    assert re.fullmatch(r"spec/spec\.yaml:\d+:\d+", one["at"])
