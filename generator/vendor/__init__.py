"""The package in another repository: under which name, where, and what it needs there.

May import the pipeline, and what lies below it.
"""
