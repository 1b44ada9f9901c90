"""Bullets that are drawn, not written: browsers and some word processors paint the dots of a list, and the text layer has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import pypdfium2 as pdfium

from extractors.evidence import PageBox
from extractors.pages.page import Word
from extractors.pages.pdf.objects import Drawn, bounds, matrix
from extractors.pages.pdf.textlayer import to_page

BULLET = "•"
_SMALLEST, _LARGEST = 1.0, 6.0
"""Points across a bullet."""
_ROUND = 1.35
"""The most that its longer side is of its shorter: round or square, not a stroke."""
_OF_A_LINE = 0.6
"""The most of the line's height that it takes: a box to tick takes more."""
_NEAR, _FAR = 0.15, 2.5
"""Line heights from a bullet to the words of its item."""
_MOST = 200
"""More dots than this are an ornament."""
_ALIKE = 0.002
"""Of the page's width: bullets of one list stand under each other."""


def drawn_bullets(page: pdfium.PdfPage, by: Drawn, words: Sequence[Word]) -> list[Word]:
    """The dots of a page's lists as words beside the first word of each item, as tall as it."""
    width, height = page.get_size()
    found = [(dot, word) for dot in islice(_dots(page, by), _MOST) if (word := _item(dot, words, width / height)) is not None]
    columns = Counter(_column(dot) for dot, _ in found)
    return [Word(BULLET, PageBox(dot.x0, word.box.y0, dot.x1, word.box.y1)) for dot, word in found
            if sum(columns[_column(dot) + beside] for beside in (-1, 0, 1)) > 1]


def _dots(page: pdfium.PdfPage, by: Drawn) -> Iterator[PageBox]:
    """Small round or square paths on the upright page."""
    width, height = page.get_size()
    (a, b, c), (d, e, f) = to_page(page)
    upright = pdfium.PdfMatrix(a, d, b, e, c, f)
    for path, form in by.paths:
        left, bottom, right, top = bounds(path)
        if form is None and max(right - left, top - bottom) > _LARGEST:
            continue  # most paths of a page are no dots, and need not be turned upright
        to_upright = upright if form is None else matrix(form, None).multiply(upright)
        x0, y0, x1, y1 = to_upright.on_rect(left, bottom, right, top)
        shorter, longer = sorted(((x1 - x0) * width, (y1 - y0) * height))
        if _SMALLEST <= shorter <= longer <= min(_LARGEST, _ROUND * shorter) and min(x0, y0) >= 0 and max(x1, y1) <= 1:
            yield PageBox(x0, y0, x1, y1)


def _item(dot: PageBox, words: Iterable[Word], aspect: float) -> Word | None:
    """The word that a dot stands before: beside it, with none on its other side as near."""
    level = [word for word in words if word.box.y0 < dot.middle < word.box.y1]
    behind = min((word for word in level if word.box.x0 >= dot.x1), key=lambda word: word.box.x0, default=None)
    line = max((word.box.height for word in level), default=0.0)
    if behind is None or dot.height > _OF_A_LINE * line:
        return None
    before = max((word.box.x1 for word in level if word.box.x0 < dot.x1), default=-1.0)
    gap, left = (behind.box.x0 - dot.x1) * aspect / line, (dot.x0 - before) * aspect / line
    return behind if _NEAR <= gap <= _FAR and left > _FAR else None


def _column(dot: PageBox) -> int:
    return round(dot.x0 / _ALIKE)
