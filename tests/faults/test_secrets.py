"""No secret shows anywhere; and the watch over that notices when one does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.support import canary

ROOT = Path(__file__).parents[2]
BEGINNING = """
import logging, warnings
from pathlib import Path
import pytest
import spotify_web_api
from spotify_web_api import Spotify, errors
from spotify_web_api._runtime.client import authorization
from spotify_web_api._runtime.client import client
from tests.support.canary import token
from tests.support.raw_server import http, raw_server

HERE = Path(spotify_web_api.__file__).parent / "_runtime/leak.py"

def call(secret):
    with raw_server() as server:
        server.answer(http(status="404 Not Found"))
        with Spotify(secret, base_url=server.url) as spotify:
            with pytest.raises(errors.SpotifyError):
                spotify.markets.all()

class Leaking:
    def __init__(self, error):
        self.error = error
    def token(self):
        raise self.error
"""
LEAKS = {
    "nothing": "call(token())",
    "log": "call(token()); logging.getLogger('spotify_web_api').debug(token())",
    "log arguments": "logging.getLogger('spotify_web_api').warning('%s', token())",
    "log extra": "logging.getLogger('x').warning('a', extra={'b': token()})",
    "output": "print(token())",
    "repr": (
        "monkeypatch.setattr(client.Client, '__repr__', lambda self: token());"
        " Spotify('a')"
    ),
    "state": (
        "Spotify('a').close();"
        " monkeypatch.setattr(authorization, 'provider', lambda auth, _: auth);"
        " Spotify(token())"
    ),
    "text": "call(Leaking(errors.SpotifyError(token())))",
    "attribute": (
        "error = errors.SpotifyError('a'); error.more = token(); call(Leaking(error))"
    ),
    "cause": (
        "error = errors.SpotifyError('a'); error.__cause__ = ValueError(token());"
        " call(Leaking(error))"
    ),
    "local variable": (
        "code = 'def leak(self):\\\\n x = secret\\\\n raise errors.SpotifyError(1)';"
        " space = {'secret': token(), 'errors': errors};"
        " exec(compile(code, str(HERE), 'exec'), space);"
        " Leaking.token = space['leak']; call(Leaking(None))"
    ),
}


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Let each secret leak in a test of one run; give what was said of each test."""
    folder = tmp_path_factory.mktemp("leaks")
    tests = "".join(
        f'\ndef test_{number}(monkeypatch):\n    exec("""{leak}""")\n'
        for number, leak in enumerate(LEAKS.values())
    )
    (folder / "test_leaks.py").write_text(BEGINNING + tests)
    options = ["-p", "tests.support.canary", "-p", "no:cacheprovider"]
    report = folder / "report.xml"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *options, f"--junitxml={report}"],
        cwd=folder,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'generated'}", "PATH": ""},
        capture_output=True,
        check=False,
    )
    cases = ET.parse(report).getroot().iter("testcase")
    said = [[str(part.get("message")) for part in case] for case in cases]
    return dict(zip(LEAKS, said, strict=True))


@pytest.mark.promise("no-token-is-shown")
@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_fails_the_run(watched: dict[str, list[str]], leak: str):
    if leak == "nothing":
        assert watched[leak] == []
    else:
        (said,) = watched[leak]
        assert "a secret shows in" in said


def test_every_secret_is_another_and_is_found():
    first, second = canary.token(), canary.token()
    assert first != second
    assert canary.MARK in first
    assert canary.MARK in second


@pytest.mark.promise("no-token-is-shown")
def test_every_client_of_these_tests_is_given_a_canary():
    """Whoever writes a token into a test takes it out of the watch."""
    files = [*ROOT.glob("tests/test_*.py"), *ROOT.glob("tests/faults/test_*.py")]
    assert len(files) > 10
    wrong = [
        f"{file.name}:{number}"
        for file in files
        if file.name not in {"test_secrets.py", "test_contributing.py"}
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if 'Spotify("' in line and "sys.argv" not in line
    ]
    assert wrong == []
