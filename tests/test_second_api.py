"""A second, unrelated API: generator and runtime are not made for one API alone.

Its client is generated as three packages, one of them nested where somebody vendored
it; each is imported and called, blocking and awaited, against a server on loopback.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import Config
from tests.second_api.library import EMMA, open_library, query_of
from tests.support.generate import findings, generate, settings, write
from tests.support.replay import Replay

pytestmark = pytest.mark.slow
SPEC = Path(__file__).parent / "second_api" / "spec.yaml"
WRITTEN = SPEC.with_name("handwritten")
PLACES = {
    "lantern": ("lantern", "."),
    "books_client": ("books_client", "."),
    "app_of_somebody.vendor.lantern": ("lantern", "app_of_somebody/vendor"),
}
"""The name a package is imported by: the name it is generated under, and its folder."""


def described(package: str) -> Config:
    """Configure a package of this API, with its calls written by hand."""
    return replace(
        settings(SPEC, package=package, client="Lantern"),
        handwritten=WRITTEN,
        calls={"shelves": "_shelves.refill:ShelfCalls"},
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Generate the packages and put their folder on the path."""
    root = tmp_path_factory.mktemp("second_api")
    for package, below in PLACES.values():
        tree = generate(described(package))
        inside = {p: t for p, t in tree.items() if p.startswith(f"{package}/")}
        write(inside, root / below)
    sys.path.insert(0, str(root))
    yield root
    sys.path.remove(str(root))
    for name in [*sys.modules]:
        if name.partition(".")[0] in {"lantern", "books_client", "app_of_somebody"}:
            del sys.modules[name]


@pytest.fixture(params=PLACES)
def package(request: pytest.FixtureRequest, folder: Path) -> ModuleType:
    return importlib.import_module(request.param)


@pytest.fixture(scope="module")
def server() -> Iterator[Replay]:
    with open_library() as library:
        yield library


Run = Callable[..., Any]


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest, package: ModuleType, server: Replay) -> Run:
    """Give a function that makes a call with a client and returns what came."""
    server.seen.clear()

    def run_sync(call: Callable[[Any], Any], **options: str) -> Any:
        given = {"base_url": server.base_url, "language": "en", **options}
        with package.Lantern("card", **given) as client:
            found = call(client)
            return list(found) if isinstance(found, package.Pager) else found

    async def run_async(call: Callable[[Any], Any], **options: str) -> Any:
        given = {"base_url": server.base_url, "language": "en", **options}
        async with package.AsyncLantern("card", **given) as client:
            found = call(client)
            if isinstance(found, package.AsyncPager):
                return [item async for item in found]
            assert isinstance(found, Awaitable)
            return await found

    if request.param == "sync":
        return run_sync
    return lambda call, **options: asyncio.run(run_async(call, **options))


def test_the_description_has_no_findings() -> None:
    assert findings(SPEC) == ()


def test_get(package: ModuleType, run: Run, server: Replay) -> None:
    for name in ("b1", "lantern:book:b1", "https://lantern.example/en/book/b1?x=y#z"):
        book = run(lambda client, name=name: client.books.get(name))
        assert type(book) is package.models.Book
        assert (book.id, book.type, book.title) == ("b1", "book", "Emma")
        assert (book.isbn_13, book.class_, book.format) == (
            EMMA["isbn-13"],
            "fiction",
            "scroll",
        )
        assert book.published == package.PartialDate(1815, 12, 23)
        assert book.author.born == package.PartialDate(1775, 12)
        assert book.pages is None
    assert {seen.target for seen in server.seen} == {"/v1/books/b1?language=en"}
    assert {seen.headers["Authorization"] for seen in server.seen} == {"Bearer card"}


def test_a_grant(
    package: ModuleType, server: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANTERN_CARD", "card")
    monkeypatch.setenv("LANTERN_NUMBER", "123")
    server.seen.clear()
    auth = package.ClientCredentials(base_url=server.base_url.removesuffix("/v1"))
    with package.Lantern(auth, base_url=server.base_url) as client:
        assert client.books.get("b1").title == "Emma"
        assert client.branches()
    tokens = [seen.headers.get("Authorization") for seen in server.seen[1:]]
    assert tokens == ["Bearer opened", None]  # whose `security` is empty
    assert not hasattr(package, "PKCE")


def test_pages_by_offset(package: ModuleType, run: Run, server: Replay) -> None:
    loans = run(lambda client: client.books.loans("b1", limit=2))
    assert {type(loan) for loan in loans} == {package.models.Loan}
    assert [loan.since.day for loan in loans] == [1, 2, 3, 4, 5]
    assert loans[0].since.utcoffset() == timedelta(hours=1)
    assert [query_of(seen).get("offset") for seen in server.seen] == [None, "2", "4"]


def test_pages_by_cursor_in_an_envelope(
    package: ModuleType, run: Run, server: Replay
) -> None:
    authors = run(lambda client: client.readers.followed_authors())
    assert authors == [
        package.models.Author(name="Jane", born=package.PartialDate(1775, 12)),
        package.models.Author(name="Ann"),
    ]
    assert [query_of(seen) for seen in server.seen] == [{}, {"after": "Jane"}]


def test_a_page_inside_a_model_goes_on(package: ModuleType, run: Run) -> None:
    found = run(lambda client: client.search("emma"))
    assert type(found) is package.models.Found
    assert found.counts == {"book": 1, "film": 1}
    things = run(lambda client: client.pages(found.things))
    kinds = [package.models.Book, package.models.Film, package.UnknownItem]
    assert [type(thing) for thing in things] == kinds
    assert [thing.type for thing in things] == ["book", "film", "game"]
    assert things[2].data == {"type": "game", "players": 2}


def test_batch_of_reads(run: Run, server: Replay) -> None:
    books = run(lambda client: client.books.get_several(["b1", "x", "b2", "b1"]))
    assert [book and book.id for book in books] == ["b1", None, "b2", "b1"]
    assert [query_of(seen)["ids"] for seen in server.seen] == ["b1,x", "b2"]


def test_a_mode_without_batches(package: ModuleType, run: Run, server: Replay) -> None:
    ids = ["b1", "x", "b2", "b1"]
    with pytest.raises(package.errors.EndpointUnavailableError) as caught:
        run(lambda client: client.books.get_several(ids), quota_mode="guest")
    assert caught.value.replacement == "books.get"
    assert server.seen == []
    routed = {"quota_mode": "guest", "on_unavailable": "route"}
    books = run(lambda client: client.books.get_several(ids), **routed)
    assert [book and book.id for book in books] == ["b1", None, "b2", "b1"]
    assert sorted(seen.target for seen in server.seen) == [
        f"/v1/books/{name}?language=en" for name in ("b1", "b2", "x")
    ]


def test_one_call_becomes_another(
    package: ModuleType, run: Run, server: Replay
) -> None:
    def wish(client: Any, book: str = "b1") -> Any:
        return client.readers.wish(book, wishes="s1")

    assert run(wish, quota_mode="town", on_unavailable="route") is None
    (seen,) = server.seen
    assert (seen.method, seen.target) == ("POST", "/v1/shelves/s1/items")
    assert seen.json == {"ids": ["lantern:book:b1"]}
    with pytest.raises(package.errors.StatusError, match="since 2023-01-01"):
        run(lambda client: wish(client, "b9"), quota_mode="guest")
    with pytest.raises(package.errors.ConfigurationError, match="town"):
        package.Lantern("card", quota_mode="development")


def test_a_mode_with_smaller_pages(run: Run, server: Replay) -> None:
    for mode, sent in (("guest", "2"), ("town", "5")):
        server.seen.clear()
        loans = run(lambda client: client.books.loans("b1", limit=5), quota_mode=mode)
        assert len(loans) == 5
        assert query_of(server.seen[0])["limit"] == sent


def test_batch_of_writes(run: Run, server: Replay) -> None:
    add = ["b1", "b1", "b2", "b3", "b4"]
    assert run(lambda client: client.shelves.add("s 1", ids=add, position=3)) is None
    assert [seen.json for seen in server.seen] == [
        {"ids": ["b1", "b1"], "position": 3},
        {"ids": ["b2", "b3"], "position": 5},
        {"ids": ["b4"], "position": 7},
    ]
    assert {seen.target for seen in server.seen} == {"/v1/shelves/s%201/items"}


def test_write_without_content(run: Run, server: Replay) -> None:
    assert run(lambda client: client.readers.hold("b1", pick_up_at="desk")) is None
    assert run(lambda client: client.readers.hold("b1")) is None
    assert run(lambda client: client.readers.set_portrait(b"\x89PNG")) is None
    assert [(seen.method, seen.body) for seen in server.seen] == [
        ("PUT", b'{"pickUpAt":"desk"}'),
        ("PUT", b""),
        ("PUT", b"iVBORw=="),
    ]
    assert server.seen[2].headers["Content-Type"] == "image/png"


def test_variants_of_one_operation(
    package: ModuleType, run: Run, server: Replay
) -> None:
    state = package.models.ShelfState(version="v2")
    assert run(lambda client: client.shelves.replace("s", ids=["b1"])) == state
    assert run(lambda client: client.shelves.move("s", start=2, before=0)) == state
    bodies = [{"ids": ["b1"]}, {"start": 2, "before": 0}]
    assert [seen.json for seen in server.seen] == bodies


def test_calls_written_by_hand(package: ModuleType, run: Run, server: Replay) -> None:
    """They go through the same engine, with its checks, answers and batches."""
    state = package.models.ShelfState(version="v2")
    ids = ["b1", "b2", "b3"]
    found = run(lambda client: client.shelves.refill("s", ids, side="right"))
    assert found == package.Refilled(("b3", "b2", "b1"), state)
    assert [(seen.method, seen.json) for seen in server.seen] == [
        ("PUT", {"ids": []}),
        ("POST", {"ids": ["b3", "b2"], "position": 0}),
        ("POST", {"ids": ["b1"], "position": 2}),
    ]
    assert run(lambda client: client.shelves.clear(shelf="s")) == state
    text = inspect.getdoc(package.Lantern("card").shelves.refill) or ""
    assert text.startswith("Clear a shelf and fill it anew.\n\nTwo kinds")
    assert '"one after the other"\\.' in text
    assert text.endswith("side: Where to begin.")


def test_envelope_nothing_and_deprecated(package: ModuleType, run: Run) -> None:
    assert run(lambda client: client.branches()) == ["Harbour", "Hill"]
    assert run(lambda client: client.readers.current_loan()) is None
    film = package.models.Film(id="f1", minutes=124)
    assert run(lambda client: client.featured()) == film
    message = "Deprecated since 2024-05-01; use search."
    assert package.Lantern.featured.__deprecated__ == message


def test_errors(package: ModuleType, run: Run) -> None:
    errors = package.errors
    with pytest.raises(errors.OnLoanError) as caught:
        run(lambda client: client.readers.hold("b9"))
    assert (caught.value.status, caught.value.reason) == (409, "ON_LOAN")
    assert isinstance(caught.value, errors.ConflictError | errors.LanternError)
    with pytest.raises(errors.NotFoundError):
        run(lambda client: client.books.get("b404"))
    with pytest.raises(errors.InvalidIdError):
        run(lambda client: client.books.get("lantern:film:f1"))
    with pytest.raises(errors.InvalidArgumentError):
        run(lambda client: client.readers.hold("b1", pick_up_at="garden"))


def test_raw_and_options(package: ModuleType, run: Run, server: Replay) -> None:
    operation = package.operations.BOOKS_GET
    response = run(lambda client: client.raw(operation, id="b1"))
    assert (response.status, response.decode().title) == (200, "Emma")
    book = run(lambda client: client.with_options(language="de").books.get("b1"))
    assert book.title == "Emma"
    assert [query_of(seen)["language"] for seen in server.seen] == ["en", "de"]


def test_operations_are_data(package: ModuleType) -> None:
    operations = package.operations
    assert len(operations.all()) == 13
    found = operations.by_call("shelves.move")
    assert (found.name, found.route) == ("shelves.update", "PUT /shelves/{shelf}/items")
    assert found.calls == ("shelves.replace", "shelves.move")
    assert operations.READERS_HOLD.scopes == ("read", "hold")
    with pytest.raises(package.errors.InvalidArgumentError):
        operations.by_call("shelves.burn")


def test_both_clients_have_the_same_calls(package: ModuleType) -> None:
    for resource in ("books", "readers", "shelves"):
        blocking = importlib.import_module(f"{package.__name__}._sync.{resource}")
        awaited = importlib.import_module(f"{package.__name__}._async.{resource}")
        name = resource.capitalize()
        calls = [signatures(getattr(m, name)) for m in (blocking, awaited)]
        assert calls[0] == calls[1]


def signatures(resource: type) -> dict[str, str]:
    methods = {n: f for n, f in vars(resource).items() if not n.startswith("_")}
    return {
        name: str(inspect.signature(method)).replace("AsyncPager", "Pager")
        for name, method in methods.items()
    }


def test_packages_share_nothing(folder: Path) -> None:
    first, second = (importlib.import_module(name) for name in [*PLACES][:2])
    assert first.models.Book is not second.models.Book
    assert not issubclass(first.errors.LanternError, second.errors.LanternError)


def test_importing_loads_neither_models_nor_http(folder: Path) -> None:
    code = (
        "import sys; before = set(sys.modules); import lantern\n"
        "loaded = sorted(set(sys.modules) - before)\n"
        "slow = ('msgspec', 'httpcore', 'lantern.models')\n"
        "heavy = [name for name in loaded if name.startswith(slow)]\n"
        "assert not heavy, heavy\n"
        "for name in lantern.__all__: getattr(lantern, name)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True)


def test_a_service_stands_in_for_it(package: ModuleType) -> None:
    testing = importlib.import_module(f"{package.__name__}.testing")
    fake = testing.FakeLantern()
    with package.Lantern("card", transport=fake, language="en", strict=True) as client:
        assert client.books.get("b1").id == "b1"
        assert [book.id for book in client.books.get_several(["b1", "b2"])] == [
            "b1",
            "b2",
        ]
        loans = client.books.loans("b1", limit=2).collect()
        assert len(loans) == len(client.books.loans("b1").collect()) > 20
        assert client.readers.followed_authors().collect()
        fake.missing("b9")
        with pytest.raises(package.errors.NotFoundError):
            client.books.get("b9")
    asked = fake.requests[0]
    assert (asked.operation, asked.status) == ("books.get", 200)
    assert asked.arguments == {"id": "b1", "language": "en"}
    guest = testing.FakeLantern(quota_mode="guest")
    with (
        package.Lantern("card", transport=guest, language="en") as client,
        pytest.raises(package.errors.StatusError, match="403"),
    ):
        client.books.get_several(["b1"])
