"""How a client begins: its settings, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..calls.settings import Clock, Settings
from ..core.notifier import Notifier
from ..decoding.drift import DriftLog
from ..engine.progress import Shared
from ..errors import ConfigurationError
from ..http import urls
from ..session.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..calls.settings import OnUnavailable
    from ..decoding.drift import DriftObserver
    from ..description.api import Api
    from ..engine.events import Observer
    from ..engine.ports import Grant


def new_session(
    api: Api,
    *,
    base_url: str | None,
    timeout: float,
    attempt_timeout: float,
    max_attempts: int,
    max_wait: float,
    max_body: int,
    defaults: Mapping[str, object] | None,
    strict: bool,
    on_drift: DriftObserver | None,
    on_event: Observer | None,
    grant: Grant | None,
    quota_mode: str | None = None,
    on_unavailable: OnUnavailable = "raise",
) -> Session:
    """Check the settings of a client.

    Args:
        api: What the package knows.
        base_url: Where requests go, or `None` for the declared server.
        timeout: Seconds a whole call may take.
        attempt_timeout: Seconds one request may take.
        max_attempts: How many times a request may be sent.
        max_wait: The longest wait before a request, in seconds.
        max_body: The largest response body, in bytes.
        defaults: Values for the parameters the client holds defaults for.
        strict: Whether a departure of a response is an error.
        on_drift: Takes departures of responses; `None` logs them.
        on_event: Takes each event, or `None`.
        grant: What gets the access tokens, or `None` if something simpler does.
        quota_mode: The quota mode of the application, or `None` if it is unknown.
        on_unavailable: What to do with a call that this mode lacks.

    Raises:
        ConfigurationError: If one of them makes no sense.
    """
    settings = Settings(
        base_url=urls.base(api.base_url if base_url is None else base_url),
        spec_url=api.base_url,
        timeout=timeout,
        attempt_timeout=attempt_timeout,
        max_attempts=max_attempts,
        max_wait=max_wait,
        max_body=max_body,
        user_agent=api.user_agent,
        logger=api.logger,
        errors=api.errors,
        strict=strict,
        quota_mode=_known_mode(api, quota_mode),
        on_unavailable=on_unavailable,
    )
    drift = DriftLog(on_drift, api.logger)
    notify = Notifier(on_event, api.logger)
    shared = Shared(notify=notify, drift=drift, grant=grant)
    given = dict(defaults or {})
    return Session(
        api=api, settings=settings, defaults=given, clock=Clock(), shared=shared
    )


def _known_mode(api: Api, mode: str | None) -> str | None:
    if mode is None or mode in api.quota_modes:
        return mode
    names = ", ".join(f'"{name}"' for name in api.quota_modes) or "none at all"
    raise ConfigurationError(f"quota_mode: there is no such mode; known: {names}")
