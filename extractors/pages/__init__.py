"""Any admitted file into upright pages of words with boxes. `read_pages` is the door; `Page` is what comes through it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pypdfium2 as pdfium

from extractors.errors import ReadingError, TooMuchAtOnce
from extractors.evidence import Issue
from extractors.intake.limits import LIMITS, Limits
from extractors.intake.media import OFFICE, PDF, TIFF
from extractors.pages import pdf as pdf_pages
from extractors.pages import picture as picture_files
from extractors.pages.page import Page, Row, Segment, Word
from extractors.pages.pdf import textlayer
from extractors.pages.pdf.compare import Finding, compare
from extractors.pages.pdf.trust import NO_LAYER, Layer, Trust
from extractors.pages.picture import Picture, webp
from extractors.pages.picture.quality import Quality, look

__all__ = ["AS_IT_IS", "Page", "Row", "Segment", "Wish", "Word", "count_pages", "page_picture", "read_page", "read_pages", "unread"]

Looked = Callable[[int, Quality], None]
"""Told of a page and its quality before the page is read optically."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be read. `with_images`: with pictures for the viewer. `known`: pages that were read before and are left out.
    `at_once`: most pages to be read optically in one go. `on_look`: told of the quality of each page before it is read optically, and
    once more where some of its lines turn out to be hardly legible."""

    limits: Limits = LIMITS
    with_images: bool = False
    known: Collection[int] = ()
    at_once: int | None = None
    on_look: Looked = lambda number, quality: None


AS_IT_IS = Wish()
"""Nothing but the words."""


def count_pages(content: bytes, media: str, limits: Limits = LIMITS) -> int:
    """How many pages a file has, without reading them. Raises `ReadingError`."""
    sheets = _as_pdf(content, media, limits)
    if sheets is None:
        return picture_files.count_frames(content, limits)
    with pdf_pages.opened(sheets, limits) as pdf:
        return len(pdf)


def _as_pdf(content: bytes, media: str, limits: Limits) -> bytes | None:
    """A file of sheets as a PDF, None for a picture. Office letters become one. Raises `ReadingError`."""
    if media in OFFICE:
        from extractors.pages import office  # loaded only where such a letter comes

        return office.as_pdf(content, media, limits)
    return content if media == PDF else None


def read_pages(content: bytes, media: str, wish: Wish = AS_IT_IS) -> Iterator[Page]:
    """The pages of a file, one by one as they are read: those with a text layer first, then those that are read optically.

    Raises `ReadingError` before the first page if the file is refused, and `TooMuchAtOnce` once the text layers are read if more
    pages than wished are left. A single page that cannot be read comes as a page without words and with an issue.
    """
    left = []
    sheets = _as_pdf(content, media, wish.limits)
    if sheets is not None:
        for number, page in _text_pages(sheets, media, wish):
            if page is None:
                left.append(number)
            else:
                yield page
    else:
        left = [number for number in range(1, count_pages(content, media, wish.limits) + 1) if number not in wish.known]
    if wish.at_once is not None and len(left) > wish.at_once:
        raise TooMuchAtOnce(tuple(left), count_pages(content, media, wish.limits))
    for number in left:
        yield read_page(content, media, number, wish)


def read_page(content: bytes, media: str, number: int, wish: Wish = AS_IT_IS) -> Page:
    """A page of a file, read optically; by its text layer where that was in doubt and turns out to say the same."""
    sheets = _as_pdf(content, media, wish.limits)
    try:
        if sheets is not None:
            return _doubtful_page(sheets, number, wish)
        return _picture_page(number, picture_files.picture(content, number, wish.limits), media != TIFF, wish, None)
    except (ReadingError, pdfium.PdfiumError):
        if sheets is None and media != TIFF:
            raise  # the page is the file
        return unread(number)


def _doubtful_page(content: bytes, number: int, wish: Wish) -> Page:
    with pdf_pages.opened(content, wish.limits) as pdf:
        page = pdf_pages.page_of(pdf, number)
        layer = pdf_pages.text_layer(page, wish.limits)
        read = _picture_page(number, pdf_pages.rendered_for_reading(page, wish.limits), False, wish, page.get_size())
        match compare(layer.words, read.words) if layer.trust is Trust.DOUBT else Finding.LESS:
            case Finding.SAME:
                return pdf_pages.text_page(number, page, layer, wish.with_images)
            case Finding.OTHER:
                return replace(read, issues=(*read.issues, Issue("text_differs", number)))
            case Finding.LESS:
                return read


def page_picture(content: bytes, media: str, page: Page, limits: Limits = LIMITS) -> Picture:
    """The upright picture that the boxes of an optically read page speak of. Raises `ReadingError`."""
    sheets = _as_pdf(content, media, limits)
    if sheets is not None:
        with pdf_pages.opened(sheets, limits) as pdf:
            picture = pdf_pages.rendered(pdf_pages.page_of(pdf, page.number), limits)
    else:
        picture = picture_files.picture(content, page.number, limits)
    return np.ascontiguousarray(np.rot90(picture, page.rotation // 90))


def unread(number: int) -> Page:
    """A page that could not be read: it counts, and says so."""
    return Page(number, 612.0, 792.0, 0, "none", issues=(Issue("unreadable", number),))


def _text_pages(content: bytes, media: str, wish: Wish) -> Iterator[tuple[int, Page | None]]:
    """The pages of a PDF that are wanted, by their text layer; None for those that have none to be trusted."""
    with pdf_pages.opened(content, wish.limits) as pdf:
        for number, page in pdf_pages.pages(pdf):
            if number not in wish.known:
                yield number, unread(number) if page is None else _text_page(number, page, media, wish)


def _text_page(number: int, page: pdfium.PdfPage, media: str, wish: Wish) -> Page | None:
    try:
        layer = pdf_pages.text_layer(page, wish.limits) if media == PDF else _own_layer(page)
        return pdf_pages.text_page(number, page, layer, wish.with_images) if layer.trust is Trust.FULL else None
    except (ReadingError, pdfium.PdfiumError):
        return unread(number)


def _own_layer(page: pdfium.PdfPage) -> Layer:
    """The words of a page that was set here: however few, there is nothing to doubt. None on a picture or a blank page."""
    words, _ = textlayer.words(page)
    return Layer(words, (), Trust.FULL) if words else NO_LAYER


def _picture_page(number: int, picture: Picture, is_photo: bool, wish: Wish, size: tuple[float, float] | None) -> Page:
    # the OCR models' libraries take a second to load; text files never need them
    from extractors.pages.ocr import read as ocr
    from extractors.pages.picture import upright

    straightened = upright.straighten(picture, is_photo)
    quality = look(straightened.straight)
    wish.on_look(number, quality)
    sheet = ocr.Sheet(straightened)
    if (illegible := sheet.illegible(of=_SAMPLE)):
        wish.on_look(number, replace(quality, illegible=illegible))
    rows = sheet.rows()
    height, width = (float(side) for side in straightened.picture.shape[:2])
    if size is not None:
        width, height = size if straightened.rotation % 180 == 0 else size[::-1]
    codes = _codes(replace(quality, illegible=sheet.illegible()), straightened.sheets) if rows else ("blank_page",)
    return Page(number, width, height, straightened.rotation, "ocr" if rows else "none", rows,
                issues=tuple(Issue(code, number) for code in codes),
                image=webp(straightened.picture) if wish.with_images else b"")


_SAMPLE = 6
"""So many of the longest lines are tried, to tell before a page is read whether it is written by hand."""


def _codes(quality: Quality, sheets: int) -> tuple[str, ...]:
    """What a person should know of a page that was read optically."""
    found = tuple(code for code in quality.codes if code != "blank_page")
    return (*found, "several_sheets") if sheets > 1 else found
