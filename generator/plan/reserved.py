"""The names that emitted code uses itself, so that no description may take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..emit.annotations import BUILTINS, IMPORTED
from ..naming import Reserved
from .resources import PAGING
from .runtime import read_runtime

if TYPE_CHECKING:
    from ..config import Config


def reserved(config: Config) -> Reserved:
    """Collect them from the runtime, the annotations and what modules import.

    Raises:
        ConfigError: The runtime cannot be read.
    """
    runtime = read_runtime(config.runtime)
    helpers = {"cached_property", "cast", "datetime", "deprecated", "models"}
    return Reserved(
        calls=frozenset(helpers),
        client=runtime.client | {"with_options"},
        arguments=BUILTINS - {"bytes"} | {"cast", "models", "self"},
        paging=frozenset(name for name, _, _ in PAGING),
        resources=IMPORTED | {"AsyncPager", "AsyncResource", "Pager", "Resource"},
        models=IMPORTED | {"ClassVar", "Model", "Page", "TypeAlias"},
        attributes=BUILTINS | {"datetime", "field", "property"},
        errors=frozenset(item.name for item in runtime.errors),
    )
