"""Texts and numbers that fit what a JSON Schema says of them."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .answers import Schema
    from .draws import Draws

_FIRST = datetime(2012, 1, 1, tzinfo=UTC)
_SECONDS = 14 * 365 * 86_400
"""Times lie within so many seconds after the first."""
_LARGEST = 1_000
"""Numbers are below it unless they must not be."""
_FORMS = {"date-time": "%Y-%m-%dT%H:%M:%SZ", "partial-date": "%Y-%m-%d"}


def number(draws: Draws, schema: Schema, place: str, *, whole: bool) -> int | float:
    """Draw a number within its bounds.

    Args:
        draws: What is drawn from.
        schema: What is said of it.
        place: What it is for.
        whole: Whether it has no fraction.
    """
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None:
        low = 0 if high is None or high >= 0 else high - _LARGEST
    if high is None:
        high = max(low, 0) + _LARGEST
    if whole:
        first = -int(-low // 1)
        return first + draws.number(place, max(int(high // 1) - first, 0) + 1)
    share: float = low + (high - low) * draws.number(place, _LARGEST) / _LARGEST
    return share


def text(draws: Draws, schema: Schema, place: str) -> str:
    """Draw a text of its form, its pattern and its length.

    Args:
        draws: What is drawn from.
        schema: What is said of it.
        place: What it is for; the last part is the name of the property.
    """
    if schema.get("contentEncoding") == "base64":
        return b64encode(draws.identifier(place).encode()).decode()
    form = _FORMS.get(schema.get("format", ""))
    if form is not None:
        return f"{_FIRST + timedelta(seconds=draws.number(place, _SECONDS)):{form}}"
    if "pattern" in schema:
        return _matching(draws, schema, place)
    made = _of_property(draws, place)
    missing = schema.get("minLength", 0) - len(made)
    if missing > 0:
        made += draws.identifier(place, missing)
    return made[: schema.get("maxLength")]


def _of_property(draws: Draws, place: str) -> str:
    """Draw what is usual for a property of its name."""
    name = place.rpartition(".")[2]
    if name == "id":
        return draws.identifier(place)
    if name in {"href", "url"} or name.endswith("_url"):
        return f"https://fake.invalid/{draws.identifier(place)}"
    return draws.words(place, 2)


def _matching(draws: Draws, schema: Schema, place: str) -> str:
    return "".join(
        characters[draws.number(f"{place}/{part}/{index}", len(characters))]
        for part, (characters, times) in enumerate(schema["x-parts"])
        for index in range(times)
    )
