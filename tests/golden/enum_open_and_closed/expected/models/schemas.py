"""Models: schemas."""

from typing import Literal

from .._runtime import Model


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    size: Literal["big", "small"] | str
    """How large it is."""

    grade: Literal[1, 2] | int | None = None
    """How good it is."""
