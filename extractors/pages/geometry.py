"""Plane geometry of pictures: homographies (3 x 3, pixels to pixels) and what is done with them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import PageBox

Homography = NDArray[np.float64]
Corners = NDArray[np.float64]
"""Four points, x and y in pixels: top left, top right, bottom right, bottom left."""

IDENTITY: Homography = np.eye(3)


def quarter_turns(turns: int, width: int, height: int) -> Homography:
    """Where a pixel of a `width` x `height` picture goes when it is turned counter-clockwise by so many quarters."""
    return {
        0: IDENTITY,
        1: np.array([[0, 1, 0], [-1, 0, width], [0, 0, 1]], dtype=float),
        2: np.array([[-1, 0, width], [0, -1, height], [0, 0, 1]], dtype=float),
        3: np.array([[0, -1, height], [1, 0, 0], [0, 0, 1]], dtype=float),
    }[turns % 4]


def slant(angle: float, width: int, height: int) -> Homography:
    """A turn about the picture's centre by some degrees, counter-clockwise positive."""
    return np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])


def moved(points: Corners, by: Homography) -> Corners:
    return np.asarray(cv2.perspectiveTransform(points.reshape(1, -1, 2).astype(float), by)[0], dtype=float)


def page_box(points: Corners, width: int, height: int) -> PageBox:
    """The upright rectangle around some pixels, as fractions of the page."""
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return PageBox.clipped(float(x0) / width, float(y0) / height, float(x1) / width, float(y1) / height)
