"""The extensions of operations and parameters (`x-…`), each a type of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..findings import Location
    from .schema import Ref, Scalar


@dataclass(frozen=True, slots=True)
class QuotaLimit:
    """One of `x-quota-limits`: what a quota mode allows, and takes if not told."""

    at: Location
    mode: str
    maximum: float
    default: Scalar


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

    @property
    def argument(self) -> str:
        """The name on the wire of the argument that is cut into chunks."""
        return self.parameter or (self.body or "").removeprefix("/")


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
    formerly: tuple[str, ...]


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
