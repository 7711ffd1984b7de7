"""The policy around a call, as a generator without I/O, and the drivers of its steps.

May import `core`, `errors`, `http`, `description`, `decoding`, `tokens` and `calls`.
"""
