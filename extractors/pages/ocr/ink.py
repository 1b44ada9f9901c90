"""Coloured ink: stamps, seals, ruled and printed grounds. Text is nearly always the darkest ink, whatever lies over or under it."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.pages.picture import Picture

_COLOURED = 50
"""Of 255: how far the channels of a coloured spot lie apart."""
_LEAST, _MOST = 0.04, 0.6
"""Share of the ink that is coloured, from which on it is in the way; where nearly all is, the text itself is coloured."""


def without_colour(picture: Picture) -> Picture | None:
    """The picture with coloured ink made pale: the brightest channel of each spot. None where there is too little colour to be in the way,
    or so much that it may be the text."""
    small = cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 10) > 0
    apart = np.asarray(small.max(axis=2) - small.min(axis=2))
    share = float((apart[ink] > _COLOURED).mean()) if ink.any() else 0.0
    if not _LEAST <= share <= _MOST:
        return None
    brightest = picture.max(axis=2, keepdims=True)
    return np.ascontiguousarray(np.repeat(brightest, 3, axis=2))
