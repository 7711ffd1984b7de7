"""Calls that take any number of elements: several requests, in order or at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from ..calls import chunks, quota_modes
from ..calls.error_labels import labelled
from ..engine.steps import Together
from ..errors import ClientError, InvalidArgumentError, StatusError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..calls.arguments import Arguments
    from ..calls.call import Call
    from ..description.operation import Operation, Route
    from ..engine.progress import Progress
    from ..engine.steps import Steps
    from ..http.messages import Response
    from .session import Session

_AT_ONCE = 4
_NOT_FOUND = 404


def batch(
    session: Session, route: str, result: Any, arguments: Arguments
) -> Steps[list[Any]]:
    """Read any number of elements, in the order the caller gave them."""
    operation = session.operation(route)
    with labelled(operation.called(arguments.call)):
        by = quota_modes.route(operation, session.settings, session.clock.now())
        plan = chunks.plan(operation, arguments, _size(session, by))
        if plan is None:
            call = session.call(operation, arguments)
            found: list[Any] = yield from session.read(call, result, operation.pointer)
            return found
        calls = [session.call(operation, chunk.arguments) for chunk in plan.chunks]
        answers: list[list[Any]] = []
        if by is not None and by.each is not None:
            answers = yield from _each(session, by, calls, result)
        else:
            for call in calls:
                answer = yield from session.read(call, result, operation.pointer)
                answers.append(answer)
        return chunks.merged(plan, answers)


def chain(
    session: Session, route: str, result: Any | None, arguments: Arguments
) -> Steps[Any]:
    """Write any number of elements in order; return the last answer."""
    operation = session.operation(route)
    with labelled(operation.called(arguments.call)):
        size = _size(
            session, quota_modes.route(operation, session.settings, session.clock.now())
        )
        plan = chunks.plan(operation, arguments, size)
        if plan is None:
            call = session.call(operation, arguments)
            progress = session.begun(call)
            response = yield from session.exchange(progress)
            return _written(session, progress, response, result, operation.pointer)
        if not plan.chunks and result is not None:
            raise InvalidArgumentError("there is nothing to send")
        for chunk in plan.chunks:  # all is checked before anything is sent
            session.call(operation, chunk.arguments)
        return (yield from _chunks(session, operation, plan, result))


def _chunks(
    session: Session, operation: Operation[Any], plan: chunks.Plan, result: Any | None
) -> Steps[Any]:
    answer: Any = None
    for index, chunk in enumerate(plan.chunks):
        call = session.call(operation, chunks.chained(operation, chunk, answer))
        done, progress = index, session.begun(call)
        try:
            response = yield from session.exchange(progress)
            done += 1
            answer = _written(session, progress, response, result, operation.pointer)
        except ClientError as error:
            raise chunks.failure(plan, done, error) from None
    return answer


def _written(
    session: Session,
    progress: Progress,
    response: Response,
    result: Any | None,
    pointer: str,
) -> Any:
    if result is None:
        return None
    return session.decoded(progress, response, result, pointer)


def _size(session: Session, route: Route | None) -> int | None:
    """Return the size of a chunk of a routed batch; `None` if it is not routed."""
    if route is None:
        return None
    batch = session.operation(route.operation).batch
    return 1 if batch is None else batch.size


def _each(
    session: Session, route: Route, calls: Sequence[Call], result: Any
) -> Steps[list[list[Any]]]:
    """Read elements one by one, a few at once; return a list of one for each.

    One that the server does not know is `None`.
    """
    pointer = session.operation(route.operation).pointer
    (element,) = get_args(result)
    parts = tuple(_known(session, item, element, pointer) for item in calls)
    found: list[list[Any]] = (yield Together(parts, _AT_ONCE)) if parts else []
    return found


def _known(session: Session, call: Call, result: Any, pointer: str) -> Steps[list[Any]]:
    try:
        return [(yield from session.read(call, result, pointer))]
    except StatusError as error:
        if error.status != _NOT_FOUND:
            raise
    return [None]
