"""Regular expressions as JSON Schema means them: those of ECMA-262, searched for."""

from __future__ import annotations

import re
from functools import lru_cache

_LITERALLY = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])|([.$])", re.DOTALL)
_MEANT = {".": "[^\\n\\r\u2028\u2029]", "$": r"\Z"}
"""What Python reads otherwise: other ends of lines, and `$` before the last of them."""


def matches(pattern: str, text: str) -> bool:
    """Say whether a pattern matches somewhere in a text.

    Args:
        pattern: Without what Python reads otherwise than ECMA-262, but for `.` and `$`.
        text: The text.
    """
    return _compiled(pattern).search(text) is not None


@lru_cache(maxsize=1_000)
def _compiled(pattern: str) -> re.Pattern[str]:
    meant = _LITERALLY.sub(lambda found: found[1] or _MEANT[found[2]], pattern)
    return re.compile(meant)
