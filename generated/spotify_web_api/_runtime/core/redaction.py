"""Texts without the secrets a client knows, in whatever form they stand there.

Whatever comes from elsewhere (a response, an exception of a library) passes a
`Redactor` before it gets into an error, a log record, a `repr` or a file.
"""

from __future__ import annotations

from contextlib import suppress
from types import GetSetDescriptorType, MemberDescriptorType
from typing import TYPE_CHECKING, Any, cast

from . import escapes
from .jsondata import is_array, is_object
from .secret_forms import Forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .secret import Secret

HIDDEN = "…"
"""What stands in the place of a secret."""

_MOST_LAYERS = 6
_SLACK = 4096


class Redactor:
    """Takes the secrets it knows out of texts.

    They are found as they are and in any case, percent-encoded, in base64 and in
    hexadecimal, with the escapes of JSON, Python and HTML, one in the other, and broken
    up by blanks, line ends, quotes or other signs. Of a secret that was cut, every 16
    letters from its beginning are found. What is shorter than four characters is no
    secret: too much would look like it. The time is linear in the length of the text.
    """

    __slots__ = ("_forms", "_secrets")

    def __init__(self, secrets: Iterable[Secret | None] = ()) -> None:
        """Keep the secrets; what they may look like is found out when first needed."""
        self._secrets = tuple(dict.fromkeys(each for each in secrets if each))
        self._forms: Forms | None = None

    def __repr__(self) -> str:
        """Show nothing of the secrets."""
        return "Redactor(…)"

    def __reduce__(self) -> tuple[Any, ...]:
        """Take no secrets along into a pickle or a copy."""
        return Redactor, ()

    def knowing(self, *secrets: Secret | None) -> Redactor:
        """Return one that knows these secrets too; `None` is none."""
        if all(each is None or self.knows(each) for each in secrets):
            return self
        return Redactor((*self._secrets, *secrets))

    def knows(self, secret: Secret) -> bool:
        """Say whether it is one of the secrets."""
        return secret in self._secrets

    def joined(self, other: Redactor) -> Redactor:
        """Return one that knows the secrets of both."""
        if other is self or not other._secrets:
            return self
        return other if not self._secrets else self.knowing(*other._secrets)

    def text(self, text: str, *, is_cut: bool = False) -> str:
        """Return a text without the secrets.

        Args:
            text: Any text.
            is_cut: Whether it is the beginning of a longer one, so that it may end with
                the beginning of a secret.
        """
        if not self._secrets or not text:
            return text
        if self._forms is None:
            self._forms = Forms(secret.reveal() for secret in self._secrets)
        text = escapes.whole(text) if is_cut else text
        layer = text
        for _ in range(_MOST_LAYERS):
            if self._forms.are_in(layer, is_cut=is_cut):
                return _without(text, self._forms, is_cut=is_cut)
            inner = escapes.unescaped(layer)
            if inner == layer:
                return text
            layer = inner
        return HIDDEN  # whoever escapes a text that often has something to hide

    def content(self, content: bytes, size: int) -> bytes:
        """Return the beginning of a body without the secrets.

        Args:
            content: The whole body, in UTF-8 or any encoding that has ASCII in it.
            size: How many bytes to return at most.
        """
        is_cut = len(content) > size + _SLACK
        text = content[: size + _SLACK].decode("utf-8", "surrogateescape")
        cleaned = self.text(text, is_cut=is_cut)
        return cleaned.encode("utf-8", "surrogateescape")[:size]

    def data(self, data: Any) -> Any:
        """Return a copy of plain data, such as JSON, without the secrets.

        Args:
            data: Texts, bytes, and lists, tuples and dictionaries of any depth; what
                else there is stays as it is.
        """
        if not self._secrets:
            return data
        if isinstance(data, str):
            return self.text(data)
        if isinstance(data, bytes):
            return self.content(data, len(data))
        if isinstance(data, tuple):
            return tuple(map(self.data, cast("tuple[object, ...]", data)))
        if is_array(data):
            return [self.data(each) for each in data]
        if is_object(data):
            return {self.data(name): self.data(each) for name, each in data.items()}
        return data

    def error(self, error: BaseException) -> None:
        """Take the secrets out of an exception that came of a request.

        Its text, arguments, attributes and notes have none afterwards, nor have those
        it came of. What it hides (`raise ... from None`) is dropped, and so are the
        local variables of the frames it has left, which may hold request and response.

        Args:
            error: The exception; it is changed.
        """
        if error.__suppress_context__:
            error.__context__ = None
        for name in ("__cause__", "__context__"):
            before: BaseException | None = getattr(error, name)
            if before is not None:
                setattr(error, name, None)  # they may lead back here
                self.error(before)
                setattr(error, name, None if self.is_shown_by(before) else before)
        given, error.args = error.args, ()  # they may lead back here
        error.args = tuple(self._held(each) for each in given)
        for name, value in list(vars(error).items()):
            vars(error)[name] = self._held(value)
        for name in _members(error):
            value = getattr(error, name, None)
            with suppress(AttributeError, TypeError):  # what cannot be set
                setattr(error, name, self._held(value))
        _clear_frames(error)

    def is_shown_by(self, value: object) -> bool:
        """Say whether the text of an object has a secret in it.

        Args:
            value: Any object, such as an exception.
        """
        if not self._secrets:
            return False
        try:
            shown = f"{value} {value!r}"
        except Exception:  # noqa: BLE001 - it is the object of a stranger
            return True
        return self.text(shown) != shown

    def _held(self, value: Any) -> Any:
        """Return what an exception may hold in place of a value."""
        if isinstance(value, BaseException):
            self.error(value)
        elif isinstance(value, str | bytes):
            return self.data(value)
        elif is_object(value):
            return {self._held(name): self._held(each) for name, each in value.items()}
        elif isinstance(value, tuple):
            return tuple(map(self._held, cast("tuple[object, ...]", value)))
        elif is_array(value):
            return [self._held(each) for each in value]
        return HIDDEN if self.is_shown_by(value) else value


NO_SECRETS = Redactor()
"""One that knows no secrets and changes nothing."""


def _without(text: str, forms: Forms, *, is_cut: bool) -> str:
    """Return a text without what lies within any layer of its escapes."""
    places: escapes.Places = [(at, at + 1) for at in range(len(text))]
    hidden: list[tuple[int, int]] = []
    layer = text
    for _ in range(_MOST_LAYERS):
        for start, end in forms.spans(layer, is_cut=is_cut):
            hidden.append((places[start][0], places[end - 1][1]))
        inner, places = escapes.located(layer, places)
        if inner == layer:
            return _cut_out(text, hidden)
        layer = inner
    return HIDDEN


def _members(error: BaseException) -> Iterator[str]:
    """Iterate over attributes that `vars` does not have, such as `filename`."""
    kinds = GetSetDescriptorType | MemberDescriptorType
    for owner in type(error).__mro__:
        for name, member in vars(owner).items():
            is_common = name.startswith("__") or name == "args"
            if isinstance(member, kinds) and not is_common:
                yield name


def _clear_frames(error: BaseException) -> None:
    passed = error.__traceback__
    while passed is not None:
        with suppress(RuntimeError):  # those that still run keep what they have
            passed.tb_frame.clear()
        passed = passed.tb_next


def _cut_out(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if start >= done:
            parts += [text[done:start], HIDDEN]
        done = max(done, end)
    return "".join(parts) + text[done:]
