"""The second reader: Tesseract on a small part of a page, to agree or disagree with the first. Its silence means nothing.

Tesseract is optional: without its program, or without data for French or English, every answer is None.
"""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import pytesseract

from extractors.evidence import PageBox
from extractors.pages.picture import Picture

_LANGUAGES = ("fra", "eng")
_MARGIN = 0.35
"""Of the box's height, left free around the words: Tesseract reads badly what touches the edge."""
_LETTER_HEIGHT = 48
"""Pixels that a line is scaled to."""
_TIMEOUT_S = 10.0
_LINE = "--psm 7 -c thresholding_method=2"
_BLOCK = "--psm 6 -c thresholding_method=2"


class SecondReader:
    """Reads boxes of the pages it was given. Pictures are kept compressed: a bundle may have a hundred pages."""

    def __init__(self) -> None:
        self._pictures: dict[int, bytes] = {}

    def keep(self, number: int, picture: Picture) -> None:
        """Remember a page that came by OCR; `picture` is the upright one that boxes speak of."""
        self._pictures[number] = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 95])[1].tobytes()

    def read(self, page: int, box: PageBox) -> str | None:
        """What Tesseract reads in a box of a page, or None where it cannot be asked."""
        stored = self._pictures.get(page)
        if stored is None or not languages():
            return None
        picture = np.asarray(cv2.imdecode(np.frombuffer(stored, np.uint8), cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
        return _tesseract(_cut(picture, box))


@cache
def languages() -> str:
    """The languages that can be read, as Tesseract wants them; empty where the program is not there."""
    try:
        there = set(pytesseract.get_languages())
    except (pytesseract.TesseractNotFoundError, OSError, RuntimeError):
        return ""
    return "+".join(language for language in _LANGUAGES if language in there)


def _cut(picture: Picture, box: PageBox) -> Picture:
    height, width = picture.shape[:2]
    margin = box.height * height * _MARGIN
    top, bottom = int(max(0, box.y0 * height - margin)), int(min(height, box.y1 * height + margin)) + 1
    left, right = int(max(0, box.x0 * width - margin)), int(min(width, box.x1 * width + margin)) + 1
    cut = picture[top:bottom, left:right]
    scale = min(4.0, _LETTER_HEIGHT / max(1.0, box.height * height))
    sized = cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA)
    return np.asarray(cv2.normalize(sized, np.empty_like(sized), 0, 255, cv2.NORM_MINMAX), dtype=np.uint8)


def _tesseract(cut: Picture) -> str | None:
    config = _LINE if cut.shape[0] < 3 * _LETTER_HEIGHT else _BLOCK
    try:
        text = str(pytesseract.image_to_string(cut, lang=languages(), config=config, timeout=_TIMEOUT_S))
    except (pytesseract.TesseractError, RuntimeError, OSError):
        return None
    return " ".join(text.split())
