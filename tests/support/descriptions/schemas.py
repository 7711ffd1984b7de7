"""Schemas of the dialect, drawn: plain ones, lists, maps, models, unions."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from . import names
from .values import PATTERNS, Components, Json, text

Draw = Any


def ref(name: str) -> Json:
    """Refer to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def plain(*, constants: bool = True) -> st.SearchStrategy[Json]:
    """Draw a schema of one value, not null."""
    words = st.lists(
        st.sampled_from(["abc", "de-f", "1", "none"]), min_size=1, unique=True
    )
    whole = st.lists(st.integers(-5, 1 << 40), min_size=1, max_size=3, unique=True)
    known = [
        st.sampled_from([{"type": "number", "const": 1.5}]),
        st.booleans().map(lambda value: {"type": "boolean", "const": value}),
        st.integers(-3, 3).map(lambda value: {"type": "integer", "const": value}),
        text(1).map(lambda value: {"type": "string", "const": value}),
    ]
    return st.one_of(
        st.just({"type": "string"}),
        st.sampled_from(
            [
                {"type": "string", "minLength": 1, "maxLength": 4},
                {"type": "string", "format": "date-time"},
                {"type": "string", "format": "partial-date"},
                {"type": "integer", "format": "int64"},
                {"type": "integer", "minimum": 1, "maximum": 50},
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "integer"},
                {"type": "number"},
                {"type": "boolean"},
            ]
        ),
        st.sampled_from([*PATTERNS]).map(lambda p: {"type": "string", "pattern": p}),
        words.map(lambda found: {"type": "string", "enum": found}),
        whole.map(lambda found: {"type": "integer", "enum": found}),
        *(known if constants else ()),
    )


def nullable(schema: Json) -> Json:
    """Let a schema be null as well."""
    if "type" in schema and "const" not in schema:
        more = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
        return {**schema, "type": [schema["type"], "null"], **more}
    if "discriminator" in schema:
        return {**schema, "oneOf": [*schema["oneOf"], {"type": "null"}]}
    if "const" in schema:
        return schema
    return {"oneOf": [schema, {"type": "null"}]}


class Shelf:
    """The named schemas of a description, drawn one after the other."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.components: Components = {}
        self.usable: list[str] = []
        self.members: dict[str, str] = {}
        """Those that unions are made of, with their tags."""

    def stock(self) -> None:
        """Draw models, members of unions, a union, and named plain schemas."""
        draw = self.draw
        members: dict[str, str] = {}
        for tag in draw(st.sampled_from([(), ("bolt", "nut"), ("a b", "x", "größe")])):
            name = self._name()
            own = {"type": {"type": "string", "const": tag}}
            self._model(name, {**self._properties(0), **own}, ["type"])
            members[name] = tag
        self.members = members
        self.usable += members
        if self.members and draw(st.booleans()):
            self._keep({**self.union(), "description": "One of several."})
        if draw(st.booleans()):
            named = draw(plain())
            if draw(st.booleans()):
                named = {"type": "array", "items": named}
            self._keep({**named, "description": "A plain one."})
        for _ in range(draw(st.integers(0, 3))):
            name = self._name()
            self._model(name, self._properties(1))
            self.usable.append(name)
        if draw(st.booleans()):
            self._joined()

    def _keep(self, schema: Json) -> None:
        name = self._name()
        self.components[name] = schema
        self.usable.append(name)

    def _name(self) -> str:
        return self.draw(names.MODELS.filter(lambda name: name not in self.components))

    def _model(self, name: str, properties: Json, always: Any = ()) -> None:
        optional = [each for each in properties if each not in always]
        required = (
            self.draw(st.lists(st.sampled_from(optional), unique=True))
            if optional
            else []
        )
        self.components[name] = {
            "type": "object",
            "description": f"The model {name}.",
            "properties": {n: self.described(s, n) for n, s in properties.items()},
            **({"required": [*always, *required]} if (always or required) else {}),
        }

    def _joined(self) -> None:
        """Make a model of a base, which is used only so or as a model too, and more."""
        models = [n for n in self.usable if "properties" in self.components[n]]
        if models and self.draw(st.booleans()):
            base = self.draw(st.sampled_from(models))
        else:
            base = self._name()
            self._model(base, self._properties(1))
        name = self._name()
        taken = self.components[base]["properties"]
        own = {n: s for n, s in self._properties(1).items() if n not in taken}
        if not own:
            return
        part = {
            "type": "object",
            "properties": {n: self.described(s, n) for n, s in own.items()},
        }
        self.components[name] = {
            "description": "Joined of two.",
            "allOf": [ref(base), part],
        }
        self.usable.append(name)

    def _properties(self, fewest: int) -> Json:
        found = self.draw(
            st.lists(names.MEMBERS, min_size=fewest, max_size=4, unique=True)
        )
        return {name: self.any() for name in found if name != "type"} or (
            {"size": {"type": "integer"}} if fewest else {}
        )

    @staticmethod
    def described(schema: Json, name: str) -> Json:
        """Say something of a property."""
        return {**schema, "description": f"The property `{name}`."}

    def union(self) -> Json:
        """Give a choice of objects, in place."""
        mapping = {tag: ref(name)["$ref"] for name, tag in self.members.items()}
        return {
            "oneOf": [ref(name) for name in self.members],
            "discriminator": {"propertyName": "type", "mapping": mapping},
        }

    def any(self, depth: int = 2) -> Json:
        """Draw a schema of any kind."""
        draw = self.draw
        kinds = ["plain", "plain", "plain"]
        kinds += ["list", "map"] if depth else []
        kinds += ["ref", "ref"] if self.usable else []
        kinds += ["union"] if self.members else []
        match draw(st.sampled_from(kinds)):
            case "plain":
                found = draw(plain())
            case "list":
                bounds = draw(st.sampled_from([{}, {}, {"minItems": 1, "maxItems": 3}]))
                found = {"type": "array", "items": self.any(depth - 1), **bounds}
            case "map":
                found = {"type": "object", "additionalProperties": self.any(depth - 1)}
            case "union":
                found = self.union()
            case _:
                found = ref(draw(st.sampled_from(self.usable)))
        return nullable(found) if draw(st.integers(0, 4)) == 4 else found
