"""Views of the package for tests: what the API answers as data, and the service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..emit.code import Code, Prose, data, identifier, literal
from ..naming import snake_case

if TYPE_CHECKING:
    from .. import ir
    from ..config import Config


@dataclass(frozen=True, slots=True)
class AnswersView:
    """What the operations answer.

    Attributes:
        api: The title of the API.
        schemas: The JSON Schemas by name.
        responses: What several operations answer, by name.
        common: What all operations of a verb answer, by status.
        operations: What each operation answers besides, by status.
        variants: What some of them answer for some arguments.
        doors: Where access is granted.
    """

    api: Prose
    schemas: Code
    responses: Code
    common: Code
    operations: Code
    variants: Code
    doors: Code


@dataclass(frozen=True, slots=True)
class ServiceView:
    """The service that stands in for the API.

    Attributes:
        api: The title of the API.
        client: The name of the client.
        word: That name in the names of fixtures.
    """

    api: Prose
    client: Code
    word: Code


def answers_view(api: ir.Api) -> AnswersView:
    """View the module of what the operations answer."""
    return AnswersView(
        api=Prose(api.title),
        schemas=data(api.answers.schemas),
        responses=data(api.answers.responses),
        common=data(api.answers.common),
        operations=data(api.answers.operations),
        variants=data(api.answers.variants),
        doors=_doors(api.authorization),
    )


def _doors(granted: ir.Authorization | None) -> Code:
    """Write the arguments that say where access is granted."""
    if granted is None:
        return Code("")
    token = granted.token_operation
    told = [
        ("consent", urlsplit(granted.authorization_url or "").path or None),
        ("granting", urlsplit(f"{token.server or ''}{token.path}").path),
        ("scopes", tuple(name for name, _ in granted.scopes)),
    ]
    given = [Code(f"{name}={literal(value)}") for name, value in told if value]
    return Code(", ".join(given))


def service_view(api: ir.Api, config: Config) -> ServiceView:
    """View the package for tests."""
    return ServiceView(
        api=Prose(api.title),
        client=identifier(config.client),
        word=identifier(snake_case(config.client)),
    )
