"""Cursors: any place of a listing can be resumed, anywhere; nothing else passes."""

from __future__ import annotations

import base64
import json
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from _runtime.engine.limits import MemoryLimitStore
from _runtime.errors import ConnectFailedError, InvalidArgumentError, RateLimitedError
from _runtime.models.model import to_dict
from _runtime.models.page import Page
from _runtime.paging import cursors, positions
from tests.support.listing import TOO_MANY, Shelves, ids, names, shop
from tests.support.things import BASE, AsyncShop, Box, Thing, ThingPage, answer

LISTINGS = st.sampled_from(["all", "log"])


def open_(cursor: str) -> list[Any]:
    parts: list[Any] = json.loads(base64.urlsafe_b64decode(cursor + "=="))
    return parts


def closed(parts: Any) -> str:
    data = json.dumps(parts, separators=(",", ":"), ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@given(
    LISTINGS,
    st.integers(0, 25),
    st.tuples(st.integers(1, 7), st.integers(1, 7)),
    st.integers(0, 30),
    st.booleans(),
)
def test_the_rest_follows_wherever_one_stopped(call, total, sizes, stop, holes):
    size, other = sizes
    shelves = Shelves(names(total), size, holes=holes)
    whole = ids(getattr(shop(shelves).things, call)("b"))
    pager = getattr(shop(shelves).things, call)("b")
    seen = []
    for thing in pager:
        if len(seen) == stop:
            break
        seen.append(thing.id)
    cursor = pager.cursor
    if len(seen) == len(whole) <= stop:
        assert cursor is None
        return
    given = [*seen, thing.id]
    if cursor is None:
        assert given == whole
        return
    rest = getattr(shop(shelves).things, call)("b", limit=other, cursor=cursor)
    assert [*given, *ids(rest)] == whole
    assert rest.cursor is None
    again = getattr(shop(shelves).things, call)("b", cursor=cursor, prefetch=3)
    assert [*given, *ids(again)] == whole


@pytest.mark.slow
@given(LISTINGS, st.integers(1, 25), st.integers(1, 7), st.booleans())
def test_every_page_names_its_successor(call, total, size, holes):
    shelves = Shelves(names(total), size, holes=holes)
    pager = getattr(shop(shelves).things, call)("b")
    whole, seen = ids(pager), []
    for page in pager.pages():
        seen += ids(page.items)
        assert page.cursor == pager.cursor
        if page.cursor is None:
            assert seen == whole
        else:
            rest = getattr(shop(shelves).things, call)("b", cursor=page.cursor)
            assert [*seen, *ids(rest)] == whole
    assert page.cursor is None


@given(LISTINGS, st.integers(0, 12), st.integers(1, 5), st.lists(st.integers(0, 4)))
def test_a_resumed_listing_can_be_resumed(call, total, size, steps):
    shelves = Shelves(names(total), size)
    cursor, seen = None, []
    for step in [*steps, 100]:
        pager = getattr(shop(shelves).things, call)("b", cursor=cursor)
        seen += ids(pager.collect(step))
        cursor = pager.cursor
        if cursor is None:
            break
    assert seen == names(total)


@pytest.mark.parametrize("count", range(7))
def test_pages_with_gaps_are_resumed_at_the_item(count):
    """Six items a page, of which three are left out: offsets would lead astray."""
    shelves = Shelves(names(12), 6, holes=True)
    pager = shop(shelves).things.all("b")
    assert ids(pager.collect(count)) == names(12)[::2][:count]
    rest = shop(shelves).things.all("b", cursor=pager.cursor) if pager.cursor else []
    assert ids(rest) == names(12)[::2][count:]


def test_what_is_left_out_may_be_more_than_a_page():
    shelves = Shelves(names(7), 5)
    pager = shop(shelves).things.log("b")
    pager.collect(4)
    pages = shop(shelves).things.log("b", limit=1, cursor=pager.cursor).pages()
    for _ in range(3):
        page = next(pages)
        assert page.items == []
        assert ids(shop(shelves).things.log("b", cursor=page.cursor)) == list("456")


def test_before_it_is_used_a_pager_names_its_beginning():
    shelves = Shelves(names(5), 2)
    pager = shop(shelves).things.all("b", offset=1)
    assert pager.cursor is not None
    assert shelves.urls == []
    resumed = shop(shelves).things.all("b", cursor=pager.cursor)
    assert ids(resumed) == ["1", "2", "3", "4"]
    assert ids(pager) == ["1", "2", "3", "4"]
    assert pager.cursor is None


def test_a_cursor_wins_over_the_position_in_the_arguments():
    shelves = Shelves(names(6), 2)
    pager = shop(shelves).things.all("b", offset=1)
    cursor = next(pager.pages()).cursor
    again = shop(shelves).things.all("b", offset=1, cursor=cursor)
    assert ids(again) == ["3", "4", "5"]


def test_first_and_pages_leave_out_what_was_handed_out():
    shelves = Shelves(names(5), 3)
    pager = shop(shelves).things.log("b")
    pager.collect(2)
    rest = shop(shelves).things.log("b", cursor=pager.cursor)
    assert ids(rest.first().items) == ["2"]
    assert [ids(page.items) for page in rest.pages()] == [["2"], ["3", "4"]]


def test_each_iteration_has_its_own_place():
    pager = shop(Shelves(names(5), 2)).things.all("b")
    older, newer = iter(pager), iter(pager)
    next(older), next(newer), next(newer)
    two = pager.cursor
    next(older), next(older)
    assert pager.cursor == two
    older.close(), newer.close()
    assert pager.cursor == two


def test_a_rate_limit_in_the_middle_says_where_to_resume():
    shelves = Shelves(names(7), 3, refused={"3": TOO_MANY})
    pager = shop(shelves).things.all("b")
    seen: list[Thing] = []
    with pytest.raises(RateLimitedError) as caught:
        seen.extend(pager)
    assert ids(seen) == ["0", "1", "2"]
    assert caught.value.cursor == pager.cursor is not None
    kept = pickle.loads(pickle.dumps(caught.value)).cursor
    shelves.refused.clear()
    assert ids(shop(shelves).things.all("b", cursor=kept)) == ["3", "4", "5", "6"]


def test_what_collect_loses_is_not_handed_out():
    shelves = Shelves(names(7), 3, refused={"3": TOO_MANY})
    pager = shop(shelves).things.all("b")
    start = pager.cursor
    with pytest.raises(RateLimitedError) as caught:
        pager.collect()
    assert caught.value.cursor == pager.cursor == start
    shelves.refused = {"": TOO_MANY}
    with pytest.raises(RateLimitedError) as caught:
        shop(shelves).things.all("b").first()
    assert caught.value.cursor == start


def test_a_rate_limit_outside_of_listings_has_no_cursor():
    error = RateLimitedError(status=429)
    assert error.cursor is None
    shelves = Shelves(names(7), 3, refused={"3": ConnectFailedError("no")})
    pager = shop(shelves, max_attempts=1).things.all("b")
    with pytest.raises(ConnectFailedError) as caught:
        list(pager)
    assert not hasattr(caught.value, "cursor")
    shelves.refused.clear()
    assert ids(shop(shelves).things.all("b", cursor=pager.cursor)) == list("3456")


@pytest.mark.promise("cursors-resume-and-hide")
def test_another_process_resumes():
    pager = shop(Shelves(names(9), 4)).things.all("b", market="ES")
    pager.collect(6)
    script = (
        "import sys; from tests.support.listing import *;"
        " from tests.support.things import Shop;"
        " shop = Shop('other', transport=Shelves(names(9), 4));"
        " pager = shop.things.all('b', market='ES', cursor=sys.argv[1]);"
        " print(*(thing.id for thing in pager))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(pager.cursor)],
        cwd=root,
        env={"PYTHONPATH": f"{root}:{root / 'templates/package'}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["6", "7", "8"]


def test_another_base_url_resumes():
    shelves = Shelves(names(9), 4)
    pager = shop(shelves).things.all("b")
    pager.collect(6)
    local = shop(shelves, base_url="http://127.0.0.1:9/x")
    assert ids(local.things.all("b", cursor=pager.cursor).first().items)[0] == "6"
    assert shelves.urls[-1].startswith("http://127.0.0.1:9/x/boxes/b/things?")


@pytest.mark.promise("cursors-resume-and-hide")
def test_a_cursor_holds_neither_urls_nor_tokens():
    pager = shop(Shelves(names(9), 4)).things.all("box", market="ES", limit=3)
    pager.collect(4)
    parts = open_(pager.cursor)
    digest = parts.pop(2)
    assert parts == [1, "things.all", {"offset": "4"}, 0]
    assert len(base64.b64decode(digest)) == 16
    assert "=" not in pager.cursor


def test_a_cursor_fits_the_same_arguments_only():
    shelves = Shelves(names(9), 4)
    pager = shop(shelves).things.all("b", market="ES")
    pager.collect(3)
    cursor, sent = pager.cursor, len(shelves.urls)
    things = shop(shelves).things
    assert things.all("b", market="ES", limit=9, offset=2, cursor=cursor)
    assert shop(shelves, market="ES").things.all("b", cursor=cursor)
    for refuse in (
        lambda: things.all("c", market="ES", cursor=cursor),
        lambda: things.all("b", market="SE", cursor=cursor),
        lambda: things.all("b", cursor=cursor),
    ):
        with pytest.raises(InvalidArgumentError, match="other arguments"):
            refuse()
    with pytest.raises(InvalidArgumentError, match=r"things\.log: .* 'things\.all'"):
        things.log("b", cursor=cursor)
    with pytest.raises(InvalidArgumentError, match=r"things\.all: .* 'things\.log'"):
        things.all("b", cursor=things.log("b").cursor)
    assert len(shelves.urls) == sent


def test_what_is_no_cursor_is_refused_before_anything_is_sent():
    shelves = Shelves(names(9), 4)
    things = shop(shelves).things
    good = things.all("b", offset=3).cursor
    version, name, digest, query, skip = open_(good)
    for other in (0, 2):
        with pytest.raises(InvalidArgumentError, match="another version"):
            things.all("b", cursor=closed([other, name, "anything"]))
    with pytest.raises(InvalidArgumentError, match=f"belongs to '{'x' * 60}'"):
        things.all("b", cursor=closed([version, "x" * 100, digest, query, skip]))
    for bad in (
        "",
        "A",
        "no cursor",
        good + "=",
        f" {good}",
        good[:-1],
        good + "A",
        good * 400,
        "é",
        closed([]),
        closed({}),
        closed("x"),
        base64.urlsafe_b64encode(b"[" * 5000).decode().rstrip("="),
        closed([True, name, digest, query, skip]),
        closed([1.0, name, digest, query, skip]),
        closed([version, name, digest, query]),
        closed([version, name, digest, query, skip, 0]),
        closed([version, name, digest, query, -1]),
        closed([version, name, digest, query, 1e400]),
        closed([version, name, digest, {"market": "SE"}, skip]),
        closed([version, name, digest, {"offset": "-1"}, skip]),
        closed([version, name, digest, {"offset": "٣"}, skip]),
        closed([version, name, digest, {"offset": "1" * 16}, skip]),
        closed([version, name, digest, {"offset": 1}, skip]),
        closed([version, name, digest, {"after": "x" * 8193}, skip]),
        closed([version, name, digest, {"after": "~" * 40_000}, skip]),
        base64.urlsafe_b64encode(json.dumps([version, name]).encode()).decode()[:-1],
        closed([version, name, digest, {"before": "1", "after": "2"}, skip]) + "AA",
        base64.urlsafe_b64encode(json.dumps(open_(good)).encode()).decode().rstrip("="),
        7,
    ):
        with pytest.raises(InvalidArgumentError, match=r"things\.all: cursor: it"):
            things.all("b", cursor=bad)
    assert shelves.urls == []


@pytest.mark.parametrize(
    "query",
    [
        {"offset": "1", "after": "2", "before": "3"},
        {"after": "x" * 8192},
        {"before": '"' * 8192},
    ],
    ids=["every position", "a long one", "one of escapes"],
)
def test_any_position_a_url_can_hold_is_resumed(query):
    pager = shop(Shelves(names(9), 4)).things.all("b")
    version, name, digest, _, _ = open_(pager.cursor)
    cursor = closed([version, name, digest, query, 0])
    resumed = shop(Shelves(names(9), 4)).things.all("b", cursor=cursor)
    assert open_(resumed.cursor)[3] == query


def test_a_text_of_nothing_is_an_argument_too():
    things = shop(Shelves(names(9), 4)).things
    call = things.all("b")._listing.call
    empty = replace(call, url=f"{call.url}?market=")
    cursor = cursors.write(positions.Position(), empty, BASE)
    with pytest.raises(InvalidArgumentError, match="other arguments"):
        cursors.read(cursor, call, BASE)


@pytest.mark.slow
@settings(max_examples=300)
@given(st.text() | st.binary().map(lambda b: base64.urlsafe_b64encode(b).decode()))
def test_garbage_is_refused(text):
    with pytest.raises(InvalidArgumentError):
        shop(Shelves([])).things.all("b", cursor=text)


@pytest.mark.slow
@pytest.mark.promise("cursors-resume-and-hide")
@settings(max_examples=300)
@given(st.data())
def test_a_changed_cursor_never_leads_elsewhere(data):
    """It is refused, or asks for another position of the same listing."""
    shelves = Shelves(names(9), 4, refused={"x": answer("{}")})
    good = list(str(shop(shelves).things.log("b", after="2").cursor))
    alphabet = st.sampled_from("ABCXYZabcxyz0189-_")
    good[data.draw(st.integers(0, len(good) - 1))] = data.draw(alphabet)
    try:
        pager = shop(shelves).things.log("b", cursor="".join(good))
    except InvalidArgumentError:
        return
    url = pager._listing.call.url
    assert positions.at(url, ()) == f"{BASE}/boxes/b/log"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_position_stays_one_value_of_the_query(text):
    url = positions.at(f"{BASE}/x?a=1&after=2&%6fffset=3", (("after", text),))
    assert url.startswith(f"{BASE}/x?a=1&after=")
    assert url.count("&") == 1
    assert "#" not in url
    assert positions.query(url) == ((("after", text),) if text else ())


def test_positions_that_cannot_be_told_are_counted():
    """A `next` without a known position: the items before it are skipped."""
    pages = {
        f"{BASE}/boxes/b/log": (["0", "1"], f"{BASE}/boxes/b/log?page=2"),
        f"{BASE}/boxes/b/log?page=2": (["2", "3"], f"{BASE}/boxes/b/log?page=3"),
        f"{BASE}/boxes/b/log?page=3": (["4"], None),
    }

    class Numbered(Shelves):
        def page(self, url, query):
            found, following = pages[url]
            items = [{"type": "thing", "id": each} for each in found]
            return {"items": items, "next": following}

    for count in range(5):
        pager = shop(Numbered([])).things.log("b")
        pager.collect(count)
        rest = shop(Numbered([])).things.log("b", cursor=pager.cursor)
        assert ids(rest) == names(5)[count:]
    pager.collect(5)
    assert pager.cursor is None


def test_a_page_inside_a_model_is_resumed():
    shelves = Shelves(names(7), 3)
    client = shop(shelves)
    box = Box(id="b", things=client.things.all("b", market="ES").first())
    pager = client.pages(box.things)
    assert ids(pager.collect(4)) == ["0", "1", "2", "3"]
    rest = shop(shelves).pages(box.things, cursor=pager.cursor)
    assert ids(rest) == ["4", "5", "6"]
    same = shop(shelves).things.all("b", market="ES", cursor=pager.cursor)
    assert ids(same) == ["4", "5", "6"]


@pytest.mark.parametrize("href", [None, "https://evil.example/things"])
def test_a_page_without_a_url_is_resumed_from_that_of_its_successor(href):
    shelves = Shelves(names(4), 2)
    things = [Thing(id="0"), Thing(id="1")]
    page = ThingPage(items=things, href=href, next=f"{BASE}/boxes/b/things?offset=2")
    cursor = shop(shelves).pages(page).first().cursor
    assert ids(shop(shelves).pages(page, cursor=cursor)) == ["2", "3"]
    begun = shop(shelves).pages(page).cursor
    assert ids(shop(shelves).pages(page, cursor=begun)) == names(4)


def test_a_page_of_unknown_place_cannot_be_resumed():
    page = ThingPage(items=[], href="https://evil.example/", next="//evil.example")
    pager = shop(Shelves([])).pages(page)
    with pytest.raises(InvalidArgumentError, match="no URL"):
        shop(Shelves([])).pages(page, cursor=pager.cursor)


def test_the_cursor_is_no_field_of_a_page():
    page = shop(Shelves(names(3), 2)).things.all("b").first()
    assert page.cursor is not None
    assert "cursor" not in to_dict(page)
    assert page.cursor not in repr(page)
    twin = pickle.loads(pickle.dumps(page))
    assert (twin, twin.cursor) == (page, None)
    assert Page[Thing](items=[]).cursor is None


@pytest.mark.anyio
async def test_asynchronous_cursors_are_the_same():
    shelves = Shelves(names(7), 3, refused={"3": TOO_MANY})
    client = AsyncShop("token", transport=shelves, limits=MemoryLimitStore())
    pager = client.things.all("b")
    start = shop(shelves).things.all("b").cursor
    assert pager.cursor == start
    with pytest.raises(RateLimitedError) as caught:
        await pager.collect()
    assert caught.value.cursor == pager.cursor == start
    shelves.refused.clear()
    client = AsyncShop("token", transport=shelves)
    pager = client.things.all("b")
    assert [page.cursor is None async for page in pager.pages()] == [0, 0, 1]
    assert ids(await pager.collect(4)) == ["0", "1", "2", "3"]
    rest = client.things.all("b", cursor=pager.cursor)
    assert ids((await rest.first()).items) == ["4", "5", "6"]
    assert [thing.id async for thing in rest] == ["4", "5", "6"]
    assert rest.cursor is None
    with pytest.raises(InvalidArgumentError):
        client.things.log("b", cursor=pager.cursor)


@pytest.mark.anyio
@pytest.mark.parametrize("stop", range(7))
async def test_an_asynchronous_iteration_is_resumed_where_it_stopped(stop):
    client = AsyncShop("token", transport=Shelves(names(7), 3))
    pager = client.things.all("b")
    seen = []
    async for thing in pager:
        seen.append(thing.id)
        if len(seen) > stop:
            break
    rest = client.things.all("b", cursor=pager.cursor) if pager.cursor else None
    assert [*seen, *(ids(await rest.collect()) if rest else [])] == names(7)
