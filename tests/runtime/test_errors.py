"""The tree of errors: pickling, texts, what also is what."""

from __future__ import annotations

import copy
import inspect
import pickle
from datetime import UTC, datetime

import pytest

from _runtime import errors
from _runtime.errors import (
    BatchError,
    ClientError,
    ConnectFailedError,
    DeadlineExceededError,
    DecodeError,
    EndpointUnavailableError,
    InvalidIdError,
    MissingScopeError,
    NotModifiedError,
    RateLimitedError,
    ReauthorizationRequiredError,
    StatusError,
)
from _runtime.headers import Headers

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
SAMPLES: list[ClientError] = [
    InvalidIdError("things.get: id: no"),
    EndpointUnavailableError("gone", replacement="things.get"),
    MissingScopeError("scope", required=["a", "b"], granted=["a"]),
    ReauthorizationRequiredError("dead", error="invalid_grant", error_description="x"),
    ConnectFailedError("no", cause_type="ConnectError", cause_text="refused"),
    DeadlineExceededError(
        "late", sent=False, seconds=1.5, attempts=2, last_failure="x"
    ),
    DecodeError("bad", path="$.a", content_type="text/html", first_bytes=b"<" * 100),
    BatchError("half", done=["a"], remaining=["b"], cause=InvalidIdError("b")),
    NotModifiedError("same", etag='"x"'),
    RateLimitedError(
        status=429,
        message="slow down",
        headers=Headers([("Retry-After", "7")]),
        operation="things.get GET /things/{id}",
        docs="https://docs.example",
        retry_after=7.0,
        retry_at=WHEN,
    ),
]


def state(error: ClientError) -> dict[str, object]:
    return {
        name: repr(value) if isinstance(value, ClientError) else value
        for name, value in vars(error).items()
    }


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("clone", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy])
def test_errors_survive_pickling_with_everything_they_know(error, clone):
    twin = clone(error)
    assert type(twin) is type(error)
    assert str(twin) == str(error)
    assert twin.args == error.args
    assert state(twin) == state(error)


def test_every_public_error_is_one_of_the_tree_and_exported():
    classes = {
        name: kind
        for name, kind in vars(errors).items()
        if inspect.isclass(kind) and issubclass(kind, Exception)
    }
    assert all(issubclass(kind, ClientError) for kind in classes.values())
    assert sorted(classes) == sorted(errors.__all__)
    assert all(name in (errors.__doc__ or "") for name in classes)


def test_two_errors_are_also_built_in_ones():
    assert isinstance(InvalidIdError("x"), ValueError)
    assert isinstance(DeadlineExceededError("x"), TimeoutError)
    assert str(DeadlineExceededError("late")) == "late"


def test_a_failed_connection_was_certainly_not_sent():
    assert ConnectFailedError("x").sent is False
    assert errors.ProtocolError("x").sent is True


def test_the_text_of_a_status_error_says_what_was_called_and_where_to_read():
    error = StatusError(
        status=404,
        message="Resource not found",
        operation="albums.get GET /albums/{id}",
        docs="https://docs.example/a",
    )
    assert str(error) == (
        "404 Not found: albums.get GET /albums/{id}: Resource not found "
        "(https://docs.example/a)"
    )
    assert str(StatusError(status=499)) == "499"


def test_the_sample_of_a_body_is_bounded():
    assert len(SAMPLES[6].first_bytes) == 64  # type: ignore[attr-defined]
