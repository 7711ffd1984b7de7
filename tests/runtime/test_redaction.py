"""No form a secret can take in a text gets past the one place that hides them."""

from __future__ import annotations

import base64
import html
import json
import pickle
import re
import time
from collections.abc import Callable
from copy import deepcopy
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings, strategies as st

from _runtime.core.escapes import unescaped
from _runtime.core.headers import Headers
from _runtime.core.redaction import NO_SECRETS, Redactor
from _runtime.core.secret import Secret

TOKEN = "BQCanary-0123456789_abcdefghijklmnop~qrstuvwxyz.ABCD"
REDACTOR = Redactor([Secret(TOKEN)])

Write = Callable[[str], str]
WRITINGS: dict[str, Write] = {
    "as it is": str,
    "percent": lambda text: "".join(f"%{ord(each):02x}" for each in text),
    "percent in capitals": lambda text: "".join(f"%{ord(each):02X}" for each in text),
    "percent here and there": lambda text: text.replace("a", "%61").replace("9", "%39"),
    "of a URL": lambda text: quote(text, safe=""),
    "of a form": quote_plus,
    "JSON": json.dumps,
    "JSON in escapes": lambda text: "".join(f"\\u{ord(each):04x}" for each in text),
    "Python": lambda text: repr(text.encode()),
    "Python in escapes": lambda text: "".join(f"\\x{ord(each):02x}" for each in text),
    "octal": lambda text: "".join(f"\\{ord(each):03o}" for each in text),
    "HTML": html.escape,
    "HTML in numbers": lambda text: "".join(f"&#{ord(each)};" for each in text),
    "HTML in hexadecimal": lambda text: "".join(f"&#x{ord(each):x};" for each in text),
    "capitals": str.upper,
    "small letters": str.lower,
    "hexadecimal": lambda text: text.encode().hex(),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 in a header": lambda text: _basic(f"Bearer {text}"),
    "base64 of more": lambda text: _basic(f'{{"a": "{text}"}}'),
    "base64 for URLs": lambda text: base64.urlsafe_b64encode(text.encode()).decode(),
    "lines": lambda text: "\r\n ".join(re.findall(".{1,20}", text)),
    "parts of a program": lambda text: "' + '".join(re.findall(".{1,9}", text)),
    "tags": lambda text: "<wbr>".join(re.findall(".{1,10}", text)),
    "blanks": " ".join,
    "wide characters": lambda text: text.encode("utf-16-le").decode("latin-1"),
    "within a word": lambda text: f"xx{text}xx",
}
LAYERS = ("percent", "JSON", "HTML in numbers", "of a URL", "JSON in escapes")


def _basic(text: str) -> str:
    return f"Basic {base64.b64encode(text.encode()).decode()}"


def shows(text: str, secret: str = TOKEN) -> bool:
    """Say whether eight letters of a secret are left, however they are written."""
    for _ in range(8):
        text = unescaped(text)
    letters = re.sub(r"[\W_]", "", text).lower()
    whole = re.sub(r"[\W_]", "", secret).lower()
    return any(whole[at : at + 8] in letters for at in range(len(whole) - 7))


@pytest.mark.promise("repeated-tokens-are-hidden")
@pytest.mark.parametrize("writing", WRITINGS)
def test_no_way_to_write_a_secret_shows_it(writing: str):
    text = f"It says {WRITINGS[writing](TOKEN)} and so on."
    cleaned = REDACTOR.text(text)
    assert not shows(cleaned)
    assert cleaned.startswith("It says ")
    assert cleaned.endswith(" and so on.")


@pytest.mark.promise("repeated-tokens-are-hidden")
@settings(max_examples=25)
@given(st.lists(st.sampled_from(LAYERS), max_size=4), st.text(), st.text())
def test_nor_do_several_ways_in_each_other(layers: list[str], before: str, after: str):
    text = TOKEN
    for layer in layers:
        text = WRITINGS[layer](text)
    assert not shows(REDACTOR.text(f"{before} {text} {after}"))


@pytest.mark.promise("repeated-tokens-are-hidden")
@pytest.mark.parametrize(
    "secret",
    [
        "abcd",
        "pa$$w:rd",
        "a b+c%20d",
        "ü§$%&/()=",
        "<b>&amp;</b>",
        "\\u0041bc\n",
        "=" * 30,
    ],
)
def test_short_and_odd_secrets_are_hidden_too(secret: str):
    redactor = Redactor([Secret(secret)])
    for write in (
        str,
        lambda t: quote(t, safe=""),
        quote_plus,
        json.dumps,
        html.escape,
    ):
        cleaned = redactor.text(f"user:{write(secret)}@host")
        assert secret not in unescaped(cleaned)
        assert write(secret) not in cleaned
        assert cleaned.startswith("user:")


@pytest.mark.promise("repeated-tokens-are-hidden")
def test_the_beginning_of_a_secret_that_was_cut_off_is_hidden():
    for end in range(4, len(TOKEN)):
        left = REDACTOR.text(f"not {TOKEN[:end]}", is_cut=True)
        assert left.rstrip("-_~.") == "not …"
    for end in range(20, len(TOKEN)):
        assert TOKEN[:16] not in REDACTOR.text(f"not {TOKEN[:end]}... and more")
    encoded = WRITINGS["percent"](TOKEN)
    for end in range(12, len(encoded)):
        left = REDACTOR.text(f"not {encoded[:end]}", is_cut=True)
        assert len(left) < len("not ") + 6, left


@given(st.text(max_size=200))
def test_texts_without_a_secret_stay_as_they_are(text: str):
    assert Redactor([Secret("x"), Secret("tok"), Secret("")]).text(text) == text
    if "canary" not in text.lower():
        assert REDACTOR.text(text) == text


def test_a_short_secret_is_no_part_of_a_word():
    redactor = Redactor([Secret("test")])
    assert redactor.text("a test, tests; latest") == "a …, tests; latest"


@pytest.mark.promise("redaction-is-linear")
@pytest.mark.parametrize(
    "piece",
    ["a b ", "%25", "%2", "\\", "\\u0", "&", "&a", "<", "<a", TOKEN, TOKEN[:-1], "="],
)
def test_the_work_grows_with_the_length_of_a_text(piece: str):
    small = min(spent(piece, 10_000) for _ in range(3))
    large = min(spent(piece, 160_000) for _ in range(2))
    assert large < 4 * 16 * max(small, 0.001)


def spent(piece: str, size: int) -> float:
    """Return the seconds of this process that a text of some length takes."""
    text = piece * (size // len(piece))
    begun = time.process_time()
    REDACTOR.text(text, is_cut=True)
    return time.process_time() - begun


def test_plain_data_is_copied_without_the_secret():
    data = {"a": [TOKEN, 1, None], TOKEN: ({"b": TOKEN.encode()},), "c": "plain"}
    assert REDACTOR.data(data) == {
        "a": ["…", 1, None],
        "…": ({"b": "…".encode()},),
        "c": "plain",
    }


def test_the_beginning_of_a_body_is_cut_after_the_secret_is_gone():
    for before in range(0, 80, 7):
        body = b"x" * before + b" " + TOKEN.encode() + b" y" * 5000
        assert not shows(REDACTOR.content(body, 64).decode(errors="replace"))
        assert TOKEN[:5].encode() not in REDACTOR.content(body, 64)
    assert REDACTOR.content(b"\xff\xfeplain", 6) == b"\xff\xfeplai"


class StrangeError(Exception):
    """Shows what it was given, whatever becomes of it."""

    def __init__(self, text: str) -> None:
        self._shown = lambda: text

    def __str__(self) -> str:
        return self._shown()


def failing(cause: Exception | None) -> None:
    text = f"it was {TOKEN}"
    error = ValueError(text, [TOKEN])
    error.add_note(TOKEN)
    error.more = {"deep": [text.encode()]}  # type: ignore[attr-defined]
    try:
        raise KeyError(TOKEN)  # noqa: TRY301 - to be handled
    except KeyError:
        raise error from cause


@pytest.mark.promise("repeated-tokens-are-hidden")
@pytest.mark.parametrize("cause", [None, OSError(TOKEN), StrangeError(TOKEN)])
def test_an_exception_holds_the_secret_nowhere(cause: Exception | None):
    with pytest.raises(ValueError, match="it was") as info:
        failing(cause)
    caught = info.value
    REDACTOR.error(caught)
    assert caught.args == ("it was …", ["…"])
    assert vars(caught) == {"__notes__": ["…"], "more": {"deep": ["it was …".encode()]}}
    chain: list[BaseException | None] = [caught.__cause__, caught.__context__]
    for each in chain:
        assert TOKEN not in f"{each} {each!r}"
    assert TOKEN.encode() not in pickle.dumps(caught)
    traceback = caught.__traceback__
    assert traceback is not None
    assert traceback.tb_next is not None
    assert traceback.tb_next.tb_frame.f_locals == {}


class Holder:
    """Shows what it holds."""

    def __repr__(self) -> str:
        return TOKEN


class Silent:
    """Cannot even be shown."""

    def __repr__(self) -> str:
        raise RuntimeError(TOKEN)


@pytest.mark.promise("repeated-tokens-are-hidden")
@pytest.mark.parametrize(
    "error",
    [
        OSError(2, "no", f"/tmp/{TOKEN}", None, f"/tmp/{TOKEN}2"),
        UnicodeDecodeError("ascii", TOKEN.encode(), 0, 1, TOKEN),
        UnicodeEncodeError("ascii", TOKEN, 0, 1, TOKEN),
        ImportError("no", name=TOKEN, path=TOKEN),
        SyntaxError("no", (TOKEN, 1, 1, TOKEN)),
        ValueError(OSError(TOKEN)),
        ValueError([{"a": (ValueError(TOKEN),)}]),
        ValueError(Holder(), [Silent()]),
        StopAsyncIteration(TOKEN),
    ],
    ids=lambda error: type(error).__name__,
)
def test_nor_where_only_its_class_looks(error: Exception):
    REDACTOR.error(error)
    held = [getattr(error, name, None) for name in dir(error)]
    shown = f"{error} {error!r} {[each for each in held if not callable(each)]}"
    assert not shows(shown)


@pytest.mark.promise("repeated-tokens-are-hidden")
def test_members_of_a_group_hold_it_neither():
    group = ExceptionGroup(
        "both", [OSError(TOKEN), ExceptionGroup("", [KeyError(TOKEN)])]
    )
    REDACTOR.error(group)
    assert not shows(repr(group.exceptions))
    assert not REDACTOR.is_shown_by(group)
    assert REDACTOR.is_shown_by(StrangeError(TOKEN))


@pytest.mark.promise("repeated-tokens-are-hidden")
def test_headers_are_not_shown_with_the_secret():
    headers = Headers([("X-Debug", f"Bearer {TOKEN}"), (TOKEN, "a")]).hiding(REDACTOR)
    for shown in (repr(headers), repr(headers.redacted()), repr(deepcopy(headers))):
        assert not shows(shown)
        assert TOKEN.lower() not in shown
    assert headers["x-debug"] == f"Bearer {TOKEN}"
    assert headers.without_secrets()["x-debug"] == "Bearer …"
    assert TOKEN.encode() not in pickle.dumps(headers)


def test_what_knows_secrets_shows_none_and_takes_none_along():
    assert TOKEN not in repr(REDACTOR)
    assert pickle.loads(pickle.dumps(REDACTOR)).text(TOKEN) == TOKEN
    assert NO_SECRETS.text(TOKEN) == TOKEN
    assert REDACTOR.knowing(None) is REDACTOR
    both = REDACTOR.joined(Redactor([Secret("another secret")]))
    assert both.text(f"{TOKEN}, another secret") == "…, …"
