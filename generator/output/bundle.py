"""A bundle as the text of one file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from ..source import scalars

if TYPE_CHECKING:
    from ..dialect.schema import Value

_WIDTH = 100
_HIDDEN = re.compile(
    "[\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u2000-\u200f]"
    "|[\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""What YAML lets stand and nobody sees."""


class _Dumper(yaml.SafeDumper):
    """Writes block style, without aliases, so that 1.1 and 1.2 read the same."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out where it stands."""
        del data
        return True

    def represent_text(self, data: str) -> yaml.ScalarNode:
        """Quote what some reader would not take for text."""
        plain = scalars.is_text(data) and data.isprintable()
        style = None if plain else '"'
        return yaml.ScalarNode("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(str, _Dumper.represent_text)


def dump(bundle: Value) -> str:
    """Write a bundle as readable YAML, every value on a line of its own.

    What does not show stands in double quotes, as an escape.
    """
    text: str = yaml.dump(
        bundle,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_WIDTH,
    )
    return _HIDDEN.sub(lambda found: f"\\U{ord(found.group()):08x}", text)
