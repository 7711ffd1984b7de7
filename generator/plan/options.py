"""The options of a client: declared by the runtime, spelled for one API."""

from __future__ import annotations

import ast
import builtins
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, identifier, literal
from .methods import add_argument, optional_parameter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .. import ir
    from ..emit.imports import Imports
    from .methods import Flavour
    from .runtime import ClientOption

API_DEFAULTS = "defaults"
"""The option that stands for the arguments an API takes from the client."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a constructor or `with_options` takes.

    Attributes:
        parameters: Its arguments as they are declared.
        pairs: The same as they are handed on.
        docs: What each of them is.
    """

    parameters: tuple[Code, ...]
    pairs: tuple[Code, ...]
    docs: tuple[tuple[str, str], ...]


class Options:
    """The options that clients of one flavour have."""

    def __init__(
        self, declared: Iterable[ClientOption], api: ir.Api, flavour: Flavour
    ) -> None:
        """Leave out what the API has no use for."""
        self._api = api
        self._flavour = flavour
        self._options = [option for option in declared if self._is_useful(option)]

    def _is_useful(self, option: ClientOption) -> bool:
        if option.name == API_DEFAULTS:
            return bool(self._api.client_defaults)
        return bool(self._api.quota_modes) or "WITH_QUOTA_MODES" not in option.marks

    def of_client(self) -> Arguments:
        """Give the arguments of the constructor, beside the first one."""
        options = [item for item in self._options if "ONLY_IN_VIEWS" not in item.marks]
        return self._arguments(options, self._with_default)

    def of_views(self) -> Arguments:
        """Give the arguments of `with_options`; `None` leaves an option as it is."""
        marks = {"IN_VIEWS", "ONLY_IN_VIEWS"}
        options = [item for item in self._options if item.marks & marks]
        return self._arguments(options, self._with_none)

    def _with_default(self, option: ClientOption) -> Code:
        annotation = ast.unparse(self._type(option))
        return Code(f"{option.name}: {annotation} = {option.default}")

    def _with_none(self, option: ClientOption) -> Code:
        annotation = ast.unparse(_optional(self._type(option)))
        return Code(f"{option.name}: {annotation} = None")

    def _arguments(
        self,
        options: Iterable[ClientOption],
        declared: Callable[[ClientOption], Code],
    ) -> Arguments:
        """Spell the options; the arguments that have a default stand for theirs."""
        defaults = self._api.client_defaults
        parameters: list[Code] = []
        pairs: list[Code] = []
        docs: list[tuple[str, str]] = []
        for option in options:
            if option.name == API_DEFAULTS:
                parameters += map(optional_parameter, defaults)
                pairs.append(Code(f"{option.name}={_by_name(defaults)}"))
                docs += ((item.name, _default_text(item)) for item in defaults)
            else:
                parameters.append(declared(option))
                pairs.append(Code(f"{option.name}={option.name}"))
                text = option.text.replace("{base_url}", self._api.base_url)
                docs.append((option.name, text))
        return Arguments(tuple(parameters), tuple(pairs), tuple(docs))

    def add_imports(self, imports: Imports) -> None:
        """Import what the annotations speak of."""
        for parameter in self._api.client_defaults:
            add_argument(imports, parameter, ".")
        for option in self._options:
            if option.name != API_DEFAULTS:
                for name in _names(self._type(option)):
                    module = option.homes.get(name, ".")
                    imports.add("._runtime" if module[0] == "." else module, name)

    def _type(self, option: ClientOption) -> ast.expr:
        """Fill in what depends on the API and on the flavour."""
        modes = ", ".join(literal(name) for name, _ in self._api.quota_modes)
        names = dict(option.types)
        if modes:
            names["QuotaMode"] = ast.parse(f"Literal[{modes}]", mode="eval").body
        for name in _names(option.annotation):
            if name.startswith("Any") and name != "Any":
                own = f"{self._flavour.prefix}{name.removeprefix('Any')}"
                names[name] = ast.Name(own)
        filled: ast.expr = _Filled(names).visit(deepcopy(option.annotation))
        return filled


class _Filled(ast.NodeTransformer):
    def __init__(self, names: dict[str, ast.expr]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._names.get(node.id, node)


def _names(annotation: ast.expr) -> Iterator[str]:
    for node in ast.walk(annotation):
        if isinstance(node, ast.Name) and not hasattr(builtins, node.id):
            yield node.id


def _optional(annotation: ast.expr) -> ast.expr:
    match annotation:
        case ast.BinOp(op=ast.BitOr(), right=ast.Constant(value=None)):
            return annotation
        case _:
            return ast.BinOp(annotation, ast.BitOr(), ast.Constant(None))


def _by_name(items: Iterable[ir.Parameter]) -> Code:
    pairs = ", ".join(
        f"{literal(item.name)}: {identifier(item.name)}" for item in items
    )
    return Code(f"{{{pairs}}}")


def _default_text(item: ir.Parameter) -> str:
    return f"Default of the argument of that name. {item.description}"
