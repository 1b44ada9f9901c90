"""The words of a PDF page's own text layer, by PDFium: exact text and boxes at about 6 ms a page.

PDFium is not thread-safe: one process reads one file at a time.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.evidence import PageBox
from extractors.pages.page import Word

_SOFT_HYPHEN = "\u00ad"
_LAST_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line, without a blank behind it: « aide- / soignante »."""

_MOST_LETTERS = 400_000
"""More than this is no page of words: it is read as it looks."""
_STOPS = frozenset(",.;:)")
_BLANK = 0.12
"""Of the line's height: a gap as wide is a blank."""
_TWIN = 0.0025
"""Of the page's sides, about a point and a half: no two words that are meant as two begin so near each other."""


def words(page: pdfium.PdfPage) -> tuple[list[Word], int]:
    """The words on a page, with boxes on the upright page (the page's own /Rotate undone), and how many letters the file gives no
    meaning for. Words outside of the page are left out: nobody sees them."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > _MOST_LETTERS:
            return [], count
        width, height = page.get_size()
        runs = (part for run in _split(text_page, to_page(page)) for part in _parted(run, width / height))
        found = [_word(letters) for letters in runs if _on_page(letters)]
        return list(_once(found)), sum(raw.FPDFText_HasUnicodeMapError(text_page, index) == 1 for index in range(count))
    finally:
        text_page.close()


def _once(words: Iterable[Word]) -> Iterator[Word]:
    """Words without those that lie on their like: bold is at times made by drawing twice, and PDFium sees that only within a line."""
    seen: dict[tuple[str, int, int], PageBox] = {}
    for word in words:
        column, line = int(word.box.x0 / _TWIN), int(word.box.y0 / _TWIN)
        near = (seen.get((word.text, column + right, line + down)) for right in (-1, 0, 1) for down in (-1, 0, 1))
        if not any(box and abs(box.x0 - word.box.x0) < _TWIN and abs(box.y0 - word.box.y0) < _TWIN for box in near):
            seen[word.text, column, line] = word.box
            yield word


_Box = tuple[float, float, float, float]
_Letter = tuple[str, _Box]
Affine = tuple[tuple[float, float, float], tuple[float, float, float]]


def _split(text_page: pdfium.PdfTextPage, to_page: Affine) -> Iterator[list[_Letter]]:
    """Runs of letters without a blank between them; each letter with its loose box, as fractions of the upright page."""
    run: list[_Letter] = []
    for index in range(text_page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text_page, index))
        if letter.isspace() or letter in "\x00\ufffe":
            if run:
                yield run
            run = []
        elif letter == _LAST_HYPHEN:
            yield [*run, ("-", _box(text_page, index, to_page))]
            run = []
        elif letter != _SOFT_HYPHEN:
            run.append((letter, _box(text_page, index, to_page)))
    if run:
        yield run


def _parted(run: list[_Letter], aspect: float) -> Iterator[list[_Letter]]:
    """A run parted where a gap follows a stop: PDFium takes the narrow blanks of some fonts for none, « 2021,sur »."""
    start = 0
    for place, ((sign, before), (_, after)) in enumerate(pairwise(run), start=1):
        if sign in _STOPS and (after[0] - before[2]) * aspect > _BLANK * (before[3] - before[1]):
            yield run[start:place]
            start = place
    yield run[start:]


_DEVICE = 100_000


def to_page(page: pdfium.PdfPage) -> Affine:
    """The affine map (2 x 3) from the PDF's points to fractions of the upright page. PDFium undoes crop box and rotation."""
    (x, y), (xa, ya), (xb, yb) = (_device_point(page, *point) for point in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)))
    return ((xa - x) / 1000, (xb - x) / 1000, x), ((ya - y) / 1000, (yb - y) / 1000, y)


def _device_point(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    left, top = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _DEVICE, _DEVICE, 0, x, y, left, top)
    return left.value / _DEVICE, top.value / _DEVICE


def _box(text_page: pdfium.PdfTextPage, index: int, to_page: Affine) -> _Box:
    loose = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text_page, index, loose):
        return (0.0, 0.0, 0.0, 0.0)
    (a, b, c), (d, e, f) = to_page
    x0, x1 = sorted((a * loose.left + b * loose.top + c, a * loose.right + b * loose.bottom + c))
    y0, y1 = sorted((d * loose.left + e * loose.top + f, d * loose.right + e * loose.bottom + f))
    return (x0, y0, x1, y1)


def _on_page(letters: list[_Letter]) -> bool:
    """Whether the middle of a word lies on the page."""
    boxes = [box for _, box in letters]
    middle_x = (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2
    middle_y = (min(box[1] for box in boxes) + max(box[3] for box in boxes)) / 2
    return 0 <= middle_x <= 1 and 0 <= middle_y <= 1


def _word(letters: list[_Letter]) -> Word:
    boxes = [box for _, box in letters]
    return Word(unicodedata.normalize("NFC", "".join(letter for letter, _ in letters)),
                PageBox.clipped(min(box[0] for box in boxes), min(box[1] for box in boxes),
                                max(box[2] for box in boxes), max(box[3] for box in boxes)))
