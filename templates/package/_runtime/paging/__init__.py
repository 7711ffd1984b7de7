"""Listings: which page comes next, what is fetched ahead, where a reader stopped.

May import `core`, `errors`, `http`, `models`, `calls` and `session`.
"""
