"""The functions of PDFium that are called for every letter and every stroke of a page, by plain addresses.

They are called thousands of times a page, and the types that ctypes checks otherwise cost more than the calls.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

Address = int | None
"""Of something that PDFium holds; None where there is nothing."""

_At, _Number = ctypes.c_void_p, ctypes.c_int


def address(handle: Any) -> Address:
    return ctypes.cast(handle, ctypes.c_void_p).value


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function) or 0)


letter = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, _At, _Number)
is_unmapped = _plain(raw.FPDFText_HasUnicodeMapError, _Number, _At, _Number)
angle = _plain(raw.FPDFText_GetCharAngle, ctypes.c_float, _At, _Number)
loose_box = _plain(raw.FPDFText_GetLooseCharBox, _Number, _At, _Number, _At)

count_objects = _plain(raw.FPDFPage_CountObjects, _Number, _At)
page_object = _plain(raw.FPDFPage_GetObject, _At, _At, _Number)
count_form_objects = _plain(raw.FPDFFormObj_CountObjects, _Number, _At)
form_object = _plain(raw.FPDFFormObj_GetObject, _At, _At, ctypes.c_ulong)
kind = _plain(raw.FPDFPageObj_GetType, _Number, _At)
render_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _Number, _At)
bounds = _plain(raw.FPDFPageObj_GetBounds, _Number, _At, _At, _At, _At, _At)
matrix = _plain(raw.FPDFPageObj_GetMatrix, _Number, _At, _At)

count_segments = _plain(raw.FPDFPath_CountSegments, _Number, _At)
segment = _plain(raw.FPDFPath_GetPathSegment, _At, _At, _Number)
point = _plain(raw.FPDFPathSegment_GetPoint, _Number, _At, _At, _At)
segment_kind = _plain(raw.FPDFPathSegment_GetType, _Number, _At)
closes = _plain(raw.FPDFPathSegment_GetClose, _Number, _At)
