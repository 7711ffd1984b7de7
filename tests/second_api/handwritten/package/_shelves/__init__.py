"""Calls of shelves that take several requests."""
