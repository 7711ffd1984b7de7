"""Headers: any case, several values, no secrets."""

from __future__ import annotations

import pickle

from _runtime.core.headers import Headers

HEADERS = Headers(
    [("ETag", '"x"'), ("Set-Cookie", "sid=canary"), ("Vary", "A"), ("vary", "B")]
)


def test_names_are_looked_up_in_any_case_and_values_joined():
    assert HEADERS["etag"] == HEADERS["ETAG"] == '"x"'
    assert HEADERS["Vary"] == "A, B"
    assert HEADERS.get("nothing") is None
    assert list(HEADERS) == ["etag", "set-cookie", "vary"]
    assert len(HEADERS) == 3


def test_cookies_are_never_shown_nor_kept_in_errors():
    assert "canary" not in repr(HEADERS)
    assert "canary" not in repr(dict(HEADERS.without_secrets()))
    assert HEADERS.without_secrets()["vary"] == "A, B"


def test_they_can_be_pickled():
    assert pickle.loads(pickle.dumps(HEADERS)) == HEADERS
