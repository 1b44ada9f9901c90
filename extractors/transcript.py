"""Pages as one text that remembers where each letter stands, so that a pattern found in it has a place on the page.

Rows are parted by a line break, segments of a row by a tab, words by a blank, pages by a form feed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from extractors.evidence import PageBox
from extractors.pages.page import Page, Word


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words of a document: as printed, where they stand (one box a line), and how certain the reader was of the worst."""

    text: str
    page: int
    boxes: tuple[PageBox, ...]
    score: float
    source: str


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    page: int
    row: int
    word: Word


class Transcript:
    """The text of some pages. `text` is what patterns search; `quote` gives the words of a stretch of it back."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = tuple(pages)
        self._sources = {page.number: page.source for page in pages}
        self._placed = list(_place(pages))
        self._starts = [placed.start for placed in self._placed]
        self.text = _text(pages)

    def quote(self, start: int, end: int) -> Quote:
        """The words that a stretch of `text` touches. A stretch over two pages is cut at the first one's end."""
        first = max(0, bisect_right(self._starts, start) - 1)
        touched = [placed for placed in self._placed[first:bisect_right(self._starts, end - 1)] if placed.end > start]
        if not touched:
            raise ValueError(f"no words between {start} and {end}")
        page = touched[0].page
        here = [placed for placed in touched if placed.page == page]
        boxes = tuple(reduce(PageBox.union, (placed.word.box for placed in line))
                      for _, line in groupby(here, key=lambda placed: placed.row))
        text = " ".join(self.text[start:min(end, here[-1].end)].split())
        return Quote(text, page, boxes, min(placed.word.score for placed in here), self._sources[page])

    def group(self, match: re.Match[str], group: int | str = 0) -> Quote:
        """The words of a group of a match on `text`."""
        return self.quote(*match.span(group))

    def line_at(self, position: int) -> tuple[int, int]:
        """Where the row around a position begins and ends in `text`."""
        start = max(self.text.rfind("\n", 0, position), self.text.rfind("\f", 0, position)) + 1
        ends = [found for found in (self.text.find("\n", position), self.text.find("\f", position)) if found >= 0]
        return start, min(ends, default=len(self.text))


def _pieces(pages: Sequence[Page]) -> Iterator[tuple[str, Page, int, Word]]:
    """Each word with what parts it from the one before."""
    for page in pages:
        between = "\f"
        for number, row in enumerate(page.rows):
            for segment in row.segments:
                for word in segment.words:
                    yield between, page, number, word
                    between = " "
                between = "\t"
            between = "\n"


def _text(pages: Sequence[Page]) -> str:
    return "".join(between + word.text for between, _, _, word in _pieces(pages))


def _place(pages: Sequence[Page]) -> Iterator[_Placed]:
    position = 0
    for _, page, row, word in _pieces(pages):
        start = position + 1
        position = start + len(word.text)
        yield _Placed(start, position, page.number, row, word)
