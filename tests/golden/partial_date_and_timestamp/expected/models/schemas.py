"""Models: schemas."""

from .._runtime.models.model import Model, Timestamp
from .._runtime.models.partial_date import PartialDate


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    made: PartialDate
    """The year, month or day it was made."""

    sold_at: Timestamp
    """When it was sold."""

    broken_at: Timestamp | None = None
    """When it broke."""
