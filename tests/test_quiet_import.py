"""To import the emitted package does nothing but read and run its modules."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.generate import ROOT

pytestmark = pytest.mark.slow

WATCHED = '''
import importlib, pkgutil, sys
sys.dont_write_bytecode = True
PACKAGE, ATTACK = sys.argv[1:]
seen, on = [], True
WRITING = 1 | 2 | 64 | 512 | 1024  # os.O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND

def ours(frame):
    """Say whether a module of the package runs, not one of those it imports."""
    while frame is not None and frame.f_code.co_name != "<module>":
        frame = frame.f_back
    name = frame.f_globals.get("__name__", "") if frame else ""
    return name.partition(".")[0] == PACKAGE

def hook(event, arguments):
    if not on or not event.startswith(("open", "exec", "compile", *WORDS)):
        return
    frame = sys._getframe(1)
    if not ours(frame):
        return
    if event == "open":
        mode, flags = arguments[1:3]
        if isinstance(mode, str) and set(mode) & set("wax+") or flags & WRITING:
            seen.append(f"open {arguments[0]!r} to write")
    elif event in ("exec", "compile"):
        caller = frame.f_globals.get("__name__", "")
        if caller.partition(".")[0] == PACKAGE:
            seen.append(f"{event} in {caller}")
    elif event != "ctypes.dlopen" or arguments[0] is not None:
        seen.append(event)

WORDS = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.spawn",
    "os.posix_spawn", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod",
    "os.putenv", "os.unsetenv", "shutil.", "urllib.", "ctypes.dlopen", "webbrowser.",
    "signal.", "tempfile.")
sys.addaudithook(hook)
top = importlib.import_module(PACKAGE)
names = [f.name for f in pkgutil.walk_packages(top.__path__, f"{PACKAGE}.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
for name in (*top.__all__, *(f"models.{n}" for n in top.models.__all__)):
    owner, _, last = name.rpartition(".")
    getattr(top.models if owner else top, last)
if ATTACK:
    exec(compile(ATTACK, "attack", "exec"), {"__name__": f"{PACKAGE}.attack"})
on = False
print(len(names))
print("\\n".join(seen))
'''


def seen(attack: str = "") -> list[str]:
    """Import every module in another process; give what it did, after their number."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "spotify_web_api", attack],
        cwd=ROOT / "generated",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    number, *events = done.stdout.splitlines()
    assert int(number) > 100
    return [event for event in events if event]


@pytest.mark.promise("imports-do-nothing")
def test_an_import_writes_connects_and_runs_nothing() -> None:
    assert seen() == []


ATTACKS = {
    "import os; open(os.devnull, 'w')": "open '/dev/null' to write",
    "import socket; socket.socket()": "socket.__new__",
    "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])": "subprocess",
    "import os; os.system('true')": "os.system",
    "eval('1')": "exec in spotify_web_api.attack",
}


def test_the_watch_sees_what_is_done() -> None:
    events = seen("\n".join(ATTACKS))
    unseen = [word for word in ATTACKS.values() if word not in " ".join(events)]
    assert unseen == []
