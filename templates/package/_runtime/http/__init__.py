"""What goes over the wire, as data: requests, responses, URLs, `Retry-After`.

May import `core` and `errors`.
"""
