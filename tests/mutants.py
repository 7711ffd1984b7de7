"""Change the policy modules one operator at a time; count what the tests notice.

`make mutants` runs this on a copy of the tree; `make mutants MODULES=engine/retry`
on some modules only. It is no test, takes minutes, and is not part of CI.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
RUNTIME = "templates/package/_runtime"
EMITTED = "generated/spotify_web_api/_runtime"
TESTS = {
    "auth/access_token": ("auth/grants", "runtime/auth"),
    "auth/callback_server": ("auth/callback",),
    "auth/consent": (
        "auth/callback",
        "auth/grants",
        "auth/redirect_uris",
        "runtime/consent",
        "runtime/records",
    ),
    "auth/exclusive": (
        "runtime/token_locks",
        "runtime/refreshing",
        "auth/refreshes_end",
    ),
    "auth/grant": ("auth/grants", "runtime/auth", "runtime/refreshing"),
    "auth/grants": ("auth/grants", "runtime/auth", "runtime/token_requests"),
    "auth/keeper": (
        "runtime/refreshing",
        "runtime/token_locks",
        "auth/grants",
        "auth/failing_stores",
    ),
    "auth/lifecycle": (
        "runtime/refreshing",
        "runtime/token_storing",
        "auth/grants",
        "auth/refreshes_end",
        "auth/failing_stores",
    ),
    "auth/login": ("auth/callback", "auth/redirect_uris", "runtime/consent"),
    "auth/pending": ("auth/grants", "auth/callback", "runtime/consent"),
    "auth/perform": (
        "runtime/refreshing",
        "auth/grants",
        "auth/token_endpoint",
        "auth/token_store",
    ),
    "auth/redirect_uris": (
        "runtime/redirect_uris",
        "auth/redirect_uris",
        "runtime/records",
    ),
    "auth/server": (
        "auth/grants",
        "auth/token_endpoint",
        "runtime/token_requests",
        "runtime/records",
    ),
    "auth/storing": (
        "runtime/token_storing",
        "auth/failing_stores",
        "auth/late_storing",
    ),
    "auth/token_requests": (
        "runtime/refreshing",
        "runtime/token_requests",
        "auth/token_endpoint",
        "runtime/records",
    ),
    "auth/unstored": (
        "runtime/token_storing",
        "auth/late_storing",
        "auth/failing_stores",
        "runtime/records",
    ),
    "auth/user_grant": ("auth/grants", "auth/callback", "auth/failing_stores"),
    "calls/chunks": ("runtime/batching", "runtime/client"),
    "calls/filters": ("runtime/partial_response",),
    "calls/partial_response": ("runtime/partial_response", "runtime/drift"),
    "core/workers": ("runtime/together", "runtime/leaving"),
    "decoding/departures": (
        "runtime/decoding_bounds",
        "runtime/drift",
        "runtime/tolerance",
    ),
    "engine/exchange": (
        "runtime/engine",
        "runtime/retry",
        "runtime/events",
        "runtime/governor",
    ),
    "engine/failures": ("runtime/status", "runtime/errors", "runtime/client"),
    "engine/retry": ("runtime/retry", "runtime/engine"),
    "errors/status": ("runtime/errors", "runtime/status"),
    "http/retry_after": ("runtime/retry_after", "runtime/status"),
    "http/urls": ("runtime/origin", "runtime/pager"),
    "paging/async_pager": (
        "runtime/pager",
        "runtime/walk",
        "runtime/prefetch",
        "runtime/cursor",
    ),
    "paging/base": ("runtime/pager", "runtime/walk", "runtime/cursor"),
    "paging/cursors": ("runtime/cursor",),
    "paging/listing": ("runtime/cursor", "runtime/pager", "runtime/prefetch"),
    "paging/pager": (
        "runtime/pager",
        "runtime/walk",
        "runtime/prefetch",
        "runtime/cursor",
    ),
    "paging/positions": (
        "runtime/positions",
        "runtime/cursor",
        "runtime/walk",
        "runtime/pager",
    ),
    "paging/prefetch": ("runtime/prefetch", "runtime/leaving"),
    "paging/steps": (
        "runtime/walk",
        "runtime/prefetch",
        "runtime/pager",
        "runtime/cursor",
    ),
    "paging/walk": (
        "runtime/walk",
        "runtime/pager",
        "runtime/prefetch",
        "runtime/cursor",
    ),
    "paging/watch": (
        "runtime/watch",
        "runtime/pager",
        "runtime/walk",
        "runtime/partial_response",
    ),
    "session/batches": ("runtime/batching", "runtime/routed_batches"),
    "tokens/file_store": (
        "auth/token_files",
        "auth/token_store",
        "auth/failing_stores",
    ),
    "tokens/stores": ("runtime/token_sets", "auth/token_store"),
    "tokens/token_set": ("runtime/token_sets",),
}
"""The modules, and the files `tests/*/test_*.py` that should notice."""

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
RESULTS = """
select start_pos_row, test_outcome = 'SURVIVED', diff
from mutation_specs natural join work_results
where worker_outcome != 'SKIPPED' order by start_pos_row
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
    files = " ".join(
        "tests/{}/test_{}.py".format(*each.split("/")) for each in TESTS[name]
    )
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
        every = results.execute(RESULTS).fetchall()
    lines = (copy / module).read_text().splitlines()
    counted = [each for each in every if not _alters_nothing(lines[each[0] - 1])]
    survivors = [(row, diff) for row, survived, diff in counted if survived]
    for row, diff in survivors:
        changed = [line for line in diff.splitlines()[3:] if line[:1] in {"-", "+"}]
        sys.stdout.write("\n    ".join([f"  {name}.py:{row}", *changed]) + "\n")
    return len(counted), len(counted) - len(survivors)


def _alters_nothing(line: str) -> bool:
    """Say whether a line is one whose changes no call shows.

    What is imported for annotations may as well be imported at run time, and whether
    values of a class can be changed matters to who writes such code only.
    """
    flags = line.startswith("class ") and "msgspec.Struct, " in line
    return line == "if TYPE_CHECKING:" or line.startswith("@dataclass(") or flags


def _share_the_runtime(copy: Path) -> None:
    """Let tests of the emitted package notice what is changed in its source."""
    emitted = copy / EMITTED
    shutil.rmtree(emitted)
    emitted.symlink_to(copy / RUNTIME, target_is_directory=True)


def main(python: str, copy: str, *names: str) -> None:
    """Print the survivors and the score of every module.

    Args:
        python: The interpreter that has what the tests need.
        copy: A copy of the tree, which is written to.
        *names: The modules; all of them by default.
    """
    _share_the_runtime(Path(copy).resolve())
    for name in names or sorted(TESTS):
        total, noticed = run(python, Path(copy).resolve(), name)
        score = f"{noticed} of {total} noticed ({noticed / total:.0%})"
        sys.stdout.write(f"{name}: {score}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
