"""From bytes to models, strictly first and then part by part; what departed is told.

May import `core`, `errors` and `models`.
"""
