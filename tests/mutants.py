"""Change the policy modules one operator at a time; count what the tests notice.

`make mutants` runs this on a copy of the tree; `make mutants MODULES=engine/retry`
on some modules only. It is no test, takes minutes, and is not part of CI.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
RUNTIME = "templates/package/_runtime"
TESTS = {
    "auth/exclusive": ("token_locks", "refreshing"),
    "auth/keeper": ("refreshing", "token_locks"),
    "auth/lifecycle": ("refreshing", "token_storing"),
    "auth/storing": ("token_storing",),
    "auth/token_requests": ("refreshing", "token_requests"),
    "auth/unstored": ("token_storing",),
    "auth/redirect_uris": ("redirect_uris",),
    "calls/chunks": ("batching", "client"),
    "engine/exchange": ("engine", "retry", "events", "governor"),
    "errors/status": ("errors", "status"),
    "http/urls": ("origin", "pager"),
    "calls/filters": ("partial_response",),
    "calls/partial_response": ("partial_response", "drift"),
    "core/workers": ("together", "leaving"),
    "decoding/departures": ("decoding_bounds", "drift", "tolerance"),
    "paging/cursors": ("cursor",),
    "paging/listing": ("cursor", "pager", "prefetch"),
    "paging/positions": ("cursor", "walk", "pager"),
    "paging/prefetch": ("prefetch", "leaving"),
    "paging/steps": ("walk", "prefetch"),
    "paging/watch": ("pager", "walk", "partial_response"),
    "session/batches": ("batching", "routed_batches"),
    "engine/retry": ("retry", "engine"),
    "http/retry_after": ("retry_after", "status"),
    "tokens/stores": ("token_sets",),
    "tokens/token_set": ("token_sets",),
    "paging/walk": ("walk", "pager", "prefetch", "cursor"),
    "engine/failures": ("status", "errors", "client"),
}
"""The modules, and the files `tests/runtime/test_*.py` that should notice."""

# In these modules `|` stands in annotations only.
CONFIG = """
[cosmic-ray]
module-path = ["{module}"]
timeout = 60.0
excluded-modules = []
test-command = "{python} -B -m pytest -x {tests}"

[cosmic-ray.distributor]
name = "local"

[cosmic-ray.filters.operators-filter]
exclude-operators = ["core/ReplaceBinaryOperator_BitOr_.*"]
"""
SURVIVORS = """
select start_pos_row, diff from mutation_specs natural join work_results
where test_outcome = 'SURVIVED' order by start_pos_row
"""


def run(python: str, copy: Path, name: str) -> tuple[int, int]:
    """Run all mutants of a module; return how many there were and were noticed.

    Args:
        python: The interpreter that has what the tests need.
        copy: A copy of the tree, which is written to.
        name: The name of the module.
    """
    stem = name.replace("/", "_")
    config, session = copy / f"{stem}.toml", copy / f"{stem}.sqlite"
    files = " ".join(f"tests/runtime/test_{each}.py" for each in TESTS[name])
    module = f"{RUNTIME}/{name}.py"
    config.write_text(CONFIG.format(module=module, python=python, tests=files))
    session.unlink(missing_ok=True)
    for command in (
        ["cosmic-ray", "baseline", config],
        ["cosmic-ray", "init", config, session],
        ["cr-filter-operators", session, config],
        ["cosmic-ray", "exec", config, session],
    ):
        arguments = [BIN / command[0], *command[1:]]
        subprocess.run(arguments, cwd=copy, check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(session) as results:
        counted = "select count(*) from work_results where worker_outcome != 'SKIPPED'"
        (total,) = results.execute(counted).fetchone()
        survivors = results.execute(SURVIVORS).fetchall()
    for row, diff in survivors:
        changed = [line for line in diff.splitlines()[3:] if line[:1] in {"-", "+"}]
        sys.stdout.write("\n    ".join([f"  {name}.py:{row}", *changed]) + "\n")
    return total, total - len(survivors)


def main(python: str, copy: str, *names: str) -> None:
    """Print the survivors and the score of every module.

    Args:
        python: The interpreter that has what the tests need.
        copy: A copy of the tree, which is written to.
        *names: The modules; all of them by default.
    """
    for name in names or sorted(TESTS):
        total, noticed = run(python, Path(copy).resolve(), name)
        score = f"{noticed} of {total} noticed ({noticed / total:.0%})"
        sys.stdout.write(f"{name}: {score}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
