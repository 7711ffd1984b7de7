"""Names: identifiers, no keywords, and the same when they are made again."""

from __future__ import annotations

import ast
import keyword
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from generator import naming

WORDS = st.lists(
    st.sampled_from(["class", "URL", "Id", "a1", "9", "from", "Straße", "ſ", "ℌ", "x"]),
    min_size=1,
).flatmap(
    lambda parts: st.sampled_from(["", "_", "-", " ", "."]).map(lambda s: s.join(parts))
)
TEXTS = st.one_of(st.text(), st.text("aAzZ09_-. "), WORDS)


def made(function: Callable[[str], str], text: str) -> str | None:
    """Call a function of names; a text it refuses gives None."""
    try:
        return function(text)
    except ValueError:
        return None


@given(TEXTS)
def test_attributes_and_modules_are_identifiers(text: str) -> None:
    for function in (naming.attribute, naming.module):
        name = made(function, text)
        if name is not None:
            assert name.isascii()
            assert name.isidentifier()
            assert not keyword.iskeyword(name)
            assert name == name.lower()
            assert naming.is_identifier(name)
            assert isinstance(ast.parse(name, mode="eval").body, ast.Name)


@given(TEXTS)
def test_names_made_of_names_are_the_same(text: str) -> None:
    for function in (
        naming.snake_case,
        naming.attribute,
        naming.module,
    ):
        name = made(function, text)
        if name is not None:
            assert function(name) == name


@given(TEXTS)
def test_a_resource_class_is_the_class_of_its_snake_case(text: str) -> None:
    name = made(naming.resource_class, text)
    if name is not None:
        assert naming.is_identifier(name)
        assert name == naming.resource_class(naming.snake_case(text))


@given(TEXTS)
def test_identifiers_are_those_of_python_in_ascii(text: str) -> None:
    wanted = text.isascii() and text.isidentifier() and not keyword.iskeyword(text)
    assert naming.is_identifier(text) == (wanted and not text.startswith("__"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("afterPoolSize", "after_pool_size"),
        ("HTTPStatus", "http_status"),
        ("sale-id", "sale_id"),
        ("x2Y", "x2_y"),
        ("from", "from_"),
        ("_id", "id"),
        ("match", "match"),
    ],
)
def test_attributes(text: str, name: str) -> None:
    assert naming.attribute(text) == name


@pytest.mark.parametrize("text", ["", "...", "1a", "é", "ℌ", "ſ", "а", "a\0b", "ﬁeld"])
def test_texts_that_are_no_names_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be spelled as a Python name"):
        naming.attribute(text)


def test_constants_classes_and_errors() -> None:
    assert naming.constant("albums.get_several") == "ALBUMS_GET_SEVERAL"
    assert naming.resource_class("audio_books") == "AudioBooks"
    assert naming.resource_class("none") == "None_"
    assert naming.status_error(404, "Not Found") == "NotFoundError"
    assert naming.status_error(500, "Internal Server Error") == "InternalServerError"
    assert naming.status_error(418, "I'm a Teapot") == "ImATeapotError"
    assert naming.status_error(520, "") == "Status520Error"
