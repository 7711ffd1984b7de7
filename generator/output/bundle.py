"""A bundle as the text of one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from ..source import scalars

if TYPE_CHECKING:
    from ..dialect.schema import Value

_WIDTH = 100


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
    """Write a bundle as readable YAML, every value on a line of its own."""
    return yaml.dump(
        bundle,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_WIDTH,
    )
