"""The slow way from JSON to models, part by part, for what the fast way refuses.

What does not fit its type becomes `None` and is noted; everything else is kept. Types
are looked at once, when something of that type does not fit for the first time.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

import msgspec

from ..core.cached import cached
from ..core.jsondata import TYPE_WORDS, is_array, is_object, type_word
from ..models.model import UnknownItem, decode
from .departures import NOTHING, Departures, Place

__all__ = ["Unfit", "reader_of"]

_FAILURES = (msgspec.ValidationError, ValueError)
_WORDS = {each.__name__: word for each, word in TYPE_WORDS.items()} | {
    "bytes": "base64",
    "datetime": "date-time",
    "PartialDate": "partial-date",
}
_OWN = frozenset((str, bool, int))


class Unfit:
    """What a reader returns instead of a value if the data does not fit at all."""


_UNFIT = Unfit()


class _Own:
    """Values of a type of JSON's own, which msgspec takes as they are."""

    def __init__(self, type_: type) -> None:
        self._type = type_
        self.expected = _words(type_)

    def read(self, data: Any, place: Place, found: Departures) -> Any:
        """Take a value; a number without a fraction is an integer."""
        del place, found
        if type(data) is self._type:
            return data
        whole = self._type is int and isinstance(data, float) and data.is_integer()
        return int(data) if whole else _UNFIT


class _Plain:
    """Other values without parts, and data of any shape."""

    def __init__(self, type_: Any) -> None:
        self._type = type_
        self.expected = _words(type_)

    def read(self, data: Any, place: Place, found: Departures) -> Any:
        """Convert a value; a number without a fraction is an integer."""
        del place, found
        try:
            return msgspec.convert(data, self._type, dec_hook=decode)
        except _FAILURES:
            pass
        if isinstance(data, float) and data.is_integer():
            try:
                return msgspec.convert(int(data), self._type, dec_hook=decode)
            except _FAILURES:
                pass
        return _UNFIT


class _List:
    """Arrays: an element that does not fit, or is null, is `None`."""

    expected = "array"

    def __init__(self, type_: Any) -> None:
        self._type = type_
        (item,) = get_args(type_)
        self._item = reader_of(item)
        self._is_flat = not _has_parts(item)

    def read(self, data: Any, place: Place, found: Departures) -> Any:
        """Convert an array by element; at once if its values have no parts, and fit."""
        if not is_array(data):
            return _UNFIT
        if self._is_flat:
            try:
                return msgspec.convert(data, self._type, dec_hook=decode)
            except _FAILURES:
                pass
        item = self._item
        return [
            _part(item, each, (place, index), found) for index, each in enumerate(data)
        ]


class _Map:
    """Objects whose keys are data."""

    expected = "object"

    def __init__(self, type_: Any) -> None:
        self._value = reader_of(get_args(type_)[1])

    def read(self, data: Any, place: Place, found: Departures) -> Any:
        """Convert the values; the keys stay as they are."""
        if not is_object(data):
            return _UNFIT
        below = (place, None)
        return {
            key: _part(self._value, each, below, found) for key, each in data.items()
        }


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    wire: str
    required: bool
    reader: Reader


class _Model:
    """Objects that are models."""

    expected = "object"

    def __init__(self, type_: Any) -> None:
        self._type = type_
        self._class = get_origin(type_) or type_

    @cached
    def _fields(self) -> tuple[_Field, ...]:
        return tuple(
            _Field(each.name, each.encode_name, each.required, reader_of(each.type))
            for each in msgspec.structs.fields(self._type)
        )

    def read(self, data: Any, place: Place, found: Departures) -> Any:
        """Convert an object, at once if it fits and else by property."""
        if not is_object(data):
            return _UNFIT
        try:
            return msgspec.convert(data, self._type, dec_hook=decode)
        except _FAILURES:
            pass
        return self._class(**self._values(data, place, found))

    def _values(
        self, data: dict[str, Any], place: Place, found: Departures
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        config = self._class.__struct_config__
        tag = data.get(config.tag_field or "", config.tag)
        if config.tag_field is not None and tag != config.tag:
            found.add((place, config.tag_field), f'"{config.tag}"', type_word(tag))
        for field in self._fields:
            if field.wire in data:
                below = (place, field.wire)
                part = _part(field.reader, data[field.wire], below, found)
                # What does not fit is as good as not sent, which is not null.
                if field.required or part is not None or data[field.wire] is None:
                    values[field.name] = part
            elif field.required:
                if not found.partial:
                    found.add((place, field.wire), field.reader.expected, NOTHING)
                values[field.name] = None
        return values


class _Union:
    """One of several types, at most one of them for each shape of JSON."""

    def __init__(self, members: tuple[Any, ...]) -> None:
        models = [each for each in members if _is_model(each)]
        self._others = [each for each in models if each is not UnknownItem]
        self._is_open = len(self._others) < len(models)
        self._is_nullable = type(None) in members
        whole = [each for each in members if get_origin(each) in {list, dict}]
        plain = [each for each in members if not _has_parts(each)]
        plain = [each for each in plain if each is not type(None)]
        self._readers = [reader_of(each) for each in whole]
        if plain:
            self._readers.append(_leaf(tuple(plain)))
        self.expected = self._spelled()

    def _spelled(self) -> str:
        parts = [each.expected for each in self._readers]
        tags = [str(each.__struct_config__.tag) for each in self._others]
        if self._is_open:
            parts.append(f"object of type {' or '.join(tags)}")
        elif self._others:
            parts.append("object")
        return " or ".join([*parts, "null"] if self._is_nullable else parts)

    @cached
    def _tagged(self) -> dict[Any, Reader]:
        return {
            each.__struct_config__.tag: reader_of(each)
            for each in self._others
            if each.__struct_config__.tag is not None
        }

    def read(self, data: Any, place: Place, found: Departures) -> Any:
        """Convert a value to the member its shape, or its tag, points at."""
        if data is None and self._is_nullable:
            return None
        if is_object(data) and (self._is_open or self._others):
            return self._object(data, place, found)
        for reader in self._readers:
            value = reader.read(data, place, found)
            if value is not _UNFIT:
                return value
        return _UNFIT

    def _object(self, data: dict[str, Any], place: Place, found: Departures) -> Any:
        if not self._is_open and len(self._others) == 1:
            return reader_of(self._others[0]).read(data, place, found)
        field = self._others[0].__struct_config__.tag_field if self._others else "type"
        tag = data.get(field)
        if isinstance(tag, str) and tag in self._tagged:
            return self._tagged[tag].read(data, place, found)
        if not self._is_open:
            return _UNFIT
        if tag is not None or not found.partial:
            got = "another" if isinstance(tag, str) else "no"
            found.add(place, self.expected, f"object of {got} type")
        return UnknownItem(data=data)


Reader: TypeAlias = _Own | _Plain | _List | _Map | _Model | _Union
"""Reads values of one type."""


@lru_cache(maxsize=4096)
def reader_of(type_: Any) -> Reader:
    """Return what reads values of a type.

    Args:
        type_: A type msgspec can convert to.
    """
    origin = get_origin(type_)
    if origin is Annotated and _has_parts(get_args(type_)[0]):
        return reader_of(get_args(type_)[0])
    if origin is Union or origin is types.UnionType:
        return _Union(get_args(type_))
    if origin is list:
        return _List(type_)
    if origin is dict:
        return _Map(type_)
    return _Model(type_) if _is_model(type_) else _leaf((type_,))


def _part(reader: Reader, data: Any, place: Place, found: Departures) -> Any:
    found.look()
    value = reader.read(data, place, found)
    if value is _UNFIT:
        found.add(place, reader.expected, type_word(data))
        return None
    return value


def _is_model(type_: Any) -> bool:
    kind = get_origin(type_) or type_
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _has_parts(type_: Any) -> bool:
    return get_origin(type_) in {list, dict, Union, types.UnionType} or _is_model(type_)


def _leaf(members: tuple[Any, ...]) -> _Own | _Plain:
    """Return what reads a type without parts; known values of another add nothing."""
    own = [each for each in members if each in _OWN]
    known = [each for each in members if get_origin(each) is Literal]
    one = len({_words(each) for each in members}) == 1
    if own and one and len(own) + len(known) == len(members):
        return _Own(own[0])
    return _Plain(Union[members])  # noqa: UP007


def _words(type_: Any) -> str:
    """Spell a type in the words of JSON Schema."""
    origin = get_origin(type_)
    if origin is Annotated:
        return _words(get_args(type_)[0])
    if origin is Literal:
        names = dict.fromkeys(type(each).__name__ for each in get_args(type_))
    elif origin is Union or origin is types.UnionType:
        return " or ".join(dict.fromkeys(_words(each) for each in get_args(type_)))
    else:
        names = {getattr(type_, "__name__", "anything"): None}
    return " or ".join(_WORDS.get(name, "anything") for name in names)
