"""Every text of a document that may come into an emitted file, with its place.

Words of which there are but a few, such as types and methods, are not listed; nor are
examples and defaults, which are emitted nowhere.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ..dialect.schema import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..dialect.document import Document, Operation, Parameter, SecurityScheme
    from ..dialect.extensions import Availability, Variant
    from ..dialect.schema import IdForms, Reference, Scalar, Schema
    from ..findings import Location
    from .view import View


class Text(NamedTuple):
    """A text, the field of the dialect that holds it, and where it stands."""

    at: Location
    name: str
    text: str


def texts(view: View) -> Iterator[Text]:
    """List every text."""
    yield from _root(view.document)
    for scheme in view.document.security_schemes:
        yield from _security_scheme(scheme)
    for operation in view.document.operations:
        yield from _operation(operation)
        yield from _answers(operation)
        for parameter in operation.parameters:
            yield from _parameter(parameter)
        for variant in operation.variants:
            yield from _variant(variant)
        if operation.availability is not None:
            yield from _availability(operation.availability)
    for named in view.document.schemas:
        yield from _of(named.schema.at, name=named.name)
    for spot in view.spots:
        yield from _schema(spot.schema)


def _of(at: Location, **fields: Scalar | tuple[Scalar, ...]) -> Iterator[Text]:
    """List the texts among fields: texts, or tuples of texts and other values."""
    for name, value in fields.items():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, str):
                yield Text(at, name, each)


def _flat(pairs: Iterable[tuple[Scalar, Scalar]]) -> tuple[Scalar, ...]:
    return tuple(chain.from_iterable(pairs))


def _root(document: Document) -> Iterator[Text]:
    info = document.info
    yield from _of(info.at, title=info.title, version=info.version)
    yield from _of(info.at, description=info.description)
    yield from _of(document.at, quota_modes=_flat(document.quota_modes))
    for kind in document.references:
        yield from _id_forms(kind)
    for server in document.servers:
        yield from _of(server.at, url=server.url)
    for tag in document.tags:
        yield from _of(tag.at, name=tag.name, description=tag.description)


def _security_scheme(scheme: SecurityScheme) -> Iterator[Text]:
    yield from _of(
        scheme.at,
        name=scheme.name,
        description=scheme.description,
        environment=_flat(scheme.environment),
        refused=_flat(scheme.refused),
    )
    for flow in scheme.flows:
        yield from _of(
            flow.at,
            name=flow.name,
            authorization_url=flow.authorization_url,
            token_url=flow.token_url,
            scopes=_flat(flow.scopes),
        )


def _operation(operation: Operation) -> Iterator[Text]:
    yield from _of(
        operation.at,
        path=operation.path,
        operation_id=operation.operation_id,
        formerly=operation.formerly,
        tags=operation.tags,
        summary=operation.summary,
        description=operation.description,
        docs_url=operation.docs_url,
        result_pointer=operation.result_pointer,
    )
    for item in operation.security or ():
        yield from _of(item.at, scheme=item.scheme, scopes=item.scopes)
    for server in operation.servers:
        yield from _of(server.at, url=server.url)
    if operation.pagination is not None:
        yield from _of(operation.pagination.at, pointer=operation.pagination.pointer)
    for group in operation.groups:
        yield from _of(group.at, of=group.of)
    batch = operation.batch
    if batch is not None:
        yield from _of(batch.at, parameter=batch.parameter, body=batch.body)
        yield from _of(batch.at, items=batch.items)
        yield from _of(batch.at, advance=batch.advance, chain=batch.chain)


def _answers(operation: Operation) -> Iterator[Text]:
    body = operation.request_body
    if body is not None:
        yield from _of(body.at, description=body.description)
        for media in body.content:
            yield from _of(media.at, name=media.name)
    for response in operation.responses:
        component = response.component
        yield from _of(
            response.at, component=component, description=response.description
        )
        for header in response.headers:
            yield from _of(header.at, name=header.name, description=header.description)
        for media in response.content:
            yield from _of(media.at, name=media.name)


def _parameter(parameter: Parameter) -> Iterator[Text]:
    yield from _of(
        parameter.at,
        component=parameter.component,
        name=parameter.name,
        description=parameter.description,
        style=parameter.style,
    )
    yield from _reference(parameter.reference)
    for limit in parameter.quota_limits:
        yield from _of(limit.at, mode=limit.mode)


def _reference(found: Reference | None) -> Iterator[Text]:
    if found is not None:
        yield from _of(found.at, kinds=found.kinds, by=found.by)
        if found.written is not None:
            yield from _id_forms(found.written)


def _id_forms(kind: IdForms) -> Iterator[Text]:
    yield from _of(kind.at, name=kind.name, uri=kind.uri, url=kind.url, hint=kind.hint)
    yield from _of(kind.at, also=kind.also, optional=kind.optional)
    yield from _of(kind.at, pattern=kind.pattern)


def _variant(variant: Variant) -> Iterator[Text]:
    yield from _of(
        variant.at,
        operation_id=variant.operation_id,
        formerly=variant.formerly,
        summary=variant.summary,
        description=variant.description,
        arguments=_flat(variant.arguments),
        replacement=variant.replacement,
    )
    for picked in (variant.body, variant.response):
        if picked is not None:
            yield from _schema(picked)


def _availability(found: Availability) -> Iterator[Text]:
    yield from _of(
        found.at,
        modes=_flat(found.modes),
        since=found.since,
        replacement=found.replacement,
    )
    if found.route is not None:
        yield from _of(found.route.at, drop=found.route.drop)
        for item in found.route.arguments:
            yield from _of(item.at, name=item.name, source=item.source, uri=item.uri)


def _schema(schema: Schema | Ref) -> Iterator[Text]:
    yield from _of(schema.at, description=schema.description)
    page = schema.page
    if page is not None:
        yield from _of(page.at, operation=page.operation, pointer=page.pointer)
    if isinstance(schema, Ref):
        yield from _of(schema.at, name=schema.name)
        return
    yield from _of(
        schema.at,
        title=schema.title,
        format=schema.format,
        pattern=schema.pattern,
        enum=schema.enum,
        const=schema.const,
        required=schema.required,
        content_encoding=schema.content_encoding,
    )
    for item in schema.properties:
        yield from _of(item.at, name=item.name)
    tags = schema.discriminator
    if tags is not None:
        yield from _of(tags.at, property_name=tags.property_name)
        yield from _of(tags.at, mapping=_flat(tags.mapping))
    yield from _extensions(schema)


def _extensions(schema: Schema) -> Iterator[Text]:
    yield from _reference(schema.reference)
    for group in schema.groups:
        yield from _of(group.at, of=group.of)
    for reason in schema.reasons:
        yield from _of(reason.at, value=reason.value, error=reason.error)
        yield from _of(reason.at, description=reason.description)
    for first in schema.firsts:
        yield from _of(first.at, name=first.name, properties=first.properties)
        yield from _of(first.at, description=first.description)
