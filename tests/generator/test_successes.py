"""A success without content is `None`, whatever the server puts into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.emitted import Recorder, called, package_of
from tests.test_golden import GOLDEN

if TYPE_CHECKING:
    from types import ModuleType

things = package_of(GOLDEN / "optional_202" / "spec.yaml", "client_of_successes")
nulls = package_of(GOLDEN / "optional_null" / "spec.yaml", "client_of_nulls")


@pytest.mark.parametrize(
    ("status", "answer", "expected"),
    [
        (200, "bolt", "bolt"),
        (200, None, None),
        (202, None, None),
        (202, {"queued": True}, None),
        (204, None, None),
        (205, None, None),
    ],
)
def test_successes(
    things: ModuleType, status: int, answer: Any, expected: str | None
) -> None:
    result, _ = called(things, lambda c: c.things.get(), answer, status)
    assert result == expected
    recorder = Recorder(things, answer, status)
    with things.Things(transport=recorder) as client:
        response = client.raw(things.operations.THINGS_GET)
    assert response.decode() == expected


@pytest.mark.parametrize(("status", "answer"), [(200, b"null"), (202, b"{}")])
def test_an_answer_that_may_be_null_is_so_beside_one_without_content(
    nulls: ModuleType, status: int, answer: Any
) -> None:
    recorder = Recorder(nulls, answer, status)
    with nulls.Things(transport=recorder, strict=True) as client:
        assert client.things.get() is None
