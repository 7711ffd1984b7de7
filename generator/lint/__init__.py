"""`Document` to findings: what the dialect and the house forbid beyond shape.

May import `findings`, `naming` and `dialect`.
"""
