"""Every fault of a server, for both clients, for a read and for a write."""

from __future__ import annotations

import pickle
import socket
from pathlib import Path

import pytest

from spotify_web_api import errors
from tests.faults.conftest import Calling
from tests.support.faults import FAULTS, Fault, bomb
from tests.support.memory import MEASURABLE, measured
from tests.support.raw_server import RawServer, http, reset
from tests.support.timing import LASTING, not_waiting

CALLS = {
    "GET": lambda spotify: spotify.markets.all(),
    "POST": lambda spotify: spotify.playlists.create(name="x"),
}


LABELS = {
    "GET": "markets.all GET /markets",
    "POST": "playlists.create POST /me/playlists",
}


def play(server: RawServer, fault: Fault) -> str:
    def script(connection: socket.socket) -> None:
        if fault.read and fault.scheme == "http":
            server.read_request(connection)
        fault.act(server, connection)

    server.script = script
    return server.url.replace("http:", f"{fault.scheme}:") + "/v1"


@pytest.mark.promise(
    "a-call-ends-in-time",
    "errors-can-be-pickled",
    "errors-name-their-call",
    "broken-responses-are-errors",
    "faults-leave-no-socket",
)
@pytest.mark.parametrize("method", CALLS)
@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_ends_in_time_with_its_class(
    server: RawServer, calling: Calling, name: str, method: str
):
    fault = FAULTS[name]
    base_url = play(server, fault)
    with not_waiting(), pytest.raises(errors.SpotifyError) as caught:
        calling(CALLS[method], base_url, timeout=fault.timeout, max_attempts=1)
    error = caught.value
    assert isinstance(error, fault.expected(method)), repr(error)
    assert error.operation == LABELS[method]
    assert str(error.docs).startswith("https://developer.spotify.com/")
    assert error.operation in str(error)
    assert str(error).count(str(error.docs)) == 1
    copied = pickle.loads(pickle.dumps(error))
    assert (type(copied), str(copied)) == (type(error), str(error))
    assert repr(vars(copied)) == repr(vars(error))


@pytest.mark.parametrize("method", CALLS)
def test_one_interim_response_is_not_the_answer(
    server: RawServer, calling: Calling, method: str
):
    interim = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
    server.answer(interim + http(b'{"markets": ["SE"]}'))
    assert calling(CALLS["GET"], server.url) == ["SE"]


@pytest.mark.promise("writes-go-out-once")
def test_a_write_whose_bytes_went_out_is_sent_once(server: RawServer, calling: Calling):
    play(server, FAULTS["reset before the response"])
    with pytest.raises(errors.ProtocolError):
        calling(CALLS["POST"], server.url)
    assert len(server.requests) == 1


@pytest.mark.promise("redirections-stay-on-the-server")
@pytest.mark.parametrize("method", CALLS)
def test_a_stranger_a_redirection_names_gets_no_connection(
    server: RawServer, calling: Calling, method: str
):
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        stranger.settimeout(0.05)
        port = stranger.getsockname()[1]
        location = f"Location: http://127.0.0.1:{port}/v1/markets"
        server.answer(http(b"", location, status="308 Permanent Redirect"))
        with pytest.raises(errors.SpotifyError):
            calling(CALLS[method], server.url)
        with pytest.raises(TimeoutError):
            stranger.accept()
    assert len(server.requests) == 1


@pytest.mark.promise("long-waits-are-refused-at-once")
def test_a_wait_of_a_day_returns_at_once(server: RawServer, calling: Calling):
    server.answer(http(b"", "Retry-After: 80000", status="429 Too Many Requests"))
    with not_waiting(), pytest.raises(errors.RateLimitedError) as caught:
        calling(CALLS["GET"], server.url, timeout=2 * LASTING)
    assert caught.value.retry_after == 80_000
    assert caught.value.retry_at is not None


@pytest.mark.promise("a-call-ends-in-time")
@pytest.mark.parametrize("part", ["a drip of headers", "a drip of a body"])
def test_a_drip_ends_with_the_whole_call(
    server: RawServer, calling: Calling, part: str
):
    base_url = play(server, FAULTS[part])
    late = pytest.raises(errors.DeadlineExceededError, match=r"timeout=0\.3")
    with not_waiting(), late:
        calling(CALLS["GET"], base_url, timeout=0.3)


REPEATED = {
    "silence": errors.DeadlineExceededError,
    "a drip of chunks": errors.DeadlineExceededError,
    "silence in a handshake": errors.DeadlineExceededError,
    "reset before the response": errors.ProtocolError,
    "end in a chunk": errors.ProtocolError,
    "HTML 502": errors.BadGatewayError,
}


@pytest.mark.promise("attempts-share-the-time")
@pytest.mark.parametrize("name", REPEATED)
def test_repetitions_share_the_time_of_the_call(
    server: RawServer, calling: Calling, name: str
):
    base_url = play(server, FAULTS[name])
    with not_waiting(), pytest.raises(errors.SpotifyError) as caught:
        calling(CALLS["GET"], base_url, timeout=0.6, attempt_timeout=0.15)
    assert isinstance(caught.value, REPEATED[name])
    assert 1 <= server.connections <= 4


@pytest.mark.promise("reads-survive-what-passes")
def test_a_read_survives_what_passes(server: RawServer, calling: Calling):
    def script(connection: socket.socket) -> None:
        server.read_request(connection)
        if len(server.requests) < 3:
            reset(connection)
        else:
            connection.sendall(http(b'{"markets": ["SE"]}'))

    server.script = script
    assert calling(CALLS["GET"], server.url) == ["SE"]
    assert len(server.requests) == 3


@pytest.mark.promise("short-waits-end-with-the-call")
def test_a_storm_of_short_waits_ends_with_the_time(server: RawServer, calling: Calling):
    server.answer(http(b"", "Retry-After: 1", status="429 Too Many Requests"))
    with not_waiting(), pytest.raises(errors.RateLimitedError) as caught:
        calling(CALLS["POST"], server.url, timeout=1.5)
    assert caught.value.retry_after is not None
    assert 1 <= len(server.requests) <= 2


REFUSED = """
import sys
from spotify_web_api import Spotify, errors
with Spotify("token", base_url=sys.argv[1]) as spotify:
    try:
        spotify.markets.all()
    except errors.ResponseTooLargeError:
        print("refused")
"""


@pytest.mark.promise("bombs-are-refused")
@MEASURABLE
def test_a_bomb_of_200_megabytes_takes_less_than_150(server: RawServer):
    server.answer(http(bomb(200_000_000), "Content-Encoding: gzip"))
    folder = Path(__file__).parents[2] / "generated"
    printed, peak = measured(REFUSED, server.url, folder=folder)
    assert printed == "refused"
    assert 10_000 < peak < 150_000
