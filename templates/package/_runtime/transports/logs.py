"""The log records of the libraries below, without the secrets of the request.

At the level DEBUG they log headers of responses and credentials of proxies.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from ..core.redaction import NO_SECRETS, Redactor

if TYPE_CHECKING:
    from collections.abc import Generator

LOGGERS = (
    "h2",
    "hpack.hpack",
    "hpack.table",
    "httpcore2.connection",
    "httpcore2.http11",
    "httpcore2.http2",
    "httpcore2.proxy",
    "httpcore2.socks",
)

_redactor: ContextVar[Redactor] = ContextVar("redactor", default=NO_SECRETS)


@contextmanager
def without(redactor: Redactor) -> Generator[None]:
    """Keep secrets out of what the libraries log in this context.

    Args:
        redactor: What knows the secrets.
    """
    token = _redactor.set(redactor)
    try:
        yield
    finally:
        _redactor.reset(token)


def watch() -> None:
    """Let records of the libraries pass the redactor; again, it does nothing."""
    for name in LOGGERS:
        logging.getLogger(name).addFilter(_redacted)


def _redacted(record: logging.LogRecord) -> bool:
    redactor = _redactor.get()
    if redactor is not NO_SECRETS:
        record.msg, record.args = redactor.text(record.getMessage()), ()
    return True
