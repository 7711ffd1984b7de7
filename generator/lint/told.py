"""How data does not fit its schema, as much of it as helps."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ..dialect.fit import NOTHING, departures
from ..findings import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.fit import Departure
    from ..dialect.schema import Ref, Schema, Value
    from ..dialect.schemas import Schemas

_MAX_TOLD = 5
_MAX_LOOKED_AT = 20


def first_departures(
    schemas: Schemas, schema: Schema | Ref, value: Value
) -> Iterator[str]:
    """Say where `value` does not fit, as what follows on "does not fit"."""
    found = [*islice(departures(schemas, schema, value), _MAX_LOOKED_AT)]
    meant = _meant(found)
    lacking = {id(each) for each in meant.values()}
    rest = [each for each in found if id(each) not in lacking]
    for departure in rest[:_MAX_TOLD]:
        other = meant.get(id(departure))
        asked = f"; did you mean `{other.place.key}`?" if other is not None else ""
        yield f": {departure}{asked}"
    if len(rest) > _MAX_TOLD:
        yield " in more places"


def _meant(found: list[Departure]) -> dict[int, Departure]:
    """Map properties that are not described to missing ones spelled much alike."""
    meant: dict[int, Departure] = {}
    for new in (each for each in found if each.kind == "new"):
        lacking = {
            each.place.key: each
            for each in found
            if each.got == NOTHING and each.place.parent == new.place.parent
        }
        for name in closest(new.place.key, lacking, many=1).found():
            meant[id(new)] = lacking[name]
    return meant
