"""The words of a PDF page's own text layer, by PDFium: exact text and boxes at about 3 ms a page.

PDFium is not thread-safe: one process reads one file at a time.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterable, Iterator

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from extractors.evidence import PageBox
from extractors.pages.page import Word
from extractors.pages.pdf import calls

_SOFT_HYPHEN = "\u00ad"
_RUN = re.compile("[^\\s\\x00\ufffe\\x02]+\\x02?|\\x02")
"""Letters without a blank between them. x02 is what PDFium gives for a hyphen at the end of a line, without a blank behind it:
« aide- / soignante »."""
_STOP = re.compile("[,.;:)]")

_MOST_LETTERS = 400_000
"""More than this is no page of words: it is read as it looks."""
_BLANK = 0.12
"""Of the line's height: a gap as wide is a blank."""
_TWIN = 0.0025
"""Of the page's sides, about a point and a half: no two words that are meant as two begin so near each other."""

_Boxes = NDArray[np.float64]
"""One a row: left, top, right and bottom as fractions of the upright page."""
Affine = tuple[tuple[float, float, float], tuple[float, float, float]]


def words(page: pdfium.PdfPage) -> tuple[list[Word], int]:
    """The words on a page, with boxes on the upright page (the page's own /Rotate undone), and how many letters the file gives no
    meaning for. Words outside of the page are left out: nobody sees them."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > _MOST_LETTERS:
            return [], count
        address = calls.address(text_page.raw)
        letters, boxes = _letters(address, count, to_page(page))
        unmapped = sum([calls.is_unmapped(address, index) == 1 for index in range(count)])
    finally:
        text_page.close()
    width, height = page.get_size()
    return list(_once(_words(letters, boxes, width / height))), unmapped


def _letters(text_page: calls.Address, count: int, to_page: Affine) -> tuple[str, _Boxes]:
    """The letters of a page without soft hyphens, each with its loose box; blank what stands on the curve of a seal."""
    letters = "".join([chr(calls.letter(text_page, index)) for index in range(count)])
    for index in _on_a_curve(letters, np.degrees([calls.angle(text_page, index) for index in range(count)])):
        letters = f"{letters[:index]} {letters[index + 1 :]}"
    found = np.zeros((count, 4), np.float32)
    for index, place in enumerate(range(found.ctypes.data, found.ctypes.data + found.nbytes, 16)):
        calls.loose_box(text_page, index, place)
    left, top, right, bottom = found.T.astype(float)
    (a, b, c), (d, e, f) = to_page
    with np.errstate(over="ignore", invalid="ignore"):  # a hostile file's boxes may lie anywhere
        x, y = (a * left + b * top + c, a * right + b * bottom + c), (d * left + e * top + f, d * right + e * bottom + f)
    placed = np.column_stack([np.minimum(*x), np.minimum(*y), np.maximum(*x), np.maximum(*y)])
    if _SOFT_HYPHEN in letters:
        placed = placed[[letter != _SOFT_HYPHEN for letter in letters]]
    return letters.replace(_SOFT_HYPHEN, ""), placed


_TURN, _BEND = 1.5, 3
"""Degrees by which two letters of one straight line never differ; so many turns from letter to letter are a curve."""


def _on_a_curve(letters: str, angles: NDArray[np.float64]) -> list[int]:
    """The letters of lines that bend, as around a seal: each leans otherwise than those beside it. They would stand as single letters
    among the words of the rows at their height."""
    seen = np.flatnonzero([not letter.isspace() for letter in letters])
    turns = np.abs((np.diff(angles[seen]) + 180) % 360 - 180) > _TURN
    edges = np.flatnonzero(np.diff(np.concatenate([[False], turns, [False]]).astype(int)))
    bends = [(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True) if last - first >= _BEND]
    bent = [int(index) for first, last in bends for index in seen[first + (first > 0) : last + (last == len(turns))]]
    return bent if 2 * len(bent) < len(seen) else []  # else it is the page that is written so


def _words(letters: str, boxes: _Boxes, aspect: float) -> Iterator[Word]:
    """Runs of letters whose middle lies on the page."""
    spans = _closed_up(list(_spans(letters, boxes, aspect)), boxes, aspect)
    if not spans:
        return
    ends, padded = np.ravel(spans), np.vstack([boxes, boxes[-1:]])
    lowest, highest = np.minimum.reduceat(padded, ends)[::2, :2], np.maximum.reduceat(padded, ends)[::2, 2:]
    with np.errstate(invalid="ignore"):
        middle = (lowest + highest) / 2
    shown = np.hstack([lowest, highest]).clip(0, 1)
    for index in np.flatnonzero(np.all((middle >= 0) & (middle <= 1), axis=1)):
        start, end = spans[index]
        text = "".join(letters[start:end].split())  # spaced letters have blanks between
        yield Word(unicodedata.normalize("NFC", text.replace("\x02", "-")), PageBox(*shown[index].tolist()))


def _spans(letters: str, boxes: _Boxes, aspect: float) -> Iterator[tuple[int, int]]:
    """Where each run of letters begins and ends. A run is parted where a gap follows a stop: PDFium takes the narrow blanks of some
    fonts for none, « 2021,sur »."""
    for run in _RUN.finditer(letters):
        start, end = run.span()
        for stop in _STOP.finditer(letters, start, end - 1):
            place = stop.end()
            (_, top, right, bottom), (left, *_) = boxes[place - 1].tolist(), boxes[place].tolist()
            if (left - right) * aspect > _BLANK * (bottom - top):
                yield start, place
                start = place
        yield start, end


_SPACED = 0.05
"""Of the line's height: letters of one run so far apart are set in spaced letters; the boxes of others touch."""
_LETTER_GAP = 1.5
"""A gap of no more than so many of those between the letters of a line's runs parts no words: a blank adds its own width and two of
them."""


def _closed_up(spans: list[tuple[int, int]], boxes: _Boxes, aspect: float) -> list[tuple[int, int]]:
    """Runs that PDFium parted where letters only stand apart, as words again: « CERT IFICAT D E TRAVAI L »."""
    if len(spans) < 2 or not len(boxes):
        return spans
    heights = boxes[:, 3] - boxes[:, 1]
    with np.errstate(invalid="ignore"):
        gaps = (boxes[1:, 0] - boxes[:-1, 2]) * aspect / np.maximum(heights[:-1], 1e-6)
    inside = [gaps[start : end - 1] for start, end in spans]
    if sum(bool(one.size) and float(np.median(one)) > _SPACED for one in inside) < 1:
        return spans
    closed: list[tuple[int, int]] = []
    for line in _by_lines(spans, boxes):
        known = np.concatenate([gaps[start : end - 1] for start, end in line])
        usual = float(np.quantile(known, 0.75)) if known.size else 0.0
        joined = [line[0]]
        for start, end in line[1:]:
            before = joined[-1][1] - 1
            gap = (boxes[start, 0] - boxes[before, 2]) * aspect / max(heights[before], 1e-6)
            if usual > _SPACED and 0 < gap <= _LETTER_GAP * usual:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        closed += joined
    return closed


def _by_lines(spans: list[tuple[int, int]], boxes: _Boxes) -> Iterator[list[tuple[int, int]]]:
    """Runs that follow each other on one line, left to right."""
    line = [spans[0]]
    for start, end in spans[1:]:
        last, first = boxes[line[-1][1] - 1], boxes[start]
        level = min(last[3], first[3]) - max(last[1], first[1]) > 0.5 * min(last[3] - last[1], first[3] - first[1])
        if level and first[0] > last[0]:
            line.append((start, end))
        else:
            yield line
            line = [(start, end)]
    yield line


def _once(words: Iterable[Word]) -> Iterator[Word]:
    """Words without those that lie on their like: bold is at times made by drawing twice, and PDFium sees that only within a line."""
    seen: dict[str, dict[tuple[int, int], PageBox]] = {}
    for word in words:
        column, line = int(word.box.x0 / _TWIN), int(word.box.y0 / _TWIN)
        alike = seen.setdefault(word.text, {})
        near = (alike.get((column + right, line + down)) for right in (-1, 0, 1) for down in (-1, 0, 1)) if alike else ()
        if not any(box and abs(box.x0 - word.box.x0) < _TWIN and abs(box.y0 - word.box.y0) < _TWIN for box in near):
            alike[column, line] = word.box
            yield word


_DEVICE = 100_000


def to_page(page: pdfium.PdfPage) -> Affine:
    """The affine map (2 x 3) from the PDF's points to fractions of the upright page. PDFium undoes crop box and rotation."""
    (x, y), (xa, ya), (xb, yb) = (_device_point(page, *point) for point in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)))
    return ((xa - x) / 1000, (xb - x) / 1000, x), ((ya - y) / 1000, (yb - y) / 1000, y)


def _device_point(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    left, top = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _DEVICE, _DEVICE, 0, x, y, left, top)
    return left.value / _DEVICE, top.value / _DEVICE
