"""Reads the words of a picture: PP-OCRv6 tiny everywhere, small again where a line was read with doubt.

What comes out are rows of words with boxes on the upright picture, however the picture lay before the camera.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np

from extractors.evidence import PageBox
from extractors.pages.geometry import Corners, Homography, moved, page_box
from extractors.pages.ocr import engines
from extractors.pages.page import Row, Segment, Word
from extractors.pages.picture import Picture
from extractors.pages.picture.upright import Straightened
from extractors.pages.rows import arrange

_DOUBTFUL = 0.97
"""A line read with less is read again by the small recogniser (measured; chain R)."""
_NOISE = 0.3
"""A line read with less is no text: texture, a stamp's edge."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as detected: its four corners in pixels, and its words, each with corners of its own."""

    corners: Corners
    score: float
    words: tuple[tuple[str, float, Corners], ...]


def read(page: Straightened) -> tuple[Row, ...]:
    """The rows of a straightened picture. Scores are the recogniser's mean certainty of a word's letters."""
    height, width = page.straight.shape[:2]
    scale = min(1.0, engines.LONGEST_SIDE / max(height, width))
    picture = page.straight if scale == 1.0 else np.asarray(cv2.resize(
        page.straight, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    words = [Word(text, page_box(_levelled(corners, line), picture.shape[1], picture.shape[0]), score)
             for line in _lines(picture) for text, score, corners in line.words]
    rows = arrange(words, picture.shape[1] / picture.shape[0])
    return tuple(_put_back(row, page.back, (width, height), (page.picture.shape[1], page.picture.shape[0])) for row in rows)


def _lines(picture: Picture) -> Iterator[_Line]:
    found = engines.reader()(picture, return_word_box=True)
    if found.boxes is None:
        return
    for corners, text, score, words in zip(found.boxes, found.txts, found.scores, found.word_results, strict=True):
        if score < _NOISE or not text.strip():
            continue
        line = _Line(np.asarray(corners, dtype=float), float(score),
                     tuple((word, float(certainty), np.asarray(place, dtype=float)) for word, certainty, place in words if word))
        yield _read_again(picture, line) if score < _DOUBTFUL else line


def _read_again(picture: Picture, line: _Line) -> _Line:
    """The line by the careful reader, where that one is at least about as sure."""
    again = engines.careful_reader()(_cut(picture, line.corners), use_det=False, use_cls=False, use_rec=True)
    if not again.txts or not again.txts[0].strip() or again.scores[0] < line.score - 0.05:
        return line
    texts, score = again.txts[0].split(), float(again.scores[0])
    if len(texts) == len(line.words):
        return replace(line, score=score, words=tuple(
            (text, max(score, certainty) if text == before else score, place)
            for text, (before, certainty, place) in zip(texts, line.words, strict=True)))
    return replace(line, score=score, words=tuple(_spread(texts, score, line.corners)))


def _spread(texts: list[str], score: float, corners: Corners) -> Iterator[tuple[str, float, Corners]]:
    """Words along a line, each as wide as its share of the letters."""
    letters = sum(map(len, texts)) + len(texts) - 1
    top_left, top_right, bottom_right, bottom_left = corners
    done = 0
    for text in texts:
        start, end = done / letters, (done + len(text)) / letters
        done += len(text) + 1
        yield text, score, np.array([top_left + (top_right - top_left) * start, top_left + (top_right - top_left) * end,
                                     bottom_left + (bottom_right - bottom_left) * end,
                                     bottom_left + (bottom_right - bottom_left) * start])


def _cut(picture: Picture, corners: Corners) -> Picture:
    """A line cut out and set level."""
    top_left, top_right, bottom_right, bottom_left = corners
    width = max(4, int(max(np.hypot(*(top_left - top_right)), np.hypot(*(bottom_left - bottom_right)))))
    height = max(4, int(max(np.hypot(*(top_left - bottom_left)), np.hypot(*(top_right - bottom_right)))))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    by = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    cut = cv2.warpPerspective(picture, by, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(np.rot90(cut)) if height >= 1.5 * width else np.asarray(cut, dtype=np.uint8)


def _levelled(word: Corners, line: _Line) -> Corners:
    """A word's corners at the height of its line's middle, so that the words of one slanted line share a row."""
    lean = line.corners[:, 1].mean() - word[:, 1].mean()
    half = (line.corners[3, 1] - line.corners[0, 1] + line.corners[2, 1] - line.corners[1, 1]) / 4
    middle = word[:, 1].mean() + lean
    return np.array([[word[:, 0].min(), middle - abs(half)], [word[:, 0].max(), middle + abs(half)]])


def _put_back(row: Row, back: Homography, straight: tuple[int, int], shown: tuple[int, int]) -> Row:
    return Row(tuple(Segment(tuple(replace(word, box=_shown_box(word.box, back, straight, shown)) for word in segment.words))
                     for segment in row.segments))


def _shown_box(box: PageBox, back: Homography, straight: tuple[int, int], shown: tuple[int, int]) -> PageBox:
    (width, height) = straight
    corners = np.array([[box.x0, box.y0], [box.x1, box.y0], [box.x1, box.y1], [box.x0, box.y1]]) * (width, height)
    return page_box(moved(corners, back), *shown)
