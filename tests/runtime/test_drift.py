"""Departures reach `on_drift`, the log and the report, and never with a value."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import threading
from typing import Any

import pytest

from _runtime.decoding import drift as drifting
from _runtime.decoding.departures import Departures
from _runtime.decoding.drift import DriftLog, SchemaDrift
from _runtime.description.operation import Operation
from _runtime.description.parameter import Parameter
from _runtime.errors import DecodeError, PagingError
from tests.support.things import (
    LIST,
    AsyncShop,
    Shop,
    Stone,
    Thing,
    ThingPage,
    answer,
    script,
)

LABEL = "things.get GET /things/{id}"
BAD = '{"type":"thing","id":7,"made":"soon"}'
ID = SchemaDrift(LABEL, "$.id", "string", "integer")
MADE = SchemaDrift(LABEL, "$.made", "partial-date or null", "string")


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget which warnings this process has given."""
    monkeypatch.setattr(drifting, "_warnings", drifting._Warnings())


def departures(**paths: int) -> Departures:
    found = Departures()
    for path, count in paths.items():
        for _ in range(count):
            found.add((None, path), "string", "null")
    return found


def test_each_departure_goes_to_the_function_once_a_response(caplog):
    seen: list[SchemaDrift] = []
    page = json.dumps({"items": [json.loads(BAD), json.loads(BAD)], "next": None})
    shop = Shop("token", transport=script(BAD, BAD, page), on_drift=seen.append)
    assert shop.things.get("abcd") == Thing(id=None)
    shop.things.get("abcd")
    assert seen == [ID, MADE] * 2
    shop.things.all("abcd").collect()
    assert [each.path for each in seen[4:]] == ["$.items[*].id", "$.items[*].made"]
    assert not caplog.records
    assert {hash(each) for each in seen} == {hash(each) for each in set(seen)}


@pytest.mark.promise("drift-is-told-once")
def test_by_default_there_is_one_warning_a_place_and_process(caplog):
    for _ in range(2):
        shop = Shop("token", transport=script(BAD, BAD))
        shop.things.get("abcd")
        shop.things.get("abcd")
    assert [(r.levelno, r.name, r.getMessage()) for r in caplog.records] == [
        (logging.WARNING, "things", str(ID)),
        (logging.WARNING, "things", str(MADE)),
    ]
    assert str(ID) == f"{LABEL}: $.id: expected string, got integer"


def test_the_places_that_were_warned_of_are_bounded(caplog, monkeypatch):
    monkeypatch.setattr(drifting, "_MOST_WARNINGS", 2)
    log = DriftLog(logger="things")
    log.note("x", departures(a=1, b=1, c=1), drifting_time("2026-01-01T00:00:00+00:00"))
    assert len(caplog.records) == 2


@pytest.mark.promise("drift-is-told-once")
def test_an_exception_in_the_function_breaks_no_call_and_is_logged_once(caplog):
    def fail(_: SchemaDrift) -> None:
        raise LookupError("of the user")

    shop = Shop("token", transport=script(BAD, BAD), on_drift=fail)
    assert shop.things.get("abcd") == shop.things.get("abcd")
    assert [r.getMessage() for r in caplog.records] == [
        "on_drift failed; further failures are not shown"
    ]


@pytest.mark.promise("strict-is-where-drift-is")
def test_strict_is_an_error_with_the_place_and_status():
    seen: list[SchemaDrift] = []
    shop = Shop("token", transport=script(BAD), strict=True, on_drift=seen.append)
    with pytest.raises(
        DecodeError, match=r"^things.get GET /things/\{id\}: "
    ) as caught:
        shop.things.get("abcd")
    assert (caught.value.path, caught.value.status) == ("$.id", 200)
    assert seen == []
    assert len(shop.drift.report()) == 0


def test_views_may_be_strict_or_not_and_share_the_report():
    shop = Shop("token", transport=script(BAD, BAD, BAD), on_drift=lambda _: None)
    with pytest.raises(DecodeError):
        shop.with_options(strict=True).things.get("abcd")
    shop.with_options(strict=True).with_options(strict=False).things.get("abcd")
    shop.things.get("abcd")
    records = [*shop.with_options(timeout=5).drift.report()]
    assert [(r.path, r.count) for r in records] == [("$.id", 2), ("$.made", 2)]
    assert records[0].first_seen.utcoffset() is not None


def test_raw_pages_and_batches_are_tolerant_too():
    seen: list[SchemaDrift] = []
    page = {"items": [{"type": "thing"}, None], "next": None}
    listing = '{"things":[{"type":"thing","id":null},{"type":"thing","id":"b"}]}'
    transport = script(json.dumps(page), json.dumps(page), listing, "[null]")
    shop = Shop("token", transport=transport, on_drift=seen.append)
    raw = shop.raw(LIST, id="abcd")
    assert seen == []
    assert raw.decode() == ThingPage(items=[Thing(id=None), None])
    assert [*shop.things.all("abcd")] == [Thing(id=None), None]
    assert shop.things.get_several(["aaaa", "bbbb"]) == [Thing(id=None), Thing(id="b")]
    assert {each.path for each in seen} == {
        "$.items[*].id",
        "$.items[*]",
        "$.things[*].id",
    }
    with pytest.raises(DecodeError):
        shop.things.get("abcd")


def test_the_asynchronous_client_does_the_same():
    seen: list[SchemaDrift] = []

    async def main() -> Any:
        shop = AsyncShop("token", transport=script(BAD, BAD), on_drift=seen.append)
        with pytest.raises(DecodeError):
            await shop.with_options(strict=True).things.get("abcd")
        return await shop.things.get("abcd"), shop.drift.report()

    thing, report = asyncio.run(main())
    assert thing == Thing(id=None)
    assert seen == [ID, MADE]
    assert [r.path for r in report] == ["$.id", "$.made"]


@pytest.mark.parametrize("page", ['{"total":5}', '{"items":null,"total":5}'])
@pytest.mark.promise("no-listing-ends-too-early")
def test_a_page_without_items_can_be_had_but_its_items_cannot(page):
    shop = Shop("token", transport=script(*[page] * 4), on_drift=lambda _: None)
    assert shop.things.all("abcd").first().total == 5
    assert next(shop.things.all("abcd").pages()).total == 5
    with pytest.raises(PagingError, match="no `items`"):
        list(shop.things.all("abcd"))
    with pytest.raises(PagingError, match="no `items`"):
        shop.things.all("abcd", prefetch=3).collect()


FIELDS = Parameter("fields", where="query", partial_response=True)
PARTIAL: Operation[Thing] = Operation(
    name="things.part",
    method="GET",
    path="/part",
    parameters=(FIELDS,),
    result=lambda: Thing,
)


def test_where_some_properties_were_asked_for_absence_is_no_departure():
    seen: list[SchemaDrift] = []
    body = '{"made":"1981"}'
    shop = Shop("token", transport=script(*[body] * 4), on_drift=seen.append)
    for strict in (True, False):
        view = shop.with_options(strict=strict)
        found = view.raw(PARTIAL, fields="made").decode()
        assert found.id is None
    assert seen == []
    assert shop.raw(PARTIAL).decode().id is None
    assert [each.got for each in seen] == ["nothing"]
    with pytest.raises(DecodeError):
        shop.with_options(strict=True).raw(PARTIAL).decode()


@pytest.mark.promise("unused-bodies-are-not-parsed")
def test_bodies_of_calls_without_a_result_are_never_parsed():
    shop = Shop("token", transport=script("i6HgRGYKQU", "<html>"), strict=True)
    assert shop.things.paint("abcd") is None
    assert shop.things.save(["abcd"]) is None


def test_what_is_no_json_is_an_error_with_what_came():
    for body in ("", "<html>", '{"id":'):
        html = answer(body, 203, content_type="text/html")
        with pytest.raises(DecodeError) as caught:
            Shop("token", transport=script(html)).things.get("abcd")
        error = caught.value
        assert (error.status, error.content_type) == (203, "text/html")
        assert error.first_bytes == body.encode()
        assert "status 203" in str(error)


def canaries() -> tuple[str, list[Any]]:
    """Give data that departs everywhere and holds a mark in every text and key."""
    mark = f"mark{secrets.token_hex(4)}"
    return mark, [
        {"type": mark, "id": [mark]},
        {"type": "thing", "id": {mark: mark}, "made": mark, mark: mark},
        {
            "things": {
                "items": [{"type": mark}, {"type": "stone", "grams": mark}, mark],
                "next": None,
            }
        },
        {"items": {mark: mark}, "next": [mark], "total": mark},
    ]


@pytest.mark.promise("drift-tells-no-values")
def test_no_value_of_a_response_is_told(caplog):
    mark, bodies = canaries()
    seen: list[SchemaDrift] = []
    for on_drift in (seen.append, None):
        answers = [json.dumps(each) for each in bodies]
        shop = Shop("token", transport=script(*answers), on_drift=on_drift)
        shop.things.get("abcd")
        shop.things.get("abcd")
        [*shop.search("q")]
        shop.things.all("abcd").first()
        assert len(shop.drift.report()) > 5
        assert mark not in str(shop.drift.report()) + repr(shop.drift.report())
    assert len(seen) > 5
    assert mark not in repr(seen) + caplog.text
    assert caplog.records


def test_a_report_reads_well_and_is_sorted():
    log = DriftLog(lambda _: None)
    now = drifting_time("2026-01-01T00:00:00+00:00")
    later = drifting_time("2026-01-02T00:00:00+00:00")
    log.note("b", departures(x=2), now)
    log.note("a", departures(y=1), later)
    log.note("b", departures(x=1), later)
    report = log.report()
    assert str(report).splitlines() == [
        "a: $.y: expected string, got null (1 times since 2026-01-02T00:00:00+00:00)",
        "b: $.x: expected string, got null (3 times since 2026-01-01T00:00:00+00:00)",
    ]
    assert [*report] == [*report.records]
    assert str(DriftLog().report()) == "no drift"


def drifting_time(text: str) -> Any:
    from datetime import datetime

    return datetime.fromisoformat(text)


@pytest.mark.promise("drift-is-told-once")
def test_a_report_is_bounded(monkeypatch):
    monkeypatch.setattr(drifting, "MOST_RECORDS", 2)
    log = DriftLog(lambda _: None)
    now = drifting_time("2026-01-01T00:00:00+00:00")
    log.note("x", departures(a=1, b=1, c=3), now)
    log.note("x", departures(a=1, c=1), now)
    report = log.report()
    assert [(r.path, r.count) for r in report] == [("$.a", 2), ("$.b", 1)]
    assert report.left_out == 4
    assert str(report).endswith("and 4 values more")


def test_many_threads_count_together():
    log = DriftLog(lambda _: None)
    now = drifting_time("2026-01-01T00:00:00+00:00")

    def work() -> None:
        for _ in range(200):
            log.note("x", departures(a=1), now)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [r.count for r in log.report()] == [1600]


def test_a_stone_is_no_thing_but_keeps_its_name():
    body = json.dumps({"type": "stone", "id": "s"})
    thing = Shop("token", transport=script(body), on_drift=lambda _: None).things.get(
        "abcd"
    )
    assert thing == Thing(id="s")
    assert thing != Stone(id="s")
