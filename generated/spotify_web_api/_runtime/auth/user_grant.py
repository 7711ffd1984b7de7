"""Access on behalf of a user: sending the user to consent, and what comes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from ..core.secret import Secret
from ..errors import InvalidArgumentError
from ..errors.expected import expect
from . import consent, lifecycle, redirect_uris
from .grant import Grant
from .pending import PendingRequests
from .unstored import PROCESS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..engine.ports import Work
    from ..engine.steps import Steps
    from ..http.transport import AsyncTransport, Transport
    from ..tokens.stores import AsyncTokenStore, TokenStore
    from ..tokens.token_set import TokenSet
    from .consent import Answer, AuthorizationRequest
    from .login import Browser, Login, Paste
    from .token_requests import Application

LOGIN_TIMEOUT = 300.0


ScopeName_co = TypeVar("ScopeName_co", bound=str, covariant=True)


class UserGrant(Grant, Generic[ScopeName_co]):
    """Access on behalf of a user, who consents in a browser."""

    _pkce: ClassVar[bool] = False

    def __init__(
        self,
        application: Application,
        redirect_uri: str | None,
        scopes: Iterable[ScopeName_co | str],
        user: str,
        store: TokenStore | AsyncTokenStore | None,
    ) -> None:
        """Keep what is needed; nothing is read or sent yet."""
        super().__init__(application, store, user)
        server = application.server
        found = server.optional("redirect_uri", redirect_uri)
        self._redirect_uri = (
            None if found is None else redirect_uris.checked(found.reveal())
        )
        self.scopes = server.checked_scopes(scopes)
        self._pending = PendingRequests()

    @property
    def redirect_uri(self) -> str:
        """Where users come back to.

        Raises:
            ConfigurationError: If neither argument nor environment says so.
        """
        if self._redirect_uri is None:
            raise self.application.server.lacking("redirect_uri")
        return self._redirect_uri

    def authorization_request(
        self,
        *,
        redirect_uri: str | None = None,
        parameters: Mapping[str, str] | None = None,
    ) -> AuthorizationRequest:
        """Begin one user's way to the consent page and back.

        A web application keeps the request in the session of that user, sends the
        user to its `url`, and passes both to `exchange`. What the user has granted
        before is asked for again, so that nothing is lost.

        Args:
            redirect_uri: The address itself where a port had been left open.
            parameters: Further parameters of the consent page, if it knows any.

        Raises:
            ConfigurationError: If there is no redirect URI.
        """
        waiting = PROCESS.find(self)
        held = self.at_hand() if waiting is None else waiting.tokens
        before = frozenset[str]() if held is None else held.scopes or frozenset()
        server = self.application.server
        return consent.begin(
            server,
            client_id=self.application.client_id,
            redirect_uri=redirect_uri or self.redirect_uri,
            scopes=self.scopes | (before & server.scopes.keys()),
            pkce=self._pkce,
            parameters=parameters,
        )

    def authorization_url(self, *, parameters: Mapping[str, str] | None = None) -> str:
        """Return where to send the user; this object remembers what it sent.

        Args:
            parameters: Further parameters of the consent page, if it knows any.

        Raises:
            ConfigurationError: If there is no redirect URI.
        """
        request = self.authorization_request(parameters=parameters)
        self._pending.add(request)
        return request.url

    def exchange(
        self,
        callback_url: str,
        request: AuthorizationRequest | None = None,
        *,
        transport: Transport | None = None,
    ) -> TokenSet:
        """Turn the address a user came back to into tokens, and store them.

        Args:
            callback_url: That address, with its query.
            request: What was sent; by default what `authorization_url` remembers.
            transport: What sends the request; by default one of its own.

        Returns:
            The tokens. They are in the store already.

        Raises:
            InvalidArgumentError: If the address is no answer to the request, or one
                that was exchanged before. Nothing is sent.
            AuthorizationDeniedError: If the user said no.
            ReauthorizationRequiredError: If the code is no longer valid.
            ClientError: As from any call.
        """
        from .perform import perform

        callback = Secret(callback_url)
        del callback_url
        return perform(self, self._exchanging(callback, request), transport)

    async def aexchange(
        self,
        callback_url: str,
        request: AuthorizationRequest | None = None,
        *,
        transport: AsyncTransport | None = None,
    ) -> TokenSet:
        """Turn the address a user came back to into tokens; like `exchange`."""
        from .perform import aperform

        callback = Secret(callback_url)
        del callback_url
        return await aperform(self, self._exchanging(callback, request), transport)

    def login(
        self,
        *,
        browser: Browser | None = None,
        paste: Paste | None = None,
        timeout: float = LOGIN_TIMEOUT,
        parameters: Mapping[str, str] | None = None,
        transport: Transport | None = None,
    ) -> TokenSet:
        """Send the user to consent, wait for the way back, and store the tokens.

        Opens a browser and listens at the redirect URI, which has to be on this
        machine (`http://127.0.0.1` or `http://[::1]`; without a port any free one is
        taken, and added). With `paste` nothing listens, for machines without a browser.

        Args:
            browser: Opens an address; `webbrowser.open` by default.
            paste: Shows a text that ends with the address to open and returns the
                address the user came back to, such as `input`.
            timeout: Seconds the user has.
            parameters: Further parameters of the consent page, if it knows any.
            transport: What sends the token request; by default one of its own.

        Returns:
            The tokens. They are in the store already.

        Raises:
            AuthorizationDeniedError: If the user said no.
            DeadlineExceededError: If the user did not come back in time.
            ConfigurationError: If nothing can listen at the redirect URI.
            ClientError: As from any call.
        """
        from .perform import perform

        perform(self, self._known, transport)
        login = self._login(browser, timeout, parameters)
        answer, request = login.pasted(paste) if paste is not None else login.received()
        return perform(self, self._exchanging(answer, request), transport)

    async def alogin(
        self,
        *,
        browser: Browser | None = None,
        paste: Paste | None = None,
        timeout: float = LOGIN_TIMEOUT,  # noqa: ASYNC109 - as in `login`
        parameters: Mapping[str, str] | None = None,
        transport: AsyncTransport | None = None,
    ) -> TokenSet:
        """Send the user to consent, and so on; like `login`.

        `paste` runs in a thread, so that it may block.
        """
        from .perform import aperform

        await aperform(self, self._known, transport)
        login = self._login(browser, timeout, parameters)
        if paste is not None:
            import asyncio

            answer, request = await asyncio.to_thread(login.pasted, paste)
        else:
            answer, request = await login.areceived()
        return await aperform(self, self._exchanging(answer, request), transport)

    def logout(self) -> None:
        """Forget the tokens of this user, in memory and in the store.

        The grant itself ends when the user revokes it, or by itself.
        """
        from .perform import perform

        perform(self, partial(lifecycle.forget, self), None)

    async def alogout(self) -> None:
        """Forget the tokens of this user, in memory and in the store."""
        from .perform import aperform

        await aperform(self, partial(lifecycle.forget, self), None)

    def _login(
        self,
        browser: Browser | None,
        timeout: float,
        parameters: Mapping[str, str] | None,
    ) -> Login:
        from .login import Login

        server = self.application.server
        return Login(
            lambda redirect_uri: self.authorization_request(
                redirect_uri=redirect_uri, parameters=parameters
            ),
            self.redirect_uri,
            server.title,
            server.refused,
            browser=browser,
            timeout=timeout,
        )

    def _known(self, work: Work) -> Steps[TokenSet | None]:
        return lifecycle.known(self, work.clock)

    def _exchanging(
        self, callback: Secret, request: AuthorizationRequest | None
    ) -> Callable[[Work], Steps[TokenSet]]:
        """Return what makes the steps from an answer to tokens."""
        answer = consent.read(callback, self.application.server.refused)
        kinds = (consent.AuthorizationRequest, type(None))
        expect(request, *kinds, name="request", wanted="AuthorizationRequest or None")
        if request is None:
            request = self._remembered(answer)
        elif not answer.is_to(request):
            message = "callback_url: its state is not the one that was sent"
            raise InvalidArgumentError(f"{message}: begin again")
        fields: dict[str, str | Secret] = {
            "grant_type": "authorization_code",
            "code": answer.accepted(),
            "redirect_uri": request.redirect_uri,
        }
        if request.code_verifier is not None:
            fields["code_verifier"] = request.code_verifier
        scopes = request.scopes
        return lambda work: lifecycle.obtain(self, work, fields, scopes)

    def _remembered(self, answer: Answer) -> AuthorizationRequest:
        """Return the request an answer belongs to; each is given out once."""
        request = self._pending.take(answer)
        if request is None:
            message = (
                "callback_url: its state was not sent by this object, or has been "
                "answered: begin again with authorization_url()"
            )
            raise InvalidArgumentError(message)
        return request
