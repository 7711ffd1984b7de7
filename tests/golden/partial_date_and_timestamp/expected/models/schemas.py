"""Models: schemas."""

from .._runtime import Model, PartialDate, Timestamp


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    made: PartialDate
    """The year, month or day it was made."""

    sold_at: Timestamp
    """When it was sold."""

    broken_at: Timestamp | None = None
    """When it broke."""
