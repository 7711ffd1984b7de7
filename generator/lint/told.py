"""How data does not fit its schema, as much of it as helps."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ..dialect.fit import departures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.schema import Ref, Schema, Value
    from ..dialect.schemas import Schemas

_MAX_TOLD = 5


def first_departures(
    schemas: Schemas, schema: Schema | Ref, value: Value
) -> Iterator[str]:
    """Say where `value` does not fit, as what follows on "does not fit"."""
    found = islice(departures(schemas, schema, value), _MAX_TOLD + 1)
    for index, departure in enumerate(found):
        yield f": {departure}" if index < _MAX_TOLD else " in more places"
