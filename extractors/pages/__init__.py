"""Any admitted file into upright pages of words with boxes. `read_pages` is the door; `Page` is what comes through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium

from extractors.errors import ReadingError
from extractors.evidence import Issue
from extractors.intake.limits import LIMITS, Limits
from extractors.intake.media import PDF, TIFF
from extractors.pages import pdf as pdf_pages
from extractors.pages.page import Page, Row, Segment, Word
from extractors.pages.picture import Picture, count_frames, pictures, webp

__all__ = ["Page", "Row", "Segment", "Word", "count_pages", "read_pages"]


def count_pages(content: bytes, media: str, limits: Limits = LIMITS) -> int:
    """How many pages a file has, without reading them. Raises `ReadingError`."""
    if media != PDF:
        return count_frames(content, limits) if media == TIFF else 1
    pdf = pdf_pages.open_pdf(content, limits)
    try:
        return len(pdf)
    finally:
        pdf.close()


Keep = Callable[[int, Picture], None]
"""Told of the upright picture of each page that is read by OCR."""


@dataclass(frozen=True, slots=True)
class _Wish:
    limits: Limits
    with_images: bool
    keep: Keep


def read_pages(content: bytes, media: str, *, limits: Limits = LIMITS, with_images: bool = False,
               keep: Keep = lambda number, picture: None) -> Iterator[Page]:
    """The pages of a file, one by one as they are read. Raises `ReadingError` before the first page if the file is refused;
    a single page that cannot be read comes as a page without words and with an issue, so that numbers stay right."""
    wish = _Wish(limits, with_images, keep)
    if media == PDF:
        yield from _pdf(content, wish)
    else:
        for number, picture in enumerate(pictures(content, limits), start=1):
            yield _picture_page(number, picture, media != TIFF, wish)


def _pdf(content: bytes, wish: _Wish) -> Iterator[Page]:
    pdf = pdf_pages.open_pdf(content, wish.limits)
    try:
        for number, page in pdf_pages.pages(pdf):
            try:
                yield _unread(number) if page is None else _pdf_page(number, page, content, wish)
            except (ReadingError, pdfium.PdfiumError):
                yield _unread(number)
    finally:
        pdf.close()


def _pdf_page(number: int, page: pdfium.PdfPage, content: bytes, wish: _Wish) -> Page:
    words = pdf_pages.trusted_words(page, wish.limits)
    if words is not None:
        return pdf_pages.text_page(number, page, words, content, wish.with_images)
    return _picture_page(number, pdf_pages.rendered_for_reading(page, wish.limits), False, wish, page.get_size())


def _picture_page(number: int, picture: Picture, is_photo: bool, wish: _Wish, size: tuple[float, float] | None = None) -> Page:
    from extractors.pages.ocr import read as ocr
    from extractors.pages.picture import upright  # the OCR models' libraries take a second to load; text files never need them

    straightened = upright.straighten(picture, is_photo)
    rows = ocr.read(straightened)
    wish.keep(number, straightened.picture)
    height, width = (float(side) for side in straightened.picture.shape[:2])
    if size is not None:
        width, height = size if straightened.rotation % 180 == 0 else size[::-1]
    return Page(number, width, height, straightened.rotation, "ocr" if rows else "none", rows,
                issues=() if rows else (Issue("blank_page", number),),
                image=webp(straightened.picture) if wish.with_images else b"")


def _unread(number: int) -> Page:
    return Page(number, 612.0, 792.0, 0, "none", issues=(Issue("unreadable", number),))
