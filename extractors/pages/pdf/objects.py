"""What a page is drawn with: its texts, paths and pictures, those inside of forms too. pypdfium2 makes a Python object of each, which
for the thousands of a page costs more than all the rest of reading it; here the page is walked through once."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.pages.pdf import calls
from extractors.pages.pdf.calls import Address

_DEEPEST = 3
_MOST_PATHS = 1_500
"""More than this is a guilloche or a drawing: the rest is not looked at."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How each text is drawn (`FPDF_TEXTRENDERMODE_...`); the paths, each with the form that it stands in; the bounds of pictures.
    All of it as long as the page is open."""

    modes: list[int] = field(default_factory=list)
    paths: list[tuple[Address, Address]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)


def drawn(page: pdfium.PdfPage) -> Drawn:
    found = Drawn()
    _walk(calls.address(page.raw), None, found, _DEEPEST)
    return found


def _walk(page: Address, form: Address, found: Drawn, depth: int) -> None:
    holder, count, get = ((page, calls.count_objects, calls.page_object) if form is None
                          else (form, calls.count_form_objects, calls.form_object))
    for index in range(count(holder)):
        item = get(holder, index)
        mode = calls.render_mode(item)
        kind = raw.FPDF_PAGEOBJ_TEXT if mode != raw.FPDF_TEXTRENDERMODE_UNKNOWN else calls.kind(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            found.modes.append(mode)
        elif kind == raw.FPDF_PAGEOBJ_PATH and len(found.paths) < _MOST_PATHS:
            found.paths.append((item, form))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append(bounds(item))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            _walk(page, item, found, depth - 1)


def bounds(item: Address) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object, in points; all zero where it has none."""
    left, bottom, right, top = edges = [ctypes.c_float() for _ in range(4)]
    calls.bounds(item, *map(ctypes.addressof, edges))
    return left.value, bottom.value, right.value, top.value


def matrix(item: Address, form: Address) -> pdfium.PdfMatrix:
    """From an object's own coordinates to the page's."""
    found = raw.FS_MATRIX()
    calls.matrix(item, ctypes.addressof(found))
    own = pdfium.PdfMatrix.from_raw(found)
    return own if form is None else own.multiply(matrix(form, None))
