"""What was recorded answers again, in its order, and nothing else does."""

from __future__ import annotations

import asyncio
import json

import pytest

from _runtime.errors import ConfigurationError
from _runtime.transports.recording import RecordingTransport
from _runtime.transports.replaying import ReplayTransport
from tests.support.things import AsyncShop, Shop, answer, script

FIRST, SECOND = '{"type":"thing","id":"a"}', '{"type":"thing","id":"b"}'


def record(folder, *bodies):
    with Shop("t", transport=RecordingTransport(script(*bodies), folder)) as shop:
        for _ in bodies:
            shop.things.get("abcd", market="SE")


def test_recordings_answer_in_their_order(tmp_path):
    bodies = [f'{{"type":"thing","id":"{number}"}}' for number in range(30)]
    record(tmp_path, *bodies)
    transport = ReplayTransport(tmp_path)
    assert transport.unused == 30
    with Shop("other", transport=transport) as shop:
        found = [shop.things.get("wxyz", market="FR").id for _ in bodies]
    assert found == [str(number) for number in range(30)]
    assert transport.unused == 0


def test_the_awaited_client_gets_them_as_well(tmp_path):
    record(tmp_path, FIRST, SECOND)

    async def run():
        async with AsyncShop("t", transport=ReplayTransport(tmp_path)) as shop:
            return [(await shop.things.get("abcd", market="SE")).id for _ in range(2)]

    assert asyncio.run(run()) == ["a", "b"]


def test_a_failure_is_answered_as_it_was(tmp_path):
    limited = answer('{"error":{"message":"slow"}}', 429, retry_after="0")
    inner = RecordingTransport(script(limited, FIRST), tmp_path)
    with Shop("t", transport=inner) as shop:
        shop.things.get("abcd", market="SE")
    assert len([*tmp_path.iterdir()]) == 2
    transport = ReplayTransport(tmp_path)
    with Shop("t", transport=transport) as shop:
        assert shop.things.get("abcd", market="SE").id == "a"
    assert transport.unused == 0


def test_one_request_more_than_recorded_is_told(tmp_path):
    record(tmp_path, FIRST)
    with Shop("t", transport=ReplayTransport(tmp_path)) as shop:
        shop.things.get("abcd", market="SE")
        with pytest.raises(ConfigurationError) as caught:
            shop.things.get("abcd", market="SE")
    assert "GET /things/{id}?market was recorded 1 times" in str(caught.value)
    assert 'mode="auto"' in str(caught.value)


def test_what_was_never_recorded_is_told_with_the_nearest(tmp_path):
    record(tmp_path, FIRST)
    with (
        Shop("t", transport=ReplayTransport(tmp_path)) as shop,
        pytest.raises(ConfigurationError) as caught,
    ):
        shop.things.get("abcd")
    assert "nothing is recorded for GET /things/{id};" in str(caught.value)
    assert "did you mean 'GET /things/{id}?market'?" in str(caught.value)


def test_bodies_are_told_apart_by_their_shape(tmp_path):
    with Shop("t", transport=RecordingTransport(script("", ""), tmp_path)) as shop:
        shop.request("POST", "/x", json={"ids": ["a", "b"]})
        shop.request("POST", "/x", json={"ids": ["a"]})
    kept = [json.loads(file.read_text()) for file in sorted(tmp_path.iterdir())]
    assert [len(each["request"]["body"]["ids"]) for each in kept] == [2, 1]
    with Shop("t", transport=ReplayTransport(tmp_path)) as shop:
        shop.request("POST", "/x", json={"ids": ["c"]})
        shop.request("POST", "/x", json={"ids": ["c", "d"]})
        with pytest.raises(ConfigurationError, match="nothing is recorded"):
            shop.request("POST", "/x", json={"ids": [1]})


def test_auto_answers_what_was_there_and_records_what_goes_beyond(tmp_path):
    folder = tmp_path / "new"
    for sent, expected in ((2, ["a", "b"]), (0, ["a", "b"]), (1, ["a", "b", "a"])):
        inner = script(*[FIRST, SECOND][:sent])
        transport = ReplayTransport(folder, mode="auto", inner=inner)
        with Shop("t", transport=transport) as shop:
            found = [shop.things.get("abcd").id for _ in expected]
        assert (found, len(inner.requests), inner.closed) == (expected, sent, 1)
    assert len([*folder.iterdir()]) == 3


def test_record_sends_everything(tmp_path):
    for count in (1, 2):
        inner = script(FIRST)
        with Shop(
            "t", transport=ReplayTransport(tmp_path, mode="record", inner=inner)
        ) as shop:
            shop.things.get("abcd")
        assert len([*tmp_path.iterdir()]) == count


def test_what_cannot_be_read_is_told(tmp_path):
    with pytest.raises(ConfigurationError, match="there are no recordings in"):
        ReplayTransport(tmp_path / "nowhere")
    with pytest.raises(ConfigurationError, match="none of: record, replay, auto"):
        ReplayTransport(tmp_path, mode="once")
    for text in ("", "[]", '{"request": {}}', '{"request": 1, "response": 2}'):
        (tmp_path / "odd.json").write_text(text)
        with pytest.raises(ConfigurationError, match=r"odd\.json: it is no recording"):
            ReplayTransport(tmp_path)
