"""What a token endpoint grants is read tolerantly, and written and read whole."""

from __future__ import annotations

import math
from typing import Any

import pytest

from _runtime.core.secret import Secret
from _runtime.errors import InvalidArgumentError
from _runtime.tokens.stores import MemoryTokenStore
from _runtime.tokens.token_set import LONGEST_LIFETIME, TokenSet, granted

NOW = 1000.0
PLAIN = {"access_token": "a", "token_type": "Bearer", "expires_in": 3600}


def read(**fields: object) -> TokenSet | str:
    return granted(PLAIN | fields, NOW, None)


def tokens(**fields: object) -> TokenSet:
    return TokenSet(access_token=Secret("a"), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "lifetime"),
    [
        (3600, 3600.0),
        (1, 1.0),
        (0, 0.0),
        (-1, 0.0),
        (1.5, 1.5),
        ("60", 60.0),
        (" 60 ", 60.0),
        ("٦٠", None),
        ("", None),
        ("soon", None),
        ("inf", None),
        (None, None),
        (True, None),
        (False, None),
        ([], None),
        (math.nan, None),
        (math.inf, None),
        (10**400, None),
        (10**9, LONGEST_LIFETIME),
        (31_536_000, LONGEST_LIFETIME),
        (31_535_999, 31_535_999.0),
    ],
)
def test_any_lifetime_is_understood(value: object, lifetime: float | None) -> None:
    found = read(expires_in=value)
    assert isinstance(found, TokenSet)
    assert found.lifetime == lifetime
    assert found.expires_at == (None if lifetime is None else NOW + lifetime)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"access_token": None}, "it has no access token"),
        ({"access_token": 7}, "it has no access token"),
        ({"access_token": "é"}, "it has no access token"),
        ({"access_token": "a\n"}, "it has no access token"),
        ({"access_token": ""}, "its access token cannot stand in a header"),
        ({"access_token": "a b"}, "its access token cannot stand in a header"),
        ({"token_type": "mac"}, "its tokens are of a type other than Bearer"),
        ({"token_type": ""}, "its tokens are of a type other than Bearer"),
    ],
)
def test_what_makes_no_sense_is_told(fields: dict[str, object], told: str) -> None:
    assert read(**fields) == told


@pytest.mark.parametrize("kind", ["Bearer", "bearer", "BEARER", None, 5])
def test_the_type_is_bearer_or_not_told(kind: object) -> None:
    assert isinstance(read(token_type=kind), TokenSet)


@pytest.mark.parametrize(
    ("given", "refresh"), [("r", "r"), ("", None), (None, None), (7, None), ([], None)]
)
def test_a_refresh_token_is_a_text(given: object, refresh: str | None) -> None:
    found = read(refresh_token=given)
    assert isinstance(found, TokenSet)
    assert found.refresh_token == (None if refresh is None else Secret(refresh))


@pytest.mark.parametrize(
    ("scope", "requested", "scopes"),
    [
        ("a b", None, {"a", "b"}),
        ("", ["c"], set()),
        (None, ["c"], {"c"}),
        (None, None, None),
        (["a"], ["c"], {"c"}),
    ],
)
def test_scopes_that_are_not_told_are_those_asked_for(
    scope: object, requested: list[str] | None, scopes: set[str] | None
) -> None:
    found = granted(PLAIN | {"scope": scope}, NOW, requested)
    assert isinstance(found, TokenSet)
    assert found.scopes == scopes


@pytest.mark.parametrize(
    ("lifetime", "leeway"),
    [(None, 0.0), (0.0, 0.0), (100.0, 10.0), (600.0, 60.0), (3600.0, 60.0)],
)
def test_a_token_is_replaced_a_little_before_its_end(
    lifetime: float | None, leeway: float
) -> None:
    assert tokens(lifetime=lifetime).leeway == pytest.approx(leeway)


@pytest.mark.parametrize(
    ("end", "lifetime", "left"),
    [
        (None, None, math.inf),
        (None, 5.0, math.inf),
        (NOW + 9, None, 9.0),
        (NOW - 9, None, -9.0),
        (NOW + 9, 5.0, 5.0),
        (NOW + 4, 5.0, 4.0),
        (1e18, None, LONGEST_LIFETIME),
    ],
)
def test_no_token_lasts_longer_than_it_was_granted_for(
    end: float | None, lifetime: float | None, left: float
) -> None:
    assert tokens(expires_at=end, lifetime=lifetime).seconds_left(NOW) == left


def test_what_an_answer_leaves_out_stays() -> None:
    before = tokens(refresh_token=Secret("r"), scopes=frozenset({"a"}))
    bare = tokens()
    assert bare.succeeding(None) is bare
    assert bare.succeeding(before) == before
    new = tokens(refresh_token=Secret("s"), scopes=frozenset())
    assert new.succeeding(before) == new


def test_tokens_are_written_and_read_whole() -> None:
    full = tokens(
        expires_at=1.5,
        lifetime=2.5,
        refresh_token=Secret("r"),
        scopes=frozenset({"b", "a"}),
    )
    assert full.to_dict() == {
        "access_token": "a",
        "expires_at": 1.5,
        "lifetime": 2.5,
        "refresh_token": "r",
        "scopes": ["a", "b"],
        "owner": Secret("r").digest,
    }
    for each in (full, tokens()):
        assert TokenSet.from_dict(each.to_dict()) == each


@pytest.mark.parametrize(
    "change",
    [
        {"access_token": None},
        {"access_token": 1},
        {"refresh_token": 1},
        {"scopes": "a"},
        {"scopes": 5},
        {"scopes": {}},
    ],
)
def test_anything_else_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="holds no tokens"):
        TokenSet.from_dict(tokens().to_dict() | change)


@pytest.mark.promise("misuse-is-told")
@pytest.mark.parametrize("data", [None, {}, [], "x", 5])
def test_what_is_no_mapping_of_tokens_is_refused(data: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="holds no tokens"):
        TokenSet.from_dict(data)


def test_a_refusal_keeps_no_token_in_its_frame() -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        TokenSet.from_dict({"access_token": "hidden", "scopes": 5})
    frame = caught.traceback[-1].frame
    assert frame.code.name == "from_dict"
    assert "hidden" not in repr(frame.f_locals)


def test_what_is_no_number_or_name_is_left_out() -> None:
    odd = {"expires_at": "soon", "lifetime": True, "scopes": ["a", 1, None]}
    found = TokenSet.from_dict(tokens().to_dict() | odd)
    assert found == tokens(scopes=frozenset({"a"}))


def test_a_store_in_memory_keeps_users_and_locks_apart() -> None:
    now = [0.0]
    store = MemoryTokenStore(lambda: now[0])
    store.save("ann", tokens())
    assert store.load("ann") == tokens()
    assert store.load("bob") is None
    assert repr(store) == "MemoryTokenStore(1 users)"
    assert store.acquire("ann", "one", 60.0)
    assert store.acquire("bob", "two", 60.0)
    assert not store.acquire("ann", "two", 60.0)
    store.release("ann", "two")
    now[0] = 59.9
    assert not store.acquire("ann", "two", 60.0)
    now[0] = 60.0
    assert store.acquire("ann", "two", 60.0)
    store.release("ann", "one")
    assert not store.acquire("ann", "three", 60.0)
    store.release("ann", "two")
    store.release("ann", "two")
    assert store.acquire("ann", "three", 60.0)
    store.delete("ann")
    store.delete("ann")
    assert store.load("ann") is None


def test_refreshed_tokens_have_the_owner_of_those_before_and_others_do_not() -> None:
    first = tokens(refresh_token=Secret("r"))
    rotated = tokens(refresh_token=Secret("s")).succeeding(first)
    assert rotated.owner == first.owner
    assert TokenSet.from_dict(rotated.to_dict()).owner == first.owner
    assert tokens(refresh_token=Secret("s")).owner != first.owner
    assert first.owner not in repr(first)


@pytest.mark.parametrize("owner", [None, 1, [], ""])
def test_tokens_of_an_unknown_owner_are_named_after_themselves(owner: object) -> None:
    written = tokens(refresh_token=Secret("r")).to_dict() | {"owner": owner}
    assert TokenSet.from_dict(written).owner == Secret("r").digest
