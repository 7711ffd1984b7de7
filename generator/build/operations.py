"""Operations to calls: what each takes, what it gives, and how it runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .. import ir, naming
from ..dialect.schema import Ref, Schema
from ..findings import Location
from .errors import raised
from .types import nullable, part, result_of, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Operation
    from ..dialect.extensions import Variant
    from ..dialect.schema import Scalar
    from ..dialect.schemas import Schemas
    from .parameters import Parameters

_NOWHERE = Location("", 0, 0)
_NO_CONTENT = 204


def build_operation(operation: Operation, taken: Parameters) -> ir.Operation:
    """Resolve one operation of the wire together with its calls."""
    schemas = taken.schemas
    forms = taken.of_body(operation)
    parameters = (*taken.of_url(operation), *_merged(forms))
    result = _result(operation, schemas)
    return ir.Operation(
        name=operation.operation_id,
        constant=naming.constant(operation.operation_id),
        method=operation.method,
        path=operation.path,
        title=operation.summary,
        docs_url=operation.docs_url,
        scopes=_scopes(operation),
        scope_sets=tuple(item.scopes for item in operation.security or ()),
        parameters=parameters,
        groups=taken.groups(operation),
        media_type=_media_type(operation),
        body_required=_body_required(operation, forms, taken.groups(operation)),
        result=result,
        result_pointer=operation.result_at,
        optional=_is_optional(operation),
        contentless=_contentless(operation),
        pagination=operation.pagination.style if operation.pagination else None,
        batch=_batch(operation),
        availability=None,
        deprecated=operation.deprecated,
        retry=operation.retry,
        server=operation.servers[0].url if operation.servers else None,
        authorized=bool(operation.security),
        raises=raised(operation, schemas),
        calls=_calls(operation, taken, parameters, result),
    )


def _scopes(operation: Operation) -> tuple[str, ...]:
    every = (scope for item in operation.security or () for scope in item.scopes)
    return tuple(dict.fromkeys(every))


def _media_type(operation: Operation) -> str | None:
    body = operation.request_body
    return body.content[0].name if body else None


def _body_required(
    operation: Operation,
    forms: tuple[tuple[ir.Parameter, ...], ...],
    groups: tuple[ir.Group, ...],
) -> bool:
    """Say whether a body has to be sent though there may be nothing to put into it."""
    body = operation.request_body
    if body is None or not body.required:
        return False
    chosen = [{*group.of} for group in groups if group.at_least]
    return any(
        not any(item.required for item in form)
        and not any(names <= {item.wire for item in form} for names in chosen)
        for form in forms
    )


def _result(operation: Operation, schemas: Schemas) -> ir.Type | None:
    answer = operation.answer
    if answer is None:
        return None
    if isinstance(answer, Schema) and answer.one_of and operation.variants:
        return ir.Primitive("Any")
    return result_of(schemas, part(schemas, answer, operation.result_at))


def _is_optional(operation: Operation) -> bool:
    """Say whether some successful answers have content and others have none."""
    contents = {bool(item.content) for item in operation.successes}
    return contents == {True, False}


def _contentless(operation: Operation) -> tuple[int, ...]:
    if not _is_optional(operation):
        return ()
    empty = (item.status for item in operation.successes if not item.content)
    return tuple(sorted(status for status in empty if status != _NO_CONTENT))


def _batch(operation: Operation) -> ir.Batch | None:
    batch = operation.batch
    if batch is None:
        return None
    return ir.Batch(
        parameter=naming.attribute(batch.argument),
        size=batch.size,
        items=batch.items,
        unique=batch.unique,
        advance=naming.attribute(batch.advance) if batch.advance else None,
        chain=naming.attribute(batch.chain) if batch.chain else None,
    )


def _merged(shapes: tuple[tuple[ir.Parameter, ...], ...]) -> tuple[ir.Parameter, ...]:
    """Merge the shapes of a body; what one of them lacks is required of none."""
    if len(shapes) == 1:
        return shapes[0]
    merged: dict[str, ir.Parameter] = {}
    for shape in shapes:
        for item in shape:
            merged.setdefault(item.name, replace(item, required=False))
    return tuple(merged.values())


def _calls(
    operation: Operation,
    taken: Parameters,
    parameters: tuple[ir.Parameter, ...],
    result: ir.Type | None,
) -> tuple[ir.Call, ...]:
    if not operation.variants:
        call = _call(operation, operation, taken.schemas, parameters, result)
        return (call, *_former(call, operation.formerly))
    calls = [
        (_variant(operation, variant, taken, parameters, result), variant)
        for variant in operation.variants
    ]
    former = (old for call, item in calls for old in _former(call, item.formerly))
    return (*(call for call, _ in calls), *former)


def _former(call: ir.Call, names: tuple[str, ...]) -> Iterator[ir.Call]:
    """Make the call once more under each name it had, which says what it is now."""
    for name in names:
        resource, _, own = name.rpartition(".")
        yield replace(
            call,
            name=own,
            resource=resource or None,
            replacement=call.full_name,
            is_former=True,
        )


def _variant(
    operation: Operation,
    variant: Variant,
    taken: Parameters,
    parameters: tuple[ir.Parameter, ...],
    result: ir.Type | None,
) -> ir.Call:
    """Make a call of what a variant picks and fixes of an operation."""
    if variant.body is not None:
        body = taken.of_picked_body(operation, variant.body)
        parameters = (*taken.of_url(operation), *body)
    if variant.response is not None:
        schema = part(taken.schemas, variant.response, operation.result_at)
        result = result_of(taken.schemas, schema)
    call = _call(operation, variant, taken.schemas, parameters, result)
    return replace(
        call,
        parameters=_fix(call.parameters, dict(variant.arguments)),
        replacement=variant.replacement or call.replacement,
    )


def _call(
    operation: Operation,
    named: Operation | Variant,
    schemas: Schemas,
    parameters: tuple[ir.Parameter, ...],
    result: ir.Type | None,
) -> ir.Call:
    resource, _, name = named.operation_id.rpartition(".")
    kind = _kind(operation, result)
    availability = operation.availability
    return ir.Call(
        name=name,
        resource=resource or None,
        kind=kind,
        title=named.summary,
        description=named.description,
        parameters=tuple(item for item in parameters if item.fixed is None),
        result=nullable(result) if kind == "optional" and result else result,
        item=_paged_item(kind, result, schemas),
        replacement=availability.replacement if availability is not None else None,
        answers_null=isinstance(result, ir.Nullable),
    )


def _kind(operation: Operation, result: ir.Type | None) -> ir.CallKind:
    if operation.pagination is not None:
        return "pages"
    if operation.batch is not None:
        if result is None:
            return "batch_none"
        return "batch" if isinstance(result, ir.ListOf) else "chain"
    if result is None:
        return "none"
    return "optional" if _is_optional(operation) else "one"


def _fix(
    parameters: tuple[ir.Parameter, ...], values: dict[str, Scalar]
) -> tuple[ir.Parameter, ...]:
    return tuple(
        replace(item, fixed=values[item.wire]) if item.wire in values else item
        for item in parameters
    )


def _paged_item(
    kind: ir.CallKind, result: ir.Type | None, schemas: Schemas
) -> ir.Type | None:
    if kind != "pages" or not isinstance(result, ir.Named):
        return None
    items = part(schemas, Ref(_NOWHERE, result.name), "/items")
    listed = type_of(schemas, items)
    return listed.item if isinstance(listed, ir.ListOf) else None
