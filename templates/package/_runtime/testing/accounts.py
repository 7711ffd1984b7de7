"""The server that grants access, in memory: consent, codes, tokens (RFC 6749, 7636)."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit

import msgspec

from ..core.headers import Headers
from ..http.messages import Response
from .consent import consent_page

if TYPE_CHECKING:
    from ..http.messages import Request
    from .answers import Doors
    from .wishes import Wishes

_LIFETIME = 3600
"""Seconds an access token is good for."""


@dataclass(frozen=True, slots=True, repr=False)
class _Code:
    """A code, good for one use."""

    client_id: str
    redirect_uri: str
    challenge: str | None
    scope: str


@dataclass(frozen=True, slots=True, repr=False)
class _Grant:
    """What a user has consented to."""

    client_id: str
    scope: str


class _GrantError(Exception):
    """A token request that is refused: the code of RFC 6749, and what is wrong."""


class Accounts:
    """Grants access to whoever asks rightly; every application is known."""

    def __init__(self, doors: Doors) -> None:
        """Begin with nothing granted.

        Args:
            doors: Where it answers, and which scopes there are.
        """
        self._doors = doors
        self._codes: dict[str, _Code] = {}
        self._grants: dict[str, _Grant] = {}

    def answers(self, path: str) -> bool:
        """Say whether requests for a path are its own.

        Args:
            path: The path of a URL.
        """
        return path in {self._doors.consent, self._doors.granting} - {None}

    def answer(self, request: Request, wishes: Wishes) -> Response:
        """Answer a request.

        Args:
            request: One for a path of its own.
            wishes: What the test has said; it is told which token has which scopes.
        """
        address = urlsplit(request.url)
        body = (request.body or b"").decode("utf-8", "replace")
        if address.path == self._doors.consent:
            query = dict(parse_qsl(address.query, keep_blank_values=True))
            return self._consent(request.method, query, dict(parse_qsl(body)))
        if request.method != "POST":
            return _text(405, "Method not allowed")
        form = dict(parse_qsl(body, keep_blank_values=True))
        try:
            granted = self._granted(form, _basic(request), wishes)
        except _GrantError as error:
            code, description = error.args
            return _json(400, {"error": code, "error_description": description})
        return _json(200, granted)

    def _consent(
        self, method: str, query: dict[str, str], form: dict[str, str]
    ) -> Response:
        problem = _problem(query)
        if problem:
            return _text(400, problem)
        scopes = query.get("scope", "").split()
        if {*scopes} - {*self._doors.scopes}:
            return _sent_back(query, {"error": "invalid_scope"})
        if method == "GET":
            page = consent_page(query["client_id"], scopes).encode()
            kind = [("Content-Type", "text/html; charset=utf-8")]
            return Response(status=200, headers=Headers(kind), body=page)
        if form.get("answer") != "agree":
            return _sent_back(query, {"error": "access_denied"})
        code = secrets.token_urlsafe()
        self._codes[code] = _Code(
            query["client_id"],
            query["redirect_uri"],
            query.get("code_challenge"),
            " ".join(scopes),
        )
        return _sent_back(query, {"code": code})

    def _granted(
        self, form: dict[str, str], basic: tuple[str, str] | None, wishes: Wishes
    ) -> dict[str, Any]:
        client_id = form.get("client_id", "") if basic is None else basic[0]
        has_secret = bool(form.get("client_secret") if basic is None else basic[1])
        if not client_id:
            raise _GrantError("invalid_client", "Invalid client")
        match form.get("grant_type"):
            case "client_credentials":
                if not has_secret:
                    raise _GrantError("invalid_client", "Invalid client secret")
                return self._issued("", None, wishes)
            case "authorization_code":
                return self._exchanged(form, client_id, wishes, has_secret=has_secret)
            case "refresh_token":
                return self._refreshed(form, client_id, wishes)
            case _:
                raise _GrantError("unsupported_grant_type", "Unknown grant_type")

    def _exchanged(
        self, form: dict[str, str], client_id: str, wishes: Wishes, *, has_secret: bool
    ) -> dict[str, Any]:
        code = self._codes.pop(form.get("code", ""), None)
        if code is None or code.client_id != client_id:
            raise _GrantError("invalid_grant", "Invalid authorization code")
        if code.redirect_uri != form.get("redirect_uri"):
            raise _GrantError("invalid_grant", "Invalid redirect URI")
        if code.challenge is not None:
            digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
            if base64.urlsafe_b64encode(digest).decode().rstrip("=") != code.challenge:
                raise _GrantError("invalid_grant", "code_verifier was incorrect")
        elif not has_secret:
            raise _GrantError("invalid_client", "Invalid client secret")
        refresh_token = secrets.token_urlsafe()
        self._grants[refresh_token] = _Grant(client_id, code.scope)
        return self._issued(code.scope, refresh_token, wishes)

    def _refreshed(
        self, form: dict[str, str], client_id: str, wishes: Wishes
    ) -> dict[str, Any]:
        given = form.get("refresh_token", "")
        grant = self._grants.get(given)
        if grant is None or grant.client_id != client_id:
            raise _GrantError("invalid_grant", "Invalid refresh token")
        if given in wishes.revoked:
            raise _GrantError("invalid_grant", "Refresh token revoked")
        return self._issued(grant.scope, None, wishes)

    @staticmethod
    def _issued(
        scope: str, refresh_token: str | None, wishes: Wishes
    ) -> dict[str, Any]:
        token = secrets.token_urlsafe()
        wishes.scopes[token] = frozenset(scope.split())
        answer = {
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": _LIFETIME,
            "scope": scope,
        }
        return answer | ({"refresh_token": refresh_token} if refresh_token else {})


def _problem(query: dict[str, str]) -> str:
    """Say what is wrong with a request for consent, to the user alone (4.1.2.1)."""
    if not query.get("client_id"):
        return "INVALID_CLIENT: Invalid client"
    redirect_uri = query.get("redirect_uri", "")
    if not redirect_uri.isprintable() or not urlsplit(redirect_uri).scheme:
        return "INVALID_CLIENT: Invalid redirect URI"
    if query.get("response_type") != "code":
        return "response_type must be code"
    if "code_challenge" in query and query.get("code_challenge_method") != "S256":
        return "code_challenge_method must be S256"
    return ""


def _sent_back(query: dict[str, str], answer: dict[str, str]) -> Response:
    if "state" in query:
        answer = {**answer, "state": query["state"]}
    sign = "&" if urlsplit(query["redirect_uri"]).query else "?"
    target = f"{query['redirect_uri']}{sign}{urlencode(answer)}"
    return Response(status=303, headers=Headers([("Location", target)]))


def _basic(request: Request) -> tuple[str, str] | None:
    """Read the credentials of an application (RFC 7617); `None` if there are none."""
    for name, value in request.headers:
        scheme, _, pair = value.partition(" ")
        if name.lower() == "authorization" and scheme.lower() == "basic":
            try:
                text = base64.b64decode(pair, validate=True).decode()
            except ValueError:
                return "", ""
            client_id, _, secret = text.partition(":")
            return unquote_plus(client_id), unquote_plus(secret)
    return None


def _json(status: int, content: dict[str, Any]) -> Response:
    headers = [("Content-Type", "application/json"), ("Cache-Control", "no-store")]
    body = msgspec.json.encode(content)
    return Response(status=status, headers=Headers(headers), body=body)


def _text(status: int, told: str) -> Response:
    headers = Headers([("Content-Type", "text/plain; charset=utf-8")])
    return Response(status=status, headers=headers, body=told.encode())
