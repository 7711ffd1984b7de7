"""Calls written by hand: a class whose methods return steps, read but never run.

Its methods become calls of a resource in both flavours, with the same arguments,
annotations and docstrings; what differs is only who performs the steps.
"""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..config import ConfigError
from ..emit.code import Code, identifier, literal
from ..emit.docstrings import kept_docstring
from ..naming import resource_class
from .methods import MethodView
from .modules import PythonModule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .. import ir
    from ..config import Config
    from ..emit.imports import Imports
    from .methods import Flavour


@dataclass(frozen=True, slots=True)
class WrittenCall:
    """One method of a class.

    Attributes:
        name: The name of the call.
        parameters: Its arguments as they are declared, without `self`.
        arguments: The same as they are handed on.
        returns: What its steps end with.
        docstring: Its docstring, set into the class of a resource.
        title: The first line of that.
        names: Each name the annotations use, to the module it is from.
    """

    name: Code
    parameters: tuple[Code, ...]
    arguments: tuple[Code, ...]
    returns: Code
    docstring: Code
    title: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WrittenCalls:
    """One class of calls.

    Attributes:
        resource: The resource that has its calls.
        module: Its module, relative to the package.
        class_name: Its name.
        calls: Its public methods.
        exports: What `__all__` of its module offers to users.
    """

    resource: str
    module: str
    class_name: Code
    calls: tuple[WrittenCall, ...]
    exports: tuple[str, ...]

    def add_imports(self, imports: Imports, typing: Imports, package: str) -> None:
        """Import what the methods need.

        Args:
            imports: Gets the class.
            typing: Gets what only the annotations use.
            package: Dots that lead to the package.
        """
        if self.calls:
            imports.add(_seen_from(package, self.module), self.class_name)
        for call in self.calls:
            for name, module in call.names.items():
                typing.add(_seen_from(package, module), name)

    def methods(self, flavour: Flavour) -> tuple[MethodView, ...]:
        """View the calls in one flavour."""
        return tuple(
            MethodView(
                decorators=(),
                define=flavour.define,
                name=call.name,
                parameters=(Code("self"), *call.parameters),
                returns=call.returns,
                docstring=call.docstring,
                wait=flavour.wait,
                runner=identifier("_run"),
                arguments=(literal(f"{self.resource}.{call.name}"), self._steps(call)),
            )
            for call in self.calls
        )

    def _steps(self, call: WrittenCall) -> Code:
        instance = f"{self.class_name}(self._caller.session)"
        return Code(f"{instance}.{call.name}({', '.join(call.arguments)})")


NONE = WrittenCalls("", "", Code(""), (), ())
"""A resource without such calls."""

Written = dict[str, WrittenCalls]
"""Resource to the calls it has beside those of the description."""


def _seen_from(package: str, module: str) -> str:
    return f"{package}{module[1:]}" if module.startswith(".") else module


def read_written(api: ir.Api, config: Config) -> Written:
    """Read the classes that the configuration names.

    Raises:
        ConfigError: One is not there, does not fit, or has the name of another call.
    """
    resources = {resource.name: resource for resource in api.resources}
    written: Written = {}
    for name, target in config.calls.items():
        if config.handwritten is None or name not in resources:
            lacking = "resource of that name" if config.handwritten else "`handwritten`"
            message = f"[tool.generator.calls] {name}: there is no {lacking}"
            raise ConfigError(message)
        module, _, class_name = target.partition(":")
        source = _Source(config.handwritten / "package", module)
        written[name] = source.calls(class_name, resources[name])
    return written


class _Source(PythonModule):
    """A module of calls."""

    def calls(self, class_name: str, resource: ir.Resource) -> WrittenCalls:
        """Read one class.

        Args:
            class_name: Its name.
            resource: The resource that gets its calls.
        """
        written = self.class_of(class_name)
        if class_name == resource_class(resource.name):
            self.fail(written.lineno, f"`{class_name}` is the class of the resource")
        taken = {call.name for _, call in resource.calls}
        calls: list[WrittenCall] = []
        for node in written.body:
            name = getattr(node, "name", "_")
            if name in taken:
                self.fail(node.lineno, f"`{resource.name}.{name}` is described as well")
            if not name.startswith("_"):
                calls.append(self._call(node))
        exports = self.constant("__all__")
        return WrittenCalls(
            resource=resource.name,
            module=self.name,
            class_name=identifier(class_name),
            calls=tuple(calls),
            exports=() if exports is None else tuple(ast.literal_eval(exports)),
        )

    def _call(self, node: ast.stmt) -> WrittenCall:
        text = ast.get_docstring(node) if isinstance(node, ast.FunctionDef) else None
        if not isinstance(node, ast.FunctionDef) or node.decorator_list or not text:
            self.fail(node.lineno, "a call is a plain method with a docstring")
        steps = node.returns
        if not isinstance(steps, ast.Subscript) or ast.unparse(steps.value) != "Steps":
            self.fail(node.lineno, f"`{node.name}` has to return `Steps[...]`")
        takes = node.args
        if takes.vararg or takes.kwarg or takes.posonlyargs:
            self.fail(node.lineno, f"`{node.name}` takes arguments without a name")
        free, only = takes.args[1:], takes.kwonlyargs
        defaults = [*[None] * (len(free) - len(takes.defaults)), *takes.defaults]
        declared = [self._parameter(*pair) for pair in zip(free, defaults, strict=True)]
        declared += [Code("*")] if only else []
        declared += map(self._parameter, only, takes.kw_defaults)
        spelled = [steps.slice, *(item.annotation for item in (*free, *only))]
        return WrittenCall(
            name=identifier(node.name),
            parameters=tuple(declared),
            arguments=(
                *(identifier(item.arg) for item in free),
                *(Code(f"{item.arg}={item.arg}") for item in only),
            ),
            returns=Code(self.spelled(steps.slice)),
            docstring=kept_docstring(text, indent=8),
            title=text.partition("\n")[0].removesuffix("."),
            names=dict(self._used(filter(None, spelled))),
        )

    def _parameter(self, item: ast.arg, default: ast.expr | None) -> Code:
        if item.annotation is None:
            self.fail(item.lineno, f"`{item.arg}` has no annotation")
        declared = f"{item.arg}: {self.spelled(item.annotation)}"
        if default is None:
            return Code(declared)
        if any(isinstance(part, ast.Name | ast.Call) for part in ast.walk(default)):
            self.fail(item.lineno, f"the default of `{item.arg}` is no constant")
        return Code(f"{declared} = {self.spelled(default)}")

    def _used(self, annotations: Iterable[ast.expr]) -> Iterator[tuple[str, str]]:
        for annotation in annotations:
            for node in ast.walk(annotation):
                if isinstance(node, ast.Name) and not hasattr(builtins, node.id):
                    if node.id not in self.homes:
                        why = f"`{node.id}` is no class and not imported by its name"
                        self.fail(node.lineno, why)
                    yield node.id, self.homes[node.id]
