"""From an operation and its arguments to the result of its call, and batches of calls.

May import `core`, `errors`, `http`, `transports`, `description`, `decoding`, `calls`
and `engine`.
"""
