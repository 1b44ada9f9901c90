"""One file from bytes to evidence: admitted, read page by page, extracted. Runs inside the confined process (`sandbox/`)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from extractors.errors import ReadingError
from extractors.evidence import FileReading, Issue
from extractors.extract import extract
from extractors.intake.media import UNKNOWN, admit, media_type, name_disagrees
from extractors.pages import AS_IT_IS, Page, Wish, page_picture, read_page, read_pages
from extractors.pages.ocr.second import SecondReader
from extractors.pages.picture import Picture

VERSION = "6"
"""Stamped on all evidence. Raised whenever the same file could give other values than before."""

OnPage = Callable[[Page], None]


def read_file(content: bytes, name: str, today: dt.date, *, on_page: OnPage | None = None, known: Sequence[Page] = (),
              wish: Wish = AS_IT_IS) -> FileReading:
    """All that a file says. `today` is the day that results expire against; `on_page` is told of each page as it is read, with
    its picture for the viewer; `known` are pages that were read before. A file that cannot be read gives a reading without pages
    whose issue says why: never raises `ReadingError`. Raises `TooMuchAtOnce` if more pages than wished are to be read optically."""
    wish = replace(wish, with_images=on_page is not None, known={page.number for page in known})
    pages = list(known)
    try:
        media = admit(content, wish.limits)
        for page in read_pages(content, media, wish):
            if on_page is not None:
                on_page(page)
            pages.append(page)
    except ReadingError as error:
        return refused(content, name, error.issue)
    pages.sort(key=lambda page: page.number)
    issues = [Issue("type_mismatch")] if name_disagrees(name, media) else []
    issues += chain.from_iterable(page.issues for page in pages)
    documents = extract(pages, today, second_reader(content, media, pages, wish).read)
    return FileReading(name, digest(content), media, tuple(page.summary for page in pages), documents, tuple(issues))


def read_one_page(content: bytes, number: int, wish: Wish) -> Page:
    """A page of a file that is read in parts. Raises `ReadingError`."""
    return read_page(content, admit(content, wish.limits), number, replace(wish, with_images=True))


def second_reader(content: bytes, media: str, pages: Sequence[Page], wish: Wish = AS_IT_IS) -> SecondReader:
    """The second reader, before the pages that were read optically."""
    optical = {page.number: page for page in pages if page.source == "ocr"}

    def show(number: int) -> Picture | None:
        try:
            return page_picture(content, media, optical[number], wish.limits) if number in optical else None
        except ReadingError:
            return None
    return SecondReader(show)


def refused(content: bytes, name: str, issue: Issue) -> FileReading:
    """The reading of a file that gives nothing, with the reason."""
    return FileReading(name, digest(content), media_type(content) if content else UNKNOWN, issues=(issue,))


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
