"""How valid tokens are come by, step by step, without sockets and clocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from _runtime.auth import lifecycle
from _runtime.auth.perform import _work
from _runtime.calls.settings import CallOptions, Clock
from _runtime.core.secret import Secret
from _runtime.engine.events import TokenRefreshed
from _runtime.errors import (
    AuthServerError,
    DeadlineExceededError,
    ReauthorizationRequiredError,
)
from _runtime.tokens.token_set import TokenSet
from tests.support.grants import (
    Application,
    Failing,
    Person,
    User,
    access,
    granted,
    perform,
    refusal,
    sent,
    user,
    work,
)
from tests.support.play import World
from tests.support.things import answer


def test_tokens_are_asked_for_once_and_kept(world: World) -> None:
    store = Failing()
    grant = user(store)
    first = access(world, grant, granted("a", refresh_token="second"))
    assert access(world, grant) == first
    assert store.load(grant.key) == first
    assert first.access_token == Secret("a")
    assert first.refresh_token == Secret("second")
    assert store.asked == ["acquire", "load", "save", "release", "load"]
    assert not grant.guard.locked()
    told = [event for event in world.events if isinstance(event, TokenRefreshed)]
    assert [(event.attempt, event.lifetime) for event in told] == [(0, 3600.0)]
    assert told[0].operation.endswith("POST /api/token")


def test_they_are_replaced_a_minute_before_their_end(world: World) -> None:
    grant = user()
    access(world, grant, granted("a", refresh_token="second"))
    world.time += 3539.0
    assert access(world, grant).access_token == Secret("a")
    world.time += 1.0
    assert access(world, grant, granted("b")).access_token == Secret("b")
    assert sent(world) == ["first", "second"]
    assert grant.store.load(grant.key).refresh_token == Secret("second")


def test_a_token_that_was_refused_is_replaced(world: World) -> None:
    grant = user()
    first = access(world, grant, granted("a"))
    assert access(world, grant, rejected=Secret("other")) == first
    second = access(world, grant, granted("b"), rejected=first.access_token)
    assert second.access_token == Secret("b")


def test_what_another_has_stored_meanwhile_is_taken(world: World) -> None:
    store = Failing()
    grant, other = user(store), user(store)
    first = access(world, grant, granted("a"))
    assert access(world, other) == first
    second = access(world, other, granted("b"), rejected=first.access_token)
    assert access(world, grant, rejected=first.access_token) == second
    assert len(world.sent) == 2


@pytest.mark.parametrize("failure", [answer("", 503), DeadlineExceededError("x")])
def test_a_failing_server_is_bridged_while_the_old_token_lasts(
    world: World, failure: Any
) -> None:
    grant = user()
    first = access(world, grant, granted("a"))
    world.time += 3590.0
    assert access(world, grant, failure) == first
    world.time += 10.0
    with pytest.raises((AuthServerError, DeadlineExceededError)):
        access(world, grant, failure)
    assert access(world, grant, granted("b")).access_token == Secret("b")
    with pytest.raises((AuthServerError, DeadlineExceededError)):
        access(world, grant, failure, rejected=Secret("b"))


def test_a_dead_grant_is_asked_for_once(world: World) -> None:
    grant = user()
    for _ in range(2):
        with pytest.raises(ReauthorizationRequiredError) as caught:
            access(world, grant, refusal("invalid_grant"))
        assert caught.value.error == "invalid_grant"
    assert sent(world) == ["first"]
    assert "is dead" in str(caught.value)
    assert not grant.guard.locked()


def test_somebody_who_takes_no_lock_may_have_been_faster(world: World) -> None:
    store = Failing()
    grant = user(store)
    theirs = TokenSet(access_token=Secret("x"), refresh_token=Secret("theirs"))
    old = replace(theirs, expires_at=0.0, refresh_token=Secret("old"))
    loads = iter([old, replace(theirs, expires_at=0.0)])
    store.load = lambda key: next(loads)  # type: ignore[method-assign]
    answers = [refusal("invalid_grant"), granted("b")]
    assert access(world, grant, *answers).refresh_token == Secret("theirs")
    assert sent(world) == ["old", "theirs"]


def test_tokens_at_hand_are_refreshed_though_the_store_lost_them(world: World) -> None:
    grant = user()
    access(world, grant, granted("a", refresh_token="second"))
    grant.store.delete(grant.key)
    world.time += 3600.0
    assert access(world, grant, granted("b")).access_token == Secret("b")
    assert sent(world) == ["first", "second"]


def test_a_grant_that_is_dead_and_stored_nowhere_is_asked_for_once(
    world: World,
) -> None:
    grant = user()
    access(world, grant, granted("a", refresh_token="second"))
    grant.store.delete(grant.key)
    world.time += 3600.0
    for _ in range(2):
        with pytest.raises(ReauthorizationRequiredError):
            access(world, grant, refusal("invalid_grant"))
    assert sent(world) == ["first", "second"]


def test_without_a_client_a_grant_has_the_time_of_a_call() -> None:
    clock = Clock()
    before = clock.monotonic()
    alone = _work(user())
    first, second = alone.left(), alone.left()
    after = clock.monotonic()
    assert first >= second
    assert CallOptions().timeout - (after - before) <= second
    assert first <= CallOptions().timeout


def test_a_grant_knows_its_application() -> None:
    assert user().client_id == "client"


def test_a_person_has_to_log_in_first(world: World) -> None:
    person = Person(
        User("x", "client").application, "https://a.example", [], "ann", None
    )
    with pytest.raises(ReauthorizationRequiredError, match="'client pkce ann'") as told:
        access(world, person)
    assert told.value.error == "login_required"
    fields = {"grant_type": "authorization_code", "code": Secret("c")}
    steps = lifecycle.obtain(person, work(world), fields, frozenset({"read"}))
    first = perform(world, steps, [granted("a", refresh_token="r")])
    assert first.scopes == {"read"}
    assert access(world, person) == first
    assert person.store.load(person.key) == first
    perform(world, lifecycle.forget(person, work(world)))
    assert person.tokens is person.store.load(person.key) is None


def test_what_is_known_is_at_hand_or_in_the_store(world: World) -> None:
    store = Failing()
    grant = user(store)
    assert perform(world, lifecycle.known(grant, world.clock())) is None
    first = access(world, grant, granted("a", scope="read"))
    other = user(store)
    assert perform(world, lifecycle.known(other, world.clock())) == first
    asked = len(store.asked)
    assert perform(world, lifecycle.known(other, world.clock())) == first
    assert len(store.asked) == asked


def test_an_application_has_no_scopes_and_no_refresh_token(world: World) -> None:
    grant = Application("client", "secret")
    tokens = access(world, grant, granted("a", refresh_token="r"))
    assert tokens.scopes == frozenset()
    assert world.requests[0].body == b"grant_type=client_credentials"
