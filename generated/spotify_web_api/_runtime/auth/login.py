"""A user's way to the consent page and back, on one machine."""

from __future__ import annotations

import asyncio
import sys
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeAlias

from ..core.secret import Secret
from ..errors import ConfigurationError
from ..errors.expected import expect
from . import redirect_uris
from .callback_server import CallbackServer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .consent import AuthorizationRequest

Begin: TypeAlias = "Callable[[str], AuthorizationRequest]"
Browser: TypeAlias = "Callable[[str], object]"
Paste: TypeAlias = "Callable[[str], str]"
Received: TypeAlias = "tuple[Secret, AuthorizationRequest]"


class Login:
    """A user's way to the consent page and back, on one machine."""

    def __init__(
        self,
        begin: Begin,
        redirect_uri: str,
        title: str,
        refused: Mapping[str, str],
        *,
        browser: Browser | None,
        timeout: float,
    ) -> None:
        """Keep the settings.

        Args:
            begin: Begins a way that ends at a redirect URI.
            redirect_uri: Where the user comes back to, as registered.
            title: What the user gets access to.
            refused: The flows that the server no longer offers, and why.
            browser: Opens an address, or `None` for the browser of the user.
            timeout: Seconds the user has.
        """
        wrong = ConfigurationError
        expect(timeout, int, float, name="timeout", wanted="seconds", error=wrong)
        if not timeout > 0:
            raise ConfigurationError("timeout must be a number above 0")
        if not (browser is None or callable(browser)):
            got = type(browser).__name__
            raise ConfigurationError(f"browser: expected a function, got {got}")
        self._begin = begin
        self._redirect_uri = redirect_uri
        self._title = title
        self._refused = refused
        self._browser = browser
        self._timeout = timeout

    def pasted(self, paste: Paste) -> Received:
        """Show the address, and take the one the user came back to.

        Args:
            paste: Shows a text and returns the address.
        """
        if not callable(paste):
            got = type(paste).__name__
            raise ConfigurationError(f"paste: expected a function, got {got}")
        request = self._begin(self._redirect_uri)
        text = (
            "Consent at the address below, and paste the address you end up at, even "
            f"if its page does not load. Open:\n{request.url}\n"
        )
        return Secret(paste(text)), request

    async def areceived(self) -> Received:
        """Open the browser, and listen for the user to come back."""
        address = redirect_uris.loopback(self._redirect_uri)
        async with CallbackServer(address, self._title, self._refused) as listening:
            request = self._begin(address.uri(listening.port))
            callback = listening.callback(request, self._timeout)
            opened = asyncio.create_task(asyncio.to_thread(self._open, request.url))
            try:
                return await callback, request
            finally:
                opened.cancel()

    def received(self) -> Received:
        """Open the browser, and listen, in a thread with an event loop of its own.

        The caller may have a loop that is running, as notebooks do.
        """
        result: Future[Received] = Future()
        loop = asyncio.new_event_loop()
        main = loop.create_task(self.areceived())

        def listen() -> None:
            try:
                result.set_result(loop.run_until_complete(main))
            except BaseException as error:  # noqa: BLE001 - raised where it is awaited
                result.set_exception(error)
            finally:
                loop.run_until_complete(loop.shutdown_asyncgens())
                loop.close()

        thread = threading.Thread(target=listen, name="login", daemon=True)
        thread.start()
        try:
            return result.result()
        except BaseException:
            if not result.done():
                loop.call_soon_threadsafe(main.cancel)
            raise
        finally:
            thread.join()

    def _open(self, url: str) -> None:
        import webbrowser

        opened = (self._browser or webbrowser.open)(url)
        if opened is False:
            sys.stderr.write(f"Open this address to log in:\n{url}\n")
            sys.stderr.flush()
