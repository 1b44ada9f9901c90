"""Ruled tables of a PDF page, by pdfplumber: the cells whose text runs over several lines and must be read as one.

pdfplumber costs twenty times what PDFium does, so a page is handed to it only where it draws enough rules.
"""

from __future__ import annotations

import io
import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pdfplumber
import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.evidence import PageBox

_LEAST_RULES = 6
_MOST_PATHS = 400
"""More than this is a guilloche or a drawing, no table."""
_PATIENCE_S = 3.0
"""CPU seconds, twenty times what an honest page takes: pdfplumber follows every operator in Python, and a page may hold millions."""

logging.getLogger("pdfminer").setLevel(logging.ERROR)

Cells = tuple[tuple[PageBox, ...], ...]
"""Rows of cells, top to bottom, left to right."""


def looks_ruled(page: pdfium.PdfPage) -> bool:
    """Whether the page draws a plausible number of thin rules or boxes."""
    rules = 0
    for count, item in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=2)):
        if count > _MOST_PATHS:
            return False
        left, bottom, right, top = item.get_bounds()
        rules += min(right - left, top - bottom) < 2.0 or (right - left > 20 and top - bottom > 8)
    return rules >= _LEAST_RULES


def ruled_cells(content: bytes, number: int) -> Cells:
    """The cells of the page's tables that have at least two rows and two columns; none where the page defies analysis."""
    try:
        with _patience(), pdfplumber.open(io.BytesIO(content), pages=[number]) as pdf:
            page = pdf.pages[0]
            left, top, right, bottom = page.bbox
            width, height = right - left, bottom - top
            rows = [row for table in page.find_tables() if len(table.rows) >= 2 for row in table.rows]
            return tuple(
                tuple(PageBox.clipped((x0 - left) / width, (y0 - top) / height, (x1 - left) / width, (y1 - top) / height)
                      for x0, y0, x1, y1 in filter(None, row.cells))
                for row in rows if sum(cell is not None for cell in row.cells) >= 2)
    except Exception:  # noqa: BLE001  it fails in any way on broken pages, and a table is never needed: the words are there already
        return ()


@contextmanager
def _patience() -> Iterator[None]:
    """Raises `TimeoutError` in what takes too long. Only the main thread has a timer, and readers are nothing else."""
    def give_up(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
