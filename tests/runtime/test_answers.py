"""An answer is only what was asked for, whichever transport brings it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from _runtime.errors import ClientError, DecodeError, NotModifiedError, ProtocolError
from _runtime.http.messages import Response
from tests.support.raw_server import RawServer
from tests.support.things import GET, STATE, AsyncShop, Shop, answer, script

THING = '{"type": "thing", "id": "a", "made": "1981"}'

UNASKED: dict[str, Response] = {
    "switched protocols": answer(THING, 101),
    "no final status": answer(THING, 199),
    "status 0": answer(THING, 0),
    "status 99": answer(THING, 99),
    "status 600": answer(THING, 600),
    "status 999": answer(THING, 999),
    "a part": answer(THING, 206),
    "a part that says which": answer(THING, 200, content_range="bytes 0-9/99"),
    "changes to an answer": answer(THING, 226),
    "not modified": answer("", 304, etag='"a"'),
    "content where there is none": answer(THING, 205),
    "two lengths": answer(THING, content_length="44", transfer_encoding="chunked"),
    "lengths that differ": answer(THING, content_length="44, 45"),
    "a length that is no number": answer(THING, content_length="-1"),
}


@pytest.mark.promise("answers-were-asked-for")
@pytest.mark.parametrize("name", UNASKED)
def test_what_nobody_asked_for_is_no_result(name: str):
    def options() -> dict[str, Any]:
        return {"transport": script(UNASKED[name]), "max_attempts": 1}

    with pytest.raises(ProtocolError):
        Shop("t", **options()).things.get("abcd")
    with pytest.raises(ProtocolError):
        Shop("t", **options()).raw(GET, id="abcd")
    with pytest.raises(ProtocolError):
        Shop("t", **options()).things.save(["abcd"])
    with pytest.raises(ProtocolError):
        asyncio.run(AsyncShop("t", **options()).things.get("abcd"))


@pytest.mark.promise("answers-were-asked-for")
def test_a_read_asks_once_more_and_a_write_does_not():
    part, whole = answer(THING, 206), answer(THING)
    shop = Shop("t", transport=script(part, whole))
    assert shop.things.get("abcd").id == "a"
    came = script(part, whole)
    with pytest.raises(ProtocolError):
        Shop("t", transport=came).request("POST", "/things")
    assert len(came.requests) == 1


def test_who_asks_whether_something_was_modified_is_told():
    shop = Shop("t", transport=script(answer("", 304, etag='"a"'), answer("", 304)))
    asking = shop.with_options(if_none_match='"a"')
    with pytest.raises(NotModifiedError):
        asking.things.get("abcd")
    assert asking.raw(GET, id="abcd").status == 304


@pytest.mark.promise("answers-were-asked-for")
@pytest.mark.parametrize(
    "head",
    [
        "206 Partial Content\r\nContent-Length: 44",
        "200 OK\r\nContent-Range: bytes 0-43/99\r\nContent-Length: 44",
        "304 Not Modified\r\nContent-Length: 0",
        "600 What\r\nContent-Length: 44",
        "200 OK\r\nContent-Length: 9999\r\nTransfer-Encoding: chunked",
        "200 OK\r\nContent-Length: 44\r\nContent-Length: 45",
        "200 OK\r\nTransfer-Encoding: gzip, chunked",
        "101 Switching Protocols\r\nUpgrade: h2c",
        "200 OK\r\nContent-Encoding: br\r\nContent-Length: 44",
    ],
)
def test_its_connection_is_not_used_again(head: str, server: RawServer):
    chunks = b"2c\r\n" + THING.encode() + b"\r\n0\r\n\r\n"
    body = chunks if "chunked" in head else THING.encode()
    server.answer(f"HTTP/1.1 {head}\r\n\r\n".encode() + body)
    with Shop("t", base_url=server.url, max_attempts=1) as shop:
        for _ in range(2):
            with pytest.raises(ProtocolError):
                shop.things.get("abcd")
    assert server.connections == 2

    async def main() -> None:
        async with AsyncShop("t", base_url=server.url, max_attempts=1) as shop:
            for _ in range(2):
                with pytest.raises(ProtocolError):
                    await shop.things.get("abcd")

    asyncio.run(main())
    assert server.connections == 4


EMPTY = {
    "204": answer("", 204),
    "202": answer("", 202),
    "200": answer("", 200),
    "205": answer("", 205),
    "200 with a line end": answer("\r\n", 200),
}


@pytest.mark.promise("empty-answers-are-none")
@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_answer_is_none_where_one_is_described(name: str):
    came = EMPTY[name]
    shop = Shop("t", transport=script(came, came))
    assert shop.state() is None
    assert shop.raw(STATE).decode() is None
    assert asyncio.run(AsyncShop("t", transport=script(came)).state()) is None


@pytest.mark.promise("empty-answers-are-none")
@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_answer_is_no_result_where_there_has_to_be_one(name: str):
    with pytest.raises(DecodeError):
        Shop("t", transport=script(EMPTY[name])).things.get("abcd")


def test_an_empty_answer_whose_end_is_not_marked_may_have_been_cut():
    cut = Response(status=200, complete=False)
    with pytest.raises(ProtocolError):
        Shop("t", transport=script(cut), max_attempts=1).state()


def test_other_successes_are_results():
    for status in (200, 201, 202, 203, 207, 299):
        shop = Shop("t", transport=script(answer(THING, status)))
        assert shop.things.get("abcd").id == "a"
    with pytest.raises(ClientError):
        Shop("t", transport=script(answer(THING, 300))).things.get("abcd")
