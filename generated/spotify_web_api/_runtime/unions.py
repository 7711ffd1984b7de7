"""Members of unions that no model knows become `UnknownItem`."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from msgspec import inspect

from .model import UNKNOWN_TAG, UnknownItem
from .shapes import is_array, is_object


def mark_unknown(type_: Any, data: Any) -> tuple[Any, int]:
    """Rewrite JSON data so that every member of a union has a known tag.

    Args:
        type_: The type the data is going to be converted to.
        data: Plain JSON data; it is not changed.

    Returns:
        The rewritten data, and how many objects became an `UnknownItem`.
    """
    marker = _Marker()
    return marker.walk(_type_info(type_), data), marker.count


@lru_cache(maxsize=1024)
def _type_info(type_: Any) -> inspect.Type:
    return inspect.type_info(type_)


class _Marker:
    """One walk over types and data side by side."""

    def __init__(self) -> None:
        self.count = 0

    def walk(self, info: inspect.Type, data: Any) -> Any:
        if isinstance(info, inspect.Metadata):
            return self.walk(info.type, data)
        if isinstance(info, inspect.UnionType):
            return self._union(info, data)
        if isinstance(info, inspect.ListType) and is_array(data):
            return [self.walk(info.item_type, each) for each in data]
        if isinstance(info, inspect.DictType) and is_object(data):
            return {key: self.walk(info.value_type, data[key]) for key in data}
        if isinstance(info, inspect.StructType) and is_object(data):
            return self._struct(info, data)
        return data

    def _struct(self, info: inspect.StructType, data: dict[str, Any]) -> Any:
        walked = {
            field.encode_name: self.walk(field.type, data[field.encode_name])
            for field in info.fields
            if field.encode_name in data
        }
        return data | walked

    def _union(self, info: inspect.UnionType, data: Any) -> Any:
        if is_object(data):
            return self._member(info, data)
        lists = (each for each in info.types if isinstance(each, inspect.ListType))
        chosen = next(lists, None)
        return data if chosen is None else self.walk(chosen, data)

    def _member(self, info: inspect.UnionType, data: dict[str, Any]) -> Any:
        structs = [each for each in info.types if isinstance(each, inspect.StructType)]
        if not any(each.cls is UnknownItem for each in structs):
            others = (each for each in info.types if _holds_objects(each))
            chosen = next(others, None)
            return data if chosen is None else self.walk(chosen, data)
        for each in structs:
            if each.tag_field is not None and data.get(each.tag_field) == each.tag:
                return self._struct(each, data)
        self.count += 1
        return {"type": UNKNOWN_TAG, "data": data}


def _holds_objects(info: inspect.Type) -> bool:
    return isinstance(info, inspect.StructType | inspect.DictType)
