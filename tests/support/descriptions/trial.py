"""Every call of a drawn description, made by both clients, answered by Prism."""

from __future__ import annotations

import asyncio
import importlib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import hypothesis
from hypothesis import strategies as st

from _runtime import HttpTransport, to_dict
from generator.build.build import build
from generator.changes.compare import changes
from tests.support.answers import check_answers

from .clients import accepted, client_of, faces, written
from .values import fitting
from .wire import check_sent, taken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator import ir

    from .clients import Drawn
    from .prism import Prism
    from .values import Json

MANY = 5


@dataclass
class Tally:
    """How much was tried."""

    counts: Counter[str] = field(default_factory=Counter[str])
    trees: dict[str, Any] = field(default_factory=dict[str, Any])
    """What was emitted, for a type checker to read at the end."""


@dataclass(frozen=True)
class Trial:
    """A call with its arguments, and what it has to send and to give."""

    call: str
    kind: str
    arguments: dict[str, Any]
    path: str
    given: dict[tuple[str, str], Json] | None
    """What is sent; of a batch, which cuts it, nothing is known here."""
    answer: Json
    secured: bool


class Keeping(HttpTransport):
    """Keeps the requests it sends."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Any] = []

    def send(self, request: Any) -> Any:
        self.seen.append(request)
        return self._liked(request, super().send(request))

    async def asend(self, request: Any) -> Any:
        self.seen.append(request)
        return self._liked(request, await super().asend(request))

    def _liked(self, request: Any, response: Any) -> Any:
        """Fail with all that Prism says, of which an exception has one line."""
        assert response.status < 300, (request.url, request.body, response.body)
        return response


def settings(examples: int) -> hypothesis.settings:
    """Draw so many descriptions, each as long as it takes."""
    return hypothesis.settings(
        max_examples=examples,
        deadline=None,
        database=None,
        report_multiple_bugs=False,  # the description of one is left in a file
        suppress_health_check=list(hypothesis.HealthCheck),
    )


def try_out(
    draw: Any, description: Json, folder: Path, prism: Prism, tally: Tally
) -> None:
    """Hold the client of a description against Prism, if there is no finding."""
    tally.counts["drawn"] += 1
    spec = written(description, folder)
    document = accepted(spec)
    if document is None:
        return
    tally.counts["descriptions"] += 1
    url = prism.serve(document.bundle)
    with client_of(document, spec) as drawn:
        tally.trees[drawn.package] = drawn.tree
        assert changes(drawn.api, build(document)) == ()
        blocking, awaited = faces(drawn)
        assert blocking == awaited
        trials = [*_trials(draw, description, drawn)]
        assert {trial.call for trial in trials} <= {*blocking}
        tally.counts["operations"] += len(drawn.api.operations)
        tally.counts["calls"] += 2 * len(trials)
        seen = _blocking(drawn, trials, url)
        assert asyncio.run(_awaited(drawn, trials, url)) == seen
        _standing_in(drawn, trials)


def _trials(draw: Any, description: Json, drawn: Drawn) -> Iterator[Trial]:
    components = description.get("components", {}).get("schemas", {})
    for operation in drawn.api.operations:
        said = description["paths"][operation.path][operation.method.lower()]
        schemas = taken(said, components)
        for call in operation.calls:
            arguments, given = _arguments(draw, call, operation, schemas, components)
            yield Trial(
                call.full_name,
                call.kind,
                arguments,
                operation.path,
                None if operation.batch else given,
                _answer(said, operation),
                bool(said["security"]),
            )


def _arguments(
    draw: Any,
    call: ir.Call,
    operation: ir.Operation,
    schemas: dict[tuple[str, str], Json],
    components: Json,
) -> tuple[dict[str, Any], dict[tuple[str, str], Json]]:
    arguments: dict[str, Any] = {}
    given = {
        key: schema["const"]
        for key, schema in schemas.items()
        if key[0] in {"path", "query"} and "const" in schema
    }
    for item in call.parameters:
        key = (item.where, item.wire)
        if item.fixed is not None:
            given[key] = item.fixed
            continue
        if not item.required and draw(st.booleans()):
            continue
        value = draw(_values(item, operation, schemas[key], components))
        if value is None and not item.required:
            continue
        arguments[item.name] = value
        given[key] = value
    return arguments, given


def _values(
    item: ir.Parameter, operation: ir.Operation, schema: Json, components: Json
) -> st.SearchStrategy[Any]:
    if item.where == "body":
        return st.binary(min_size=1, max_size=5)
    if operation.batch is not None and item.name == operation.batch.parameter:
        one_each = operation.batch.items is None or operation.batch.size == 1
        inner = fitting(schema["items"], components)
        return st.lists(inner, min_size=1, max_size=MANY if one_each else 1)
    found = fitting(schema, components)
    if item.where == "path":
        return found.filter(_is_segment)
    if item.where == "json":
        return found
    # A list of nothing, and one of an empty text, are the same in a URL and a form; a
    # text that is required and empty is missing to Prism.
    unclear: list[Json] = [[], [""], *([""] if item.required else [])]
    return found.filter(lambda value: value not in unclear)


def _is_segment(value: Json) -> bool:
    """Leave out what is no segment of a path, or is read as another one."""
    dots = {".", ".."} & {*str(value).split("/")}
    return not dots and str(value).strip() != ""


def _answer(said: Json, operation: ir.Operation) -> Json:
    contents = [
        each["content"] for each in said["responses"].values() if "content" in each
    ]
    if not contents:
        return None
    found = contents[0]["application/json"]["example"]
    for token in operation.result_pointer.split("/")[1:]:
        found = found[token]
    return found


def _blocking(drawn: Drawn, trials: list[Trial], url: str) -> list[Any]:
    transport = Keeping()
    results = []
    with drawn.module.Things(
        "t", base_url=url, transport=transport, strict=True
    ) as client:
        for trial in trials:
            result = _method(client, trial.call)(**trial.arguments)
            result = result.first() if trial.kind == "pages" else result
            results.append(_checked(trial, result, transport.seen))
    return results


async def _awaited(drawn: Drawn, trials: list[Trial], url: str) -> list[Any]:
    transport = Keeping()
    results = []
    client = drawn.module.AsyncThings(
        "t", base_url=url, transport=transport, strict=True
    )
    async with client:
        for trial in trials:
            result = _method(client, trial.call)(**trial.arguments)
            result = await (result.first() if trial.kind == "pages" else result)
            results.append(_checked(trial, result, transport.seen))
    return results


def _standing_in(drawn: Drawn, trials: list[Trial]) -> None:
    """Make the calls to the service that stands in for the API, in place of Prism."""
    fake = importlib.import_module(f"{drawn.package}.testing").FakeThings()
    answers: list[Any] = []
    kept = SimpleNamespace(
        send=lambda request: answers.append(fake.send(request)) or answers[-1],
        close=fake.close,
    )
    with drawn.module.Things("t", transport=kept, strict=True) as client:
        for trial in trials:
            answers.clear()
            result = _method(client, trial.call)(**trial.arguments)
            if trial.kind == "pages":
                result.collect()
            assert {each.status for each in answers} <= {*range(200, 300)}
            operation = fake.requests[-1].operation
            check_answers(drawn.document.bundle, operation, answers)


def _method(client: Any, name: str) -> Any:
    for part in name.split("."):
        client = getattr(client, part)
    return client


def _checked(trial: Trial, result: Any, seen: list[Any]) -> Any:
    """Compare what was sent and what came with what has to be."""
    sent = [(each.method, each.url.partition("://")[2], each.body) for each in seen]
    for request in seen:
        names = {name.lower() for name, _ in request.headers}
        assert ("authorization" in names) == trial.secured
        if trial.given is not None:
            check_sent(request, trial.path, trial.given)
    seen.clear()
    if trial.kind in {"none", "batch_none"}:
        assert result is None
        return sent
    answer = trial.answer
    if trial.kind == "batch":
        answer = answer * len(sent)
    holds(to_dict(result), answer, trial.call)
    return sent


def holds(found: Any, given: Json, path: str) -> None:
    """Fail unless what came out is what went in."""
    match given:
        case dict():
            assert isinstance(found, dict), (path, found, given)
            invented = {
                n: v for n, v in found.items() if n not in given and v is not None
            }
            assert not invented, (path, invented, given)
            for name, value in given.items():
                holds(found[name], value, f"{path}.{name}")
        case list():
            assert len(found) == len(given), (path, found, given)
            for number, value in enumerate(given):
                holds(found[number], value, f"{path}[{number}]")
        case _:
            same = found == given and isinstance(found, bool) == isinstance(given, bool)
            with suppress(TypeError, ValueError):
                same = same or datetime.fromisoformat(found) == datetime.fromisoformat(
                    given
                )
            assert same, (path, found, given)
