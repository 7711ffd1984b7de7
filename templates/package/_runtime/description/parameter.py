"""Arguments of operations as data, and the rules they are checked by."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import Literal

Place = Literal["path", "query", "json", "form", "body"]
Kind = Literal[
    "string",
    "date-time",
    "partial-date",
    "integer",
    "number",
    "boolean",
    "object",
    "map",
    "nested",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReferenceKind:
    """One kind of thing, and the forms in which its ids are written.

    Compared by identity, so that looking a whole table up costs little.

    Attributes:
        name: What it is called, such as `album`.
        uri: The form its URIs are sent in, such as `scheme:album:{id}`, or `None`.
        forms: The other forms, of URIs and links; `http` counts as `https`. Without
            `{id}` in them the whole text names it. A kind without any form has ids
            only, which may be any text.
        optional: The variables in `forms` whose segment may be missing.
        pattern: A regular expression of ECMA-262 that every id matches.
        hint: What to do with one where another kind is wanted.
    """

    name: str
    uri: str | None = None
    forms: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    pattern: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """What an argument that names things takes, and how it is sent.

    Attributes:
        kinds: The names of the kinds it takes.
        table: All kinds that are known, so that the others can be told apart.
        as_uri: Whether the URI is sent rather than the id.
        by: The argument on the wire whose value is the name of the one kind taken.
    """

    kinds: tuple[str, ...]
    table: tuple[ReferenceKind, ...]
    _: KW_ONLY
    as_uri: bool = False
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """How many of several arguments, or properties, are given together.

    Attributes:
        of: Their names on the wire.
        at_least: The fewest.
        at_most: The most, or `None` for all of them.
    """

    of: tuple[str, ...]
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An object in a body.

    Attributes:
        name: The class of its model.
        properties: All properties it may have.
        groups: Which of them go together.
    """

    name: str
    properties: tuple[Parameter, ...]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of an operation and the rules it is checked by.

    Attributes:
        name: The argument in Python.
        wire: The name in the request; the same as `name` by default.
        where: The part of the request it goes to.
        required: Whether the call needs it.
        type: The type of the value, or of each element where `many`. A `map` has any
            names; `nested` is what `inner` says.
        many: Whether it takes a sequence.
        inner: The rules for each value of a map, or for each element that has more to
            it than fits here: a sequence, or one that may be null.
        nullable: Whether null may stand there. What is not required and `None` is not
            given, and not sent.
        choices: The allowed values; empty if any is.
        minimum: The smallest number allowed.
        maximum: The largest number allowed.
        min_items: The fewest elements allowed.
        max_items: The most elements allowed.
        min_length: The fewest characters allowed.
        max_length: The most characters allowed; for a body, of its encoded form.
        pattern: A regular expression of ECMA-262, searched for in the value.
        reference: The things it names, and the forms in which they may be given.
        shape: What an object holds, or `None` if that is not described.
        union: The objects it may be, each with the `type` that tells it apart.
        quota_maxima: Pairs of a quota mode and the largest number it allows.
        client_default: Whether the client may hold a default for it.
        partial_response: Whether giving it makes the response leave fields out.
        fixed: A constant that is always sent; then it is no argument.
    """

    name: str
    _: KW_ONLY
    where: Place
    wire: str = ""
    required: bool = False
    type: Kind = "string"
    many: bool = False
    inner: Parameter | None = None
    nullable: bool = False
    choices: tuple[str | int | float, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    reference: Reference | None = None
    shape: Shape | None = None
    union: tuple[tuple[str, Shape], ...] = ()
    quota_maxima: tuple[tuple[str, float], ...] = ()
    client_default: bool = False
    partial_response: bool = False
    fixed: str | float | bool | None = None

    def __post_init__(self) -> None:
        """Fill the name on the wire."""
        if not self.wire:
            object.__setattr__(self, "wire", self.name)
