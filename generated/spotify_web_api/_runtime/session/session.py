"""What the two clients share: everything but input and output."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

from ..calls import chunks, quota_modes, routing, scopes
from ..calls.arguments import Arguments, build, named
from ..calls.error_labels import labelled
from ..decoding.departures import Departures
from ..engine.exchange import exchange, opening
from ..errors import ClientError, DecodeError, InvalidArgumentError, ProtocolError
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
    """

    api: Api
    settings: Settings
    defaults: Mapping[str, object]
    clock: Clock
    shared: Shared

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
            arguments: The values given.

        Raises:
            InvalidArgumentError: If a value is missing or refused.
            EndpointUnavailableError: If the quota mode lacks the operation and
                nothing may stand in for it.
        """
        with labelled(operation.called(arguments.call)):
            route = quota_modes.route(operation, self.settings)
            if route is not None:
                return routing.call(self, operation, route, arguments)
            base, mode = self.settings.base_url, self.settings.quota_mode
            return build(operation, arguments, self.defaults, base, mode)

    def one(self, route: str, result: Any, arguments: Arguments) -> Steps[Any]:
        """Call for a single result of the type `result`."""
        operation = self.operation(route)
        call = self.call(operation, arguments)
        return (yield from self.read(call, result, operation.pointer))

    def optional(self, route: str, result: Any, arguments: Arguments) -> Steps[Any]:
        """Call for a single result, or `None` where the answer is empty (204)."""
        operation = self.operation(route)
        call = self.call(operation, arguments)
        response = yield from self._exchange(call)
        if response.status == _NO_CONTENT:
            return None
        return self._decoded(call, response, result, operation.pointer)

    def none(self, route: str, arguments: Arguments) -> Steps[None]:
        """Call for no result; a body in the answer is ignored."""
        yield from self._exchange(self.call(self.operation(route), arguments))

    def batch(self, route: str, result: Any, arguments: Arguments) -> Steps[list[Any]]:
        """Read any number of elements, in the order the caller gave them."""
        operation = self.operation(route)
        with labelled(operation.called(arguments.call)):
            by = quota_modes.route(operation, self.settings)
            plan = chunks.plan(operation, arguments, routing.size(self, by))
            if plan is None:
                call = self.call(operation, arguments)
                found: list[Any] = yield from self.read(call, result, operation.pointer)
                return found
            calls = [self.call(operation, chunk.arguments) for chunk in plan.chunks]
            answers: list[list[Any]] = []
            if by is not None and by.each is not None:
                answers = yield from routing.each(self, by, calls, result)
            else:
                for call in calls:
                    answer = yield from self.read(call, result, operation.pointer)
                    answers.append(answer)
            return chunks.merged(plan, answers)

    def chain(self, route: str, result: Any | None, arguments: Arguments) -> Steps[Any]:
        """Write any number of elements in order; return the last answer."""
        operation = self.operation(route)
        with labelled(operation.called(arguments.call)):
            size = routing.size(self, quota_modes.route(operation, self.settings))
            plan = chunks.plan(operation, arguments, size)
            if plan is None:
                call = self.call(operation, arguments)
                response = yield from self._exchange(call)
                return self._written(call, response, result, operation.pointer)
            if not plan.chunks and result is not None:
                raise InvalidArgumentError("there is nothing to send")
            for chunk in plan.chunks:  # all is checked before anything is sent
                self.call(operation, chunk.arguments)
            return (yield from self._chunks(operation, plan, result))

    def _chunks(
        self, operation: Operation[Any], plan: chunks.Plan, result: Any | None
    ) -> Steps[Any]:
        answer: Any = None
        for index, chunk in enumerate(plan.chunks):
            call = self.call(operation, chunks.chained(operation, chunk, answer))
            done = index
            try:
                response = yield from self._exchange(call)
                done += 1
                answer = self._written(call, response, result, operation.pointer)
            except ClientError as error:
                raise chunks.failure(plan, done, error) from None
        return answer

    def read(self, call: Call, result: Any, pointer: str) -> Steps[Any]:
        """Carry a call out and decode what lies at `pointer` in the answer."""
        response = yield from self._exchange(call)
        return self._decoded(call, response, result, pointer)

    def raw(self, call: Call, result: Any, pointer: str) -> Steps[RawResponse[Any]]:
        """Carry a call out and return the response as it came."""
        response = yield from self._exchange(replace(call, raw=True))
        return RawResponse(
            status=response.status,
            headers=response.headers,
            body=response.body,
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
        with labelled(operation):
            quota_modes.one_request(operation, self.settings)
            arguments = named(operation, values)
        return self.call(operation, arguments)

    def opening(self, call: Call) -> Request:
        """Return the first request of a call, all but the access token."""
        return opening(call, self.settings)

    def can(self, operation: Operation[Any]) -> Steps[bool | None]:
        """Say whether the scopes suffice for an operation; `None` if unknown."""
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

    def _exchange(self, call: Call) -> Steps[Response]:
        with labelled(call):
            return (yield from exchange(call, self.settings, self.clock, self.shared))

    def _written(
        self, call: Call, response: Response, result: Any | None, pointer: str
    ) -> Any:
        if result is None:
            return None
        return self._decoded(call, response, result, pointer)

    def _raw_decoded(
        self, call: Call, response: Response, result: Any, pointer: str
    ) -> Any:
        if result is None:
            return None
        if response.status == _NO_CONTENT and _is_optional(call.operation):
            return None
        return self._decoded(call, response, result, pointer)

    def _decoded(
        self, call: Call, response: Response, result: Any, pointer: str
    ) -> Any:
        from ..decoding import decode

        found = Departures(partial=_is_partial(call), strict=self.settings.strict)
        with labelled(call):
            try:
                value = decode.decode(
                    response.body,
                    result,
                    pointer,
                    content_type=response.headers.get("content-type", ""),
                    status=response.status,
                    found=found,
                )
            except DecodeError:
                if response.complete or not decode.is_cut(response.body):
                    raise
                raise ProtocolError("the body was cut off") from None
        if found.first is not None:
            self.shared.drift.note(call.label, found, self.clock.now())
        return value


def _is_partial(call: Call) -> bool:
    """Say whether the server was asked to leave properties out."""
    if call.operation is None:
        return False
    names = [each.wire for each in call.operation.parameters if each.partial_response]
    if not names:
        return False
    given = {name for name, _ in parse_qsl(urlsplit(call.url).query)}
    return not given.isdisjoint(names)


def _is_optional(operation: Operation[Any] | None) -> bool:
    return operation is not None and operation.optional
