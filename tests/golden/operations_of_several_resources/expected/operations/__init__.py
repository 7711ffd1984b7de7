"""The 4 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from typing import TYPE_CHECKING

from .._runtime import attach

if TYPE_CHECKING:
    from ._client import MOTTO as MOTTO
    from ._table import TABLE as TABLE, all as all, by_call as by_call
    from .boxes import BOXES_LABEL as BOXES_LABEL, BOXES_LID as BOXES_LID
    from .things import THINGS_GET as THINGS_GET
else:
    __getattr__, __dir__, __all__ = attach(
        __name__,
        {
            "._client": "MOTTO",
            "._table": "TABLE all by_call",
            ".boxes": "BOXES_LABEL BOXES_LID",
            ".things": "THINGS_GET",
        },
    )
