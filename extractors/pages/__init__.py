"""Any admitted file into upright pages of words with boxes. `read_pages` is the door; `Page` is what comes through it."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2 as pdfium

from extractors.errors import ReadingError
from extractors.evidence import Issue
from extractors.intake.limits import LIMITS, Limits
from extractors.intake.media import PDF, TIFF
from extractors.pages import pdf as pdf_pages
from extractors.pages.page import Page, Row, Segment, Word
from extractors.pages.picture import Picture, pictures, webp

__all__ = ["Page", "Row", "Segment", "Word", "count_pages", "read_pages"]


def count_pages(content: bytes, media: str, limits: Limits = LIMITS) -> int:
    """How many pages a file has, as far as can be told without reading them; 1 for pictures other than PDF."""
    if media != PDF:
        return 1
    pdf = pdf_pages.open_pdf(content, limits)
    try:
        return len(pdf)
    finally:
        pdf.close()


def read_pages(content: bytes, media: str, *, limits: Limits = LIMITS, with_images: bool = False) -> Iterator[Page]:
    """The pages of a file, one by one as they are read. Raises `ReadingError` before the first page if the file is refused;
    a single page that cannot be read comes as a page without words and with an issue, so that numbers stay right."""
    if media == PDF:
        yield from _pdf(content, limits, with_images)
    else:
        for number, picture in enumerate(pictures(content, limits), start=1):
            yield _picture_page(number, picture, media != TIFF, with_images)


def _pdf(content: bytes, limits: Limits, with_images: bool) -> Iterator[Page]:
    pdf = pdf_pages.open_pdf(content, limits)
    try:
        for number, page in pdf_pages.pages(pdf):
            try:
                yield _unread(number) if page is None else _pdf_page(number, page, content, limits, with_images)
            except (ReadingError, pdfium.PdfiumError):
                yield _unread(number)
    finally:
        pdf.close()


def _pdf_page(number: int, page: pdfium.PdfPage, content: bytes, limits: Limits, with_images: bool) -> Page:
    words = pdf_pages.trusted_words(page, limits)
    if words is not None:
        return pdf_pages.text_page(number, page, words, content, with_images)
    return _picture_page(number, pdf_pages.rendered_for_reading(page, limits), False, with_images, page.get_size())


def _picture_page(number: int, picture: Picture, is_photo: bool, with_image: bool,
                  size: tuple[float, float] | None = None) -> Page:
    from extractors.pages import ocr, upright  # the OCR models' libraries take a second to load; text files never need them

    straightened = upright.straighten(picture, is_photo)
    rows = ocr.read(straightened)
    height, width = (float(side) for side in straightened.picture.shape[:2])
    if size is not None:
        width, height = size if straightened.rotation % 180 == 0 else size[::-1]
    return Page(number, width, height, straightened.rotation, "ocr" if rows else "none", rows,
                issues=() if rows else (Issue("blank_page", number),),
                image=webp(straightened.picture) if with_image else b"")


def _unread(number: int) -> Page:
    return Page(number, 612.0, 792.0, 0, "none", issues=(Issue("unreadable", number),))
