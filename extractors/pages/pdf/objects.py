"""What a page is drawn with: its objects of one kind, those inside of forms too. pypdfium2 makes a Python object of each, which for the
thousands of a page costs more than all the rest of reading it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

_Object = Any  # FPDF_PAGEOBJECT

TEXT, PATH, IMAGE = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE
_DEEPEST = 3


def objects(page: pdfium.PdfPage, kind: int) -> Iterator[tuple[_Object, _Object | None]]:
    """The objects of a kind, each with the form that it stands in."""
    yield from _inside(page, None, kind, _DEEPEST)


def _inside(page: pdfium.PdfPage, form: _Object | None, kind: int, depth: int) -> Iterator[tuple[_Object, _Object | None]]:
    count = raw.FPDFPage_CountObjects(page) if form is None else raw.FPDFFormObj_CountObjects(form)
    for index in range(count):
        item = raw.FPDFPage_GetObject(page, index) if form is None else raw.FPDFFormObj_GetObject(form, index)
        found = raw.FPDFPageObj_GetType(item)
        if found == kind:
            yield item, form
        elif found == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _inside(page, item, kind, depth - 1)


def bounds(item: _Object) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object, in points; all zero where it has none."""
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def matrix(item: _Object, form: _Object | None) -> pdfium.PdfMatrix:
    """From an object's own coordinates to the page's."""
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    own = pdfium.PdfMatrix.from_raw(found)
    return own if form is None else own.multiply(matrix(form, None))
