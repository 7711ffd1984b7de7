"""Pages fetched ahead: in order, bounded, and gone when nobody wants them."""

from __future__ import annotations

import asyncio
import gc
import threading
from contextvars import ContextVar
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings, strategies as st

from _runtime.errors import (
    ClientStatusError,
    InvalidArgumentError,
    PaginationLoopError,
    RateLimitedError,
    UnsafeUrlError,
)
from _runtime.http.messages import Request, Response
from tests.support.listing import TOO_MANY, Shelves, ids, names, shop
from tests.support.replay import Answer, replay_server
from tests.support.things import BASE, AsyncShop, Shop, answer
from tests.support.timing import PATIENCE, comes_true

GONE = answer("", 404)


def offsets(shelves: Shelves) -> list[int]:
    queries = [dict(parse_qsl(urlsplit(url).query)) for url in shelves.urls]
    return [int(query.get("offset", 0)) for query in queries]


@pytest.mark.promise("prefetched-pages-come-in-order")
@given(
    st.sampled_from(["all", "log"]),
    st.integers(0, 30),
    st.integers(1, 7),
    st.integers(1, 5),
    st.none() | st.integers(0, 35),
)
@settings(max_examples=60)
def test_the_pages_together_are_the_whole(call, total, size, prefetch, most):
    shelves = Shelves(names(total), size)
    pager = getattr(shop(shelves).things, call)("b", prefetch=prefetch)
    wanted = total if most is None else min(total, most)
    assert ids(pager.collect(most)) == names(wanted)
    assert len(shelves.urls) == (0 if most == 0 else max(1, -(-wanted // size)))
    assert ids(pager) == names(total)
    if call == "all":
        assert len(set(shelves.urls)) == max(1, -(-total // size), len({most} & {0}))


@given(st.integers(0, 20), st.integers(1, 9), st.integers(0, 20), st.integers(2, 4))
@settings(max_examples=60)
def test_the_start_and_the_size_asked_for_are_kept(total, limit, start, prefetch):
    shelves = Shelves(names(total), size=5)
    options = {"limit": limit, "offset": start}
    plain = ids(shop(shelves).things.all("b", **options))
    sent, shelves.urls = shelves.urls, []
    ahead = shop(shelves).things.all("b", prefetch=prefetch, **options)
    assert ids(ahead) == plain == names(total)[start:]
    assert sorted(shelves.urls) == sorted(sent)
    stride = min(limit, 5)
    assert sorted(offsets(shelves)) == [start, *range(start + stride, total, stride)]


@st.composite
def changes(draw: st.DrawFn) -> dict[int, tuple[str, int]]:
    """Before which requests something is put in or taken out, and where."""
    change = st.tuples(st.sampled_from(["insert", "delete"]), st.integers(0, 30))
    return draw(st.dictionaries(st.integers(2, 8), change, max_size=3))


@pytest.mark.slow
@pytest.mark.promise("pages-are-the-whole")
@given(st.integers(0, 25), st.integers(1, 6), st.integers(1, 4), changes())
@settings(max_examples=150)
def test_a_listing_that_shifts_comes_to_an_end(total, size, prefetch, plan):
    shelves = Shelves(names(total), size)

    def change(request: int) -> None:
        kind, index = plan.get(request, ("", 0))
        if kind == "insert":
            shelves.items.insert(min(index, len(shelves.items)), str(1000 + request))
        elif kind and index < len(shelves.items):
            del shelves.items[index]

    shelves.before = change
    pages = list(shop(shelves).things.all("b", prefetch=prefetch).pages())
    assert [page.offset for page in pages] == [size * n for n in range(len(pages))]
    assert len(pages) <= max(1, -(-(total + 3) // size))
    assert len(shelves.urls) <= len(pages) + 2 * prefetch
    # What a page says of the whole is true of it: it was not made up of two states.
    for page in pages:
        count = min(size, max(0, page.total - page.offset))
        assert len(page.items) == count


@pytest.mark.parametrize("change", ["insert", "delete"])
def test_a_changed_total_follows_next_from_the_last_good_page(change):
    shelves = Shelves(names(12), 2)

    def shift(request: int) -> None:
        if request == 3:
            if change == "insert":
                shelves.items.append("12")
            else:
                shelves.items.pop()

    shelves.before = shift
    found = ids(shop(shelves).things.all("b", prefetch=2))
    assert found == names(13 if change == "insert" else 11)
    # One by one from the page at 2 or 4: whatever was fetched ahead is asked for again.
    again = offsets(shelves)
    assert sorted(set(again)) == list(range(0, 13 if change == "insert" else 12, 2))
    assert len(again) > len(set(again))
    assert again[-3:] == sorted(again[-3:])


def test_pages_that_count_otherwise_follow_next():
    """The server's stride changes, or its `next` leads past where counting leads."""

    class Uneven(Shelves):
        def page(self, url, query):
            page = super().page(url, query)
            if page["offset"] == 4:
                page["next"] = f"{BASE}/boxes/b/things?offset=8&limit=2"
            return page

    shelves = Uneven(names(12), 2)
    found = ids(shop(shelves).things.all("b", prefetch=4))
    assert found == [each for each in names(12) if each not in {"6", "7"}]


@pytest.mark.parametrize("field", ["offset", "limit", "total"])
def test_without_numbers_to_count_on_pages_follow_next(field):
    class Silent(Shelves):
        def page(self, url, query):
            return {**super().page(url, query), field: None}

    shelves = Silent(names(7), 2)
    assert ids(shop(shelves).things.all("b", prefetch=4)) == names(7)
    assert offsets(shelves) == [0, 2, 4, 6]


def test_a_next_page_elsewhere_is_refused_at_its_place():
    class Leaving(Shelves):
        def page(self, url, query):
            page = super().page(url, query)
            if page["offset"] == self.leave:
                page["next"] = "https://evil.example/x?offset=2"
            return page

    for leave in (0, 2):
        shelves = Leaving(names(9), 2)
        shelves.leave = leave
        seen = []
        with pytest.raises(UnsafeUrlError):
            seen.extend(shop(shelves).things.all("b", prefetch=3))
        assert ids(seen) == names(leave + 2)
        assert all(url.startswith(BASE) for url in shelves.urls)


@pytest.mark.parametrize("prefetch", [1, 3])
@pytest.mark.parametrize("after", ["?offset=0", "?offset=0&nonce=1", "?offset=4"])
def test_offsets_that_do_not_advance_are_a_loop(prefetch, after):
    class Stuck(Shelves):
        def page(self, url, query):
            page = super().page(url, query)
            if page["offset"] == 4:
                page["next"] = f"{BASE}/boxes/b/things{after}"
            return page

    shelves = Stuck(names(9), 2)
    seen = []
    with pytest.raises(PaginationLoopError):
        seen.extend(shop(shelves).things.all("b", prefetch=prefetch))
    assert ids(seen) == names(6)


def test_an_offset_that_stands_still_on_the_first_page_is_a_loop():
    class Stuck(Shelves):
        def page(self, url, query):
            following = f"{BASE}/boxes/b/things?offset=0&n={len(self.urls)}"
            return {**super().page(url, query), "next": following}

    shelves = Stuck(names(9), 2)
    with pytest.raises(PaginationLoopError):
        list(shop(shelves).things.all("b", prefetch=3))
    assert len(shelves.urls) == 1


def test_empty_pages_with_a_next_one_are_passed():
    class Sparse(Shelves):
        def page(self, url, query):
            page = super().page(url, query)
            return {**page, "items": page["items"] if page["offset"] == 6 else []}

    assert ids(shop(Sparse(names(9), 2)).things.all("b", prefetch=3)) == ["6", "7"]


@pytest.mark.promise("prefetched-pages-come-in-order")
@pytest.mark.parametrize("prefetch", [1, 2, 5])
@pytest.mark.parametrize("refusal", [GONE, TOO_MANY], ids=["404", "429"])
def test_a_failed_page_raises_after_the_good_ones(prefetch, refusal):
    shelves = Shelves(names(20), 2, refused={"6": refusal})
    pager = shop(shelves).things.all("b", prefetch=prefetch)
    seen, before = [], threading.active_count()
    with pytest.raises(ClientStatusError) as caught:
        seen.extend(pager)
    if refusal is GONE:
        assert ids(seen) == names(6)
    else:  # a window that begins stops every request that is not yet sent
        assert ids(seen) == names(len(seen))
        assert isinstance(caught.value, RateLimitedError)
        assert caught.value.cursor == pager.cursor
    assert comes_true(lambda: threading.active_count() <= before)
    shelves.refused.clear()
    rest = shop(shelves).things.all("b", cursor=pager.cursor, prefetch=prefetch)
    assert ids([*seen, *rest]) == names(20)


@pytest.mark.parametrize("prefetch", [0, -1, True, 1.5, "2", None])
def test_less_than_one_page_cannot_be_fetched_ahead(prefetch):
    shelves = Shelves(names(3))
    client = shop(shelves)
    with pytest.raises(InvalidArgumentError, match=r"things\.all: prefetch"):
        client.things.all("b", prefetch=prefetch)
    page = client.things.all("b").first()
    with pytest.raises(InvalidArgumentError, match=r"things\.all: prefetch"):
        client.pages(page, prefetch=prefetch)
    assert len(shelves.urls) == 1


def test_a_page_inside_a_model_is_continued_ahead():
    shelves = Shelves(names(9), 2)
    client = shop(shelves)
    page = client.things.all("b").first()
    pager = client.pages(page, prefetch=3)
    assert pager.first() is page
    assert ids(pager) == names(9)
    assert sorted(offsets(shelves)) == [0, 2, 4, 6, 8]


def test_one_page_at_a_time_starts_no_thread():
    before = threading.active_count()
    shelves = Shelves(names(6), 2)
    for count, _ in enumerate(shop(shelves).things.all("b").pages(), 1):
        assert len(shelves.urls) == count
        assert threading.active_count() == before


@pytest.mark.promise("prefetched-pages-come-in-order")
@given(st.integers(2, 5), st.integers(0, 12))
@settings(max_examples=25, deadline=None)
def test_no_more_pages_are_held_than_asked_for(prefetch, taken):
    """Nothing beyond is asked for, however long the consumer takes."""
    shelves = Shelves(names(20), 1)
    pages = shop(shelves).things.all("b", prefetch=prefetch).pages()
    for count, _ in enumerate(pages, 1):
        assert len(shelves.urls) <= count + prefetch - 1
        if count > taken:
            break
    pages.close()
    assert len(shelves.urls) <= taken + prefetch


def left_by_break(pager: Any) -> None:
    for _ in pager:
        break


def left_by_close(pager: Any) -> None:
    pages = pager.pages()
    next(pages), next(pages)
    pages.close()


def left_to_the_collector(pager: Any) -> None:
    ring: list[Any] = [iter(pager)]
    next(ring[0])
    ring.append(ring)
    del ring
    gc.collect()


def left_by_an_error(pager: Any) -> None:
    with pytest.raises(ZeroDivisionError):
        next(1 / 0 for _ in pager)


def left_by_enough(pager: Any) -> None:
    pager.collect(3)


LEFT = [
    left_by_break,
    left_by_close,
    left_to_the_collector,
    left_by_an_error,
    left_by_enough,
]


@pytest.mark.slow
@pytest.mark.promise("prefetched-pages-come-in-order")
@pytest.mark.parametrize("leave", LEFT)
def test_no_thread_is_left_behind(leave):
    before = threading.active_count()
    for _ in range(5):
        leave(shop(Shelves(names(20), 2)).things.all("b", prefetch=4))
        assert comes_true(lambda: threading.active_count() <= before)


def test_leaving_does_not_wait_for_a_pause_between_attempts():
    """The page after the first is refused for 20 s; nobody waits for them."""
    asked = threading.Event()
    waiting = answer("", 429, Retry_After="20")

    def note(request: int) -> None:
        if request > 1:
            asked.set()

    shelves = Shelves(names(9), 2, refused={"2": waiting}, before=note)
    pages = shop(shelves).things.all("b", prefetch=2).pages()
    next(pages)
    assert asked.wait(PATIENCE)
    before = len(shelves.urls)
    pages.close()
    assert comes_true(lambda: "pages" not in {t.name for t in threading.enumerate()})
    assert len(shelves.urls) == before


def test_garbage_may_be_collected_in_a_thread_of_its_own():
    """A thread that fetches pages closes the iteration that made it."""
    shelves = Shelves(names(9), 2)
    ring: list[Any] = []
    closed = threading.Event()

    def close(request: int) -> None:
        if request == 2:
            ring.pop().close()
            closed.set()

    shelves.before = close
    from _runtime.paging.prefetch import Threads

    client = shop(shelves)
    pager = client.things.all("b", prefetch=2)
    threads = Threads(pager._fetch, 2)
    ring.append(threads)
    call = pager._listing.call
    pager.first()
    threads.start([call])
    assert closed.wait(PATIENCE)


def test_threads_see_the_context_of_the_caller():
    asking: ContextVar[str] = ContextVar("asking", default="nobody")
    shelves, asked_by = Shelves(names(6), 2), set()
    shelves.before = lambda _: asked_by.add(asking.get())
    token = asking.set("the caller")
    try:
        assert ids(shop(shelves).things.all("b", prefetch=2)) == names(6)
    finally:
        asking.reset(token)
    assert asked_by == {"the caller"}


def test_requests_are_in_flight_together():
    """The server answers the pages after the first only when it has three at once."""
    with replay_server() as server:
        shelves = Shelves(names(14), 2)
        together, lock, flying = threading.Event(), threading.Lock(), [0]

        def serve(seen: Any) -> Answer:
            url = server.origin + seen.target
            query = dict(parse_qsl(urlsplit(url).query))
            if "offset" in query:
                with lock:
                    flying[0] += 1
                    if flying[0] == 3:
                        together.set()
                assert together.wait(PATIENCE)
                with lock:
                    flying[0] -= 1
            return Answer.of(shelves.page(url.replace(server.base_url, BASE), query))

        server.answer = serve
        with Shop("token", base_url=server.base_url) as client:
            assert ids(client.things.all("b", prefetch=3)) == names(14)
        assert together.is_set()
        server.seen.clear()
        together.clear()

        async def main() -> None:
            async with AsyncShop("token", base_url=server.base_url) as client:
                pager = client.things.all("b", prefetch=3)
                assert [thing.id async for thing in pager] == names(14)

        asyncio.run(main())
        assert len(server.seen) == 7


class Slow(Shelves):
    """Answers the pages after the first when `go` is set; counts those waiting."""

    def __init__(self, *options: Any) -> None:
        super().__init__(*options)
        self.go = asyncio.Event()
        self.waiting = self.most = self.cancelled = 0

    async def asend(self, request: Request) -> Response:
        response = self.send(request)
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        try:
            if len(self.urls) > 1:
                await self.go.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.waiting -= 1
        return response


def tasks() -> int:
    return len(asyncio.all_tasks())


@pytest.mark.anyio
@pytest.mark.parametrize("prefetch", [1, 2, 5])
async def test_asynchronous_pages_are_the_same(prefetch):
    shelves = Slow(names(20), 2)
    client = AsyncShop("token", transport=shelves)
    before = tasks()
    shelves.go.set()
    pager = client.things.all("b", prefetch=prefetch)
    assert [thing.id async for thing in pager] == names(20)
    assert ids(await pager.collect(7)) == names(7)
    assert shelves.most <= prefetch
    assert tasks() == before
    assert sorted(offsets(shelves)) == sorted([*range(0, 20, 2), 2, 4, 6])


@pytest.mark.anyio
async def test_asynchronous_pages_are_bounded_and_end_when_left():
    shelves = Slow(names(20), 2)
    client = AsyncShop("token", transport=shelves)
    before = tasks()
    pages = client.things.all("b", prefetch=4).pages()
    await anext(pages)
    await asyncio.sleep(0.01)
    assert (shelves.waiting, len(shelves.urls)) == (3, 4)
    await pages.aclose()
    assert (shelves.waiting, shelves.cancelled, tasks()) == (0, 3, before)


@pytest.mark.promise("prefetched-pages-come-in-order")
@pytest.mark.anyio
async def test_breaking_off_leaves_no_task_behind():
    before = tasks()
    for _ in range(10):
        shelves = Slow(names(20), 2)
        client = AsyncShop("token", transport=shelves)
        async for _ in client.things.all("b", prefetch=4):
            break
        for _ in range(20):
            await asyncio.sleep(0)
        assert (shelves.waiting, tasks()) == (0, before)


@pytest.mark.anyio
async def test_cancelling_leaves_no_task_behind():
    before = tasks()
    for ticks in range(40):
        shelves = Slow(names(20), 2)
        pager = AsyncShop("token", transport=shelves).things.all("b", prefetch=4)
        task = asyncio.create_task(pager.collect())
        for _ in range(ticks):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (shelves.waiting, tasks()) == (0, before)


@pytest.mark.anyio
async def test_asynchronous_failures_raise_at_their_place():
    shelves = Shelves(names(20), 2, refused={"6": GONE, "8": GONE})
    before = tasks()
    pager = AsyncShop("token", transport=shelves).things.all("b", prefetch=4)
    things = aiter(pager)
    assert [(await anext(things)).id for _ in range(6)] == names(6)
    with pytest.raises(ClientStatusError):
        await anext(things)
    assert tasks() == before


@pytest.mark.anyio
async def test_asynchronous_pages_follow_next_where_the_total_changes():
    shelves = Shelves(names(9), 2)
    shelves.before = lambda n: shelves.items.append("9") if n == 3 else None
    client = AsyncShop("token", transport=shelves)
    page = await client.things.all("b").first()
    found = client.pages(page, prefetch=3)
    assert [thing.id async for thing in found] == names(10)
    assert len(shelves.urls) > len(set(shelves.urls))
