"""Api to Plan: the one table of outputs.

A row says which template makes which file, what it repeats over and the view it gets.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import verify
from ..config import ConfigError
from ..emit.outputs import Copy, Output, Plan
from .auth import auth_view
from .availability import availability_view
from .client import clients_view
from .errors import errors_view
from .handwritten import NONE, read_written
from .index import index_view
from .methods import ASYNC, SYNC
from .models import models_view
from .operations import TABLE, face_view, operations_views, table_view
from .package import (
    api_view,
    flavour_view,
    front_door_view,
    models_index_view,
    project_view,
    version_view,
)
from .resources import resource_view
from .runtime import read_runtime
from .sources import written_files
from .testing import answers_view, service_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .. import ir
    from ..config import Config
    from .handwritten import Written
    from .runtime import Runtime

_LICENCE = "LICENSE"


def plan(api: ir.Api, config: Config) -> Plan:
    """Make the table of outputs; a hand-written file wins over a template's.

    Raises:
        ConfigError: Two of the files would be one.
    """
    written = read_written(api, config)
    package = config.templates / "package"
    runtime = read_runtime(config.runtime)
    project = config.templates / "project"
    handwritten = tuple(_handwritten(config))
    copied = {copy.path for copy in handwritten}
    rows = [
        *((package, *row) for row in _package(api, config, written, runtime)),
        *((project, *row) for row in _project(api, config, written)),
    ]
    outputs = tuple(
        Output(path, folder, template, view)
        for folder, path, template, view in rows
        if path not in copied
    )
    copies = (*_runtime(config), *handwritten)
    _check_apart((*(o.path for o in outputs), *(copy.path for copy in copies)))
    return Plan(outputs, copies)


def _check_apart(paths: Iterable[str]) -> None:
    """Refuse two files of one name, or that some systems take for one."""
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(path.casefold(), path)
        if first is not path:
            message = f"[tool.generator] `{first}` and `{path}` would be one file"
            raise ConfigError(f"{message}; give the hand-written one another name")


def _package(
    api: ir.Api, config: Config, written: Written, runtime: Runtime
) -> Iterator[tuple[str, str, object]]:
    base = config.package
    front_door = front_door_view(api, config, written, runtime)
    yield f"{base}/__init__.py", "__init__.py.j2", front_door
    yield f"{base}/_api.py", "_api.py.j2", api_view(api, config)
    if api.authorization is not None:
        granted = auth_view(api, api.authorization, config, runtime)
        yield f"{base}/auth.py", "auth.py.j2", granted
    clients = clients_view(api, config, runtime.options)
    yield f"{base}/client.py", "client.py.j2", clients
    yield f"{base}/errors.py", "errors.py.j2", errors_view(api, config, runtime)
    yield f"{base}/py.typed", "py.typed.j2", None
    yield f"{base}/VERSION", "VERSION.j2", version_view(api, config)
    yield from _operations(api, f"{base}/operations")
    yield from _testing(api, config, f"{base}/testing")
    models = models_index_view(api)
    yield f"{base}/models/__init__.py", "models/__init__.py.j2", models
    homes = {d.name: module.name for module in api.modules for d in module.declarations}
    for module in api.modules:
        view = models_view(module, homes)
        yield f"{base}/models/{module.name}.py", "models/module.py.j2", view
    for flavour in (SYNC, ASYNC):
        folder = f"{base}/{flavour.folder}"
        view_of_all = flavour_view(flavour)
        yield f"{folder}/__init__.py", "resources/__init__.py.j2", view_of_all
        for resource in api.resources:
            made = resource_view(resource, flavour, written.get(resource.name, NONE))
            yield f"{folder}/{resource.name}.py", "resources/module.py.j2", made


def _operations(api: ir.Api, folder: str) -> Iterator[tuple[str, str, object]]:
    yield f"{folder}/__init__.py", "operations/__init__.py.j2", face_view(api)
    yield f"{folder}/{TABLE}.py", "operations/_table.py.j2", table_view(api)
    for module, view in operations_views(api).items():
        yield f"{folder}/{module}.py", view.template, view


def _testing(
    api: ir.Api, config: Config, folder: str
) -> Iterator[tuple[str, str, object]]:
    view = service_view(api, config)
    yield f"{folder}/__init__.py", "testing/__init__.py.j2", view
    yield f"{folder}/_answers.py", "testing/_answers.py.j2", answers_view(api)
    yield f"{folder}/pytest_plugin.py", "testing/pytest_plugin.py.j2", view


def _project(
    api: ir.Api, config: Config, written: Written
) -> Iterator[tuple[str, str, object]]:
    view = project_view(api, config)
    yield "pyproject.toml", "pyproject.toml.j2", view
    yield "README.md", "README.md.j2", view
    yield "api.md", "api.md.j2", index_view(api, config, written)
    if api.quota_modes:
        open_to = availability_view(api, config)
        yield "availability.md", "availability.md.j2", open_to


def _runtime(config: Config) -> Iterator[Copy]:
    yield Copy(f"{config.package}/verify.py", Path(verify.__file__))
    for source in written_files(config.runtime):
        if source.suffix == ".py":
            inside = source.relative_to(config.runtime).as_posix()
            yield Copy(f"{config.package}/_runtime/{inside}", source)


def _handwritten(config: Config) -> Iterator[Copy]:
    if config.handwritten is None:
        return
    for folder, target in (("project", ""), ("package", f"{config.package}/")):
        root = config.handwritten / folder
        for source in written_files(root):
            yield Copy(target + source.relative_to(root).as_posix(), source)
    licence = config.handwritten / "project" / _LICENCE
    if licence.is_file():  # it goes wherever the package goes
        yield Copy(f"{config.package}/{_LICENCE}", licence)
