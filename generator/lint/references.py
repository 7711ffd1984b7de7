"""Rules about what arguments name, and which of them go together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..dialect.document import PLACEHOLDER
from ..dialect.patterns import is_whole
from ..dialect.schema import Ref, Schema
from ..dialect.schemas import bare
from ..findings import closest
from .names import PART
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..dialect.schema import Group, IdForms, Property, Reference
    from .rules import Issue
    from .view import Argument, Call, View

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
_LINK = re.compile(r"https://[a-z0-9.-]+/.*")


@rule("alone")
def x_references(view: View) -> Iterator[Issue]:
    """Every kind has a name in lower case, and forms that can be told from an id.

    A form begins with its scheme in lower case; a link is `https` and has a host. What
    `uri` and `url` say has `{id}` in it, once; `optional` names other placeholders.
    """
    for kind in view.document.references:
        if not PART.fullmatch(kind.name):
            message = f"`{kind.name}` is no name of a kind"
            yield kind.at, message, "Write it in lower case, such as `short_link`."
        if kind.pattern is not None and not is_whole(kind.pattern):
            message = f"the pattern of `{kind.name}` matches parts of texts"
            yield kind.at, message, "Write `^…$`, so that an id is told from a link."
        yield from _forms(kind)


def _forms(kind: IdForms) -> Iterator[Issue]:
    for form in kind.forms:
        names = PLACEHOLDER.findall(form)
        if not _SCHEME.match(form):
            yield kind.at, f"`{form}` has no scheme", "Write `scheme:…` or `https://…`."
        elif _is_link(kind, form) and not _LINK.fullmatch(form):
            yield kind.at, f"`{form}` is no link", "Write `https://host/…`."
        if names.count("id") > 1 or (
            form in (kind.uri, kind.url) and "id" not in names
        ):
            message = f"`{form}` needs the placeholder `{{id}}`, once"
            yield kind.at, message, 'Write it where the id stands: "…/album/{id}".'
    known = {name for form in kind.forms for name in PLACEHOLDER.findall(form)}
    odd = set(kind.optional) - (known - {"id"})
    if odd:
        message = f"`optional` names {', '.join(sorted(odd))}"
        yield kind.at, message, "Name placeholders of the forms other than `{id}`."


def _is_link(kind: IdForms, form: str) -> bool:
    return form == kind.url or form.startswith(("http:", "https:"))


@rule("everything")
def x_reference(view: View) -> Iterator[Issue]:
    """Every `x-reference` is on a text, or a list of texts, and says of which kind.

    Of several kinds, another argument chooses one (`by`), or the URI is sent (`as`).
    """
    places = {view.resolve(item.schema).at for item in _given(view)}
    for spot in view.spots:
        schema = view.resolve(spot.schema)
        if schema.reference is not None and schema.at not in places:
            message = "`x-reference` stands on what is no argument"
            yield schema.reference.at, message, "Take it out."
    for call in view.calls:
        arguments = view.arguments(call)
        for item in arguments:
            if item.reference is not None:
                yield from _judged(view, item.wire, item.schema, item.reference)
                yield from _chosen(view, call, item.reference, arguments)
    for inner in view.given_properties():
        found = view.resolve(inner.schema).reference
        if found is not None:
            yield from _judged(view, inner.name, inner.schema, found)
            if found.by is not None:
                message = f"`{found.by}` is no argument beside a property"
                yield found.at, message, "Take `by` out."


def _given(view: View) -> Iterator[Argument | Property]:
    for call in view.calls:
        yield from view.arguments(call)
    yield from view.given_properties()


def _judged(
    view: View, name: str, schema: Schema | Ref, found: Reference
) -> Iterator[Issue]:
    if found.written is not None:
        yield from _forms(found.written)
    elif not found.kinds:
        yield found.at, f"`{name}` names no kind", "Name one of `x-references`."
    else:
        for kind in found.kinds:
            if kind not in view.kinds:
                message = f"there is no `{kind}` in `x-references`"
                yield found.at, message, closest(kind, view.kinds)
    target = view.resolve(schema)
    element = target.items or target
    if isinstance(element, Ref) or element.types != ("string",):
        yield found.at, f"`{name}` is no text", "Take `x-reference` out."
    if len(found.kinds) > 1 and not found.as_uri and found.by is None:
        message = f"the ids of several kinds cannot be told apart in `{name}`"
        yield found.at, message, "Write `as: uri`, or `by` with the argument that says."
    if found.as_uri and not any(kind.forms for kind in view.referred(found)):
        message = f"what `{name}` names has no URI"
        yield found.at, message, "Add `uri` to a kind, or take `as: uri` out."


def _chosen(
    view: View, call: Call, found: Reference, arguments: Collection[Argument]
) -> Iterator[Issue]:
    """Judge the argument that chooses among several kinds."""
    if found.by is None:
        return
    fixed = dict(call.variant.arguments) if call.variant else {}
    named = {item.wire: item for item in arguments}
    if found.by in fixed:
        return
    if found.by not in named:
        message = f"`{found.by}` is no argument of `{call.name}`"
        yield found.at, message, closest(found.by, named)
        return
    values = view.resolve(named[found.by].schema).enum
    if set(values) != set(found.kinds):
        message = f"the values of `{found.by}` are not {', '.join(found.kinds)}"
        yield found.at, message, f"Give `{found.by}` an `enum` of the kinds."


@rule("everything")
def x_groups(view: View) -> Iterator[Issue]:
    """Every group has several members that may be missing, and bounds to keep to.

    It stands on an operation, or on an object within a body.
    """
    bodies = {view.resolve(item.schema).at for item in _given(view)} | {
        view.resolve(bare(target.items)).at
        for item in _given(view)
        if (target := view.resolve(bare(item.schema))).items is not None
    }
    for spot in view.spots:
        schema = spot.schema
        if isinstance(schema, Schema) and schema.groups:
            if schema.at not in bodies and spot.role != "body":
                message = "`x-groups` stands on what is no object in a body"
                yield schema.groups[0].at, message, "Move it to the operation."
            names, needed = view.properties(schema), view.required(schema)
            for group in schema.groups:
                yield from _group(group, names, needed)
    for operation in view.document.operations:
        taken = view.taken(operation)
        always = {item.name for item in operation.parameters if item.required}
        for group in operation.groups:
            yield from _group(group, taken, always)


def _group(
    group: Group, names: Collection[str], needed: Collection[str]
) -> Iterator[Issue]:
    for name in group.of:
        if name not in names:
            yield group.at, f"there is no `{name}` here", closest(name, names)
        elif name in needed:
            message = f"`{name}` is required, so that it excludes nothing"
            yield group.at, message, "Take it out of the group."
    most = len(group.of) if group.at_most is None else group.at_most
    told = group.at_least or group.at_most is not None
    kept = group.at_least <= most and 1 <= most <= len(set(group.of))
    if len(set(group.of)) < 2 or not told or not kept:
        message = "the group says nothing that can be kept to"
        remedy = "Name two or more, with `at_least`, or `at_most` from 1, or both."
        yield group.at, message, remedy
