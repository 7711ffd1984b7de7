"""Each operation is authorized as it is described, and no token goes elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.emitted import Recorder, called, package_of
from tests.test_golden import GOLDEN

if TYPE_CHECKING:
    from types import ModuleType

CALLS = {
    "mine": ("https://api.example/v1/mine", True),
    "open": ("https://api.example/v1/open", False),
    "newer": ("https://api.example/v2/newer", True),
    "elsewhere": ("https://files.example/elsewhere", False),
}


things = package_of(GOLDEN / "authorization" / "spec.yaml", "client_of_authorized")
free = package_of(GOLDEN / "authorization_of_none" / "spec.yaml", "client_of_free")


def token_of(request: Any) -> str | None:
    return dict(request.headers).get("Authorization")


@pytest.mark.promise("tokens-go-where-described")
@pytest.mark.parametrize("name", CALLS)
def test_a_token_is_sent_where_the_description_asks(
    things: ModuleType, name: str
) -> None:
    _, request = called(things, lambda c: getattr(c.things, name)(), status=204)
    url, authorized = CALLS[name]
    assert request.url == url
    assert token_of(request) == ("Bearer a-token" if authorized else None)


@pytest.mark.promise("tokens-go-where-described")
@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("client", ["Things", "AsyncThings"])
def test_a_token_stays_on_the_origin_of_the_base_url(
    things: ModuleType, client: str, name: str
) -> None:
    """An operation on the declared origin moves with it; any other gets no token."""
    made = getattr(things, client)("a-token", base_url="https://proxy.example:9/api")
    operation = getattr(things.operations, f"THINGS_{name.upper()}")
    expected = {
        "mine": "https://proxy.example:9/api/mine",
        "open": "https://proxy.example:9/api/open",
        "newer": "https://proxy.example:9/v2/newer",
        "elsewhere": "https://files.example/elsewhere",
    }
    assert made.explain(operation).url == expected[name]


@pytest.mark.promise("tokens-go-where-described")
def test_no_operation_sends_the_token_to_another_origin(things: ModuleType) -> None:
    """Not even one made by hand, which no rule has seen."""
    operation = things.operations.THINGS_MINE
    made = type(operation)(
        name="stray", method="GET", path="/stray", server="https://files.example"
    )
    recorder = Recorder(things, status=204)
    with things.Things("a-token", transport=recorder) as client:
        client.raw(made)
    assert token_of(recorder.seen[0]) is None


def test_an_api_without_security_asks_for_no_token(free: ModuleType) -> None:
    for auth in ((), ("a-token",)):
        _, request = called(free, lambda c: c.things.open(), status=204, auth=auth)
        assert token_of(request) is None


@pytest.mark.parametrize("name", ["Things", "AsyncThings"])
def test_an_api_with_security_asks_for_a_token(things: ModuleType, name: str) -> None:
    with pytest.raises(things.ConfigurationError, match="auth must be"):
        getattr(things, name)(None)


def test_requests_that_are_not_described_need_no_token_either(free: ModuleType) -> None:
    recorder = Recorder(free, status=204)
    with free.Things(transport=recorder) as client:
        assert client.request("GET", "/any").status == 204
    with free.Things("a-token", transport=recorder) as client:
        assert client.request("GET", "/any").status == 204
    assert [token_of(each) for each in recorder.seen] == [None, "Bearer a-token"]


def test_what_is_made_by_hand_and_needs_a_token_says_so(free: ModuleType) -> None:
    made = type(free.operations.THINGS_OPEN)(name="a", method="GET", path="/a")
    recorder = Recorder(free, status=204)
    refusal = pytest.raises(free.ConfigurationError, match="needs an access token")
    with free.Things(transport=recorder) as client, refusal:
        client.raw(made)
    assert recorder.seen == []
