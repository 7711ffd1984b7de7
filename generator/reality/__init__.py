"""Recorded responses held against the description.

May import `findings` and `dialect`.
"""
