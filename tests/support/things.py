"""A tiny invented API, written down the way a generated package would."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from _runtime.client.async_client import AsyncClient
from _runtime.client.calls import AsyncResource, Resource
from _runtime.client.client import Client
from _runtime.client.options import Options
from _runtime.core.headers import Headers
from _runtime.description.api import Api, ErrorTable, OperationTable
from _runtime.description.operation import Batch, Operation, Pagination
from _runtime.description.parameter import Parameter, Reference
from _runtime.errors import ClientError, ClientStatusError, ServerError
from _runtime.http.messages import Request, Response
from _runtime.models.model import Model, PartialDate, UnknownItem
from _runtime.models.page import Page

if TYPE_CHECKING:
    from _runtime.paging.async_pager import AsyncPager
    from _runtime.paging.pager import Pager

BASE = "https://api.things.example/v1"


class Thing(Model, frozen=True, kw_only=True, tag_field="type", tag="thing"):
    id: str
    made: PartialDate | None = None


class Stone(Model, frozen=True, kw_only=True, tag_field="type", tag="stone"):
    id: str
    grams: int = 0


class Snapshot(Model, frozen=True, kw_only=True):
    snapshot_id: str


AnyThing = Thing | Stone | UnknownItem


class ThingPage(Page[Thing], frozen=True, kw_only=True):
    operation: ClassVar[str] = "GET /boxes/{id}/things"


class LogPage(Page[Thing], frozen=True, kw_only=True):
    operation: ClassVar[str] = "GET /boxes/{id}/log"


class FoundPage(Page[AnyThing | None], frozen=True, kw_only=True):
    operation: ClassVar[str] = "GET /search"
    pointer: ClassVar[str] = "/things"


class Box(Model, frozen=True, kw_only=True):
    id: str
    things: ThingPage


class NotFoundError(ClientStatusError):
    pass


class NoLidError(NotFoundError):
    pass


class BadGatewayError(ServerError):
    pass


ERRORS = ErrorTable(
    statuses={404: NotFoundError, 502: BadGatewayError},
    reasons={(404, "NO_LID"): NoLidError},
)
REFERENCE = Reference(
    uri="things:thing:{id}",
    url="https://open.things.example/{locale}/thing/{id}",
    optional=("locale",),
)
ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{4}$",
    reference=REFERENCE,
)
IDS = Parameter(
    "ids",
    where="query",
    required=True,
    many=True,
    max_items=3,
    pattern="^[0-9A-Za-z]{4}$",
    reference=REFERENCE,
)
MARKET = Parameter("market", where="query", pattern="^[A-Z]{2}$", client_default=True)

GET: Operation[Thing] = Operation(
    name="things.get",
    method="GET",
    path="/things/{id}",
    docs="https://docs.things.example/get",
    calls=("things.get",),
    parameters=(ID, MARKET),
    result=lambda: Thing,
)
SEVERAL: Operation[list[Thing | None]] = Operation(
    name="things.get_several",
    method="GET",
    path="/things",
    calls=("things.get_several",),
    parameters=(IDS, MARKET),
    result=lambda: list[Thing | None],
    batch=Batch(parameter="ids", size=3, items="/things", unique=True),
)
SAVE: Operation[None] = Operation(
    name="things.save",
    method="PUT",
    path="/me/things",
    calls=("things.save",),
    parameters=(IDS,),
    batch=Batch(parameter="ids", size=3),
)
ADD: Operation[Snapshot] = Operation(
    name="boxes.add",
    method="POST",
    path="/boxes/{id}/things",
    calls=("boxes.add",),
    parameters=(
        Parameter("id", where="path", required=True),
        Parameter("uris", where="json", required=True, many=True, max_items=3),
        Parameter("position", where="json", type="integer", minimum=0, maximum=20),
    ),
    result=lambda: Snapshot,
    media_type="application/json",
    batch=Batch(parameter="uris", size=3, advance="position"),
)
REMOVE: Operation[Snapshot] = Operation(
    name="boxes.remove",
    method="DELETE",
    path="/boxes/{id}/things",
    calls=("boxes.remove",),
    parameters=(
        Parameter("id", where="path", required=True),
        Parameter("items", where="json", required=True, many=True, type="object"),
        Parameter("snapshot_id", where="json"),
    ),
    result=lambda: Snapshot,
    media_type="application/json",
    batch=Batch(parameter="items", size=2, chain="snapshot_id"),
)
LIST: Operation[ThingPage] = Operation(
    name="boxes.things",
    method="GET",
    path="/boxes/{id}/things",
    calls=("boxes.things",),
    parameters=(
        Parameter("id", where="path", required=True),
        Parameter("limit", where="query", type="integer", minimum=1, maximum=50),
        Parameter("offset", where="query", type="integer", minimum=0),
        MARKET,
    ),
    result=lambda: ThingPage,
    pagination=Pagination(style="offset"),
)
LOG: Operation[LogPage] = Operation(
    name="boxes.log",
    method="GET",
    path="/boxes/{id}/log",
    calls=("boxes.log",),
    parameters=(
        Parameter("id", where="path", required=True),
        Parameter("limit", where="query", type="integer", minimum=1, maximum=50),
        Parameter("after", where="query"),
    ),
    result=lambda: LogPage,
    pagination=Pagination(style="cursor"),
)
SEARCH: Operation[FoundPage] = Operation(
    name="search",
    method="GET",
    path="/search",
    calls=("search",),
    parameters=(Parameter("q", where="query", required=True),),
    result=lambda: FoundPage,
    pagination=Pagination(style="offset", pointer="/things"),
)
COLORS: Operation[list[str]] = Operation(
    name="colors.all",
    method="GET",
    path="/colors",
    calls=("colors.all",),
    result=lambda: list[str],
    result_pointer="/colors",
)
STATE: Operation[Thing] = Operation(
    name="state",
    method="GET",
    path="/state",
    calls=("state",),
    result=lambda: Thing,
    optional=True,
)
PAINT: Operation[None] = Operation(
    name="things.paint",
    method="PUT",
    path="/things/{id}/paint",
    calls=("things.paint",),
    parameters=(
        ID,
        Parameter("color", where="json"),
        Parameter("coats", where="json", type="integer"),
    ),
    media_type="application/json",
)
PICTURE: Operation[None] = Operation(
    name="things.picture",
    method="PUT",
    path="/things/{id}/picture",
    calls=("things.picture",),
    parameters=(ID, Parameter("image", where="body", required=True, max_length=16)),
    media_type="image/jpeg",
)
TOKEN: Operation[Snapshot] = Operation(
    name="token.request",
    method="POST",
    path="/api/token",
    parameters=(
        Parameter("grant_type", where="form", required=True, fixed="refresh token"),
        Parameter("refresh_token", where="form"),
    ),
    result=lambda: Snapshot,
    media_type="application/x-www-form-urlencoded",
    server="https://accounts.things.example",
)
TABLE = OperationTable(
    (
        *(GET, SEVERAL, SAVE, ADD, REMOVE, LIST, SEARCH, COLORS, STATE),
        *(PAINT, PICTURE, TOKEN, LOG),
    )
)
API = Api(
    base_url=BASE,
    logger="things",
    user_agent="things/1",
    operations=TABLE,
    errors=ERRORS,
)


def paged(
    id: str, *, prefetch: int = 1, cursor: str | None = None, **query: object
) -> dict[str, Any]:
    return {
        "path": {"id": id},
        "query": query,
        "prefetch": prefetch,
        "cursor": cursor,
    }


class Things(Resource):
    def get(self, id: str, *, market: str | None = None) -> Thing:
        return self._one(
            "GET /things/{id}", Thing, path={"id": id}, query={"market": market}
        )

    def get_several(self, ids: list[str]) -> list[Thing | None]:
        return self._batch("GET /things", list[Thing | None], query={"ids": ids})

    def save(self, ids: list[str]) -> None:
        self._batch_none("PUT /me/things", query={"ids": ids})

    def add(self, id: str, uris: list[str], position: int | None = None) -> Snapshot:
        return self._chain(
            "POST /boxes/{id}/things",
            Snapshot,
            path={"id": id},
            json={"uris": uris, "position": position},
        )

    def remove(
        self, id: str, items: list[Any], snapshot_id: str | None = None
    ) -> Snapshot:
        return self._chain(
            "DELETE /boxes/{id}/things",
            Snapshot,
            path={"id": id},
            json={"items": items, "snapshot_id": snapshot_id},
        )

    def all(self, id: str, **options: Any) -> Pager[Thing]:
        return self._pages("GET /boxes/{id}/things", ThingPage, **paged(id, **options))

    def log(self, id: str, **options: Any) -> Pager[Thing]:
        return self._pages("GET /boxes/{id}/log", LogPage, **paged(id, **options))

    def paint(self, id: str, color: str | None = None) -> None:
        return self._none(
            "PUT /things/{id}/paint", path={"id": id}, json={"color": color}
        )


class AsyncThings(AsyncResource):
    async def get(self, id: str, *, market: str | None = None) -> Thing:
        return await self._one(
            "GET /things/{id}", Thing, path={"id": id}, query={"market": market}
        )

    async def get_several(self, ids: list[str]) -> list[Thing | None]:
        return await self._batch("GET /things", list[Thing | None], query={"ids": ids})

    async def save(self, ids: list[str]) -> None:
        await self._batch_none("PUT /me/things", query={"ids": ids})

    def all(self, id: str, **options: Any) -> AsyncPager[Thing]:
        return self._pages("GET /boxes/{id}/things", ThingPage, **paged(id, **options))

    def log(self, id: str, **options: Any) -> AsyncPager[Thing]:
        return self._pages("GET /boxes/{id}/log", LogPage, **paged(id, **options))


class Shop(Client):
    _api = API

    def __init__(self, auth: Any, **options: Any) -> None:
        super().__init__(auth, Options(**options))

    @property
    def things(self) -> Things:
        return Things(self)

    def with_options(self, **options: Any) -> Shop:
        return self._with(**options)

    def search(self, q: str) -> Pager[Any]:
        return self._pages("GET /search", FoundPage, query={"q": q})

    def colors(self) -> list[str]:
        return self._one("GET /colors", list[str])

    def state(self) -> Thing | None:
        return self._optional("GET /state", Thing)


class AsyncShop(AsyncClient):
    _api = API

    def __init__(self, auth: Any, **options: Any) -> None:
        super().__init__(auth, Options(**options))

    @property
    def things(self) -> AsyncThings:
        return AsyncThings(self)

    def with_options(self, **options: Any) -> AsyncShop:
        return self._with(**options)

    def search(self, q: str) -> AsyncPager[Any]:
        return self._pages("GET /search", FoundPage, query={"q": q})

    async def state(self) -> Thing | None:
        return await self._optional("GET /state", Thing)


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
