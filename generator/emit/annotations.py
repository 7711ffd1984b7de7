"""Types to Python: how an annotation is written in each kind of module."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import ir
from ..ir.needs import is_literal, models_in, primitives
from .code import Code, identifier, literal

if TYPE_CHECKING:
    from .imports import Imports

BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str"})
"""The built-in types that annotations speak of."""

IMPORTED = frozenset(
    {
        "Any",
        "Literal",
        "Mapping",
        "PartialDate",
        "Sequence",
        "Timestamp",
        "UnknownItem",
        "datetime",
    }
)
"""What annotations speak of besides those and models."""

_SPELLED = {"datetime": "Timestamp"}
_ABSTRACT = {"list": "Sequence", "dict": "Mapping"}
_STANDARD = frozenset({"Any", "Literal"})


@dataclass(frozen=True, slots=True)
class Speller:
    """Spells types for one kind of place.

    Attributes:
        prefix: What stands before the name of a model, such as `models.`.
        argument: Whether values come from a caller: any sequence and any mapping will
            do, and known values are the only ones.
    """

    prefix: str = ""
    argument: bool = False

    def spell(self, kind: ir.Type) -> Code:
        """Write `kind` as an annotation."""
        return Code(self._spell(kind))

    def _spell(self, kind: ir.Type) -> str:
        match kind:
            case ir.Primitive(name):
                return _SPELLED.get(name, name) if not self.argument else name
            case ir.Named(name):
                return self.prefix + identifier(name)
            case ir.ListOf(item):
                return f"{'Sequence' if self.argument else 'list'}[{self._spell(item)}]"
            case ir.MapOf(value):
                of = "Mapping" if self.argument else "dict"
                return f"{of}[str, {self._spell(value)}]"
            case ir.Choice(values, base):
                if not is_literal(kind):
                    return base
                choice = f"Literal[{', '.join(literal(value) for value in values)}]"
                return choice if self.argument else f"{choice} | {base}"
            case ir.Union(members):
                names = [self.prefix + identifier(name) for name in members]
                return " | ".join([*names, f"{self.prefix}UnknownItem"])
            case ir.Nullable(inner):
                return f"{self._spell(inner)} | None"

    def add_imports(self, imports: Imports, kind: ir.Type, package: str) -> None:
        """Import what `spell` speaks of.

        Args:
            imports: Where the imports go.
            kind: The type that is spelled.
            package: The way to the package, `.` or `..`.
        """
        if self.prefix and models_in(kind):
            imports.add(package, "models")
        for name in primitives(kind):
            if self.argument and name in _ABSTRACT:
                imports.add("collections.abc", _ABSTRACT[name])
            elif self.argument and name == "datetime":
                imports.add("datetime", "datetime")
            elif name in _STANDARD:
                imports.add("typing", name)
            elif _SPELLED.get(name, name) in IMPORTED and not (
                self.prefix and name == "UnknownItem"
            ):
                imports.add(f"{package}_runtime", _SPELLED.get(name, name))
