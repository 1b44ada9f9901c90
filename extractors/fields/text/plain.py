"""Text without case, accents or typographer's variants, letter for letter, so that patterns are plain and places stay right."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_VARIANTS = {
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "ʼ": "'",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "→": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u2007": " ",
    "：": ":",
    "／": "/",
    "“": '"',
    "”": '"',
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ı": "i",
}


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    known = _VARIANTS.get(letter.lower() if len(letter.lower()) == 1 else letter)
    if known is not None:
        return known
    if not letter.isalpha():
        return letter
    base = unicodedata.normalize("NFKD", letter)[0].lower()
    return base if len(base) == 1 else letter


def plain(text: str) -> str:
    """The text folded, of the same length: position n of the answer speaks of position n of the text."""
    if text.isascii():
        return text.lower()
    return "".join(_plain_letter(letter) for letter in text)


def key(text: str) -> str:
    """What is compared to tell whether two texts say the same: folded words parted by one blank, without punctuation."""
    folded = plain(unicodedata.normalize("NFC", text).replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae"))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in folded).split())
