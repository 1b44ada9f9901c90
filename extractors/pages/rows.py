"""Words into rows and segments: who stands beside whom. Used alike for text layers and for OCR."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from extractors.evidence import PageBox
from extractors.pages.page import Row, Segment, Word

SEGMENT_GAP = 1.5
"""A gap wider than so many heights of the row's letters parts two segments (a space is about a third of one)."""

Cells = Sequence[Sequence[PageBox]]
"""Rows of ruled cells, top to bottom, left to right."""


def arrange(words: Iterable[Word], aspect: float, cells: Cells = ()) -> tuple[Row, ...]:
    """Group words into rows by the height of their centre lines, and rows into segments by gaps; a ruled cell is one segment.

    `aspect` is the page's width over its height: boxes are fractions of both, and gaps are compared with letter heights.
    The words must be level; slanted text is straightened by the reader before.
    """
    free = list(words)
    table_rows = []
    for row in cells:
        inside = [[word for word in free if _inside(word, cell)] for cell in row]
        if any(_lines(cell) > 1 for cell in inside):
            table_rows.append(Row(tuple(Segment(tuple(_in_reading_order(cell))) for cell in inside if cell)))
            taken = {id(word) for cell in inside for word in cell}
            free = [word for word in free if id(word) not in taken]
    rows = [_row(row, aspect) for row in _levels(free)]
    return tuple(sorted([*rows, *table_rows], key=lambda row: row.box.y0 if row in table_rows else row.box.middle))


def _levels(words: Iterable[Word]) -> list[list[Word]]:
    """Words sharing a level, levels top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.box.middle):
        home = next((row for row in reversed(rows[-4:]) if _same_level(row, word) and not _stacked(row, word)), None)
        if home is None:
            rows.append([word])
        else:
            home.append(word)
    return rows


def _same_level(row: list[Word], word: Word) -> bool:
    middle = median(each.box.middle for each in row)
    height = median(each.box.height for each in row)
    return abs(word.box.middle - middle) < 0.5 * min(height, max(word.box.height, 0.5 * height))


def _stacked(row: list[Word], word: Word) -> bool:
    """Whether the word stands under one of the row: two lines of a slanted stamp, so close that their boxes share a level."""
    return any(min(each.box.x1, word.box.x1) - max(each.box.x0, word.box.x0) > 0.5 * min(each.box.width, word.box.width)
               and word.box.middle - each.box.middle > 0.25 * min(each.box.height, word.box.height) for each in row)


def _row(words: list[Word], aspect: float) -> Row:
    words = sorted(words, key=lambda word: word.box.x0)
    height = median(word.box.height for word in words)
    segments: list[list[Word]] = [[words[0]]]
    for before, word in pairwise(words):
        if (word.box.x0 - before.box.x1) * aspect > SEGMENT_GAP * height:
            segments.append([])
        segments[-1].append(word)
    return Row(tuple(Segment(tuple(segment)) for segment in segments))


def _inside(word: Word, cell: PageBox) -> bool:
    return cell.x0 <= (word.box.x0 + word.box.x1) / 2 <= cell.x1 and cell.y0 <= word.box.middle <= cell.y1


def _lines(words: list[Word]) -> int:
    return len(_levels(words))


def _in_reading_order(words: list[Word]) -> list[Word]:
    return [word for level in _levels(words) for word in sorted(level, key=lambda each: each.box.x0)]
