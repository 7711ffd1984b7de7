"""Path to `Document`: what is not in the dialect is refused, with its place.

May import `findings`, `dialect` and `source`.
"""
