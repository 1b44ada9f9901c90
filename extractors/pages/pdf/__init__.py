"""The pages of a PDF: each by its own text layer where that can be trusted, else rendered and read as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.errors import Encrypted, ReadingError, TooManyPages, Unreadable
from extractors.evidence import Issue
from extractors.intake.limits import Limits
from extractors.pages.page import Page
from extractors.pages.pdf import tables, textlayer
from extractors.pages.pdf.bullets import drawn_bullets
from extractors.pages.pdf.objects import drawn
from extractors.pages.pdf.trust import NO_LAYER, Layer, weigh
from extractors.pages.picture import LONGEST_SIDE, Picture, refuse_slivers, webp
from extractors.pages.rows import arrange

_DPI = 200
_VIEW_DPI = 140
_GLANCE_DPI = 36
"""Enough to see whether there is ink where a word stands."""


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


def text_layer(page: pdfium.PdfPage, limits: Limits) -> Layer:
    """The page's own words, and whether they may be believed. Raises `Unreadable`."""
    _refuse_absurd_size(page, limits)
    words, unmapped = textlayer.words(page)
    if not words:
        return NO_LAYER
    grey = page.render(scale=_GLANCE_DPI / 72, grayscale=True).to_numpy()
    return weigh(page, words, unmapped, grey.reshape(grey.shape[:2]), limits)


def text_page(number: int, page: pdfium.PdfPage, layer: Layer, with_image: bool) -> Page:
    """A page read by its text layer. Ruled tables keep their cells together."""
    width, height = page.get_size()
    by = layer.drawn or drawn(page)
    words = [*layer.words, *drawn_bullets(page, by, layer.words)]
    tells_otherwise = any(map(str.isdigit, "".join(word.text for word in layer.hidden)))
    return Page(number, width, height, 0, "text", arrange(words, width / height, tables.ruled_cells(page, by)),
                issues=(Issue("text_differs", number),) if tells_otherwise else (),
                image=webp(render(page, _VIEW_DPI, 4_000_000)) if with_image else b"")


def render(page: pdfium.PdfPage, dpi: float, most_pixels: int) -> Picture:
    """The page as a picture, at a lower resolution where it would be too many pixels."""
    width, height = page.get_size()
    scale = min(dpi / 72, (most_pixels / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=False)
    return np.ascontiguousarray(bitmap.to_numpy()[..., :3]) if bitmap.n_channels >= 3 else _grey_to_colour(bitmap.to_numpy())


def _grey_to_colour(grey: Picture) -> Picture:
    return np.ascontiguousarray(np.repeat(grey.reshape(grey.shape[0], grey.shape[1], 1), 3, axis=2))


def rendered(page: pdfium.PdfPage, limits: Limits) -> Picture:
    """The page as a picture as fine as scanners make it. Raises `Unreadable`."""
    return _rendered(page, _DPI, limits)


def rendered_for_reading(page: pdfium.PdfPage, limits: Limits) -> Picture:
    """The same, no larger than it is read. Raises `Unreadable`."""
    return _rendered(page, min(_DPI, LONGEST_SIDE * 72 / max(1.0, *page.get_size())), limits)


def _rendered(page: pdfium.PdfPage, dpi: float, limits: Limits) -> Picture:
    _refuse_absurd_size(page, limits)
    picture = render(page, dpi, limits.render_pixels)
    refuse_slivers(picture.shape[1], picture.shape[0])
    return picture


def _refuse_absurd_size(page: pdfium.PdfPage, limits: Limits) -> None:
    shorter, longer = sorted(page.get_size())
    if not 0 < shorter <= longer <= limits.page_inches * 72:  # nor a size that is no number
        raise Unreadable


def pages(pdf: pdfium.PdfDocument) -> Iterator[tuple[int, pdfium.PdfPage | None]]:
    """The pages with their numbers from 1; None for one that PDFium cannot load."""
    for number in range(1, len(pdf) + 1):
        try:
            page = page_of(pdf, number)
        except pdfium.PdfiumError:
            yield number, None
            continue
        yield number, page
        page.close()


_WITH_WORDS = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
"""Annotations that show words: the values of a form, typed remarks, stamps."""


def page_of(pdf: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """A page, with what its form and its stamps show made part of it, so that their words are words of the page.
    Raises `PdfiumError`."""
    page = pdf[number - 1]
    if any(_subtype(page, index) in _WITH_WORDS for index in range(raw.FPDFPage_GetAnnotCount(page))):
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        return pdf[number - 1]
    return page


def _subtype(page: pdfium.PdfPage, index: int) -> int:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    try:
        return int(raw.FPDFAnnot_GetSubtype(annotation))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)
