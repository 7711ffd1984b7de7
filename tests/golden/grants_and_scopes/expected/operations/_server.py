"""The operation that grants access."""

from __future__ import annotations

from .._runtime import Operation, Parameter

TOKEN_REQUEST: Operation[None] = Operation(
    name="token.request",
    method="POST",
    path="/token",
    title="Get a Token",
    parameters=(Parameter("grant_type", where="form", required=True),),
    media_type="application/x-www-form-urlencoded",
    server="https://login.example",
    authorized=False,
)
"""Get a Token."""
