"""Ruled tables of a PDF page: the cells whose text runs over several lines and must be read as one.

PDFium tells the rules that are drawn, pdfplumber makes tables of them (it could find the rules too, at ten times the cost).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice, pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.pages.pdf import calls
from extractors.pages.pdf.calls import Address
from extractors.pages.pdf.objects import Drawn, bounds, matrix
from extractors.pages.pdf.textlayer import to_page
from extractors.pages.ruled import Cells, Edge, cells_between, edge

_LEAST_RULES = 6
_MOST_RULES = 2_000
_MOST_CORNERS = 200
"""More than this is a guilloche or a drawing, no table."""
_PATIENCE = 8
"""Corners of a path after which a stroke should have come."""
_SHORTEST = 8.0
"""Points. A shorter stroke is part of a letter or a logo."""
_LEVEL = 0.5
"""Points that the ends of a rule may differ by."""
_THIN = 1.5
"""Points. The sides of a rectangle so near each other are one rule."""
_RECTANGLE = 5
"""The segments of a rectangle."""


def ruled_cells(page: pdfium.PdfPage, by: Drawn) -> Cells:
    """The cells of the page's tables that have at least two rows and two columns."""
    width, height = page.get_size()
    (a, b, c), (d, e, f) = to_page(page)
    upright = pdfium.PdfMatrix(a * width, d * height, b * width, e * height, c * width, f * height)
    edges = list(islice(_edges(by, upright), _MOST_RULES + 1))
    if not _LEAST_RULES <= len(edges) <= _MOST_RULES:
        return ()
    return cells_between(edges, width, height)


def _edges(by: Drawn, upright: pdfium.PdfMatrix) -> Iterator[Edge]:
    """Every level or upright stroke of the page's paths, in points of the upright page and in pdfplumber's terms."""
    for path, form in by.paths:
        count = calls.count_segments(path)
        thin = _thin(path, upright if form is None else matrix(form, None).multiply(upright)) if count == _RECTANGLE else None
        if thin is not None:
            yield thin
        elif count <= _MOST_CORNERS:
            yield from _strokes(path, count, matrix(path, form).multiply(upright))


def _thin(path: Address, upright: pdfium.PdfMatrix) -> Edge | None:
    """The rule that a rectangle is when it is but a line thick: most tables are ruled with such."""
    x0, y0, x1, y1 = upright.on_rect(*bounds(path))
    if min(x1 - x0, y1 - y0) > _THIN:
        return None
    return _stroke(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2) if x1 - x0 > y1 - y0 else _stroke((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _strokes(path: Address, count: int, upright: pdfium.PdfMatrix) -> Iterator[Edge]:
    found = 0
    for tried, (one, other) in enumerate(pairwise(_points(path, count, upright))):
        edge = _stroke(*one, *other)
        if edge is not None:
            found += 1
            yield edge
        elif tried > _PATIENCE and found == 0:
            return  # a drawn curve


def _stroke(ax: float, ay: float, bx: float, by: float) -> Edge | None:
    if abs(ax - bx) < _LEVEL and abs(ay - by) >= _SHORTEST:
        return edge("v", (ax + bx) / 2, min(ay, by), (ax + bx) / 2, max(ay, by))
    if abs(ay - by) < _LEVEL and abs(ax - bx) >= _SHORTEST:
        return edge("h", min(ax, bx), (ay + by) / 2, max(ax, bx), (ay + by) / 2)
    return None


_NOWHERE = (float("nan"), float("nan"))


def _points(path: Address, count: int, upright: pdfium.PdfMatrix) -> Iterator[tuple[float, float]]:
    """The corners of a path on the upright page; a jump or a curve has no place."""
    start = _NOWHERE
    x, y = ctypes.c_float(), ctypes.c_float()
    places = ctypes.addressof(x), ctypes.addressof(y)
    for index in range(count):
        segment = calls.segment(path, index)
        calls.point(segment, *places)
        place = upright.on_point(x.value, y.value)
        kind = calls.segment_kind(segment)
        if kind != raw.FPDF_SEGMENT_LINETO:
            yield _NOWHERE
            start = place if kind == raw.FPDF_SEGMENT_MOVETO else start
        yield place
        if calls.closes(segment):
            yield start
