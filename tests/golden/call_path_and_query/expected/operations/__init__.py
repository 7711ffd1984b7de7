"""The 1 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from typing import TYPE_CHECKING

from .._runtime import attach

if TYPE_CHECKING:
    from ._table import TABLE as TABLE, all as all, by_call as by_call
    from .things import THINGS_PARTS as THINGS_PARTS
else:
    __getattr__, __dir__, __all__ = attach(
        __name__,
        {
            "._table": "TABLE all by_call",
            ".things": "THINGS_PARTS",
        },
    )
