"""Names: the only module that changes the case of anything.

Every function gives ASCII, or raises `ValueError`; what is spelled in snake case stays
so. Names of calls, models and exceptions are written by people in the description and
pass through unchanged; only constants, modules and attributes are derived.
"""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass

_WORD_BREAK = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_PLAIN = re.compile(r"(?=[ !#-\[\]-~]*\Z)[^A-Za-z0-9]*[A-Za-z]")
"""ASCII that shows, but quotes and backslashes; a letter comes before any digit."""
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserved:
    """Names that emitted code has itself, by the scope a description would share.

    Attributes:
        calls: Beside the calls of a resource.
        client: Beside the calls and resources of a client.
        constants: Beside the constants of operations.
        modules: Beside the modules of operations, which are called like resources.
        arguments: Among the arguments of a call.
        paging: Among the arguments of a call that pages.
        options: Among the arguments of a client and of `with_options`.
        resources: Among the classes of resources.
        models: Among the classes of models.
        attributes: Among the attributes of a model.
        page: Among the attributes of a page, beside those that a page describes.
        errors: Among the exceptions.
        root: The exception above all, which is called after the client.
    """

    calls: frozenset[str]
    client: frozenset[str]
    constants: frozenset[str]
    modules: frozenset[str]
    arguments: frozenset[str]
    paging: frozenset[str]
    options: frozenset[str]
    resources: frozenset[str]
    models: frozenset[str]
    attributes: frozenset[str]
    page: frozenset[str]
    errors: frozenset[str]
    root: str


def is_identifier(text: str) -> bool:
    """Say whether `text` is an ASCII identifier, not a keyword and not mangled."""
    return (
        _IDENTIFIER.fullmatch(text) is not None
        and not keyword.iskeyword(text)
        and not text.startswith("__")
    )


def can_be_spelled(text: str) -> bool:
    """Say whether `text` is plain enough for a name to be made of it."""
    return _PLAIN.match(text) is not None


def snake_case(text: str) -> str:
    """Spell `text` in lower case: `afterPoolSize` → `after_pool_size`."""
    if not can_be_spelled(text):
        message = f"{text!r} cannot be spelled as a Python name"
        raise ValueError(message)
    words = _WORD_BREAK.sub("_", text)
    return re.sub(r"[^A-Za-z0-9]+", "_", words).strip("_").lower()


def attribute(name: str) -> str:
    """Name the attribute or argument for a wire name; keywords get an underscore."""
    snake = snake_case(name)
    return f"{snake}_" if keyword.iskeyword(snake) else snake


def constant(operation_id: str) -> str:
    """Name the constant of an operation: `albums.get` → `ALBUMS_GET`."""
    return snake_case(operation_id).upper()


def module(stem: str) -> str:
    """Name the module for a file's stem or a resource; keywords get an underscore."""
    return attribute(stem)


def camel_case(attribute_name: str) -> str:
    """Spell an attribute of the dialect as its key: `min_length` → `minLength`."""
    first, *rest = attribute_name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def resource_class(resource: str) -> str:
    """Name the class of a resource: `audio_books` → `AudioBooks`, `none` → `None_`."""
    name = "".join(word.capitalize() for word in snake_case(resource).split("_"))
    return f"{name}_" if keyword.iskeyword(name) else name


def status_error(status: int, phrase: str) -> str:
    """Name the exception of a status, `Not Found` → `NotFoundError`.

    Without a phrase it is named by its number: 520 → `Status520Error`.
    """
    words = re.sub(r"[^A-Za-z]+", " ", phrase.replace("'", "")).split()
    name = "".join(word[0].upper() + word[1:] for word in words) or f"Status{status}"
    return name if name.endswith("Error") else f"{name}Error"
