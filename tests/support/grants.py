"""Grants of the invented API, whose steps are performed without sockets and clocks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from _runtime.auth import lifecycle
from _runtime.auth.grants import ClientCredentials, RefreshToken
from _runtime.auth.server import AuthorizationServer
from _runtime.auth.user_grant import UserGrant
from _runtime.engine.exchange import exchange
from _runtime.engine.ports import Work
from _runtime.engine.progress import Progress
from _runtime.engine.steps import Steps
from _runtime.errors import ClientError
from _runtime.http.messages import Response
from _runtime.tokens.stores import MemoryTokenStore
from _runtime.tokens.token_set import TokenSet
from tests.support.failing_methods import FailingMethods
from tests.support.play import World, settings
from tests.support.things import API, TOKEN, answer

ACCOUNTS = "https://accounts.things.example"
SERVER = AuthorizationServer(
    title="Things",
    authorization_url=f"{ACCOUNTS}/authorize",
    token_operation=replace(TOKEN, server=ACCOUNTS),
    scopes={"read": "Read.", "write": "Write."},
    application_scopes=(),
    environment={},
    refused={"implicit": "it is over"},
    api=API,
)


class Application(ClientCredentials):
    _server = SERVER


class User(RefreshToken):
    _server = SERVER


class Person(UserGrant[str]):
    _server = SERVER
    _flow = "pkce"
    _pkce = True


def granted(name: str, lifetime: object = 3600, **fields: object) -> Response:
    content = {"access_token": name, "token_type": "bearer", "expires_in": lifetime}
    return answer(json.dumps(content | fields))


def refusal(code: str, status: int = 400) -> Response:
    return answer(json.dumps({"error": code}), status)


def work(world: World, **chosen: Any) -> Work:
    """Return what the steps of a grant need, in a world; a call has 60 seconds."""
    end = world.time + 60.0
    usual: dict[str, Any] = {
        "exchange": lambda call: exchange(
            Progress.begin(call, settings(max_attempts=1), world.clock(), world.shared)
        ),
        "clock": world.clock(),
        "left": lambda: end - world.time,
        "notify": world.shared.notify,
        "logger": "things",
    }
    return Work(**usual | chosen)


def perform(
    world: World, steps: Steps[Any], answers: Iterable[Response | ClientError] = ()
) -> Any:
    """Perform steps; the token endpoint gives the answers in turn."""
    return world._drive(steps, iter(answers))


class Failing(FailingMethods, MemoryTokenStore):
    """A store that does what a test says, at each call of a method."""

    def __init__(self, **failures: int) -> None:
        super().__init__(OSError("no space"), **failures)


def user(store: Any = None) -> User:
    return User("first", "client", store=store)


def access(world: World, grant: Any, *answers: Any, **chosen: Any) -> TokenSet:
    rejected = chosen.pop("rejected", None)
    steps = lifecycle.access(grant, work(world, **chosen), rejected)
    return perform(world, steps, answers)


def sent(world: World) -> list[str]:
    """Return the refresh tokens that were sent."""
    bodies = [(request.body or b"").decode() for request in world.requests]
    return [body.partition("refresh_token=")[2].partition("&")[0] for body in bodies]
