"""Rules about names: people choose them, so they must be possible as they are."""

from __future__ import annotations

import keyword
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .. import naming
from ..findings import Location, words
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..dialect.schema import Property
    from ..naming import Reserved
    from .rules import Issue
    from .view import Argument, Call, View

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

_PART = re.compile(r"[a-z][a-z0-9_]*")
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
_MAX_LENGTH = 60


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
        yield operation.operation_id, operation.at
        for variant in operation.variants:
            yield variant.operation_id, variant.at


def _id_problem(parts: list[str], reserved: Reserved) -> str | None:
    if len(parts) > 2 or not all(_PART.fullmatch(part) for part in parts):
        return "is not `resource.call` or `call` in lower case"
    if parts[0] in reserved.client:
        return f"takes the place of the client's own `{parts[0]}`"
    if len(parts) == 2 and naming.resource_class(parts[0]) in reserved.resources:
        return f"has a resource `{parts[0]}`, whose class has a name that is taken"
    if len(parts) == 2 and parts[0] in WINDOWS_NAMES:
        return f"needs a module `{parts[0]}.py`, which Windows does not allow"
    problems = (_part_problem(part, reserved) for part in parts)
    return next((problem for problem in problems if problem), None)


def _part_problem(part: str, reserved: Reserved) -> str | None:
    if keyword.iskeyword(part):
        return f"has the keyword `{part}` of Python"
    if part in BUILTIN_TYPES:
        return f"shadows the built-in type `{part}`"
    if part in reserved.calls:
        return f"has the name `{part}`, which emitted modules use"
    if len(part) > _MAX_LENGTH:
        return f"has a part of more than {_MAX_LENGTH} characters"
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
            yield at, message, "Give one of the two another name."


@rule("names")
def derived_name(view: View) -> Iterator[Issue]:
    """No two operations get one constant, nor two resources one class.

    `a.b_c` and `a_b.c` would both be `A_B_C`, `user1` and `user_1` both `User1`.
    """
    constants: dict[str, str] = {}
    classes: dict[str, str] = {}
    for name, at in _ids(view):
        resource = name.rpartition(".")[0]
        for names, item, derive in (
            (constants, name, naming.constant),
            (classes, resource, naming.resource_class),
        ):
            try:
                derived = derive(item)
            except ValueError:
                continue
            first = names.setdefault(derived, item)
            if first != item:
                message = f"`{first}` and `{item}` would both be `{derived}` in Python"
                yield at, message, "Give one of the two another name."


@rule("linked")
def argument_name(view: View) -> Iterator[Issue]:
    """Every argument can be spelled as a Python name that nothing else claims.

    The name on the wire is written in snake case; keywords get an underscore. Taken are
    names that calls speak of, and `prefetch` and `cursor` in calls that page.
    """
    for call in view.calls:
        paged = call.operation.pagination is not None
        taken = view.reserved.arguments
        for argument in view.arguments(call):
            name = _python_name(argument)
            if name is None:
                message = f"`{argument.wire}` cannot be the name of an argument"
                yield argument.at, message, "Use ASCII letters and digits."
            elif name in (taken | view.reserved.paging if paged else taken):
                message = f"`{call.name}` uses the name `{name}` itself"
                yield argument.at, message, "Fix it with `x-variants`, or leave it out."


def _python_name(argument: Argument) -> str | None:
    try:
        return naming.attribute(argument.wire)
    except ValueError:
        return None


@rule("linked")
def argument_collision(view: View) -> Iterator[Issue]:
    """No two arguments of a call have the same Python name, wherever they are sent."""
    for call in view.calls:
        seen: dict[str, Argument] = {}
        for argument in view.arguments(call):
            name = _python_name(argument)
            if name is None or _is_shape_of(call, argument, seen.get(name)):
                continue
            first = seen.setdefault(name, argument)
            if first is not argument:
                message = (
                    f"`{call.name}` gets two arguments `{name}`: `{first.wire}` in the"
                    f" {first.place} and `{argument.wire}` in the {argument.place}"
                )
                yield argument.at, message, "Take one of the two out."


def _is_shape_of(call: Call, argument: Argument, first: Argument | None) -> bool:
    """Say whether both are one argument, given in several shapes of the body."""
    same = first is not None and first.wire == argument.wire
    body = argument.place == "body" and first is not None and first.place == "body"
    return same and body and call.variant is None


@rule("names")
def schema_name(view: View) -> Iterator[Issue]:
    """Every name of a schema is a PascalCase name of a class, in ASCII, not taken.

    Taken are the names that the emitted models use themselves.
    """
    for named in view.document.schemas:
        remedy = "Choose a name such as `SavedAlbum`."
        if not _CLASS.fullmatch(named.name) or len(named.name) > _MAX_LENGTH:
            message = f"the schema `{named.name}` is no PascalCase name of a class"
            yield named.schema.at, message, remedy
        elif keyword.iskeyword(named.name) or named.name in view.reserved.models:
            message = f"the schema `{named.name}` has a name that emitted models use"
            yield named.schema.at, message, remedy


@rule("names")
def module_name(view: View) -> Iterator[Issue]:
    """Every stem of a schema file names a module: lower case, unique, possible.

    Schemas in the root file stand in the module `schemas`, which is then taken.
    """
    root = view.document.at.file
    files = sorted({named.file for named in view.document.schemas})
    seen: dict[str, str] = {"schemas": root} if root in files else {}
    for file in files:
        if file == root:
            continue
        at, stem = Location(file, 1, 1), PurePosixPath(file).stem
        if (
            not _PART.fullmatch(stem)
            or stem in WINDOWS_NAMES
            or len(stem) > _MAX_LENGTH
        ):
            message = f"`{stem}` cannot be the name of a module everywhere"
            yield at, message, "Name the file in lower case, such as `albums.yaml`."
        first = seen.setdefault(stem.casefold(), file)
        if first != file:
            message = f"`{file}` and `{first}` would both be the module `{stem}`"
            yield at, message, "Give one of the two files another name."


@rule("linked")
def property_name(view: View) -> Iterator[Issue]:
    """Every property can be spelled as an attribute, unlike every other of its object.

    The name is written in snake case; keywords get an underscore. Names of types that
    annotations beside it use are not possible.
    """
    for named in view.document.schemas:
        properties = view.properties(named.schema).values()
        yield from _attributes(properties, view.reserved)


def _attributes(properties: Iterable[Property], reserved: Reserved) -> Iterator[Issue]:
    seen: dict[str, str] = {}
    for item in properties:
        name, at = item.name, item.at
        try:
            attribute = naming.attribute(name)
        except ValueError:
            message = f"the property `{name}` cannot be spelled as a Python name"
            yield at, message, "Leave it out; it stays in the raw response."
            continue
        if attribute in reserved.attributes:
            message = f"the property `{name}` shadows the type `{attribute}`"
            yield at, message, "Leave it out; it stays in the raw response."
        first = seen.setdefault(attribute, name)
        if first != name:
            message = f"the properties `{first}` and `{name}` are both `{attribute}`"
            yield at, message, "Leave one of the two out."
