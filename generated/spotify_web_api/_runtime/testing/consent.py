"""The page on which a user agrees, or does not."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Consent (a service for tests)</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }}
body {{ max-width: 32rem; margin: 3rem auto; padding: 0 1rem }}
button {{ font: inherit; padding: .4rem 1.2rem }}
</style>
<h1>{client} asks for access</h1>
<p>This is a service for tests: no account is behind it.</p>
{scopes}
<form method="post">
<button id="agree" name="answer" value="agree">Agree</button>
<button id="cancel" name="answer" value="cancel">Cancel</button>
</form>
</html>
"""


def consent_page(client_id: str, scopes: Iterable[str]) -> str:
    """Write the page for an application.

    Args:
        client_id: Who asks.
        scopes: What for.
    """
    items = "".join(f"<li><code>{escape(scope)}</code></li>\n" for scope in scopes)
    told = f"<ul>\n{items}</ul>" if items else "<p>No scopes.</p>"
    return _PAGE.format(client=escape(client_id), scopes=told)
