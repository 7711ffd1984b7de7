"""`python -m spotify_web_api`, in processes of its own."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

import pytest

from spotify_web_api import FileTokenStore, operations
from spotify_web_api._command_line.access import scopes_named
from spotify_web_api._command_line.main import main, parser
from spotify_web_api._command_line.network import clock
from tests.runtime.test_http_transport import certificate, serve_tls
from tests.support import canary
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.raw_server import raw_server
from tests.support.timing import PATIENCE

__all__ = ["certificate"]

ROOT = Path(__file__).parents[2]
REDIRECT = "http://127.0.0.1/callback"
URL = re.compile(r"http://127\.0\.0\.1:\d+/authorize\S+")


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


class Shell:
    """Runs commands with an environment and a home of their own."""

    def __init__(
        self,
        accounts: Accounts,
        home: Path,
        patch: pytest.MonkeyPatch,
        captured: pytest.CaptureFixture[str],
    ) -> None:
        self.accounts = accounts
        self.home = home
        self.patch = patch
        self.captured = captured
        self.environment = {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "BROWSER": shutil.which("true") or "true",
            "SPOTIFY_CLIENT_ID": CLIENT_ID,
            "SPOTIFY_REDIRECT_URI": REDIRECT,
        }
        for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
            patch.delenv(name, raising=False)

    def urls(self) -> list[str]:
        urls = ["--accounts-url", self.accounts.base_url]
        return [*urls, "--api-url", self.accounts.api]

    def run(self, *arguments: str, code: int = 0) -> Done:
        """Run a command in this process, where every frame is watched for secrets."""
        for name, value in self.environment.items():
            self.patch.setenv(name, value)
        self.patch.setattr(webbrowser, "open", bool)
        try:
            found = main([*arguments, *self.urls()])
        except SystemExit as error:
            found = error.code
        out, err = self.captured.readouterr()
        return checked(Done(int(found or 0), out, err), code)

    @contextmanager
    def started(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """Run a command in a process of its own."""
        process = subprocess.Popen(
            [sys.executable, "-m", "spotify_web_api", *arguments, *self.urls()],
            cwd=ROOT / "generated",
            env={
                "PATH": os.environ["PATH"],
                "PYTHONWARNINGS": "default",
                **self.environment,
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with process:
            try:
                yield process
            finally:
                process.kill()

    def login(self, *arguments: str, agree: bool = True, code: int = 0) -> Done:
        with self.started("login", *arguments) as process:
            url = shown_url(process)
            answer = self.accounts.follow(url, agree=agree)
            with urllib.request.urlopen(answer) as page:
                assert page.status == 200
            return ended(process, code)


def ended(process: subprocess.Popen[str], code: int, pasted: str = "") -> Done:
    out, err = process.communicate(pasted, timeout=PATIENCE)
    return checked(Done(process.returncode, out, err), code)


def checked(done: Done, code: int) -> Done:
    assert done.code == code, done
    assert "Traceback" not in done.err
    assert "Warning" not in done.err
    assert canary.MARK not in done.out + done.err
    return done


def shown_url(process: subprocess.Popen[str], end: str = "\n") -> str:
    """Read what a command shows until its address is complete."""
    assert process.stderr is not None
    text, until = "", time.monotonic() + PATIENCE
    while not ((found := URL.search(text)) and text.endswith(end)):
        assert time.monotonic() < until, text
        if select.select([process.stderr], [], [], 1)[0]:
            text += os.read(process.stderr.fileno(), 4096).decode()
    return found[0]


@pytest.fixture
def shell(
    accounts: Accounts,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Shell:
    return Shell(accounts, tmp_path, monkeypatch, capsys)


def token_files(shell: Shell) -> list[Path]:
    return list(shell.home.rglob("*.json"))


def test_a_user_logs_in_is_known_and_logs_out(shell: Shell) -> None:
    done = shell.login("--scopes", "user-top-read user-read-private")
    (file,) = token_files(shell)
    assert f"The tokens are in {file}\n" in done.out
    assert "Granted: user-read-private, user-top-read\n" in done.out
    assert file.stat().st_mode & 0o777 == 0o600
    with shell.started("whoami") as process:
        done = ended(process, 0)
    rows = dict(line.split(maxsplit=1) for line in done.out.splitlines())
    assert rows["id"] == "user"
    assert rows["name"] == "granted: user-read-private user-top-read"
    assert rows["scopes"] == "user-read-private, user-top-read"
    assert rows["token"] == "expires in 60 minutes, then renewed"
    assert rows["file"] == str(file)
    assert "tokens are gone" in shell.run("logout").out
    assert token_files(shell) == []
    assert "Nobody was logged in" in shell.run("logout").out
    done = shell.run("whoami", code=1)
    assert "log in first" in done.err
    assert "(python -m spotify_web_api login)" in done.err


def test_the_secret_in_the_environment_decides_the_flow(shell: Shell) -> None:
    shell.login()
    assert "client_secret" not in shell.accounts.requests[0]
    assert shell.accounts.requests[0]["client_id"] == CLIENT_ID
    shell.environment["SPOTIFY_CLIENT_SECRET"] = shell.accounts.client_secret
    assert "nobody has logged in" in shell.run("whoami", code=1).err
    shell.login()
    assert "client_id" not in shell.accounts.requests[1]
    assert "code_verifier" not in shell.accounts.requests[1]
    assert len(token_files(shell)) == 2
    shell.run("logout", "--pkce")
    assert shell.run("whoami").out.startswith("name ")


def test_users_are_told_apart_by_name(shell: Shell) -> None:
    shell.login("--user", "ann", "--scopes", "user-top-read")
    shell.login("--user", "bob", "--scopes", "none")
    assert "user-top-read" in shell.run("whoami", "--user", "ann").out
    assert "(no scopes)" in shell.run("whoami", "--user", "bob").out
    shell.run("whoami", code=1)


def test_logging_in_again_keeps_what_was_granted(shell: Shell) -> None:
    shell.login("--scopes", "user-top-read")
    shell.login("--scopes", "user-follow-read")
    assert "scopes   user-follow-read, user-top-read" in shell.run("whoami").out


def test_the_address_can_be_pasted(shell: Shell) -> None:
    with shell.started("login", "--paste") as process:
        answer = shell.accounts.follow(shown_url(process, "\n> "))
        assert "Logged in." in ended(process, 0, f"{answer}\n").out
    with shell.started("login", "--paste") as process:
        err = ended(process, 1).err
    assert err.splitlines()[-1].endswith("login: no address was pasted")


@pytest.mark.promise("commands-fail-with-one-line")
def test_a_refusal_is_one_line(shell: Shell) -> None:
    done = shell.login(agree=False, code=1)
    assert done.err == "python -m spotify_web_api login: the user did not consent\n"
    assert token_files(shell) == []


@pytest.mark.promise("commands-fail-with-one-line")
@pytest.mark.parametrize(
    ("change", "arguments", "told"),
    [
        ({"SPOTIFY_CLIENT_ID": ""}, ["login"], "set SPOTIFY_CLIENT_ID"),
        ({"SPOTIFY_CLIENT_ID": "a b"}, ["whoami"], "SPOTIFY_CLIENT_ID is empty, or"),
        ({"SPOTIFY_REDIRECT_URI": ""}, ["login"], "set SPOTIFY_REDIRECT_URI"),
        ({}, ["login", "--redirect-uri", "http://localhost/"], "127.0.0.1"),
        ({}, ["login", "--redirect-uri", "https://example.com/"], "nothing can listen"),
        ({}, ["login", "--scopes", "user-top-reed"], "did you mean 'user-top-read'"),
        ({}, ["login", "--timeout", "0"], "timeout must be"),
        ({}, ["login", "--timeout", "0.05"], "nobody came back"),
    ],
)
def test_what_cannot_work_is_one_line(
    shell: Shell, change: dict[str, str], arguments: list[str], told: str
) -> None:
    shell.environment |= change
    lines = shell.run(*arguments, code=1).err.splitlines()
    assert lines[-1].startswith(f"python -m spotify_web_api {arguments[0]}: ")
    assert told in lines[-1]


def test_a_wrong_command_line_exits_with_2(shell: Shell) -> None:
    assert "invalid choice" in shell.run("lend", code=2).err
    assert "invalid float" in shell.run("login", "--timeout", "soon", code=2).err
    assert shell.run("login", "--help").out.count("--accounts-url") == 0


@pytest.mark.promise("missing-packages-are-told-first")
@pytest.mark.parametrize("package", ["filelock", "platformdirs"])
def test_files_need_their_packages(
    shell: Shell, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    for command in ("login --timeout 1", "whoami", "logout"):
        err = shell.run(*command.split(), code=1).err
        assert f"the package {package} is missing: install it" in err
        assert err.count("\n") == 1
    assert f"the package {package} is missing" in doctor(shell, code=1)["token"][1]


def test_a_copy_under_another_name_calls_itself_by_it(tmp_path: Path) -> None:
    copy = tmp_path / "music" / "vendored"
    shutil.copytree(ROOT / "generated" / "spotify_web_api", copy)
    done = subprocess.run(
        [sys.executable, "-m", "music.vendored", "logout"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.startswith(
        "python -m music.vendored logout: client_id is missing"
    )


@pytest.mark.promise("commands-fail-with-one-line")
@pytest.mark.parametrize("arguments", [["login"], ["login", "--paste"]])
def test_ctrl_c_exits_with_130_and_without_a_traceback(
    shell: Shell, arguments: list[str]
) -> None:
    with shell.started(*arguments) as process:
        shown_url(process, "\n> " if "--paste" in arguments else "\n")
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        assert ended(process, 130).out == ""


def test_groups_of_scopes() -> None:
    assert scopes_named("none") == frozenset()
    assert scopes_named("ugc-image-upload,user-top-read") == {
        "ugc-image-upload",
        "user-top-read",
    }
    reading, every = scopes_named("read"), scopes_named("all")
    assert all("-read-" in s or s.endswith("-read") for s in reading)
    assert reading < every
    needed = {scope for o in operations.all() for scope in o.scopes}
    assert every == needed
    assert scopes_named("read user-library-modify") == {*reading, "user-library-modify"}
    assert parser().parse_args(["login"]).scopes == "read"


def lines_of(done: Done) -> dict[str, tuple[str, str]]:
    found = {}
    for line in done.out.splitlines()[:-1]:
        level, rest = line[:5].strip(), line[6:]
        found[rest[:13].strip()] = (level, rest[13:].strip())
    return found


def doctor(shell: Shell, *arguments: str, code: int = 0) -> dict[str, tuple[str, str]]:
    return lines_of(shell.run("doctor", *arguments, code=code))


def test_the_doctor_finds_everything_well(shell: Shell) -> None:
    shell.environment["SPOTIFY_CLIENT_SECRET"] = shell.accounts.client_secret
    shell.login("--scopes", "all")
    found = doctor(shell)
    assert {level for level, _ in found.values()} == {"ok"}
    assert list(found) == [
        "versions",
        "credentials",
        "redirect URI",
        "port",
        "proxy",
        "certificates",
        "accounts",
        "clock",
        "API",
        "client secret",
        "token",
        "scopes",
        "API call",
    ]
    assert found["scopes"][1].endswith("96 of 96 operations")
    assert shell.run("doctor").out.endswith("0 failed, 0 warnings\n")


def test_the_doctor_tells_what_no_login_has_done(shell: Shell) -> None:
    level, text = doctor(shell)["token"]
    assert level == "warn"
    assert text.endswith("python -m spotify_web_api login")


@pytest.mark.promise("the-doctor-finds-and-hides")
def test_the_doctor_knows_dead_grants_and_expired_tokens(shell: Shell) -> None:
    shell.accounts.override = {"expires_in": 0}
    shell.login("--scopes", "user-top-read")
    shell.accounts.override = {}
    found = doctor(shell)
    assert found["token"][1].startswith("expired, renewed when next used")
    assert "the others need one of playlist-modify-private" in found["scopes"][1]
    shell.accounts.expire()
    for family in shell.accounts.families.values():
        family.revoked = True
    level, text = doctor(shell, code=1)["API call"]
    assert level == "fail"
    assert "invalid_grant" in text
    assert text.endswith("python -m spotify_web_api login")


@pytest.mark.promise("the-doctor-finds-and-hides")
@pytest.mark.parametrize(
    ("change", "subject", "told"),
    [
        ({"SPOTIFY_CLIENT_ID": ""}, "credentials", "set SPOTIFY_CLIENT_ID"),
        ({"SPOTIFY_CLIENT_SECRET": "wrong"}, "client secret", "check client id and"),
        (
            {"SPOTIFY_REDIRECT_URI": "http://localhost:80/"},
            "redirect URI",
            "use http://127.0.0.1",
        ),
        ({"SSL_CERT_FILE": "/nowhere"}, "certificates", "names /nowhere, which is not"),
    ],
)
def test_the_doctor_finds_what_is_wrong(
    shell: Shell, change: dict[str, str], subject: str, told: str
) -> None:
    shell.environment |= change
    level, text = doctor(shell, code=1)[subject]
    assert level == "fail"
    assert told in text


def test_the_doctor_warns_of_redirect_uris_that_allow_no_login(shell: Shell) -> None:
    assert "--paste" in doctor(shell, "--redirect-uri", "https://a.b/c")["port"][1]
    shell.environment["SPOTIFY_REDIRECT_URI"] = ""
    level, text = doctor(shell)["redirect URI"]
    assert (level, "nobody can log in" in text) == ("warn", True)


@pytest.mark.promise("the-doctor-finds-and-hides")
def test_the_doctor_sees_that_a_port_is_taken(shell: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        uri = f"http://127.0.0.1:{other.getsockname()[1]}/callback"
        level, text = doctor(shell, "--redirect-uri", uri, code=1)["port"]
        assert level == "fail"
        assert "end the program that does" in text
    assert doctor(shell, "--redirect-uri", uri)["port"][1].endswith("is free")


@pytest.mark.promise("the-doctor-finds-and-hides")
def test_the_doctor_names_proxies_without_their_credentials(shell: Shell) -> None:
    """Through a port where nobody listens, so nothing leaves this machine."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    shell.environment["HTTPS_PROXY"] = f"http://me:{canary.token()}@127.0.0.1:{port}"
    shell.accounts.base_url = "https://accounts.spotify.com"
    found = doctor(shell, code=1)
    level, text = found["proxy"]
    assert level == "ok"
    assert f"through http://127.0.0.1:{port} with credentials" in text
    level, text = found["accounts"]
    assert level == "fail"
    assert text.endswith("check network, name server, firewall and proxy")
    assert "API call" not in found
    shell.environment["HTTPS_PROXY"] = f"gopher://me:{canary.token()}@host"
    assert doctor(shell, code=1)["proxy"][0] == "fail"


def test_the_doctor_tells_of_certificates_and_of_wrong_clocks(
    shell: Shell, certificate: Path
) -> None:
    answer = b"HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
    with raw_server() as server:
        whole = answer + b"Content-Length: 0\r\n\r\n"
        shell.accounts.base_url = serve_tls(server, certificate, whole)
        found = doctor(shell, code=1)
        assert found["accounts"][0] == "fail"
        assert "CERTIFICATE_VERIFY_FAILED" in found["accounts"][1]
        assert "set SSL_CERT_FILE" in found["accounts"][1]
        shell.environment["SSL_CERT_FILE"] = f"{certificate}.crt"
        found = doctor(shell, code=1)
    assert found["accounts"][1].endswith("over TLS, with a trusted certificate")
    assert found["clock"][0] == "fail"
    assert "ahead of the server's: set it" in found["clock"][1]


@pytest.mark.promise("the-doctor-finds-and-hides")
def test_the_doctor_compares_the_clock() -> None:
    now = 1_800_000_000.0

    def told(ahead: float) -> tuple[str, str]:
        found = clock(formatdate(now, usegmt=True), now + ahead)
        return found.level, found.text

    assert told(0)[0] == told(29)[0] == told(-29)[0] == "ok"
    assert told(120) == ("warn", told(120)[1])
    assert told(120)[1].startswith("120 s ahead")
    assert told(-3600)[0] == "fail"
    assert told(-3600)[1].startswith("3600 s behind")
    assert clock(None, now).level == clock("soon", now).level == "warn"


def test_the_tokens_are_those_of_the_store_of_users(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.login()
    monkeypatch.setenv("XDG_CONFIG_HOME", shell.environment["XDG_CONFIG_HOME"])
    assert FileTokenStore().load(f"{CLIENT_ID} pkce") is not None
