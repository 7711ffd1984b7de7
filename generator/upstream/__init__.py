"""A description that somebody else keeps: where it disagrees, and what to take of it.

Such a file is read as it is, valid or not. May import `findings`, `naming`, `dialect`
and `source`.
"""
