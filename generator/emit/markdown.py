"""Markdown and TOML: text for the files beside the package."""

from __future__ import annotations

import re
from itertools import chain, zip_longest

from .code import Code, sentence

_CODE = re.compile(r"(?<!`)(`[^`]+`)(?!`)")
_MARKUP = re.compile(r"[\\*_\[\]<>#|`~]|&(?=[#\w]+;)|\A[-+=]")
_NUMBERED = re.compile(r"\A([0-9]+)([.)])")


def prose(text: str) -> Code:
    """Emit a sentence of Markdown whose only markup is code in back quotes."""
    parts = _CODE.split(sentence(text))
    plain = (_MARKUP.sub(r"\\\g<0>", part) for part in parts[::2])
    joined = "".join(chain.from_iterable(zip_longest(plain, parts[1::2], fillvalue="")))
    return Code(_NUMBERED.sub(r"\1\\\2", joined))


def code_span(text: str) -> Code:
    """Emit code in Markdown."""
    plain = sentence(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", plain)), default=0))
    space = " " if "`" in plain[:1] + plain[-1:] else ""
    return Code(f"{fence}{space}{plain}{space}{fence}")


def toml_string(text: str) -> Code:
    """Emit a basic string of TOML."""
    return Code('"' + sentence(text).replace("\\", "\\\\").replace('"', '\\"') + '"')
