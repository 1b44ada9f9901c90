"""Which words stand at one height, on a page that bends or leans: heights are followed along the slope of the lines of text.

A sheet seen at an angle has lines that lean more at one end of the page than at the other; a curled sheet has lines that bend.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from extractors.pages.geometry import Corners

Level = Callable[[float, float], float]
"""Where a point (x, y in pixels) would stand if the page were flat and level: its height at the middle of the page."""

_LONG = 6.0
"""A line so many times as long as high says how the page leans there."""
_ENOUGH = 8
_FAR_OFF = 0.02
"""A slope that differs so much from what its neighbours say is not the page's."""


def levels(lines: Sequence[Corners], width: int, height: int) -> Level:
    """How to level the points of a page by its lines of text. The slope is taken to change evenly over the page."""
    ends = np.array([(*(line[0] + line[3]) / 2, *(line[1] + line[2]) / 2) for line in lines if _is_long(line)]).reshape(-1, 4)
    if len(ends) == 0:
        return lambda x, y: y
    run = ends[:, 2] - ends[:, 0]
    slope = (ends[:, 3] - ends[:, 1]) / run
    place = _terms((ends[:, 0] + ends[:, 2]) / 2 / width, (ends[:, 1] + ends[:, 3]) / 2 / height)
    a, b, c = _fitted(place, slope, run)

    def level(x: float, y: float) -> float:
        at = x / width
        return y - width * ((a + c * y / height) * (at - 0.5) + b * (at * at - 0.25) / 2)
    return level


def _is_long(line: Corners) -> bool:
    return bool(np.hypot(*(line[1] - line[0])) > _LONG * np.hypot(*(line[3] - line[0])))


def _terms(across: NDArray[np.float64], down: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack([np.ones_like(across), across, down])


def _fitted(place: NDArray[np.float64], slope: NDArray[np.float64], run: NDArray[np.float64]) -> tuple[float, float, float]:
    """The slope as a + b x + c y, by weighted least squares without what is far off; a alone where there are few lines."""
    usual = float(np.median(slope))
    kept = np.abs(slope - usual) < max(_FAR_OFF, 3 * float(np.median(np.abs(slope - usual))))
    if kept.sum() < _ENOUGH:
        return usual, 0.0, 0.0
    weight = np.sqrt(run[kept])
    a, b, c = np.linalg.lstsq(place[kept] * weight[:, None], slope[kept] * weight, rcond=None)[0]
    return float(a), float(b), float(c)
