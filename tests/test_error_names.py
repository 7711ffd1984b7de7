"""Every error says once which call it was, by the name the user called."""

from __future__ import annotations

import inspect
import pickle
import re
from collections.abc import Iterator
from typing import Any

import pytest

from spotify_web_api import MemoryLimitStore, RefreshToken, errors, operations
from spotify_web_api.errors import SpotifyError
from tests.support.canary import token
from tests.support.clients import BOTH, Call, Run
from tests.support.failing_calls import CALLS, URI, WAYS, Script, answer

NEEDED: dict[str, Any] = {
    "status": 418,
    "required": ["a"],
    "granted": ["b"],
    "error": "invalid_grant",
    "done": ["a"],
    "remaining": ["b"],
    "cause": errors.NotFoundError(status=404),
    "etag": '"x"',
    "found": [URI],
    "wished": [],
}


def classes(kind: type[SpotifyError] = SpotifyError) -> Iterator[type[SpotifyError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from classes(each)


def sample(kind: type[SpotifyError]) -> SpotifyError:
    parameters = inspect.signature(kind.__init__).parameters
    status = issubclass(kind, errors.StatusError)
    needed = {name: value for name, value in NEEDED.items() if name in parameters}
    if status:
        return kind(status=418, message="what it is")  # type: ignore[call-arg]
    return kind("what it is", **needed)


def raised(run: Run, call: Call, script: Script, **options: Any) -> SpotifyError:
    given = {"limits": MemoryLimitStore(), "max_attempts": 1, **options}
    with pytest.raises(SpotifyError) as caught:
        run(call, transport=script, **given)
    return caught.value


def count(name: str, text: str) -> int:
    return len(re.findall(rf"(?<![\w.]){re.escape(name)}(?![\w.])", text))


def hold(error: SpotifyError, name: str) -> None:
    """Check that an error names its call once, and its copy too."""
    assert error.call == name
    assert count(name, str(error)) == 1, str(error)
    assert count(name, error.detail) == 0, error.detail
    assert str(error).count("https://") == (error.docs is not None)
    twin = pickle.loads(pickle.dumps(error))
    assert (str(twin), twin.detail) == (str(error), error.detail)
    assert (twin.call, twin.operation, twin.docs) == (
        error.call,
        error.operation,
        error.docs,
    )


@pytest.fixture(params=BOTH)
def run(request: pytest.FixtureRequest) -> Run:
    chosen: Run = BOTH[request.param]
    return chosen


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(classes(), key=lambda kind: kind.__name__))
def test_an_error_of_every_kind_names_its_call_once(
    kind: type[SpotifyError], run: Run
) -> None:
    for name, call in CALLS.items():
        error = raised(run, call, Script(sample(kind)))
        assert type(error) is kind
        hold(error, name)


@pytest.mark.parametrize("way", WAYS)
def test_whatever_goes_wrong_the_call_is_named_once(way: str, run: Run) -> None:
    name, call, script, options, kind = WAYS[way]
    given = {**options, "auth": options["auth"]()} if "auth" in options else options
    again = Script(*script._answers)
    error = raised(run, call, again, **given)
    assert type(error) is kind
    hold(error, name)
    if isinstance(error, errors.BatchError):
        hold(error.cause, name)


def test_the_request_for_a_token_is_named_beside_the_call(run: Run) -> None:
    refused = Script(answer('{"error": "invalid_grant"}', 400))
    grant = RefreshToken(token(), client_id="x", client_secret=token())
    error = raised(run, CALLS["albums.get"], refused, auth=grant)
    assert error.operation == operations.TOKEN_REQUEST.label
    assert str(error).startswith("albums.get: token.request POST /api/token: ")
