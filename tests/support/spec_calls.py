"""Every call of the emitted client, with arguments of the description's examples."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.build.build import build
from generator.load.load import load

if TYPE_CHECKING:
    from generator import ir
    from generator.dialect.document import Document, Operation

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec" / "openapi.yaml"


@dataclass(frozen=True)
class ExampleCall:
    """One call, the operation behind it, and arguments that the service would take."""

    call: str
    operation_id: str
    kind: str
    arguments: dict[str, Any]
    answers: dict[str, Any]
    """The examples of the successful answer, by name; empty where it has no content."""


@cache
def document() -> Document:
    return load(SPEC)


@cache
def example_calls() -> tuple[ExampleCall, ...]:
    operations = {item.operation_id: item for item in document().operations}
    return tuple(
        _example(operations[operation.name], operation, call)
        for operation in build(document()).operations
        for call in operation.calls
    )


def _example(
    described: Operation, operation: ir.Operation, call: ir.Call
) -> ExampleCall:
    known: dict[str, Any] = {item.name: item.example for item in described.parameters}
    for body in _body_examples(described):
        if isinstance(body, dict):
            known |= body
    if operation.media_type == "image/jpeg":
        known["image"] = b"\xff\xd8\xff\xe0 a small picture"
    arguments = {
        item.name: known[item.wire]
        for item in call.parameters
        if item.fixed is None and item.required
    }
    if described.request_body is not None and described.request_body.required:
        bodies = [i for i in call.parameters if i.where in {"json", "form"}]
        arguments |= {i.name: known[i.wire] for i in bodies if i.wire in known}
    name = f"{call.resource}.{call.name}" if call.resource else call.name
    if operation.batch is not None:
        batched = operation.batch.parameter
        arguments.setdefault(batched, known[batched])
    for group in operation.groups:
        kept = group.of[: group.at_most]
        arguments = {
            n: v for n, v in arguments.items() if n in kept or n not in group.of
        }
        arguments |= {name: known[name] for name in kept[: group.at_least]}
    return ExampleCall(name, operation.name, call.kind, arguments, _answers(described))


def _body_examples(described: Operation) -> list[Any]:
    if described.request_body is None:
        return []
    return [e.value for media in described.request_body.content for e in media.examples]


def _answers(described: Operation) -> dict[str, Any]:
    return {
        example.name: example.value
        for response in described.responses
        if response.status < 300
        for media in response.content
        for example in media.examples
    }


def bound_call(client: Any, name: str) -> Any:
    """Find the method of a client that a dotted name means."""
    found = client
    for part in name.split("."):
        found = getattr(found, part)
    return found
