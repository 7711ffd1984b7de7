"""A service that stands in for the real one, in tests.

It is made of the same description as the client, and reads requests by itself: from the
bytes on the wire. May import every other room.
"""
