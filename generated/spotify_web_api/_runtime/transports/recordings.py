"""Recordings as files: which requests they are of, and what was answered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from ..errors import ConfigurationError
from .scrubbing import masked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..http.messages import Request


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a request after nobody can be recognised by it.

    Attributes:
        method: The verb.
        path: The template of the path, or `""` for what the description lacks.
        names: The names in the query, sorted.
        shape: Its JSON body without texts and numbers, as JSON; `""` without one.
    """

    method: str
    path: str
    names: tuple[str, ...] = ()
    shape: str = ""

    def __str__(self) -> str:
        """Write it as messages show it, such as `GET /things?market`."""
        query = "?" + "&".join(self.names) if self.names else ""
        body = f" {self.shape}" if self.shape else ""
        return f"{self.method} {self.path}{query}{body}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One file.

    Attributes:
        asked: What it answers.
        status: The HTTP status.
        headers: The headers that were kept.
        body: The content, without what was private.
    """

    asked: Asked
    status: int
    headers: dict[str, str]
    body: bytes


def request_data(request: Request) -> dict[str, Any]:
    """Return what a recording keeps of a request.

    Args:
        request: What was sent.
    """
    _, _, path = request.operation.partition(" ")
    names = [name for name, _ in parse_qsl(urlsplit(request.url).query)]
    kept: dict[str, Any] = {"method": request.method, "path": path, "query": names}
    return kept | body_data(request.body or b"", masked)


def body_data(body: bytes, cleaned: Callable[[Any], Any]) -> dict[str, Any]:
    """Return what to keep of a body: nothing of it if it is no JSON.

    Args:
        body: The content.
        cleaned: Returns JSON data without what is private.
    """
    if not body:
        return {}
    try:
        return {"body": cleaned(json.loads(body))}
    except (ValueError, RecursionError):
        return {"no_json": len(body)}


def asked(kept: dict[str, Any]) -> Asked:
    """Return what is compared of requests.

    Args:
        kept: What `request_data` makes of one, or what a file has of it.
    """
    shape = json.dumps(kept["body"], sort_keys=True) if "body" in kept else ""
    if "no_json" in kept:
        shape = "(no JSON)"
    return Asked(kept["method"], kept["path"], tuple(sorted(kept["query"])), shape)


def read(folder: Path) -> list[Recording]:
    """Read all recordings of a folder, the oldest first.

    Args:
        folder: Where they are.

    Raises:
        ConfigurationError: If the folder or a file cannot be read or is something else.
    """
    try:
        files = sorted(folder.iterdir())
    except OSError as error:
        message = f"there are no recordings in {folder}: {error.strerror}"
        raise ConfigurationError(message) from None
    return [_recording(file) for file in files if file.suffix == ".json"]


def _recording(file: Path) -> Recording:
    try:
        kept = json.loads(file.read_bytes())
        response = kept["response"]
        return Recording(
            asked=asked(kept["request"]),
            status=int(response["status"]),
            headers={str(k): str(v) for k, v in dict(response["headers"]).items()},
            body=_content(response),
        )
    except OSError as error:
        why = error.strerror or "it cannot be read"
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        why = f"it is no recording ({type(error).__name__})"
    raise ConfigurationError(f"{file}: {why}")


def _content(response: dict[str, Any]) -> bytes:
    """Return the content again; where it was no JSON, as many blanks."""
    if "body" in response:
        return json.dumps(response["body"]).encode()
    return b" " * int(response.get("no_json", 0))
