"""Sending a user to consent, and reading what comes back (RFC 6749, RFC 7636)."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from ..core.jsondata import is_array
from ..core.redaction import Redactor
from ..core.secret import Secret
from ..core.surrogates import has_lone_surrogate
from ..engine.failures import one_line
from ..errors import AuthError, AuthorizationDeniedError, InvalidArgumentError
from ..errors.expected import expect
from .redirect_uris import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .server import AuthorizationServer

_LONGEST_CALLBACK = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizationRequest:
    """One user's way to the consent page and back.

    A web application keeps it in the session of that user (`to_dict`, `from_dict`), so
    that nobody can make a user accept the consent of another.

    Attributes:
        url: Where to send the user.
        redirect_uri: Where the user will come back to.
        scopes: What is asked for.
        state: What the answer has to repeat.
        code_verifier: What proves that the answer is for us (PKCE), or `None`.
    """

    url: str = field(repr=False)
    redirect_uri: str
    scopes: frozenset[str]
    state: Secret
    code_verifier: Secret | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data for the session of the user."""
        verifier = self.code_verifier
        return {
            "url": self.url,
            "redirect_uri": self.redirect_uri,
            "scopes": sorted(self.scopes),
            "state": self.state.reveal(),
            "code_verifier": None if verifier is None else verifier.reveal(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> AuthorizationRequest:
        """Return the request that `to_dict` wrote.

        Args:
            data: What it returned.

        Raises:
            InvalidArgumentError: If that is something else.
        """
        given: Any = data
        known: dict[str, Any] = {**given} if isinstance(given, Mapping) else {}
        verifier: Any = known.get("code_verifier")
        scopes: Any = known.get("scopes")
        several: list[Any] = [*scopes] if is_array(scopes) else [None]
        needed = [known.get(name) for name in ("url", "redirect_uri", "state")]
        needed += [*several, "" if verifier is None else verifier]
        if not all(isinstance(each, str) for each in needed):
            del data, given, known, verifier, needed
            raise InvalidArgumentError("data: it holds no request that was begun")
        return cls(
            url=known["url"],
            redirect_uri=known["redirect_uri"],
            scopes=frozenset(several),
            state=Secret(known["state"]),
            code_verifier=None if verifier is None else Secret(verifier),
        )


def begin(
    server: AuthorizationServer,
    *,
    client_id: str,
    redirect_uri: str,
    scopes: Iterable[str],
    pkce: bool,
    parameters: Mapping[str, str] | None,
) -> AuthorizationRequest:
    """Compose the request that a user's browser carries to the consent page.

    Args:
        server: The authorization server.
        client_id: The id of the application.
        redirect_uri: Where the user comes back to.
        scopes: What to ask for.
        pkce: Whether the answer is bound to a code verifier (RFC 7636, S256).
        parameters: Further parameters of the consent page.
    """
    _check(redirect_uri, parameters)
    state, wanted = Secret(secrets.token_urlsafe(32)), frozenset(scopes)
    verifier = Secret(secrets.token_urlsafe(64)) if pkce else None
    query = {
        **(parameters or {}),
        "client_id": client_id,
        "response_type": "code",
        "redirect_uri": redirect_uri,
        "state": state.reveal(),
        "scope": " ".join(sorted(wanted)),
        "code_challenge_method": "S256" if verifier else "",
        "code_challenge": challenge(verifier) if verifier else "",
    }
    given = {name: value for name, value in query.items() if value}
    return AuthorizationRequest(
        url=f"{server.authorization_url}?{urlencode(given)}",
        redirect_uri=redirect_uri,
        scopes=wanted,
        state=state,
        code_verifier=verifier,
    )


def _check(redirect_uri: str, parameters: Mapping[str, str] | None) -> None:
    """Refuse what cannot be written into an address."""
    wanted = "a dict or None"
    expect(parameters, Mapping, type(None), name="parameters", wanted=wanted)
    given = {"redirect_uri": redirect_uri}
    for name, value in (parameters or {}).items():
        expect(name, str, name="parameters", wanted="names that are str")
        given[f"parameters: {name}"] = value
    for name, value in given.items():
        expect(value, str, name=name, wanted="str")
        if has_lone_surrogate(name) or has_lone_surrogate(value):
            raise InvalidArgumentError(f"{name!a}: it has half of a surrogate pair")


def challenge(verifier: Secret) -> str:
    """Return the challenge of a code verifier (RFC 7636, section 4.2).

    Args:
        verifier: 43 to 128 letters, digits, and `-._~`.
    """
    digest = hashlib.sha256(verifier.reveal().encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a user brought back.

    Attributes:
        state: What was sent, if it is an answer to us.
        code: What buys tokens, or `None` if there is an error.
        error: Why there is no code, or `None`.
    """

    state: Secret
    code: Secret | None
    error: str | None

    def is_to(self, request: AuthorizationRequest) -> bool:
        """Say whether this is the answer to a request."""
        return self.state == request.state

    def accepted(self) -> Secret:
        """Return the code.

        Raises:
            AuthorizationDeniedError: If the user said no.
            AuthError: If the server gives another reason.
        """
        if self.code is not None:
            return self.code
        error = self.error or ""
        if error == "access_denied":
            message = "the user did not consent"
            raise AuthorizationDeniedError(message, error=error)
        message = f"the server refused to ask the user: {error}"
        raise AuthError(message, error=error)


def read(callback: Secret, refused: Mapping[str, str]) -> Answer:
    """Read the address a user came back to.

    Args:
        callback: The whole address, as a secret.
        refused: The flows that the server no longer offers, and why.

    Raises:
        InvalidArgumentError: If it is no answer. No part of it is shown.
    """
    found, problem = _parameters(callback.reveal(), refused)
    if problem is not None:
        raise InvalidArgumentError(f"callback_url: {problem}")
    error, redactor = found.get("error"), Redactor([found["state"]])
    return Answer(
        state=found["state"],
        code=found.get("code"),
        error=None if error is None else one_line(redactor.text(error.reveal())),
    )


def _parameters(
    callback: object, refused: Mapping[str, str]
) -> tuple[dict[str, Secret], str | None]:
    """Return the parameters of an answer, and what is wrong with it."""
    if not isinstance(callback, str):
        return {}, f"expected str, got {type(callback).__name__}"
    if len(callback) > _LONGEST_CALLBACK:
        return {}, f"it is longer than {_LONGEST_CALLBACK:,} characters"
    if has_lone_surrogate(callback):
        return {}, "it has characters that are in no address"
    try:
        parts = urlsplit(callback.strip())
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return {}, "it is no address"
    if "access_token=" in parts.fragment:
        reason = refused.get("implicit", "it is not offered")
        return {}, f"this is the answer of the implicit grant: {reason}"
    known = [(name, Secret(value)) for name, value in pairs if name in ANSWERS]
    found = dict(known)
    if len(found) != len(known):
        return {}, "it names a parameter twice"
    if "state" not in found:
        return {}, "it has no state: give the whole address, with what follows the `?`"
    if ("code" in found) == ("error" in found) or found.get("code") == Secret(""):
        return {}, "it has neither a code nor an error, or both"
    return found, None
