"""Small things that any room may need: secrets, headers, locks, type guards of JSON.

May import nothing of the runtime.
"""
