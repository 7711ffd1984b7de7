"""The names that emitted code uses itself, so that no description may take them."""

from __future__ import annotations

import ast
import builtins
import re
from typing import TYPE_CHECKING

from ..config import ConfigError
from ..emit.annotations import BUILTINS, IMPORTED
from ..naming import Reserved
from .methods import PAGING
from .operations import OFFERED
from .options import API_DEFAULTS
from .runtime import read_runtime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..config import Config
    from .runtime import Runtime

_REQUIREMENT = re.compile(r'"([A-Za-z0-9_-]+)(?:\[[a-z,]+\])?[><=]=')
_HELPERS = frozenset({"cached", "cast", "datetime", "deprecated", "models", "property"})
"""What stands in the scope of a class of calls, beside the calls."""
_OF_CLIENTS = frozenset({"API", "SERVER", "Scope", "Self", "TABLE", "TYPE_CHECKING"})
"""What emitted modules around the clients define or import, beside the runtime."""
_OF_MODELS = frozenset({"ClassVar", "Model", "OffsetPage", "Page", "TypeAlias"})
_OF_RESOURCES = frozenset({"AsyncPager", "AsyncResource", "Pager", "Resource"})


def reserved(config: Config) -> Reserved:
    """Collect them from the runtime, the annotations and what modules import.

    Raises:
        ConfigError: The runtime cannot be read, or the client or the package has a
            name that is taken.
    """
    runtime = read_runtime(config.runtime)
    _check_client(config, runtime)
    _check_package(config)
    root = f"{config.client}Error"
    builtin = frozenset(name for name in vars(builtins) if name.endswith("Error"))
    return Reserved(
        calls=_HELPERS | runtime.resource,
        client=_HELPERS | runtime.client | {"with_options"},
        constants=frozenset(name for name in OFFERED if name.isupper()),
        modules=frozenset(name for name in OFFERED if not name.isupper()),
        arguments=BUILTINS - {"bytes"} | {"builtin_type", "cast", "models", "self"},
        paging=frozenset(name for name, _, _ in PAGING),
        options=frozenset(_options(runtime)),
        resources=IMPORTED | _OF_RESOURCES,
        models=IMPORTED | _OF_MODELS,
        attributes=BUILTINS | {"datetime", "field", "property"} | runtime.model,
        page=runtime.page,
        errors=runtime.face | builtin | {root},
        root=root,
    )


def _options(runtime: Runtime) -> Iterator[str]:
    """List the arguments of a constructor, and what its body speaks of."""
    yield from ("auth", "self", "super")
    for option in runtime.options:
        if option.name != API_DEFAULTS:
            yield option.name


def _check_client(config: Config, runtime: Runtime) -> None:
    """Refuse a client with a name that stands beside it in some module."""
    annotations = {
        node.id
        for option in runtime.options
        for kind in (option.annotation, *option.types.values())
        for node in ast.walk(kind)
        if isinstance(node, ast.Name)
    }
    taken = IMPORTED | _OF_CLIENTS | _OF_MODELS | runtime.face | annotations
    for name in (config.client, f"Async{config.client}", f"{config.client}Error"):
        if name in taken or hasattr(builtins, name):
            message = (
                f"[tool.generator] client: emitted code has `{name}` already;"
                f" call the client otherwise, such as `{config.client}Api`"
            )
            raise ConfigError(message)


def _check_package(config: Config) -> None:
    """Refuse a package that hides one that the emitted project needs."""
    project = config.templates / "project" / "pyproject.toml.j2"
    needed = _REQUIREMENT.findall(project.read_text(encoding="utf-8"))
    if config.package in {name.replace("-", "_").lower() for name in needed}:
        message = (
            f"[tool.generator] package: `{config.package}` is a package that the client"
            f" needs; call it otherwise, such as `{config.package}_client`"
        )
        raise ConfigError(message)
