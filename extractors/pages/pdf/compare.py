"""A page's text layer beside what can be seen of the page, where the layer is in doubt: which of the two is the page's reading?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum

from rapidfuzz import fuzz

from extractors.pages.page import Word

_CONFIRMED = 0.85
"""Share of the layer's words that can be seen, from which on the layer tells the truth (optical reading misses some)."""
_COMPLETE = 0.85
"""Share of the words seen that the layer has, from which on it tells all of it."""
_SURE = 0.9
_ALIKE = 50.0
"""Of 100: words that are less alike than this are no two readings of one word."""


class Finding(Enum):
    SAME = "the layer says what is seen"
    LESS = "more is seen than the layer says"
    OTHER = "the layer says what is not seen"


def compare(layer: Sequence[Word], seen: Sequence[Word]) -> Finding:
    """What a text layer is worth beside an optical reading of the same page."""
    said, read = _counted(layer), _counted(seen)
    if _share(said, read) < _CONFIRMED or any(_contradicted(word, seen) for word in layer if _plain(word.text) in said - read):
        return Finding.OTHER
    return Finding.SAME if _share(read, said) >= _COMPLETE else Finding.LESS


def _counted(words: Iterable[Word]) -> Counter[str]:
    return Counter(plain for word in words if len(plain := _plain(word.text)) > 1)


def _share(of: Counter[str], found_in: Counter[str]) -> float:
    return sum((of & found_in).values()) / max(1, sum(of.values()))


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _contradicted(word: Word, seen: Sequence[Word]) -> bool:
    """Whether another number, or quite another word, was surely read where this one stands: a date or a name that nobody sees."""
    digits, plain = _digits(word.text), _plain(word.text)
    there = [other.text for other in seen if other.score >= _SURE and _same_place(word, other)]
    other_number = len(digits) > 1 and any(len(_digits(text)) == len(digits) and _digits(text) != digits for text in there)
    return other_number or (len(plain) > 2 and bool(there) and all(fuzz.ratio(plain, _plain(text)) < _ALIKE for text in there))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _same_place(one: Word, other: Word) -> bool:
    a, b = one.box, other.box
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0.3 * min(a.width, b.width) and a.y0 < b.middle < a.y1
