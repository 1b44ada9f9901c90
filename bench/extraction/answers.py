"""The product's answers, as `attesta extract` gives them, with the time that reading and extraction take."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = Any

TODAY = dt.date(2026, 11, 21)
"""The day that results expire against: the same on every day that this is measured."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a file says. `reading_s`: from bytes to words; `extraction_s`: from words to fields, without a second look at pictures."""

    told: dict[str, Json]
    pages: int = 0
    reading_s: float = 0.0
    extraction_s: float = 0.0


class House:
    """The product's own path in this process: nothing is confined here, since the papers are our own."""

    name = "product"

    def __init__(self, shelf: Path | None = None) -> None:
        """With a shelf, what stands on it is not read again, and no time is told."""
        from extractors.pages.ocr import engines
        self._shelf = shelf
        engines.warm_up()

    def read(self, file: Path) -> Answer:
        return self._read(file) if self._shelf is None else self._from_shelf(file, self._shelf)

    def _from_shelf(self, file: Path, folder: Path) -> Answer:
        from bench.extraction.shelf import Shelf
        from extractors.extract import extract
        shelf = Shelf(folder)
        pages = shelf.pages(file)
        return Answer({"documents": [document.as_json() for document in extract(pages, TODAY, shelf.reader(file, pages))]})

    def _read(self, file: Path) -> Answer:
        from extractors.errors import ReadingError
        from extractors.extract import extract
        from extractors.intake.limits import LIMITS
        from extractors.intake.media import admit
        from extractors.pages import read_pages
        from extractors.reading import read_file
        content = file.read_bytes()
        started = time.perf_counter()
        try:
            pages = list(read_pages(content, admit(content, LIMITS)))
        except ReadingError:
            pages = []
        read = time.perf_counter()
        extract(pages, TODAY)
        done = time.perf_counter()
        told = dict(read_file(content, file.name, TODAY, known=pages).as_json())
        return Answer(told, len(pages), read - started, done - read)
