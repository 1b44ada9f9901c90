"""Ways to look at a picture before it is read: in even light, and without coloured ink. Each only where the picture needs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pages.picture import Picture

_COLOURED = 50
"""Of 255: how far the channels of a coloured spot lie apart."""
_LEAST, _MOST = 0.04, 0.6
"""Share of the ink that is coloured, from which on it is in the way; where nearly all is, the text itself is coloured."""
_AROUND = 40
"""Pixels beside coloured ink that are looked at with it."""
_DIM = 200
"""Of 255: paper darker than this, in a fifth of the picture, lies in the shadow."""
_PAPER_SIDE = 700
"""Pixels of the longer side: enough to know how bright the paper is."""
_PALE = 140
"""Of 255: where the darkest hundredth of a picture is lighter, the ink has faded."""
_PALE_INK = 60
"""Of 255: ink that is lighter than this is drawn out to black."""


@dataclass(frozen=True, slots=True)
class Looks:
    """A picture in the order in which it is searched for lines, and in the order in which lines are read."""

    searched: tuple[Picture, ...]
    read: tuple[Picture, ...]


def looks(picture: Picture) -> Looks:
    """Coloured ink hides lines, so they are searched for without it; but words may be coloured themselves, so that they are read as
    they are first. In bad light everything is better seen in even light."""
    coloured = _coloured_ink(picture)
    plain = picture if coloured is None else np.asarray(cv2.cvtColor(_brightest(picture), cv2.COLOR_GRAY2BGR), dtype=np.uint8)
    if _is_dim(picture) or _is_pale(picture):
        even = _in_even_light(plain)
        return Looks((even, picture), (even, picture))
    return Looks((picture,), (picture,)) if coloured is None else Looks((plain, _alone(picture, coloured)), (picture, plain))


_Box = tuple[slice, slice]


def _coloured_ink(picture: Picture) -> _Box | None:
    """Where coloured ink lies: stamps, printed grounds. Text is nearly always the darkest ink, whatever stamp lies over it or ground
    under it. None where there is too little colour to be in the way, or so much that it may be the text."""
    small = np.ascontiguousarray(picture[::2, ::2])
    ink = cv2.adaptiveThreshold(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 10)
    coloured = cv2.bitwise_and(ink, cv2.inRange(cv2.subtract(_brightest(small), _darkest(small)), _COLOURED + 1, 255))
    share = cv2.countNonZero(coloured) / max(1, cv2.countNonZero(ink))
    if not _LEAST <= share <= _MOST:
        return None
    left, top, width, height = (2 * side for side in cv2.boundingRect(coloured))
    return slice(max(0, top - _AROUND), top + height + _AROUND), slice(max(0, left - _AROUND), left + width + _AROUND)


def _alone(picture: Picture, part: _Box) -> Picture:
    """A part of the picture in its place, on blank paper."""
    blank = np.full_like(picture, 255)
    blank[part] = picture[part]
    return blank


def _brightest(picture: Picture) -> Picture:
    """The brightest channel of each spot."""
    blue, green, red = cv2.split(picture)
    return np.asarray(cv2.max(cv2.max(blue, green), red), dtype=np.uint8)


def _darkest(picture: Picture) -> Picture:
    blue, green, red = cv2.split(picture)
    return np.asarray(cv2.min(cv2.min(blue, green), red), dtype=np.uint8)


def _is_dim(picture: Picture) -> bool:
    return float(np.percentile(_paper(cv2.cvtColor(np.ascontiguousarray(picture[::2, ::2]), cv2.COLOR_BGR2GRAY)), 20)) < _DIM


def _is_pale(picture: Picture) -> bool:
    return float(np.percentile(picture[::4, ::4, 1], 1)) > _PALE


def _in_even_light(picture: Picture) -> Picture:
    """Each spot as bright as it is beside the paper around it."""
    height, width = picture.shape[:2]
    paper = cv2.resize(_paper(picture), (width, height), interpolation=cv2.INTER_LINEAR)
    even = np.asarray(cv2.divide(picture, paper, scale=255), dtype=np.uint8)
    darkest = float(np.percentile(even[::4, ::4], 1))
    if darkest <= _PALE_INK:
        return even
    least = darkest - _PALE_INK / 3
    return np.asarray(np.clip((even.astype(np.float32) - least) * (255 / (255 - least)), 0, 255), dtype=np.uint8)


def _paper(picture: NDArray[Any]) -> Picture:
    """The paper without what is on it, small."""
    scale = min(1.0, _PAPER_SIDE / max(picture.shape[:2]))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.medianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), 21), dtype=np.uint8)
