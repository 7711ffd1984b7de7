"""Data that fits a schema of the dialect."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Json = Any
Components = dict[str, Json]

LETTERS = "abcXYZ019-_.~ äß日😀&=+%#?/\"'\\<>{}"
"""What a text is made of: letters, what a URL encodes, what JSON and YAML escape."""

FORMS = {
    "date-time": st.sampled_from(
        ["2026-01-01T09:30:00Z", "1999-12-31T23:59:59.5+05:30", "2024-02-29T00:00:00Z"]
    ),
    "partial-date": st.sampled_from(["2026", "1999-12", "2024-02-29"]),
}
PATTERNS = {
    "^[a-z]{2}$": "[a-z]{2}",
    "^user-": "user-[a-z]{0,3}",
    "[0-9]$": "[a-z]?[0-9]",
}
"""Patterns, and those of texts that match whole."""


def fitting(schema: Json, components: Components) -> st.SearchStrategy[Json]:
    """Draw data that fits a schema.

    Args:
        schema: The schema, as plain data.
        components: Those it may refer to, by name.
    """
    if "$ref" in schema:
        return fitting(components[schema["$ref"].rpartition("/")[2]], components)
    if "allOf" in schema:
        return _object(joined(schema, components), components)
    if "oneOf" in schema:
        return st.one_of([fitting(each, components) for each in schema["oneOf"]])
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([_of_type(kind, schema, components) for kind in kinds])


def joined(schema: Json, components: Components) -> Json:
    """Give the one object that the parts of an `allOf` make."""
    whole: Json = {"properties": {}, "required": []}
    for part in schema["allOf"]:
        found = components[part["$ref"].rpartition("/")[2]] if "$ref" in part else part
        one = joined(found, components) if "allOf" in found else found
        whole["properties"] |= one.get("properties", {})
        whole["required"] += one.get("required", [])
    return whole


def _of_type(
    kind: str, schema: Json, components: Components
) -> st.SearchStrategy[Json]:
    match kind:
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(schema.get("minimum", -9), schema.get("maximum", 99))
        case "number":
            low, high = schema.get("minimum", -9), schema.get("maximum", 99)
            return st.integers(low * 4, high * 4).map(lambda number: number / 4)
        case "array":
            low, high = schema.get("minItems", 0), schema.get("maxItems", 3)
            inner = fitting(schema["items"], components)
            return st.lists(inner, min_size=low, max_size=high)
        case "object" if "additionalProperties" in schema:
            values = fitting(schema["additionalProperties"], components)
            return st.dictionaries(text(), values, max_size=2)
        case "object":
            return _object(schema, components)
        case _:
            return _text(schema)


def _object(schema: Json, components: Components) -> st.SearchStrategy[Json]:
    required = {*schema.get("required", ())}
    parts = {n: fitting(s, components) for n, s in schema["properties"].items()}
    return st.fixed_dictionaries(
        {name: part for name, part in parts.items() if name in required},
        optional={name: part for name, part in parts.items() if name not in required},
    )


def _text(schema: Json) -> st.SearchStrategy[str]:
    if schema.get("format") in FORMS:
        return FORMS[schema["format"]]
    if "pattern" in schema:
        pattern = PATTERNS.get(schema["pattern"], schema["pattern"])
        return st.from_regex(pattern, fullmatch=True).filter(str.isprintable)
    return text(schema.get("minLength", 0), schema.get("maxLength", 5))


def text(low: int = 0, high: int = 5) -> st.SearchStrategy[str]:
    """Draw a text of the letters that matter."""
    return st.text(LETTERS, min_size=low, max_size=high)
