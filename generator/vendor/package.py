"""The files of a package that goes elsewhere: each says that it is generated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..output.manifest import with_manifest
from ..verify import MANIFEST, VERSION

if TYPE_CHECKING:
    from ..emit.outputs import Tree

NOTICE = "# Generated, do not edit. VERSION says from what; verify.py finds edits.\n"


def packaged(tree: Tree, package: str) -> Tree:
    """Take the files of a package out of those of a project, with a notice in each.

    LICENSE, MANIFEST and `py.typed` go without: others give them their form.

    Args:
        tree: The files of a project.
        package: The name of the package in it.
    """
    start = f"{package}/"
    files = {
        path.removeprefix(start): text
        for path, text in tree.items()
        if path.startswith(start)
    }
    del files[MANIFEST]
    return with_manifest(
        {
            path: NOTICE + text if path.endswith(".py") or path == VERSION else text
            for path, text in files.items()
        }
    )
