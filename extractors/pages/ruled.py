"""Cells of a ruled table, made of its rules by pdfplumber: alike for the strokes of a PDF and for those seen in a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from pdfplumber.page import Page as PdfplumberPage
from pdfplumber.table import TableFinder

from extractors.evidence import PageBox

Edge = dict[str, Any]
"""A rule in pdfplumber's terms, in points from the top left."""
Cells = tuple[tuple[PageBox, ...], ...]
"""Rows of cells, top to bottom, left to right."""


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What pdfplumber needs to know of a page: its rules, in points from the top left."""

    edges: list[Edge]
    bbox: tuple[float, float, float, float]


def edge(orientation: Literal["h", "v"], x0: float, top: float, x1: float, bottom: float) -> Edge:
    return {"orientation": orientation, "object_type": "line", "x0": x0, "x1": x1, "top": top, "bottom": bottom,
            "width": x1 - x0, "height": bottom - top}


def cells_between(edges: Sequence[Edge], width: float, height: float) -> Cells:
    """The cells of tables that have at least two rows and two columns, as fractions of a page so wide and high."""
    ruled = cast("PdfplumberPage", _Ruled(list(edges), (0.0, 0.0, width, height)))  # of a page it looks at nothing else
    rows = [row for table in TableFinder(ruled).tables if len(table.rows) >= 2 for row in table.rows]
    return tuple(tuple(PageBox.clipped(x0 / width, y0 / height, x1 / width, y1 / height) for x0, y0, x1, y1 in filter(None, row.cells))
                 for row in rows if sum(cell is not None for cell in row.cells) >= 2)
