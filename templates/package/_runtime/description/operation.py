"""Operations as data: what a generated package knows about each of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from .parameter import Group, Parameter

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How the answers of a listing follow each other.

    Attributes:
        style: `offset` or `cursor`.
        pointer: The JSON pointer of the page in the answer; `""` if it is the answer.
    """

    style: Literal["offset", "cursor"]
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """How a call takes any number of elements, in chunks.

    Attributes:
        parameter: The argument that is cut into chunks.
        size: The most elements of one request.
        items: For reads, the JSON pointer of the list in the answer.
        unique: For reads, whether each element is asked for once.
        advance: For writes, the argument that grows by the length of each chunk.
        chain: For writes, the property of the answer that becomes the argument of
            the same name in the next request.
    """

    parameter: str
    size: int
    items: str | None = None
    unique: bool = False
    advance: str | None = None
    chain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """How one argument of a replacement is made out of those of a call.

    Attributes:
        name: The argument of the replacement.
        source: The argument of the call.
        uri: What to write in place of each value: a template in which `{id}` is the
            value and other names are arguments of the call; `None` for the value.
        each: Whether each element of `source` is a request of its own.
    """

    name: str
    source: str
    uri: str | None = None
    each: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How the replacement of an operation answers its calls.

    Arguments that neither `arguments` nor `dropped` names keep their names.

    Attributes:
        operation: The verb and path of the replacement.
        arguments: How arguments of other names are made.
        dropped: The arguments that the replacement does without.
    """

    operation: str
    arguments: tuple[Translation, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def each(self) -> Translation | None:
        """The argument whose elements are a request each, or `None`."""
        return next((item for item in self.arguments if item.each), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Who may use an operation.

    Attributes:
        modes: Pairs of a quota mode and `available`, `removed` or `legacy_only`.
        since: The date of the last change, or `None`.
        replacement: The call that replaces it, or `None`.
        route: How that call answers in its place, or `None` if it cannot.
    """

    modes: tuple[tuple[str, str], ...] = ()
    since: str | None = None
    replacement: str | None = None
    route: Route | None = None

    def state(self, mode: str | None, day: date) -> str:
        """Return `available`, `removed` or `legacy_only`.

        Args:
            mode: The quota mode of an application, or `None`.
            day: The day that counts; what will be taken away later is still there.
        """
        if mode is None or (self.since is not None and self.since > day.isoformat()):
            return "available"
        return dict(self.modes).get(mode, "available")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[T]):
    """One operation of the API, as it goes over the wire.

    Attributes:
        name: Its name in the description, such as `albums.get`.
        method: The verb, in upper case.
        path: The template of the path, below the server's base URL.
        title: The provider's title.
        docs: The provider's reference page, or `None`.
        calls: The calls of the client that use it; by default one of its name.
        scopes: The scopes it has to do with.
        scope_sets: The ways to authorize it, each with all scopes it takes; any of
            them will do.
        parameters: The arguments, in the order of the description.
        groups: Which arguments go together.
        result: Returns the type of the result; `None` if there is no content.
        result_pointer: The JSON pointer of the result in the answer.
        optional: Whether the answer may be empty, so that it is `None`.
        contentless: The statuses besides 204 that mean an empty answer.
        media_type: The type of the request body, or `None` without one.
        body_required: Whether a body is sent even where nothing is given for it.
        pagination: How its pages follow each other, or `None`.
        batch: How it takes any number of elements, or `None`.
        availability: Who may use it, or `None` if anyone may.
        deprecated: Whether the provider advises against it.
        retry: `safe` or `never` where that differs from what the verb says.
        server: The base URL of another server than the API's, or `None`.
        authorized: Whether the access token is sent, which goes to the API's own
            origin only.
    """

    name: str
    method: str
    path: str
    title: str = ""
    docs: str | None = None
    calls: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    scope_sets: tuple[tuple[str, ...], ...] = ()
    parameters: tuple[Parameter, ...] = ()
    groups: tuple[Group, ...] = ()
    result: Callable[[], Any] | None = None
    result_pointer: str = ""
    optional: bool = False
    contentless: tuple[int, ...] = ()
    media_type: str | None = None
    body_required: bool = False
    pagination: Pagination | None = None
    batch: Batch | None = None
    availability: Availability | None = None
    deprecated: bool = False
    retry: Literal["safe", "never"] | None = None
    server: str | None = None
    authorized: bool = True

    def __post_init__(self) -> None:
        """Fill in its one call, and the one way to authorize it."""
        if not self.calls:
            object.__setattr__(self, "calls", (self.name,))
        if self.scopes and not self.scope_sets:
            object.__setattr__(self, "scope_sets", (self.scopes,))

    @property
    def route(self) -> str:
        """The verb and the path, such as `GET /albums/{id}`."""
        return f"{self.method} {self.path}"

    @property
    def label(self) -> str:
        """The name and the route, as messages and logs show them."""
        return f"{self.name} {self.route}"

    def called(self, call: str | None) -> Operation[T]:
        """Return the operation under the name of `call`, or under its own."""
        return self if call is None else replace(self, name=call)

    @property
    def pointer(self) -> str:
        """The JSON pointer of the result, the page or the list in the answer."""
        if self.pagination is not None:
            return self.pagination.pointer
        if self.batch is not None and self.batch.items is not None:
            return self.batch.items
        return self.result_pointer

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter called `name` in Python, or on the wire.

        Args:
            name: The name of an argument.
        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        return next((each for each in self.parameters if each.wire == name), None)
