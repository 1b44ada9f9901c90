"""The second reader: Tesseract on a small part of a page, to agree or disagree with the first. Its silence means nothing.

Tesseract is optional: without its program, or without data for French or English, every answer is None.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

import cv2
import numpy as np
import pytesseract

from extractors.evidence import PageBox
from extractors.pages.picture import Picture

_LANGUAGES = ("fra", "eng")
_TRIM = 0.05
"""Of the line's height, cut off above and below: the rules of a table are no letters."""
_SIDES = 0.1
"""Of the line's height, taken in on both sides: the first digit must not be cut."""
_PAPER = 0.6
"""Of a line's height, put around what is cut out, in the colour of the paper: Tesseract reads badly what touches the edge."""
_LINE_HEIGHT = 40
"""Pixels that a line is scaled to."""
_TIMEOUT_S = 10.0
_EDGES = "|[]{}“”‘’'_ "
"""What the rules of a table at the edge of a cut are taken for."""
_LINE, _BLOCK = "--psm 7", "--psm 6"


class SecondReader:
    """Reads boxes of pages whose upright pictures `show` gives. The last few pictures are kept: a document has few pages."""

    def __init__(self, show: Callable[[int], Picture | None]) -> None:
        self._show = lru_cache(maxsize=4)(lambda number: _grey(show(number)))

    def read(self, page: int, box: PageBox) -> str | None:
        """What Tesseract reads in a box of a page, or None where it cannot be asked."""
        picture = self._show(page) if languages() else None
        return None if picture is None else _tesseract(_cut(picture, box))


def _grey(picture: Picture | None) -> Picture | None:
    return None if picture is None else np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)


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
    line = box.height * height
    top, bottom = box.y0 * height + _TRIM * line, box.y1 * height - _TRIM * line
    left, right = max(0.0, box.x0 * width - _SIDES * line), box.x1 * width + _SIDES * line
    cut = picture[int(top):int(bottom) + 1, int(left):int(right) + 1]
    scale = min(4.0, _LINE_HEIGHT / max(1.0, line))
    sized = cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA)
    paper = int(_LINE_HEIGHT * _PAPER)
    return np.asarray(cv2.copyMakeBorder(sized, paper, paper, paper, paper, cv2.BORDER_CONSTANT, value=(float(np.percentile(sized, 85)),)),
                      dtype=np.uint8)


def _tesseract(cut: Picture) -> str | None:
    config = _LINE if cut.shape[0] < 4 * _LINE_HEIGHT else _BLOCK
    try:
        text = str(pytesseract.image_to_string(cut, lang=languages(), config=config, timeout=_TIMEOUT_S))
    except (pytesseract.TesseractError, RuntimeError, OSError):
        return None
    return " ".join(text.split()).strip(_EDGES)
