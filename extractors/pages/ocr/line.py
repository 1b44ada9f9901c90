"""A line of text and how it is read: by PP-OCRv6 tiny, and again by small where that was in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import fmean, median

import numpy as np

from extractors.pages.geometry import Corners
from extractors.pages.ocr import engines
from extractors.pages.ocr.alphabet import Letter
from extractors.pages.picture import Picture

_DOUBTFUL = 0.97
"""A line whose letters were read with less, on the whole, is read again by the small recogniser (measured). Its doubtful words alone
would be cheaper, but the quick reader misses spaces without a doubt."""
_UNSURE = 0.5
"""And one with a letter read with less."""
_NEARLY = 0.05
"""What the careful reader says counts, though it be less sure of it by so much."""

Letters = tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as detected: its four corners in pixels, and its letters, the score their mean."""

    corners: Corners
    letters: Letters

    @property
    def score(self) -> float:
        return _score(self.letters)

    @property
    def words(self) -> Iterator[tuple[str, float, Corners]]:
        """Each word with its score and corners. A letter reaches half way to its neighbours."""
        advance = _advance(self.letters)
        for first, end in _words(self.letters):
            word = self.letters[first:end]
            place = self._part(word[0].place - advance / 2, word[-1].place + advance / 2)
            yield "".join(letter.sign for letter in word), _score(word), place

    def _part(self, start: float, end: float) -> Corners:
        top_left, top_right, bottom_right, bottom_left = self.corners
        along, below = top_right - top_left, bottom_right - bottom_left
        start, end = max(0.0, start), min(1.0, end)
        return np.array([top_left + along * start, top_left + along * end, bottom_left + below * end, bottom_left + below * start])


def read_line(corners: Corners, looks: Sequence[Picture]) -> Line:
    """A line by whoever is surest of it: the quick reader where that is sure, else the careful one, on each look in turn."""
    letters: Letters = tuple(engines.quick_reader().letters(looks[0]))
    for look in looks:
        if _is_sure(letters):
            break
        letters = _surer(letters, tuple(engines.careful_reader().letters(look)))
    return Line(corners, letters)


def _surer(letters: Letters, again: Letters) -> Letters:
    return again if again and _score(again) >= _score(letters) - _NEARLY else letters


def _scores(letters: Letters) -> list[float]:
    """Of letters, without the spaces."""
    return [letter.score for letter in letters if letter.sign != " "]


def _score(letters: Letters) -> float:
    return fmean(_scores(letters) or [0.0])


def _is_sure(letters: Letters) -> bool:
    return _score(letters) >= _DOUBTFUL and min(_scores(letters)) >= _UNSURE


def _advance(letters: Letters) -> float:
    """The usual way from one letter to the next, as a share of the line."""
    steps = [after.place - before.place for before, after in pairwise(letters)]
    return median(steps) if steps else 1.0


def _words(letters: Letters) -> Iterator[tuple[int, int]]:
    """Where words begin and end among the letters."""
    for is_space, run in groupby(range(len(letters)), key=lambda place: letters[place].sign == " "):
        if not is_space:
            places = list(run)
            yield places[0], places[-1] + 1
