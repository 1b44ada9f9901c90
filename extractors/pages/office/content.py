"""What an office letter holds, in the order of reading: the one vocabulary between its formats and its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. A tab is `\\t`, a line break `\\n`."""

    text: str
    bold: bool = False
    size: float = 11.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...] = ()
    align: Align = "left"
    indent: int = 0
    """Levels of a list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. One that continues the cell above it is an empty cell of its own."""

    blocks: tuple[Block, ...] = ()
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. `widths`: of the columns, in any unit, empty where unknown; `ruled`: whether its lines are displayed."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """An embedded picture file as it came, and its displayed width and height in centimetres, where known."""

    content: bytes
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Paragraph | Table | PictureBlock | PageBreak
