"""Pages made of lines of text, as a reader would hand them over: no file, no OCR. Two blanks or a tab part segments. And what is
extracted from them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractors.evidence import DocumentReading, PageBox, Source
from extractors.extract import extract
from extractors.pages.page import Page, Row, Segment, Word

LETTER = 0.0075
"""Width of a letter as a fraction of the page."""
LINE = 0.016


def page(text: str, number: int = 1, source: Source = "text", score: float = 1.0) -> Page:
    """A page with a row a line; segments stand where they would in a typewriter's page."""
    lines = [line for line in text.strip("\n").splitlines()]
    rows = [row(line, 0.03 + place * LINE, score) for place, line in enumerate(lines) if line.strip()]
    return Page(number, 612.0, 792.0, 0, source, tuple(rows))


def row(line: str, top: float, score: float) -> Row:
    return Row(
        tuple(segment(match[0], match.start(), top, score) for match in re.finditer(r"\S+(?:\s\S+)*", line.replace("\t", "    ")))
    )


def segment(text: str, column: int, top: float, score: float) -> Segment:
    words = [Word(match[0], _box(column + match.start(), len(match[0]), top), score) for match in re.finditer(r"\S+", text)]
    return Segment(tuple(words))


def _box(column: int, letters: int, top: float) -> PageBox:
    return PageBox.clipped(0.05 + column * LETTER, top, 0.05 + (column + letters) * LETTER, top + 0.012)


def pages(*texts: str, source: Source = "text", score: float = 1.0) -> Sequence[Page]:
    """A file with a page a text."""
    return [page(text, number, source, score) for number, text in enumerate(texts, start=1)]


TODAY = dt.date(2026, 11, 22)


def read(*texts: str) -> DocumentReading:
    """The one document of a file with a page a text."""
    (document,) = extract(pages(*texts), TODAY)
    return document


def values(document: DocumentReading, group: int = 0) -> dict[str, object]:
    """What was found, by its name; of positions those of the group."""
    return {field.name: field.value for field in document.fields if field.group == group}
