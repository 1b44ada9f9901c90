"""The text of an OpenDocument letter (its body, a header, a note, a text box) as blocks: what a reader sees, in order.

Elements are told by their names without namespace. An element that is not known is looked into; those whose text is not displayed
are named in `_NOT_DISPLAYED`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from extractors.errors import Unreadable
from extractors.pages.office.content import Block, Cell, PageBreak, Paragraph, PictureBlock, Run, Table
from extractors.pages.office.numbers import lowered, raised
from extractors.pages.office.odt.styles import Look, ParagraphLook, Styles, length
from extractors.pages.office.package import Package, attribute, child, name_of
from extractors.pages.office.symbols import displayed

_NOT_DISPLAYED = frozenset({
    "tracked-changes", "annotation", "annotation-end", "forms", "variable-decls", "sequence-decls", "user-field-decls",
    "dde-connection-decls", "script", "event-listeners", "glue-point", "ruby-text", "table-of-content-source", "binary-data",
    "image-map", "control"})
_SHAPES = frozenset({"frame", "g", "custom-shape", "rect", "ellipse", "circle", "line", "path", "polygon", "polyline", "connector",
                     "caption"})
_BLOCKS = frozenset({"p", "h", "list", "table", "section", "table-of-content", "index-body", "numbered-paragraph"})
_MOST_REPEATED = 64
"""Rows and cells that repeat themselves are a way to fill a sheet."""
_MOST_BLANKS = 200


@dataclass(slots=True)
class Letter:
    """What holds for the whole file."""

    package: Package
    styles: Styles
    notes: list[tuple[str, Element]] = field(default_factory=list)
    """Mark and body, in order of their marks."""


@dataclass(slots=True)
class Story:
    """A walk over the elements of one story."""

    letter: Letter
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    lists: list[tuple[str | None, int]] = field(default_factory=list)
    """The lists that are open: their style and the number of the item."""
    label: str = ""
    counted: dict[str | None, int] = field(default_factory=dict)
    look: ParagraphLook = field(init=False)

    def __post_init__(self) -> None:
        self.look = self.letter.styles.paragraph(None)

    def read(self, elements: Iterable[Element]) -> Iterator[Block]:
        """The blocks of some elements, as they are read."""
        for element in elements:
            self._block(element)
            blocks, self.blocks = self.blocks, []
            yield from blocks

    def _block(self, element: Element) -> None:
        match name_of(element):
            case "p" | "h":
                self._paragraph(element)
            case "list":
                self._list(element)
            case "table":
                self.blocks.append(self._table(element))
            case "section" if self._is_hidden(element):
                pass
            case name if name in _SHAPES:
                self._frame(element)
                self.blocks += self.after
                self.after = []
            case name if name not in _NOT_DISPLAYED:
                for each in element:
                    self._block(each)

    def _is_hidden(self, section: Element) -> bool:
        return attribute(section, "display") == "none" or self.letter.styles.is_hidden_section(attribute(section, "style-name"))

    # Paragraphs

    def _paragraph(self, element: Element) -> None:
        self.look = self.letter.styles.paragraph(attribute(element, "style-name"))
        if self.look.break_before:
            self.blocks.append(PageBreak())
        self._inline(element, self.look.run)
        runs = _without_outer_blanks(self.runs)
        if runs and self.label:
            runs = [Run(f"{self.label} ", runs[0].bold, runs[0].size), *runs]
            self.label = ""
        if (runs or not self.after) and not any(
                _is_hidden(each) for each in element if name_of(each) == "hidden-paragraph"):
            self.blocks.append(Paragraph(tuple(runs), self.look.align, len(self.lists)))
        self.blocks += self.after
        self.runs, self.after = [], []
        if self.look.break_after:
            self.blocks.append(PageBreak())

    def _inline(self, element: Element, look: Look) -> None:
        self._typed(element.text, look)
        for each in element:
            self._piece(each, look)
            self._typed(each.tail, look)

    def _piece(self, element: Element, look: Look) -> None:
        match name_of(element):
            case "s":
                self._say(" " * min(int(attribute(element, "c") or 1), _MOST_BLANKS), look)
            case "tab":
                self._say("\t", look)
            case "line-break":
                self._say("\n", look)
            case "note":
                self._note(element, look)
            case name if name in _SHAPES:
                if not look.hidden:
                    self._frame(element)
            case name if name not in _NOT_DISPLAYED and attribute(element, "display") != "none" and not _is_hidden(element):
                self._inline(element, self.letter.styles.run(look, attribute(element, "style-name")))

    def _typed(self, text: str | None, look: Look) -> None:
        """Typed text, where any blanks are one, and none after a blank."""
        typed = re.sub(r"[ \t\r\n]+", " ", text or "")
        if typed.startswith(" ") and self.runs and self.runs[-1].text.endswith((" ", "\n", "\t")):
            typed = typed[1:]
        self._say(typed, look)

    def _say(self, text: str, look: Look) -> None:
        if not text or look.hidden:
            return
        text = displayed(text, look.font)
        if look.caps:
            text = "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)
        text = {"super": raised, "sub": lowered}.get(look.raised, str)(text)
        self.runs.append(Run(text, look.bold, look.size))

    def _note(self, element: Element, look: Look) -> None:
        body, citation = child(element, "note-body"), child(element, "note-citation")
        if body is None or look.hidden:
            return
        mark = raised("".join(citation.itertext()) if citation is not None else "")
        self.letter.notes.append((mark, body))
        self._say(f" {mark}", replace(look, caps=False, raised=""))

    # Drawings

    def _frame(self, element: Element) -> None:
        """A frame's text, or the first of its pictures that lies in the file, after the paragraph that it is anchored to."""
        size = length(attribute(element, "width")), length(attribute(element, "height"))
        for each in element:
            match name_of(each):
                case "image":
                    name = (attribute(each, "href") or "").removeprefix("./")
                    if name in self.letter.package:
                        self.after.append(PictureBlock(self.letter.package.read(name), *size))
                        return
                case name if name in _SHAPES:
                    self._frame(each)
                case name if name in _BLOCKS or name == "text-box":
                    self.after += Story(self.letter).read([each])

    # Lists

    def _list(self, element: Element) -> None:
        style = attribute(element, "style-name") or (self.lists[-1][0] if self.lists else None)
        level = len(self.lists) + 1
        goes_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list") is not None
        number = self.counted.get(style, 0) if goes_on else self.letter.styles.first_number(style, level) - 1
        for item in element:
            if name_of(item) == "list-item":
                number = int(attribute(item, "start-value") or number + 1)
                self.label = self.letter.styles.label(style, level, number)
            self.lists.append((style, number))
            for each in item:
                self._block(each)
            self.lists.pop()
            self.label = ""
        self.counted[style] = number

    # Tables

    def _table(self, element: Element) -> Table:
        columns = [column for column in _inside(element, "table-column")]
        widths = tuple(self.letter.styles.column_width(attribute(column, "style-name"))
                       for column in columns for _ in range(_repeated(column, "number-columns-repeated")))
        rows, ruled = [], False
        for row in _inside(element, "table-row"):
            cells = tuple(self._cells(row))
            if cells and attribute(row, "visibility") in (None, "visible"):
                repeated = _repeated(row, "number-rows-repeated")
                rows += [cells] * (repeated if any(cell.blocks for cell in cells) else 1)
            ruled = ruled or any(self.letter.styles.is_ruled(attribute(cell, "style-name") or attribute(row, "default-cell-style-name"))
                                 for cell in row)
        return Table(tuple(rows), widths, ruled)

    def _cells(self, row: Element) -> Iterator[Cell]:
        """A covered cell belongs to the one beside it, or continues the one above."""
        beside = 0
        for cell in row:
            if name_of(cell) == "covered-table-cell":
                for _ in range(_repeated(cell, "number-columns-repeated")):
                    if beside:
                        beside -= 1
                    else:
                        yield Cell()
            elif name_of(cell) == "table-cell":
                wide = max(1, int(attribute(cell, "number-columns-spanned") or 1))
                beside = wide - 1
                blocks = tuple(Story(self.letter).read(cell))
                for _ in range(_repeated(cell, "number-columns-repeated")):
                    yield Cell(blocks, wide)


def _without_outer_blanks(runs: list[Run]) -> list[Run]:
    """Blanks at the ends of a paragraph are not displayed."""
    kept = list(runs)
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    if kept and kept[0].text.startswith(" "):
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(" "))
    return kept


def _is_hidden(element: Element) -> bool:
    """Whether text with a condition, or the paragraph that holds it, is hidden as things stand."""
    return attribute(element, "is-hidden") == "true"


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows or columns, also those grouped as heads."""
    for each in element:
        if name_of(each) == name:
            yield each
        elif name_of(each) in ("table-header-rows", "table-rows", "table-row-group", "table-header-columns", "table-columns",
                               "table-column-group"):
            yield from _inside(each, name)


def _repeated(element: Element, name: str) -> int:
    times = int(attribute(element, name) or 1)
    if times > _MOST_REPEATED and any(True for _ in element.itertext()):
        raise Unreadable  # the same words a hundred times over: no letter
    return min(max(times, 1), _MOST_REPEATED)
