"""How text becomes code: names, literals, docstrings, Markdown, imports, outputs.

May import `naming`, `dialect` and `ir`.
"""
