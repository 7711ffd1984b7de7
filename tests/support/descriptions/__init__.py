"""Descriptions of any kind in the dialect, drawn, and what their clients do.

`whole` draws a description, `values` data that fits its schemas, `clients` makes a
client of it, `prism` serves it, and `trial` holds one against the other.
"""
