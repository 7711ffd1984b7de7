"""Models: schemas."""

from msgspec import field

from .._runtime import Model


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    class_: str = field(name="class")
    """A keyword of Python."""

    http_status: str = field(name="HTTPStatus")
    """Capital letters."""

    shop_name: str | None = field(default=None, name="shop-name")
    """A hyphen."""

    last_sale: str | None = field(default=None, name="lastSale")
    """Camel case."""
