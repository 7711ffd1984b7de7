"""What a client may be told when it is made, and what that makes of a session.

A generated client spells each option out in its signatures, with the annotation, the
default and the sentence that stand here or in `calls.settings`. What it fills in:
a type variable `AnyX` is `X` in the blocking client and `AsyncX` in the other one,
`QuotaMode` is one of the modes of the API, `defaults` are the arguments that the API
takes from the client, and `{base_url}` in a sentence is its address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Generic

from ..calls.settings import CallOptions, Clock, Settings
from ..core.notifier import Notifier
from ..decoding.drift import DriftLog
from ..engine.progress import Shared
from ..errors import ConfigurationError
from ..errors.expected import expect_methods
from ..session.caller import AnyLimitStore, AnyTransport
from ..session.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..caching.cache import Cache
    from ..calls.settings import IN_VIEWS
    from ..decoding.drift import DriftObserver
    from ..description.api import Api
    from ..engine.events import Observer
    from ..engine.ports import Grant


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(CallOptions, Generic[AnyTransport, AnyLimitStore]):
    """The options of calls, and those of the client itself."""

    base_url: str | None = None
    """Where to send requests; {base_url} by default.

    It has to be https, or http on a loopback host.
    """

    defaults: Annotated[Mapping[str, object] | None, IN_VIEWS] = None
    """Values for the arguments that the client holds defaults for."""

    on_drift: DriftObserver | None = None
    """Takes where a response is not as described; by default a warning each is logged.

    An exception in it breaks no call.
    """

    on_event: Observer | None = None
    """Takes what happens during calls, as typed events.

    It has to be quick; an exception in it breaks no call.
    """

    transport: AnyTransport | None = None
    """What sends requests; `HttpTransport()` by default.

    It is closed with the client.
    """

    limits: AnyLimitStore | None = None
    """Where rate-limit windows are kept; in this process by default."""


def new_session(
    api: Api,
    options: Options[Any, Any],
    grant: Grant | None,
    *,
    anonymous: bool = False,
) -> Session:
    """Return the session of a new client.

    Args:
        api: What the package knows.
        options: What the client was told.
        grant: What gets the access tokens, or `None` if something simpler does.
        anonymous: Whether nothing does.

    Raises:
        ConfigurationError: If an option makes no sense for this API.
    """
    _check_mode(api, options.quota_mode)
    for name in ("on_drift", "on_event"):
        observer = getattr(options, name)
        if observer is not None and not callable(observer):
            got = type(observer).__name__
            raise ConfigurationError(f"{name}: expected what can be called, got {got}")
    return Session(
        api=api,
        settings=Settings.of(api, options, options.base_url),
        defaults=dict(options.defaults or {}),
        clock=Clock(),
        shared=Shared(
            notify=Notifier(options.on_event, api.logger),
            drift=DriftLog(options.on_drift, api.logger),
            grant=grant,
            cache=_checked_cache(options.cache),
        ),
        anonymous=anonymous,
    )


def _checked_cache(given: Any) -> Cache | None:
    if given is None:
        return None
    from ..caching.cache import Cache

    if not isinstance(given, Cache):
        got = type(given).__name__
        raise ConfigurationError(f"cache: expected a Cache, got {got}")
    return given


def check_parts(
    options: Options[Any, Any], send: str, close: str, until: str, extend: str
) -> None:
    """Refuse a transport or a store that lacks what this kind of client calls.

    Args:
        options: What the client was told.
        send: The method that sends a request.
        close: The method that closes the transport.
        until: The method that says how long a window lasts.
        extend: The method that lets a window last.

    Raises:
        ConfigurationError: If one of them is missing.
    """
    if options.transport is not None:
        wanted = "a transport"
        expect_methods(options.transport, send, close, name="transport", wanted=wanted)
    if options.limits is not None:
        wanted = "a store of rate-limit windows"
        expect_methods(options.limits, until, extend, name="limits", wanted=wanted)


def _check_mode(api: Api, mode: str | None) -> None:
    known = mode in api.quota_modes if isinstance(mode, str) else mode is None
    if not known:
        names = ", ".join(f'"{name}"' for name in api.quota_modes) or "none at all"
        raise ConfigurationError(f"quota_mode: there is no such mode; known: {names}")
