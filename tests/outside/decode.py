"""Decode recordings with what other generators made of the description.

Reads a list of `[file, operation, status, schema]` from stdin, and prints the files
that each generator's models could not read.

Usage: decode.py FOLDER_OF_WHAT_THEY_MADE
"""

from __future__ import annotations

import importlib
import json
import sys
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
from pydantic import TypeAdapter

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, sys.argv[1])
Client = importlib.import_module("opc.client").Client
models = importlib.import_module("dcg.models")


def by_client(operation: str, status: int, body: bytes) -> object:
    """Read an answer as a call of the client of openapi-python-client does."""
    call = importlib.import_module(f"opc.api.{operation}")
    client = Client("https://example.org", raise_on_unexpected_status=True)
    return call._build_response(
        client=client, response=httpx.Response(HTTPStatus(status), content=body)
    ).parsed


def by_model(schema: str, body: bytes) -> object:
    """Read an answer as a model of datamodel-code-generator."""
    return TypeAdapter(getattr(models, schema)).validate_json(body)


def failed(read: Callable[..., object], *arguments: Any) -> bool:
    """Tell whether reading ends in an exception, whichever it is."""
    try:
        return read(*arguments) is None
    except Exception:  # noqa: BLE001 -- theirs are of many kinds
        return True


unread: dict[str, list[str]] = {
    "openapi-python-client": [],
    "datamodel-code-generator": [],
}
for file, operation, status, schema in json.load(sys.stdin):
    text = Path(file).read_bytes()
    if failed(by_client, operation, status, text):
        unread["openapi-python-client"].append(file)
    if schema is not None and failed(by_model, schema, text):
        unread["datamodel-code-generator"].append(file)
json.dump(unread, sys.stdout)
