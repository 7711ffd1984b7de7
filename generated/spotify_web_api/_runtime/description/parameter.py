"""Arguments of operations as data, and the rules they are checked by."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import Literal

Place = Literal["path", "query", "json", "form", "body"]
Kind = Literal["string", "integer", "number", "boolean", "object"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The forms other than the bare id in which one thing may be named.

    Attributes:
        uri: A template such as `scheme:album:{id}`.
        url: A template such as `https://host/{locale}/album/{id}`.
        optional: The variables of `url` whose segment may be missing.
    """

    uri: str
    url: str
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of an operation and the rules it is checked by.

    Attributes:
        name: The argument in Python.
        wire: The name in the request; the same as `name` by default.
        where: The part of the request it goes to.
        required: Whether the call needs it.
        type: The type of the value, or of each element where `many`.
        many: Whether it takes a sequence.
        choices: The allowed values; empty if any is.
        minimum: The smallest number allowed.
        maximum: The largest number allowed.
        min_items: The fewest elements allowed.
        max_items: The most elements allowed.
        min_length: The fewest characters allowed.
        max_length: The most characters allowed; for a body, of its encoded form.
        pattern: A regular expression the whole value has to match.
        reference: Other forms in which an id may be given.
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
    choices: tuple[str | int | float, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    reference: Reference | None = None
    quota_maxima: tuple[tuple[str, float], ...] = ()
    client_default: bool = False
    partial_response: bool = False
    fixed: str | float | bool | None = None

    def __post_init__(self) -> None:
        """Fill the name on the wire."""
        if not self.wire:
            object.__setattr__(self, "wire", self.name)
