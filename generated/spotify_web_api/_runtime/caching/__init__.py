"""Answers that are kept: whose they are, how long they hold, which give way.

Knows `core` and `http`. It does no I/O and asks no server; the engine does.
"""
