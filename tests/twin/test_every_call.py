"""The service answers every call: strictly read, and as the description says."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from spotify_web_api import AsyncSpotify, Response, Spotify, operations
from spotify_web_api.testing import FakeSpotify
from tests.support.answers import check_answers
from tests.support.spec_calls import ExampleCall, bound_call, document, example_calls

MODES = (None, "extended", "development", "development_legacy")
CALLS = example_calls()


class Kept(FakeSpotify):
    """Keeps its answers."""

    def __init__(self, **chosen: Any) -> None:
        super().__init__(**chosen)
        self.answers: list[Response] = []

    def send(self, request: Any) -> Response:
        self.answers.append(super().send(request))
        return self.answers[-1]


def open_to(example: ExampleCall, mode: str | None) -> bool:
    availability = operations.by_call(example.call).availability
    modes = dict(availability.modes) if availability else {}
    return modes.get(mode or "", "available") == "available"


@pytest.mark.promise("the-fake-answers-every-call")
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("example", CALLS, ids=lambda example: example.call)
def test_the_blocking_client_reads_it(example: ExampleCall, mode: str | None) -> None:
    fake = Kept(quota_mode=mode)
    with Spotify("token", transport=fake, strict=True) as spotify:
        call = bound_call(spotify, example.call)
        if not open_to(example, mode):
            with pytest.raises(Exception, match="Forbidden"):
                ended(call(**example.arguments), whole=False)
            return
        ended(call(**example.arguments), whole=mode is None)
    check_answers(document().bundle, example.operation_id, fake.answers)
    assert {each.operation for each in fake.requests} == {example.operation_id}
    assert {each.status for each in fake.requests} <= {200, 201, 202, 204}


def ended(result: Any, *, whole: bool) -> None:
    """Read what a call iterates over; one page tells how a mode changes the items."""
    if hasattr(result, "collect"):
        result.collect() if whole else result.first()


@pytest.mark.promise("the-fake-answers-every-call")
@pytest.mark.parametrize("example", CALLS, ids=lambda example: example.call)
def test_the_awaited_client_reads_the_same(example: ExampleCall) -> None:
    async def awaited(fake: FakeSpotify) -> Any:
        async with AsyncSpotify("token", transport=fake, strict=True) as spotify:
            result = bound_call(spotify, example.call)(**example.arguments)
            return await (result.collect() if hasattr(result, "collect") else result)

    one, other = FakeSpotify(), FakeSpotify()
    found = asyncio.run(awaited(one))
    with Spotify("token", transport=other, strict=True) as spotify:
        result = bound_call(spotify, example.call)(**example.arguments)
        expected = result.collect() if hasattr(result, "collect") else result
        assert found == expected
    assert one.requests == other.requests
