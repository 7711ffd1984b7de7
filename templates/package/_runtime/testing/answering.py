"""From a request to its answer: read, judged, and made up."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import msgspec

from ..core.headers import Headers
from ..errors import ProtocolError
from ..http.messages import Response
from ..http.urls import parse
from .faults import named
from .listings import FakeCall, Listings
from .making import may_be
from .reading import read
from .refusing import RefusedError, error_body
from .routes import Routes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..description.api import Api
    from ..description.operation import Operation
    from ..http.messages import Request
    from .answers import Answer, Schema
    from .faults import Fault
    from .making import Looks
    from .wishes import Wishes

_TYPE = ("Content-Type", "application/json; charset=utf-8")
_NOT_MODIFIED = 304


class Attempt:
    """One request, and what is understood of it so far.

    Attributes:
        request: The request.
        operation: What it asks for, or `None`.
        values: The arguments, by their names on the wire.
    """

    def __init__(self, request: Request) -> None:
        """Begin with nothing understood.

        Args:
            request: The request.
        """
        self.request = request
        self.operation: Operation[Any] | None = None
        self.values: dict[str, Any] = {}

    @property
    def path(self) -> str:
        """The path of its address.

        Raises:
            RefusedError: If that is none.
        """
        try:
            return parse(self.request.url).path
        except ValueError as error:
            raise RefusedError(400, f"Invalid URL: {error}") from None

    @property
    def token(self) -> str | None:
        """The access token, if there is one."""
        scheme, _, token = self.header("authorization").partition(" ")
        return token if scheme.lower() == "bearer" else None

    def header(self, name: str) -> str:
        """Return a header, or `""`.

        Args:
            name: Its name in lower case.
        """
        found = (text for each, text in self.request.headers if each.lower() == name)
        return next(found, "")


class Answering:
    """Answers requests by the description, and by what a test has said."""

    def __init__(
        self,
        api: Api,
        looks: Looks,
        *,
        mode: str | None,
        as_described: Callable[[Operation[Any], Request], Request],
    ) -> None:
        """Prepare all routes.

        Args:
            api: What is known of the API.
            looks: What things look like in its answers.
            mode: The quota mode of the application, or `None`.
            as_described: Changes a request into what the description has.
        """
        self._as_described = as_described
        self._answers = looks.answers
        self._looks = looks
        self._mode = mode
        self._routes = Routes(api.operations)
        self._listings = Listings(api.operations, self._looks, mode)
        self._root = parse(api.base_url).path.rstrip("/")

    def understood(self, attempt: Attempt, wishes: Wishes) -> FakeCall | Response:
        """Read a request; give the call it is, or what happens to it before that.

        Args:
            attempt: The request.
            wishes: What the test has said.

        Raises:
            RefusedError: If it is refused.
            ProtocolError: If the connection is to break.
        """
        path_values, base_url = self._route(attempt)
        operation = attempt.operation
        assert operation is not None
        fault = wishes.faults.take(named(operation))
        if fault is not None:
            return self._failed(attempt, fault)
        wishes.check_token(attempt.token, operation)
        declared, today = operation.availability, datetime.now(UTC).date()
        if declared and declared.state(self._mode, today) != "available":
            raise RefusedError(403, "Forbidden")
        request = self._as_described(operation, attempt.request)
        values = read(operation, request, path_values, self._mode)
        attempt.values.update(values)
        if not wishes.missing.isdisjoint(path_values.values()):
            raise RefusedError(404, "")
        return FakeCall(operation=operation, values=values, base_url=base_url)

    def _route(self, attempt: Attempt) -> tuple[dict[str, str], str]:
        """Find the operation; give what stands in the path, and what before it."""
        request = attempt.request
        address = parse(request.url)
        base_url = f"{address.scheme}://{address.netloc}{self._root}"
        path = request.url.partition("?")[0]
        found = self._routes.find(path.removeprefix(base_url))
        if found is None or not path.startswith(f"{base_url}/"):
            raise RefusedError(404, "Service not found")
        operations, values = found
        if request.method not in operations:
            raise RefusedError(405, "Method not allowed")
        attempt.operation = operations[request.method]
        return values, base_url

    def made(self, call: FakeCall) -> Any:
        """Make up what a call answers; `None` where it has no content.

        Args:
            call: The call.
        """
        operation = call.operation
        answer = self._answers.success(operation.name, operation.method)
        if answer is None or answer.schema is None:
            return None
        schema = self._answers.variant(operation.name, call.values) or answer.schema
        return self._listings.answer(call, schema, self._repeated(call, schema))

    def succeeded(self, attempt: Attempt, call: FakeCall, content: Any) -> Response:
        """Answer a call that succeeded.

        Args:
            attempt: The request.
            call: The call it is.
            content: What it answers.
        """
        operation = call.operation
        answer = self._answers.success(operation.name, operation.method)
        if answer is None or answer.schema is None:
            return Response(status=204 if answer is None else answer.status)
        body = msgspec.json.encode(content)
        headers = [_TYPE]
        if self._answers.of(operation.name, operation.method, _NOT_MODIFIED):
            tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
            headers += [("ETag", tag), ("Cache-Control", "private, max-age=0")]
            if attempt.header("if-none-match") == tag:
                return Response(status=_NOT_MODIFIED, headers=Headers(headers[1:]))
        return Response(status=answer.status, headers=Headers(headers), body=body)

    def _repeated(self, call: FakeCall, schema: Schema) -> dict[str, Any]:
        """Say what an answer repeats of the request: an id, and what was sent."""
        target, _ = self._answers.resolved(schema)
        properties, _ = self._answers.properties(target)
        kind = self._looks.kind(schema)
        given: dict[str, Any] = {}
        for item in call.operation.parameters:
            if item.wire not in call.values:
                continue
            kinds = item.reference.kinds if item.reference is not None else ()
            value = call.values[item.wire]
            if item.where == "path" and "id" in properties and kind in kinds:
                given["id"] = value
            elif item.where != "query" and item.wire in properties:
                inner, _ = self._answers.resolved(properties[item.wire])
                given |= {item.wire: value} if may_be(inner, value) else {}
        return given

    def _failed(self, attempt: Attempt, fault: Fault) -> Response:
        if fault.status is None:
            raise ProtocolError("the connection broke, as the test asked for")
        headers: list[tuple[str, str]] = []
        if fault.retry_after is not None:
            headers.append(("Retry-After", str(fault.retry_after)))
        if fault.body is not None:
            headers.append(("Content-Type", "text/html; charset=utf-8"))
            body = fault.body.encode()
            return Response(status=fault.status, headers=Headers(headers), body=body)
        told = RefusedError(fault.status, fault.message or "", fault.reason)
        return self.refused(attempt, told, headers)

    def refused(
        self,
        attempt: Attempt,
        error: RefusedError,
        headers: Iterable[tuple[str, str]] = (),
    ) -> Response:
        """Answer a request that is refused.

        Args:
            attempt: The request.
            error: Why.
            headers: What the answer has besides.
        """
        answer = self._error(attempt, error.status)
        if answer is None:
            told = [("Content-Type", "text/plain; charset=utf-8"), *headers]
            text = error.message or _phrase(error.status)
            return Response(
                status=error.status, headers=Headers(told), body=text.encode()
            )
        body = error_body(self._answers, answer, error, _phrase(error.status))
        told = [_TYPE, *headers]
        if error.status == answer.status and "WWW-Authenticate" in answer.headers:
            told.append(("WWW-Authenticate", str(answer.headers["WWW-Authenticate"])))
        return Response(
            status=error.status, headers=Headers(told), body=msgspec.json.encode(body)
        )

    def _error(self, attempt: Attempt, status: int) -> Answer | None:
        """Find what an error looks like; if need be like another one."""
        name = attempt.operation.name if attempt.operation else ""
        for each in (status, 400, 403, 404, 500):
            answer = self._answers.of(name, attempt.request.method, each)
            if answer is not None and answer.schema is not None:
                return answer
        return None


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Error {status}"
