"""Proxies: from the argument and from the environment, never shown."""

from __future__ import annotations

import pytest

from _runtime.errors import ConfigurationError, ConnectFailedError
from _runtime.http.messages import Request
from _runtime.transports import proxies
from _runtime.transports.default import HttpTransport
from _runtime.transports.proxies import Proxy
from tests.support.raw_server import RawServer, http

NAMES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("url", "proxy"),
    [
        ("http://proxy.example:3128", Proxy("http://proxy.example:3128")),
        ("proxy.example:3128", Proxy("http://proxy.example:3128")),
        (
            "https://u%40:p%3A@proxy.example",
            Proxy("https://proxy.example", ("u@", "p:")),
        ),
        ("socks5://[::1]:1080", Proxy("socks5://[::1]:1080")),
    ],
)
def test_urls(url, proxy):
    assert proxies.parse(url) == proxy


@pytest.mark.promise("proxy-credentials-are-hidden")
@pytest.mark.parametrize(
    "url", ["", "ftp://canary@h", "http://canary:x@h:port", "http://"]
)
def test_no_urls(url):
    with pytest.raises(ConfigurationError) as caught:
        proxies.parse(url)
    assert "canary" not in str(caught.value)


def test_credentials_are_not_shown():
    assert "canary" not in repr(proxies.parse("http://user:canary@h"))


def test_the_environment_is_asked(environment):
    assert proxies.from_environment("https", "api.example", 443) is None
    environment.setenv("https_proxy", "http://proxy.example:1")
    environment.setenv("no_proxy", "internal.example,other.example:8443")
    wanted = Proxy("http://proxy.example:1")
    assert proxies.from_environment("https", "api.example", 443) == wanted
    assert proxies.from_environment("http", "api.example", 80) is None
    assert proxies.from_environment("https", "internal.example", 443) is None
    assert proxies.from_environment("https", "other.example", 8443) is None
    assert proxies.from_environment("https", "127.0.0.1", 443) is None
    environment.setenv("all_proxy", "http://all.example")
    assert proxies.from_environment("http", "api.example", 80) == Proxy(
        "http://all.example"
    )


def test_requests_go_through_the_proxy_with_its_credentials(server: RawServer):
    server.answer(http(b"through"))
    url = server.url.replace("http://", "http://user:canary@")
    transport = HttpTransport(proxy=url)
    request = Request(method="GET", url="http://api.example/x")
    assert transport.send(request).body == b"through"
    head = server.requests[0]
    assert head.startswith(b"GET http://api.example/x HTTP/1.1\r\n")
    assert b"Proxy-Authorization: Basic " in head
    transport.close()


def test_a_proxy_that_refuses_the_tunnel_means_not_sent(server: RawServer):
    server.answer(http(status="407 Proxy Authentication Required"))
    transport = HttpTransport(
        proxy=server.url.replace("http://", "http://user:canary@")
    )
    headers = (("Authorization", "Bearer canary"),)
    with pytest.raises(ConnectFailedError) as caught:
        transport.send(
            Request(method="GET", url="https://api.example/", headers=headers)
        )
    assert caught.value.sent is False
    assert "407" in str(caught.value)
    assert "canary" not in repr(vars(caught.value)) + str(caught.value)
    assert b"Bearer" not in b"".join(server.requests)
    transport.close()
