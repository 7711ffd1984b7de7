"""Commands end with one line, whatever the terminal, a pipe or a name is like."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from spotify_web_api import PKCE, FileTokenStore, TokenSet, errors
from spotify_web_api._command_line import output
from spotify_web_api._command_line.main import main
from spotify_web_api._runtime.core.secret import Secret
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.canary import token
from tests.support.timing import PATIENCE

ROOT = Path(__file__).parents[2]
NAME = "Zoë Жук \U0001f3b5"
COMMANDS = ("login", "whoami", "logout", "doctor")
posix = pytest.mark.skipif(os.name != "posix", reason="bytes are a matter of POSIX")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("SPOTIFY_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("SPOTIFY_REDIRECT_URI", "http://127.0.0.1/callback")
    return tmp_path


def logged_in(accounts: Accounts) -> None:
    auth = PKCE(CLIENT_ID, base_url=accounts.base_url, store=FileTokenStore())
    access = token()
    accounts.tokens[access] = (float("inf"), NAME)
    refresh = Secret(accounts.consent("user-top-read"))
    auth.store.save(
        auth.key,
        TokenSet(access_token=Secret(access), expires_at=9e9, refresh_token=refresh),
    )


def urls(accounts: Accounts) -> list[str]:
    return ["--accounts-url", accounts.base_url, "--api-url", accounts.api]


def is_one_line(err: str) -> bool:
    return "Traceback" not in err and err.count("\n") == 1 and err.endswith("\n")


@pytest.mark.promise("commands-fail-with-one-line")
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "utf-16"])
def test_what_an_encoding_lacks_is_escaped(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    logged_in(accounts)
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding))
    assert main(["whoami", *urls(accounts)]) == 0
    name = f"granted: {NAME}".encode(encoding, "backslashreplace").decode(encoding)
    shown = raw.getvalue().decode(encoding)
    assert f"name     {name}\n" in shown.replace(os.linesep, "\n")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding))
    main(["doctor", *urls(accounts)])


@pytest.mark.promise("commands-fail-with-one-line")
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["--user", "--client-id", "--redirect-uri"])
def test_bytes_that_are_no_text_are_told(
    accounts: Accounts,
    capsys: pytest.CaptureFixture[str],
    command: str,
    option: str,
) -> None:
    assert main([command, option, "\udcff", *urls(accounts)]) == 1
    out, err = capsys.readouterr()
    if command == "doctor":
        assert "fail" in out
        assert err == ""
    else:
        assert is_one_line(err), err


@pytest.mark.parametrize("option", ["--accounts-url", "--api-url"])
def test_so_are_addresses(capsys: pytest.CaptureFixture[str], option: str) -> None:
    assert main(["whoami", option, "http://\udcff"]) == 1
    assert is_one_line(capsys.readouterr().err)


def test_a_name_that_is_no_text_is_refused_by_the_grant() -> None:
    with pytest.raises(errors.ConfigurationError, match="no character"):
        PKCE(CLIENT_ID, user="\udcff")


@pytest.mark.promise("commands-fail-with-one-line")
@posix
@pytest.mark.parametrize(
    ("redirection", "code", "told"),
    [
        ("> /dev/full", 1, "No space left on device"),
        (">&-", 0, ""),
        ("2>&-", 0, ""),
        ("| true", None, "Broken pipe"),
        ("", 0, ""),
    ],
)
def test_outputs_that_take_nothing(
    accounts: Accounts, redirection: str, code: int | None, told: str
) -> None:
    if "full" in redirection and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    logged_in(accounts)
    wait = "sleep 0.2; " if "|" in redirection else ""
    line = f'{{ {wait}exec "$@"; }} {redirection}'
    command = [sys.executable, "-m", "spotify_web_api", "whoami", *urls(accounts)]
    done = subprocess.run(
        ["/bin/sh", "-c", line, "sh", *command],
        cwd=ROOT / "generated",
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert code in (None, done.returncode), done
    assert told in done.stderr
    assert done.stderr == "" if not told else is_one_line(done.stderr), done.stderr


@pytest.mark.promise("commands-fail-with-one-line")
def test_what_is_pasted_may_be_no_text(
    accounts: Accounts,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    raw = io.BytesIO(b"http://127.0.0.1/\xff?code=x\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw, "utf-8"))
    assert main(["login", "--paste", *urls(accounts)]) == 1
    err = capsys.readouterr().err
    assert err.splitlines()[-1].endswith("what was pasted is no address")
    assert "Traceback" not in err


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_nothing_is_written_where_nothing_listens(
    monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    monkeypatch.setattr(sys, stream, None)
    output.say("x")
    output.tell("x")
