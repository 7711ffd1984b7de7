"""Named schemas to models: which there are, in which module and which order."""

from __future__ import annotations

from graphlib import TopologicalSorter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .. import ir, naming
from ..dialect.pages import PARTS, PLACE
from ..dialect.schema import Ref, Schema
from ..dialect.spots import spots
from ..ir.needs import models_in, needs
from .types import nullable, part, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Document, Operation
    from ..dialect.schema import FirstOf, NamedSchema, Property
    from ..dialect.schemas import Schemas

ROOT_MODULE = "schemas"
"""The module of the models that stand in the root file."""


def build_modules(document: Document, schemas: Schemas) -> tuple[ir.Module, ...]:
    """Declare every schema that data has, in modules ordered by need."""
    pages = page_places(document, schemas)
    tags = _tags(document)
    reachable = _reachable(document, schemas, frozenset(pages))
    declared = {
        named.name: _declaration(named, schemas, pages, tags)
        for named in document.schemas
        if named.name in reachable
    }
    home = {
        named.name: _module_name(named.file, document.at.file)
        for named in document.schemas
        if named.name in declared
    }
    return _ordered(declared, home)


def page_places(document: Document, schemas: Schemas) -> dict[str, tuple[str, str]]:
    """Map the name of each page schema to the route and pointer it belongs to."""
    routes = {
        operation.operation_id: f"{operation.method} {operation.path}"
        for operation in document.operations
    }
    places: dict[str, tuple[str, str]] = {}
    for operation in document.operations:
        if operation.pagination is not None:
            pointer = operation.pagination.pointer
            for name in _paged_schemas(operation, schemas):
                places[name] = (routes[operation.operation_id], pointer)
    for spot in spots(document):
        if spot.schema.page is not None:
            (name,) = models_in(type_of(schemas, spot.schema))
            places[name] = (
                routes[spot.schema.page.operation],
                spot.schema.page.pointer,
            )
    return places


def _paged_schemas(operation: Operation, schemas: Schemas) -> tuple[str, ...]:
    assert operation.pagination is not None
    picked = [variant.response for variant in operation.variants if variant.response]
    answers: list[Schema | Ref | None] = [*picked] or [operation.answer]
    pages = (
        part(schemas, answer, operation.pagination.pointer)
        for answer in answers
        if answer is not None
    )
    return tuple(
        name for schema in pages for name in models_in(type_of(schemas, schema))
    )


def _tags(document: Document) -> dict[str, str]:
    """Map the members of all unions, wherever they are described, to their tags."""
    written = (spot.schema for spot in spots(document))
    return {
        name: tag
        for schema in written
        if isinstance(schema, Schema) and schema.discriminator is not None
        for tag, name in schema.discriminator.mapping
    }


def _reachable(
    document: Document, schemas: Schemas, pages: frozenset[str]
) -> frozenset[str]:
    """Find the schemas that answers and arguments have, not the bases of `allOf`.

    Of a page only the items count, and what it has beside the runtime's own class.
    """
    answers = [
        media.schema
        for operation in document.operations
        for response in operation.responses
        for media in response.content
    ]
    picked = [
        variant.response
        for operation in document.operations
        for variant in operation.variants
        if variant.response is not None
    ]
    pending = [*answers, *picked, *_arguments(document, schemas)]
    seen: set[str] = set()
    while pending:
        schema = pending.pop()
        if isinstance(schema, Ref):
            if schema.name in seen:
                continue
            seen.add(schema.name)
            if schema.name in pages:
                pending += _own_parts(schema, schemas)
                continue
        pending += _parts(schemas.resolve(schema), schemas)
    return frozenset(seen)


def _arguments(document: Document, schemas: Schemas) -> Iterator[Schema | Ref]:
    """List what the arguments of bodies are, which as such have no model."""
    for operation in document.operations:
        body = operation.request_body
        for media in body.content if body else ():
            target = schemas.resolve(media.schema)
            for form in target.one_of or (media.schema,):
                for item in schemas.properties(form).values():
                    yield item.schema


def _own_parts(page: Ref, schemas: Schemas) -> list[Schema | Ref]:
    """List what a page has beside all pages, and its items."""
    return [
        item.schema
        for name, item in schemas.properties(page).items()
        if name == "items" or name not in PARTS
    ]


def _parts(schema: Schema, schemas: Schemas) -> list[Schema | Ref]:
    parts = [item.schema for item in schemas.properties(schema).values()]
    parts += [part for part in (schema.items, schema.additional_properties) if part]
    return [*parts, *schema.one_of]


def _declaration(
    named: NamedSchema,
    schemas: Schemas,
    pages: dict[str, tuple[str, str]],
    tags: dict[str, str],
) -> ir.Declaration:
    schema, description = named.schema, named.schema.description or ""
    properties = schemas.properties(schema)
    if named.name in pages:
        return _page(named, schemas, *pages[named.name])
    if not schemas.is_object(schema):
        return ir.Alias(named.name, description, type_of(schemas, schema))
    tag = tags.get(named.name)
    own = [
        item
        for item in properties.values()
        if tag is None or schemas.resolve(item.schema).const != tag
    ]
    fields = _fields(schema, own, schemas)
    firsts = tuple(_first(item, fields) for item in schema.firsts)
    return ir.Model(named.name, description, fields, tag, firsts)


def _page(
    named: NamedSchema, schemas: Schemas, route: str, pointer: str
) -> ir.PageModel:
    schema, properties = named.schema, schemas.properties(named.schema)
    item = schemas.resolve(properties["items"].schema).items
    assert item is not None
    own = [each for name, each in properties.items() if name not in PARTS]
    told = [properties[name] for name in _always(schema, schemas)]
    tells = len(told) == len(PLACE)
    return ir.PageModel(
        named.name,
        schema.description or "",
        type_of(schemas, item),
        route,
        pointer,
        _fields(schema, own, schemas),
        tells_place=tells,
        always=() if tells else _fields(schema, told, schemas),
    )


def _always(page: Schema, schemas: Schemas) -> list[str]:
    """List what of `PLACE` every page has, and is never null."""
    properties = schemas.properties(page)
    return [
        name
        for name in sorted(PLACE & schemas.required(page))
        if not schemas.is_nullable(properties[name].schema)
    ]


def _first(item: FirstOf, fields: tuple[ir.Field, ...]) -> ir.FirstOf:
    by_wire = {field.wire: field for field in fields}
    chosen = tuple(by_wire[name] for name in item.properties)
    return ir.FirstOf(naming.attribute(item.name), chosen, item.description)


def _fields(
    schema: Schema, own: list[Property], schemas: Schemas
) -> tuple[ir.Field, ...]:
    """Make fields of some of the properties of a schema."""
    required = schemas.required(schema)
    return tuple(_field(item, schemas, required=item.name in required) for item in own)


def _field(item: Property, schemas: Schemas, *, required: bool) -> ir.Field:
    kind = type_of(schemas, item.schema)
    target = schemas.resolve(item.schema)
    return ir.Field(
        name=naming.attribute(item.name),
        wire=item.name,
        type=kind if required else nullable(kind),
        description=item.schema.description or target.description or "",
        deprecated=item.schema.deprecated or target.deprecated,
    )


def _module_name(file: str, root_file: str) -> str:
    return ROOT_MODULE if file == root_file else naming.module(PurePosixPath(file).stem)


def _ordered(
    declared: dict[str, ir.Declaration], home: dict[str, str]
) -> tuple[ir.Module, ...]:
    sorter = TopologicalSorter(
        {name: sorted(set(needs(item))) for name, item in sorted(declared.items())}
    )
    order = list(sorter.static_order())
    modules: dict[str, list[ir.Declaration]] = {home[name]: [] for name in order}
    for name in order:
        modules[home[name]].append(declared[name])
    return tuple(ir.Module(name, tuple(items)) for name, items in modules.items())
