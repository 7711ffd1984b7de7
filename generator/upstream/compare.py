"""Our description beside another one of the same API.

Schemas have other names there, so they are met where answers and bodies lead to them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .difference import STATUSES, Difference, Status
from .view import Look, Operation, table

_LIMITS = (
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "default",
)
_MAX_PAIRS = 20_000
"""How many pairs of schemas are looked at."""


def differences(ours: dict[str, Any], theirs: dict[str, Any]) -> tuple[Difference, ...]:
    """List where two descriptions disagree, what is newer upstream first."""
    comparison = _Comparison(Look(ours), Look(theirs))
    comparison.run()
    unique = dict.fromkeys(comparison.found)
    return tuple(sorted(unique, key=_order))


def _order(item: Difference) -> tuple[int, str, str, str, str]:
    told = item.subject, item.kind, item.part, item.theirs
    return (STATUSES.index(item.status), *told)


@dataclass(slots=True)
class _Comparison:
    ours: Look
    theirs: Look
    found: list[Difference] = field(default_factory=list[Difference])
    _seen: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    _waiting: list[tuple[str, Any, Any]] = field(
        default_factory=list[tuple[str, Any, Any]]
    )

    def run(self) -> None:
        """Compare operations, and then what they lead to."""
        ours, theirs = self.ours.operations(), self.theirs.operations()
        for route in ours.keys() | theirs.keys():
            if route not in ours:
                self._note(
                    theirs[route].route, "operation", "", ("", "there"), newer=True
                )
            elif route not in theirs:
                node = ours[route].node
                self._note(ours[route].route, "operation", "", ("there", ""), node)
            else:
                self._operation(ours[route], theirs[route])
        while self._waiting and len(self._seen) < _MAX_PAIRS:
            self._schema(*self._waiting.pop())

    def _note(
        self,
        subject: str,
        kind: str,
        part: str,
        values: tuple[str, str],
        *nodes: Any,
        newer: bool = False,
    ) -> None:
        """Note a difference; the first of our nodes that says why decides."""
        whys = (table(node).get("x-differs") for node in nodes)
        why = next((each for each in whys if isinstance(each, str)), "")
        status: Status = "upstream newer" if newer else "unknown"
        if why:
            status = "ours on purpose"
        self.found.append(Difference(status, subject, kind, part, *values, why))

    def _sets(
        self, subject: str, kind: str, ours: set[str], theirs: set[str], *nodes: Any
    ) -> None:
        """Compare what there is on both sides."""
        for part in theirs - ours:
            self._note(subject, kind, part, ("", "there"), *nodes, newer=True)
        for part in ours - theirs:
            self._note(subject, kind, part, ("there", ""), *nodes)

    def _flag(
        self, subject: str, kind: str, part: str, nodes: tuple[Any, Any], *by: Any
    ) -> None:
        flags = [table(node).get(kind) is True for node in nodes]
        if flags[0] != flags[1]:
            values = str(flags[0]).lower(), str(flags[1]).lower()
            newer = kind == "deprecated" and flags[1]
            self._note(subject, kind, part, values, *by, newer=newer)

    def _operation(self, ours: Operation, theirs: Operation) -> None:
        subject, node = ours.route, ours.node
        self._flag(subject, "deprecated", "", (node, theirs.node), node)
        scopes = self.ours.scopes(ours), self.theirs.scopes(theirs)
        self._sets(subject, "scopes", *scopes, node)
        answers = self.ours.answers(ours), self.theirs.answers(theirs)
        self._sets(subject, "statuses", set(answers[0]), set(answers[1]), node)
        names = [
            {f"{name} in {place}" for place, name in each.parameters}
            for each in (ours, theirs)
        ]
        self._sets(subject, "parameters", names[0], names[1], node)
        for key in ours.parameters.keys() & theirs.parameters.keys():
            self._parameter(
                subject, key[1], ours.parameters[key], theirs.parameters[key], node
            )
        for status in answers[0].keys() & answers[1].keys():
            self._bodies(f"{subject} {status}", answers[0][status], answers[1][status])
        bodies = node.get("requestBody"), theirs.node.get("requestBody")
        self._bodies(f"{subject} body", *bodies)

    def _bodies(self, subject: str, ours: Any, theirs: Any) -> None:
        schemas = self.ours.content(ours), self.theirs.content(theirs)
        if schemas[0] is not None and schemas[1] is not None:
            self._waiting.append((subject, *schemas))

    def _parameter(
        self, subject: str, name: str, ours: Any, theirs: Any, node: Any
    ) -> None:
        for kind in ("required", "deprecated"):
            self._flag(subject, f"{kind}", name, (ours, theirs), ours, node)
        schemas = self.ours.schema(ours.get("schema")), self.theirs.schema(
            theirs.get("schema")
        )
        self._value(subject, name, *schemas, ours, node)

    def _value(
        self,
        subject: str,
        part: str,
        ours: dict[str, Any],
        theirs: dict[str, Any],
        *nodes: Any,
    ) -> None:
        """Compare what a value may be, leaving parts of it aside."""
        kinds = self.ours.kinds(ours), self.theirs.kinds(theirs)
        if kinds[0] and kinds[1] and kinds[0] != kinds[1]:
            self._note(
                subject, "types", part, (_list(kinds[0]), _list(kinds[1])), *nodes
            )
        null = self.ours.is_nullable(ours), self.theirs.is_nullable(theirs)
        if null[0] != null[1]:
            values = str(null[0]).lower(), str(null[1]).lower()
            self._note(subject, "nullable", part, values, *nodes)
        for limit in _LIMITS:
            both = _shown(ours.get(limit)), _shown(theirs.get(limit))
            if both[0] != both[1]:
                self._note(subject, limit, part, both, *nodes)
        enums = set(self.ours.enum(ours)), set(self.theirs.enum(theirs))
        if enums[0] != enums[1]:
            values = _list(enums[0]), _list(enums[1])
            newer = bool(enums[0]) and bool(enums[1] - enums[0])
            self._note(subject, "known values", part, values, *nodes, newer=newer)

    def _schema(self, subject: str, ours: Any, theirs: Any) -> None:
        """Compare two schemas, and put what they are made of in the queue."""
        ours, theirs = self.ours.alternative(ours), self.theirs.alternative(theirs)
        subject = self.ours.name(ours) or subject
        one, two = self.ours.schema(ours), self.theirs.schema(theirs)
        if (id(one), id(two)) in self._seen:
            return
        self._seen.add((id(one), id(two)))
        here = self.ours.follow(ours)
        self._properties(subject, one, two, here)
        inner = one.get("items"), two.get("items")
        if inner[0] is not None and inner[1] is not None:
            self._waiting.append((f"{subject} items", *inner))

    def _properties(
        self, subject: str, ours: dict[str, Any], theirs: dict[str, Any], node: Any
    ) -> None:
        one, two = ours["properties"], theirs["properties"]
        if not one or not two:
            return
        for name in two.keys() - one.keys():
            self._note(subject, "properties", name, ("", "there"), node, newer=True)
        for name in one.keys() - two.keys():
            self._note(subject, "properties", name, ("there", ""), one[name], node)
        required = set(ours["required"]), set(theirs["required"])
        for name in one.keys() & two.keys():
            nodes = one[name], self.ours.follow(one[name]), node
            needed = name in required[0], name in required[1]
            if needed[0] != needed[1]:
                values = str(needed[0]).lower(), str(needed[1]).lower()
                self._note(subject, "required", name, values, *nodes)
            self._flag(subject, "deprecated", name, (one[name], two[name]), *nodes)
            schemas = self._meant(one[name], two[name])
            self._value(subject, name, *schemas, *nodes)
            self._waiting.append((f"{subject}.{name}", one[name], two[name]))

    def _meant(self, ours: Any, theirs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Give schemas of a property with what stands around the null of each."""
        pairs = ((self.ours, ours), (self.theirs, theirs))
        made = [
            {
                **look.schema(look.alternative(node)),
                "nullable": look.is_nullable(look.schema(node)),
            }
            for look, node in pairs
        ]
        return made[0], made[1]


def _list(values: set[str]) -> str:
    return ", ".join(sorted(values))


def _shown(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, str | int | float) else ""
