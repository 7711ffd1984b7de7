"""Operations of the dialect, drawn: what each takes, and what it answers."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from . import names
from .schemas import Draw, Shelf, plain, ref
from .values import Json, fitting, text

KINDS = names.words(
    "one one one none none optional envelope offset cursor read write variants"
)
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


class Drawn:
    """An operation that is being drawn."""

    def __init__(self, draw: Draw, shelf: Shelf, number: int) -> None:
        self.draw = draw
        self.shelf = shelf
        self.number = number
        self.taken: set[str] = set()
        self.parameters: list[Json] = []
        self.more: Json = {}
        self.path = f"/o{number}"

    def value(self, schema: Json) -> Json:
        """Draw an example of a schema."""
        return self.draw(fitting(schema, self.shelf.components))

    def name(self, of: st.SearchStrategy[str] = names.MEMBERS) -> str:
        """Draw a name that no other argument has."""
        found = self.draw(of.filter(lambda name: name not in self.taken))
        self.taken.add(found)
        return found

    def add(self, name: str, where: str, schema: Json, **more: Json) -> None:
        """Take a parameter."""
        self.taken.add(name)
        known = {} if "const" in schema else {"example": self.value(schema)}
        about = {"name": name, "in": where, "description": f"The parameter `{name}`."}
        self.parameters.append({**about, "schema": schema, **known, **more})

    def answer(self, schema: Json, status: str = "200") -> Json:
        """Describe a success with content."""
        media = {"schema": schema, "example": self.value(schema)}
        return {status: {"description": "It.", "content": {JSON: media}}}

    def arguments(self) -> None:
        """Draw parameters in the path and the query."""
        draw = self.draw
        for _ in range(draw(st.integers(0, 2))):
            name = self.name(names.PATHS)
            self.path += (
                draw(st.sampled_from(["/{%s}", "/a:{%s}", "/{%s}.json"])) % name
            )
            self.add(name, "path", draw(plain(constants=False)), required=True)
        for _ in range(draw(st.integers(0, 3))):
            name, schema = self.name(), draw(plain())
            if any(name.lower() == each["name"].lower() for each in self.parameters):
                continue  # Prism reads the names of a query in lower case
            if "const" in schema:
                self.add(name, "query", schema, required=True)
                continue
            more: Json = {"required": True} if draw(st.booleans()) else {}
            if draw(st.booleans()):
                schema = {"type": "array", "items": schema}
                more |= {"style": "form", "explode": False}
            self.add(name, "query", schema, **more)

    def body(self) -> Json:
        """Draw a body: an object as JSON or as a form, or bytes."""
        draw = self.draw
        kind = draw(st.sampled_from([JSON, JSON, JSON, FORM, "image/png", "named"]))
        if kind == "image/png":
            schema: Json = {
                "type": "string",
                "contentEncoding": "base64",
                "title": "image",
            }
            return {
                "required": True,
                "content": {kind: {"schema": schema, "example": "iVBO"}},
            }
        models = [n for n in self.shelf.usable if self._is_object(n)]
        if kind == "named" and models:
            schema = ref(draw(st.sampled_from(models)))
        else:
            schema = self._object(kind)
        media = {"schema": schema, "example": self.value(schema)}
        media_type = FORM if kind == FORM else JSON
        return {"required": draw(st.booleans()), "content": {media_type: media}}

    def _is_object(self, name: str) -> bool:
        found = self.shelf.components[name]
        return "properties" in found or "allOf" in found

    def _object(self, kind: str) -> Json:
        draw, properties = self.draw, {}
        for _ in range(draw(st.integers(1, 3))):
            if kind == FORM:
                schema = draw(plain())
                if draw(st.booleans()):
                    schema = {"type": "array", "items": schema}
            else:
                schema = self.shelf.any()
            name = self.name()
            properties[name] = self.shelf.described(schema, name)
        required = draw(st.lists(st.sampled_from([*properties]), unique=True))
        found = {"type": "object", "properties": properties}
        return {**found, "required": required} if required else found

    def page(self, *, full: bool) -> Json:
        """Name a schema of a page, whose `next` leads nowhere."""
        name = f"List{self.number}"
        items = self.shelf.any(1)
        parts: Json = {
            "items": {"type": "array", "items": items},
            "next": {"type": ["string", "null"]},
        }
        if full:
            parts |= {
                each: {"type": "integer"} for each in ("limit", "offset", "total")
            }
            parts["href"] = {"type": "string"}
        extra = {self.name(): self.shelf.any(1)} if self.draw(st.booleans()) else {}
        parts = {**extra, **parts}
        self.shelf.components[name] = {
            "type": "object",
            "description": "A page.",
            "properties": {n: Shelf.described(s, n) for n, s in parts.items()},
            "required": [each for each in parts if each not in extra],
        }
        return ref(name)

    def paged(self, style: str) -> Json:
        """Answer a page, in an envelope or not."""
        page = self.page(full=style == "offset" and self.draw(st.booleans()))
        if style == "offset":
            self.taken |= {"offset", "limit"}
            self.add("limit", "query", {"type": "integer", "minimum": 1, "maximum": 50})
            self.add("offset", "query", {"type": "integer", "minimum": 0})
        else:
            self.add("after", "query", {"type": "string"})
        self.more["x-pagination"] = {"style": style}
        if self.draw(st.booleans()):
            self.more["x-pagination"]["at"] = "/found"
            page = self.envelope("found", page)
        answers = self.answer(page)
        value = answers["200"]["content"][JSON]["example"]
        value = value.get("found", value)
        value["next"] = None
        return answers

    @staticmethod
    def envelope(name: str, schema: Json) -> Json:
        """Put a schema into an object in place."""
        inner = {name: Shelf.described(schema, name)}
        return {
            "type": "object",
            "description": "An envelope.",
            "properties": inner,
            "required": [name],
        }

    def batch_read(self) -> Json:
        """Take many ids, and answer a list of as many."""
        size = self.draw(st.integers(1, 3))
        ids = {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "maxItems": size,
        }
        self.add("ids", "query", ids, required=True, style="form", explode=False)
        self.parameters[-1]["example"] = ["a"]
        item = self.shelf.any(1)
        schema = self.envelope("found", {"type": "array", "items": item})
        self.more["x-batch"] = {"parameter": "ids", "size": size, "items": "/found"}
        answers = self.answer(schema)
        one = [self.value(item)]
        answers["200"]["content"][JSON]["example"] = {"found": one}
        return answers

    def batch_write(self) -> Json:
        """Send many ids in a body."""
        self.taken |= {"ids", "position"}
        found = self._object(JSON)
        ids = {"type": "array", "items": {"type": "string"}, "description": "Ids."}
        found["properties"] = {"ids": ids, **found["properties"]}
        found["required"] = ["ids", *found.get("required", [])]
        batch: Json = {"body": "/ids", "size": self.draw(st.integers(1, 3))}
        if self.draw(st.booleans()):
            position = {"type": "integer", "description": "Where.", "minimum": 0}
            found["properties"]["position"] = position
            batch["advance"] = "position"
        self.more["x-batch"] = batch
        media = {"schema": found, "example": self.value(found)}
        self.more["requestBody"] = {"required": True, "content": {JSON: media}}
        return {"204": {"description": "Done."}}

    def variants(self, names_of: list[str]) -> Json:
        """Make two calls of one operation, by a parameter that each fixes."""
        kinds = ["a", "b-c"]
        self.add("kind", "path", {"type": "string", "enum": kinds}, required=True)
        self.path += "/{kind}"
        self.more["x-variants"] = [
            {
                "operationId": name,
                "summary": f"Get {kind}",
                "description": f"Get what is {kind}.",
                "arguments": {"kind": kind},
            }
            for name, kind in zip(names_of, kinds, strict=True)
        ]
        return self.answer(self.shelf.any(1))


def operation(draw: Draw, shelf: Shelf, number: int, tag: str) -> tuple[str, str, Json]:
    """Draw an operation; give its path, its verb, and what is said of it."""
    drawn = Drawn(draw, shelf, number)
    kind = draw(st.sampled_from(KINDS))
    resource = draw(names.RESOURCES)
    call = f"{draw(names.CALLS)}{number}" if draw(st.booleans()) else draw(names.CALLS)
    operation_id = (
        f"{resource}.{call}" if draw(st.integers(0, 5)) else f"{call}{number}"
    )
    drawn.arguments()
    match kind:
        case "none":
            answers: Json = {
                draw(st.sampled_from(["204", "200", "202"])): {"description": "D."}
            }
        case "optional":
            answers = drawn.answer(shelf.any())
            answers[draw(st.sampled_from(["202", "204"]))] = {"description": "Nothing."}
        case "envelope":
            answers = drawn.answer(drawn.envelope("found", shelf.any()))
            drawn.more["x-result"] = {"at": "/found"}
        case "offset" | "cursor":
            answers = drawn.paged(kind)
        case "read":
            answers = drawn.batch_read()
        case "write":
            answers = drawn.batch_write()
        case "variants":
            answers = drawn.variants([f"{operation_id}_a", f"{operation_id}_b"])
        case _:
            schema = shelf.any()
            answers = drawn.answer(schema)
            if draw(st.integers(0, 3)) == 0 and "$ref" in schema:
                answers |= drawn.answer(schema, "201")
    verbs = ["get"] if kind in {"offset", "cursor", "read"} else ["get", "put", "post"]
    if kind == "write":
        verbs = ["put", "post", "delete"]
    verb = draw(st.sampled_from(verbs))
    if verb in {"put", "post"} and kind in {"one", "none", "optional"}:
        drawn.more["requestBody"] = drawn.body()
    said: Json = {
        "operationId": operation_id,
        "tags": [tag],
        "summary": "Do",
        "description": f"Do this. {draw(text(0, 9))}",
        "security": draw(st.sampled_from(SECURITIES)),
        **({"deprecated": True} if draw(st.integers(0, 9)) == 0 else {}),
        **drawn.more,
        "parameters": drawn.parameters,
        "responses": answers,
    }
    return drawn.path, verb, said


SECURITIES: list[Any] = [
    [],
    [{"key": []}],
    [{"flow": ["read"]}],
    [{"flow": []}],
    [{"flow": ["read"]}, {"flow": ["read", "write"]}],
]
"""Nothing, a bearer token, scopes, and alternatives of these."""
