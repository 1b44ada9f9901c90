"""Any admitted file into upright pages of words with boxes. `read_pages` is the door; `Page` is what comes through it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium

from extractors.errors import ReadingError, TooMuchAtOnce
from extractors.evidence import Issue
from extractors.intake.limits import LIMITS, Limits
from extractors.intake.media import PDF, TIFF
from extractors.pages import pdf as pdf_pages
from extractors.pages import picture as picture_files
from extractors.pages.page import Page, Row, Segment, Word
from extractors.pages.picture import Picture, webp
from extractors.pages.picture.quality import Quality, look

__all__ = ["AS_IT_IS", "Page", "Row", "Segment", "Wish", "Word", "count_pages", "page_picture", "read_page", "read_pages", "unread"]

Looked = Callable[[int, Quality], None]
"""Told of a page and its quality before the page is read optically."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be read. `with_images`: with pictures for the viewer. `known`: pages that were read before and are left out.
    `at_once`: most pages to be read optically in one go. `on_look`: told of the quality of each page before it is read optically."""

    limits: Limits = LIMITS
    with_images: bool = False
    known: Collection[int] = ()
    at_once: int | None = None
    on_look: Looked = lambda number, quality: None


AS_IT_IS = Wish()
"""Nothing but the words."""


def count_pages(content: bytes, media: str, limits: Limits = LIMITS) -> int:
    """How many pages a file has, without reading them. Raises `ReadingError`."""
    if media != PDF:
        return picture_files.count_frames(content, limits)
    with pdf_pages.opened(content, limits) as pdf:
        return len(pdf)


def read_pages(content: bytes, media: str, wish: Wish = AS_IT_IS) -> Iterator[Page]:
    """The pages of a file, one by one as they are read: those with a text layer first, then those that are read optically.

    Raises `ReadingError` before the first page if the file is refused, and `TooMuchAtOnce` once the text layers are read if more
    pages than wished are left. A single page that cannot be read comes as a page without words and with an issue.
    """
    left = []
    if media == PDF:
        for number, page in _text_pages(content, wish):
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
    """A page of a file, read optically."""
    try:
        picture, size = _as_laid(content, media, number, wish.limits)
    except (ReadingError, pdfium.PdfiumError) as error:
        if media not in (PDF, TIFF) and isinstance(error, ReadingError):
            raise  # the page is the file
        return unread(number)
    return _picture_page(number, picture, media not in (PDF, TIFF), wish, size)


def page_picture(content: bytes, media: str, page: Page, limits: Limits = LIMITS) -> Picture:
    """The upright picture that the boxes of an optically read page speak of. Raises `ReadingError`."""
    picture, _ = _as_laid(content, media, page.number, limits)
    return np.ascontiguousarray(np.rot90(picture, page.rotation // 90))


def unread(number: int) -> Page:
    """A page that could not be read: it counts, and says so."""
    return Page(number, 612.0, 792.0, 0, "none", issues=(Issue("unreadable", number),))


def _text_pages(content: bytes, wish: Wish) -> Iterator[tuple[int, Page | None]]:
    """The pages of a PDF that are wanted, by their text layer; None for those that have none to be trusted."""
    with pdf_pages.opened(content, wish.limits) as pdf:
        for number, page in pdf_pages.pages(pdf):
            if number not in wish.known:
                yield number, unread(number) if page is None else _text_page(number, page, content, wish)


def _text_page(number: int, page: pdfium.PdfPage, content: bytes, wish: Wish) -> Page | None:
    try:
        words = pdf_pages.trusted_words(page, wish.limits)
        return None if words is None else pdf_pages.text_page(number, page, words, content, wish.with_images)
    except (ReadingError, pdfium.PdfiumError):
        return unread(number)


def _as_laid(content: bytes, media: str, number: int, limits: Limits) -> tuple[Picture, tuple[float, float] | None]:
    """A page as a picture, as it lies in the file, and for a PDF its size in points."""
    if media == PDF:
        with pdf_pages.opened(content, limits) as pdf:
            page = pdf[number - 1]
            return pdf_pages.rendered_for_reading(page, limits), page.get_size()
    return picture_files.picture(content, number, limits), None


def _picture_page(number: int, picture: Picture, is_photo: bool, wish: Wish, size: tuple[float, float] | None) -> Page:
    # the OCR models' libraries take a second to load; text files never need them
    from extractors.pages.ocr import read as ocr
    from extractors.pages.picture import upright

    straightened = upright.straighten(picture, is_photo)
    quality = look(straightened.straight)
    wish.on_look(number, quality)
    rows = ocr.read(straightened)
    height, width = (float(side) for side in straightened.picture.shape[:2])
    if size is not None:
        width, height = size if straightened.rotation % 180 == 0 else size[::-1]
    codes = ("blank_page",) if not rows else quality.codes
    return Page(number, width, height, straightened.rotation, "ocr" if rows else "none", rows,
                issues=tuple(Issue(code, number) for code in codes),
                image=webp(straightened.picture) if wish.with_images else b"")
