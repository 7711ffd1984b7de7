"""The dialect: one frozen type per OpenAPI node in use, every extension a typed field.

With `schema.py` and `extensions.py` it decides what a description may say at all. They
read nothing and judge nothing: `load` fills these types and refuses what has no field
here, `lint` judges what they hold. `docs/spec-dialect.md` is the same in prose.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..findings import Location
    from .extensions import Availability, Batch, Pagination, QuotaLimit, Variant
    from .schema import Group, IdForms, NamedSchema, Ref, Reference, Schema, Value

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"

COMMON_RESPONSES = "x-common-responses"

METHODS = ("get", "put", "post", "delete", "patch")
"""The verbs of operations, as keys of a path item."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
"""`{name}` in a path or in the form of an id."""


def is_success(status: int) -> bool:
    """Say whether a status means success; interim answers (1xx) do not."""
    return 200 <= status < 300


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
class Example:
    """A named example of a body."""

    at: Location
    name: str
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
class CommonResponse:
    """A response of all operations of one verb (a key of path items) or of any."""

    method: str | None
    response: Response


@dataclass(frozen=True, slots=True)
class CommonResponses:
    """The responses that operations have without a word of their own."""

    at: Location
    responses: tuple[CommonResponse, ...]

    def of(self, method: str) -> frozenset[int]:
        """Give the statuses that operations of a verb have from here."""
        wanted = (None, method.lower())
        found = (item for item in self.responses if item.method in wanted)
        return frozenset(item.response.status for item in found)


@dataclass(frozen=True, slots=True)
class SecurityRequirement:
    """A security scheme an operation needs, with its scopes.

    Without a scheme, nothing is needed.
    """

    at: Location
    scheme: str | None
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
    groups: tuple[Group, ...]
    variants: tuple[Variant, ...]
    formerly: tuple[str, ...]
    """Names its call had, under which it can still be made."""
    availability: Availability | None
    retry: Literal["safe", "never"] | None

    @property
    def successes(self) -> tuple[Response, ...]:
        """The answers that mean success."""
        return tuple(item for item in self.responses if is_success(item.status))

    @property
    def answer(self) -> Schema | Ref | None:
        """The schema of the successful answers, if they have content."""
        found = (media.schema for item in self.successes for media in item.content)
        return next(found, None)

    @property
    def result_at(self) -> str:
        """The JSON pointer to where the result of a call lies in the answer."""
        if self.pagination is not None:
            return self.pagination.pointer
        if self.batch is not None and self.batch.items is not None:
            return self.batch.items
        return self.result_pointer or ""


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL."""

    at: Location
    url: str


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
    scopes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """How requests are authorized: by a token, or by id and secret of the app.

    `environment` is field to variable; `refused` is a flow that is no longer offered
    to the reason.
    """

    at: Location
    name: str
    type: Literal["oauth2", "bearer", "basic"]
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
    common_responses: CommonResponses | None
    references: tuple[IdForms, ...]
    """The kinds of things that arguments may name."""
    bundle: Value
    """The description as one document whose every `$ref` is `#/components/…`."""
    broken: frozenset[Location] = frozenset()
    """Where everything begins in which `load` has found something wrong."""

    def grants_tokens(self, operation: Operation) -> bool:
        """Whether an operation stands at the token URL of a flow."""
        at = {
            flow.token_url for scheme in self.security_schemes for flow in scheme.flows
        }
        return any(
            f"{server.url}{operation.path}" in at for server in operation.servers
        )

    @property
    def digest(self) -> str:
        """The SHA-256 of what it says, however its keys are ordered and files cut."""
        text = json.dumps(self.bundle, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
