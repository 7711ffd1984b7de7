"""The operation that grants access."""

from __future__ import annotations

from .. import models
from .._runtime import Operation, Parameter

TOKEN_REQUEST: Operation[models.Token] = Operation(
    name="token.request",
    method="POST",
    path="/api/token",
    title="Request an Access Token",
    docs="https://developer.spotify.com/documentation/web-api/concepts/access-token",
    parameters=(
        Parameter(
            "grant_type",
            where="form",
            required=True,
            choices=("client_credentials", "authorization_code", "refresh_token"),
        ),
        Parameter("code", where="form"),
        Parameter("redirect_uri", where="form"),
        Parameter("client_id", where="form"),
        Parameter("code_verifier", where="form", pattern="^[0-9A-Za-z_.~-]{43,128}$"),
        Parameter("refresh_token", where="form"),
    ),
    result=lambda: models.Token,
    media_type="application/x-www-form-urlencoded",
    server="https://accounts.spotify.com",
    authorized=False,
)
"""Request an Access Token."""
