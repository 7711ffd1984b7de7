"""From files to nodes: YAML with places, references inside the description, the bundle.

May import `findings` and `dialect`.
"""
