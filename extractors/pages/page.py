"""A page that has been read: upright rows of words with boxes. The one thing that `pages/` gives to the rest.

A *row* is everything on one line across the page; a *segment* is a run of words in it without a wide gap, such as a table cell
or a label apart from its value. Rows run top to bottom, segments and words left to right; words of a line do not overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from extractors.evidence import Issue, PageBox, PageSummary, Source


@dataclass(frozen=True, slots=True)
class Word:
    """A word as read. `score` is the reader's own certainty, 1.0 for a text layer; it is no probability."""

    text: str
    box: PageBox
    score: float = 1.0


def _around(words: Sequence[Word]) -> PageBox:
    boxes = [word.box for word in words]
    return PageBox(min([box.x0 for box in boxes]), min([box.y0 for box in boxes]),
                   max([box.x1 for box in boxes]), max([box.y1 for box in boxes]))


@dataclass(frozen=True, slots=True)
class Segment:
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> PageBox:
        return _around(self.words)


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
        return _around(self.words)


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

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(map(_apart, self.rows)))


def on_one_level(one: PageBox, other: PageBox) -> bool:
    """Whether the middle of one is within the height of the other."""
    return abs(one.middle - other.middle) <= max(one.height, other.height) / 2


def _apart(row: Row) -> Row:
    """The row with the boundary half way between words of a line whose boxes overlap, as those of slanted letters do. The next line
    of a cell begins further left, or below the word before it."""
    words = list(row.words)
    for index, (before, word) in enumerate(pairwise(row.words), start=1):
        left, box = words[index - 1].box, word.box
        if before.box.x0 <= box.x0 < left.x1 and (before.box.x1 <= box.x0 or on_one_level(left, box)):
            edge = max(left.x0, (max(left.x0, box.x0) + min(left.x1, box.x1)) / 2)
            words[index - 1] = replace(before, box=PageBox(left.x0, left.y0, edge, left.y1))
            words[index] = replace(word, box=PageBox(edge, box.y0, max(edge, box.x1), box.y1))
    if words == list(row.words):
        return row
    each = iter(words)
    return Row(tuple(Segment(tuple(islice(each, len(segment.words)))) for segment in row.segments))
