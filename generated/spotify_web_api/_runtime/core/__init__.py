"""Small things that any room may need: secrets, headers, locks, files, types of JSON.

May import nothing of the runtime.
"""
