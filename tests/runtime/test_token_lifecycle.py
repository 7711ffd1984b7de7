"""What holds for every call with a grant, whatever the two servers answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, repeat

import pytest
from hypothesis import given, settings as thorough, strategies as st

from _runtime.calls.call import Call
from _runtime.engine.exchange import exchange
from _runtime.engine.progress import Progress
from _runtime.engine.steps import Send, Shielded, Steps
from _runtime.errors import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectFailedError,
    DeadlineExceededError,
    MissingScopeError,
    ProtocolError,
    StatusError,
    TransportError,
)
from _runtime.http.messages import Request, Response
from _runtime.tokens.stores import MemoryTokenStore
from _runtime.tokens.token_set import TokenSet
from tests.support.grants import ACCOUNTS, Application, User, granted, refusal
from tests.support.play import CALL, World, settings
from tests.support.things import BASE, GET, answer

pytestmark = pytest.mark.slow


ROUNDING = 1e-6
UNKNOWN_OR_READ = (None, frozenset({"read"}))
"""The scopes with which a call may be sent that needs `read`."""


failures = st.builds(
    lambda kind, sent: kind("x", sent=sent),
    st.sampled_from([ProtocolError, DeadlineExceededError, TransportError]),
    st.booleans(),
) | st.builds(ConnectFailedError, st.just("x"))
grants = (
    st.builds(
        granted,
        st.sampled_from(["one", "two", "three"]),
        st.sampled_from([3600, 0, 30, None, "x"]),
        refresh_token=st.sampled_from([None, "", "newer"]),
        scope=st.sampled_from([None, "", "read"]),
    )
    | st.builds(
        refusal, st.sampled_from(["invalid_grant", "invalid_client", "invalid_scope"])
    )
    | st.sampled_from(
        [answer("", 503), answer("<p>"), answer("", 429, retry_after="3")]
    )
    | failures
)
answers = (
    st.sampled_from([200, 401, 401, 403, 429, 500, 503]).map(
        lambda status: answer("{}", status)
    )
    | failures
)
timed = st.tuples(st.floats(0, 30))


class Servers:
    """Two servers that answer by plan, and what they were sent."""

    def __init__(self, world: World, store: Watched, tokens: list, calls: list) -> None:
        self.world = world
        self.store = store
        self.authorized: list[TokenSet] = []
        self.plans = {ACCOUNTS: iter(tokens), BASE: iter(calls)}
        self.sent: dict[str, list[Request]] = {ACCOUNTS: [], BASE: []}

    def __iter__(self) -> Iterator[Response | ClientError]:
        while True:
            request = self.world.requests[-1]
            place = ACCOUNTS if request.url.startswith(ACCOUNTS) else BASE
            self.sent[place].append(request)
            if place == BASE:
                self.authorized.append(self.store.saved[-1])
            default = granted("last") if place == ACCOUNTS else answer("{}")
            seconds, outcome = next(self.plans[place], (0.1, default))
            if seconds > request.timeout:
                self.world.time += request.timeout
                yield DeadlineExceededError("x")
            else:
                self.world.time += seconds
                yield outcome


class Watched(MemoryTokenStore):
    """A store that remembers all the tokens it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[TokenSet] = []

    def save(self, key: str, tokens: TokenSet) -> None:
        self.saved.append(tokens)
        super().save(key, tokens)


plans = st.tuples(
    st.lists(st.tuples(st.floats(0, 20), grants), max_size=12),
    st.lists(st.tuples(st.floats(0, 20), answers), max_size=12),
)


@thorough(max_examples=200)
@given(
    plans,
    st.sampled_from([Application, User]),
    st.integers(1, 5),
    st.floats(0.01, 60),
    st.booleans(),
)
def test_whatever_happens(plan, kind, attempts, timeout, scoped) -> None:
    world, store = World(jitter=0.5), Watched()
    given_token = ("old",) if kind is User else ()
    grant = kind(*given_token, "client", "secret", store=store)
    servers = Servers(world, store, *plan)
    limits = settings(timeout=timeout, max_attempts=attempts, max_wait=30)
    operation = replace(GET, scopes=("read",)) if scoped else GET
    call = replace(CALL, operation=operation)
    begun = world.time
    end = world.play(servers, call, limits, replace(world.client(), grant=grant))

    calls, asked = servers.sent[BASE], servers.sent[ACCOUNTS]
    assert len(calls) <= attempts + 1
    assert len(asked) <= 2 * attempts * (attempts + 1)
    assert all(at < begun + timeout + ROUNDING for at, _ in world.sent)
    assert all(at + s <= begun + timeout + ROUNDING for at, s in world.slept)
    assert world.time <= begun + timeout + ROUNDING
    stored = [each.access_token.reveal() for each in servers.authorized]
    used = [dict(request.headers)["Authorization"] for request in calls]
    assert used == [f"Bearer {token}" for token in stored]
    assert not scoped or all(
        each.scopes in UNKNOWN_OR_READ for each in servers.authorized
    )
    assert all(dict(r.headers)["Authorization"].startswith("Basic ") for r in asked)
    assert not grant.guard.locked()
    assert store.acquire(grant.key, "next", 1)
    expected = (
        Response,
        StatusError,
        TransportError,
        AuthError,
        ConfigurationError,
        MissingScopeError,
    )
    assert isinstance(end, expected)
    if isinstance(end, MissingScopeError):
        assert scoped
        assert store.saved[-1].scopes not in UNKNOWN_OR_READ


class Moves:
    """Steps performed one by one, those that are shielded included."""

    def __init__(self, world: World, answers: Iterator[Response]) -> None:
        self.world, self.answers = world, answers
        self.stack: list[Steps] = []

    def make(self, steps: Steps, count: int) -> None:
        self.stack, outcome = [steps], None
        for _ in range(count + 1):
            try:
                step = self.stack[-1].send(outcome)
            except StopIteration as end:
                self.stack.pop()
                outcome = end.value
            except ClientError:
                self.stack.pop()
                return
            else:
                outcome = self._outcome(step)
            if not self.stack:
                return

    def _outcome(self, step: object) -> object:
        if isinstance(step, Shielded):
            self.stack.append(step.steps)
            return None
        if isinstance(step, Send):
            return next(self.answers)
        return self.world._perform(step)

    def close(self) -> None:
        while self.stack:
            self.stack.pop().close()


@given(st.integers(0, 14), st.lists(grants, max_size=3))
def test_a_call_given_up_at_any_step_leaves_no_lock(moves, plan) -> None:
    world, store = World(), MemoryTokenStore()
    grant = User("old", "client", store=store)
    shared = replace(world.client(), grant=grant)
    call = Call(label="x", method="GET", url=f"{BASE}/things/a", operation=GET)
    steps = exchange(Progress.begin(call, settings(), world.clock(), shared))
    answers = (outcome for outcome in plan if isinstance(outcome, Response))
    left = Moves(world, chain(answers, repeat(granted("last"))))
    left.make(steps, moves)
    left.close()
    assert not grant.guard.locked()
    assert store.acquire(grant.key, "next", 1)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
    st.sampled_from(
        ["access_token", "token_type", "expires_in", "refresh_token", "scope"]
    ),
)
def test_any_field_of_an_answer_may_be_anything(value, name) -> None:
    from _runtime.tokens.token_set import granted as read

    content = {
        "access_token": "a",
        "token_type": "Bearer",
        "expires_in": 1,
        name: value,
    }
    tokens = read(content, 0.0, None)
    if isinstance(tokens, TokenSet):
        assert tokens.access_token.reveal().isprintable()
        assert TokenSet.from_dict(json.loads(json.dumps(tokens.to_dict()))) == tokens
