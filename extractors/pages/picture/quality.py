"""How well a picture can be read, told before it is read: measures of the straightened picture, and what they mean to a person.

Nothing is ever refused for its quality: the codes are warnings. The thresholds stand where reading begins to fail.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pages.picture import Picture


@dataclass(frozen=True, slots=True)
class Quality:
    """`letter_height`: of a small letter, in pixels; 0 where there are none. `edge_width`: pixels that a letter's edge takes from paper
    to ink, across or along the lines, whichever is wider. `paper`: how bright the paper is, `contrast`: how much darker the ink is, both
    of 255. `ink`: share of the page. `at_edge`: letters that touch the same side of the picture. `illegible`: lines that could hardly be
    read, of those that were tried."""

    letter_height: float
    edge_width: float
    paper: float
    contrast: float
    ink: float
    at_edge: int
    illegible: int = 0

    def as_json(self) -> dict[str, float]:
        return {name: round(float(value), 4) for name, value in asdict(self).items()}

    @property
    def codes(self) -> tuple[str, ...]:
        """The contract's codes of what a person could do better."""
        if self.letter_height == 0 and self.ink < _NO_INK and not self.illegible:
            return ("dark",) if self.paper < _DARK else ("blank_page",)
        found = {"low_resolution": 0 < self.letter_height < _SMALL,
                 "blurry": self.edge_width > max(_WIDE, _WIDE_OF_LETTER * self.letter_height) and self.letter_height > 0,
                 "dark": self.paper < _DARK, "cut_off": self.at_edge >= _CUT}
        codes = tuple(code for code, is_so in found.items() if is_so)
        return ("handwritten",) if self.illegible >= _MANY and not codes else codes


# Measured on printed pages made worse step by step: from here on fewer than 95 words of 100 are read, where 98 were.
_SMALL = 8.0
_WIDE, _WIDE_OF_LETTER = 5.5, 0.28
_DARK = 65.0
_CUT = 6
_NO_INK = 0.0003
_LEAST_LETTERS = 20
_MANY = 3
"""So many lines that can hardly be read, on a page that is otherwise good, are written by hand."""
_ENOUGH, _FEW = 60_000, 100
"""So many spots on the edges of letters are looked at; with so few nothing is said."""


def look(page: Picture) -> Quality:
    """The measures of a straightened page. About 50 ms."""
    grey = np.asarray(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    ink = np.asarray(cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 15), dtype=np.uint8)
    letters = _letters(ink)
    height = _usual_height(letters) if len(letters) >= _LEAST_LETTERS else 0.0
    paper = float(np.percentile(grey[::4, ::4], 90))
    return Quality(height, _edge_width(grey, ink, height), paper, _contrast(grey, ink), cv2.countNonZero(ink) / ink.size,
                   _at_edge(letters, grey, height))


def _letters(ink: Picture) -> Picture:
    """Boxes and areas (left, top, width, height, area) of what has the shape of a letter."""
    boxes = cv2.connectedComponentsWithStats(ink, connectivity=8)[2][1:]
    width, height, area = boxes[:, 2], boxes[:, 3], boxes[:, 4]
    fits = (height >= 4) & (height < 200) & (width >= 2) & (width < 3 * height) & (area > 0.15 * width * height)
    return np.asarray(boxes[fits])


def _usual_height(letters: Picture) -> float:
    """The median by area: of a printed ground there are more specks than letters, but less of them."""
    heights, areas = letters[:, 3], letters[:, 4]
    order = np.argsort(heights)
    return float(heights[order][np.searchsorted(np.cumsum(areas[order]), areas.sum() / 2)])


def _edge_width(grey: Picture, ink: Picture, height: float) -> float:
    """The local range of greys over the slope, where letters end: apart for edges across and along the lines, since a hand that moves
    blurs one of them only."""
    if height == 0:
        return 0.0
    edge = np.flatnonzero(cv2.morphologyEx(ink, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)))
    edge = edge[::len(edge) // _ENOUGH + 1]
    reach = int(max(3, height / 2)) | 1
    kernel = np.ones((reach, reach), np.uint8)
    span = cv2.subtract(cv2.dilate(grey, kernel), cv2.erode(grey, kernel)).ravel()[edge].astype(np.float32)
    across, down = (np.abs(cv2.Sobel(grey, cv2.CV_16S, *order).ravel()[edge]) / 4 for order in ((1, 0), (0, 1)))
    return max(_usual_width(span, across, down), _usual_width(span, down, across))


def _usual_width(span: NDArray[np.float32], slope: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    strong = (span > 30) & (slope > 1) & (slope > 2 * other)
    return float(np.median(2 * span[strong] / slope[strong])) if strong.sum() > _FEW else 0.0


def _contrast(grey: Picture, ink: Picture) -> float:
    """How much darker the ink is than the paper beside it."""
    if not ink.any():
        return 0.0
    near = np.asarray(cv2.subtract(cv2.dilate(ink, np.ones((9, 9), np.uint8)), ink), dtype=np.uint8)
    return _shade(grey, near, 50) - _shade(grey, ink, 25)


def _shade(grey: Picture, where: Picture, percent: float) -> float:
    """The grey of a place that so many percent of it are darker than."""
    counts = np.cumsum(cv2.calcHist([grey], [0], where, [256], [0, 256]))
    return float(np.searchsorted(counts, counts[-1] * percent / 100))


def _at_edge(letters: Picture, grey: Picture, letter: float) -> int:
    """How many letters of the usual height touch the left or the right side, or how many of any height the upper or the lower one."""
    if letter == 0:
        return 0
    height, width = grey.shape
    left, top, right, bottom = letters[:, 0], letters[:, 1], letters[:, 0] + letters[:, 2], letters[:, 1] + letters[:, 3]
    usual = (letters[:, 3] > 0.7 * letter) & (letters[:, 3] < 1.8 * letter)
    beside = max(int((usual & (left <= 1)).sum()), int((usual & (right >= width - 1)).sum()))
    over_or_under = max(int((top <= 1).sum()), int((bottom >= height - 1).sum()))
    return max(beside, over_or_under // 3)
