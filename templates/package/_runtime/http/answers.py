"""What is no answer to a request: nobody asked for it, or it contradicts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..core.headers import Headers
    from .messages import Request, Response

_RESET_CONTENT = 205
_PARTIAL_CONTENT = 206
_IM_USED = 226
_NOT_MODIFIED = 304
_CONDITION = "if-none-match"


def problem_of_head(request: Request, status: int, headers: Headers) -> str | None:
    """Say why a response cannot be the answer to a request; `None` if it can.

    Args:
        request: What was sent. No client asks for a part of something.
        status: The HTTP status.
        headers: The response headers.
    """
    if not 200 <= status <= 599:
        return f"the status {status} ends no request"
    is_success = status < 300
    if status == _PARTIAL_CONTENT or (is_success and "content-range" in headers):
        return f"a part of an answer came ({status}), and nobody asked for one"
    if status == _IM_USED:
        return "changes to an earlier answer came (226), and nobody asked for them"
    if status == _NOT_MODIFIED and not _is_conditional(request):
        return "nobody asked whether something was modified (304)"
    if "content-length" not in headers:
        return None
    if "transfer-encoding" in headers:
        return "its length is given in two ways"
    lengths = {each.strip() for each in headers["content-length"].split(",")}
    if len(lengths) > 1 or not all(each.isdecimal() for each in lengths):
        return "its length is no number, or several"
    return None


def problem(request: Request, response: Response) -> str | None:
    """Say why a whole response cannot be the answer to a request, like its head.

    Args:
        request: What was sent.
        response: What came.
    """
    if response.status == _RESET_CONTENT and response.body:
        return "it has content where there is none (205)"
    return problem_of_head(request, response.status, response.headers)


def _is_conditional(request: Request) -> bool:
    return any(name.lower() == _CONDITION for name, _ in request.headers)
