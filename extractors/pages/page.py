"""A page that has been read: upright rows of words with boxes. The one thing that `pages/` gives to the rest.

A *row* is everything on one line across the page; a *segment* is a run of words in it without a wide gap, such as a table cell
or a label apart from its value. Rows run top to bottom, segments and words left to right.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from extractors.evidence import Issue, PageBox, PageSummary, Source


@dataclass(frozen=True, slots=True)
class Word:
    """A word as read. `score` is the reader's own certainty, 1.0 for a text layer; it is no probability."""

    text: str
    box: PageBox
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Segment:
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> PageBox:
        return reduce(PageBox.union, (word.box for word in self.words))


@dataclass(frozen=True, slots=True)
class Row:
    segments: tuple[Segment, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for segment in self.segments for word in segment.words)

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def box(self) -> PageBox:
        return reduce(PageBox.union, (segment.box for segment in self.segments))


@dataclass(frozen=True, slots=True)
class Page:
    """A read page. `width`, `height`: points (PDF) or pixels (pictures) of the upright page; `rotation`: degrees clockwise
    that were undone to read it; `image`: WebP of the upright page for the viewer, empty if none was asked for."""

    number: int
    width: float
    height: float
    rotation: int
    source: Source
    rows: tuple[Row, ...] = ()
    issues: tuple[Issue, ...] = ()
    image: bytes = b""

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for row in self.rows for word in row.words)

    @property
    def text(self) -> str:
        return "\n".join(row.text for row in self.rows)

    @property
    def summary(self) -> PageSummary:
        return PageSummary(self.number, self.width, self.height, self.rotation, self.source)
