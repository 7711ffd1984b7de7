"""Models: schemas."""

from typing import Literal

from .._runtime import Model


class Thing(Model, frozen=True, kw_only=True):
    """It ends with a "quote\" """

    name: str
    """A description of exactly eighty-two characters, ending with a quote mark:
    "wow"
    """

    size: Literal['"', "\\", "it's", "tab\\t", "žluť", "a\xa0b"] | str | None = None
    """…, ellipsis and ümlaut."""
