"""Which connection a request gets, and who waits for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpcore2
import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from _runtime.transports import places as places_module
from _runtime.transports.places import Held, Place, Places

HERE = httpcore2.Origin(b"https", b"here.example", 443)
THERE = httpcore2.Origin(b"https", b"there.example", 443)


class Connection:
    """What a connection says of itself."""

    def __init__(self, origin: httpcore2.Origin) -> None:
        self.origin = origin
        self.is_whole = True
        self.takes_more = False
        self.is_expired = False

    def is_idle(self) -> bool:
        return True

    def is_available(self) -> bool:
        return self.is_whole

    def has_expired(self) -> bool:
        return self.is_expired


def kept(most: int = 2, *, shares: bool = False) -> Places:
    return Places(Connection, most=most, idle_seconds=30.0, shares=shares)


def held(place: Place) -> Held:
    assert place.held is not None
    return place.held


def test_the_connection_used_last_is_used_next() -> None:
    places = kept()
    first, second = held(places.ask(HERE)), held(places.ask(HERE))
    places.give_back(first)
    places.give_back(second)
    assert held(places.ask(HERE)) is second
    assert held(places.ask(HERE)) is first
    assert not places.surplus


def test_one_that_leads_elsewhere_is_not_used() -> None:
    places = kept()
    places.give_back(held(places.ask(HERE)))
    assert held(places.ask(THERE)).connection.origin == THERE
    assert len(places.connections) == 2


def test_an_idle_one_makes_room_for_another_origin() -> None:
    places = kept(most=1)
    here = held(places.ask(HERE))
    places.give_back(here)
    assert held(places.ask(THERE)).connection.origin == THERE
    assert list(places.surplus) == [here.connection]


@pytest.mark.parametrize("fault", ["is_expired", "is_whole"])
def test_one_that_is_of_no_use_is_closed(fault: str) -> None:
    places = kept()
    first = held(places.ask(HERE))
    first.connection.is_whole = fault != "is_whole"
    places.give_back(first)
    first.connection.is_expired = fault == "is_expired"
    assert held(places.ask(HERE)) is not first
    assert list(places.surplus) == [first.connection]


def test_those_that_wait_are_served_in_turn() -> None:
    places, woken = kept(most=1), list[str]()
    first = held(places.ask(HERE))
    second, third = places.ask(HERE), places.ask(THERE)
    second.wake = lambda: woken.append("second")
    third.wake = lambda: woken.append("third")
    assert (second.held, third.held) == (None, None)
    places.give_back(first)
    assert woken == ["second"]
    assert held(second) is first
    places.give_back(first)
    assert woken == ["second", "third"]
    assert held(third).connection.origin == THERE
    assert list(places.surplus) == [first.connection]


def test_who_leaves_the_queue_is_not_served() -> None:
    places = kept(most=1)
    first = held(places.ask(HERE))
    second, third = places.ask(HERE), places.ask(HERE)
    places.leave(second)
    places.give_back(first)
    assert second.held is None
    assert held(third) is first


def test_who_leaves_with_a_connection_hands_it_on() -> None:
    places = kept(most=1)
    first = held(places.ask(HERE))
    second, third = places.ask(HERE), places.ask(HERE)
    places.give_back(first)
    places.leave(second)
    assert held(third) is first


def test_one_that_carries_several_requests_is_shared() -> None:
    places = kept(shares=True)
    first, second = held(places.ask(HERE)), held(places.ask(HERE))
    assert first is second
    places.give_back(first)
    assert held(places.ask(HERE)) is first
    first.connection.is_whole = False
    assert held(places.ask(HERE)) is not first


def test_without_sharing_a_busy_one_is_left_alone() -> None:
    places = kept()
    assert held(places.ask(HERE)) is not held(places.ask(HERE))


def test_one_that_is_not_used_for_long_is_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 0.0
    monkeypatch.setattr(places_module.time, "monotonic", lambda: now)
    places = kept(most=3)
    old, other, latest = (held(places.ask(at)) for at in (HERE, THERE, HERE))
    places.give_back(old)
    places.give_back(other)
    now = 30.0
    places.give_back(latest)
    assert not places.surplus
    now = 31.0
    places.give_back(held(places.ask(HERE)))
    assert set(places.surplus) == {old.connection, other.connection}
    assert places.connections == [*places.surplus, latest.connection]


def test_nothing_is_kept_once_it_is_closed() -> None:
    places = kept()
    idle, used = held(places.ask(HERE)), held(places.ask(HERE))
    places.give_back(idle)
    places.close()
    assert set(places.surplus) == {idle.connection, used.connection}
    places.surplus.clear()
    places.give_back(used)
    assert list(places.surplus) == [used.connection]


class Pool(RuleBasedStateMachine):
    """Requests come, end, give up; connections break and expire."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[Connection] = []
        self.places = Places(self.make, most=3, idle_seconds=30.0, shares=False)
        self.waiting: list[Place] = []
        self.served: list[Place] = []

    def make(self, origin: httpcore2.Origin) -> Connection:
        self.made.append(Connection(origin))
        return self.made[-1]

    @rule(origin=st.sampled_from([HERE, THERE]))
    def ask(self, origin: httpcore2.Origin) -> None:
        place = self.places.ask(origin)
        (self.waiting if place.held is None else self.served).append(place)
        place.wake = self.woken(place)

    def woken(self, place: Place) -> Callable[[], None]:
        def wake() -> None:
            assert self.waiting[0] is place, "whoever waits longest is served first"
            self.served.append(self.waiting.pop(0))

        return wake

    @precondition(lambda self: self.served)
    @rule(data=st.data(), is_whole=st.booleans())
    def end(self, data: Any, *, is_whole: bool) -> None:
        place = self.served.pop(data.draw(st.integers(0, len(self.served) - 1)))
        held(place).connection.is_whole = is_whole
        self.places.give_back(held(place))

    @precondition(lambda self: self.waiting)
    @rule(data=st.data())
    def give_up(self, data: Any) -> None:
        place = self.waiting.pop(data.draw(st.integers(0, len(self.waiting) - 1)))
        self.places.leave(place)

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def expire(self, data: Any) -> None:
        data.draw(st.sampled_from(self.made)).is_expired = True

    @rule()
    def tidy(self) -> None:
        self.places.surplus.clear()

    @invariant()
    def every_request_has_one_of_its_own(self) -> None:
        connections = [held(each).connection for each in self.served]
        assert len(set(connections)) == len(connections) <= 3
        for place in self.served:
            assert held(place).connection.origin == place.origin

    @invariant()
    def no_more_are_open_than_are_allowed(self) -> None:
        kept = set(self.places.connections) - set(self.places.surplus)
        assert len(kept) <= 3
        assert {held(each).connection for each in self.served} <= kept

    @invariant()
    def nobody_waits_without_need(self) -> None:
        assert not self.waiting or len(self.served) == 3


TestPool = Pool.TestCase
TestPool.settings = settings(deadline=None)
