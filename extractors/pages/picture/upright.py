"""Straightens a picture for reading, and remembers how to go back: the sheet cut out of a photo, quarter turns, small slant."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pages.geometry import IDENTITY, Corners, Homography, quarter_turns, slant
from extractors.pages.ocr import engines
from extractors.pages.picture import LONGEST_SIDE, Picture

_MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
_SPREAD = np.array([0.229, 0.224, 0.225], dtype=np.float32)
_LEAST_SLANT = 0.25
"""Degrees. Less than this does not hurt reading."""
_MOST_SLANT = 8.0


@dataclass(frozen=True, slots=True)
class Straightened:
    """`picture`: the upright picture as shown to people. `straight`: what is read. `back`: pixels of `straight` to pixels of
    `picture`. `rotation`: degrees clockwise that were undone. `sheets`: how many sheets a photo shows; none of several is cut out."""

    picture: Picture
    straight: Picture
    back: Homography
    rotation: int
    sheets: int = 1


def straighten(picture: Picture, is_photo: bool) -> Straightened:
    """Upright and straight, and no larger than it is read. The sheet is looked for in photos only: a scan is the sheet."""
    found = _sheets(picture) if is_photo else []
    corners = found[0] if len(found) == 1 else None
    small, scale = _as_large_as_read(picture, corners)
    to_small = np.diag([scale, scale, 1.0])
    sheet, to_sheet = (small, IDENTITY) if corners is None else _sheet(small, corners * scale)
    turns = _quarter_turns_needed(sheet)
    upright = np.ascontiguousarray(np.rot90(picture, turns))
    turned = np.ascontiguousarray(np.rot90(sheet, turns))
    angle = _slant_angle(turned)
    height, width = turned.shape[:2]
    to_straight = slant(angle, width, height) if abs(angle) >= _LEAST_SLANT else IDENTITY
    straight = turned if to_straight is IDENTITY else _warp(turned, to_straight, width, height)
    forward = (to_straight @ quarter_turns(turns, sheet.shape[1], sheet.shape[0]) @ to_sheet @ to_small
               @ np.linalg.inv(quarter_turns(turns, picture.shape[1], picture.shape[0])))
    return Straightened(upright, straight, np.linalg.inv(forward), 90 * turns, max(1, len(found)))


def _as_large_as_read(picture: Picture, corners: Corners | None) -> tuple[Picture, float]:
    """The picture, smaller where its sheet is larger than is read; and the scale."""
    longest = max(picture.shape[:2]) if corners is None else float(np.hypot(*(corners - np.roll(corners, 1, axis=0)).T).max())
    scale = LONGEST_SIDE / longest
    if scale >= 1:
        return picture, 1.0
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8), scale


def _warp(picture: Picture, by: Homography, width: int, height: int) -> Picture:
    return np.asarray(cv2.warpPerspective(picture, by, (width, height), flags=cv2.INTER_LINEAR,
                                          borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)


def _quarter_turns_needed(picture: Picture) -> int:
    """Counter-clockwise quarter turns that set the page upright, by PP-LCNet (short side 256, centre 224)."""
    height, width = picture.shape[:2]
    scale = 256 / min(height, width)
    small = cv2.resize(picture, (max(224, round(width * scale)), max(224, round(height * scale))), interpolation=cv2.INTER_AREA)
    top, left = (small.shape[0] - 224) // 2, (small.shape[1] - 224) // 2
    crop = small[top:top + 224, left:left + 224, ::-1].astype(np.float32) / 255
    tensor = ((crop - _MEAN) / _SPREAD).transpose(2, 0, 1)[None].astype(np.float32)
    session = engines.orientation()
    scores = session.run(None, {session.get_inputs()[0].name: tensor})[0]
    return int(np.argmax(scores))


# The sheet in a photo

_SHEET_SIDE = 600
_LEAST_SHARE = 0.25
"""Of the photo's area; less is no sheet but something on it."""
_LEAST_OF_SEVERAL = 0.12
"""The same where there are several."""


def _sheet(photo: Picture, corners: Corners) -> tuple[Picture, Homography]:
    """The sheet of paper cut out of a photo and flattened."""
    top_left, top_right, bottom_right, bottom_left = corners
    width = int(max(np.hypot(*(top_right - top_left)), np.hypot(*(bottom_right - bottom_left))))
    height = int(max(np.hypot(*(bottom_left - top_left)), np.hypot(*(bottom_right - top_right))))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    by: Homography = np.asarray(cv2.getPerspectiveTransform(corners.astype(np.float32), target), dtype=float)
    return _warp(photo, by, width, height), by


def _sheets(photo: Picture) -> list[Corners]:
    """Where sheets lie in a photo: the one that stands out best, or several that lie apart; none where none stands out."""
    scale = _SHEET_SIDE / max(photo.shape[:2])
    grey = cv2.cvtColor(cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    brighter, *others = _sheet_masks(np.asarray(cv2.GaussianBlur(grey, (5, 5), 0), dtype=np.uint8))
    apart = _quadrilaterals(brighter, _LEAST_OF_SEVERAL)
    if len(apart) > 1:
        return [_ordered(corners / scale) for _, corners in apart]
    one = max((quad for mask in (brighter, *others) for quad in _quadrilaterals(mask, _LEAST_SHARE)), key=itemgetter(0), default=None)
    return [] if one is None else [_ordered(one[1] / scale)]


def _sheet_masks(grey: Picture) -> list[Picture]:
    """Where a sheet might be: brighter than the table, or inside an edge."""
    masks = [cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1],
             cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 201, -3)]
    for low, high in ((20, 60), (40, 120)):
        masks.append(cv2.dilate(cv2.Canny(grey, low, high), np.ones((5, 5), np.uint8)))
    return [np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8)), dtype=np.uint8) for mask in masks]


def _quadrilaterals(mask: Picture, least: float) -> list[tuple[float, Corners]]:
    """Large four-cornered outlines, with how well each fits its hull, weighted by area."""
    area = float(mask.shape[0] * mask.shape[1])
    found = []
    outlines = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]
    for outline in sorted(outlines, key=cv2.contourArea, reverse=True)[:3]:
        hull = cv2.convexHull(outline)
        hull_area = cv2.contourArea(hull)
        if hull_area < least * area:
            continue
        for tolerance in (0.015, 0.02, 0.03, 0.05, 0.08):
            corners = cv2.approxPolyDP(hull, tolerance * cv2.arcLength(hull, True), True)
            if len(corners) != 4:
                continue
            covered = cv2.contourArea(corners)
            if covered < 0.985 * area and covered > 0.9 * hull_area:
                found.append((covered / hull_area * min(covered, 0.9 * area), corners.reshape(4, 2).astype(float)))
            break
    return found


def _ordered(corners: Corners) -> Corners:
    """Clockwise from the corner nearest the top left."""
    centre = corners.mean(axis=0)
    around = corners[np.argsort(np.arctan2(corners[:, 1] - centre[1], corners[:, 0] - centre[0]))]
    return np.roll(around, -int(np.argmin(around.sum(axis=1))), axis=0)


# Small slant

def _slant_angle(picture: Picture) -> float:
    """Degrees of a small slant, by the turn that makes the profile of ink over the rows sharpest; 0 where there is little ink."""
    scale = min(1.0, 900 / max(picture.shape[:2]))
    grey = cv2.resize(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    margin_y, margin_x = ink.shape[0] // 30 + 1, ink.shape[1] // 30 + 1
    dots = np.argwhere(ink[margin_y:-margin_y, margin_x:-margin_x] > 0)
    if len(dots) < 200:
        return 0.0
    rows, columns = dots[::max(1, len(dots) // 40_000)].astype(np.float64).T
    coarse = max(np.arange(-_MOST_SLANT, _MOST_SLANT + 0.01, 0.5), key=lambda angle: _sharpness(rows, columns, angle))
    return float(max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=lambda angle: _sharpness(rows, columns, angle)))


def _sharpness(rows: NDArray[np.float64], columns: NDArray[np.float64], angle: float) -> float:
    heights = rows - np.tan(np.deg2rad(angle)) * columns
    profile = np.bincount((heights - heights.min()).astype(np.int32)).astype(np.float64)
    return float(((profile[1:] - profile[:-1]) ** 2).sum())
