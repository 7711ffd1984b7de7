"""Document to Api: resolve, order, spell types, pick how each call runs.

The document has been linted: what is looked up here exists.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import ir, naming
from ..dialect.schemas import Schemas
from .answers import build_answers
from .authorization import build_authorization
from .availability import build_availability
from .errors import reason_errors, status_errors
from .models import build_modules
from .operations import build_operation
from .parameters import Parameters
from .prose import with_calls_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..dialect.document import Document


def build(document: Document) -> ir.Api:
    """Make the whole intermediate representation of `document`."""
    schemas = Schemas.of(document)
    taken = Parameters.of(schemas, document.references)
    named = {item.operation_id: item for item in document.operations}
    everything = [
        replace(built, availability=build_availability(item, built.parameters, named))
        for item in document.operations
        for built in (build_operation(item, taken),)
    ]
    authorization = build_authorization(document, everything)
    others = _without_token(everything, authorization)
    operations = with_calls_named(_with_particular_errors(others))
    calls = [(operation, call) for operation in operations for call in operation.calls]
    return ir.Api(
        title=document.info.title,
        version=document.info.version,
        digest=document.digest,
        description=document.info.description,
        base_url=document.servers[0].url,
        modules=build_modules(document, schemas),
        resources=_resources(document, calls),
        root_calls=tuple(pair for pair in calls if pair[1].resource is None),
        operations=operations,
        authorization=authorization,
        client_defaults=_client_defaults(operations),
        quota_modes=document.quota_modes,
        status_errors=status_errors(document),
        reason_errors=reason_errors(document),
        answers=build_answers(document, [item.name for item in operations]),
    )


def _without_token(
    operations: list[ir.Operation], authorization: ir.Authorization | None
) -> list[ir.Operation]:
    """Leave out the operation that grants access, which is none of the API."""
    token = None if authorization is None else authorization.token_operation
    return [item for item in operations if token is None or item.name != token.name]


def _with_particular_errors(
    operations: list[ir.Operation],
) -> tuple[ir.Operation, ...]:
    """Take away what each of them may raise: it tells nothing about one of them."""
    counts = Counter(error for item in operations for error in item.raises)
    return tuple(
        replace(
            item,
            raises=tuple(e for e in item.raises if counts[e] < max(len(operations), 2)),
        )
        for item in operations
    )


def _resources(
    document: Document, calls: Iterable[tuple[ir.Operation, ir.Call]]
) -> tuple[ir.Resource, ...]:
    grouped: dict[str, list[tuple[ir.Operation, ir.Call]]] = {}
    for operation, call in calls:
        if call.resource is not None:
            grouped.setdefault(call.resource, []).append((operation, call))
    descriptions = {
        naming.snake_case(tag.name): tag.description
        for tag in document.tags
        if naming.can_be_spelled(tag.name)
    }
    return tuple(
        ir.Resource(name, descriptions.get(name, ""), tuple(pairs))
        for name, pairs in sorted(grouped.items())
    )


def _client_defaults(operations: Iterable[ir.Operation]) -> tuple[ir.Parameter, ...]:
    by_name = {
        parameter.name: parameter
        for operation in operations
        for parameter in operation.parameters
        if parameter.client_default
    }
    return tuple(by_name[name] for name in sorted(by_name, reverse=True))
