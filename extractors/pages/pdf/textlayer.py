"""The words of a PDF page's own text layer, by PDFium: exact text and boxes at about 6 ms a page.

PDFium is not thread-safe: one process reads one file at a time.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.evidence import PageBox
from extractors.pages.page import Word

_SOFT_HYPHEN = "\u00ad"
_LAST_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line, without a blank behind it: « aide- / soignante »."""


def words(page: pdfium.PdfPage) -> list[Word]:
    """The visible words of a page, with boxes on the upright page (the page's own /Rotate undone)."""
    text_page = page.get_textpage()
    try:
        return [_word(letters) for letters in _split(page, text_page)]
    finally:
        text_page.close()


def _split(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> Iterator[list[tuple[str, tuple[float, ...]]]]:
    """Runs of letters without a blank between them; each letter with its loose box in device pixels of a 1000 x 1000 page."""
    run: list[tuple[str, tuple[float, ...]]] = []
    for index in range(text_page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text_page, index))
        if letter.isspace() or letter in "\x00\ufffe":
            if run:
                yield run
            run = []
        elif letter == _LAST_HYPHEN:
            yield [*run, ("-", _device_box(page, text_page, index))]
            run = []
        elif letter != _SOFT_HYPHEN:
            run.append((letter, _device_box(page, text_page, index)))
    if run:
        yield run


_DEVICE = 100_000


def _device_box(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, index: int) -> tuple[float, ...]:
    """A letter's box as fractions of the upright page. PDFium undoes crop box and rotation."""
    loose = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text_page, index, loose):
        return (0.0, 0.0, 0.0, 0.0)
    corners = [_device_point(page, loose.left, loose.top), _device_point(page, loose.right, loose.bottom)]
    (x0, x1), (y0, y1) = (sorted(values) for values in zip(*corners, strict=True))
    return (x0, y0, x1, y1)


def _device_point(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    left, top = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _DEVICE, _DEVICE, 0, x, y, left, top)
    return left.value / _DEVICE, top.value / _DEVICE


def _word(letters: list[tuple[str, tuple[float, ...]]]) -> Word:
    boxes = [box for _, box in letters]
    return Word(unicodedata.normalize("NFC", "".join(letter for letter, _ in letters)),
                PageBox.clipped(min(box[0] for box in boxes), min(box[1] for box in boxes),
                                max(box[2] for box in boxes), max(box[3] for box in boxes)))
