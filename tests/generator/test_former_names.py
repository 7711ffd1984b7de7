"""A call that was renamed can still be made under the name it had."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.support.emitted import called, package_of
from tests.test_golden import GOLDEN

if TYPE_CHECKING:
    from types import ModuleType

things = package_of(GOLDEN / "former_names" / "spec.yaml", "client_of_former_names")


@pytest.mark.promise("former-names-stay")
@pytest.mark.parametrize("name", ["things.get", "things.fetch", "boxes.thing"])
def test_every_name_makes_the_same_request(things: ModuleType, name: str) -> None:
    resource, _, call = name.partition(".")
    result, request = called(
        things, lambda c: getattr(getattr(c, resource), call)("t1"), answer="bolt"
    )
    assert (result, request.method) == ("bolt", "GET")
    assert request.url == "https://api.example/v1/things/t1"


@pytest.mark.promise("former-names-stay")
@pytest.mark.parametrize("flavour", ["Things", "AsyncThings"])
def test_a_former_name_says_what_it_is_now(things: ModuleType, flavour: str) -> None:
    client = getattr(things, flavour)("a-token")
    told = "Deprecated; it is called things.get now."
    assert client.things.fetch.__deprecated__ == told
    assert client.boxes.thing.__deprecated__ == told
    assert not hasattr(client.things.get, "__deprecated__")
    told = "Deprecated; it is called things.cheapest now."
    assert client.things.cheap.__deprecated__ == told
    if flavour == "Things":
        client.close()
    else:
        asyncio.run(client.aclose())


@pytest.mark.promise("former-names-stay")
def test_an_operation_is_found_by_former_names(things: ModuleType) -> None:
    operations = things.operations
    assert operations.by_call("things.fetch") is operations.by_call("things.get")
