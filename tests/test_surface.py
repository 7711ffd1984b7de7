"""What the client offers is what the facts of the API say there is."""

from __future__ import annotations

import ast
import csv
import inspect
import pickle
import re
import traceback
from pathlib import Path
from typing import Any

import pytest

import spotify_web_api
from spotify_web_api import AsyncSpotify, Spotify, errors, models, operations
from tests.support.canary import token
from tests.support.shared import shared_file
from tests.support.spec_calls import bound_call, example_calls

PACKAGE = Path(spotify_web_api.__file__).parent
RESOURCES = sorted(
    p.stem for p in (PACKAGE / "_sync").glob("*.py") if p.stem != "__init__"
)
CALLS = [example.call for example in example_calls()]
WRITTEN = ["playlists.item_uris", "playlists.sync_to"]


def test_each_operation_is_found_by_its_calls() -> None:
    every = operations.all()
    assert len({operation.route for operation in every}) == len(every) >= 96
    for operation in operations.all():
        for call in operation.calls:
            assert operations.by_call(call) is operation


def test_an_unknown_call_is_named() -> None:
    with pytest.raises(errors.InvalidArgumentError, match=r"albums\.lend"):
        operations.by_call("albums.lend")


def facts() -> list[dict[str, str]]:
    with shared_file("facts/calls.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_call_of_the_facts_exists_with_verb_path_and_title() -> None:
    for row in facts():
        for call in row["call"].split(" + "):
            operation = operations.by_call(call)
            assert operation.route == f"{row['method']} {row['path']}"
            assert operation.title == row["title"]
            assert operation.deprecated == (row["deprecated"] == "yes")
            size = str(operation.batch.size) if operation.batch else ""
            assert size == row["batch_size"], call


def test_the_titles_are_those_of_the_reference_and_eight_of_2026() -> None:
    """What came later is in neither list."""
    lines = shared_file("facts/reference-titles.txt").read_text(encoding="utf-8")
    listed = {line.split("\t")[1] for line in lines.splitlines()[1:]}
    listed = (listed - {"Create Playlist"}) | {"Create Playlist for user"}
    added = {
        "PUT /me/library",
        "DELETE /me/library",
        "GET /me/library/contains",
        "POST /me/playlists",
        "GET /playlists/{playlist_id}/items",
        "POST /playlists/{playlist_id}/items",
        "PUT /playlists/{playlist_id}/items",
        "DELETE /playlists/{playlist_id}/items",
    }
    routes = {item.route for item in operations.all()}
    assert added <= routes
    older = {item.title for item in operations.all() if item.route not in added}
    assert listed <= older


@pytest.mark.parametrize("client", [Spotify, AsyncSpotify])
@pytest.mark.parametrize("call", [*CALLS, *WRITTEN])
def test_every_call_has_types_and_a_docstring(client: type[Any], call: str) -> None:
    spotify = client("token")
    method = bound_call(spotify, call)
    signature = inspect.signature(method)
    assert signature.return_annotation is not inspect.Signature.empty
    documented = inspect.getdoc(method) or ""
    for name, parameter in signature.parameters.items():
        assert parameter.annotation is not inspect.Parameter.empty
        assert f"    {name}: " in documented
    assert "https://developer.spotify.com/" in documented


@pytest.mark.parametrize("client", [Spotify, AsyncSpotify])
def test_every_call_of_a_resource_is_described_or_written_by_hand(
    client: type[Any],
) -> None:
    spotify = client("token")
    found = {
        f"{resource}.{name}"
        for resource in RESOURCES
        for name in dir(getattr(spotify, resource))
        if not name.startswith("_")
    }
    assert found == {call for call in CALLS if "." in call} | {*WRITTEN}
    index = (PACKAGE.parent / "api.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\* `([a-z_.]+)\(", index, re.MULTILINE)
    assert sorted(listed) == sorted([*CALLS, *WRITTEN])
    assert f"{len(listed)} calls, " in index


def test_a_deprecated_call_says_so_and_warns_nobody() -> None:
    method = Spotify(token()).albums.get_several
    assert method.__deprecated__ == "Deprecated since 2026-02-11; use albums.get."  # type: ignore[attr-defined]


@pytest.mark.parametrize("call", CALLS)
def test_what_replaces_a_call_is_a_call(call: str) -> None:
    text = getattr(bound_call(Spotify(token()), call), "__deprecated__", "")
    _, _, replacement = text.rstrip(".").partition("; use ")
    assert not replacement or replacement in CALLS


class _SameTree(ast.NodeTransformer):
    """Take away all that may differ between the twins."""

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        self.generic_visit(node)
        return ast.FunctionDef(**{name: getattr(node, name) for name in node._fields})

    def visit_Await(self, node: ast.Await) -> ast.AST:
        self.generic_visit(node)
        return node.value

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(node.id.removeprefix("Async"), node.ctx)

    def visit_alias(self, node: ast.alias) -> ast.AST:
        return ast.alias(node.name.removeprefix("Async"), node.asname)


def normalized(flavour: str, resource: str) -> str:
    source = (PACKAGE / flavour / f"{resource}.py").read_text(encoding="utf-8")
    return ast.dump(_SameTree().visit(ast.parse(source)))


@pytest.mark.parametrize("resource", RESOURCES)
def test_twins_are_the_same_tree(resource: str) -> None:
    assert normalized("_sync", resource) == normalized("_async", resource)


def test_both_flavours_have_the_same_resources() -> None:
    others = (PACKAGE / "_async").glob("*.py")
    assert sorted(p.stem for p in others if p.stem != "__init__") == RESOURCES


@pytest.mark.parametrize("name", errors.__all__)
def test_errors_are_called_as_they_are_imported(name: str) -> None:
    kind = getattr(errors, name)
    assert f"{kind.__module__}.{kind.__qualname__}" == f"spotify_web_api.errors.{name}"
    assert pickle.loads(pickle.dumps(kind)) is kind


def test_the_root_of_errors_is_called_as_it_is_drawn() -> None:
    told = "".join(traceback.format_exception_only(errors.SpotifyError("told")))
    assert told == "spotify_web_api.errors.SpotifyError: told\n"
    assert "SpotifyError  The root" in (errors.__doc__ or "")


def test_every_exported_name_loads_and_is_listed() -> None:
    for module in (spotify_web_api, models):
        assert list(module.__all__) == sorted(set(module.__all__))
        for name in module.__all__:
            assert getattr(module, name) is not None
            assert name in dir(module)
    assert not hasattr(spotify_web_api, "Sportify")
