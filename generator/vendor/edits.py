"""The edits of a copy, where the description at hand makes the very same package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import __version__, pipeline
from ..output.publish import compare, difference
from ..verify import MANIFEST, verify
from .destination import configured
from .package import packaged

if TYPE_CHECKING:
    from pathlib import Path

    from ..config import Config


def edits(config: Config, copy: Path, watch: pipeline.Watch) -> str:
    """Give the diff from a copy to what was generated, or nothing if that is unknown.

    Args:
        config: What to generate from what.
        copy: The folder of a package.
        watch: What to enter while a stage runs.
    """
    origin = verify(copy).origin
    if (origin.get("client"), origin.get("generator")) != (config.version, __version__):
        return ""
    here = configured(config, copy.parent, copy.name)
    tree = packaged(pipeline.tree(here, watch, trust=True), here.package)
    same = MANIFEST not in compare(tree, copy).written
    return difference(tree, copy) if same else ""
