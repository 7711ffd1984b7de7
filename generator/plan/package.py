"""Views of what surrounds the calls: errors, the front door, the project's files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import __version__
from ..config import ConfigError
from ..emit.code import Code, Prose, identifier, literal
from ..emit.docstrings import words
from ..emit.imports import Imports, public_order
from ..emit.markdown import prose, toml_string
from .auth import auth_names
from .errors import error_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .. import ir
    from ..config import Config
    from .handwritten import Written
    from .methods import Flavour
    from .runtime import Runtime


@dataclass(frozen=True, slots=True)
class ApiView:
    """What the package knows of its API."""

    api: Prose
    base_url: Code
    logger: Code
    user_agent: Code
    quota_modes: Code


@dataclass(frozen=True, slots=True)
class HomeView:
    """One module, and the names it offers."""

    module: Code
    names: Code


@dataclass(frozen=True, slots=True)
class LazyView:
    """A package that loads what it names at first use.

    Attributes:
        api: The title of the API.
        description: What the API is.
        count: How many operations it has.
        runtime: The way to the runtime.
        imports: The names, for those who check types.
        homes: The modules the names are in.
    """

    api: Prose
    description: Prose
    count: Code
    runtime: Code
    imports: tuple[Code, ...]
    homes: tuple[HomeView, ...]


@dataclass(frozen=True, slots=True)
class FrontDoorView:
    """The package itself.

    Attributes:
        lazy: The names it offers.
        version: The version of the client.
    """

    lazy: LazyView
    version: Code


@dataclass(frozen=True, slots=True)
class VersionView:
    """What a package was made of.

    Attributes:
        client: The version of the client.
        description: The digest of the description.
        generator: The version of the generator.
    """

    client: Code
    description: Code
    generator: Code


@dataclass(frozen=True, slots=True)
class FlavourView:
    """The package of one flavour's resources."""

    kind: Code


@dataclass(frozen=True, slots=True)
class ProjectView:
    """What the files beside the package say."""

    title: Code
    description: Code
    distribution: Code
    version: Code
    package: Code
    summary: Code
    client: Code


def api_view(api: ir.Api, config: Config) -> ApiView:
    """View the module of what the package knows of its API."""
    return ApiView(
        api=Prose(api.title),
        base_url=literal(api.base_url),
        logger=literal(config.package),
        user_agent=literal(f"{config.distribution}/{config.version}"),
        quota_modes=literal(tuple(name for name, _ in api.quota_modes)),
    )


def front_door_view(
    api: ir.Api, config: Config, written: Written, runtime: Runtime
) -> FrontDoorView:
    """View the package itself.

    Raises:
        ConfigError: A hand-written module offers what has a name that is taken.
    """
    homes = dict.fromkeys(runtime.public, "._runtime")
    homes |= {f"{prefix}{config.client}": ".client" for prefix in ("", "Async")}
    homes |= dict.fromkeys(error_names(api, config, runtime), ".errors")
    homes |= dict.fromkeys(auth_names(api.authorization, runtime), ".auth")
    homes |= dict.fromkeys(("errors", "models", "operations"), ".")
    for calls in written.values():
        for name in calls.exports:
            if homes.setdefault(name, calls.module) != calls.module:
                message = f"{calls.module}: __all__: the name `{name}` is taken"
                raise ConfigError(message)
    lazy = lazy_view(api, homes, "._runtime")
    return FrontDoorView(lazy, literal(config.version))


def version_view(api: ir.Api, config: Config) -> VersionView:
    """View what tells of which description the package was made."""
    return VersionView(
        client=toml_string(config.version),
        description=toml_string(f"sha256:{api.digest}"),
        generator=toml_string(__version__),
    )


def models_index_view(api: ir.Api) -> LazyView:
    """View the package of models."""
    homes = {
        item.name: f".{module.name}"
        for module in api.modules
        for item in module.declarations
    }
    homes["UnknownItem"] = ".._runtime"
    return lazy_view(api, homes, ".._runtime")


def lazy_view(api: ir.Api, homes: Mapping[str, str], runtime: str) -> LazyView:
    """View a package that loads what it names at first use.

    Args:
        api: The API.
        homes: Name to the module it is from.
        runtime: The way to the runtime.
    """
    imports = Imports()
    for name, home in homes.items():
        imports.add(home, f"{identifier(name)} as {identifier(name)}")
    tables: dict[str, list[Code]] = {}
    for name in sorted(homes, key=public_order):
        tables.setdefault(homes[name], []).append(identifier(name))
    return LazyView(
        api=Prose(api.title),
        description=Prose(api.description),
        count=literal(len(api.operations)),
        runtime=Code(runtime),
        imports=imports.lines(indent=4),
        homes=tuple(
            HomeView(literal(module), words(tables[module], indent=12))
            for module in sorted(tables)
        ),
    )


def flavour_view(flavour: Flavour) -> FlavourView:
    """View the package of one flavour's resources."""
    return FlavourView(flavour.kind)


def project_view(api: ir.Api, config: Config) -> ProjectView:
    """View the files of the emitted project."""
    return ProjectView(
        title=prose(api.title),
        description=prose(api.description),
        distribution=toml_string(config.distribution),
        version=toml_string(config.version),
        package=identifier(config.package),
        summary=toml_string(f"A typed client of {api.title}, sync and async."),
        client=identifier(config.client),
    )
