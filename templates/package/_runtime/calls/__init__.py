"""From arguments to a checked call: ids, chunks, quota modes, routes, scopes, settings.

May import `core`, `errors`, `http`, `description` and `models`.
"""
