"""Data that nobody sent, and that fits a JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..core.jsondata import TYPE_WORDS, is_array, is_object
from . import texts
from .answers import NOTHING
from .draws import Draws

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..description.operation import Operation
    from .answers import Answers, Schema

    Given = Mapping[str, Any]
    Inside = Callable[[Schema, str, Given], Any]

_DEEPEST = 6
"""Objects within each other, beyond which nothing is made that need not be there."""
_ELEMENTS = 2
"""Elements of a list whose length nobody has said."""
_UNUSUAL: Any = object()
_BOUNDS = frozenset(
    {
        "format",
        "maxItems",
        "maxLength",
        "maximum",
        "minItems",
        "minLength",
        "minimum",
        "pattern",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What things look like.

    Attributes:
        answers: The schemas.
        uris: The forms of URIs, by the kind of thing; `{id}` stands for the id.
        usual: What properties of some names (`href`, `artist.href`) are, one of several
            values; those of which there is none are left out where they may be.
        draws: What is drawn from.
    """

    answers: Answers
    uris: Mapping[str, str]
    usual: Mapping[str, tuple[object, ...]]
    draws: Draws
    _kinds: dict[int, str] = field(default_factory=dict[int, str], init=False)

    @classmethod
    def of(
        cls,
        operations: Iterable[Operation[Any]],
        answers: Answers,
        usual: Mapping[str, tuple[object, ...]],
        seed: int,
    ) -> Looks:
        """Collect what things look like.

        Args:
            operations: All operations, which name the kinds of things.
            answers: What they answer.
            usual: What properties of some names are.
            seed: What is made up differs from seed to seed.
        """
        draws = Draws(seed)
        uris = _uris(operations)
        return cls(answers=answers, uris=uris, usual=usual, draws=draws)

    def kind(self, schema: Schema) -> str:
        """Return what an object is called by its property `type`, or by its schema.

        Args:
            schema: The schema of an object.
        """
        known = self._kinds.get(id(schema))
        if known is None:
            known = self._kinds[id(schema)] = self._kind(schema)
        return known

    def _kind(self, schema: Schema) -> str:
        target, name = self.answers.resolved(schema)
        properties, _ = self.answers.properties(target)
        tag = self.answers.resolved(properties.get("type", NOTHING))[0]
        known = [tag["const"]] if "const" in tag else tag.get("enum", ())
        return str(known[0]) if len(known) == 1 else name


class Making:
    """Makes up the data of one answer.

    Each value follows from the seed and its place. An object with an id has a place of
    its own, of its kind and id, so that it looks the same wherever it is shown.
    """

    def __init__(self, looks: Looks, inside: Inside) -> None:
        """Keep what things look like.

        Args:
            looks: What they do.
            inside: Makes the pages within objects, of their schema, place and owner.
        """
        self._looks = looks
        self._inside = inside
        self._depth = 0

    def make(self, schema: Schema, place: str, given: Given | None = None) -> Any:
        """Make data that fits a schema.

        Args:
            schema: The schema.
            place: What it is for; the last part is the name of a property.
            given: The properties of this object that are known already.
        """
        if "x-page" in schema:
            return self._inside(schema, place, given or {})
        target, name = self._looks.answers.resolved(schema)
        usual = self._usual(target, place)
        if usual is not _UNUSUAL:
            return usual
        if "enum" in target or "const" in target:
            return self._known(target, place)
        if "oneOf" in target or "anyOf" in target:
            return self.make(self._member(target, place), place, given)
        if type_of(target) == "object":
            return self._object(target, name, place, given or {})
        return self._plain(target, place)

    def _plain(self, schema: Schema, place: str) -> Any:
        draws = self._looks.draws
        match type_of(schema):
            case "array":
                return self._list(schema, place)
            case "string":
                return texts.text(draws, schema, place)
            case "integer" | "number" as kind:
                return texts.number(draws, schema, place, whole=kind == "integer")
            case "boolean":
                return draws.number(place, 2) == 1
            case _:
                return None

    def _usual(self, schema: Schema, place: str) -> Any:
        """Choose among what is usual for a property of this name, if anything is."""
        owner, _, last = place.rpartition(".")
        name, _, index = last.partition("[")
        values = self._values(owner, name)
        if not values or not may_be(schema, values[0]):
            return _UNUSUAL
        first = self._looks.draws.number(place.removesuffix(f"[{index}"), len(values))
        return values[(first + int(index.removesuffix("]") or 0)) % len(values)]

    def _values(self, owner: str, name: str) -> tuple[object, ...] | None:
        """Find what a property usually is, in what it is of or anywhere."""
        told = self._looks.usual
        within = owner.rpartition(".")[2].partition(":")[0].partition("[")[0]
        return told.get(f"{within}.{name}", told.get(name))

    def _known(self, schema: Schema, place: str) -> Any:
        if "const" in schema:
            return schema["const"]
        values = [each for each in schema["enum"] if each is not None]
        return values[self._looks.draws.number(place, len(values))] if values else None

    def _member(self, schema: Schema, place: str) -> Schema:
        """Choose what one of several is; null is none of them."""
        several: list[Schema] = [*schema.get("oneOf", ()), *schema.get("anyOf", ())]
        members = [each for each in several if each.get("type") != "null"]
        if "discriminator" in schema:
            return members[self._looks.draws.number(f"{place}?", len(members))]
        return members[0]

    def _object(
        self, schema: Schema, name: str, place: str, given: Given
    ) -> dict[str, Any]:
        properties, required = self._looks.answers.properties(schema)
        self._depth += 1
        try:
            if not properties:
                return self._map(schema, place)
            known = dict(given)
            if "id" in properties:
                known.setdefault("id", self.make(properties["id"], f"{place}.id"))
                kind = self._looks.kind(schema) or name
                place = f"{kind}:{known['id']}"
                if kind in self._looks.uris:
                    uri = self._looks.uris[kind].replace("{id}", str(known["id"]))
                    known.setdefault("uri", uri)
            same = self._looks.answers.same(schema)
            return {
                each: self._property(inner, place, same.get(each, each), known)
                for each, inner in properties.items()
                if each in known or each in required or self._is_shown(place, each)
            }
        finally:
            self._depth -= 1

    def _property(self, schema: Schema, place: str, name: str, known: Given) -> Any:
        if name in known:
            return known[name]
        # A page is told what it is inside of.
        owner = known if "x-page" in schema else None
        return self.make(schema, f"{place}.{name}", owner)

    def _is_shown(self, place: str, name: str) -> bool:
        """Say whether a property is made that need not be there."""
        return self._depth < _DEEPEST and self._values(place, name) != ()

    def _map(self, schema: Schema, place: str) -> dict[str, Any]:
        values = schema.get("additionalProperties")
        if not is_object(values) or self._depth >= _DEEPEST:
            return {}
        draws = self._looks.draws
        names = [draws.words(f"{place}#{index}", 1) for index in range(_ELEMENTS)]
        return {name: self.make(values, f"{place}.{name}") for name in names}

    def _list(self, schema: Schema, place: str) -> list[Any]:
        fewest, most = schema.get("minItems", 0), schema.get("maxItems", _ELEMENTS)
        wanted = max(fewest, min(most, _ELEMENTS))
        count = fewest if self._depth >= _DEEPEST else wanted
        items = schema.get("items", NOTHING)
        return [self.make(items, f"{place}[{index}]") for index in range(count)]


def may_be(schema: Schema, value: object) -> bool:
    """Say whether a value may stand somewhere, as far as it is known at a glance.

    Args:
        schema: A JSON Schema without a reference at its top.
        value: A value without names in it: a plain one, or a list of such.
    """
    if value is None:
        return "null" in (schema.get("type") or ())
    if "const" in schema:
        return bool(schema["const"] == value)
    if "enum" in schema:
        return value in schema["enum"]
    word = TYPE_WORDS.get(type(value))
    if _BOUNDS & {*schema} or word != type_of(schema) or word == "object":
        return False
    parts = value if is_array(value) else []
    return all(may_be(schema.get("items", NOTHING), each) for each in parts)


def type_of(schema: Schema) -> str:
    """Return the type of a schema that is not null; `object` if nothing is said.

    Args:
        schema: A JSON Schema.
    """
    kinds = schema.get("type", "object")
    if isinstance(kinds, str):
        return kinds
    known: list[str] = [kind for kind in kinds if kind != "null"]
    return known[0] if known else "null"


def _uris(operations: Iterable[Operation[Any]]) -> dict[str, str]:
    """Collect the forms of URIs, by the kind of thing they name."""
    return {
        kind.name: kind.uri
        for operation in operations
        for item in operation.parameters
        if item.reference is not None
        for kind in item.reference.table
        if kind.uri is not None and kind.uri.count("{") == 1 and "{id}" in kind.uri
    }
