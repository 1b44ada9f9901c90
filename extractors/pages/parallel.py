"""A text in two languages side by side, or a list in two columns: each column is read to its end, one after the other, since a sentence
goes on below and not beside. A table and the foot with two signatures stay as they are: their rows belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.pages.page import Row, Segment

_BULLETS = "•▪■●◦‣►✓✔√-–*"
_WIDE, _WORDS = 0.2, 4
"""Of the page's width, and words: a line of running text is at least so long."""
_LINES, _ITEMS = 3, 2
"""So many rows with a line of text in both columns make them columns of text, or with the items of a list in both."""
_ALIGNED = 0.012
"""Of the page's width: so much lines may differ in where they begin."""
_INDENT = 0.035
"""And so much further in the items of a list may begin."""
_FAR = 3.5
"""Lines: a wider gap ends both columns."""
_OPEN, _WITHIN = 0.5, 0.3
"""Of the lines that another follows, so many at the least end within a sentence, and of those that follow so many begin within one."""


def in_turn(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, those of two columns of text parted: the left ones, then the right ones."""
    ordered: list[Row] = []
    number = 0
    while number < len(rows):
        stop = _end(rows, number)
        if stop is None:
            ordered.append(rows[number])
            number += 1
            continue
        edge = rows[number].segments[-1].box.x0 - _ALIGNED
        for side in (True, False):
            parts = (tuple(one for one in row.segments if (one.box.x0 < edge) == side) for row in rows[number:stop])
            ordered += [Row(part) for part in parts if part]
        number = stop
    return tuple(ordered)


def _end(rows: Sequence[Row], first: int) -> int | None:
    """The row behind the columns of text that begin with a row; None where none do."""
    if not _is_double(rows[first]):
        return None
    left, right = (segment.box.x0 for segment in rows[first].segments)
    stop = first + 1
    while stop < len(rows) and _continues(rows[stop - 1], rows[stop], left, right):
        stop += 1
    band = rows[first:stop]
    least = _ITEMS if all(segment.text[0] in _BULLETS for segment in rows[first].segments) else _LINES
    return stop if sum(map(_is_double, band)) >= least and all(map(_is_text, _sides(band, right))) else None


def _continues(above: Row, row: Row, left: float, right: float) -> bool:
    """Whether a row stands close below another, and all of it in one of two columns, where their lines begin."""
    height = max(segment.box.height for segment in row.segments)
    near = row.box.middle - above.box.middle < _FAR * height
    sides = [left if segment.box.x0 < right - _ALIGNED else right for segment in row.segments]
    placed = all(-_ALIGNED < segment.box.x0 - side < _INDENT for segment, side in zip(row.segments, sides, strict=True))
    apart = all(segment.box.x1 < right for segment, side in zip(row.segments, sides, strict=True) if side == left)
    return near and placed and apart and len(set(sides)) == len(sides)


def _is_double(row: Row) -> bool:
    return len(row.segments) == 2 and all(map(_is_running, row.segments))


def _is_running(segment: Segment) -> bool:
    text = segment.text
    return segment.box.width >= _WIDE and len(segment.words) >= _WORDS and not text.isupper() and ":" not in text


def _sides(band: Sequence[Row], right: float) -> Iterator[list[Segment]]:
    """The lines of each column."""
    for is_right in (False, True):
        yield [one for row in band for one in row.segments if (one.box.x0 >= right - _ALIGNED) == is_right]


def _is_text(lines: Sequence[Segment]) -> bool:
    """Whether most lines go on in the next one: in a form each begins anew."""
    ends = [not line.text.rstrip().endswith((".", ";", ":")) for line, _ in pairwise(lines)]
    begun = [not line.text[0].isupper() for _, line in pairwise(lines)]
    return sum(ends) >= _OPEN * len(ends) and sum(begun) >= _WITHIN * len(begun)
