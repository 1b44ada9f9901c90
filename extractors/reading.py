"""One file from bytes to evidence: admitted, read page by page, extracted. Runs inside the confined process (`sandbox/`)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from itertools import chain

from extractors.errors import ReadingError
from extractors.evidence import FileReading, Issue
from extractors.extract import extract
from extractors.intake.limits import LIMITS, Limits
from extractors.intake.media import UNKNOWN, admit, media_type, name_disagrees
from extractors.pages import Page, read_pages
from extractors.pages.ocr.second import SecondReader

VERSION = "1"
"""Stamped on all evidence. Raised whenever the same file could give other values than before."""

OnPage = Callable[[Page], None]


def read_file(content: bytes, name: str, today: dt.date, *, on_page: OnPage | None = None, limits: Limits = LIMITS) -> FileReading:
    """All that a file says. `today` is the day that results expire against; `on_page` is told of each page as it is read, with
    its picture for the viewer. A file that cannot be read gives a reading without pages whose issue says why: never raises
    `ReadingError`."""
    second = SecondReader()
    try:
        media = admit(content, limits)
        pages = _collect(read_pages(content, media, limits=limits, with_images=on_page is not None, keep=second.keep), on_page)
    except ReadingError as error:
        return refused(content, name, error.issue)
    issues = [Issue("type_mismatch")] if name_disagrees(name, media) else []
    issues += chain.from_iterable(page.issues for page in pages)
    documents = extract(pages, today, second.read)
    return FileReading(name, digest(content), media, tuple(page.summary for page in pages), documents, tuple(issues))


def refused(content: bytes, name: str, issue: Issue) -> FileReading:
    """The reading of a file that gives nothing, with the reason."""
    return FileReading(name, digest(content), media_type(content) if content else UNKNOWN, issues=(issue,))


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _collect(pages: Iterable[Page], on_page: OnPage | None) -> list[Page]:
    read = []
    for page in pages:
        if on_page is not None:
            on_page(page)
        read.append(page)
    return read
