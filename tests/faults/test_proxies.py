"""A real proxy that asks for credentials, in front of a server with TLS."""

from __future__ import annotations

import base64
import logging
import pickle
import secrets
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from spotify_web_api import HttpTransport, errors
from tests.faults.conftest import Calling
from tests.support.parts import need
from tests.support.raw_server import RawServer, http, raw_server
from tests.support.timing import LASTING, not_waiting

USER, PASSWORD = "somebody", f"canary-{secrets.token_hex(8)}"
BASIC = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
HOST = "api.things.example"


def port_of(server: RawServer) -> int:
    return int(server.url.rpartition(":")[2])


@dataclass
class Proxy:
    """Tunnels every CONNECT with the right credentials to the server behind it."""

    server: RawServer
    inner: RawServer
    asked: list[bytes] = field(default_factory=list)
    tls: ssl.SSLContext | None = None

    def url(self, password: str = PASSWORD) -> str:
        return self.server.url.replace("http://", f"http://{USER}:{password}@")

    def run(self, connection: socket.socket) -> None:
        if self.tls is None:
            self._serve(connection)
        else:
            with self.tls.wrap_socket(connection, server_side=True) as wrapped:
                self._serve(wrapped)

    def _serve(self, connection: socket.socket) -> None:
        head = self.server.read_request(connection)
        self.asked.append(head.split(b"\r\n")[0])
        if f"Proxy-Authorization: Basic {BASIC}".encode() not in head:
            connection.sendall(http(status="407 Proxy Authentication Required"))
            return
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", port_of(self.inner))) as inner:
            back = threading.Thread(target=self._pump, args=(inner, connection))
            back.start()
            self._pump(connection, inner)
            back.join()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65_536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            return


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of the host, signed by itself, and its key, in one file."""
    need("openssl", "there is no certificate to serve")
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    command = (
        f"openssl req -x509 -newkey rsa:2048 -nodes -keyout {path} -out {path}.crt"
    )
    names = f"subjectAltName=DNS:{HOST},DNS:localhost"
    subprocess.run(
        [*command.split(), "-subj", f"/CN={HOST}", "-addext", names],
        check=True,
        capture_output=True,
    )
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


@pytest.fixture
def context(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def secure(server: RawServer, context: ssl.SSLContext) -> RawServer:
    """Serve markets over TLS."""

    def script(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as tunnel:
            while server.read_request(tunnel):
                tunnel.sendall(http(b'{"markets": ["SE"]}'))

    server.script = script
    return server


@pytest.fixture
def proxy(secure: RawServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with raw_server() as front:
        running = Proxy(front, secure)
        front.script = running.run
        yield running


@pytest.mark.promise("proxies-see-no-token")
def test_https_goes_through_a_tunnel_with_credentials(
    proxy: Proxy,
    certificate: Path,
    calling: Calling,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("HTTPS_PROXY", proxy.url())
    transport = HttpTransport(verify=f"{certificate}.crt")
    base_url = f"https://{HOST}/v1"
    found = calling(lambda api: api.markets.all(), base_url, transport=transport)
    assert found == ["SE"]
    assert proxy.asked == [f"CONNECT {HOST}:443 HTTP/1.1".encode()]
    assert b"authorization: bearer" not in proxy.server.requests[0].lower()
    assert b"proxy-authorization" not in proxy.inner.requests[0].lower()
    shown = caplog.text + repr((transport, vars(transport)))
    assert PASSWORD not in shown
    assert BASIC not in shown


@pytest.mark.promise("refusing-proxies-send-nothing")
def test_hosts_named_in_no_proxy_are_reached_directly(
    proxy: Proxy,
    certificate: Path,
    calling: Calling,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("HTTPS_PROXY", proxy.url())
    monkeypatch.setenv("NO_PROXY", HOST)
    real = socket.getaddrinfo

    def here(host: str | bytes, *args, **kwargs):
        known = host in {HOST, HOST.encode()}
        return real("127.0.0.1" if known else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", here)
    transport = HttpTransport(verify=f"{certificate}.crt")
    base_url = f"https://{HOST}:{port_of(proxy.inner)}/v1"
    found = calling(lambda api: api.markets.all(), base_url, transport=transport)
    assert found == ["SE"]
    assert proxy.asked == []


@pytest.mark.promise("refusing-proxies-send-nothing", "proxy-credentials-are-hidden")
def test_wrong_credentials_send_nothing_to_the_api_and_are_not_shown(
    proxy: Proxy,
    calling: Calling,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    caplog.set_level(logging.DEBUG)
    wrong = f"canary-{secrets.token_hex(8)}"
    monkeypatch.setenv("HTTPS_PROXY", proxy.url(wrong))
    with pytest.raises(errors.ConnectFailedError, match="407") as caught:
        calling(lambda api: api.markets.all(), f"https://{HOST}/v1", timeout=LASTING)
    assert caught.value.sent is False
    assert proxy.inner.requests == []
    encoded = base64.b64encode(f"{USER}:{wrong}".encode()).decode()
    shown = caplog.text + repr((caught.value, vars(caught.value), caught.value.args))
    for secret in (wrong, encoded):
        assert secret not in shown
        assert secret.encode() not in pickle.dumps(caught.value)
    traceback = caught.tb
    while traceback is not None:
        frame = traceback.tb_frame
        if "spotify_web_api" in frame.f_code.co_filename:
            assert not [
                name
                for name, value in frame.f_locals.items()
                if wrong in repr(value) or encoded in repr(value)
            ], frame.f_code.co_qualname
        traceback = traceback.tb_next


def through_tls(proxy: Proxy, certificate: Path) -> HttpTransport:
    url = f"https://{USER}:{PASSWORD}@localhost:{port_of(proxy.server)}"
    return HttpTransport(proxy=url, verify=f"{certificate}.crt")


@pytest.mark.promise("proxies-may-speak-tls")
def test_a_proxy_may_speak_tls_itself(
    proxy: Proxy, certificate: Path, context: ssl.SSLContext, calling: Calling
):
    proxy.tls = context
    transport = through_tls(proxy, certificate)
    base_url = f"https://{HOST}/v1"
    found = calling(lambda api: api.markets.all(), base_url, transport=transport)
    assert found == ["SE"]
    assert proxy.asked == [f"CONNECT {HOST}:443 HTTP/1.1".encode()]


LONG = http(b" " * 2000 + b"{}")
INNER = {
    "a drip of a handshake": (b"\x16\x03\x03\x40\x00" + b"\x02" * 400, False),
    "a drip of a response": (LONG, True),
    "silence": (b"", True),
}


@pytest.mark.promise("a-call-ends-in-time")
@pytest.mark.parametrize("name", INNER)
def test_tls_in_tls_ends_in_time(
    proxy: Proxy,
    certificate: Path,
    context: ssl.SSLContext,
    calling: Calling,
    name: str,
):
    data, shakes_hands = INNER[name]

    def drip(connection: socket.socket) -> None:
        for position in range(len(data)):
            connection.sendall(data[position : position + 1])
            if proxy.inner.stopped.wait(0.05):
                return
        proxy.inner.stopped.wait(LASTING)

    def script(connection: socket.socket) -> None:
        if shakes_hands:
            with context.wrap_socket(connection, server_side=True) as tunnel:
                proxy.inner.read_request(tunnel)
                drip(tunnel)
        else:
            drip(connection)

    proxy.tls = context
    proxy.inner.script = script
    transport = through_tls(proxy, certificate)
    with not_waiting(), pytest.raises(errors.DeadlineExceededError):
        calling(
            lambda api: api.markets.all(),
            f"https://{HOST}/v1",
            transport=transport,
            timeout=0.3,
            max_attempts=1,
        )


@pytest.mark.promise("proxies-may-speak-tls")
def test_a_certificate_behind_a_proxy_with_tls_is_checked(
    proxy: Proxy, certificate: Path, context: ssl.SSLContext, calling: Calling
):
    proxy.tls = context
    transport = through_tls(proxy, certificate)
    with pytest.raises(errors.ConnectFailedError, match="certificate"):
        calling(
            lambda api: api.markets.all(),
            "https://other.example/v1",
            transport=transport,
            max_attempts=1,
        )
    assert proxy.inner.requests == []
