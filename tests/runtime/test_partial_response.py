"""Filters of properties: whatever they leave out, no listing ends too early."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
from hypothesis import given, strategies as st

from _runtime.calls import filters
from _runtime.errors import InvalidArgumentError, PagingError
from _runtime.models.page import Page
from tests.support.things import (
    BASE,
    BOX,
    LIST,
    AsyncShop,
    Script,
    Shop,
    answer,
    script,
)

TOTAL, SIZE = 7, 3
PAGING = "next,href,limit,offset,total"


def chosen(names: list[filters.Named], data: Any) -> Any:
    """Leave out what a filter leaves out, as a server does."""
    if isinstance(data, list):
        return [chosen(names, each) for each in data]
    if not isinstance(data, dict):
        return data
    wanted = {each.name: each.parts for each in names if not each.excluded}
    unwanted = {each.name: each.parts for each in names if each.excluded}
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key in unwanted and unwanted[key] is None:
            continue
        parts = wanted.get(key, wanted.get("*", [] if wanted else None))
        if wanted and key not in wanted and "*" not in wanted:
            continue
        found[key] = value if parts is None else chosen(parts, value)
        if key in unwanted and isinstance(found[key], dict):
            spared = [filters.Named(e.name, excluded=True) for e in unwanted[key] or []]
            found[key] = chosen(spared, found[key])
    return found


class Shelf(Script):
    """A box of things, and what it is in, with filters."""

    def __init__(self) -> None:
        super().__init__([])

    def send(self, request: Any) -> Any:
        self.requests.append(request)
        address = urlsplit(request.url)
        query = dict(parse_qsl(address.query))
        page = self.page(request.url.partition("?")[0], query)
        data: Any = page
        if address.path.endswith("/boxes/b"):
            whole = self.page(f"{BASE}/boxes/b/things", {})
            data = {"id": "b", "things": whole}
        elif address.path.endswith("/search"):
            data = {"things": page, "message": "found"}
        text = query.get("fields", "")
        assert not any(sign.isspace() for sign in text)
        return answer(json.dumps(chosen(filters.read(text), data) if text else data))

    def page(self, path: str, query: dict[str, str]) -> dict[str, Any]:
        start = int(query.get("offset", 0))
        numbers = range(start, min(start + SIZE, TOTAL))
        after = {**query, "offset": start + SIZE}
        more = f"{path}?{urlencode(after)}" if start + SIZE < TOTAL else None
        return {
            "items": [{"type": "thing", "id": str(n), "made": "1981"} for n in numbers],
            "next": more,
            "href": f"{path}?{urlencode(query)}",
            "limit": SIZE,
            "offset": start,
            "total": TOTAL,
        }


def sent(request: Any) -> str | None:
    return parse_qs(urlsplit(request.url).query).get("fields", [None])[0]


ADDED = {
    "items(id)": f"items(id),{PAGING}",
    "items.id": f"items.id,{PAGING}",
    " items ( id ) , next ": "items(id),next,href,limit,offset,total",
    "total,limit,items(id),,": "total,limit,items(id),next,href,offset",
    "items(made),items(id)": f"items(made),items(id),{PAGING}",
    f"items(id),{PAGING}": f"items(id),{PAGING}",
    "!items.made": "!items.made",
    "!items(made)": "!items(made)",
    "!next,!items.made": "!items.made",
    "items,!total": f"items,{PAGING}",
    "!next": None,
    "": None,
    "*": "*",
    "items(*)": f"items(*),{PAGING}",
    "items(id,!made)": f"items(id,!made),{PAGING}",
}


@pytest.mark.promise("no-listing-ends-too-early")
@pytest.mark.parametrize(("given", "asked"), ADDED.items())
@pytest.mark.parametrize("prefetch", [1, 4])
def test_paging_is_asked_for_what_it_needs(given, asked, prefetch):
    shelf = Shelf()
    listing = Shop("token", transport=shelf).things.all
    found = listing("b", fields=given, prefetch=prefetch).collect()
    assert [each.id or str(n) for n, each in enumerate(found)] == list("0123456")
    assert sent(shelf.requests[0]) == asked


@pytest.mark.promise("no-listing-ends-too-early")
@pytest.mark.parametrize("given", ADDED)
def test_a_listing_with_a_filter_is_resumed(given):
    shop = Shop("token", transport=Shelf())
    pager = shop.things.all("b", fields=given)
    begun = iter(pager)
    for _ in range(4):
        next(begun)
    rest = shop.things.all("b", fields=given, cursor=pager.cursor).collect()
    assert len(rest) == TOTAL - 4


@pytest.mark.promise("no-listing-ends-too-early")
def test_awaited_listings_are_asked_for_the_same():
    shop = AsyncShop("token", transport=Shelf())
    for fields in ADDED:
        for prefetch in (1, 4):
            listing = shop.things.all("b", fields=fields, prefetch=prefetch)
            assert len(asyncio.run(listing.collect())) == TOTAL


INSIDE = {
    "things(items(id))": f"things(items(id),{PAGING})",
    "things.items.id": f"things(items.id,{PAGING})",
    "things.items(id),id": f"things(items(id),{PAGING}),id",
    "things.next": "things(next,href,limit,offset,total)",
    "things": "things",
    "id,things": "id,things",
    "things(!items.made)": "things(!items.made)",
    "things(!next)": "things",
    "!things.next": None,
    "!things(next,items(made))": "!things(items(made))",
    "*(items(id))": f"*(items(id),{PAGING})",
    "id": "id",
    "!things": "!things",
    "things(items),things(total)": f"things(items,{PAGING}),things("
    "total,next,href,limit,offset)",
}


@pytest.mark.promise("no-listing-ends-too-early")
@pytest.mark.parametrize(("given", "asked"), INSIDE.items())
def test_so_it_is_for_a_page_inside_a_model(given, asked):
    shelf = Shelf()
    shop = Shop("token", transport=shelf)
    box = shop.things.box("b", fields=given)
    assert sent(shelf.requests[0]) == asked
    if box.things is not None and box.things.items is not None:
        assert len(shop.pages(box.things).collect()) == TOTAL


@pytest.mark.promise("no-listing-ends-too-early")
@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("things(items(id))", f"things(items(id),{PAGING})"),
        ("things.items.id", f"things(items.id,{PAGING})"),
        ("message", "message,things"),
        ("!things", None),
        ("!things(next)", None),
    ],
)
def test_so_it_is_for_pages_in_an_envelope(given, asked):
    shelf = Shelf()
    found = Shop("token", transport=shelf).search("x", fields=given).collect()
    assert len(found) == TOTAL
    assert sent(shelf.requests[0]) == asked


def test_pages_by_cursor_are_asked_for_theirs():
    calls = script('{"items":[],"next":null}')
    Shop("token", transport=calls).things.log("b", fields="items(id)").collect()
    assert sent(calls.requests[0]) == "items(id),next,href,limit,cursors"


@pytest.mark.promise("no-listing-ends-too-early")
@pytest.mark.parametrize("given", ["total", "next", "limit,offset", "!items"])
def test_a_filter_without_items_gives_pages_but_no_items(given):
    shop = Shop("token", transport=Shelf())
    assert shop.things.all("b", fields=given).first().total == TOTAL
    assert len([*shop.things.all("b", fields=given).pages()]) == 3
    with pytest.raises(PagingError, match="no `items`; if `fields` left them out"):
        shop.things.all("b", fields=given).collect()
    page = shop.things.box("b", fields=f"things({given})").things
    with pytest.raises(PagingError, match="no `items`"):
        list(shop.pages(page))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "items(",
            "items)",
            "items(id",
            "items id",
            "items..id",
            "items.",
            "!",
            "(id)",
        ),
        *("items(id)x", "!!id", "items.(id)", "a" + ".a" * 80, "a(" * 80 + ")" * 80),
    ],
)
def test_what_is_no_filter_is_refused_before_anything_is_sent(text):
    shop = Shop("token", transport=script())
    with pytest.raises(InvalidArgumentError, match=r"things\.all: fields: "):
        shop.things.all("b", fields=text)
    with pytest.raises(InvalidArgumentError, match=r"things\.box: fields: "):
        shop.things.box("b", fields=text)


@pytest.mark.parametrize("given", ["items(", "items(id)"])
def test_what_is_not_a_call_of_its_own_goes_out_as_it_is(given):
    calls = script('{"items":[]}', '{"items":[]}')
    shop = Shop("token", transport=calls)
    shop.raw(LIST, id="b", fields=given)
    shop.request("GET", "/boxes/b/things", params={"fields": given})
    told = shop.explain(BOX, id="b", fields=given)
    assert [sent(each) for each in (*calls.requests, told)] == [given] * 3


PAGE = {"items": [{"type": "thing", "id": "a"}], "total": 9}


@pytest.mark.promise("no-listing-ends-too-early")
@pytest.mark.parametrize(
    "numbers",
    [
        {},
        {"total": None},
        {"total": 2},
        {"total": 0},
        {"total": -1},
        {"offset": 7},
        *({"next": each} for each in ("", 5, 0, True, False, [], {})),
    ],
)
def test_without_a_next_a_listing_does_not_pass_for_complete(numbers):
    body = json.dumps(PAGE | numbers)
    shop = Shop("token", transport=script(*[body] * 3))
    with pytest.raises(PagingError, match="does not tell whether more items follow"):
        shop.things.all("b").collect()
    assert len(shop.things.all("b").collect(1)) == 1
    raw = shop.raw(LIST, id="b").decode()
    with pytest.raises(PagingError, match="if `fields` left it out, name it there"):
        shop.pages(raw).collect()


@pytest.mark.parametrize(
    "numbers", [{"next": None}, {"total": 1}, {"total": 8, "offset": 7}]
)
def test_a_listing_ends_where_the_server_says_so(numbers):
    """A total that is larger than what was listed counts what the server left out."""
    shop = Shop("token", transport=script(json.dumps(PAGE | numbers)))
    assert len(shop.things.all("b").collect()) == 1


@pytest.mark.parametrize("more", ["", ',"next":""', ',"next":5', ',"next":{"a":1}'])
def test_a_listing_by_cursor_has_no_numbers_to_end_by(more):
    shop = Shop("token", transport=script(f'{{"items":[],"total":0{more}}}'))
    with pytest.raises(PagingError, match="no `next`"):
        shop.things.log("b").collect()


def test_beyond_its_end_a_listing_is_empty():
    body = json.dumps({"items": [], "total": 3, "offset": 7})
    assert Shop("token", transport=script(body)).things.all("b").collect() == []


def test_a_page_without_a_next_is_like_one_with_none():
    untold, told = Page[int](items=[1]), Page[int](items=[1], next=None)
    assert untold.next is None
    assert untold == told
    assert repr(untold) == repr(told)


names = st.sampled_from(["items", "next", "id", "a", "*", "total"])
named = st.recursive(
    st.builds(filters.Named, names, st.booleans()),
    lambda below: st.builds(
        lambda name, out, parts, dotted: filters.Named(
            name,
            excluded=out,
            parts=parts,
            dotted=dotted and len(parts) == 1 and not parts[0].excluded,
        ),
        names,
        st.booleans(),
        st.lists(below, min_size=1, max_size=3),
        st.booleans(),
    ),
    max_leaves=8,
)


@given(st.lists(named, max_size=4))
def test_a_filter_is_read_as_it_was_written(parts):
    assert filters.read(filters.write(parts)) == parts


@given(st.text("ab!.,() ", max_size=12))
def test_any_text_is_a_filter_or_none(text):
    try:
        read = filters.read(text)
    except ValueError:
        return
    assert filters.read(filters.write(read)) == read
