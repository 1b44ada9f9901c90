"""A letter with a narrow column at its side, for the address of the firm: the column is read first, then the letter, since their lines
have nothing to do with each other. A table of labels and values is no such page: its labels stand beside their values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.pages.page import Row, Segment

_WIDE, _WORDS = 0.4, 5
"""Of the page's width, and words: a line of running text is at least so long."""
_LINES, _ALONE = 6, 2
"""So many lines of text begin at one place, and so many lines of the side column have no line beside them."""
_LEAST_SIDE = 0.15
"""Of the page's width: where the text begins, at the least."""
_EDGE = 0.012
_DRIFT = 0.15
"""Of a line's height."""
_LEVEL_SHARE = 0.6
"""Of the lines that stand beside each other, so many may do so on one level: labels and values nearly all do."""


def side_column_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, those beside a side column parted from it and put behind it."""
    edge = _edge(rows)
    band = _band(rows, edge) if edge is not None else range(0)
    if edge is None or not _is_side(rows, band, edge):
        return tuple(rows)
    sides = [[segment for segment in rows[number].segments if not _is_right(segment, edge)] for number in band]
    texts = [[segment for segment in rows[number].segments if _is_right(segment, edge)] for number in band]
    parted = (Row(tuple(segments)) for segments in (*sides, *texts) if segments)
    return (*rows[:band.start], *parted, *rows[band.stop:])


def _edge(rows: Sequence[Row]) -> float | None:
    """Where most lines of running text begin, if that is well inside of the page."""
    starts = Counter(round(segment.box.x0 / _EDGE) for row in rows for segment in row.segments if _is_running(segment))
    if not starts:
        return None
    place = max(starts, key=lambda one: starts[one] + starts[one + 1])
    edge = place * _EDGE - 0.5 * _EDGE
    return edge if starts[place] + starts[place + 1] >= _LINES and edge >= _LEAST_SIDE else None


def _is_right(segment: Segment, edge: float) -> bool:
    """Whether a segment belongs to the text: a bullet may stand a little before it."""
    return segment.box.x0 > edge - 2 * _EDGE


def _is_running(segment: Segment) -> bool:
    return segment.box.width >= _WIDE and len(segment.words) >= _WORDS


def _band(rows: Sequence[Row], edge: float) -> range:
    """The rows from the first of the side column to the last line of the text."""
    texts = [number for number, row in enumerate(rows) if any(_is_running(one) and one.box.x0 > edge - _EDGE for one in row.segments)]
    first = texts[0]
    while first > 0 and not any(one.box.x0 <= edge < one.box.x1 for one in rows[first - 1].segments):
        first -= 1
    return range(first, texts[-1] + 1)


def _is_side(rows: Sequence[Row], band: range, edge: float) -> bool:
    """Whether nothing crosses the edge, and what stands left of it does not belong to the lines at its right."""
    here = [rows[number] for number in band]
    crossed = any(not _is_right(one, edge) and one.box.x1 > edge for row in here for one in row.segments)
    alone = sum(not any(_is_right(one, edge) for one in row.segments) for row in here)
    beside = [row for row in here if not _is_right(row.segments[0], edge) and _is_right(row.segments[-1], edge)]
    level = sum(map(_is_level, beside))
    apart = level <= _LEVEL_SHARE * len(beside) or alone > len(beside)
    return not crossed and ((alone >= _ALONE and apart) or (alone > 0 and _drifts(beside)))


def _drifts(beside: Sequence[Row]) -> bool:
    """Whether the lines of the side stand now above and now below those beside them: what belongs together keeps its distance."""
    apart = sorted((row.segments[0].box.middle - row.segments[-1].box.middle) / row.segments[-1].box.height for row in beside)
    return len(apart) >= _LINES and apart[0] < -_DRIFT and apart[-1] > _DRIFT


def _is_level(row: Row) -> bool:
    """Whether the first and the last segment stand on one line, as a label and its value do."""
    first, last = row.segments[0].box, row.segments[-1].box
    return abs(first.middle - last.middle) < 0.1 * min(first.height, last.height)
