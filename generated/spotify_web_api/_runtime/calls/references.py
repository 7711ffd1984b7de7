"""Ids, URIs and links in arguments become what the API takes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..core.patterns import matches
from . import ids

if TYPE_CHECKING:

    from ..description.parameter import Reference, ReferenceKind

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_VARIABLE = re.compile(r"(\{[^{}]+\})")
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_WEB = {"http": 80, "https": 443}
_SHOWN = 60


def resolve(reference: Reference, text: str) -> str:
    """Return what `text` is sent as: an id, or a URI where the API takes those.

    White space around it, and the query and the fragment of a URI or link, do not
    matter. Schemes and hosts may be in capitals; the host has to be exact.

    Args:
        reference: Which things the argument takes.
        text: What the caller gave: an id, a URI or a link.

    Raises:
        ValueError: If it is none of these, or names a thing of another kind.
    """
    kinds = [kind for kind in reference.table if kind.name in reference.kinds]
    if not any(kind.uri or kind.forms for kind in kinds):
        return text
    text = text.strip()
    if len(kinds) == 1 and not reference.as_uri and _is_plain_id(kinds[0], text):
        return text
    forms = _forms(reference.table)
    spelled = _normalised(text, forms)
    if spelled is None:
        return _of_id(reference, kinds, text)
    for kind in kinds:
        for form in forms.of_kind[kind.name]:
            match = form.expression.fullmatch(spelled)
            if match:
                try:
                    return _written(reference, kind, form, match, spelled)
                except ValueError as error:
                    raise ValueError(f"{_shown(text)}: {error}") from None
    raise _mismatch(reference, text, forms.kind_of(spelled))


def narrowed(reference: Reference, value: object) -> Reference:
    """Return the reference of the one kind that another argument has chosen.

    Args:
        reference: A reference with `by`.
        value: The value of that argument; one that is no kind changes nothing.
    """
    if not isinstance(value, str) or value not in reference.kinds:
        return reference
    return replace(reference, kinds=(value,))


def names(reference: Reference) -> str:
    """Say in words which kinds of things a reference takes.

    Args:
        reference: Which things the argument takes.
    """
    return " or ".join(repr(_word(name)) for name in reference.kinds)


def _is_plain_id(kind: ReferenceKind, text: str) -> bool:
    return kind.pattern is not None and matches(kind.pattern, text)


def _of_id(reference: Reference, kinds: list[ReferenceKind], text: str) -> str:
    """Return what an id alone is sent as."""
    if len(kinds) > 1:
        uris = [kind.uri for kind in kinds if kind.uri is not None]
        ways = " or ".join(dict.fromkeys(uris))
        raise ValueError(
            f"{_shown(text)} does not say of what it is the id; write {ways}"
        )
    _check(kinds[0], text)
    if reference.as_uri and kinds[0].uri is not None:
        return ids.fill(kinds[0].uri, {"id": ids.segment(text)})
    return text


def _check(kind: ReferenceKind, text: str) -> None:
    if not text:
        raise ValueError("it is empty")
    ids.segment(text)
    if kind.pattern is not None and not _is_plain_id(kind, text):
        raise ValueError(f"{_shown(text)} does not match {kind.pattern}")


def _written(
    reference: Reference,
    kind: ReferenceKind,
    form: _Form,
    match: re.Match[str],
    spelled: str,
) -> str:
    """Return what is sent for a text of a form of the kind."""
    if "id" not in form.variables:
        if not form.is_uri:
            raise ValueError(f"write the URI of the {_word(kind.name)} instead")
        return spelled
    given = unquote(match["id"], errors="strict")
    if _ENCODED.search(given):
        raise ValueError(f"{_shown(match['id'])} is percent-encoded twice")
    _check(kind, given)
    encoded = ids.segment(given)
    if not reference.as_uri:
        return given
    own = form.is_uri and form.variables == frozenset({"id"})
    return ids.fill((form.template if own else kind.uri) or "", {"id": encoded})


@dataclass(frozen=True, slots=True)
class _Form:
    """One form, and the regular expression of what is of it."""

    template: str
    variables: frozenset[str]
    expression: re.Pattern[str]

    @property
    def is_uri(self) -> bool:
        """Whether colons part its segments, as they do in a URI without a host."""
        return "://" not in self.template


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms of a table, by kind; its schemes and the hosts of its links."""

    table: tuple[ReferenceKind, ...]
    of_kind: dict[str, tuple[_Form, ...]]
    schemes: frozenset[str]
    hosts: frozenset[str]

    def kind_of(self, spelled: str) -> ReferenceKind | None:
        """Return the kind of what a URI or link names, if there is one."""
        for kind in self.table:
            if any(f.expression.fullmatch(spelled) for f in self.of_kind[kind.name]):
                return kind
        return None


@lru_cache(maxsize=256)
def _forms(table: tuple[ReferenceKind, ...]) -> _Forms:
    templates = {
        kind.name: tuple(form for form in (kind.uri, *kind.forms) if form is not None)
        for kind in table
    }
    optional = {kind.name: kind.optional for kind in table}
    every = [urlsplit(form) for found in templates.values() for form in found]
    return _Forms(
        table=table,
        of_kind={
            name: tuple(_form(form, optional[name]) for form in found)
            for name, found in templates.items()
        },
        schemes=frozenset(form.scheme for form in every) - _WEB.keys(),
        hosts=frozenset(form.netloc for form in every if form.scheme in _WEB),
    )


def _form(template: str, optional: tuple[str, ...]) -> _Form:
    is_link = "://" in template
    if is_link:
        head, host, path = re.split(r"(?<=://)([^/]*)", template, maxsplit=1)
        parts = [f"/{segment}" for segment in path.split("/")[1:]]
        written = re.escape(head) + _expression(host, r"[^/]+")
        written += "".join(_segment(part, optional) for part in parts)
    else:
        written = _expression(template, r"[^:]*")
    found = frozenset(ids.variables(template))
    return _Form(template, found, re.compile(written))


def _segment(part: str, optional: tuple[str, ...]) -> str:
    written = _expression(part, r"[^/]+")
    missing = any(name in optional for name in ids.variables(part))
    return f"(?:{written})?" if missing else written


def _expression(template: str, variable: str) -> str:
    return "".join(_piece(part, variable) for part in _VARIABLE.split(template))


def _piece(part: str, variable: str) -> str:
    if not _VARIABLE.fullmatch(part):
        return re.escape(part)
    return f"(?P<id>{variable})" if part == "{id}" else variable


def _normalised(text: str, forms: _Forms) -> str | None:
    """Return a URI or link as forms are compared with it; `None` if it is an id.

    What cannot be of any form becomes `""`.
    """
    scheme = _SCHEME.match(text)
    name = scheme[0].lower() if scheme else ""
    if name in forms.schemes:
        rest = re.split(r"[?#]", text[len(name) :], maxsplit=1)[0]
        rest = rest.rstrip("/")
        return "" if ids.has_control_characters(rest) else name + rest
    host = text.lstrip("/").partition("/")[0].lower()
    if text.startswith("//") or (host in forms.hosts and "/" in text):
        return _normalised_link(f"https://{text.removeprefix('//')}")
    if name in _WEB or "://" in text:
        return _normalised_link(text)
    return None


def _normalised_link(text: str) -> str:
    if not text.isascii() and not text.split("://", 1)[-1].split("/", 1)[0].isascii():
        return ""
    if "\\" in text or ids.has_control_characters(text):
        return ""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return ""
    default = _WEB.get(parts.scheme)
    if default is None or "@" in parts.netloc or port not in {None, default}:
        return ""
    return f"https://{parts.hostname or ''}{parts.path.rstrip('/')}"


def _mismatch(
    reference: Reference, text: str, found: ReferenceKind | None
) -> ValueError:
    message = f"{_shown(text)} is not the id, URI or link of one {names(reference)}"
    if found is not None:
        message += f"; this names a {_word(found.name)!r}"
        message += f". {found.hint}" if found.hint else ""
    return ValueError(message)


def _word(name: str) -> str:
    return name.replace("_", " ")


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
