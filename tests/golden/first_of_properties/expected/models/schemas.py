"""Models: schemas."""

from msgspec import field

from .._runtime import Model


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    name: str | None = None
    """Its name."""

    title: str | None = None
    """What it was called before."""

    old_name: str | None = field(default=None, name="oldName")
    """What it was called long ago."""

    @property
    def called(self) -> str | None:
        """Its name, under whichever key it came."""
        return (
            self.name
            if self.name is not None
            else self.title if self.title is not None else self.old_name
        )
