"""A strict authorization server on loopback, with an API behind it.

It checks what RFC 6749, 7636 and 8252 ask of a client, rotates refresh tokens if told
to, and revokes a whole family when an old one is used again.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, parse_qsl, unquote_plus, urlencode, urlsplit

from . import canary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CLIENT_ID = "client0123456789"

_CONSENT = """<!doctype html>
<title>Consent</title>
<h1>{client} asks for access</h1>
<p id="scopes">{scopes}</p>
<form method="post" action="/decide?{query}">
<button id="agree" name="answer" value="agree">Agree</button>
<button id="cancel" name="answer" value="cancel">Cancel</button>
</form>
"""


@dataclass(repr=False)
class Code:
    """An authorization code, good for one use."""

    client_id: str
    redirect_uri: str
    challenge: str | None
    scope: str


@dataclass(repr=False)
class Family:
    """What one consent led to."""

    client_id: str
    scope: str
    refresh_token: str
    revoked: bool = False


@dataclass(repr=False)
class Accounts:
    """What the server knows, and how it is to behave."""

    client_secret: str = field(default_factory=canary.token)
    redirect_uris: tuple[str, ...] = ("http://127.0.0.1/callback",)
    rotate: bool = False
    lifetime: float = 3600.0
    forbidden: bool = False
    """Whether the API refuses every call."""
    base_url: str = ""
    answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    """Answers of the token endpoint to give first, whatever is asked."""
    override: dict[str, object] = field(default_factory=dict)
    """Fields of a token response to replace; `None` leaves one out."""
    codes: dict[str, Code] = field(default_factory=dict)
    families: dict[str, Family] = field(default_factory=dict)
    tokens: dict[str, tuple[float, str]] = field(default_factory=dict)
    hesitate: Callable[[], object] = lambda: None
    """What the token endpoint does between granting and answering."""
    requests: list[dict[str, str]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def api(self) -> str:
        """The base URL of the API behind it."""
        return f"{self.base_url}/v1"

    def consent(self, scope: str, client_id: str = CLIENT_ID) -> str:
        """Let a user consent, and return the refresh token."""
        family = Family(client_id, scope, canary.token())
        self.families[family.refresh_token] = family
        return family.refresh_token

    def expire(self) -> None:
        """Let every access token expire."""
        self.tokens = dict.fromkeys(self.tokens, (0.0, ""))

    def grants(self) -> list[str]:
        """List what was asked for, one entry a token request."""
        return [request["grant_type"] for request in self.requests]

    def _issued(self, scope: str, refresh: str | None) -> dict[str, object]:
        access = canary.token()
        self.tokens[access] = (time.monotonic() + self.lifetime, scope)
        answer: dict[str, object] = {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": self.lifetime,
            "scope": scope,
        }
        if refresh is not None:
            answer["refresh_token"] = refresh
        answer |= self.override
        return {name: value for name, value in answer.items() if value is not None}

    def granted(
        self, form: dict[str, str], basic: tuple[str, str] | None
    ) -> tuple[int, dict[str, object]]:
        """Answer a token request."""
        client_id = form.get("client_id") if basic is None else basic[0]
        if client_id != CLIENT_ID:
            return 400, refusal("invalid_client", "Invalid client")
        if basic is not None and basic[1] != self.client_secret:
            return 400, refusal("invalid_client", "Invalid client secret")
        kind = form.get("grant_type")
        if kind == "client_credentials" and basic is not None:
            return 200, self._issued("", None)
        if kind == "authorization_code":
            return self._exchanged(form, is_confidential=basic is not None)
        if kind == "refresh_token":
            return self._refreshed(form)
        return 400, refusal("unsupported_grant_type", f"{kind} is not offered")

    def _exchanged(
        self, form: dict[str, str], *, is_confidential: bool
    ) -> tuple[int, dict[str, object]]:
        code = self.codes.pop(form.get("code", ""), None)
        if code is None:
            return 400, refusal("invalid_grant", "Invalid authorization code")
        if code.redirect_uri != form.get("redirect_uri"):
            return 400, refusal("invalid_grant", "Invalid redirect URI")
        if code.challenge is not None:
            digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
            if base64.urlsafe_b64encode(digest).decode().rstrip("=") != code.challenge:
                return 400, refusal("invalid_grant", "code_verifier was incorrect")
        elif not is_confidential:
            return 400, refusal("invalid_request", "code_verifier required")
        return 200, self._issued(code.scope, self.consent(code.scope))

    def _refreshed(self, form: dict[str, str]) -> tuple[int, dict[str, object]]:
        given = form.get("refresh_token", "")
        family = self.families.get(given)
        if family is None:
            return 400, refusal("invalid_grant", "Invalid refresh token")
        if family.revoked or family.refresh_token != given:
            family.revoked = True
            return 400, refusal("invalid_grant", "Refresh token revoked")
        if not self.rotate:
            return 200, self._issued(family.scope, None)
        family.refresh_token = canary.token()
        self.families[family.refresh_token] = family
        return 200, self._issued(family.scope, family.refresh_token)

    def is_registered(self, redirect_uri: str) -> bool:
        """Say whether users may be sent back there; loopback with any port."""
        parts = urlsplit(redirect_uri)
        bare = redirect_uri.replace(f":{parts.port}", "", 1)
        return redirect_uri in self.redirect_uris or (
            parts.hostname in ("127.0.0.1", "::1") and bare in self.redirect_uris
        )

    def decide(self, query: dict[str, str], *, agree: bool) -> str:
        """Return where the user's answer sends the browser."""
        if agree:
            code = canary.token()
            self.codes[code] = Code(
                query["client_id"],
                query["redirect_uri"],
                query.get("code_challenge"),
                query.get("scope", ""),
            )
            answer = {"code": code}
        else:
            answer = {"error": "access_denied"}
        answer["state"] = query["state"]
        sign = "&" if urlsplit(query["redirect_uri"]).query else "?"
        return f"{query['redirect_uri']}{sign}{urlencode(answer)}"

    def follow(self, url: str, *, agree: bool = True) -> str:
        """Consent as a user would; return the address the browser ends up at."""
        query = dict(parse_qsl(urlsplit(url).query, strict_parsing=True))
        problem = self.problem(query)
        assert problem is None, problem
        return self.decide(query, agree=agree)

    def problem(self, query: dict[str, str]) -> str | None:
        """Say what is wrong with an authorization request."""
        if query.get("client_id") != CLIENT_ID:
            return "INVALID_CLIENT: Invalid client"
        if not self.is_registered(query.get("redirect_uri", "")):
            return "INVALID_CLIENT: Invalid redirect URI"
        if query.get("response_type") != "code" or not query.get("state"):
            return "response_type must be code, and state is required here"
        if query.get("code_challenge_method", "S256") != "S256":
            return "code_challenge_method must be S256"
        return None


def refusal(error: str, description: str) -> dict[str, object]:
    """Return an error object of RFC 6749."""
    return {"error": error, "error_description": description}


@contextmanager
def serving(accounts: Accounts) -> Iterator[Accounts]:
    """Serve on a free port until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = dict(parse_qsl(parts.query))
            if parts.path.startswith("/v1/"):
                self._call()
                return
            problem = accounts.problem(query)
            if parts.path != "/authorize" or problem is not None:
                self._answer(400, (problem or "not found").encode(), "text/plain")
                return
            page = _CONSENT.format(
                client=html.escape(query["client_id"]),
                scopes=html.escape(query.get("scope", "")),
                query=html.escape(parts.query),
            )
            self._answer(200, page.encode(), "text/html")

        def do_DELETE(self) -> None:
            self._call()

        def do_PUT(self) -> None:
            self._body()
            self._call()

        def do_POST(self) -> None:
            body, parts = self._body(), urlsplit(self.path)
            if parts.path.startswith("/v1/"):
                self._call()
            elif parts.path == "/decide":
                agree = parse_qs(body)["answer"] == ["agree"]
                target = accounts.decide(dict(parse_qsl(parts.query)), agree=agree)
                self.send_response(303)
                self.send_header("Location", target)
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                self._grant(body)

        def _grant(self, body: str) -> None:
            kind = self.headers.get("Content-Type")
            form = dict(parse_qsl(body, strict_parsing=True))
            with accounts.lock:
                accounts.requests.append(form)
                if accounts.answers:
                    status, headers, content = accounts.answers.pop(0)
                    self._answer(status, content, "application/json", headers)
                    return
                assert kind == "application/x-www-form-urlencoded", kind
                assert self.path == "/api/token"
                status, answer = accounts.granted(form, self._basic())
            accounts.hesitate()
            self._answer(status, json.dumps(answer).encode(), "application/json")

        def _basic(self) -> tuple[str, str] | None:
            value = self.headers.get("Authorization")
            if value is None:
                return None
            scheme, _, pair = value.partition(" ")
            assert scheme == "Basic"
            name, _, secret = base64.b64decode(pair).decode().partition(":")
            return unquote_plus(name), unquote_plus(secret)

        def _call(self) -> None:
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            end, scope = accounts.tokens.get(token, (0.0, ""))
            accounts.calls.append(f"{self.command} {self.path}")
            if time.monotonic() >= end:
                message = {"status": 401, "message": "The access token expired"}
                content = json.dumps({"error": message}).encode()
                self._answer(401, content, "application/json")
                return
            if accounts.forbidden:
                error = {"status": 403, "message": "Insufficient client scope"}
                content = json.dumps({"error": error}).encode()
                self._answer(403, content, "application/json")
                return
            answer = {
                "id": "user",
                "type": "user",
                "uri": "spotify:user:user",
                "href": f"{accounts.api}/users/user",
                "images": [],
                "display_name": f"granted: {scope}",
                "external_urls": {"spotify": "https://open.spotify.com/user/user"},
            }
            self._answer(200, json.dumps(answer).encode(), "application/json")

        def _body(self) -> str:
            return self.rfile.read(int(self.headers["Content-Length"])).decode()

        def _answer(
            self,
            status: int,
            content: bytes,
            kind: str,
            headers: dict[str, str] | None = None,
        ) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": kind, **(headers or {})}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    accounts.base_url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield accounts
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
