"""Views of the modules of models."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, TypeAlias

from .. import ir
from ..emit.annotations import Speller
from ..emit.code import Code, Prose, identifier, literal
from ..emit.docstrings import docstring
from ..emit.imports import Imports
from ..ir.needs import bare_type, needs, types_of

_SPELLER = Speller()


@dataclass(frozen=True, slots=True)
class FieldView:
    """One attribute: `name: type = default` and its docstring."""

    name: Code
    annotation: Code
    default: Code
    docstring: Code


@dataclass(frozen=True, slots=True)
class PropertyView:
    """One property: its type, and the expression it is."""

    name: Code
    annotation: Code
    docstring: Code
    expression: Code


@dataclass(frozen=True, slots=True)
class ClassView:
    """One class of a module of models."""

    name: Code
    docstring: Code
    fields: tuple[FieldView, ...]
    properties: tuple[PropertyView, ...]
    template: ClassVar[str] = "models/_class.py.j2"


@dataclass(frozen=True, slots=True)
class TaggedView(ClassView):
    """One class that a value of its `type` tells from the others of a union."""

    tag: Code
    template: ClassVar[str] = "models/_tagged.py.j2"


@dataclass(frozen=True, slots=True)
class PageView:
    """One page of a listing: what it holds, and the operation it belongs to."""

    name: Code
    base: Code
    item: Code
    docstring: Code
    fields: tuple[FieldView, ...]
    operation: Code
    template: ClassVar[str] = "models/_page.py.j2"


@dataclass(frozen=True, slots=True)
class InnerPageView(PageView):
    """One page that is a part of the answer of its operation."""

    pointer: Code
    template: ClassVar[str] = "models/_inner_page.py.j2"


Declared: TypeAlias = "ClassView | PageView | AliasView"


@dataclass(frozen=True, slots=True)
class AliasView:
    """One name for a type that is no class."""

    name: Code
    annotation: Code
    docstring: Code
    template: ClassVar[str] = "models/_alias.py.j2"


@dataclass(frozen=True, slots=True)
class ModelsView:
    """One module: its declarations in order, each with a template of its own."""

    subject: Prose
    imports: tuple[Code, ...]
    declarations: tuple[Declared, ...]


def models_view(module: ir.Module, homes: dict[str, str]) -> ModelsView:
    """View one module; `homes` maps every model to its module."""
    return ModelsView(
        subject=Prose(module.name.replace("_", " ")),
        imports=_imports(module, homes) + _gap(module),
        declarations=tuple(_declaration(item) for item in module.declarations),
    )


def _declaration(item: ir.Declaration) -> Declared:
    match item:
        case ir.Model():
            return _model(item)
        case ir.PageModel():
            return _page(item)
        case ir.Alias():
            return AliasView(
                identifier(item.name),
                _SPELLER.spell(item.type),
                docstring([item.description], indent=0),
            )


def _model(model: ir.Model) -> ClassView:
    name, text = identifier(model.name), docstring([model.description], indent=4)
    fields = tuple(_field(field) for field in model.fields)
    properties = tuple(_first(item) for item in model.firsts)
    if model.tag is None:
        return ClassView(name, text, fields, properties)
    return TaggedView(name, text, fields, properties, literal(model.tag))


def _first(item: ir.FirstOf) -> PropertyView:
    kinds = (bare_type(field.type) for field in item.fields)
    spelled = dict.fromkeys(_SPELLER.spell(kind) for kind in kinds)
    *others, last = (Code(f"self.{identifier(field.name)}") for field in item.fields)
    choices = "".join(f"{name} if {name} is not None else " for name in others)
    return PropertyView(
        name=identifier(item.name),
        annotation=Code(" | ".join([*spelled, "None"])),
        docstring=docstring([item.description], indent=8),
        expression=Code(f"{choices}{last}"),
    )


def _page(page: ir.PageModel) -> PageView:
    name, item = identifier(page.name), _SPELLER.spell(page.item)
    text = docstring([page.description], indent=4)
    fields = (*map(_always, page.always), *map(_field, page.fields))
    route = literal(page.route)
    base = Code(_base(page))
    if not page.pointer:
        return PageView(name, base, item, text, fields, route)
    pointer = literal(page.pointer)
    return InnerPageView(name, base, item, text, fields, route, pointer)


def _base(page: ir.PageModel) -> str:
    """Name the class of the runtime that a page is built on."""
    return "OffsetPage" if page.tells_place else "Page"


def _always(field: ir.Field) -> FieldView:
    """View what all pages may have and these do: no default, as pyright warns."""
    comment = Code("  # pyright: ignore[reportGeneralTypeIssues]")
    return replace(_field(field), default=comment)


def _field(field: ir.Field) -> FieldView:
    text = field.description
    if field.deprecated:
        text = f"{text} Deprecated."
    return FieldView(
        name=identifier(field.name),
        annotation=_SPELLER.spell(field.type),
        default=_default(field),
        docstring=docstring([text], indent=4),
    )


def _default(field: ir.Field) -> Code:
    optional = isinstance(field.type, ir.Nullable)
    if field.name != field.wire:
        start = "default=None, " if optional else ""
        return Code(f" = field({start}name={literal(field.wire)})")
    return Code(" = None" if optional else "")


def _imports(module: ir.Module, homes: dict[str, str]) -> tuple[Code, ...]:
    imports = Imports()
    for item in module.declarations:
        for name in needs(item):
            if homes[name] != module.name:
                imports.add(f".{homes[name]}", name)
        for kind in types_of(item):
            _SPELLER.add_imports(imports, kind, "..")
        _add_own(item, imports)
    return imports.lines()


def _gap(module: ir.Module) -> tuple[Code, ...]:
    """Leave a second line free where a class stands first, as isort would."""
    first = module.declarations[0] if module.declarations else None
    return () if isinstance(first, ir.Alias) else (Code(""),)


def _add_own(item: ir.Declaration, imports: Imports) -> None:
    match item:
        case ir.Model():
            imports.add(".._runtime", "Model")
            if item.tag is not None:
                imports.add("typing", "Literal")
        case ir.PageModel():
            imports.add(".._runtime", _base(item))
            imports.add("typing", "ClassVar")
        case ir.Alias():
            imports.add("typing", "TypeAlias")
    fields = () if isinstance(item, ir.Alias) else item.fields
    if any(field.name != field.wire for field in fields):
        imports.add("msgspec", "field")
