"""The dialect: one frozen type per OpenAPI node in use, every extension a typed field.

This module decides what a description may say at all. It reads nothing and judges
nothing: `load` fills these types and refuses what has no field here, `lint` judges
what they hold. `docs/spec-dialect.md` is the same in prose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scalar = str | int | float | bool | None
"""A YAML scalar after the core schema of YAML 1.2."""

Value = Scalar | list["Value"] | dict[str, "Value"]
"""Free-form data: examples and defaults."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where something stands: a file below the folder of the description, 1-based."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong with a description, and how to mend it."""

    at: Location
    rule: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.at}: {self.rule}: {self.message}\n    {self.remedy}"


class InvalidDescriptionError(Exception):
    """The description is not one the generator accepts; `findings` says all of why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a named schema, with what OpenAPI 3.1 lets stand beside it."""

    at: Location
    name: str
    description: str | None = None
    deprecated: bool = False
    page: PagePlace | None = None


@dataclass(frozen=True, slots=True)
class PagePlace:
    """`x-page`: the operation a page inside a model belongs to."""

    at: Location
    operation: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Discriminator:
    """Which property tells the members of a union apart; `mapping` is tag to schema."""

    at: Location
    property_name: str
    mapping: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """`x-reason`: a known value of an error's reason and the exception it becomes."""

    at: Location
    value: str
    status: int
    error: str
    description: str
    retry: Literal["safe", "never"] | None


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema written in place or named."""

    at: Location
    types: tuple[str, ...] = ()
    title: str | None = None
    description: str | None = None
    format: str | None = None
    pattern: str | None = None
    enum: tuple[Scalar, ...] = ()
    const: Scalar = None
    default: Value = None
    minimum: float | None = None
    maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    items: Schema | Ref | None = None
    properties: tuple[Property, ...] = ()
    required: tuple[str, ...] = ()
    additional_properties: Schema | Ref | None = None
    one_of: tuple[Schema | Ref, ...] = ()
    all_of: tuple[Schema | Ref, ...] = ()
    discriminator: Discriminator | None = None
    deprecated: bool = False
    content_encoding: str | None = None
    content_media_type: str | None = None
    page: PagePlace | None = None
    reference: Reference | None = None
    reasons: tuple[Reason, ...] = ()
    firsts: tuple[FirstOf, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstOf:
    """`x-first-of`: an attribute that is the first of several properties there is."""

    at: Location
    name: str
    properties: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an object schema, in the order of the description."""

    at: Location
    name: str
    schema: Schema | Ref


@dataclass(frozen=True, slots=True)
class NamedSchema:
    """A schema with a name; `file` is where it stands, which names its module."""

    name: str
    file: str
    schema: Schema


@dataclass(frozen=True, slots=True)
class Reference:
    """`x-reference`: the forms in which an id may be given."""

    at: Location
    uri: str
    url: str
    optional: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter in the path or the query; `component` is its key in a shared file."""

    at: Location
    component: str | None
    name: str
    location: Literal["path", "query"]
    required: bool
    deprecated: bool
    description: str
    schema: Schema
    style: str | None
    explode: bool | None
    example: Value
    reference: Reference | None
    partial_response: bool
    client_default: bool
    quota_limits: tuple[QuotaLimit, ...]


@dataclass(frozen=True, slots=True)
class QuotaLimit:
    """One of `x-quota-limits`: what a quota mode allows, and takes if not told."""

    at: Location
    mode: str
    maximum: float
    default: Scalar


@dataclass(frozen=True, slots=True)
class Example:
    """A named example of a body."""

    at: Location
    name: str
    summary: str | None
    value: Value


@dataclass(frozen=True, slots=True)
class MediaType:
    """One representation of a body."""

    at: Location
    name: str
    schema: Schema | Ref
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class RequestBody:
    """What an operation takes as body."""

    at: Location
    description: str | None
    required: bool
    content: tuple[MediaType, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """A header of a response."""

    at: Location
    name: str
    description: str
    schema: Schema


@dataclass(frozen=True, slots=True)
class Response:
    """What an operation answers with one status; `component` as for parameters."""

    at: Location
    component: str | None
    status: int
    description: str
    headers: tuple[Header, ...]
    content: tuple[MediaType, ...]


@dataclass(frozen=True, slots=True)
class Pagination:
    """`x-pagination`."""

    at: Location
    style: Literal["offset", "cursor"]
    pointer: str


@dataclass(frozen=True, slots=True)
class Batch:
    """`x-batch`; exactly one of `parameter` (query) and `body` (pointer) is set."""

    at: Location
    parameter: str | None
    body: str | None
    size: int
    items: str | None
    unique: bool
    advance: str | None
    chain: str | None


@dataclass(frozen=True, slots=True)
class Variant:
    """One of `x-variants`: a call of its own over the same operation of the wire."""

    at: Location
    operation_id: str
    summary: str
    description: str
    arguments: tuple[tuple[str, Scalar], ...]
    body: Ref | None
    response: Ref | None
    replacement: str | None


@dataclass(frozen=True, slots=True)
class RouteArgument:
    """How one argument of a replacement is made: from which argument, in which form.

    `uri` is a form of its own, for what has no `x-reference`.
    """

    at: Location
    name: str
    source: str
    form: Literal["uri", "each"] | None
    uri: str | None


@dataclass(frozen=True, slots=True)
class Route:
    """How the replacement answers; `drop` names what it does without."""

    at: Location
    arguments: tuple[RouteArgument, ...]
    drop: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Availability:
    """`x-availability`; `modes` is quota mode to state, no `route` is `None`."""

    at: Location
    modes: tuple[tuple[str, str], ...]
    since: str | None
    replacement: str | None
    route: Route | None


@dataclass(frozen=True, slots=True)
class SecurityRequirement:
    """A security scheme an operation needs, with its scopes."""

    at: Location
    scheme: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One verb on one path."""

    at: Location
    path: str
    method: str
    operation_id: str
    tags: tuple[str, ...]
    summary: str
    description: str
    docs_url: str | None
    deprecated: bool
    security: tuple[SecurityRequirement, ...] | None
    servers: tuple[Server, ...]
    parameters: tuple[Parameter, ...]
    request_body: RequestBody | None
    responses: tuple[Response, ...]
    result_pointer: str | None
    pagination: Pagination | None
    batch: Batch | None
    variants: tuple[Variant, ...]
    availability: Availability | None
    retry: Literal["safe", "never"] | None


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL."""

    at: Location
    url: str
    description: str | None


@dataclass(frozen=True, slots=True)
class Tag:
    """A section of the documentation."""

    at: Location
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Flow:
    """One OAuth flow of a security scheme; `scopes` is name to description."""

    at: Location
    name: str
    authorization_url: str | None
    token_url: str | None
    refresh_url: str | None
    scopes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """How requests are authorized.

    `environment` is field to variable; `refused` is a flow that is no longer offered
    to the reason.
    """

    at: Location
    name: str
    type: Literal["oauth2", "http"]
    description: str
    flows: tuple[Flow, ...]
    environment: tuple[tuple[str, str], ...]
    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Info:
    """Title, version and description of the API."""

    at: Location
    title: str
    version: str
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole description, references followed except those to named schemas."""

    at: Location
    info: Info
    servers: tuple[Server, ...]
    tags: tuple[Tag, ...]
    operations: tuple[Operation, ...]
    schemas: tuple[NamedSchema, ...]
    security_schemes: tuple[SecurityScheme, ...]
    quota_modes: tuple[tuple[str, str], ...]
    bundle: Value
    """The description as one document whose every `$ref` is `#/components/…`."""
    broken: frozenset[Location] = frozenset()
    """Where everything begins in which `load` has found something wrong."""
