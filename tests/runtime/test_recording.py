"""Recordings hold what a description is held against, and nobody's data."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import stat
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from _runtime.errors import ConfigurationError, ConnectFailedError
from _runtime.transports.default import HttpTransport
from _runtime.transports.recording import RecordingTransport
from _runtime.transports.scrubbing import Scrubber
from tests.support.things import GET, AsyncShop, Shop, answer, script

if TYPE_CHECKING:
    from tests.support.raw_server import RawServer

THING = '{"type":"thing","id":"a","made":"1981"}'
PERSON = {
    "type": "user",
    "id": "jane.doe",
    "display_name": "Jane Doe",
    "email": "jane@example.org",
    "country": "SE",
    "birthdate": "1970-05-06",
    "href": "https://api.example/v1/users/jane.doe",
    "uri": "app:user:jane.doe",
    "followers": {"total": 3},
    "images": [{"url": "https://img.example/portrait-of-jane", "width": 64}],
    "product": "premium",
}


def recorded(folder: Path) -> list[dict[str, Any]]:
    files = sorted(folder.iterdir())
    return [json.loads(file.read_text()) for file in files]


def test_a_file_has_the_request_and_the_response(tmp_path):
    folder = tmp_path / "new" / "recordings"
    came = answer(THING, 200, content_type="application/json", set_cookie="s=1")
    shop = Shop("secret", transport=RecordingTransport(script(came), folder))
    assert shop.things.get("abcd", market="SE").id == "a"
    (found,) = recorded(folder)
    assert found == {
        "request": {"method": "GET", "path": "/things/{id}", "query": ["market"]},
        "response": {
            "status": 200,
            "headers": {"content-type": "application/json"},
            "body": {"type": "thing", "id": "a", "made": "1981"},
        },
    }


@pytest.mark.promise("recordings-hold-no-person")
def test_files_are_private_whole_and_apart(tmp_path):
    count = 40
    transport = RecordingTransport(script(*[THING] * count), tmp_path / "r")
    shop = Shop("secret", transport=transport)
    threads = [
        threading.Thread(target=shop.things.get, args=("abcd",)) for _ in range(count)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    files = [*(tmp_path / "r").iterdir()]
    assert len(files) == count
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "r").stat().st_mode) == 0o700
    pattern = r"\d{8}T\d{6}-\d{6}-get-things-id-[0-9a-f]{16}\.json"
    assert all(re.fullmatch(pattern, file.name) for file in files)


@pytest.mark.promise("recordings-hold-no-person")
def test_over_real_sockets_in_both_clients(server: RawServer, tmp_path):
    body = json.dumps({"type": "thing", "id": "a", "owner": PERSON}).encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSet-Cookie: c=1\r\n"
    server.answer(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    url = server.url
    transport = RecordingTransport(HttpTransport(), tmp_path)
    with Shop("secret-token", base_url=url, transport=transport) as shop:
        assert shop.things.get("abcd").id == "a"

    async def main() -> None:
        transport = RecordingTransport(HttpTransport(), tmp_path)
        async with AsyncShop("secret-token", base_url=url, transport=transport) as shop:
            assert (await shop.things.get("abcd")).id == "a"

    asyncio.run(main())
    found = recorded(tmp_path)
    assert len(found) == 2
    assert found[0] == found[1]
    text = "".join(file.read_text() for file in tmp_path.iterdir())
    for private in ("secret", "abcd", "jane", "Jane", "SE", "1970-05", "c=1"):
        assert private not in text, private


@pytest.mark.promise("recordings-hold-no-person")
def test_a_person_is_not_recognised_anywhere_in_the_answer():
    data = {
        "owner": PERSON,
        "name": "Songs of Jane Doe",
        "description": "write to jane@example.org or John@Example.com",
        "href": "https://api.example/v1/users/jane.doe/lists?x=jane.doe",
        "uri": "app:user:jane.doe:list:abc",
        "added_by": {"type": "user", "id": "x9", "uri": "app:user:x9"},
        "tracks": [{"name": "app", "uri": "app:track:1", "type": "track"}],
        "markets": ["SE", "DE"],
        "access_token": "abc123",
        "Client-Secret": 5,
        "items": {"refresh_token": {"value": "deep"}},
        "note": "Bearer abc.def",
    }
    text = json.dumps(Scrubber().scrub(data))
    gone = ("jane", "Jane", "John", "x9", "portrait", "abc123", "deep", "abc.def")
    for private in gone:
        assert private not in text, (private, text)
    kept = json.loads(text)
    assert kept["tracks"] == data["tracks"]
    assert kept["markets"] == ["SE", "DE"]
    assert kept["uri"] == "app:user:scrubbed:list:abc"
    assert kept["owner"]["type"] == "user"
    assert kept["owner"]["product"] == "premium"
    assert kept["owner"]["birthdate"] == "1970-01-01"
    assert kept["owner"]["followers"] == {"total": 3}


def people(count: int) -> dict[str, Any]:
    """Return an answer with so many people in it, and a long word."""
    persons = [
        {"type": "user", "id": f"u{n}", "display_name": f"Name of {n}", "x": "Name of"}
        for n in range(count)
    ]
    return {"items": persons, "a": "a" * 20 * count, "b": "a@" * 10 * count}


@pytest.mark.promise("recordings-take-linear-time")
def test_the_work_grows_with_the_length_of_the_answer():
    def spent(count: int) -> float:
        data, begun = people(count), time.process_time()
        Scrubber().scrub(data)
        return time.process_time() - begun

    small = min(spent(250) for _ in range(3))
    assert min(spent(4000) for _ in range(2)) < 4 * 16 * max(small, 0.001)


def test_names_end_with_sentences_and_begin_no_address():
    data = {"display_name": "ann.x", "a": "By ann.x. ann.xy ann.x:1 'ann.x'"}
    kept = Scrubber().scrub(data)["a"]
    assert kept == "By scrubbed. ann.xy ann.x:1 'scrubbed'"


def test_kinds_of_objects_stay_whatever_people_are_called():
    data = {
        "owner": {"type": "user", "display_name": "track"},
        "items": [{"type": "track", "album_type": "track", "name": "a track"}],
    }
    (item,) = Scrubber().scrub(data)["items"]
    assert item == {"type": "track", "album_type": "track", "name": "a scrubbed"}


def test_other_properties_can_be_private():
    data = {"nickname": "Jay", "email": "plain", "name": "song by Jay", "x": "Jay-Jay"}
    assert Scrubber(["NickName"]).scrub(data)["nickname"] == "scrubbed"
    assert Scrubber(["nickname"]).scrub(data)["email"] == "plain"


def test_what_was_asked_is_kept_as_a_shape(tmp_path):
    transport = RecordingTransport(script("", "", "{}", "{}"), tmp_path)
    shop = Shop("secret", transport=transport)
    shop.things.paint("abcd", color="my colour")
    shop.things.save(["abcd"])
    shop.request("POST", "/people/jane", params={"q": "jane"}, json={"a": ["jane", 7]})
    shop.request("GET", "/people/jane")
    asked = [each["request"] for each in recorded(tmp_path)]
    assert asked == [
        {
            "method": "PUT",
            "path": "/things/{id}/paint",
            "query": [],
            "body": {"color": "scrubbed"},
        },
        {"method": "PUT", "path": "/me/things", "query": ["ids"]},
        {
            "method": "POST",
            "path": "",
            "query": ["q"],
            "body": {"a": ["scrubbed", 0]},
        },
        {"method": "GET", "path": "", "query": []},
    ]


@pytest.mark.parametrize("body", ["<html>jane</html>", "i6HgRGYKQU", "[" * 5000, "[1"])
def test_of_what_is_no_json_only_the_length_is_kept(body, tmp_path):
    shop = Shop("secret", transport=RecordingTransport(script(body), tmp_path))
    shop.raw(GET, id="abcd")
    (found,) = recorded(tmp_path)
    response = {"status": 200, "headers": {}, "no_json": len(body)}
    assert found["response"] == response


def test_without_a_body_there_is_none(tmp_path):
    transport = RecordingTransport(script(answer("", 204)), tmp_path)
    Shop("secret", transport=transport).things.save(["abcd"])
    assert recorded(tmp_path)[0]["response"] == {"status": 204, "headers": {}}


def test_a_failure_of_the_other_transport_is_its_own(tmp_path):
    failing = script(ConnectFailedError("no"))
    shop = Shop("x", transport=RecordingTransport(failing, tmp_path), max_attempts=1)
    with pytest.raises(ConnectFailedError):
        shop.things.get("abcd")
    assert recorded(tmp_path) == []
    shop.close()
    assert failing.closed == 1


def test_a_folder_that_cannot_be_made_is_an_error_at_once(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigurationError, match="cannot record to"):
        RecordingTransport(script(), tmp_path / "file")


def test_a_file_that_cannot_be_written_is_logged_and_the_answer_is_there(
    tmp_path, caplog
):
    folder = tmp_path / "r"
    transport = RecordingTransport(script(THING), folder)
    folder.rmdir()
    assert Shop("secret", transport=transport).things.get("abcd").id == "a"
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert str(folder) in record.getMessage()


def test_a_transport_for_the_other_kind_of_client_is_told_of(tmp_path):
    class Blocking:
        def close(self) -> None:
            pass

    transport = RecordingTransport(Blocking(), tmp_path)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="Blocking has no `send`"):
        Shop("secret", transport=transport).things.get("abcd")


NAMES = st.sampled_from(["id", "name", "type", "email", "display_name", "owner", "uri"])


@pytest.mark.slow
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.floats(),
        lambda inner: st.lists(inner) | st.dictionaries(NAMES | st.text(), inner),
    )
)
def test_any_data_keeps_its_shape(data):
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: shape(each) for name, each in value.items()}
        return (
            [shape(each) for each in value] if isinstance(value, list) else type(value)
        )

    assert shape(Scrubber().scrub(data)) == shape(data)
