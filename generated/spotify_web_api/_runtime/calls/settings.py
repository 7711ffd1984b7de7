"""What a client decides for all its calls."""

from __future__ import annotations

import math
import re
import time
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, get_args

from ..core.numbers import is_number
from ..errors import ConfigurationError
from ..http import urls

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..caching.cache import Cache
    from ..description.api import Api, ErrorTable

_TAG = re.compile(r"[\x20-\x7e\x80-\xff]+")
IN_VIEWS = "`with_options` takes it too"
ONLY_IN_VIEWS = "`with_options` takes it, a new client does not"
WITH_QUOTA_MODES = "clients of an API with quota modes have it"

QuotaMode: TypeAlias = str
"""The name of a quota mode; a generated client takes those of its API."""

OnUnavailable: TypeAlias = Literal["raise", "route"]
"""What to do with a call that the quota mode lacks: raise, or ask its replacement."""

CacheMode: TypeAlias = Literal["reload", "only", "off"]
"""What to do with a cache: fetch and keep anew, send nothing, or leave it alone."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The two clocks: one for durations, one for the calendar."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOptions:
    """The options of a client that are about its calls.

    Each is declared here and nowhere else: what generated clients say of it, their
    signatures and docstrings, is read from this source.
    """

    timeout: Annotated[float, IN_VIEWS] = 60.0
    """Seconds a whole call may take, everything included.

    Each page of a listing is a call.
    """

    attempt_timeout: Annotated[float, IN_VIEWS] = 15.0
    """Seconds one request may take."""

    max_attempts: Annotated[int, IN_VIEWS] = 4
    """How many times a request may be sent, the first one included."""

    max_wait: Annotated[float, IN_VIEWS] = 30.0
    """Seconds a call may wait before a request; else it raises at once."""

    max_body: int = 33_554_432
    """Bytes of a response, after decompression, that are accepted."""

    quota_mode: Annotated[QuotaMode | None, WITH_QUOTA_MODES] = None
    """The quota mode of your app; without it no call is held back."""

    on_unavailable: Annotated[OnUnavailable, IN_VIEWS, WITH_QUOTA_MODES] = "raise"
    """What to do with a call the mode lacks: `raise`, or `route` it on."""

    strict: Annotated[bool, IN_VIEWS] = False
    """Whether a response that is not as described raises. Else what does not fit is
    None.

    The error is a `DecodeError`.
    """

    cache: Annotated[Cache | CacheMode | None, IN_VIEWS] = None
    """A `Cache` that keeps answers; none by default. Views take what to do with it.

    `reload` fetches the answer and keeps it, `only` sends nothing and raises
    `NotCachedError` where nothing fresh is kept, `off` leaves the cache alone.
    """

    if_none_match: Annotated[str | None, ONLY_IN_VIEWS] = None
    """An entity tag: an answer that still has it raises `NotModifiedError`."""

    def __post_init__(self) -> None:
        """Refuse values that make no sense.

        Raises:
            ConfigurationError: If a limit is out of its range.
        """
        for name in ("timeout", "attempt_timeout", "max_body"):
            value: Any = getattr(self, name)
            if not is_number(value) or not 0 < value < math.inf:
                raise ConfigurationError(f"{name} must be a number above 0")
        attempts: Any = self.max_attempts
        if not is_number(attempts) or not isinstance(attempts, int) or attempts < 1:
            raise ConfigurationError("max_attempts must be a whole number, 1 or more")
        if not is_number(self.max_wait) or not 0 <= self.max_wait < math.inf:
            raise ConfigurationError("max_wait must be a number, 0 or more")
        mode: Any = self.on_unavailable
        if not isinstance(mode, str) or mode not in get_args(OnUnavailable):
            raise ConfigurationError('on_unavailable must be "raise" or "route"')
        self._check_others()

    def _check_others(self) -> None:
        flag: Any = self.strict
        if not isinstance(flag, bool):
            raise ConfigurationError("strict must be True or False")
        cache: Any = self.cache
        if isinstance(cache, str) and cache not in get_args(CacheMode):
            raise ConfigurationError('cache must be "reload", "only" or "off"')
        tag: Any = self.if_none_match
        if tag is not None and not (isinstance(tag, str) and _TAG.fullmatch(tag)):
            raise ConfigurationError("if_none_match must be an entity tag, as it came")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(CallOptions):
    """What holds for calls: the options of the client, and facts of the API.

    Attributes:
        base_url: Where requests go, normalised.
        spec_url: The base URL the description of the API declares.
        user_agent: The name of the client.
        logger: The name of the logger.
        errors: The exceptions by status and reason.
    """

    base_url: str
    spec_url: str
    user_agent: str
    logger: str
    errors: ErrorTable

    @classmethod
    def of(
        cls, api: Api, options: CallOptions, base_url: str | None = None
    ) -> Settings:
        """Put the options of a client together with the facts of its API.

        Args:
            api: What the package knows.
            options: The options about calls; others are left out.
            base_url: Where requests go, or `None` for where the description says.

        Raises:
            ConfigurationError: If no request may go there.
        """
        told = {item.name: getattr(options, item.name) for item in fields(CallOptions)}
        return cls(
            base_url=urls.base(api.base_url if base_url is None else base_url),
            spec_url=api.base_url,
            user_agent=api.user_agent,
            logger=api.logger,
            errors=api.errors,
            **told,
        )
