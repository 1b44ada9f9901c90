"""Whether the text layer of a page may be believed. A text layer is a claim about the picture that people see.

Most pages are settled here, in a few milliseconds. What stays in doubt is read optically too, and the two readings are compared
(`compare.py`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from extractors.intake.limits import Limits
from extractors.pages.page import Word
from extractors.pages.pdf.objects import IMAGE, TEXT, bounds, objects
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
    """What a page's text layer says. `words`: those that can be seen; `hidden`: those that cannot."""

    words: Sequence[Word]
    hidden: Sequence[Word]
    trust: Trust


NO_LAYER = Layer((), (), Trust.NONE)


def weigh(page: pdfium.PdfPage, words: Sequence[Word], unmapped: int, shown: Picture, limits: Limits) -> Layer:
    """Judge a text layer. `unmapped`: letters that the file gives no meaning for; `shown`: the page as a small grey picture."""
    letters = [letter for word in words for letter in word.text]
    odd = unmapped + sum(unicodedata.category(letter) in ("Co", "Cn", "Cc") or letter == "\ufffd" for letter in letters)
    if len(letters) < _FEW_LETTERS or len(words) > limits.words_a_page or odd > _MOST_ODD * len(letters):
        return NO_LAYER
    if _lies_sideways(words) or _is_invisible(page):
        return NO_LAYER
    seen = [_has_ink(word, shown) for word in words]
    visible = [word for word, is_seen in zip(words, seen, strict=True) if is_seen]
    hidden = [word for word, is_seen in zip(words, seen, strict=True) if not is_seen]
    doubtful = (odd > 0 or len(hidden) > _MOST_HIDDEN * len(words) or not _could_be_language(letters) or _overlap(visible)
                or _has_big_picture(page))
    return Layer(visible, hidden, Trust.DOUBT if doubtful else Trust.FULL)


def _lies_sideways(words: Iterable[Word]) -> bool:
    """Whether most words run up or down the page: a sheet laid sideways into the file is read as a picture, which is turned."""
    long = [word.box for word in words if len(word.text) >= _LONG_WORD]
    return bool(long) and 2 * sum(box.height > 2 * box.width for box in long) > len(long)


def _is_invisible(page: pdfium.PdfPage) -> bool:
    """Whether most text objects are drawn invisibly, as the layer under a scanned picture is."""
    modes = [raw.FPDFTextObj_GetTextRenderMode(item) for item, _ in objects(page, TEXT)]
    return bool(modes) and 2 * modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def _has_ink(word: Word, shown: Picture) -> bool:
    """Whether anything can be seen where a word stands. Marks of punctuation may be too small to tell."""
    height, width = shown.shape
    box = word.box
    place = shown[int(box.y0 * height):int(box.y1 * height) + 1, int(box.x0 * width):int(box.x1 * width) + 1]
    return not any(map(str.isalnum, word.text)) or (place.size > 0 and int(place.max()) - int(place.min()) >= _LEAST_INK)


def _could_be_language(letters: Iterable[str]) -> bool:
    """Whether vowels are about as frequent as in any language that is written with Latin letters; true for other scripts."""
    latin = [base for letter in letters if (base := unicodedata.normalize("NFD", letter)[0].lower()).isascii() and base.isalpha()]
    share = sum(base in _VOWELS for base in latin) / max(1, len(latin))
    return len(latin) < _ENOUGH_LETTERS or _VOWEL_SHARE[0] <= share <= _VOWEL_SHARE[1]


def _overlap(words: Sequence[Word]) -> bool:
    """Whether two different words stand at one place."""
    boxes = np.array([_core(word) for word in words if len(word.text) > 1])
    texts = np.array([word.text for word in words if len(word.text) > 1])
    for start in range(0, len(boxes), 500):
        part = boxes[start:start + 500]
        least = np.minimum(_areas(part)[:, None], _areas(boxes)[None, :])
        over = _common(part, boxes) > _MOST_OVERLAP * np.maximum(least, 1e-9)
        if bool((over & (texts[start:start + 500, None] != texts[None, :])).any()):
            return True
    return False


def _core(word: Word) -> tuple[float, float, float, float]:
    """A word's box without the upper and lower quarter, which tight lines share."""
    box = word.box
    return box.x0, box.y0 + box.height / 4, box.x1, box.y1 - box.height / 4


def _areas(boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))


def _common(some: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Area that each of some boxes shares with each of the others."""
    width = np.minimum(some[:, None, 2], others[None, :, 2]) - np.maximum(some[:, None, 0], others[None, :, 0])
    height = np.minimum(some[:, None, 3], others[None, :, 3]) - np.maximum(some[:, None, 1], others[None, :, 1])
    return np.asarray(np.clip(width, 0, None) * np.clip(height, 0, None))


def _has_big_picture(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    return any((right - left) * (top - bottom) > _BIG_PICTURE * width * height
               for left, bottom, right, top in (bounds(item) for item, _ in objects(page, IMAGE)))
