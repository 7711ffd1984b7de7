"""What the two clients share: everything but input and output."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from ..calls import partial_response, quota_modes, routing, scopes
from ..calls.arguments import Arguments, check_operation, named
from ..calls.build import build
from ..calls.error_labels import labelled
from ..decoding.departures import Departures
from ..engine.exchange import exchange, opening
from ..engine.progress import Progress
from ..errors import DecodeError, InvalidArgumentError, ProtocolError
from .raw import RawResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..calls.call import Call
    from ..calls.settings import Clock, Settings
    from ..description.api import Api
    from ..description.operation import Operation
    from ..engine.limits import LimitState
    from ..engine.progress import Shared
    from ..engine.steps import Steps
    from ..http.messages import Request, Response

T = TypeVar("T")

_NO_CONTENT = 204


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Turns calls into steps; a driver performs them.

    Attributes:
        api: What the package knows.
        settings: The limits and addresses.
        defaults: The client's values for parameters it holds defaults for.
        clock: The clocks to measure by.
        shared: What all calls of the client and of its views share.
        anonymous: Whether the client has no access tokens.
    """

    api: Api
    settings: Settings
    defaults: Mapping[str, object]
    clock: Clock
    shared: Shared
    anonymous: bool = False

    def operation(self, route: str) -> Operation[Any]:
        """Return the operation of a route.

        Args:
            route: Verb and path, such as `GET /albums/{id}`.

        Raises:
            InvalidArgumentError: If there is none.
        """
        try:
            return self.api.operations.by_route[route]
        except KeyError:
            raise InvalidArgumentError(f"no operation {route!r}") from None

    def call(self, operation: Operation[Any], arguments: Arguments) -> Call:
        """Check the arguments and make the call.

        Args:
            operation: The operation to call.
            arguments: The values given; filters are made to leave paging what it
                needs.

        Raises:
            InvalidArgumentError: If a value is missing or refused.
            EndpointUnavailableError: If the quota mode lacks the operation and
                nothing may stand in for it.
        """
        with labelled(operation.called(arguments.call)):
            arguments = partial_response.completed(
                operation, arguments, self.defaults, self.api.operations
            )
        return self._verbatim(operation, arguments)

    def _verbatim(self, operation: Operation[Any], arguments: Arguments) -> Call:
        """Check the arguments and make the call as it was asked for."""
        with labelled(operation.called(arguments.call)):
            route = quota_modes.route(operation, self.settings, self.clock.now())
            if route is not None:
                target = self.operation(route.operation)
                return routing.call(
                    operation,
                    target,
                    route,
                    arguments,
                    defaults=self.defaults,
                    settings=self.settings,
                )
            return build(
                operation,
                arguments,
                self.defaults,
                self.settings.base_url,
                self.settings.quota_mode,
                spec_url=self.settings.spec_url,
            )

    def one(self, route: str, result: Any, arguments: Arguments) -> Steps[Any]:
        """Call for a single result of the type `result`."""
        operation = self.operation(route)
        call = self.call(operation, arguments)
        return (yield from self.read(call, result, operation.pointer))

    def optional(self, route: str, result: Any, arguments: Arguments) -> Steps[Any]:
        """Call for a single result, or `None` where the answer is empty."""
        operation = self.operation(route)
        progress = self.begun(self.call(operation, arguments))
        response = yield from self.exchange(progress)
        if _is_empty(response, operation):
            return None
        return self.decoded(progress, response, result, operation.pointer)

    def none(self, route: str, arguments: Arguments) -> Steps[None]:
        """Call for no result; a body in the answer is ignored."""
        call = self.call(self.operation(route), arguments)
        yield from self.exchange(self.begun(call))

    def read(self, call: Call, result: Any, pointer: str) -> Steps[Any]:
        """Carry a call out and decode what lies at `pointer` in the answer."""
        progress = self.begun(call)
        response = yield from self.exchange(progress)
        return self.decoded(progress, response, result, pointer)

    def page(self, call: Call, result: Any, pointer: str) -> Steps[Any]:
        """Carry a call out and decode a page, which knows since when it was kept."""
        progress = self.begun(call)
        response = yield from self.exchange(progress)
        page = self.decoded(progress, response, result, pointer)
        vars(page)["kept"] = response.kept
        return page

    def raw(self, call: Call, result: Any, pointer: str) -> Steps[RawResponse[Any]]:
        """Carry a call out and return the response as it came."""
        response = yield from self.exchange(self.begun(replace(call, raw=True)))
        return RawResponse(
            status=response.status,
            headers=response.headers.redacted(),
            body=response.body,
            from_cache=response.from_cache,
            reader=partial(self._raw_decoded, call, response, result, pointer),
        )

    def raw_operation(
        self, operation: Operation[Any], values: Mapping[str, object]
    ) -> Steps[RawResponse[Any]]:
        """Call an operation by the names of its arguments in Python.

        Args:
            operation: The operation to call.
            values: The values given.

        Raises:
            InvalidArgumentError: If one is unknown, missing or refused.
        """
        call = self.named(operation, values)
        result = None if operation.result is None else operation.result()
        return self.raw(call, result, operation.pointer)

    def named(self, operation: Operation[Any], values: Mapping[str, object]) -> Call:
        """Make a call out of arguments by their names in Python.

        Args:
            operation: The operation to call.
            values: The values given.

        Raises:
            InvalidArgumentError: If one is unknown, missing or refused.
        """
        check_operation(operation)
        with labelled(operation):
            quota_modes.one_request(operation, self.settings, self.clock.now())
            arguments = named(operation, values)
        return self._verbatim(operation, arguments)

    def opening(self, call: Call) -> Request:
        """Return the first request of a call, all but the access token."""
        return opening(call, self.settings)

    def can(self, operation: Operation[Any]) -> Steps[bool | None]:
        """Say whether the scopes suffice for an operation; `None` if unknown."""
        check_operation(operation)
        grant = self.shared.grant
        if scopes.suffice(operation, frozenset()):
            return True
        if grant is None:
            return None
        granted = yield from grant.granted(self.clock)
        return None if granted is None else scopes.suffice(operation, granted)

    def limits(self) -> LimitState:
        """Return what the client knows of its limits."""
        return self.shared.state(self.clock)

    def begun(self, call: Call) -> Progress:
        """Begin a call: its time runs from now on, until its answer is decoded."""
        return Progress.begin(call, self.settings, self.clock, self.shared)

    def reloading(self) -> Session:
        """Return one that takes nothing out of the cache."""
        if self.shared.cache is None or isinstance(self.settings.cache, str):
            return self  # a view says itself what is to be done
        return replace(self, settings=replace(self.settings, cache="reload"))

    def exchange(self, progress: Progress) -> Steps[Response]:
        """Carry a call out."""
        with labelled(progress.call):
            cache = self.shared.cache
            if cache is None:
                return (yield from exchange(progress))
            from ..engine import cached

            return (yield from cached.exchange(progress, cache))

    def _raw_decoded(
        self, call: Call, response: Response, result: Any, pointer: str
    ) -> Any:
        if result is None:
            return None
        operation = call.operation
        if operation is not None and _has_none(response, operation):
            return None
        return self.decoded(self.begun(call), response, result, pointer)

    def decoded(
        self, progress: Progress, response: Response, result: Any, pointer: str
    ) -> Any:
        """Read what lies at `pointer` in the answer to a call, in the time of it."""
        from ..decoding import decode

        found = Departures(
            partial=partial_response.is_partial(progress.call),
            strict=self.settings.strict,
            expect_time=progress.expect_time,
        )
        with labelled(progress.call):
            try:
                value = decode.decode(
                    response.body,
                    result,
                    pointer,
                    content_type=partial(_content_type, response),
                    status=response.status,
                    found=found,
                )
            except DecodeError as error:
                _redact(error, response)
                if response.complete or not decode.is_cut(response.body):
                    raise
                raise ProtocolError("the body was cut off") from None
        if progress.keep is not None:
            progress.keep()
        if found.first is not None:
            self.shared.drift.note(progress.call.label, found, self.clock.now())
        return value


def _content_type(response: Response) -> str:
    return response.redactor.text(response.headers.get("content-type", ""))


def _redact(error: DecodeError, response: Response) -> None:
    """Take the secrets out before anything is cut off."""
    size = len(error.first_bytes)
    error.first_bytes = response.redactor.content(response.body, size)
    response.redactor.error(error)


def _has_none(response: Response, operation: Operation[Any]) -> bool:
    return operation.optional and _is_empty(response, operation)


def _is_empty(response: Response, operation: Operation[Any]) -> bool:
    """Say whether a success has no content, whatever its status promises."""
    return response.status in (_NO_CONTENT, *operation.contentless) or (
        response.is_success and not response.body.strip()
    )
