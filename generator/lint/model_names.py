"""Rules about names of models: of classes, of their modules and attributes."""

from __future__ import annotations

import keyword
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .. import naming
from ..dialect.remedies import LEAVE_OUT
from ..findings import Location
from .names import MAX_LENGTH, PART, WINDOWS_NAMES
from .namespaces import Namespace
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.schema import NamedSchema
    from .rules import Issue
    from .view import View

_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")


@rule("names")
def schema_name(view: View) -> Iterator[Issue]:
    """Every name of a schema is a PascalCase name of a class, in ASCII, not taken.

    Taken are the names that the emitted models use themselves.
    """
    for named in view.document.schemas:
        remedy = "Choose a name such as `SavedAlbum`."
        if not _CLASS.fullmatch(named.name) or len(named.name) > MAX_LENGTH:
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
    modules = Namespace(frozenset(), str.casefold)
    if root in files:
        modules.claim("schemas", f"the models of `{root}`", view.document.at)
    for file in files:
        if file == root:
            continue
        at, stem = Location(file, 1, 1), PurePosixPath(file).stem
        if not PART.fullmatch(stem) or stem in WINDOWS_NAMES or len(stem) > MAX_LENGTH:
            message = f"`{stem}` cannot be the name of a module everywhere"
            yield at, message, "Name the file in lower case, such as `albums.yaml`."
        if naming.can_be_spelled(stem):
            problem = modules.claim(naming.module(stem), f"the models of `{file}`", at)
            if problem is not None:
                yield at, problem, "Give one of the two files another name."


@rule("linked")
def property_name(view: View) -> Iterator[Issue]:
    """Every property can be spelled as an attribute, unlike every other of its object.

    The name is written in snake case; keywords get an underscore. Names of types that
    annotations beside it use are not possible. What `x-first-of` adds is one of them.
    """
    for named in view.document.schemas:
        yield from _attributes(view, named)


def _attributes(view: View, named: NamedSchema) -> Iterator[Issue]:
    attributes = Namespace(frozenset())
    for item in view.properties(named.schema).values():
        if not naming.can_be_spelled(item.name):
            message = f"the property `{item.name}` cannot be spelled as a Python name"
            yield item.at, message, LEAVE_OUT
            continue
        attribute = naming.attribute(item.name)
        if attribute in view.reserved.attributes:
            message = f"the property `{item.name}` shadows the type `{attribute}`"
            yield item.at, message, LEAVE_OUT
        what = f"the property `{item.name}`"
        problem = attributes.claim(attribute, what, item.at)
        if problem is not None:
            yield item.at, problem, "Leave one of the two out."
    for first in named.schema.firsts:
        if naming.can_be_spelled(first.name):
            what, attribute = f"`{first.name}`", naming.attribute(first.name)
            problem = attributes.claim(attribute, what, first.at)
            if problem is not None:
                yield first.at, problem, "Choose another name."
