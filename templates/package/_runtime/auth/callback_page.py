"""The page a browser shows after a login."""

from __future__ import annotations

import html

HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Connection", "close"),
)

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{
  font: 1.1rem/1.5 system-ui, sans-serif;
  max-width: 30rem; margin: 20vh auto; padding: 0 1.5rem;
}}
h1 {{ font-size: 1.5rem }}
</style>
<h1>{title}</h1>
<p>{text}</p>
"""


def page(title: str, text: str) -> bytes:
    """Return a page that says one thing.

    Args:
        title: What the login is for; any text.
        text: What there is to say; any text.
    """
    content = _PAGE.format(title=html.escape(title), text=html.escape(text))
    return content.encode()
