"""Rules about names of calls: people choose them, so they must be possible as is."""

from __future__ import annotations

import keyword
import re
from typing import TYPE_CHECKING

from .. import naming
from ..dialect.schema import Ref
from ..dialect.schemas import bare
from ..findings import words
from .namespaces import Namespace
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Operation
    from ..dialect.extensions import Variant
    from ..findings import Location
    from ..naming import Reserved
    from .rules import Issue
    from .view import View

BUILTIN_TYPES = words("""
    bool bytearray bytes classmethod complex dict enumerate filter float frozenset int
    list map memoryview object property range reversed set slice staticmethod str super
    tuple type zip
    """)
WINDOWS_NAMES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10)),
    )
)
MAX_LENGTH = 60
PART = re.compile(r"[a-z][a-z0-9_]*")
"""A name in lower case: a part of that of a call, a module, a mode, a kind."""
_OTHER = "Give one of the two another name."


@rule("names")
def operation_id(view: View) -> Iterator[Issue]:
    """Every name of a call is `resource.call` or `call`, and possible in Python.

    Each part is lower case with digits and underscores, no keyword, and no name of a
    built-in type, since annotations beside it use those. A call or resource at the root
    of the client must not take the place of the client's own methods.
    """
    for name, at in _ids(view):
        parts = name.split(".")
        problem = _id_problem(parts, view.reserved)
        if problem is not None:
            remedy = "Choose a name such as `albums.get` or `search`."
            yield at, f"the operationId `{name}` {problem}", remedy


def _ids(view: View) -> Iterator[tuple[str, Location]]:
    for operation in view.document.operations:
        for each in _named(operation):
            yield each.operation_id, each.at
            for name in dict.fromkeys(each.formerly):
                yield name, each.at


def _named(operation: Operation) -> tuple[Operation | Variant, ...]:
    """List what has the name of a call, or of several."""
    return (operation, *operation.variants)


def _id_problem(parts: list[str], reserved: Reserved) -> str | None:
    if len(parts) > 2 or not all(PART.fullmatch(part) for part in parts):
        return "is not `resource.call` or `call` in lower case"
    if parts[0] in reserved.client:
        return f"takes the place of the client's own `{parts[0]}`"
    if len(parts) == 2:
        problem = _resource_problem(parts[0], reserved)
        if problem is not None:
            return problem
    if naming.constant(".".join(parts)) in reserved.constants:
        return f"has a constant `{naming.constant('.'.join(parts))}`, which is taken"
    problems = (_part_problem(part, reserved) for part in parts)
    return next((problem for problem in problems if problem), None)


def _resource_problem(resource: str, reserved: Reserved) -> str | None:
    if naming.resource_class(resource) in reserved.resources:
        return f"has a resource `{resource}`, whose class has a name that is taken"
    if resource in reserved.modules:
        return f"has a resource `{resource}`, whose module has a name that is taken"
    if resource in WINDOWS_NAMES:
        return f"needs a module `{resource}.py`, which Windows does not allow"
    return None


def _part_problem(part: str, reserved: Reserved) -> str | None:
    if keyword.iskeyword(part):
        return f"has the keyword `{part}` of Python"
    if part in BUILTIN_TYPES:
        return f"shadows the built-in type `{part}`"
    if part in reserved.calls:
        return f"has the name `{part}`, which emitted modules use"
    if len(part) > MAX_LENGTH:
        return f"has a part of more than {MAX_LENGTH} characters"
    return None


@rule("names")
def duplicate_call(view: View) -> Iterator[Issue]:
    """No two operations or variants have one name, nor a call and a resource."""
    seen: dict[str, Location] = {}
    resources = {name.split(".")[0]: at for name, at in _ids(view) if "." in name}
    for name, at in _ids(view):
        first = seen.setdefault(name, at)
        if first != at:
            message = f"the call `{name}` stands here and at {first}"
            yield at, message, "Give one of the two another operationId."
        if name in resources:
            message = f"`{name}` is a call here and a resource at {resources[name]}"
            yield at, message, _OTHER


@rule("names")
def former_name(view: View) -> Iterator[Issue]:
    """Former names of a call (`x-formerly`) are none it has now, each said once.

    Of an operation with variants, the variants say it.
    """
    for operation in view.document.operations:
        if operation.variants and operation.formerly:
            message = "an operation with variants is no call, and was none"
            yield operation.at, message, "Say `formerly` at the variants."
        for each in _named(operation):
            names = (each.operation_id, *each.formerly)
            for name in dict.fromkeys(names):
                if names.count(name) > 1:
                    message = f"`{name}` is named twice among what the call was and is"
                    yield each.at, message, "Leave it out of the former names."


@rule("names")
def derived_name(view: View) -> Iterator[Issue]:
    """No two operations get one constant, nor two resources one class.

    `a.b_c` and `a_b.c` would both be `A_B_C`, `user1` and `user_1` both `User1`.
    """
    constants, classes = Namespace(frozenset()), Namespace(frozenset())
    calls: dict[str, Location] = {}
    resources: dict[str, Location] = {}
    for name, at in _ids(view):
        calls.setdefault(name, at)
        if "." in name:
            resources.setdefault(name.rpartition(".")[0], at)
    for names, items, derive, what in (
        (constants, calls, naming.constant, "call"),
        (classes, resources, naming.resource_class, "resource"),
    ):
        for name, at in items.items():
            if naming.can_be_spelled(name):
                problem = names.claim(derive(name), f"the {what} `{name}`", at)
                if problem is not None:
                    yield at, problem, _OTHER


@rule("linked")
def shared_name(view: View) -> Iterator[Issue]:
    """No two shared parameters, or objects in bodies, get one constant.

    Constants are in capitals: `Limit` and `limit`, `x-limit` and `x_limit` are one.
    """
    names = Namespace(frozenset())
    for what, name, suffix, at in (*_shared_parameters(view), *_shapes(view)):
        if not naming.can_be_spelled(name):
            message = f"{what} cannot be spelled as a Python name"
            yield at, message, "Use ASCII letters and digits; a letter comes first."
            continue
        problem = names.claim(f"{naming.constant(name)}{suffix}", what, at)
        if problem is not None:
            yield at, problem, _OTHER


def _shared_parameters(view: View) -> Iterator[tuple[str, str, str, Location]]:
    for operation in view.document.operations:
        for item in operation.parameters:
            if item.component is not None:
                what = f"the parameter `{item.component}`"
                yield what, item.component, "", item.at


def _shapes(view: View) -> Iterator[tuple[str, str, str, Location]]:
    """List the named objects within bodies."""
    given = [
        argument.schema
        for call in view.calls
        for argument in view.arguments(call)
        if argument.place == "body"
    ]
    given += [item.schema for item in view.given_properties()]
    for schema in given:
        items = view.resolve(bare(schema)).items
        element = bare(items or schema)
        if isinstance(element, Ref) and view.is_object(element):
            at = view.resolve(element).at
            yield f"the schema `{element.name}`", element.name, "_SHAPE", at
