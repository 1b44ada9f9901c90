"""Ruled tables of a PDF page: the cells whose text runs over several lines and must be read as one.

PDFium tells the rules that are drawn, pdfplumber makes tables of them (it could find the rules too, at ten times the cost).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, cast

import pypdfium2 as pdfium
from pdfplumber.page import Page as PdfplumberPage
from pdfplumber.table import Table, TableFinder
from pypdfium2 import raw

from extractors.evidence import PageBox
from extractors.pages.pdf import calls
from extractors.pages.pdf.calls import Address
from extractors.pages.pdf.objects import Drawn, bounds, matrix
from extractors.pages.pdf.textlayer import to_page

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

Cells = tuple[tuple[PageBox, ...], ...]
"""Rows of cells, top to bottom, left to right."""


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What pdfplumber needs to know of a page: its rules, in points from the top left."""

    edges: list[dict[str, Any]]
    bbox: tuple[float, float, float, float]


def ruled_cells(page: pdfium.PdfPage, by: Drawn) -> Cells:
    """The cells of the page's tables that have at least two rows and two columns."""
    width, height = page.get_size()
    (a, b, c), (d, e, f) = to_page(page)
    upright = pdfium.PdfMatrix(a * width, d * height, b * width, e * height, c * width, f * height)
    edges = list(islice(_edges(by, upright), _MOST_RULES + 1))
    if not _LEAST_RULES <= len(edges) <= _MOST_RULES:
        return ()
    rows = [row for table in _tables(edges, width, height) if len(table.rows) >= 2 for row in table.rows]
    return tuple(tuple(PageBox.clipped(x0 / width, y0 / height, x1 / width, y1 / height) for x0, y0, x1, y1 in filter(None, row.cells))
                 for row in rows if sum(cell is not None for cell in row.cells) >= 2)


def _tables(edges: list[dict[str, Any]], width: float, height: float) -> list[Table]:
    ruled = cast("PdfplumberPage", _Ruled(edges, (0.0, 0.0, width, height)))  # of a page it looks at nothing else
    return TableFinder(ruled).tables


def _edges(by: Drawn, upright: pdfium.PdfMatrix) -> Iterator[dict[str, Any]]:
    """Every level or upright stroke of the page's paths, in points of the upright page and in pdfplumber's terms."""
    for path, form in by.paths:
        count = calls.count_segments(path)
        thin = _thin(path, upright if form is None else matrix(form, None).multiply(upright)) if count == _RECTANGLE else None
        if thin is not None:
            yield thin
        elif count <= _MOST_CORNERS:
            yield from _strokes(path, count, matrix(path, form).multiply(upright))


def _thin(path: Address, upright: pdfium.PdfMatrix) -> dict[str, Any] | None:
    """The rule that a rectangle is when it is but a line thick: most tables are ruled with such."""
    x0, y0, x1, y1 = upright.on_rect(*bounds(path))
    if min(x1 - x0, y1 - y0) > _THIN:
        return None
    return _stroke(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2) if x1 - x0 > y1 - y0 else _stroke((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _strokes(path: Address, count: int, upright: pdfium.PdfMatrix) -> Iterator[dict[str, Any]]:
    found = 0
    for tried, (one, other) in enumerate(pairwise(_points(path, count, upright))):
        edge = _stroke(*one, *other)
        if edge is not None:
            found += 1
            yield edge
        elif tried > _PATIENCE and found == 0:
            return  # a drawn curve


def _stroke(ax: float, ay: float, bx: float, by: float) -> dict[str, Any] | None:
    if abs(ax - bx) < _LEVEL and abs(ay - by) >= _SHORTEST:
        return _edge("v", (ax + bx) / 2, min(ay, by), (ax + bx) / 2, max(ay, by))
    if abs(ay - by) < _LEVEL and abs(ax - bx) >= _SHORTEST:
        return _edge("h", min(ax, bx), (ay + by) / 2, max(ax, bx), (ay + by) / 2)
    return None


def _edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {"orientation": orientation, "object_type": "line", "x0": x0, "x1": x1, "top": top, "bottom": bottom,
            "width": x1 - x0, "height": bottom - top}


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
