"""Threads that meet a type for the first time at once do not break the process."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.support.generate import TEMPLATES

PROGRAM = """
import sys, threading
import msgspec
from _runtime.decoding.decode import decode

THREADS = 8
sys.setswitchinterval(1e-6)


def nested():
    made = int
    for number in range(20):
        fields = [(f"f{i}", made | None, None) for i in range(10)]
        made = msgspec.defstruct(f"S{number}", fields)
    return made


def work(barrier, type_):
    barrier.wait()
    decoded.append(decode(b'{"f1": {"f2": {}}}', type_))


for _ in range(30):
    decoded, type_, barrier = [], nested(), threading.Barrier(THREADS)
    threads = [
        threading.Thread(target=work, args=(barrier, type_)) for _ in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(decoded) == THREADS, decoded
    assert decoded.count(decoded[0]) == THREADS, decoded
"""


def test_many_threads_decode_a_new_type_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": str(TEMPLATES / "package")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
