"""The tree of errors: pickling, texts, what also is what."""

from __future__ import annotations

import copy
import inspect
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from _runtime import errors
from _runtime.core.headers import Headers
from _runtime.engine.limits import MemoryLimitStore
from _runtime.errors import (
    BatchError,
    ClientError,
    ConfigurationError,
    ConnectFailedError,
    DeadlineExceededError,
    DecodeError,
    EndpointUnavailableError,
    InvalidArgumentError,
    InvalidIdError,
    MissingScopeError,
    NotModifiedError,
    ProtocolError,
    RateLimitedError,
    ReauthorizationRequiredError,
    ResponseTooLargeError,
    StatusError,
    UnsafeUrlError,
)
from tests.support.things import GET, Shop, answer, script

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


@pytest.mark.promise("errors-can-be-pickled")
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


ANSWERS = {
    "refused": (answer("", 404), StatusError),
    "limited": (answer("", 429, retry_after="80000"), RateLimitedError),
    "unchanged": (answer("", 304), NotModifiedError),
    "broken": (ProtocolError("the connection broke"), ProtocolError),
    "late": (DeadlineExceededError("late"), DeadlineExceededError),
    "too large": (ResponseTooLargeError("too large"), ResponseTooLargeError),
    "moved away": (answer("", 302, location="https://evil.example/"), UnsafeUrlError),
    "moved about": (answer("", 302, location="/v1/x"), ProtocolError),
    "nonsense": (answer("nonsense"), DecodeError),
}


def ended(call: Any) -> ClientError:
    with pytest.raises(ClientError) as caught:
        call()
    return caught.value


@pytest.mark.promise("errors-name-their-call")
@pytest.mark.parametrize("name", ANSWERS)
def test_every_error_of_a_call_names_it(name: str):
    outcome, kind = ANSWERS[name]
    shop = Shop("token", transport=script(*[outcome] * 9), limits=MemoryLimitStore())
    view = shop.with_options(max_attempts=1, if_none_match='"x"')
    error = ended(lambda: view.things.get("abcd"))
    assert isinstance(error, kind)
    assert error.operation == GET.label
    assert error.docs == GET.docs is not None
    assert str(error).startswith(GET.label) or isinstance(error, StatusError)
    assert GET.label in str(error)
    assert str(error).count(GET.docs) == 1
    assert state(pickle.loads(pickle.dumps(error))) == state(error)


@pytest.mark.parametrize("value", ["..", "", 5, None])
def test_every_error_before_a_call_names_it(value: Any):
    shop = Shop("token", transport=script())
    error = ended(lambda: shop.things.get(value))
    assert isinstance(error, InvalidArgumentError)
    assert (error.operation, error.docs) == (GET.label, GET.docs)
    assert str(error).startswith("things.get: id: ")
    assert str(error).endswith(f"({GET.docs})")
    unknown = ended(lambda: shop.raw(GET, nonsense=1))
    assert unknown.operation == GET.label


def test_errors_of_the_client_lead_to_no_page_about_the_call():
    shop = Shop("token", transport=script(ConfigurationError("no package")))
    error = ended(lambda: shop.things.get("abcd"))
    assert str(error) == f"{GET.label}: no package"
    assert (error.call, error.docs) == ("things.get", None)
