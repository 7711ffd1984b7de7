"""An operation of another description, in our dialect, as far as it can be known.

Names and sentences are people's to write: each gap is a `TODO`, which the linter
refuses.
"""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import dirname, relpath
from typing import TYPE_CHECKING, Any

from .read import UpstreamError
from .schemas import TODO, Schemas, naming_of
from .view import Look, Operation, table, texts

if TYPE_CHECKING:
    from ..dialect import document as dialect


@dataclass(frozen=True, slots=True)
class Section:
    """What belongs into one place of the description.

    Attributes:
        place: The file, and what of it.
        content: The entries to add there.
    """

    place: str
    content: dict[str, Any]


def scaffold(
    theirs: dict[str, Any], wanted: str, ours: dialect.Document
) -> tuple[Section, ...]:
    """Write an operation down in our dialect.

    Args:
        theirs: The other description.
        wanted: Verb and path, or the `operationId` there.
        ours: Our description, whose files and shared parts are used.

    Raises:
        UpstreamError: There is no such operation, or more than one.
    """
    look = Look(theirs)
    found = [
        item
        for item in look.operations().values()
        if wanted in (item.route, item.node.get("operationId"))
    ]
    if len(found) != 1:
        many = "no" if not found else "more than one"
        raise UpstreamError(f"upstream has {many} operation `{wanted}`")
    file = _alike(found[0].route, ours)
    return _Scaffold(look, found[0], ours, Schemas(look, ours, file), file).sections()


def _alike(route: str, ours: dialect.Document) -> str:
    """Choose the file of the operations that look most alike."""
    path = route.partition(" ")[2].split("/")
    alike = max(
        (item for item in ours.operations if not item.servers),
        key=lambda item: _common(path, item.path.split("/")),
        default=None,
    )
    return alike.at.file if alike is not None else ours.at.file


@dataclass(slots=True)
class _Scaffold:
    look: Look
    operation: Operation
    ours: dialect.Document
    schemas: Schemas
    file: str

    def sections(self) -> tuple[Section, ...]:
        """Give the path item, its entry in the root file, and new schemas."""
        method, _, path = self.operation.route.partition(" ")
        entry = {path: {method.lower(): self._operation(path)}}
        root, file = self.ours.at.file, self.file
        if file == root:
            found = [Section(f"{root}, below `paths`", entry)]
        else:
            escaped = path.replace("~", "~0").replace("/", "~1")
            escaped = escaped.replace("{", "%7B").replace("}", "%7D")
            link = f"{relpath(file, dirname(root) or '.')}#/{escaped}"
            found = [
                Section(file, entry),
                Section(f"{root}, below `paths`", {path: {"$ref": link}}),
            ]
        if self.schemas.written:
            place = self.schemas.file
            shown = f"{root}, below `components/schemas`" if place == root else place
            found.append(Section(shown, self.schemas.written))
        return tuple(found)

    def _operation(self, path: str) -> dict[str, Any]:
        node = self.operation.node
        made: dict[str, Any] = {
            "operationId": TODO,
            "tags": [TODO],
            "summary": _line(node.get("summary")) or TODO,
            "description": f"{TODO}: what the call does.",
        }
        url = table(node.get("externalDocs")).get("url")
        if isinstance(url, str):
            made["externalDocs"] = {"url": url}
        if node.get("deprecated") is True:
            made["deprecated"] = True
        made["security"] = self._security()
        if self.ours.quota_modes:
            modes: dict[str, Any] = {name: TODO for name, _ in self.ours.quota_modes}
            made["x-availability"] = modes
        parameters = [*self._path_parameters(path), *self._query_parameters()]
        if parameters:
            made["parameters"] = parameters
        body = self.look.content(node.get("requestBody"))
        if body is not None:
            required = self.look.follow(node.get("requestBody")).get("required") is True
            made["requestBody"] = {
                "description": f"{TODO}: what it holds.",
                "required": required,
                "content": self._content(body, "Body"),
            }
        made["responses"] = self._responses()
        return made

    def _security(self) -> list[dict[str, Any]]:
        scopes = sorted(self.look.scopes(self.operation))
        every = self.ours.security_schemes
        schemes = [scheme for scheme in every if scheme.type != "basic"]
        return [{schemes[0].name: scopes}] if schemes else []

    def _path_parameters(self, path: str) -> list[dict[str, Any]]:
        names = [part.split("}")[0] for part in path.split("{")[1:]]
        return [self._parameter(name, "path", {"required": True}) for name in names]

    def _query_parameters(self) -> list[dict[str, Any]]:
        given = self.operation.parameters.items()
        return [
            self._parameter(name, "query", node)
            for (place, name), node in given
            if place == "query"
        ]

    def _parameter(self, name: str, place: str, node: dict[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = {"name": name, "in": place}
        if node.get("required") is True:
            made["required"] = True
        made["description"] = f"{TODO}: what it says."
        given = node.get("example")
        kept = node.get("schema") or {"type": "string"}
        simple = isinstance(given, str | int | float)
        made["example"] = given if simple else self.schemas.example(kept, 0)
        made["schema"] = self.schemas.schema(kept, naming_of(name), in_place=True)
        return made

    def _responses(self) -> dict[str, Any]:
        shared = {
            item.status: item
            for each in self.ours.operations
            for item in each.responses
            if item.component
        }
        made: dict[str, Any] = {}
        common = self._common()
        for status, answer in sorted(self.look.answers(self.operation).items()):
            if status in common:
                continue
            known = (
                shared.get(int(status))
                if status.isdecimal() and len(status) == 3
                else None
            )
            if known is not None:
                name = known.component or ""
                made[status] = {
                    "$ref": self.schemas.reference(
                        known.at.file, "responses", name, self.file
                    )
                }
                continue
            made[status] = {"description": f"{TODO}: what it holds."}
            schema = self.look.content(answer)
            if schema is not None:
                made[status]["content"] = self._content(schema, "Answer")
        return made

    def _common(self) -> frozenset[str]:
        """Give the statuses that need no words of the operation."""
        common = self.ours.common_responses
        method = self.operation.route.partition(" ")[0]
        return frozenset(map(str, common.of(method) if common is not None else ()))

    def _content(self, schema: Any, name: str) -> dict[str, Any]:
        base = naming_of(str(self.operation.node.get("operationId") or "new"))
        described = self.schemas.schema(schema, f"{base}{name}", of=self.file)
        example = self.schemas.example(schema, 0)
        return {"application/json": {"schema": described, "example": example}}


def _line(value: Any) -> str:
    return " ".join(" ".join(texts(value)).split())


def _common(path: list[str], other: list[str]) -> int:
    """Count the segments at the beginning that are the same."""
    count = 0
    for one, two in zip(path, other, strict=False):
        if one != two:
            break
        count += 1
    return count
