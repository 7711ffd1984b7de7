"""`Api` to `Plan`: the one table of outputs, and the view of each template.

May import `naming`, `config`, `dialect`, `ir` and `emit`.
"""
