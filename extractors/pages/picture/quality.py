"""How well a picture can be read, told before it is read: measures of the straightened picture, and what they mean to a person.

Nothing is ever refused for its quality: the codes are warnings. The thresholds stand where reading begins to fail.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import cv2
import numpy as np

from extractors.pages.picture import Picture


@dataclass(frozen=True, slots=True)
class Quality:
    """`letter_height`: of a small letter, in pixels. `edge_width`: of a letter's edge, in letter heights; wide is blurred. `paper`:
    how bright the paper is, `contrast`: how much darker the ink is, both of 255. `ink`: share of the page. `at_edge`: share of the
    letters that touch the picture's edge."""

    letter_height: float
    edge_width: float
    paper: float
    contrast: float
    ink: float
    at_edge: float

    def as_json(self) -> dict[str, float]:
        return {name: round(float(value), 4) for name, value in asdict(self).items()}

    @property
    def codes(self) -> tuple[str, ...]:
        """The contract's codes of what a person could do better."""
        return ()


_LEAST_LETTERS = 20


def look(page: Picture) -> Quality:
    """The measures of a straightened page. About 50 ms."""
    grey = np.asarray(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    ink = np.asarray(cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 15), dtype=np.uint8)
    letters = _letters(ink)
    height = float(np.median(letters[:, 3])) if len(letters) >= _LEAST_LETTERS else 0.0
    paper = float(np.percentile(grey[::4, ::4], 90))
    return Quality(height, _edge_width(grey, ink, height), paper, _contrast(grey, ink), float((ink > 0).mean()), _at_edge(letters, grey))


def _letters(ink: Picture) -> Picture:
    """Boxes (left, top, width, height) of what has the shape of a letter."""
    boxes = cv2.connectedComponentsWithStats(ink, connectivity=8)[2][1:]
    width, height, area = boxes[:, 2], boxes[:, 3], boxes[:, 4]
    fits = (height >= 4) & (height < 200) & (width >= 2) & (width < 3 * height) & (area > 0.15 * width * height)
    return np.asarray(boxes[fits])


def _edge_width(grey: Picture, ink: Picture, height: float) -> float:
    """How many pixels a letter's edge takes from paper to ink, in letter heights: the local range of greys over the slope there."""
    if height == 0:
        return 0.0
    edge = cv2.morphologyEx(ink, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0
    reach = int(max(3, height / 2)) | 1
    kernel = np.ones((reach, reach), np.uint8)
    span = cv2.subtract(cv2.dilate(grey, kernel), cv2.erode(grey, kernel))[edge].astype(np.float32)
    slope = (cv2.magnitude(cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=0.25), cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=0.25)))[edge]
    strong = (span > 30) & (slope > 1)
    return float(np.median(2 * span[strong] / slope[strong]) / height) if strong.sum() > 100 else 0.0


def _contrast(grey: Picture, ink: Picture) -> float:
    """How much darker the ink is than the paper beside it."""
    if not ink.any():
        return 0.0
    near = (cv2.dilate(ink, np.ones((9, 9), np.uint8)) > 0) & (ink == 0)
    return float(np.median(grey[near])) - float(np.percentile(grey[ink > 0], 25))


def _at_edge(letters: Picture, grey: Picture) -> float:
    if len(letters) < _LEAST_LETTERS:
        return 0.0
    height, width = grey.shape
    left, top, right, bottom = letters[:, 0], letters[:, 1], letters[:, 0] + letters[:, 2], letters[:, 1] + letters[:, 3]
    return float(((left <= 1) | (top <= 1) | (right >= width - 1) | (bottom >= height - 1)).mean())
