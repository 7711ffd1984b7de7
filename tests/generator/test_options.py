"""An option of a client is declared once: all that is said of it comes from there."""

from __future__ import annotations

import importlib
import inspect
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import spotify_web_api
from generator.config import ConfigError
from generator.plan.runtime import read_runtime
from spotify_web_api._runtime.calls.settings import CallOptions
from spotify_web_api._runtime.client.options import Options
from tests.support.canary import token
from tests.support.generate import ROOT, TEMPLATES, generate, settings, write

DECLARED = (CallOptions, Options)
API_DEFAULTS = ["market", "additional_types"]
SPEC = ROOT / "tests" / "golden" / "root_call" / "spec.yaml"
PLAN, PACKAGE = ROOT / "generator" / "plan", TEMPLATES / "package"
FOLLOW = [
    *(PLAN / f"{name}.py" for name in ("client", "options", "runtime")),
    PACKAGE / "client.py.j2",
    *(
        PACKAGE / "_runtime" / "client" / f"{name}.py"
        for name in ("base", "client", "async_client")
    ),
]


def texts() -> dict[str, tuple[str, str]]:
    """Each option to its annotation and the first paragraph below it."""
    found = {}
    for kind in DECLARED:
        source = Path(inspect.getfile(kind)).read_text(encoding="utf-8")
        pattern = r'^    (\w+): ([^\n]+) = [^\n]+\n    """(.+?)(?:"""|\n\n)'
        for match in re.finditer(pattern, source, re.MULTILINE | re.DOTALL):
            name, annotation, text = match.groups()
            found[name] = (annotation, " ".join(text.split()))
    return found


TEXTS = texts()
OF_CLIENTS = [
    item.name
    for item in fields(Options)
    if item.name != "defaults" and "ONLY_IN_VIEWS" not in TEXTS[item.name][0]
]
OF_VIEWS = [
    item.name
    for item in fields(Options)
    if item.name != "defaults" and "IN_VIEWS" in TEXTS[item.name][0]
]
CLIENTS = [spotify_web_api.Spotify, spotify_web_api.AsyncSpotify]


def test_every_option_has_a_text() -> None:
    assert [*TEXTS] == [item.name for item in fields(Options)]
    assert {"if_none_match"} == {*OF_VIEWS} - {*OF_CLIENTS}


@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_takes_what_is_declared(client: type[Any]) -> None:
    takes = inspect.signature(client).parameters
    assert {*takes} == {"auth", *API_DEFAULTS, *OF_CLIENTS}
    declared = {item.name: item.default for item in fields(Options)}
    said = " ".join((inspect.getdoc(client) or "").split())
    for name in OF_CLIENTS:
        assert takes[name].default == declared[name]
        text = TEXTS[name][1].replace("{base_url}", "https://api.spotify.com/v1")
        assert f" {name}: {text}" in said


@pytest.mark.parametrize("client", CLIENTS)
def test_views_take_what_is_marked(client: type[Any]) -> None:
    takes = inspect.signature(client.with_options).parameters
    assert {*takes} == {"self", *API_DEFAULTS, *OF_VIEWS}
    said = " ".join((inspect.getdoc(client.with_options) or "").split())
    for name in OF_VIEWS:
        assert takes[name].default is None
        assert takes[name].annotation.endswith("| None")
        assert f" {name}: {TEXTS[name][1]}" in said


@pytest.mark.parametrize("method", ["__init__", "with_options"])
def test_both_clients_have_the_same_options(method: str) -> None:
    blocking, awaited = (
        [
            (name, item.default, item.annotation.replace("Async", ""))
            for name, item in inspect.signature(
                getattr(client, method)
            ).parameters.items()
            if name != "self"
        ]
        for client in CLIENTS
    )
    assert blocking == awaited


@pytest.mark.parametrize("client", CLIENTS)
def test_what_is_given_arrives(client: type[Any]) -> None:
    """An option that was declared and not handed on would be the default here."""
    others: dict[str, Any] = {
        "timeout": 7.0,
        "attempt_timeout": 3.0,
        "max_attempts": 2,
        "max_wait": 1.0,
        "max_body": 99,
        "quota_mode": "extended",
        "on_unavailable": "route",
        "strict": True,
        "cache": None,
        "if_none_match": '"tag"',
    }
    assert [*others] == [item.name for item in fields(CallOptions)]
    made = client(token(), **{k: v for k, v in others.items() if k in OF_CLIENTS})
    view = client(token()).with_options(
        **{k: v for k, v in others.items() if k in OF_VIEWS}
    )
    for spotify, names in ((made, OF_CLIENTS), (view, OF_VIEWS)):
        kept = spotify._caller.session.settings
        for name, other in others.items():
            usual = getattr(CallOptions(), name)
            assert getattr(kept, name) == (other if name in names else usual)


@pytest.mark.parametrize("client", CLIENTS)
def test_a_cache_arrives_and_a_view_says_what_to_do_with_it(client: type[Any]) -> None:
    cache = spotify_web_api.Cache()
    made = client(token(), cache=cache)
    for spotify, told in ((made, cache), (made.with_options(cache="off"), "off")):
        assert spotify._caller.session.shared.cache is cache
        assert spotify._caller.session.settings.cache == told


def test_no_option_is_written_where_it_follows() -> None:
    """What is spelled from the declaration does not know the name of any option."""
    known = {item.name for item in fields(CallOptions)} | {"on_drift", "on_event"}
    known.remove("cache")  # `functools` has the word, too
    wrong = [
        f"{file.name}: {name}"
        for file in FOLLOW
        for name in sorted(known)
        if re.search(rf"\b{name}\b", file.read_text(encoding="utf-8"))
    ]
    assert wrong == []


@pytest.fixture
def other_runtime(tmp_path: Path) -> Path:
    """Copy the templates, to change them."""
    shutil.copytree(TEMPLATES / "package", tmp_path / "templates" / "package")
    shutil.copytree(TEMPLATES / "project", tmp_path / "templates" / "project")
    return tmp_path / "templates"


def insert(file: Path, before: str, text: str) -> None:
    source = file.read_text(encoding="utf-8")
    assert source.count(before) == 1
    file.write_text(source.replace(before, text + before), encoding="utf-8")


@pytest.fixture
def package(other_runtime: Path, tmp_path: Path) -> Iterator[ModuleType]:
    """Generate a client of a runtime with one option more, and import it."""
    runtime = other_runtime / "package" / "_runtime"
    insert(
        runtime / "calls" / "settings.py",
        "    if_none_match: ",
        "    language: Annotated[str | None, IN_VIEWS] = None\n"
        '    """The language of names, such as `de`."""\n\n',
    )
    insert(
        runtime / "engine" / "exchange.py",
        "    if settings.if_none_match is not None",
        "    if settings.language is not None:\n"
        '        headers.append(("Accept-Language", settings.language))\n',
    )
    config = replace(settings(SPEC, package="more"), templates=other_runtime)
    write(generate(config), tmp_path / "out")
    sys.path.insert(0, str(tmp_path / "out"))
    yield importlib.import_module("more")
    sys.path.remove(str(tmp_path / "out"))
    for name in [*sys.modules]:
        if name.partition(".")[0] == "more":
            del sys.modules[name]


@pytest.mark.parametrize("name", ["Things", "AsyncThings"])
def test_a_new_option_needs_its_declaration_and_its_use(
    package: ModuleType, name: str
) -> None:
    client = getattr(package, name)
    takes = inspect.signature(client).parameters["language"]
    assert (takes.annotation, takes.default) == ("str | None", None)
    for documented in (client, client.with_options):
        said = inspect.getdoc(documented) or ""
        assert "    language: The language of names, such as `de`.\n" in said
    operation = package.operations.all()[0]
    made = client("token", language="de")
    for shop, language in ((made, "de"), (made.with_options(language="fr"), "fr")):
        request = shop.explain(operation, q="bolt")
        assert dict(request.headers)["Accept-Language"] == language
    assert "Accept-Language" not in dict(
        client("token").explain(operation, q="bolt").headers
    )


def test_an_option_without_a_text_is_refused(other_runtime: Path) -> None:
    runtime = other_runtime / "package" / "_runtime"
    insert(
        runtime / "calls" / "settings.py",
        "    if_none_match: ",
        "    language: str | None = None\n",
    )
    with pytest.raises(ConfigError, match=r"settings\.py:\d+: .* a text below it"):
        read_runtime(runtime)
