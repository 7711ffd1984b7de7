"""How a request reaches a server and a response comes back, within the time given.

May import `core`, `errors` and `http`.
"""
