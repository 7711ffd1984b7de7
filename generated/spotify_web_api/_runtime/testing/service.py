"""The service that stands in for the real one, and what tests say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from ..core.closest import did_you_mean
from ..core.locks import Guarded
from ..errors import ConfigurationError, ProtocolError, ResponseTooLargeError
from ..errors.expected import texts
from ..http.messages import Response
from .accounts import Accounts
from .answering import Answering, Attempt
from .faults import Fault
from .log import FakeRequest, noted
from .making import Looks
from .refusing import RefusedError
from .wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager

    from ..core.secret import Secret
    from ..description.api import Api
    from ..description.operation import Operation
    from ..http.messages import Request
    from .answers import Answers
    from .listings import FakeCall

_ERRORS = range(400, 600)


class FakeService(Guarded):
    """Answers as the servers of an API would, in memory."""

    usual: ClassVar[Mapping[str, tuple[object, ...]]] = {}
    """What properties of some names (`href`, `artist.href`) are in answers.

    One of several values. Where there is none, the property is left out if it may be.
    """

    def __init__(
        self,
        api: Api,
        answers: Answers,
        *,
        seed: int = 0,
        quota_mode: str | None = None,
    ) -> None:
        """Begin with a service that has been asked for nothing.

        Args:
            api: What is known of the API.
            answers: What its operations answer.
            seed: What is made up differs from seed to seed.
            quota_mode: The quota mode of the application, or `None` where everything
                can be called.

        Raises:
            ConfigurationError: If there is no such quota mode.
        """
        super().__init__()
        if quota_mode is not None and quota_mode not in api.quota_modes:
            known = ", ".join(api.quota_modes) or "the API has none"
            raise ConfigurationError(f"quota_mode: {quota_mode!r} is none of: {known}")
        self._api = api
        self._told = f"seed={seed}, quota_mode={quota_mode!r}"
        self._doors = answers.doors
        self._answering = Answering(
            api,
            Looks.of(api.operations, answers, self.usual, seed),
            mode=quota_mode,
            as_described=self._as_described,
        )
        self.reset()

    def __repr__(self) -> str:
        """Show what was chosen."""
        return f"{type(self).__name__}({self._told})"

    def reset(self) -> None:
        """Forget what was asked, and everything that a test has said."""
        self._requests: list[FakeRequest] = []
        self._wishes = Wishes()
        self._accounts = Accounts(self._doors)

    @property
    def requests(self) -> tuple[FakeRequest, ...]:
        """What was asked so far, the oldest first."""
        return tuple(self._requests)

    @property
    def pending(self) -> tuple[Fault, ...]:
        """The faults that were asked for and have not happened."""
        return self._wishes.faults.left

    def fail(
        self,
        status: int,
        *,
        operation: str | None = None,
        times: int = 1,
        reason: str | None = None,
        message: str | None = None,
        retry_after: int | None = None,
        body: str | None = None,
    ) -> None:
        """Let the next requests fail.

        Args:
            status: The HTTP status of the answer, 400 to 599.
            operation: The call it happens to, such as `albums.get`; `None` for any.
            times: How often.
            reason: The reason in the error object, or `None`.
            message: The message in it, or `None` for the usual one.
            retry_after: Seconds, for the header `Retry-After`; `None` without one.
            body: A body in place of the error object, such as a proxy's page.

        Raises:
            ConfigurationError: If there is no such call or error.
        """
        if isinstance(status, bool) or status not in _ERRORS:
            raise ConfigurationError(f"status: {status!r} is no error from 400 to 599")
        self._add(
            Fault(
                status=status,
                operation=operation,
                times=times,
                reason=reason,
                message=message,
                retry_after=retry_after,
                body=body,
            )
        )

    def disconnect(self, *, operation: str | None = None, times: int = 1) -> None:
        """Let the connection break during the next requests, once they were sent.

        Args:
            operation: The call it happens to, such as `albums.get`; `None` for any.
            times: How often.

        Raises:
            ConfigurationError: If there is no such call.
        """
        self._add(Fault(status=None, operation=operation, times=times))

    def _add(self, fault: Fault) -> None:
        known = self._api.operations.by_call
        if fault.operation is not None and fault.operation not in known:
            told = did_you_mean(fault.operation, known)
            raise ConfigurationError(f"there is no call {fault.operation!r}{told}")
        times: Any = fault.times
        if isinstance(times, bool) or not isinstance(times, int) or times < 1:
            raise ConfigurationError("times must be a whole number, 1 or more")
        with self._lock:
            self._wishes.faults.add(fault)

    def missing(self, *ids: str) -> None:
        """Let things not be there: what asks for one of them alone is answered by 404.

        Args:
            *ids: Their ids, as they stand in requests.

        Raises:
            ConfigurationError: If one is no text.
        """
        found = texts(ids, name="ids", wanted="ids", error=ConfigurationError)
        with self._lock:
            self._wishes.missing.update(found)

    def token(self, token: str | Secret, *, scopes: Iterable[str]) -> None:
        """Let a token have some scopes only; one that nobody has named has all.

        Args:
            token: The access token.
            scopes: What it may be used for.

        Raises:
            ConfigurationError: If there is no such scope.
        """
        with self._lock:
            self._wishes.allow(token, scopes, self._doors.scopes)

    def revoke(self, token: str | Secret) -> None:
        """Let a token be expired: what uses it is refused.

        Args:
            token: An access token, or a refresh token.

        Raises:
            ConfigurationError: If it is no text.
        """
        with self._lock:
            self._wishes.revoke(token)

    def serve(self, *, port: int = 0) -> AbstractContextManager[str]:
        """Answer over HTTP on loopback, for other clients, while a block lasts.

        The block gets the root of the address, such as `http://127.0.0.1:8080`. The API
        lies below it at the path it really has, and so do the pages that grant access.

        Args:
            port: The port; 0 for one that is free.

        Raises:
            OSError: If the port is taken.
        """
        from .serving import serving

        return serving(self._over_http, port)

    def _over_http(self, request: Request) -> Response:
        from .control import ROOT, control

        if not urlsplit(request.url).path.startswith(ROOT):
            return self.send(request)
        wishes: dict[str, Callable[..., None]] = {
            "disconnect": self.disconnect,
            "fail": self.fail,
            "missing": self.missing,
            "reset": self.reset,
            "revoke": self.revoke,
            "token": self.token,
        }
        return control(wishes, self.requests, request)

    def send(self, request: Request) -> Response:
        """Answer a request.

        Raises:
            ProtocolError: If the test has asked for a broken connection.
            ResponseTooLargeError: If the answer is larger than the request allows.
        """
        with self._lock:
            response = self._respond(request)
        if len(response.body) > request.max_body:
            raise ResponseTooLargeError(f"the body has over {request.max_body} bytes")
        return response

    async def asend(self, request: Request) -> Response:
        """Answer a request; otherwise like `send`."""
        import asyncio

        await asyncio.sleep(0)
        return self.send(request)

    def close(self) -> None:
        """Nothing is open."""

    async def aclose(self) -> None:
        """Nothing is open."""

    def _respond(self, request: Request) -> Response:
        attempt = Attempt(request)
        try:
            if self._accounts.answers(attempt.path):
                response = self._accounts.answer(request, self._wishes)
                self._note(attempt, response.status)
                return response
            call = self._answering.understood(attempt, self._wishes)
            if isinstance(call, Response):
                response = call
            else:
                content = self._shaped(call, self._answering.made(call))
                response = self._answering.succeeded(attempt, call, content)
        except RefusedError as error:
            response = self._answering.refused(attempt, error)
        except ProtocolError:
            self._note(attempt, None)
            raise
        self._note(attempt, response.status)
        return response

    def _as_described(self, operation: Operation[Any], request: Request) -> Request:
        """Change a request that is taken, though the description does not have it."""
        del operation
        return request

    def _shaped(self, call: FakeCall, made: Any) -> Any:
        """Change what was made up, where the description does not say all."""
        del call
        return made

    def _note(self, attempt: Attempt, status: int | None) -> None:
        self._requests.append(noted(attempt, status))
