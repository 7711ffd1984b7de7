"""The names that emitted code uses itself, so that no description may take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..config import ConfigError
from ..emit.annotations import BUILTINS, IMPORTED
from ..naming import Reserved, resource_class
from .methods import PAGING
from .runtime import read_runtime

if TYPE_CHECKING:
    from ..config import Config

_CLASSES = frozenset(
    {"Client", "AsyncClient", "ClassVar", "Model", "Page", "TypeAlias"}
)
_TABLE = ("all", "by_call")
"""What the package of operations offers beside modules of resources."""


def reserved(config: Config) -> Reserved:
    """Collect them from the runtime, the annotations and what modules import.

    Raises:
        ConfigError: The runtime cannot be read.
    """
    runtime = read_runtime(config.runtime)
    errors = frozenset(item.name for item in runtime.errors)
    for name in (config.client, f"Async{config.client}", f"{config.client}Error"):
        if name in IMPORTED | runtime.public | errors | _CLASSES:
            message = f"[tool.generator] client: emitted code has `{name}` already"
            raise ConfigError(message)
    helpers = {"cached", "cast", "datetime", "deprecated", "models"}
    classes = {"AsyncPager", "AsyncResource", "Pager", "Resource"}
    classes |= {
        resource_class(name) for name in ("all", "by_call", "isinstance", "vars")
    }
    return Reserved(
        calls=frozenset(helpers),
        client=runtime.client | {"with_options"},
        arguments=BUILTINS - {"bytes"} | {"cast", "models", "self"},
        paging=frozenset(name for name, _, _ in PAGING),
        resources=IMPORTED | classes,
        models=IMPORTED | {"ClassVar", "Model", "Page", "TypeAlias"},
        attributes=BUILTINS | {"datetime", "field", "property"},
        errors=errors,
    )
