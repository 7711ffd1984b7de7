"""The statuses of HTTP by name (RFC 9110, IANA), so that no Python says what they are.

The table of the standard library grew and was renamed between versions of Python; an
exception that is named after a status keeps its name whoever generates.
"""

from __future__ import annotations

from ..naming import status_error

RATE_LIMITED = 429
"""Has one class for every API, since the runtime must know how long to wait."""

_PHRASES = {
    400: "Bad Request",
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    407: "Proxy Authentication Required",
    408: "Request Timeout",
    409: "Conflict",
    410: "Gone",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Content Too Large",
    414: "URI Too Long",
    415: "Unsupported Media Type",
    416: "Range Not Satisfiable",
    417: "Expectation Failed",
    418: "I'm a Teapot",
    421: "Misdirected Request",
    422: "Unprocessable Content",
    423: "Locked",
    424: "Failed Dependency",
    425: "Too Early",
    426: "Upgrade Required",
    428: "Precondition Required",
    431: "Request Header Fields Too Large",
    451: "Unavailable For Legal Reasons",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
    505: "HTTP Version Not Supported",
    506: "Variant Also Negotiates",
    507: "Insufficient Storage",
    508: "Loop Detected",
    510: "Not Extended",
    511: "Network Authentication Required",
}

_NAMES = {501: "NotImplementedByServerError"}
"""Where the name that the phrase gives is one of Python's own exceptions."""


def phrase(status: int) -> str:
    """Say what a status means, such as `Not Found`; `` if nobody registered it.

    Args:
        status: From 400 to 599.
    """
    return _PHRASES.get(status, "")


def has_error(status: int) -> bool:
    """Say whether answers of a status become an exception that is named after it."""
    return 400 <= status <= 599 and status != RATE_LIMITED


def error_name(status: int) -> str:
    """Name the exception that is named after a status."""
    return _NAMES.get(status) or status_error(status, phrase(status))
