"""What an accounts server granted, and the stores that keep it.

May import `core` and `errors`.
"""
