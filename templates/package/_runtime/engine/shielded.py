"""Steps that end by themselves, whatever becomes of who waits: in a thread."""

from __future__ import annotations

import threading
from contextvars import copy_context
from typing import TYPE_CHECKING, Any

from ..core.sleep import InterruptedSleepError, InterruptibleSleep
from ..errors import ClientError, DeadlineExceededError

if TYPE_CHECKING:
    from collections.abc import Callable

    from .steps import Shielded, Steps

    Perform = Callable[[Steps[Any], Callable[[float], object]], Any]

QUIET = (ClientError, InterruptedSleepError)
"""What nobody has to hear of if nobody waits: the next call meets it again."""


def in_thread(step: Shielded, perform: Perform) -> Any:
    """Perform steps in a thread that an interrupt of this one does not reach.

    The program does not end before that thread, which ends with the request under way.

    Args:
        step: The steps, and how long to wait for them.
        perform: Performs them, given what waits for seconds.

    Returns:
        What they end with.

    Raises:
        DeadlineExceededError: If that takes longer; the steps go on.
        ClientError: What they end with otherwise.
    """
    from concurrent.futures import Future, wait

    sleep = InterruptibleSleep()
    outcome: Future[Any] = Future()

    def work() -> None:
        try:
            outcome.set_result(perform(step.steps, sleep))
        except BaseException as error:
            outcome.set_exception(error)
            if sleep.is_interrupted and not isinstance(error, QUIET):
                raise

    thread = threading.Thread(
        target=copy_context().run, args=(work,), name="shielded", daemon=False
    )
    is_over = False
    try:
        _begin(thread, work)
        is_over = bool(wait([outcome], step.seconds).done)
    finally:
        if not is_over:
            sleep.interrupt()
    if not is_over:
        raise late(step)
    if thread.ident is not None:
        thread.join()
    return outcome.result()


def _begin(thread: threading.Thread, work: Callable[[], None]) -> None:
    """Start a thread; while the interpreter ends none can begin, and this one works."""
    try:
        thread.start()
    except RuntimeError:
        work()


def late(step: Shielded) -> DeadlineExceededError:
    """Return the error for who cannot wait any longer.

    Args:
        step: What goes on.
    """
    seconds = max(step.seconds, 0.0)
    message = (
        f"no access token within the {seconds:.3g} s that were left; what asks for it "
        "goes on by itself"
    )
    return DeadlineExceededError(message, sent=False, seconds=seconds, attempts=0)
