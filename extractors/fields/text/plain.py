"""Text without case, accents or typographer's variants, letter for letter, so that patterns are plain and places stay right."""

from __future__ import annotations

import re
import unicodedata

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


_MOST_KEPT = 4096


class _Folded(dict[int, str]):
    """Letters folded, by their code points: each when it is met first."""

    def __missing__(self, code: int) -> str:
        folded = _plain_letter(chr(code))
        if len(self) < _MOST_KEPT:
            self[code] = folded
        return folded


def _plain_letter(letter: str) -> str:
    known = _VARIANTS.get(letter.lower() if len(letter.lower()) == 1 else letter)
    if known is not None:
        return known
    if not letter.isalpha():
        return letter
    base = unicodedata.normalize("NFKD", letter)[0].lower()
    return base if len(base) == 1 else letter


_FOLDED = _Folded()


def plain(text: str) -> str:
    """The text folded, of the same length: position n of the answer speaks of position n of the text."""
    if text.isascii():
        return text.lower()
    return text.translate(_FOLDED)


_NOT_WORDS = re.compile(r"[\W_]+")


def key(text: str) -> str:
    """What is compared to tell whether two texts say the same: folded words parted by one blank, without punctuation."""
    folded = plain(unicodedata.normalize("NFC", text).replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae"))
    return " ".join(_NOT_WORDS.sub(" ", folded).split())
