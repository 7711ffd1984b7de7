"""What every way of getting access tokens shares."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from . import lifecycle
from .keeper import Keeper

if TYPE_CHECKING:
    from ..calls.settings import Clock
    from ..core.secret import Secret
    from ..engine.ports import Work
    from ..engine.steps import Steps
    from ..tokens.token_set import TokenSet
    from .server import AuthorizationServer


class Grant(Keeper):
    """A way of getting access tokens, and the tokens it has led to.

    One object may serve any number of clients, blocking and asynchronous, threads and
    tasks. It may be passed to a client in place of an access token.
    """

    _server: ClassVar[AuthorizationServer]

    def token(self) -> str:
        """Return a valid access token, for use outside the client.

        Raises:
            ReauthorizationRequiredError: If the user has to consent.
            ClientError: As from any call.
        """
        from .perform import perform

        return perform(
            self, partial(lifecycle.access, self), None
        ).access_token.reveal()

    async def atoken(self) -> str:
        """Return a valid access token, for use outside the client; like `token`."""
        from .perform import aperform

        tokens = await aperform(self, partial(lifecycle.access, self), None)
        return tokens.access_token.reveal()

    @property
    def client_id(self) -> str:
        """The application whose tokens they are."""
        return self.application.client_id

    def access(self, work: Work, rejected: Secret | None = None) -> Steps[TokenSet]:
        """Return tokens that are valid now, in the time of a call.

        Args:
            work: What getting them needs.
            rejected: An access token the API refused, or `None`.

        Raises:
            ReauthorizationRequiredError: If the user has to consent.
            ClientError: As from any call.
        """
        return lifecycle.access(self, work, rejected)

    def granted(self, clock: Clock) -> Steps[frozenset[str] | None]:
        """Return the scopes of the tokens at hand, or `None` if they are unknown.

        Args:
            clock: The clocks to measure by.
        """
        tokens = yield from lifecycle.known(self, clock)
        return self.default_scopes if tokens is None else tokens.scopes

    def owner(self, clock: Clock) -> Steps[str | None]:
        """Return whose the tokens at hand are, valid or not, or `None` without any.

        Args:
            clock: The clocks to measure by.
        """
        tokens = yield from lifecycle.known(self, clock)
        return None if tokens is None else tokens.owner
