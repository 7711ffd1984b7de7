"""`Plan` to files: render, format, publish.

May import `emit`, and `source` to know what YAML reads in a text.
"""
