"""Words into rows and segments: who stands beside whom. Used alike for text layers and for OCR."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby, pairwise
from operator import itemgetter

from extractors.evidence import PageBox
from extractors.pages.columns import side_column_first
from extractors.pages.page import Row, Segment, Word, on_one_level
from extractors.pages.parallel import in_turn
from extractors.pages.wrapped import whole_periods

SEGMENT_GAP = 1.5
"""A gap wider than so many heights of the row's letters parts two segments (a space is about a third of one)."""

Cells = Sequence[Sequence[PageBox]]
"""Rows of ruled cells, top to bottom, left to right."""


def arrange(words: Iterable[Word], aspect: float, cells: Cells = ()) -> tuple[Row, ...]:
    """Group words into rows by the height of their centre lines, and rows into segments by gaps; a ruled cell is one segment, a side
    column stands before the text beside it, two columns of text follow each other, and a period that its column breaks is whole.

    `aspect` is the page's width over its height: boxes are fractions of both, and gaps are compared with letter heights.
    The words must be level; slanted text is straightened by the reader before.
    """
    free = _with_ordinals(list(words), aspect)
    table_rows = []
    for row in cells:
        inside = _inside(free, row)
        if sum(map(bool, inside)) > 1 and any(len(cell) > 1 and len(_levels(cell)) > 1 for cell in inside):  # else it is a frame
            table_rows.append(Row(tuple(Segment(tuple(_in_reading_order(cell))) for cell in inside if cell)))
            taken = {id(word) for cell in inside for word in cell}
            free = [word for word in free if id(word) not in taken]
    rows = [(row.box.middle, row) for row in (_row(line, aspect) for level in _levels(free) for line in _lines(level))]
    in_order = [row for _, row in sorted([*rows, *((row.box.y0, row) for row in table_rows)], key=itemgetter(0))]
    return whole_periods(in_turn(side_column_first(in_order)))


_ORDINAL = re.compile(r"(?:er|re|ère|e|ème|eme|th|st|nd|rd)[.,;:)]?")


def _with_ordinals(words: list[Word], aspect: float) -> list[Word]:
    """The words, where a raised ending is one with its number: « 1 » and the small « er » above the line beside it."""
    for raised in [word for word in words if _ORDINAL.fullmatch(word.text)]:
        number = next((word for word in words if word.text[-1:].isdigit() and _is_raised(raised.box, word.box, aspect)), None)
        if number is not None:
            words[words.index(number)] = _joined([number, raised])
            words.remove(raised)
    return words


def _is_raised(ending: PageBox, number: PageBox, aspect: float) -> bool:
    beside = abs(ending.x0 - number.x1) * aspect < 0.45 * number.height
    return beside and ending.height < 0.9 * number.height and number.y0 < ending.y1 and ending.middle < number.middle


def _inside(words: Sequence[Word], row: Sequence[PageBox]) -> list[list[Word]]:
    """The words that have their middle in each cell of a row."""
    inside: list[list[Word]] = [[] for _ in row]
    top, bottom = min(cell.y0 for cell in row), max(cell.y1 for cell in row)
    for word in words:
        if top <= (middle := word.box.middle) <= bottom:
            across = (word.box.x0 + word.box.x1) / 2
            home = next((index for index, cell in enumerate(row) if cell.x0 <= across <= cell.x1 and cell.y0 <= middle <= cell.y1), None)
            if home is not None:
                inside[home].append(word)
    return inside


@dataclass(slots=True)
class _Level:
    """Words that share a level, those that stand highest first; `heights` from the smallest on."""

    words: list[Word]
    middles: list[float]
    heights: list[float]

    def has_room(self, word: Word, middle: float, height: float) -> bool:
        usual = _median(self.heights)
        return (abs(middle - _median(self.middles)) < 0.5 * min(usual, max(height, 0.5 * usual))
                and not self._stacks(word, middle, height))

    def _stacks(self, word: Word, middle: float, height: float) -> bool:
        """Whether the word stands under one of these: two lines of a slanted stamp, so close that their boxes share a level."""
        if middle - self.middles[0] <= 0.25 * min(height, self.heights[0]):
            return False  # it stands under none of them
        box = word.box
        return any(min(each.box.x1, box.x1) - max(each.box.x0, box.x0) > 0.5 * min(each.box.width, box.width)
                   and middle - each.box.middle > 0.25 * min(each.box.height, height) for each in self.words)

    def add(self, word: Word, middle: float, height: float) -> None:
        self.words.append(word)
        self.middles.append(middle)
        insort(self.heights, height)


def _levels(words: Iterable[Word]) -> list[list[Word]]:
    """Words sharing a level, levels top to bottom."""
    levels: list[_Level] = []
    for middle, word in sorted(((word.box.middle, word) for word in words), key=itemgetter(0)):
        height = word.box.height
        home = next((level for level in reversed(levels[-4:]) if level.has_room(word, middle, height)), None)
        if home is None:
            levels.append(_Level([word], [middle], [height]))
        else:
            home.add(word, middle, height)
    return [level.words for level in levels]


def _median(ordered: Sequence[float]) -> float:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _lines(level: Iterable[Word]) -> Iterator[list[Word]]:
    """The words of a level from left to right. Of words that cannot stand beside each other those that end first make the first line."""
    left = sorted(level, key=lambda word: (word.box.x1, word.box.x0))
    while left:
        line: list[Word] = []
        others: list[Word] = []
        for word in left:
            (line if _has_place(line, word) else others).append(word)
        yield sorted(line, key=lambda word: (word.box.x0, word.box.x1))
        left = others


def _has_place(line: Sequence[Word], word: Word) -> bool:
    """Whether the word can stand beside all of a line, given in the order in which they end."""
    for each in reversed(line):
        if each.box.x1 <= word.box.x0:
            break
        if _clash(each.box, word.box):
            return False
    return True


def _clash(one: PageBox, other: PageBox) -> bool:
    """Whether two words stand at one place: drawn over each other, or one under the other. Kerned and slanted ones share a little."""
    if one.x1 <= other.x0 or other.x1 <= one.x0:
        return False
    narrower = min(one.width, other.width)
    return not on_one_level(one, other) or 2 * (min(one.x1, other.x1) - max(one.x0, other.x0)) >= narrower > 0


_LEADER = re.compile(r"[.…·]{4,}|…{2,}")
"""Dots that lead from a label to its value: they part the two and are no words."""
_LED = re.compile(r"(?P<label>.*[^\W_].*?)(?P<dots>[.…·]{4,})")


def _without_leader(word: Word) -> list[Word]:
    """A label's word and the dots that follow it without a blank: « Employé(e)........ »."""
    led = _LED.fullmatch(word.text)
    if led is None:
        return [word]
    box = word.box
    end = box.x0 + box.width * len(led["label"]) / len(word.text)
    return [replace(word, text=led["label"], box=replace(box, x1=end)), replace(word, text=led["dots"], box=replace(box, x0=end))]


def _row(words: list[Word], aspect: float) -> Row:
    words = [part for word in words for part in _without_leader(word)]
    height = _median(sorted(word.box.height for word in words))
    segments: list[list[Word]] = [[words[0]]]
    for before, word in pairwise(words):
        if _LEADER.fullmatch(before.text) or _LEADER.fullmatch(word.text):
            segments.append([])
            segments[-1] += [] if _LEADER.fullmatch(word.text) else [word]
            continue
        if (word.box.x0 - before.box.x1) * aspect > SEGMENT_GAP * height:
            segments.append([])
        segments[-1].append(word)
    return Row(tuple(Segment(tuple(_closed_up(segment))) for segment in segments if segment))


SPACED_LETTERS = 5
"""So many letters apart in a row are a heading in spaced letters, and no initials."""


def _closed_up(words: list[Word]) -> list[Word]:
    """Words of which the letters of a spaced heading are words again: « A T E L I E R  N O R D ». A gap much wider than the
    narrowest parts two of them."""
    closed: list[Word] = []
    for spaced, run in groupby(words, lambda word: len(word.text) == 1 and word.text.isupper()):
        letters = list(run)
        if not spaced or len(letters) < SPACED_LETTERS:
            closed += letters
            continue
        gaps = [after.box.x0 - before.box.x1 for before, after in pairwise(letters)]
        wide = 1.7 * max(min(gaps), 0.0)
        parts: list[list[Word]] = [[letters[0]]]
        for gap, letter in zip(gaps, letters[1:], strict=True):
            parts += [[]] if gap > wide else []
            parts[-1].append(letter)
        closed += [_joined(part) for part in parts] if all(len(part) > 1 for part in parts) or len(parts) < len(letters) / 3 else letters
    return closed


def _joined(letters: list[Word]) -> Word:
    box = reduce(PageBox.union, (letter.box for letter in letters))
    return Word("".join(letter.text for letter in letters), box, min(letter.score for letter in letters))


def _in_reading_order(words: list[Word]) -> list[Word]:
    return [word for level in _levels(words) for line in _lines(level) for word in line]
