"""Path to Document: the files of a description, read, referred and shaped.

Everything wrong with the shape of a description is found here, all at once; whether
what it says makes sense is for `lint`, which judges what could be read.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..dialect.document import Document, Info, Tag
from ..findings import Finding, InvalidDescriptionError, Location, Problems, in_order
from ..source.bundle import Bundle
from ..source.files import Sources
from ..source.nodes import MappingNode
from ..source.references import KINDS, Refs
from .common_responses import Common
from .context import Context
from .operations import load_path, load_servers
from .references import load_kinds
from .schemas import load_named_schema
from .security import load_security_scheme

if TYPE_CHECKING:
    from pathlib import Path

    from ..dialect.document import Operation, SecurityScheme
    from ..dialect.schema import NamedSchema
    from ..source.references import Component, ComponentKind
    from .fields import Fields

_VERSION = re.compile(r"3\.1\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A description with all that is wrong with its shape.

    Attributes:
        document: What could be read; it is whole if there are no findings.
        findings: What is not in the dialect.
        style: What the house rules find in the text of the files: scalars that YAML 1.1
            and 1.2 read differently, and files that nothing refers to.
    """

    document: Document
    findings: tuple[Finding, ...]
    style: tuple[Finding, ...]
    _bundle: Bundle

    def place(self, pointer: str) -> Location:
        """Say where in the files stands what a JSON pointer into the bundle names."""
        return self._bundle.node(pointer).at


def load(root: Path) -> Document:
    """Read the description whose root file is `root`.

    Raises:
        InvalidDescriptionError: with all findings, if it is not in the dialect.
    """
    loaded = load_all(root)
    if loaded.findings:
        raise InvalidDescriptionError(loaded.findings)
    return loaded.document


def load_all(root: Path) -> Loaded:
    """Read as much of a description as can be read, and tell what is wrong with it.

    Raises:
        InvalidDescriptionError: if there is nothing to read.
    """
    context, node = _open(root)
    document = _document(context, node)
    context.refuse_unread()
    sources = context.refs.sources
    findings = context.problems.in_order()
    if findings:
        places = frozenset(finding.at for finding in findings) | context.refs.lost
        document = replace(document, broken=sources.around(places))
    unused = [] if findings else _unused_files(sources)
    style = in_order((*sources.ambiguous, *unused))
    return Loaded(document, findings, style, Bundle(node, context.refs))


def _open(root: Path) -> tuple[Context, MappingNode]:
    problems = Problems()
    path = root.resolve()
    sources = Sources(path.parent, problems)
    at = Location(path.name, 1, 1)
    node = sources.open(path.name, at) if sources.locate(path.name, at) else None
    if node is None:
        raise InvalidDescriptionError(problems.in_order())
    return Context(problems, Refs(sources, problems, path.name)), node


def _document(context: Context, node: MappingNode) -> Document:
    fields = context.fields(node, "the description")
    _check_version(fields)
    schemes = _components(context, fields)
    modes = fields.text_pairs("x-quota-modes")
    context.modes = frozenset(name for name, _ in modes)
    common = Common.load(context, fields)
    operations: list[Operation] = []
    for path, entry in fields.entries("paths", required=True).items():
        operations += load_path(context, path, entry, common)
    fields.find("servers", required=True)
    document = Document(
        at=Location(node.file, 1, 1),
        info=_info(context, fields),
        servers=load_servers(context, fields),
        tags=_tags(context, fields),
        operations=tuple(operations),
        schemas=_schemas(context),
        security_schemes=schemes,
        quota_modes=modes,
        common_responses=common.document(),
        references=load_kinds(context, fields),
        bundle=Bundle(node, context.refs).value(),
    )
    common.refuse_unused()
    _check_components(context)
    return document


def _check_version(fields: Fields) -> None:
    version = fields.needed_text("openapi")
    if version is not None and not _VERSION.fullmatch(version):
        message = f"`openapi: {version}` is not supported"
        remedy = "Write the description in OpenAPI 3.1 (`openapi: 3.1.1`)."
        fields.problems.add(fields.place("openapi"), "unsupported", message, remedy)


def _components(context: Context, root: Fields) -> tuple[SecurityScheme, ...]:
    """Register what the root file shares and read its security schemes."""
    node = root.find("components")
    if node is None:
        return ()
    fields = context.fields(node, "the components")
    for kind in KINDS:
        section = fields.find(kind)
        if isinstance(section, MappingNode):
            pointer = ("components", kind)
            context.refs.register(section.file, pointer, kind, section, section.at)
        else:
            fields.entries(kind)
    return tuple(
        load_security_scheme(context, name, entry)
        for name, entry in fields.entries("securitySchemes").items()
    )


def _info(context: Context, root: Fields) -> Info:
    node = root.find("info", required=True)
    if node is None:
        return Info(root.at, "", "", "")
    fields = context.fields(node, "the `info`")
    fields.for_others("summary", "termsOfService", "contact", "license")
    title, version = fields.text("title"), fields.text("version")
    return Info(node.at, title, version, fields.text("description"))


def _tags(context: Context, root: Fields) -> tuple[Tag, ...]:
    found: list[Tag] = []
    for node in root.items("tags"):
        fields = context.fields(node, "a tag")
        found.append(Tag(node.at, fields.text("name"), fields.text("description")))
    return tuple(found)


def _schemas(context: Context) -> tuple[NamedSchema, ...]:
    """Read every schema reached, and what reading them reaches."""
    found: list[NamedSchema] = []
    components = context.refs.components.setdefault("schemas", [])
    while len(found) < len(components):
        found.append(load_named_schema(context, components[len(found)]))
    return tuple(found)


def _check_components(context: Context) -> None:
    """Find names given twice and shared things that nothing uses."""
    seen: dict[tuple[ComponentKind, str], Component] = {}
    for item in context.refs:
        first = seen.setdefault((item.kind, item.name), item)
        what = KINDS[item.kind]
        if first is not item and item.kind != "examples":
            context.problems.add(
                item.at,
                f"duplicate-{what.replace(' ', '-')}",
                f"the {what} `{item.name}` stands here and at {first.at}",
                "Give one of the two another name.",
            )
    for item in _unused(context):
        what = KINDS[item.kind]
        context.problems.add(
            item.at,
            f"unused-{what.replace(' ', '-')}",
            f"nothing refers to the {what} `{item.name}`",
            _use(item, context.refs.root_file),
        )


def _unused(context: Context) -> list[Component]:
    """List what nothing refers to; nothing where references are lost.

    What a path item alone refers to is not told beside it.
    """
    if context.refs.lost:
        return []
    unused = [each for each in context.refs if not each.used]
    for item in unused:
        if item.kind == "pathItems":
            context.refs.use(item.node)
    found = (each for each in unused if each.kind == "pathItems" or not each.used)
    return [each for each in found if each.kind != "schemas"]


def _use(item: Component, root_file: str) -> str:
    """Say how to refer to what nothing refers to."""
    if item.kind != "pathItems" or item.at.file == root_file:
        return "Refer to it, or take it out."
    key = item.name.replace("~", "~0").replace("/", "~1")
    pointer = quote(key, safe="~")
    folder = posixpath.dirname(root_file) or "."
    file = posixpath.relpath(item.at.file, folder)
    line = f'{item.name}: {{$ref: "{file}#/{pointer}"}}'
    return f"Write `{line}` below `paths` of `{root_file}`, or take it out."


def _unused_files(sources: Sources) -> list[Finding]:
    found: list[Finding] = []
    for path in sorted(sources.folder.rglob("*.y*ml")):
        file = path.relative_to(sources.folder).as_posix()
        hidden = any(part.startswith(".") for part in file.split("/"))
        if path.suffix not in (".yaml", ".yml") or hidden:
            continue
        if file not in sources.files:
            message = f"nothing refers to a part of `{file}`"
            remedy = "Refer to it, or take the file out."
            found.append(Finding(Location(file, 1, 1), "unused-file", message, remedy))
    return found
