"""A second opinion: openapi-spec-validator over the ref-closed bundle.

The validator would fetch any URL and read any file a reference names. It never meets
one: what is not closed is not handed over, and its resolver can open nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..dialect.pointers import pointer
from ..findings import Finding, Location, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.schema import Value

_RULE = "openapi"
_MAX_FINDINGS = 50
_MAX_MESSAGE = 300


class OpenReferenceError(Exception):
    """A bundle refers to something outside itself; it must not reach the validator."""


def validate(bundle: Value) -> tuple[Finding, ...]:
    """Validate a bundle as OpenAPI 3.1.

    Args:
        bundle: `Document.bundle`; every `$ref` in it is `#/…`.

    Returns:
        What the validator says. It knows no files: each finding stands in `bundle#` and
        the JSON pointer of its place, which `load.locate` takes.

    Raises:
        OpenReferenceError: a `$ref` leads outside the bundle.
    """
    for reference in _references(bundle):
        if not isinstance(reference, str) or not reference.startswith("#/"):
            message = f"the bundle refers to {reference!r}, outside itself"
            raise OpenReferenceError(message)
    found: list[Finding] = []
    for error in _errors(bundle):
        found.append(_finding(error))
        if len(found) == _MAX_FINDINGS:
            break
    return tuple(sorted(set(found)))


def _references(value: Value) -> Iterator[Value]:
    """List what every `$ref` of a bundle holds, those in data too."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            if "$ref" in item:
                yield item["$ref"]
            pending += item.values()
        elif isinstance(item, list):
            pending += item


def _errors(bundle: Value) -> Iterator[Any]:
    """Run the validator without handlers, so that it can open nothing at all."""
    from openapi_spec_validator import OpenAPIV31SpecValidator

    closed: dict[str, Any] = {"resolver_handlers": {}}
    validator: Any = type("ClosedValidator", (OpenAPIV31SpecValidator,), closed)
    try:
        yield from validator(bundle).iter_errors()
    except Exception as error:  # noqa: BLE001 - whatever it raises is its verdict
        yield error


def _finding(error: Any) -> Finding:
    path = getattr(error, "absolute_path", ())
    place = pointer(path)
    text = str(getattr(error, "message", "") or f"{type(error).__name__}: {error}")
    remedy = f"Mend `{path[-1]}`, or what it lacks." if path else "Mend it."
    return Finding(
        Location(f"bundle#{place}", 1, 1), _RULE, cut(text, _MAX_MESSAGE), remedy
    )
