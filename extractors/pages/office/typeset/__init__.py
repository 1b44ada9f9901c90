"""Blocks into the bytes of a PDF: letter pages of words at their places and ruled tables, and a page of its own for each picture."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

import cv2
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.errors import ReadingError, TooLarge, TooManyPages
from extractors.intake.limits import Limits
from extractors.pages.office.content import Block, Paragraph, PictureBlock, Table
from extractors.pages.office.typeset.letters import Fonts
from extractors.pages.office.typeset.lines import Line, set_lines
from extractors.pages.office.typeset.tables import PAD, Item, SetRow, pictures_in, set_table, split
from extractors.pages.picture import Picture, picture

_WIDTH, _HEIGHT, _MARGIN = 612.0, 792.0, 54.0
_ROOM = _WIDTH - 2 * _MARGIN
_SPACE = 7.0
_MOST_EMPTY = 3
"""Empty lines one after the other that are kept: more are a way to move down a page."""
_LEAST_PIXELS, _LEAST_CM = 300, 6.0
"""A smaller picture is a logo or an ornament."""
_MOST_PIXELS = 2600
_A_LINE = 50


def set_pages(blocks: Iterable[Block], limits: Limits) -> bytes:
    """The blocks as a PDF, the same bytes for the same blocks. Raises `TooManyPages`, `TooLarge`."""
    pages = _Pages(limits)
    letters = 0
    for block in blocks:
        letters += _letters(block)
        if letters > limits.office_letters:
            raise TooLarge
        pages.add(block)
    return pages.finished()


def _letters(block: Block) -> int:
    """How much there is to set. Empty paragraphs and cells count too: they cost as much as a line."""
    if isinstance(block, Table):
        return sum(_A_LINE + sum(map(_letters, cell.blocks)) for row in block.rows for cell in row)
    return max(_A_LINE, sum(len(run.text) for run in block.runs) if isinstance(block, Paragraph) else 0)


@dataclass(frozen=True, slots=True)
class _Opened:
    jpeg: bytes
    width: int
    height: int


class _Pages:
    """The PDF as it grows. Pictures wait until the page being set is full or ends, so that no letter is torn apart by its signature."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pagesize=(_WIDTH, _HEIGHT), invariant=1, pageCompression=1)
        self._fonts = Fonts()
        self._count = 0
        self._y = _HEIGHT - _MARGIN
        self._is_set = False
        self._empty = 0
        self._waiting: list[_Opened | None] = []
        self._known: dict[bytes, _Opened | None] = {}

    def add(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._place_all(set_lines(block, _ROOM, self._fonts))
            self._y -= _SPACE
        elif isinstance(block, Table):
            self._place_all(set_table(block, _ROOM, self._fonts))
            self._y -= 2 * _SPACE
            for each in pictures_in(block):
                self._picture(each)
        elif isinstance(block, PictureBlock):
            self._picture(block)
        else:
            self._break()

    def finished(self) -> bytes:
        self._break()
        if self._count == 0:
            self._end_page()
        self._canvas.save()
        return self._file.getvalue()

    def _place_all(self, items: Iterable[Item]) -> None:
        for item in items:
            self._empty = self._empty + 1 if isinstance(item, Line) and not item.words else 0
            if self._empty <= _MOST_EMPTY:
                self._place(item)

    def _place(self, item: Item | None) -> None:
        while item is not None:
            room = self._y - _MARGIN
            if item.height <= room:
                self._draw(item, _MARGIN, self._y)
                self._y -= item.height
                self._is_set = self._is_set or not isinstance(item, Line) or bool(item.words)
                return
            fits_a_page = isinstance(item, Line) or item.height <= _HEIGHT - 2 * _MARGIN
            parts = None if isinstance(item, Line) or fits_a_page else split(item, room)
            if parts is None:
                self._end_page()
            else:
                self._place(parts[0])
                item = parts[1]

    def _draw(self, item: Item, x: float, y: float) -> None:
        if isinstance(item, Line):
            self._write(item, x, y)
            return
        if item.ruled:
            self._rule(item, x, y)
        for cell in item.cells:
            inner = y - PAD
            for each in cell.items:
                self._draw(each, x + cell.x + cell.side, inner)
                inner -= each.height

    def _rule(self, row: SetRow, x: float, y: float) -> None:
        """A box for each cell, and rules above and below the row, so that a table of four cells is told from a few frames."""
        self._canvas.setLineWidth(0.5)
        for cell in row.cells:
            self._canvas.rect(x + cell.x, y - row.height, cell.width, row.height)
        right = max((cell.x + cell.width for cell in row.cells), default=0.0)
        for edge in (y, y - row.height):
            self._canvas.line(x, edge, x + right, edge)

    def _write(self, line: Line, x: float, y: float) -> None:
        for word in line.words:
            self._canvas.setFont(word.font, word.size)
            self._canvas.drawString(x + word.x, y - line.height * 0.8, f"{word.text} ")  # PDFium joins letters one below the other

    def _picture(self, block: PictureBlock) -> None:
        if block.content not in self._known:
            self._known[block.content] = _opened(block.content, self._limits)
        opened = self._known[block.content]
        if not _is_page(block, opened):
            return
        self._waiting.append(opened)
        if not self._is_set:
            self._pictures()

    def _break(self) -> None:
        if self._is_set:
            self._end_page()
        self._pictures()

    def _end_page(self) -> None:
        self._show_page()
        self._pictures()

    def _pictures(self) -> None:
        for opened in self._waiting:
            if opened is not None:
                self._fill(opened)
            self._show_page()  # one that cannot be opened leaves a blank page, which says so
        self._waiting = []

    def _fill(self, opened: _Opened) -> None:
        """A page as wide or as high as a letter, of the picture's own shape."""
        box = (_WIDTH, _HEIGHT) if opened.height >= opened.width else (_HEIGHT, _WIDTH)
        scale = min(box[0] / opened.width, box[1] / opened.height)
        size = (opened.width * scale, opened.height * scale)
        self._canvas.setPageSize(size)
        self._canvas.drawImage(ImageReader(io.BytesIO(opened.jpeg)), 0, 0, *size)

    def _show_page(self) -> None:
        self._count += 1
        if self._count > self._limits.pages:
            raise TooManyPages
        self._canvas.showPage()
        self._canvas.setPageSize((_WIDTH, _HEIGHT))
        self._y, self._is_set, self._empty = _HEIGHT - _MARGIN, False, 0


def _opened(content: bytes, limits: Limits) -> _Opened | None:
    """The first frame of a picture, None where it is of a kind that is not read."""
    try:
        first = picture(content, 1, limits)
    except ReadingError:
        return None
    return _Opened(_jpeg(first), first.shape[1], first.shape[0])


def _jpeg(first: Picture) -> bytes:
    """Written anew from the pixels, so that nothing of a stranger's file reaches the PDF; no finer than a page is read."""
    height, width = first.shape[:2]
    scale = min(1.0, _MOST_PIXELS / max(height, width))
    smaller = first if scale == 1.0 else cv2.resize(
        first, (max(1, round(width * scale)), max(1, round(height * scale))), interpolation=cv2.INTER_AREA)
    return bytes(cv2.imencode(".jpg", smaller, [cv2.IMWRITE_JPEG_QUALITY, 92])[1].tobytes())


def _is_page(block: PictureBlock, opened: _Opened | None) -> bool:
    if opened is None:
        return min(block.width or 0.0, block.height or 0.0) > _LEAST_CM
    return min(opened.width, opened.height) >= _LEAST_PIXELS and (block.width is None or block.width > _LEAST_CM)
