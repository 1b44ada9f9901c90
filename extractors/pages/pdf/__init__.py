"""The pages of a PDF: each by its own text layer where that can be trusted, else rendered and read as a picture."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.errors import Encrypted, ReadingError, TooManyPages, Unreadable
from extractors.intake.limits import Limits
from extractors.pages.page import Page, Word
from extractors.pages.pdf import tables, textlayer
from extractors.pages.picture import Picture, webp
from extractors.pages.rows import arrange

_DPI = 200
_VIEW_DPI = 140
_FEW_LETTERS = 25
"""Fewer letters than this are a stamp or a page number on a scan, no text layer."""
_LONG_WORD = 4
_MOST_ODD = 0.02
"""Share of letters without meaning (private use, replacement) above which the layer's encoding is broken."""


@contextmanager
def opened(content: bytes, limits: Limits) -> Iterator[pdfium.PdfDocument]:
    """The file, open for a while. Raises `Encrypted`, `Unreadable`, `TooManyPages`."""
    pdf = _open(content, limits)
    try:
        yield pdf
    finally:
        pdf.close()


def _open(content: bytes, limits: Limits) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(content)
        count = len(pdf)
    except pdfium.PdfiumError as error:
        raise _why(error) from error
    if count > limits.pages:
        raise TooManyPages
    if count == 0:
        raise Unreadable
    return pdf


def _why(error: pdfium.PdfiumError) -> ReadingError:
    if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        return Encrypted()
    return Unreadable()


def trusted_words(page: pdfium.PdfPage, limits: Limits) -> list[Word] | None:
    """The page's own words, or None where the text layer is absent, invisible or without meaning."""
    words = textlayer.words(page)
    letters = [letter for word in words for letter in word.text]
    if len(letters) < _FEW_LETTERS or len(words) > limits.words_a_page:
        return None
    odd = sum(unicodedata.category(letter) in ("Co", "Cn", "Cc") or letter == "\ufffd" for letter in letters)
    if odd > _MOST_ODD * len(letters) or _lies_sideways(words) or _is_invisible(page):
        return None
    return words


def _lies_sideways(words: Sequence[Word]) -> bool:
    """Whether most words run up or down the page: a sheet laid sideways into the file is read as a picture, which is turned."""
    long = [word.box for word in words if len(word.text) >= _LONG_WORD]
    return bool(long) and 2 * sum(box.height > 2 * box.width for box in long) > len(long)


def _is_invisible(page: pdfium.PdfPage) -> bool:
    """Whether most text objects are drawn invisibly, as the layer under a scanned picture is."""
    modes = [raw.FPDFTextObj_GetTextRenderMode(item.raw)
             for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=2)]
    return bool(modes) and 2 * modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def text_page(number: int, page: pdfium.PdfPage, words: Sequence[Word], content: bytes, with_image: bool) -> Page:
    """A page read by its text layer. Ruled tables keep their cells together."""
    width, height = page.get_size()
    cells = tables.ruled_cells(content, number) if tables.looks_ruled(page) else ()
    return Page(number, width, height, 0, "text", arrange(words, width / height, cells),
                image=webp(render(page, _VIEW_DPI, 4_000_000)) if with_image else b"")


def render(page: pdfium.PdfPage, dpi: int, most_pixels: int) -> Picture:
    """The page as a picture, at a lower resolution where it would be too many pixels."""
    width, height = page.get_size()
    scale = min(dpi / 72, (most_pixels / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=False)
    return np.ascontiguousarray(bitmap.to_numpy()[..., :3]) if bitmap.n_channels >= 3 else _grey_to_colour(bitmap.to_numpy())


def _grey_to_colour(grey: Picture) -> Picture:
    return np.ascontiguousarray(np.repeat(grey.reshape(grey.shape[0], grey.shape[1], 1), 3, axis=2))


def rendered_for_reading(page: pdfium.PdfPage, limits: Limits) -> Picture:
    width, height = page.get_size()
    if not 0 < max(width, height) <= limits.page_inches * 72 or min(width, height) <= 0:
        raise Unreadable
    return render(page, _DPI, limits.render_pixels)


def pages(pdf: pdfium.PdfDocument) -> Iterator[tuple[int, pdfium.PdfPage | None]]:
    """The pages with their numbers from 1; None for one that PDFium cannot load."""
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pdfium.PdfiumError:
            yield index + 1, None
            continue
        yield index + 1, page
        page.close()
