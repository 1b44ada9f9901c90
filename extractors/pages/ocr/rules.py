"""The ruled cells of a picture: long level and upright strokes of ink, set level as its lines of text are."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from extractors.pages.ocr.level import Level
from extractors.pages.picture import Picture
from extractors.pages.ruled import Cells, cells_between, edge

_WIDE, _HIGH = 0.05, 0.03
"""Of the picture's width and height: shorter strokes may be of letters."""
_GAP = 3
"""Pixels that a scanner leaves out of a rule."""
_SLANT = 0.02
"""Of its length, and of the sides: what a rule may lean, and how thick it may be."""
_LEAST, _MOST = 6, 400
"""Fewer rules are no table, more of them a printed ground."""
_WIDTH = 612.0
"""Points: the page is measured as if it were a letter, for pdfplumber's sense of what is near."""
_NEIGHBOURS, _DARKER = 41, 12
"""Pixels around one that it is compared with; of 255, how much darker ink is."""


def ruled_cells(straight: Picture, level: Level) -> Cells:
    """The cells of the picture's tables, as fractions of it, at the level of the words in them."""
    height, width = straight.shape[:2]
    scale = _WIDTH / width
    ink = np.asarray(cv2.adaptiveThreshold(cv2.cvtColor(straight, cv2.COLOR_BGR2GRAY), 255, cv2.ADAPTIVE_THRESH_MEAN_C,
                                           cv2.THRESH_BINARY_INV, _NEIGHBOURS, _DARKER), dtype=np.uint8)
    edges = [edge("h" if across else "v", x0 * scale, y0 * scale, x1 * scale, y1 * scale)
             for across in (True, False) for x0, y0, x1, y1 in _strokes(ink, level, across=across)]
    return cells_between(edges, _WIDTH, height * scale) if _LEAST <= len(edges) <= _MOST else ()


def _strokes(ink: Picture, level: Level, *, across: bool) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each rule, in pixels."""
    height, width = ink.shape
    length = int(_WIDE * width if across else _HIGH * height)
    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, _GAP) if across else (_GAP, 1), np.uint8))
    long = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, length) if across else (length, 1), np.uint8))
    joined = cv2.dilate(long, np.ones((3, _GAP) if across else (_GAP, 3), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(joined)
    for x, y, wide, high, _ in boxes[1:].tolist():
        if (high if across else wide) > _SLANT * (width if across else height):
            continue
        if across:
            middle = level(x + wide / 2, y + high / 2)
            yield float(x), middle, float(x + wide), middle
        else:
            middle = x + wide / 2
            yield middle, level(middle, y), middle, level(middle, y + high)
