"""openapi-spec-validator on the bundle, and its verdict remembered.

May import `findings` and `dialect`.
"""
