"""`Document` to `Api`: resolves, orders, picks types and how each call runs.

May import `findings`, `naming`, `dialect` and `ir`.
"""
