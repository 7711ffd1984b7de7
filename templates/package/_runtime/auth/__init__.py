"""How a client comes to an access token: consent, grants, and the life of their tokens.

May import `core`, `errors`, `http`, `transports`, `description`, `tokens`, `calls`
and `engine`.
"""
