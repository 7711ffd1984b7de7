"""Draw descriptions for some time, and print the first one whose client is wrong.

`make fuzz MINUTES=60` runs this. It is no test: what it finds becomes a golden case or
a finding, and a test.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from hypothesis import given, seed, strategies as st

from .support.descriptions import prism
from .support.descriptions.trial import Tally, settings, try_out
from .support.descriptions.whole import descriptions

ROUND = 200
"""Descriptions of a seed."""


def main(minutes: float) -> None:
    """Draw until the time is over.

    Args:
        minutes: How long.

    Raises:
        Exception: What is wrong with a client; its description, as small as it gets, is
            in `fuzz.json`.
    """
    end, tally = time.monotonic() + 60 * minutes, Tally()
    with tempfile.TemporaryDirectory() as name, prism.running(Path(name)) as server:
        while time.monotonic() < end:
            chosen = random.randrange(2**32)
            sys.stdout.write(f"seed {chosen}, so far {dict(tally.counts)}\n")
            sys.stdout.flush()
            _round(chosen, Path(name), server, tally)
            tally.trees.clear()
    sys.stdout.write(f"no client is wrong: {dict(tally.counts)}\n")


def _round(chosen: int, folder: Path, server: prism.Prism, tally: Tally) -> None:
    @seed(chosen)
    @settings(ROUND)
    @given(st.data())
    def works(data: Any) -> None:
        description = data.draw(descriptions())
        try:
            try_out(data.draw, description, folder, server, tally)
        except Exception:
            text = json.dumps(description, indent=2, ensure_ascii=False)
            Path("fuzz.json").write_text(text, encoding="utf-8")
            raise

    works()


if __name__ == "__main__":
    main(float(sys.argv[1]))
