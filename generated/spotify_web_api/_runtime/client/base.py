"""What the two clients have in common."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self

from ..errors import ConfigurationError
from ..session.caller import AnyCaller

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..decoding.drift import DriftLog
    from ..description.api import Api
    from ..description.operation import Operation
    from ..engine.limits import LimitState
    from ..http.messages import Request


class ClientBase(Generic[AnyCaller]):
    """A client but for what blocks or is awaited."""

    _api: ClassVar[Api]
    _caller: AnyCaller
    _is_view = False

    def __repr__(self) -> str:
        """Show where requests go."""
        return f"{type(self).__name__}({self._caller.session.settings.base_url!r})"

    @property
    def limits(self) -> LimitState:
        """What the client knows of its limits; nothing is sent to find out.

        A window that another client of this account began shows from the next call on.
        """
        return self._caller.session.limits()

    @property
    def drift(self) -> DriftLog:
        """Where responses departed from the description, in all views of the client."""
        return self._caller.session.shared.drift

    def explain(self, operation: Operation[Any], /, **arguments: object) -> Request:
        """Return the request a call would send, without sending it.

        Args:
            operation: The operation, out of the package's `operations`.
            **arguments: Its arguments, by their names in Python.

        Returns:
            The exact request, but for the access token.

        Raises:
            InvalidArgumentError: If an argument is unknown, missing or refused.
        """
        session = self._caller.session
        return session.opening(session.named(operation, arguments))

    def _with(
        self, *, defaults: Mapping[str, object] | None = None, **changes: object
    ) -> Self:
        """Return a view with other options that shares the connections.

        Args:
            defaults: Other values for the arguments the client holds defaults for.
            **changes: Other values of `CallOptions`; `None` changes nothing.

        Raises:
            ConfigurationError: If one of them makes no sense.
        """
        session = self._caller.session
        _check_cache(changes.get("cache"), session.shared.cache)
        session = replace(
            session,
            settings=replace(session.settings, **_given(changes)),
            defaults={**session.defaults, **_given(defaults or {})},
        )
        view = object.__new__(type(self))
        view._caller = self._caller.with_session(session)
        view._is_view = True
        return view


def _given(values: Mapping[str, object]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _check_cache(mode: object, cache: object) -> None:
    if mode is None:
        return
    if not isinstance(mode, str):
        message = "cache: a view shares the cache of its client; give it a word"
        raise ConfigurationError(f'{message}: "reload", "only" or "off"')
    if cache is None:
        raise ConfigurationError("cache: this client has none: make it with cache=")
