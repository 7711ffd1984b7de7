"""Many processes share one user's tokens, and none is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from spotify_web_api import PKCE, FileTokenStore, TokenSet
from spotify_web_api._runtime.core.secret import Secret
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.canary import token
from tests.support.timing import PATIENCE

PROCESSES, ROUNDS = 8, 50
WORKER = """
import sys
from spotify_web_api import PKCE, FileTokenStore, Spotify

client_id, base_url, folder = sys.argv[1:]
auth = PKCE(client_id, base_url=base_url, store=FileTokenStore(folder))
with Spotify(auth, base_url=base_url + "/v1") as spotify:
    for line in sys.stdin:
        spotify.users.me()
        print("done", flush=True)
"""


@pytest.mark.promise("one-refresh-for-all")
def test_eight_processes_and_fifty_expiries_lose_nothing(
    accounts: Accounts, tmp_path: Path
) -> None:
    accounts.rotate = True
    store = FileTokenStore(tmp_path)
    tokens = TokenSet(
        access_token=Secret(token()),
        lifetime=3600.0,
        refresh_token=Secret(accounts.consent("user-top-read")),
    )
    store.save(PKCE(CLIENT_ID).key, tokens)
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2] / "generated"),
    }
    command = [
        sys.executable,
        "-c",
        WORKER,
        CLIENT_ID,
        accounts.base_url,
        str(tmp_path),
    ]
    workers = [
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    try:
        for _ in range(ROUNDS):
            accounts.expire()
            for worker in workers:
                assert worker.stdin is not None
                worker.stdin.write("go\n")
                worker.stdin.flush()
            for worker in workers:
                assert worker.stdout is not None
                assert worker.stdout.readline() == "done\n"
    finally:
        for worker in workers:
            worker.communicate(timeout=PATIENCE)
    assert [worker.returncode for worker in workers] == [0] * PROCESSES
    assert accounts.grants() == ["refresh_token"] * ROUNDS
    assert not any(family.revoked for family in accounts.families.values())
