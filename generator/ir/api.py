"""The API: its operations and the calls made of them, their errors, who may call."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..dialect.schema import Scalar
    from .answers import Answers
    from .availability import Availability, QuotaLimit
    from .models import Module
    from .types import Type

Where = Literal["path", "query", "json", "form", "body"]


CallKind = Literal["one", "optional", "none", "pages", "batch", "batch_none", "chain"]


WireKind = Literal[
    "string",
    "date-time",
    "partial-date",
    "integer",
    "number",
    "boolean",
    "object",
    "map",
    "nested",
]
"""What a value is on the wire, as far as it is checked."""


@dataclass(frozen=True, slots=True)
class ReferenceKind:
    """A kind of thing that arguments name, and the forms in which they may."""

    name: str
    uri: str | None
    forms: tuple[str, ...]
    optional: tuple[str, ...]
    pattern: str | None
    hint: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """Which kinds of things an argument names, and how it is sent."""

    kinds: tuple[str, ...]
    table: tuple[ReferenceKind, ...]
    as_uri: bool
    by: str | None

    @property
    def has_forms(self) -> bool:
        """Whether the things have more than ids: URIs and links."""
        kinds = [kind for kind in self.table if kind.name in self.kinds]
        return any(kind.uri or kind.forms for kind in kinds)

    @property
    def uri(self) -> str | None:
        """The one form in which its URIs are sent, if there is one."""
        found = {kind.uri for kind in self.table if kind.name in self.kinds}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Group:
    """How many of several arguments, or properties, are given together."""

    of: tuple[str, ...]
    at_least: int
    at_most: int | None


@dataclass(frozen=True, slots=True)
class Shape:
    """What a model holds where it stands in a body."""

    name: str
    properties: tuple[Parameter, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing an operation takes, on the wire and in Python.

    `fixed` is a constant always sent, which no caller gives; `shared` is the name under
    which several operations share this very parameter.
    """

    name: str
    wire: str
    where: Where
    type: Type
    required: bool
    deprecated: bool
    description: str
    wire_kind: WireKind = "string"
    choices: tuple[str | int | float, ...] = ()
    many: bool = False
    inner: Parameter | None = None
    """What each value of a map is, or an element with parts of its own."""
    nullable: bool = False
    shape: Shape | None = None
    union: tuple[tuple[str, Shape], ...] = ()
    """The objects it may be, by their tags."""
    shared: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    reference: Reference | None = None
    quota_limits: tuple[QuotaLimit, ...] = ()
    client_default: bool = False
    partial_response: bool = False
    fixed: Scalar = None

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The objects it may be or hold, wherever in it."""
        own = () if self.shape is None else (self.shape,)
        within = () if self.inner is None else self.inner.shapes
        return (*own, *(shape for _, shape in self.union), *within)


@dataclass(frozen=True, slots=True)
class Batch:
    """How any number of items is sent in chunks."""

    parameter: str
    size: int
    items: str | None
    unique: bool
    advance: str | None
    chain: str | None


@dataclass(frozen=True, slots=True)
class Call:
    """One method of the client over one operation of the wire."""

    name: str
    resource: str | None
    kind: CallKind
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    result: Type | None
    item: Type | None
    """What a paged call iterates over; `result` is the page."""
    replacement: str | None
    """The call to make instead."""
    answers_null: bool = False
    """Whether an answer that is there may be null, too."""
    is_former: bool = False
    """Whether this is but a name that another call of the operation had."""

    @property
    def full_name(self) -> str:
        """The name as users write it: `albums.get`, or `search` without resource."""
        return f"{self.resource}.{self.name}" if self.resource else self.name


@dataclass(frozen=True, slots=True)
class Operation:
    """One verb on one path, with the calls made of it."""

    name: str
    constant: str
    method: str
    path: str
    title: str
    docs_url: str | None
    scopes: tuple[str, ...]
    scope_sets: tuple[tuple[str, ...], ...]
    """The alternatives, each with all scopes it takes."""
    parameters: tuple[Parameter, ...]
    groups: tuple[Group, ...]
    media_type: str | None
    body_required: bool
    """Whether a body is sent even where nothing is given for it."""
    result: Type | None
    result_pointer: str
    optional: bool
    contentless: tuple[int, ...]
    """The statuses of successes without content, but for 204."""
    pagination: Literal["offset", "cursor"] | None
    batch: Batch | None
    availability: Availability | None
    deprecated: bool
    retry: Literal["safe", "never"] | None
    server: str | None
    authorized: bool
    raises: tuple[ReasonError, ...]
    """The exceptions that are particular to it."""
    calls: tuple[Call, ...]

    @property
    def current_calls(self) -> tuple[Call, ...]:
        """The calls under the names they have now."""
        return tuple(call for call in self.calls if not call.is_former)

    @property
    def route(self) -> str:
        """Verb and path, which name an operation of the wire."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class Resource:
    """The calls that share the first part of their names."""

    name: str
    description: str
    calls: tuple[tuple[Operation, Call], ...]


@dataclass(frozen=True, slots=True)
class StatusError:
    """The exception of one HTTP status."""

    status: int
    name: str
    phrase: str


@dataclass(frozen=True, slots=True)
class ReasonError:
    """The exception of one status together with one reason."""

    status: int
    reason: str
    name: str
    description: str
    retry: Literal["safe", "never"] | None


@dataclass(frozen=True, slots=True)
class Authorization:
    """The server that grants access tokens, and in which ways."""

    authorization_url: str | None
    token_operation: Operation
    flows: tuple[str, ...]
    scopes: tuple[tuple[str, str], ...]
    application_scopes: tuple[str, ...]
    """Those of the flow without a user."""
    environment: tuple[tuple[str, str], ...]
    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Api:
    """Everything the emitted client is made of."""

    title: str
    version: str
    digest: str = field(compare=False)
    """Of the text it was made of; other texts may mean the same."""
    description: str
    base_url: str
    modules: tuple[Module, ...]
    resources: tuple[Resource, ...]
    root_calls: tuple[tuple[Operation, Call], ...]
    operations: tuple[Operation, ...]
    authorization: Authorization | None
    client_defaults: tuple[Parameter, ...]
    quota_modes: tuple[tuple[str, str], ...]
    status_errors: tuple[StatusError, ...]
    reason_errors: tuple[ReasonError, ...]
    answers: Answers = field(compare=False)
    """In other words what operations and models say already."""
