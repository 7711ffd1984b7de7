"""Views of the modules of models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from .. import ir
from ..emit.annotations import Speller
from ..emit.code import Code, identifier, literal
from ..emit.docstrings import docstring
from ..emit.imports import Imports
from ..ir.needs import needs, types_of

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    bases: tuple[Code, ...]
    docstring: Code
    fields: tuple[FieldView, ...]
    properties: tuple[PropertyView, ...]
    template: ClassVar[str] = "models/_class.py.j2"


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

    docstring: Code
    imports: tuple[Code, ...]
    declarations: tuple[ClassView | AliasView, ...]


def models_view(module: ir.Module, homes: dict[str, str]) -> ModelsView:
    """View one module; `homes` maps every model to its module."""
    return ModelsView(
        docstring=docstring([f"Models: {module.name.replace('_', ' ')}."], indent=0),
        imports=_imports(module, homes),
        declarations=tuple(_declaration(item) for item in module.declarations),
    )


def _declaration(item: ir.Declaration) -> ClassView | AliasView:
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
    bases = [Code("Model"), Code("frozen=True"), Code("kw_only=True")]
    if model.tag is not None:
        bases += [Code('tag_field="type"'), Code(f"tag={literal(model.tag)}")]
    return ClassView(
        name=identifier(model.name),
        bases=tuple(bases),
        docstring=docstring([model.description], indent=4),
        fields=tuple(_field(field) for field in model.fields),
        properties=(*_tag(model), *map(_first, model.firsts)),
    )


def _tag(model: ir.Model) -> Iterator[PropertyView]:
    if model.tag is not None:
        told = "The kind of object, which tells the members of a union apart."
        yield PropertyView(
            name=Code("type"),
            annotation=Code(f"Literal[{literal(model.tag)}]"),
            docstring=docstring([told], indent=8),
            expression=literal(model.tag),
        )


def _first(item: ir.FirstOf) -> PropertyView:
    kinds = (
        field.type.inner if isinstance(field.type, ir.Nullable) else field.type
        for field in item.fields
    )
    spelled = dict.fromkeys(_SPELLER.spell(kind) for kind in kinds)
    *others, last = (Code(f"self.{identifier(field.name)}") for field in item.fields)
    choices = "".join(f"{name} if {name} is not None else " for name in others)
    return PropertyView(
        name=identifier(item.name),
        annotation=Code(" | ".join([*spelled, "None"])),
        docstring=docstring([item.description], indent=8),
        expression=Code(f"{choices}{last}"),
    )


def _page(page: ir.PageModel) -> ClassView:
    return ClassView(
        name=identifier(page.name),
        bases=(
            Code(f"Page[{_SPELLER.spell(page.item)}]"),
            Code("frozen=True"),
            Code("kw_only=True"),
        ),
        docstring=docstring([page.description], indent=4),
        fields=tuple(_place(page)),
        properties=(),
    )


def _place(page: ir.PageModel) -> Iterator[FieldView]:
    string = Code("ClassVar[str]")
    told = docstring(["The operation this page belongs to."], indent=4)
    yield FieldView(Code("operation"), string, Code(f" = {literal(page.route)}"), told)
    if page.pointer:
        told = docstring(["Where the page lies in that operation's answer."], indent=4)
        value = Code(f" = {literal(page.pointer)}")
        yield FieldView(Code("pointer"), string, value, told)


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


def _add_own(item: ir.Declaration, imports: Imports) -> None:
    match item:
        case ir.Model():
            imports.add(".._runtime", "Model")
            if item.tag is not None:
                imports.add("typing", "Literal")
            if any(field.name != field.wire for field in item.fields):
                imports.add("msgspec", "field")
        case ir.PageModel():
            imports.add(".._runtime", "Page")
            imports.add("typing", "ClassVar")
        case ir.Alias():
            imports.add("typing", "TypeAlias")
