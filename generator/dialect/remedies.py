"""What to do about what is found in several places."""

from __future__ import annotations

FREE_FORM = (
    "Name its `properties`, or write `additionalProperties: {type: …}`, the one type of"
    " all values. A free-form object is not supported: leave it out, and it stays in"
    " the raw response."
)
"""What to write instead of an object of which nothing is known."""
LEAVE_OUT = "Leave it out; it stays in the raw response."
"""What to do with a property that cannot be an attribute."""

ALTERNATIVES = (
    "Use `oneOf` of named objects with a `discriminator`, or write the one type it has."
)
"""What to write in place of a choice that nothing decides."""
