"""`Plan` to files: render, format, publish.

May import `emit`.
"""
