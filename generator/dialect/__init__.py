"""The dialect: the document as data, its schemas, and whether data fits them.

May import `findings`.
"""
