"""Texts that do not show in logs and tracebacks."""

from __future__ import annotations


class Secret:
    """A text that shows itself only when asked."""

    __slots__ = ("_digest", "_text")

    def __init__(self, text: str) -> None:
        """Keep `text`."""
        self._text = text
        self._digest: str | None = None

    def __repr__(self) -> str:
        """Hide the text."""
        return "Secret(…)"

    def __eq__(self, other: object) -> bool:
        """Compare the texts, in a time that does not depend on them."""
        if not isinstance(other, Secret):
            return NotImplemented
        import hmac

        return hmac.compare_digest(_octets(self._text), _octets(other.reveal()))

    def __hash__(self) -> int:
        """Return the hash of the text."""
        return hash(self._text)

    @property
    def digest(self) -> str:
        """The SHA-256 of the text, in hexadecimal: a name for it that may be shown."""
        if self._digest is None:
            import hashlib

            self._digest = hashlib.sha256(_octets(self._text)).hexdigest()
        return self._digest

    def reveal(self) -> str:
        """Return the text."""
        return self._text


def _octets(text: str) -> bytes:
    """Return any text as bytes, also one with halves of surrogate pairs.

    An error would hold the whole text.
    """
    return text.encode("utf-8", "surrogatepass")


def hidden(text: str | Secret | None) -> Secret | None:
    """Return a text as a secret.

    Args:
        text: What must not show, or `None`.
    """
    return Secret(text) if isinstance(text, str) else text
