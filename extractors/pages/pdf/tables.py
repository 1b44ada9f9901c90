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
from extractors.pages.pdf.objects import PATH, matrix, objects
from extractors.pages.pdf.textlayer import Affine, to_page

_LEAST_RULES = 6
_MOST_RULES = 2_000
_MOST_PATHS = 1_500
_MOST_CORNERS = 200
"""More than this is a guilloche or a drawing, no table."""
_PATIENCE = 8
"""Corners of a path after which a stroke should have come."""
_SHORTEST = 8.0
"""Points. A shorter stroke is part of a letter or a logo."""
_LEVEL = 0.5
"""Points that the ends of a rule may differ by."""

Cells = tuple[tuple[PageBox, ...], ...]
"""Rows of cells, top to bottom, left to right."""


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What pdfplumber needs to know of a page: its rules, in points from the top left."""

    edges: list[dict[str, Any]]
    bbox: tuple[float, float, float, float]


def ruled_cells(page: pdfium.PdfPage) -> Cells:
    """The cells of the page's tables that have at least two rows and two columns."""
    width, height = page.get_size()
    edges = list(islice(_edges(page, width, height), _MOST_RULES + 1))
    if not _LEAST_RULES <= len(edges) <= _MOST_RULES:
        return ()
    rows = [row for table in _tables(edges, width, height) if len(table.rows) >= 2 for row in table.rows]
    return tuple(tuple(PageBox.clipped(x0 / width, y0 / height, x1 / width, y1 / height) for x0, y0, x1, y1 in filter(None, row.cells))
                 for row in rows if sum(cell is not None for cell in row.cells) >= 2)


def _tables(edges: list[dict[str, Any]], width: float, height: float) -> list[Table]:
    ruled = cast("PdfplumberPage", _Ruled(edges, (0.0, 0.0, width, height)))  # of a page it looks at nothing else
    return TableFinder(ruled).tables


def _edges(page: pdfium.PdfPage, width: float, height: float) -> Iterator[dict[str, Any]]:
    """Every level or upright stroke of the page's paths, in pdfplumber's terms."""
    upright = to_page(page)
    for path, form in islice(objects(page, PATH), _MOST_PATHS):
        if raw.FPDFPath_CountSegments(path) > _MOST_CORNERS:
            continue
        strokes = 0
        for tried, ((ax, ay), (bx, by)) in enumerate(pairwise(_points(path, form, upright))):
            edge = _stroke(ax * width, ay * height, bx * width, by * height)
            if edge is not None:
                strokes += 1
                yield edge
            elif tried > _PATIENCE and strokes == 0:
                break  # a drawn curve


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


def _points(path: Any, form: Any, upright: Affine) -> Iterator[tuple[float, float]]:
    """The corners of a path as fractions of the upright page; a jump or a curve has no place."""
    to_sheet = matrix(path, form)
    start = _NOWHERE
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        place = _placed(upright, *to_sheet.on_point(x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind != raw.FPDF_SEGMENT_LINETO:
            yield _NOWHERE
            start = place if kind == raw.FPDF_SEGMENT_MOVETO else start
        yield place
        if raw.FPDFPathSegment_GetClose(segment):
            yield start


def _placed(upright: Affine, x: float, y: float) -> tuple[float, float]:
    (a, b, c), (d, e, f) = upright
    return a * x + b * y + c, d * x + e * y + f
