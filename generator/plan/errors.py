"""View of the module of errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, docstring, drawing, identifier, literal
from ..emit.imports import name_order, public_order

if TYPE_CHECKING:
    from .. import ir
    from ..config import Config

_GENERAL_ERRORS = (
    ("ConfigurationError", 1),
    ("InvalidArgumentError", 1),
    ("InvalidIdError", 2),
    ("EndpointUnavailableError", 1),
    ("MissingScopeError", 1),
    ("AuthError", 1),
    ("AuthorizationDeniedError", 2),
    ("AuthServerError", 2),
    ("ReauthorizationRequiredError", 2),
    ("TransportError", 1),
    ("ConnectFailedError", 2),
    ("ProtocolError", 2),
    ("ResponseTooLargeError", 2),
    ("UnsafeUrlError", 2),
    ("DeadlineExceededError", 2),
    ("DecodeError", 1),
    ("PagingError", 1),
    ("PaginationLoopError", 2),
    ("BatchError", 1),
    ("NotModifiedError", 1),
    ("StatusError", 1),
)
"""The tree of the runtime, with depths; the classes per status follow below it."""


@dataclass(frozen=True, slots=True)
class ErrorView:
    """One exception of a status or of a reason."""

    name: Code
    base: Code
    docstring: Code
    key: Code


@dataclass(frozen=True, slots=True)
class ErrorsView:
    """The module of errors."""

    docstring: Code
    imported: tuple[Code, ...]
    root: Code
    root_docstring: Code
    statuses: tuple[ErrorView, ...]
    reasons: tuple[ErrorView, ...]
    never: Code
    names: tuple[Code, ...]


def errors_view(api: ir.Api, config: Config) -> ErrorsView:
    """View the module of errors."""
    root = f"{config.client}Error"
    names = [name for name, _ in _GENERAL_ERRORS]
    statuses = tuple(_status(item) for item in api.status_errors)
    reasons = tuple(_reason(item, api) for item in api.reason_errors)
    never = [
        view.key
        for view, item in zip(reasons, api.reason_errors, strict=True)
        if item.retry == "never"
    ]
    own = ["ClientStatusError", "RateLimitedError", "ServerError"]
    everything = {root, *names, *own, *(view.name for view in (*statuses, *reasons))}
    return ErrorsView(
        docstring=drawing(
            "Every exception of this package, in one tree.", _tree(api, root)
        ),
        imported=tuple(
            identifier(name)
            for name in sorted([*names, *own, "ClientError"], key=name_order)
        ),
        root=identifier(root),
        root_docstring=docstring(
            ["The root: catches whatever a call raises."], indent=0
        ),
        statuses=statuses,
        reasons=reasons,
        never=Code(f"{{{', '.join(never)}}}" if never else ""),
        names=tuple(literal(name) for name in sorted(everything, key=public_order)),
    )


def _status(item: ir.StatusError) -> ErrorView:
    base = "ServerError" if item.status >= 500 else "ClientStatusError"
    return ErrorView(
        name=identifier(item.name),
        base=identifier(base),
        docstring=docstring([f"{item.status} {item.phrase}."], indent=4),
        key=literal(item.status),
    )


def _reason(item: ir.ReasonError, api: ir.Api) -> ErrorView:
    return ErrorView(
        name=identifier(item.name),
        base=identifier(_parent(item, api)),
        docstring=docstring(
            [f"{item.status} with the reason {item.reason}.", item.description],
            indent=4,
        ),
        key=Code(f"({literal(item.status)}, {literal(item.reason)})"),
    )


def _parent(item: ir.ReasonError, api: ir.Api) -> str:
    if item.status == 429:
        return "RateLimitedError"
    parents = {status.status: status.name for status in api.status_errors}
    return parents[item.status]


def _tree(api: ir.Api, root: str) -> list[str]:
    rows = [(root, 0), *_GENERAL_ERRORS, ("ClientStatusError", 2)]
    clients = [item for item in api.status_errors if item.status < 500]
    for status, name in [
        *((item.status, item.name) for item in clients),
        (429, "RateLimitedError"),
    ]:
        rows.append((f"{name}  {status}", 3))
        rows += [(r.name, 4) for r in api.reason_errors if r.status == status]
    rows.append(("ServerError", 2))
    rows += [(f"{i.name}  {i.status}", 3) for i in api.status_errors if i.status >= 500]
    return [f"{'    ' * depth}{name}" for name, depth in rows]
