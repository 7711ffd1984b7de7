"""Views of resources: one module for each, in each flavour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, identifier
from ..emit.docstrings import docstring
from ..naming import resource_class
from .methods import Flavour, MethodView, call_imports, call_typing_imports, method_view

if TYPE_CHECKING:
    from .. import ir
    from .handwritten import WrittenCalls


@dataclass(frozen=True, slots=True)
class ResourceView:
    """One module of one flavour."""

    docstring: Code
    imports: tuple[Code, ...]
    class_name: Code
    base: Code
    class_docstring: Code
    methods: tuple[MethodView, ...]


def resource_view(
    resource: ir.Resource, flavour: Flavour, written: WrittenCalls
) -> ResourceView:
    """View one resource in one flavour, with the calls that are written by hand."""
    imports = call_imports(resource.calls, "..")
    imports.add(".._runtime", f"{flavour.prefix}Resource")
    typing = call_typing_imports(resource.calls, flavour, "..")
    written.add_imports(imports, typing, "..")
    text = resource.description or f"The calls of {resource.name}."
    return ResourceView(
        docstring=docstring([text], indent=0),
        imports=imports.with_typing(typing),
        class_name=identifier(resource_class(resource.name)),
        base=identifier(f"{flavour.prefix}Resource"),
        class_docstring=docstring([text], indent=4),
        methods=(
            *(method_view(o, c, flavour) for o, c in resource.calls),
            *written.methods(flavour),
        ),
    )
