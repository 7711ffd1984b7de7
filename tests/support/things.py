"""A client of a tiny invented API, as the generator emits it, and a transport for it.

What is emitted shares the runtime with the tests: the one that stands in `templates`.
"""

from __future__ import annotations

import atexit
import importlib
import importlib.util
import shutil
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from unittest import mock

import _runtime
from _runtime.core.headers import Headers
from _runtime.errors import ClientError
from _runtime.http.messages import Request, Response
from generator import pipeline
from tests.support.generate import emit, settings, write

SPEC = Path(__file__).with_suffix("") / "spec.yaml"


def emitted(name: str) -> Any:
    """Emit the package for this process, and import it.

    Its errors are not published: those of the runtime, which is only lent to it, keep
    the names they have there.

    Args:
        name: The name of the package.
    """
    folder = Path(mkdtemp(prefix=f"{name}-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    config = replace(
        settings(SPEC, package=name, client="Shop"), cache=folder / "cache"
    )
    write(emit(pipeline.described(config), config, formatted=False), folder)
    spec = importlib.util.spec_from_file_location(
        name,
        folder / name / "__init__.py",
        submodule_search_locations=[str(folder / name)],
    )
    assert spec is not None
    assert spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules |= {name: package, f"{name}._runtime": _runtime}
    spec.loader.exec_module(package)
    with mock.patch.object(_runtime, "publish"):
        importlib.import_module(f"{name}.errors")
    return package


_package = emitted("things")
_errors, _models, _operations = _package.errors, _package.models, _package.operations

API = importlib.import_module("things._api").API
BASE = API.base_url
ERRORS = _errors.TABLE
BadGatewayError = _errors.BadGatewayError
NoLidError = _errors.NoLidError
NotFoundError = _errors.NotFoundError

AnyThing = _models.AnyThing
Box = _models.Box
FoundPage = _models.FoundPage
Stone = _models.Stone
Thing = _models.Thing
ThingPage = _models.ThingPage

BOX = _operations.THINGS_BOX
COLORS = _operations.COLORS
GET = _operations.THINGS_GET
LIST = _operations.THINGS_ALL
LOG = _operations.THINGS_LOG
PAINT = _operations.THINGS_PAINT
PICTURE = _operations.THINGS_PICTURE
SEVERAL = _operations.THINGS_GET_SEVERAL
STATE = _operations.STATE
TOKEN = _operations.TOKEN_REQUEST

AsyncShop = _package.AsyncShop
Shop = _package.Shop


@dataclass
class Script:
    """A transport that answers in turn what a test wrote down."""

    answers: list[Response | ClientError]
    requests: list[Request] = field(default_factory=list)
    closed: int = 0

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, ClientError):
            raise answer
        return answer

    async def asend(self, request: Request) -> Response:
        return self.send(request)

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1

    @property
    def targets(self) -> list[str]:
        return [f"{r.method} {r.url.removeprefix(BASE)}" for r in self.requests]


def answer(body: bytes | str = b"", status: int = 200, **headers: str) -> Response:
    pairs = ((name.replace("_", "-"), value) for name, value in headers.items())
    data = body.encode() if isinstance(body, str) else body
    return Response(status=status, headers=Headers(pairs), body=data)


def script(*answers: Response | ClientError | str) -> Script:
    made = [answer(each) if isinstance(each, str) else each for each in answers]
    return Script(made)
