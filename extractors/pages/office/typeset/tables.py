"""Tables into set rows: columns wide enough for their longest word, rows that may be split between pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.pages.office.content import Block, Cell, Paragraph, PictureBlock, Run, Table
from extractors.pages.office.typeset.letters import Fonts
from extractors.pages.office.typeset.lines import Line, set_lines, shown_size, widest_word

PAD = 3.0
"""Above and below the text of a cell."""
_SIDE = 0.95
"""Beside it, in letter sizes: so that a cell full of text is still a wide gap away from the next (`extractors.pages.rows`)."""
_LEAST_SCALE = 0.4
"""Smaller than this, a crowded table is no longer set as a table."""
_MOST_COLUMNS = 40
_MOST_NESTED = 4


@dataclass(frozen=True, slots=True)
class SetCell:
    x: float
    width: float
    side: float
    items: tuple[Item, ...]

    @property
    def height(self) -> float:
        return sum(item.height for item in self.items) + 2 * PAD


@dataclass(frozen=True, slots=True)
class SetRow:
    cells: tuple[SetCell, ...]
    ruled: bool
    height: float


Item = Line | SetRow


def pictures_in(table: Table) -> Iterator[PictureBlock]:
    for block in (block for row in table.rows for cell in row for block in cell.blocks):
        if isinstance(block, PictureBlock):
            yield block
        elif isinstance(block, Table):
            yield from pictures_in(block)


def set_table(table: Table, room: float, fonts: Fonts, scale: float = 1.0, depth: int = 0) -> Iterator[Item]:
    """The rows of a table in so much room; as plain lines, cells parted by wide gaps, where it has too many columns to be drawn."""
    columns = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    least = _least_widths(table, columns, fonts) if columns <= _MOST_COLUMNS and depth < _MOST_NESTED else []
    scale = min(scale, room / max(1.0, sum(least)))
    if not least or scale < _LEAST_SCALE:
        for row in table.rows:
            yield from _as_lines(row, room, fonts)
        return
    widths = _widths(table.widths, [each * scale for each in least], room)
    for row in table.rows:
        yield _row(row, table.ruled, widths, fonts, scale, depth)


def _least_widths(table: Table, columns: int, fonts: Fonts) -> list[float]:
    """Each column's longest word, with room beside it. A cell over several columns asks its last one for what is missing."""
    least = [2.0 * _side(())] * columns
    for row in table.rows:
        at = 0
        for cell in row:
            last = at + cell.columns - 1
            needed = _needed(cell.blocks, fonts) + 2 * _side(cell.blocks)
            least[last] = max(least[last], needed - sum(least[at:last]))
            at += cell.columns
    return least


def _side(blocks: Sequence[Block]) -> float:
    sizes = [shown_size(run) for block in blocks if isinstance(block, Paragraph) for run in block.runs]
    return _SIDE * max(sizes, default=PAD)


def _needed(blocks: Sequence[Block], fonts: Fonts) -> float:
    widest = 0.0
    for block in blocks:
        if isinstance(block, Paragraph):
            widest = max(widest, widest_word(block, fonts))
        elif isinstance(block, Table):
            rows = [sum(_needed(cell.blocks, fonts) + 2 * _side(cell.blocks) for cell in row) for row in block.rows]
            widest = max(widest, max(rows, default=0.0))
    return widest


def _widths(declared: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """The declared shares of the room, where every column gets at least what it needs."""
    weights = declared if len(declared) == len(least) and min(declared) > 0 else [1.0] * len(least)
    wanted = [max(weight * room / sum(weights), need) for weight, need in zip(weights, least, strict=True)]
    spare, over = room - sum(least), sum(wanted) - sum(least)
    if over <= 0:
        return list(least)
    return [need + (want - need) * max(0.0, spare) / over for want, need in zip(wanted, least, strict=True)]


def _row(row: Sequence[Cell], ruled: bool, widths: Sequence[float], fonts: Fonts, scale: float, depth: int) -> SetRow:
    cells, at = [], 0
    for cell in row:
        wide = sum(widths[at:at + cell.columns])
        side = _side(cell.blocks) * scale
        cells.append(SetCell(sum(widths[:at]), wide, side, tuple(_items(cell.blocks, wide - 2 * side, fonts, scale, depth + 1))))
        at += cell.columns
    return SetRow(tuple(cells), ruled, max((cell.height for cell in cells), default=2 * PAD))


def _items(blocks: Sequence[Block], room: float, fonts: Fonts, scale: float, depth: int) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from set_lines(block, room, fonts, scale)
        elif isinstance(block, Table):
            yield from set_table(block, room, fonts, scale, depth)


def _as_lines(row: Sequence[Cell], room: float, fonts: Fonts) -> Iterator[Item]:
    """A row of one paragraph, its cells parted by tabs; what is no single paragraph follows below."""
    plain = [block for cell in row for block in cell.blocks if isinstance(block, Paragraph)]
    runs: list[Run] = []
    for paragraph in plain:
        runs += [Run("\t"), *paragraph.runs] if runs else paragraph.runs
    yield from set_lines(Paragraph(tuple(runs)), room, fonts)
    for inner in (block for cell in row for block in cell.blocks if isinstance(block, Table)):
        for below in inner.rows:
            yield from _as_lines(below, room, fonts)


def split(row: SetRow, room: float) -> tuple[SetRow, SetRow] | None:
    """A row as what fits into the room and what is left; None if nothing of it fits."""
    parts = [_taken(cell.items, room - 2 * PAD) for cell in row.cells]
    if not any(taken for taken, _ in parts):
        return None
    upper, lower = (tuple(replace(cell, items=part[side]) for cell, part in zip(row.cells, parts, strict=True)) for side in (0, 1))
    return (replace(row, cells=upper, height=max(cell.height for cell in upper)),
            replace(row, cells=lower, height=max(cell.height for cell in lower)))


def _taken(items: Sequence[Item], room: float) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    for at, item in enumerate(items):
        if item.height > room:
            parts = split(item, room) if isinstance(item, SetRow) else None
            if parts is None:
                return tuple(items[:at]), tuple(items[at:])
            return (*items[:at], parts[0]), (parts[1], *items[at + 1:])
        room -= item.height
    return tuple(items), ()
