"""The default transport against real sockets, blocking and with `await`."""

from __future__ import annotations

import asyncio
import gc
import gzip
import socket
import ssl
import subprocess
import threading
import time
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest

from _runtime.errors import (
    ClientError,
    ConfigurationError,
    ConnectFailedError,
    DeadlineExceededError,
    ProtocolError,
    ResponseTooLargeError,
)
from _runtime.http.messages import Request, Response
from _runtime.transports.default import HttpTransport
from _runtime.transports.httpcore import retire_if_surplus
from tests.support.forks import in_child
from tests.support.parts import need
from tests.support.raw_server import RawServer, http
from tests.support.timing import LASTING, not_waiting

Sender = Callable[..., Response]


def blocking(url: str, **fields) -> Response:
    transport = HttpTransport(**fields.pop("transport", {}))
    try:
        return transport.send(
            Request(method=fields.pop("method", "GET"), url=url, **fields)
        )
    finally:
        transport.close()


def awaiting(url: str, **fields) -> Response:
    async def send() -> Response:
        transport = HttpTransport(**fields.pop("transport", {}))
        try:
            return await transport.asend(
                Request(method=fields.pop("method", "GET"), url=url, **fields)
            )
        finally:
            await transport.aclose()

    return asyncio.run(send())


@pytest.fixture(params=[blocking, awaiting], ids=["sync", "async"])
def send(request) -> Sender:
    return request.param


def test_a_request_arrives_as_it_is_and_the_response_too(
    server: RawServer, send: Sender
):
    server.answer(
        http(b"hello", 'ETag: "x"', "Vary: A", "Vary: B", status="201 Created")
    )
    response = send(
        f"{server.url}/a;b=1?c=d%20e",
        method="POST",
        headers=(("X-Test", "1"),),
        body=b"{}",
    )
    assert (response.status, response.body, response.complete) == (201, b"hello", True)
    assert response.headers["etag"] == '"x"'
    assert response.headers["vary"] == "A, B"
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    host = server.url.removeprefix("http://").encode()
    assert head.split(b"\r\n") == [
        b"POST /a;b=1?c=d%20e HTTP/1.1",
        b"Host: " + host,
        b"X-Test: 1",
        b"Content-Length: 2",
    ]
    assert body == b"{}"


@pytest.mark.parametrize(("body", "length"), [(None, None), (b"", b"0"), (b"{}", b"2")])
def test_a_length_is_sent_with_every_body_even_an_empty_one(server, send, body, length):
    server.answer(http())
    send(server.url, method="PUT", body=body)
    lines = server.requests[0].split(b"\r\n")
    sent = [line for line in lines if line.startswith(b"Content-Length")]
    assert sent == ([] if length is None else [b"Content-Length: " + length])


WHOLE = http(b'{"a": "0123456789"}', "Content-Type: application/json")


@pytest.mark.parametrize("at_once", [0, WHOLE.index(b"{")], ids=["headers", "body"])
def test_a_drip_of_bytes_ends_in_time(server: RawServer, send: Sender, at_once: int):
    server.drip(WHOLE, at_once=at_once, pause=0.3)
    started = time.monotonic()
    with not_waiting(), pytest.raises(DeadlineExceededError) as caught:
        send(server.url, timeout=0.3)
    assert time.monotonic() - started >= 0.3
    assert caught.value.sent is True
    assert caught.value.cause_type == "ReadTimeout"


@pytest.mark.promise("long-writes-end-in-time")
def test_a_server_that_never_reads_ends_in_time(server: RawServer, send: Sender):
    server.script = lambda connection: server.stopped.wait(LASTING)
    with not_waiting(), pytest.raises(DeadlineExceededError):
        send(server.url, method="PUT", body=b"x" * 50_000_000, timeout=0.3)


@pytest.mark.promise("lookup-and-pool-share-the-time")
def test_a_full_pool_ends_in_time_and_sends_nothing(server: RawServer):
    asked, release = threading.Event(), threading.Event()

    def script(connection: socket.socket) -> None:
        server.read_request(connection)
        asked.set()
        release.wait(LASTING)
        connection.sendall(WHOLE)

    server.script = script
    transport = HttpTransport(max_connections=1)
    request = Request(method="GET", url=server.url, timeout=2 * LASTING)
    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(transport.send, request)
        assert asked.wait(LASTING)
        with not_waiting(), pytest.raises(DeadlineExceededError) as caught:
            transport.send(replace(request, timeout=0.1))
        release.set()
        assert slow.result().status == 200
    assert (caught.value.sent, caught.value.cause_type) == (False, "PoolTimeout")
    assert len(server.requests) == 1
    transport.close()


@pytest.mark.anyio
async def test_deadlines_and_cancellations_leave_the_pool_usable(server: RawServer):
    transport = HttpTransport(max_connections=1)
    slow = Request(method="GET", url=server.url, timeout=0.2)
    for _ in range(3):
        server.drip(WHOLE, at_once=30, pause=0.1)
        with pytest.raises(DeadlineExceededError):
            await transport.asend(slow)
        task = asyncio.create_task(
            transport.asend(Request(method="GET", url=server.url))
        )
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    server.answer(http(b"fine"))
    response = await transport.asend(
        Request(method="GET", url=server.url, timeout=LASTING)
    )
    assert response.body == b"fine"
    await transport.aclose()


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in chunks) + end


def hang_up_after(server: RawServer, data: bytes) -> None:
    def script(connection: socket.socket) -> None:
        server.read_request(connection)
        connection.sendall(data)

    server.script = script


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        http(b'{"a":[1,2', length=100),
        chunked(b'{"a":[1,2', end=b""),
        http(gzip.compress(b"x" * 1000)[:-9], "Content-Encoding: gzip"),
        http(b"no gzip", "Content-Encoding: gzip"),
        http(b"\x1b", "Content-Encoding: br"),
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
    ],
    ids=[
        "nothing",
        "head",
        "length",
        "chunked",
        "gzip",
        "not gzip",
        "br",
        "ssh",
        "lengths",
        "huge head",
    ],
)
def test_broken_responses_are_protocol_errors(
    server: RawServer, send: Sender, data: bytes
):
    hang_up_after(server, data)
    with pytest.raises(ProtocolError) as caught:
        send(server.url, timeout=LASTING)
    error = caught.value
    assert error.__cause__ is None
    assert error.__context__ is None or error.__suppress_context__


@pytest.mark.promise("cut-bodies-are-errors")
def test_a_body_whose_end_is_not_marked_is_not_sure_to_be_complete(server, send):
    hang_up_after(server, b'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"a":[1,2')
    response = send(server.url)
    assert (response.body, response.complete) == (b'{"a":[1,2', False)


def test_gzip_is_decompressed_in_all_its_forms(server: RawServer, send: Sender):
    twice = gzip.compress(b"one ") + gzip.compress(b"two")
    server.answer(http(twice, "Content-Encoding: gzip"))
    assert send(server.url).body == b"one two"
    server.answer(
        chunked(*(twice[i : i + 1] for i in range(len(twice)))).replace(
            b"OK\r\n", b"OK\r\nContent-Encoding: x-gzip\r\n"
        )
    )
    assert send(server.url).body == b"one two"
    server.answer(
        http(b"", "Content-Encoding: gzip", status="204 No Content", length=None)
    )
    assert send(server.url).body == b""


@cache
def bomb() -> bytes:
    return gzip.compress(b"\0" * 150_000_000, 1)


def test_a_bomb_is_refused_before_it_is_expanded(server: RawServer, send: Sender):
    server.answer(http(bomb(), "Content-Encoding: gzip"))
    started = time.process_time()
    with pytest.raises(ResponseTooLargeError):
        send(server.url, max_body=1_000_000)
    refused = time.process_time()
    gzip.decompress(bomb())
    assert refused - started < (time.process_time() - refused) / 2


@pytest.mark.parametrize(
    "data",
    [http(b"", length=1001), http(b"x" * 1001), chunked(b"x" * 500, b"y" * 501)],
    ids=["announced", "sent", "chunked"],
)
def test_large_bodies_are_refused(server: RawServer, send: Sender, data: bytes):
    server.answer(data)
    with pytest.raises(ResponseTooLargeError, match="1,000 bytes"):
        send(server.url, max_body=1000, timeout=LASTING)


def test_a_body_of_exactly_the_limit_is_accepted(server: RawServer, send: Sender):
    server.answer(http(gzip.compress(b"x" * 1000), "Content-Encoding: gzip"))
    assert len(send(server.url, max_body=1000).body) == 1000


def test_no_connection_means_not_sent(send: Sender):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    for host in ("127.0.0.1", "localhost", "nowhere.invalid"):
        with pytest.raises(ConnectFailedError) as caught:
            send(f"http://{host}:{port}/", timeout=LASTING)
        assert caught.value.sent is False
        assert caught.value.cause_type == "ConnectError"


def test_a_server_that_does_not_shake_hands_ends_in_time(
    server: RawServer, send: Sender
):
    server.script = lambda connection: server.stopped.wait(LASTING)
    with not_waiting(), pytest.raises(DeadlineExceededError) as caught:
        send(server.url.replace("http:", "https:"), timeout=0.3)
    assert caught.value.sent is False


def test_a_slow_lookup_ends_in_time(monkeypatch):
    over = threading.Event()

    def slow(*_args, **_options):
        over.wait(LASTING)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    with not_waiting(), pytest.raises(DeadlineExceededError) as caught:
        blocking("http://slow.example/", timeout=0.2)
    over.set()
    assert caught.value.sent is False


def test_connections_are_kept_and_dropped_ones_replaced(server: RawServer):
    server.answer(http(b"a"))
    transport = HttpTransport()
    request = Request(method="GET", url=server.url)
    assert [transport.send(request).body for _ in range(5)] == [b"a"] * 5
    assert server.connections == 1
    hang_up_after(server, http(b"b"))
    transport.close()
    for count in range(1, 4):
        assert transport.send(request).body == b"b"
        server.wait_for_end(1 + count)
    assert server.connections == 4
    transport.close()
    transport.close()


SURPLUS = {
    "another response": http(b"mine") + http(b"evil"),
    "a body where none can be": b"HTTP/1.1 204 No Content\r\n\r\n" + http(b"evil"),
    "more than the length": http(b"mine" + http(b"evil"), length=4),
    "more than the last chunk": chunked(b"mine") + http(b"evil"),
    "noise": http(b"mine") + b"\0",
}


@pytest.mark.promise("surplus-answers-nothing")
@pytest.mark.parametrize("name", SURPLUS)
def test_what_follows_a_response_answers_no_other_request(server: RawServer, name: str):
    async def awaiting() -> None:
        for _ in range(3):
            assert (await transport.asend(request)).body in {b"mine", b""}
        await transport.aclose()

    server.answer(SURPLUS[name])
    transport = HttpTransport()
    request = Request(method="GET", url=server.url)
    for _ in range(3):
        assert transport.send(request).body in {b"mine", b""}
    transport.close()
    assert server.connections == 3
    asyncio.run(awaiting())
    assert server.connections == 6


class Retired:
    """A connection that remembers whether it may be used again."""

    is_retired = False

    def retire(self) -> None:
        self.is_retired = True


@pytest.mark.parametrize(
    ("version", "is_retired"), [(b"HTTP/1.1", True), (b"HTTP/2", False)]
)
def test_a_connection_nobody_can_look_into_is_used_once(version, is_retired):
    connection = Retired()
    extensions = {"http_version": version, "network_stream": connection}
    retire_if_surplus(SimpleNamespace(stream=object(), extensions=extensions))
    assert connection.is_retired is is_retired


def test_many_threads_share_one_transport(server: RawServer):
    def echo(connection: socket.socket) -> None:
        while head := server.read_request(connection):
            connection.sendall(http(head.split()[1]))

    server.script = echo
    transport = HttpTransport(max_connections=4)

    def ask(number: int) -> bool:
        url = f"{server.url}/{number}"
        return (
            transport.send(Request(method="GET", url=url)).body == f"/{number}".encode()
        )

    with ThreadPoolExecutor(16) as threads:
        assert all(threads.map(ask, range(400)))
    assert server.connections <= 4
    transport.close()


def test_many_tasks_share_one_transport(server: RawServer):
    server.answer(http(b"a"))

    async def ask() -> list[Response]:
        transport = HttpTransport(max_connections=4)
        request = Request(method="GET", url=server.url)
        found = await asyncio.gather(*(transport.asend(request) for _ in range(100)))
        await transport.aclose()
        return found

    assert {response.body for response in asyncio.run(ask())} == {b"a"}
    assert server.connections <= 4


def test_every_event_loop_has_its_own_connections(server: RawServer):
    server.answer(http(b"a"))
    transport = HttpTransport()
    request = Request(method="GET", url=server.url)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        for _ in range(3):
            assert asyncio.run(transport.asend(request)).body == b"a"
        asyncio.run(transport.aclose())
        gc.collect()
    assert server.connections == 3


def test_after_a_fork_the_child_opens_its_own_connections(server: RawServer):
    server.answer(http(b"a"))
    transport = HttpTransport()
    request = Request(method="GET", url=server.url)
    transport.send(request)
    assert in_child(lambda: transport.send(request).body == b"a")
    assert transport.send(request).body == b"a"
    assert server.connections == 2
    transport.close()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_forgotten_transport_warns_only_if_it_was_used(server: RawServer):
    server.answer(http())
    gc.collect()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        HttpTransport()
        gc.collect()
        assert caught == []
        transport = HttpTransport()
        transport.send(Request(method="GET", url=server.url))
        del transport
        gc.collect()
    closing = [each for each in caught if "not closed" in str(each.message)]
    assert [each.category for each in closing] == [ResourceWarning]


@pytest.mark.parametrize(
    "settings",
    [
        {"verify": False},
        {"max_connections": 0},
        {"proxy": "ftp://user:canary@proxy.example"},
        {"proxy": "http://"},
    ],
)
def test_settings_that_make_no_sense_are_refused(settings):
    with pytest.raises(ConfigurationError) as caught:
        HttpTransport(**settings)
    assert "canary" not in str(caught.value)


def test_missing_certificates_and_packages_are_named(server: RawServer, send: Sender):
    with pytest.raises(ConfigurationError, match="certificates"):
        send(server.url, transport={"verify": "/nowhere.pem"})
    with pytest.raises(ConfigurationError, match="socksio"):
        send("https://x.example", transport={"proxy": "socks5://127.0.0.1:9"})


@pytest.mark.promise("nothing-is-smuggled")
@pytest.mark.parametrize("method", ["G T", "GET\r\nX: y"])
def test_nothing_can_be_smuggled_into_a_request(
    server: RawServer, send: Sender, method: str
):
    server.answer(http())
    with pytest.raises(ClientError):
        send(server.url, method=method)
    with pytest.raises(ClientError):
        send(server.url, headers=(("X", "a\r\nY: b"),))
    assert server.requests == []


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of 127.0.0.1 signed by itself, and its key, in one file."""
    need("openssl", "there is no certificate to serve")
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    subject = "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"
    command = (
        f"openssl req -x509 -newkey rsa:2048 -nodes -keyout {path} -out {path}.crt"
    )
    subprocess.run(
        [*command.split(), "-subj", *subject], check=True, capture_output=True
    )
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


def serve_tls(server: RawServer, certificate: Path, data: bytes) -> str:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def script(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secure:
            while server.read_request(secure):
                secure.sendall(data)

    server.script = script
    return server.url.replace("http:", "https:")


def test_tls_with_certificates_of_ones_own(
    server: RawServer, send: Sender, certificate: Path
):
    url = serve_tls(server, certificate, http(b"secure"))
    verify = {"verify": f"{certificate}.crt"}
    assert send(url, transport=verify).body == b"secure"
    context = ssl.create_default_context(cafile=f"{certificate}.crt")
    assert send(url, transport={"verify": context}).body == b"secure"


@pytest.mark.promise("certificates-are-checked")
def test_certificates_nobody_vouches_for_are_refused(
    server: RawServer, send: Sender, certificate: Path
):
    url = serve_tls(server, certificate, http(b"secure"))
    with pytest.raises(ConnectFailedError, match="CERTIFICATE_VERIFY_FAILED") as caught:
        send(url, headers=(("Authorization", "Bearer canary"),))
    assert caught.value.sent is False
    assert server.requests == []
