"""Whether the text layer of a page may be believed. A text layer is a claim about the picture that people see.

Most pages are settled here, in a few milliseconds. What stays in doubt is read optically too, and the two readings are compared
(`compare.py`).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.intake.limits import Limits
from extractors.pages.page import Word
from extractors.pages.pdf.objects import Drawn, drawn
from extractors.pages.picture import Picture

_FEW_LETTERS = 25
"""Fewer letters than this are a stamp or a page number on a scan, no text layer."""
_LONG_WORD = 4
_MOST_ODD = 0.02
"""Share of letters without meaning (private use, replacement, no mapping) above which the layer's encoding is broken."""
_MOST_HIDDEN = 0.2
"""Share of words that nobody sees above which the layer is doubted."""
_LEAST_INK = 12
"""Of 255: a word whose place on the page varies less than this cannot be seen."""
_BIG_PICTURE = 0.15
"""Of the page: a larger picture may bear words of its own, or cover some."""
_MOST_OVERLAP = 0.2
"""Of the smaller of two words: one of them was drawn over."""
_VOWELS = frozenset("aeiouy")
_VOWEL_SHARE = (0.28, 0.6)
"""Of the letters, in any language with Latin letters (French 0.45, English 0.40): outside of this the letters are scrambled."""
_ENOUGH_LETTERS = 120


class Trust(Enum):
    NONE = "there is no text layer, or none with a meaning"
    DOUBT = "to be compared with what is seen"
    FULL = "as good as a text layer can be"


@dataclass(frozen=True, slots=True)
class Layer:
    """What a page's text layer says. `words`: those that can be seen; `hidden`: those that cannot; `drawn`: with what the page is
    drawn, where that was looked at."""

    words: Sequence[Word]
    hidden: Sequence[Word]
    trust: Trust
    drawn: Drawn | None = None


NO_LAYER = Layer((), (), Trust.NONE)


def weigh(page: pdfium.PdfPage, words: Sequence[Word], unmapped: int, shown: Picture, limits: Limits) -> Layer:
    """Judge a text layer. `unmapped`: letters that the file gives no meaning for; `shown`: the page as a small grey picture."""
    letters = Counter("".join(word.text for word in words))
    odd = unmapped + sum(count for letter, count in letters.items() if _is_odd(letter))
    if letters.total() < _FEW_LETTERS or len(words) > limits.words_a_page or odd > _MOST_ODD * letters.total():
        return NO_LAYER
    if _lies_sideways(words) or _is_invisible(by := drawn(page)):
        return NO_LAYER
    seen = _have_ink(words, shown)
    visible = [word for word, is_seen in zip(words, seen, strict=True) if is_seen]
    hidden = [word for word, is_seen in zip(words, seen, strict=True) if not is_seen]
    doubtful = (odd > 0 or len(hidden) > _MOST_HIDDEN * len(words) or not _could_be_language(letters) or _has_big_picture(page, by)
                or _overlap(visible))
    return Layer(visible, hidden, Trust.DOUBT if doubtful else Trust.FULL, by)


def _is_odd(letter: str) -> bool:
    return unicodedata.category(letter) in ("Co", "Cn", "Cc") or letter == "\ufffd"


def _lies_sideways(words: Iterable[Word]) -> bool:
    """Whether most words run up or down the page: a sheet laid sideways into the file is read as a picture, which is turned."""
    long = [word.box for word in words if len(word.text) >= _LONG_WORD]
    return bool(long) and 2 * sum(box.height > 2 * box.width for box in long) > len(long)


def _is_invisible(by: Drawn) -> bool:
    """Whether most text objects are drawn invisibly, as the layer under a scanned picture is."""
    modes = by.modes
    return bool(modes) and 2 * modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def _has_big_picture(page: pdfium.PdfPage, by: Drawn) -> bool:
    width, height = page.get_size()
    return any((right - left) * (top - bottom) > _BIG_PICTURE * width * height for left, bottom, right, top in by.pictures)


def _have_ink(words: Sequence[Word], shown: Picture) -> list[bool]:
    """Whether anything can be seen where each word stands: nearly always there is a step in shade between two neighbours."""
    height, width = shown.shape
    corners = np.array([(word.box.x0, word.box.y0, word.box.x1, word.box.y1) for word in words]) * (width, height, width, height)
    left, top, right, bottom = np.minimum(corners.astype(int) + np.array([0, 0, 1, 1]), (width, height, width, height)).T
    steps = cv2.integral((cv2.absdiff(shown, np.roll(shown, 1, axis=1)) >= _LEAST_INK).astype(np.uint8))
    second = np.minimum(left + 1, right)
    inside = steps[bottom, right] - steps[top, right] - steps[bottom, second] + steps[top, second]
    return [count > 0 or _has_ink(word, shown[y0:y1, x0:x1]) for word, count, x0, y0, x1, y1
            in zip(words, *(each.tolist() for each in (inside, left, top, right, bottom)), strict=True)]


def _has_ink(word: Word, place: Picture) -> bool:
    """Marks of punctuation may be too small to tell."""
    return not any(map(str.isalnum, word.text)) or (place.size > 0 and int(place.max()) - int(place.min()) >= _LEAST_INK)


def _could_be_language(letters: Counter[str]) -> bool:
    """Whether vowels are about as frequent as in any language that is written with Latin letters; true for other scripts."""
    latin: Counter[str] = Counter()
    for letter, count in letters.items():
        if (base := unicodedata.normalize("NFD", letter)[0].lower()).isascii() and base.isalpha():
            latin[base] += count
    share = sum(latin[vowel] for vowel in _VOWELS) / max(1, latin.total())
    return latin.total() < _ENOUGH_LETTERS or _VOWEL_SHARE[0] <= share <= _VOWEL_SHARE[1]


def _overlap(words: Sequence[Word]) -> bool:
    """Whether two different words stand at one place."""
    words = [word for word in words if len(word.text) > 1]
    left, top, right, bottom = np.array([_core(word) for word in words]).reshape(-1, 4).T
    areas = np.maximum((right - left) * (bottom - top), 1e-9)
    numbers: dict[str, int] = {}
    texts = np.array([numbers.setdefault(word.text, len(numbers)) for word in words])
    for start in range(0, len(words), 500):
        part = slice(start, start + 500)
        height = np.minimum(bottom[part, None], bottom) - np.maximum(top[part, None], top)
        one, other = np.nonzero(height > 0)
        width = np.minimum(right[part][one], right[other]) - np.maximum(left[part][one], left[other])
        over = width * height[one, other] > _MOST_OVERLAP * np.minimum(areas[part][one], areas[other])
        if bool((over & (texts[part][one] != texts[other])).any()):
            return True
    return False


def _core(word: Word) -> tuple[float, float, float, float]:
    """A word's box without the upper and lower quarter, which tight lines share."""
    box = word.box
    return box.x0, box.y0 + box.height / 4, box.x1, box.y1 - box.height / 4
