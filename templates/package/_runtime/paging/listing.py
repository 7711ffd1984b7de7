"""A paged call, checked before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..calls import quota_modes
from ..calls.call import Call
from ..calls.error_labels import labelled
from ..errors import InvalidArgumentError, UnsafeUrlError
from ..http import urls
from ..models.page import Page
from . import positions

if TYPE_CHECKING:
    from ..calls.arguments import Arguments
    from ..session.session import Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[T]):
    """A paged call.

    Attributes:
        call: The call of the first page.
        page: The type of a page.
        pointer: The JSON pointer of the page in the answer.
        prefetch: The most pages fetched and not yet handed out, 1 or more.
        skip: The number of items to leave out at the beginning.
    """

    call: Call
    page: type[Page[T]]
    pointer: str
    prefetch: int
    skip: int = 0

    @property
    def has_offsets(self) -> bool:
        """Whether its pages are found by their offset."""
        operation = self.call.operation
        style = None if operation is None else operation.pagination
        return style is not None and style.style == "offset"


def opened(
    session: Session,
    route: str,
    page: type[Page[T]],
    arguments: Arguments,
    *,
    prefetch: int,
    cursor: str | None,
) -> Listing[T]:
    """Return the listing of a call.

    Args:
        session: What makes calls.
        route: The verb and path of the operation.
        page: The type of a page.
        arguments: The values given.
        prefetch: How many pages are fetched ahead at once.
        cursor: Where to resume, or `None` to begin at the beginning.

    Raises:
        InvalidArgumentError: If a value is missing or refused, `prefetch` is below 1,
            or the cursor is of another listing.
    """
    operation = session.operation(route)
    call = session.call(operation, arguments)
    listing = Listing(
        call=call, page=page, pointer=operation.pointer, prefetch=prefetch
    )
    with labelled(call):
        return _resumed(listing, session, cursor)


def continued(
    session: Session, page: Page[T], *, prefetch: int, cursor: str | None
) -> Listing[T]:
    """Return the listing a page inside a model belongs to.

    Args:
        session: What makes calls.
        page: The page; its class names the operation.
        prefetch: How many pages are fetched ahead at once.
        cursor: Where to resume, or `None` to begin with the page.

    Raises:
        InvalidArgumentError: If its class names no operation, `prefetch` is below 1,
            or the cursor is of another listing.
    """
    with labelled("pages"):
        _check_page(page)
        operation = session.operation(type(page).operation)
    with labelled(operation):
        quota_modes.unrouted(operation, session.settings, session.clock.now())
    call = Call(
        label=operation.label,
        method=operation.method,
        url=_address(session, page),
        operation=operation,
    )
    kind = type(page)
    listing = Listing(call=call, page=kind, pointer=kind.pointer, prefetch=prefetch)
    with labelled(call):
        return _resumed(listing, session, cursor)


def _check_page(page: object) -> None:
    is_page = issubclass(type(page), Page)
    if is_page and getattr(page, "operation", None):
        return
    message = f"page: expected a page out of a model, got {type(page).__name__}"
    fields = () if isinstance(page, type) else getattr(page, "__struct_fields__", ())
    inner = [name for name in fields if isinstance(getattr(page, name), Page)]
    if inner:
        message += f"; its pages are {', '.join(inner)}"
    elif hasattr(page, "collect"):
        message += ", which is a whole listing already"
    elif is_page:
        message += ", which belongs to no operation"
    raise InvalidArgumentError(message)


def _resumed(listing: Listing[T], session: Session, cursor: str | None) -> Listing[T]:
    call = listing.call
    prefetch: Any = listing.prefetch
    whole = isinstance(prefetch, int) and not isinstance(prefetch, bool)
    if not whole or prefetch < 1:
        raise InvalidArgumentError("prefetch: it must be 1 or more")
    if cursor is None:
        return listing
    from . import cursors

    position = cursors.read(cursor, call, session.settings.base_url)
    if not call.url:
        raise InvalidArgumentError("the page has no URL of its own")
    call = replace(call, url=positions.at(call.url, position.query))
    return replace(listing, call=call, skip=position.skip)


def _address(session: Session, page: Page[Any]) -> str:
    """Return the URL of a page; `""` if it tells none that may be requested."""
    settings = session.settings
    for url in (page.href, page.next):
        try:
            address = urls.resolve(url, settings.base_url, settings.spec_url)
        except UnsafeUrlError:
            continue
        if address is not None:
            return address if url == page.href else positions.at(address, ())
    return ""
