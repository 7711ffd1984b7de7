"""Views of the package for tests: what the API answers as data, and the service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, Prose, data, identifier
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
    """

    api: Prose
    schemas: Code
    responses: Code
    common: Code
    operations: Code
    variants: Code


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
    )


def service_view(api: ir.Api, config: Config) -> ServiceView:
    """View the package for tests."""
    return ServiceView(
        api=Prose(api.title),
        client=identifier(config.client),
        word=identifier(snake_case(config.client)),
    )
