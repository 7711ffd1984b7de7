"""Fixtures of pytest, which alone imports this."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..engine.limits import forget_limits

if TYPE_CHECKING:
    from collections.abc import Iterator


def make_fixtures(package: str, client: str, word: str) -> tuple[Any, Any, Any]:
    """Make the fixtures of a package: the service, and a client of either kind.

    Each test begins with a service that has been asked for nothing, and without a
    window of a rate limit that another test has left.

    Args:
        package: The name of the package.
        client: The name of the client.
        word: The name of the client in the names of the fixtures.

    Returns:
        `fake_<word>`, `<word>` and `async_<word>`.
    """
    pytest: Any = import_module("pytest")

    def fake(request: Any) -> Iterator[Any]:
        service = _service(package, client, request.config.getoption(_option(word)))
        yield service
        left = ", ".join(map(str, service.pending))
        if left:
            pytest.fail(f"faults that were asked for have not happened: {left}")

    def made(request: Any, kind: str) -> Any:
        clients: Any = import_module(f"{package}.client")
        service = request.getfixturevalue(f"fake_{word}")
        return getattr(clients, kind)("token", transport=service)

    def blocking(request: Any) -> Any:
        return made(request, client)

    def awaited(request: Any) -> Any:
        return made(request, f"Async{client}")

    return (
        pytest.fixture(name=f"fake_{word}")(fake),
        pytest.fixture(name=word)(blocking),
        pytest.fixture(name=f"async_{word}")(awaited),
    )


def _service(package: str, client: str, seed: int) -> Any:
    testing: Any = import_module(f"{package}.testing")
    forget_limits()
    return getattr(testing, f"Fake{client}")(seed=seed)


def add_seed(parser: Any, word: str) -> None:
    """Add the option that chooses what the service makes up.

    Args:
        parser: What pytest gives to `pytest_addoption`.
        word: The name of the client in the option.
    """
    parser.addoption(
        _option(word),
        type=int,
        default=0,
        help=f"what fake_{word} makes up differs from seed to seed",
    )


def _option(word: str) -> str:
    return f"--{word.replace('_', '-')}-seed"
