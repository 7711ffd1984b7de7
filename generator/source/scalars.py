"""Plain scalars: what YAML 1.2 reads in them, and whether YAML 1.1 would disagree.

Only the core schema of YAML 1.2 decides; dates, times of day and `NO` are text.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from ..findings import words

if TYPE_CHECKING:
    from ..dialect.schema import Scalar

_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MAYBE_NUMBER = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASES = {
    "o": (8, re.compile(r"0o[0-7]+")),
    "x": (16, re.compile(r"0x[0-9a-fA-F]+")),
}
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MAX_DIGITS = 400

_WORDS_OF_1_1 = words("y Y yes Yes YES n N no No NO on On ON off Off OFF << =")
_NUMBERS_OF_1_1 = re.compile(
    r"""
      [-+]?0b[01_]+                                         # binary
    | [-+]?0[0-9_]+                                         # octal
    | 0o[0-7]+                                              # text in 1.1
    | [-+]0x[0-9a-fA-F_]+ | 0x[0-9a-fA-F]*_[0-9a-fA-F_]*    # hexadecimal
    | [-+]?[0-9]+_[0-9_]*(?:\.[0-9_]*)?                     # grouped digits
    | [-+]?[0-9]*\.[0-9]*_[0-9_]*
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?      # base sixty
    | [-+]?[0-9]+[eE][-+]?[0-9]+                            # text in 1.1
    | [-+]?[0-9]*\.[0-9]*[eE][0-9]+
    | [-+]\.[0-9]+(?:[eE][-+]?[0-9]+)?                      # text in 1.1
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\ \t].*)?         # dates and times
    """,
    re.VERBOSE,
)


def resolve(text: str) -> Scalar:
    """Read a plain scalar as YAML 1.2 does.

    Raises:
        ValueError: if it is a number that is none in JSON: not finite, or longer than
            any number has a reason to be.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _MAYBE_NUMBER:
        return text
    if _NO_NUMBER.fullmatch(text):
        message = f"`{text}` is no number in JSON"
        raise ValueError(message)
    return _number(text)


def _number(text: str) -> Scalar:
    base = 10
    if text.startswith(("0o", "0x")):
        base, form = _BASES[text[1]]
        if not form.fullmatch(text):
            return text
    elif not _FLOAT.fullmatch(text):
        return text
    if len(text) > _MAX_DIGITS:
        message = f"`{text[:12]}…` has more than {_MAX_DIGITS} digits"
        raise ValueError(message)
    if base != 10:
        return int(text, base)
    if _INTEGER.fullmatch(text):
        return int(text)
    value = float(text)
    if math.isinf(value):
        message = f"`{text}` is too large for a number"
        raise ValueError(message)
    return value


def is_ambiguous(text: str) -> bool:
    """Say whether YAML 1.1 reads another value in a plain scalar than YAML 1.2."""
    if text in _WORDS_OF_1_1:
        return True
    if not text or text[0] not in _MAYBE_NUMBER:
        return False
    return _NUMBERS_OF_1_1.fullmatch(text) is not None


def is_text(text: str) -> bool:
    """Say whether every version of YAML reads a plain scalar as the text it is."""
    try:
        return isinstance(resolve(text), str) and not is_ambiguous(text)
    except ValueError:
        return False
