"""Numbers, ids and words, the same for the same seed and place."""

from __future__ import annotations

import hashlib
from zlib import crc32

_LETTERS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LETTER_OF = bytes(_LETTERS[byte % len(_LETTERS)] for byte in range(256))
_ID_LENGTH = 22
_FACTOR = 0x9E37_79B9_7F4A_7C15
"""Spreads what a checksum keeps together (Knuth, TAOCP, volume 3, 6.4)."""
_WORDS = (
    *("Amber", "Autumn", "Bright", "Calm", "Cedar", "Clear", "Copper", "Coral"),
    *("Crimson", "Crystal", "Dawn", "Deep", "Distant", "Ember", "Evening", "Faint"),
    *("Fading", "Fern", "Frozen", "Gentle", "Golden", "Harbour", "Hidden", "Hollow"),
    *("Indigo", "Ivory", "Lantern", "Linen", "Little", "Lunar", "Maple", "Marble"),
    *("Meadow", "Mellow", "Midnight", "Misty", "Morning", "Northern", "Ocean", "Old"),
    *("Opal", "Paper", "Pearl", "Quiet", "Rain", "River", "Sable", "Sage", "Scarlet"),
    *("Silent", "Silver", "Slow", "Spring", "Still", "Summer", "Tidal", "Umber"),
    *("Velvet", "Violet", "Walnut", "Wild", "Winter", "Woven", "Yellow"),
)


class Draws:
    """Draws what is made up: from the seed and a place, and from nothing else."""

    def __init__(self, seed: int) -> None:
        """Keep the seed.

        Args:
            seed: What makes one service differ from another.
        """
        self._seed = seed
        self._start = crc32(str(seed).encode())

    def number(self, place: str, below: int) -> int:
        """Draw a whole number.

        Args:
            place: What it is for.
            below: It is less than this, and 0 or more.
        """
        mixed = crc32(place.encode(), self._start) * _FACTOR
        return (mixed >> 16 & 0xFFFF_FFFF) % below

    def identifier(self, place: str, length: int = _ID_LENGTH) -> str:
        """Draw letters and digits.

        Args:
            place: What they are for.
            length: How many there are.
        """
        text = f"{self._seed}:{place}".encode()
        drawn = hashlib.shake_128(text).digest(length)
        return drawn.translate(_LETTER_OF).decode("ascii")

    def words(self, place: str, count: int) -> str:
        """Draw words with capitals.

        Args:
            place: What they are for.
            count: How many there are.
        """
        drawn = (self.number(f"{place}~{each}", len(_WORDS)) for each in range(count))
        return " ".join(_WORDS[number] for number in drawn)
