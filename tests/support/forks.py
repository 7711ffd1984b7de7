"""What becomes of objects in a forked process."""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Callable

import pytest

from .timing import PATIENCE

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


def in_child(function: Callable[[], object]) -> bool:
    """Say whether a function ends in a forked process, and returns what is true."""
    with warnings.catch_warnings():
        # Python 3.12 warns of forks while there are threads, which is the point here.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code = 1
        try:
            thread = threading.Timer(PATIENCE, os._exit, (2,))
            thread.daemon = True
            thread.start()
            code = 0 if function() else 1
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
