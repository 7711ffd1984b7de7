"""What models are made of: the base class, pages of a listing, partial dates.

May import `core`.
"""
