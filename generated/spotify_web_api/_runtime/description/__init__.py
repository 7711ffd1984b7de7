"""The API as data: operations, parameters, pages, batches, the table of errors.

May import `errors`.
"""
