"""Schemas of another description in our dialect, each object under a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from posixpath import basename, dirname, relpath
from typing import TYPE_CHECKING, Any

from .. import naming
from .view import Look, items

if TYPE_CHECKING:
    from ..dialect import document as dialect
    from ..dialect.schema import NamedSchema

TODO = "TODO"
"""What people have to write in its place."""
_KEPT = (
    "format",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
)
_MAX_SCHEMAS = 100


@dataclass(slots=True)
class Schemas:
    """Writes schemas down.

    Attributes:
        look: The other description.
        ours: Ours, whose schemas are referred to.
        like: The file of operations that new schemas are for.
        written: The objects that ours lacks, by their names.
    """

    look: Look
    ours: dialect.Document
    like: str
    written: dict[str, dict[str, Any]] = field(
        default_factory=dict[str, dict[str, Any]]
    )
    _named: dict[int, str] = field(default_factory=dict[int, str])

    @property
    def file(self) -> str:
        """Choose the file of schemas that is called like that of the operation."""
        files = [item.schema.at.file for item in self.ours.schemas]
        wanted = basename(self.like)
        same = (file for file in files if basename(file) == wanted)
        return next(same, files[0] if files else self.ours.at.file)

    def reference(self, file: str, kind: str, name: str, of: str) -> str:
        """Write a reference from one file to what another one holds."""
        way = f"/components/{kind}/{name}" if file == self.ours.at.file else f"/{name}"
        return f"#{way}" if file == of else f"{relpath(file, dirname(of) or '.')}#{way}"

    def schema(
        self, node: Any, name: str, *, in_place: bool = False, of: str = ""
    ) -> dict[str, Any]:
        """Write a schema down; an object gets a name, and is referred to."""
        is_nullable = self.look.is_nullable(self.look.schema(node))
        node = self.look.alternative(node)
        schema = self.look.schema(node)
        kinds = sorted(self.look.kinds(schema)) or [TODO]
        of = of or self.file
        if kinds == ["object"] and schema["properties"] and not in_place:
            link = {"$ref": self._link(schema, self.look.name(node) or name, of)}
            return {"oneOf": [link, {"type": "null"}]} if is_nullable else link
        made: dict[str, Any] = {"type": [kinds[0], "null"] if is_nullable else kinds[0]}
        known = items(schema.get("enum"))
        if known:
            made["enum"] = [
                item for item in known if isinstance(item, str | int | float)
            ]
        made |= {
            key: schema[key]
            for key in _KEPT
            if isinstance(schema.get(key), str | int | float)
        }
        if kinds == ["array"]:
            made["items"] = self.schema(
                schema.get("items"), f"{name}Item", in_place=in_place, of=of
            )
        return made

    def _link(self, schema: dict[str, Any], name: str, of: str) -> str:
        """Name an object: by our name for it, if there is one."""
        known = self._ours(name)
        name = our_name(name)
        if known is not None:
            return self.reference(known.schema.at.file, "schemas", name, of)
        if id(schema) not in self._named and len(self.written) < _MAX_SCHEMAS:
            while name in self.written:
                name += "2"
            self._named[id(schema)] = name
            self.written[name] = {}
            self.written[name].update(self._object(schema, name))
        return self.reference(
            self.file, "schemas", self._named.get(id(schema), TODO), of
        )

    def _ours(self, name: str) -> NamedSchema | None:
        """Find the schema that we have under a name, give or take a suffix."""
        wanted = our_name(name)
        return next((item for item in self.ours.schemas if item.name == wanted), None)

    def _object(self, schema: dict[str, Any], name: str) -> dict[str, Any]:
        properties = {
            key: self._property(node, f"{name}{naming_of(key)}")
            for key, node in schema["properties"].items()
        }
        required = [key for key in schema["required"] if key in properties]
        made: dict[str, Any] = {"type": "object", "description": f"{TODO}: what it is."}
        if required:
            made["required"] = required
        return {**made, "properties": properties}

    def _property(self, node: Any, name: str) -> dict[str, Any]:
        described = {"description": f"{TODO}: what it says."}
        return {**self.schema(node, name), **described}

    def example(self, node: Any, depth: int) -> Any:
        """Give a value that fits, and that nobody takes for a real one."""
        meant = self.look.alternative(node)
        schema = self.look.schema(meant)
        kinds = self.look.kinds(schema)
        if self._ours(self.look.name(meant)) is not None:
            return TODO
        known = items(schema.get("enum"))
        if known and isinstance(known[0], str):
            return known[0]
        if kinds == {"object"}:
            inner = schema["properties"].items() if depth < 4 else ()
            return {key: self.example(each, depth + 1) for key, each in inner}
        if kinds == {"array"}:
            return [self.example(schema.get("items"), depth + 1)] if depth < 4 else []
        least = schema.get("minimum")
        number = least if isinstance(least, int | float) else 0
        plain = {"integer": number, "number": number, "boolean": False}
        return plain.get(next(iter(kinds), ""), TODO)


def our_name(name: str) -> str:
    """Name a schema as we do: `AlbumObject` is `Album`."""
    return naming_of(name.removesuffix("Object") or name)


def naming_of(text: str) -> str:
    """Make the name of a schema of any text: `get-an-album` is `GetAnAlbum`."""
    words = "".join(each if each.isalnum() else " " for each in text).split()
    made = "".join(word[0].upper() + word[1:] for word in words)
    return made if naming.is_identifier(made) else TODO
