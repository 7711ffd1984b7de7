"""Where a listing is taken to have no end, and which page is too old to follow one."""

from __future__ import annotations

import pytest

from _runtime.errors import PaginationLoopError, PagingError
from _runtime.http import urls
from _runtime.models.page import Page
from _runtime.paging import watch
from _runtime.paging.watch import Watch, expect_next, is_older

HERE = "https://a.example/things"
EMPTY: Page[str] = Page(items=[])
FULL: Page[str] = Page(items=["a"])


def gone_on(seen: Watch, number: int) -> None:
    seen.go_on(EMPTY, HERE, f"{HERE}?page={number}")


def test_a_thousand_empty_pages_in_a_row_are_no_listing():
    seen = Watch(HERE)
    for _ in range(5):
        seen.reached(EMPTY)
    seen.reached(FULL)
    for _ in range(999):
        seen.reached(EMPTY)
    gone_on(seen, 1)
    for number in (2, 3):
        seen.reached(EMPTY)
        with pytest.raises(PaginationLoopError, match=r"the last 1,00\d empty"):
            gone_on(seen, number)


def test_a_hundred_thousand_pages_are_no_listing(monkeypatch):
    seen = Watch(HERE)
    seen._visited.update(str(number).encode() for number in range(99_998))
    gone_on(seen, 1)
    with pytest.raises(PaginationLoopError, match="no end after 100,000 pages"):
        gone_on(seen, 2)
    monkeypatch.setattr(watch, "MOST_PAGES", 50_000)
    with pytest.raises(PaginationLoopError):
        gone_on(seen, 2)


@pytest.mark.parametrize(("more", "refused"), [(0, False), (1, True), (5_000, True)])
def test_a_next_page_has_an_address_that_can_be_asked_for(more, refused):
    page = Page(items=["a"], next="x" * (urls.LONGEST + more))
    if not refused:
        expect_next(page, None, None)
        return
    with pytest.raises(PagingError, match=f"{urls.LONGEST + more:,} characters"):
        expect_next(page, None, None)


def kept(*times: float) -> Page[str]:
    page = Page(items=["a"])
    if times:
        vars(page)["kept"] = times
    return page


@pytest.mark.parametrize(
    ("page", "before", "older"),
    [
        (kept(), None, False),
        (kept(), kept(1, 2), False),
        (kept(10, 12), None, True),
        (kept(10, 12), kept(), True),
        (kept(10, 12), kept(11, 14), False),
        (kept(10, 12), kept(12, 14), False),
        (kept(10, 12), kept(12.5, 14), True),
        (kept(10, 12), kept(7, 9), False),
    ],
)
def test_a_page_may_not_be_older_than_the_one_it_follows(page, before, older):
    assert is_older(page, before) is older
