"""Reads the words of a picture: finds its lines, reads each, and puts the words in rows.

What comes out are rows of words with boxes on the upright picture, however the picture lay before the camera.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

import cv2
import numpy as np

from extractors.evidence import PageBox
from extractors.pages.geometry import Corners, Homography, moved, page_box
from extractors.pages.ocr import engines
from extractors.pages.ocr.level import levels
from extractors.pages.ocr.line import Line, read_line
from extractors.pages.ocr.looks import looks
from extractors.pages.ocr.rules import ruled_cells
from extractors.pages.page import Row, Segment, Word
from extractors.pages.picture import Picture
from extractors.pages.picture.upright import Straightened
from extractors.pages.rows import arrange

_ILLEGIBLE = 0.65
"""A line read with less was guessed more than read."""
_NOISE = 0.3
"""A line read with less is no text: texture, a stamp's edge."""


class Sheet:
    """A page with its lines found. They are read when they are asked for, each once."""

    def __init__(self, page: Straightened) -> None:
        self._page = page
        self._looks = looks(page.straight)
        self._places = _places(self._looks.searched)
        self._lines: dict[int, Line] = {}

    def _line(self, number: int) -> Line:
        if number not in self._lines:
            corners = self._places[number]
            self._lines[number] = read_line(corners, [_cut(look, corners) for look in self._looks.read])
        return self._lines[number]

    def illegible(self, of: int | None = None) -> int:
        """How many of its lines, or of so many of the longest, can hardly be read, as those written by hand are."""
        longest = sorted(range(len(self._places)), key=lambda number: -_length(self._places[number]))
        lines = map(self._line, longest[:of])
        return sum(line.score < _ILLEGIBLE and _length(line.corners) > 3 * _height(line.corners) for line in lines)

    def rows(self) -> tuple[Row, ...]:
        """The words, each with a box on the picture that people see; their scores are the mean certainty of their letters."""
        lines = [line for line in map(self._line, range(len(self._places))) if line.score >= _NOISE]
        page = self._page
        return tuple(Row(tuple(Segment(tuple(replace(word, box=_shown(corners, page.back, page.picture)) for word, corners in segment))
                               for segment in row)) for row in _arranged(lines, page.straight))


def _length(line: Corners) -> float:
    return float(np.hypot(*(line[1] - line[0])))


def _height(line: Corners) -> float:
    return float(np.hypot(*(line[3] - line[0])))


_Placed = tuple[Word, Corners]


def _arranged(lines: Sequence[Line], straight: Picture) -> Iterator[list[list[_Placed]]]:
    """Rows of segments of words, each with its corners in the picture. Words are compared at the level of their lines."""
    height, width = straight.shape[:2]
    level = levels([line.corners for line in lines], width, height)
    placed: dict[int, _Placed] = {}
    words = []
    for line in lines:
        middle = level(*line.corners.mean(axis=0))
        for text, score, corners in line.words:
            words.append(Word(text, _level_box(corners, middle, width, height), score))
            placed[id(words[-1])] = words[-1], corners
    for row in arrange(words, width / height, ruled_cells(straight, level)):
        yield [[placed.get(id(word)) or _closed_up(word, placed.values()) for word in segment.words] for segment in row.segments]


def _closed_up(word: Word, placed: Iterable[_Placed]) -> _Placed:
    """A word of spaced letters, with the outer corners of the first and the last of them."""
    box = word.box
    letters = [(one.box.x0, corners) for one, corners in placed if box.x0 <= one.box.x0 and one.box.x1 <= box.x1
               and box.y0 <= one.box.y0 and one.box.y1 <= box.y1]
    first, last = (end(letters, key=itemgetter(0))[1] for end in (min, max))
    return word, np.array([first[0], last[1], last[2], first[3]])


def _places(seen: Sequence[Picture]) -> list[Corners]:
    """Where lines are: those of the first look, and of the others those that lie elsewhere. A picture that needs several looks needs
    careful ones."""
    places: list[Corners] = []
    for look in seen:
        found = engines.detector().lines(look, careful=len(seen) > 1)
        places += [corners for corners in found if not any(_overlap(corners, other) for other in places)]
    return places


def _overlap(some: Corners, other: Corners) -> bool:
    """Whether two lines share much of the smaller one's place, measured level."""
    (ax0, ay0), (ax1, ay1), (bx0, by0), (bx1, by1) = some.min(axis=0), some.max(axis=0), other.min(axis=0), other.max(axis=0)
    common = max(0.0, min(ax1, bx1) - max(ax0, bx0)) * max(0.0, min(ay1, by1) - max(ay0, by0))
    return bool(common > 0.3 * min((ax1 - ax0) * (ay1 - ay0), (bx1 - bx0) * (by1 - by0)))


def _cut(picture: Picture, corners: Corners) -> Picture:
    """A line cut out and set level."""
    top_left, top_right, bottom_right, bottom_left = corners
    width = max(4, int(max(np.hypot(*(top_left - top_right)), np.hypot(*(bottom_left - bottom_right)))))
    height = max(4, int(max(np.hypot(*(top_left - bottom_left)), np.hypot(*(top_right - bottom_right)))))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    by = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    cut = cv2.warpPerspective(picture, by, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(np.rot90(cut)) if height >= 1.5 * width else np.asarray(cut, dtype=np.uint8)


def _level_box(word: Corners, middle: float, width: int, height: int) -> PageBox:
    """A word's box moved to the height of its line's middle."""
    half = float(word[3, 1] - word[0, 1] + word[2, 1] - word[1, 1]) / 4
    return page_box(np.array([[word[:, 0].min(), middle - abs(half)], [word[:, 0].max(), middle + abs(half)]]), width, height)


def _shown(corners: Corners, back: Homography, picture: Picture) -> PageBox:
    """The box of some corners on the picture that people see."""
    return page_box(moved(corners, back), picture.shape[1], picture.shape[0])
