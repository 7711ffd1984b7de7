"""Batches that the quota mode lacks: in chunks of their replacement, or one by one."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest

from _runtime.calls.arguments import Arguments
from _runtime.description.api import OperationTable
from _runtime.description.operation import (
    Availability,
    Batch,
    Operation,
    Route,
    Translation,
)
from _runtime.engine.steps import Together
from _runtime.errors import StatusError
from _runtime.http.messages import Request, Response
from _runtime.session import batches
from tests.support.things import SEVERAL, AsyncShop, Script, Shop, Thing, answer

SAVE = "PUT /me/things"
KEEP = "PUT /me/kept"
ONE_BY_ONE = Route(
    operation="GET /things/{id}",
    arguments=(Translation(name="id", source="ids", each=True),),
)


class Store(Script):
    """Has the things asked for, but for some; refuses others."""

    def __init__(self, refused: dict[str, int] | None = None) -> None:
        super().__init__([])
        self.refused = refused or {}

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        name = request.url.rpartition("/")[2]
        if name in self.refused:
            return answer("", self.refused[name])
        return answer(json.dumps({"type": "thing", "id": name}))


def lacking(operation: Operation[Any], route: Route) -> Operation[Any]:
    modes = (("small", "removed"),)
    availability = Availability(modes=modes, since="2026-02-11", route=route)
    return replace(operation, availability=availability)


def routed(shop: Any) -> Any:
    """Let a client live in a quota mode that lacks its batches."""
    session = shop._caller.session
    known = {each.route: each for each in session.api.operations}
    kept = Batch(parameter="ids", size=2)
    known[KEEP] = replace(known[SAVE], name="things.keep", path="/me/kept", batch=kept)
    known[SAVE] = lacking(known[SAVE], Route(operation=KEEP))
    known[SEVERAL.route] = lacking(SEVERAL, ONE_BY_ONE)
    session = replace(
        session,
        api=replace(session.api, operations=OperationTable(tuple(known.values()))),
        settings=replace(
            session.settings,
            quota_mode="small",
            on_unavailable="route",
            max_attempts=1,
        ),
    )
    shop._caller = shop._caller.with_session(session)
    return shop


def test_each_is_asked_for_once_and_stands_in_its_place():
    store = Store({"none": 404})
    shop = routed(Shop("token", transport=store))
    found = shop.things.get_several(["aaaa", "none", "aaaa", "bbbb"])
    assert found == [Thing(id="aaaa"), None, Thing(id="aaaa"), Thing(id="bbbb")]
    asked = ["GET /things/aaaa", "GET /things/bbbb", "GET /things/none"]
    assert sorted(store.targets) == asked


def test_so_it_is_where_it_is_awaited():
    shop = routed(AsyncShop("token", transport=Store({"none": 404})))
    found = asyncio.run(shop.things.get_several(["none", "aaaa"]))
    assert found == [None, Thing(id="aaaa")]


@pytest.mark.parametrize("status", [400, 401, 403, 405, 500])
def test_only_what_is_not_there_is_none(status):
    shop = routed(Shop("token", transport=Store({"none": status})))
    with pytest.raises(StatusError) as caught:
        shop.things.get_several(["aaaa", "none"])
    assert caught.value.status == status


def test_without_elements_nothing_is_sent():
    store = Store()
    assert routed(Shop("token", transport=store)).things.get_several([]) == []
    assert store.requests == []


@pytest.mark.promise("single-requests-are-four-at-once")
def test_four_are_under_way_at_once():
    session = routed(Shop("token", transport=Store()))._caller.session
    names = [f"aaa{n}" for n in range(9)]
    arguments = Arguments(query={"ids": names})
    steps = batches.batch(session, SEVERAL.route, list[Thing | None], arguments)
    step = next(steps)
    assert isinstance(step, Together)
    assert (len(step.parts), step.at_once) == (9, 4)
    with pytest.raises(StopIteration) as end:
        steps.send([[name] for name in names])
    assert end.value.value == names


def test_writes_go_out_in_chunks_of_the_replacement():
    store = Store()
    shop = routed(Shop("token", transport=store))
    shop.things.save(["aaaa", "bbbb", "cccc"])
    assert store.targets == ["PUT /me/kept?ids=aaaa,bbbb", "PUT /me/kept?ids=cccc"]
