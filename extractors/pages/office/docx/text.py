"""A story of a Word letter (the body, a header, a note, a text box) as blocks: what a reader sees, in order.

Elements are told by their names without namespace. An element that is not known is looked into; the few whose text is not displayed
are named in `_NOT_DISPLAYED`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.errors import Unreadable
from extractors.pages.office.content import Block, Cell, PageBreak, Paragraph, PictureBlock, Run, Table
from extractors.pages.office.docx.parts import Part
from extractors.pages.office.docx.styles import Look, Numbering, ParagraphLook, Styles, is_on
from extractors.pages.office.numbers import lowered, numeral, raised
from extractors.pages.office.package import attribute, child, descendants, name_of
from extractors.pages.office.symbols import displayed

_NOT_DISPLAYED = frozenset({
    "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "sectPr", "annotationRef",
    "rt", "ffData", "tblPr", "tblGrid", "trPr", "tcPr"})
_TRANSPARENT = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_EMU_A_CM = 360_000
_CM = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96}


@dataclass(slots=True)
class Letter:
    """What holds for the whole file."""

    styles: Styles
    numbering: Numbering
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Kind (`footnotes`, `endnotes`), id and mark, in order of their marks."""

    def note(self, kind: str, identity: str, form: str) -> str:
        number = sum(each == kind for each, _, _ in self.notes) + 1
        mark = raised(numeral(number, form))
        self.notes.append((kind, identity, mark))
        return mark


@dataclass(slots=True)
class Story:
    """A walk over the elements of one story."""

    letter: Letter
    part: Part
    fields: list[bool] = field(default_factory=list)
    """For each field that is open: whether its result has begun."""
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    """What stands on the paragraph being read and comes after it: pictures, text boxes."""
    look: ParagraphLook = field(init=False)

    def __post_init__(self) -> None:
        self.look = self.letter.styles.paragraph(None)

    def read(self, elements: Iterable[Element]) -> Iterator[Block]:
        """The blocks of some elements, as they are read."""
        for element in elements:
            self._block(element)
            yield from self._taken()
        self._close_begun()
        yield from self._taken()

    def _taken(self) -> list[Block]:
        blocks, self.blocks = self.blocks, []
        return blocks

    def _block(self, element: Element) -> None:
        match name_of(element):
            case "p":
                self._paragraph(element)
            case "tbl":
                self._close_begun()
                self.blocks.append(self._table(element))
            case "altChunk":
                raise Unreadable  # another file inside, which is displayed and not read here
            case "AlternateContent":
                for each in _chosen(element):
                    self._block(each)
            case name if name not in _NOT_DISPLAYED:
                for each in element:
                    self._block(each)

    # Paragraphs

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        self.look = self.letter.styles.paragraph(properties)
        if self.look.on_new_page:
            self.blocks.append(PageBreak())
        label = self.letter.numbering.label(self.look.list_id, self.look.level)
        before = len(self.runs)
        self._inline(element, self.look.run)
        if label and any(run.text.strip() for run in self.runs[before:]):
            self.runs.insert(before, Run(f"{label} ", self.look.run.bold, self.look.run.size))
        if child(properties, "rPr", "del") is None:  # where the mark itself is deleted, the next paragraph goes on here
            self._close()

    def _close(self) -> None:
        runs = tuple(self.runs)
        if runs or not self.after:
            self.blocks.append(Paragraph(runs, self.look.align, self.look.level + 1 if self.look.list_id not in (None, "0") else 0))
        self.blocks += self.after
        self.runs, self.after = [], []

    def _close_begun(self) -> None:
        if self.runs or self.after:
            self._close()

    def _inline(self, element: Element, look: Look) -> None:
        for each in element:
            self._piece(each, look)

    def _piece(self, element: Element, look: Look) -> None:
        match name_of(element):
            case "AlternateContent":
                for each in _chosen(element):
                    self._piece(each, look)
            case "drawing" | "pict" | "object":
                self._drawing(element, look)
            case name if name in _SIGNS:
                self._say(_SIGNS[name], look)
            case name if name not in _NOT_DISPLAYED:
                self._typed(name, element, look)

    def _typed(self, name: str, element: Element, look: Look) -> None:
        match name:
            case "r":
                self._inline(element, self.letter.styles.run(look, child(element, "rPr")))
            case "t":
                self._say((element.text or "").replace("\n", " "), look)
            case "br":
                self._break(attribute(element, "type"), look)
            case "sym":
                self._symbol(element, look)
            case "fldChar":
                self._field(element, look)
            case "footnoteReference" | "endnoteReference":
                self._note(element, name, look)
            case _:
                self._inline(element, look)

    def _is_shown(self, look: Look) -> bool:
        return all(self.fields) and not look.hidden

    def _say(self, text: str, look: Look) -> None:
        if not text or not self._is_shown(look):
            return
        text = displayed(text, look.font)
        if look.caps:
            text = "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)
        text = {"superscript": raised, "subscript": lowered}.get(look.raised, str)(text)
        self.runs.append(Run(text, look.bold, look.size))

    def _break(self, kind: str | None, look: Look) -> None:
        if kind == "page" and self._is_shown(look):
            self._close_begun()
            self.blocks.append(PageBreak())
        else:
            self._say("\n", look)

    def _symbol(self, element: Element, look: Look) -> None:
        code = int(attribute(element, "char") or "FFFD", 16)
        letter = displayed(chr(code), attribute(element, "font") or "")
        self._say(letter, Look(look.bold, False, look.hidden, look.size))

    def _field(self, element: Element, look: Look) -> None:
        match attribute(element, "fldCharType"):
            case "begin":
                self._say(_form_field(child(element, "ffData")), look)
                self.fields.append(False)
            case "separate" if self.fields:
                self.fields[-1] = True
            case "end" if self.fields:
                self.fields.pop()

    def _note(self, element: Element, name: str, look: Look) -> None:
        if self._is_shown(look):
            kind, form = ("footnotes", "decimal") if name == "footnoteReference" else ("endnotes", "lowerRoman")
            mark = self.letter.note(kind, attribute(element, "id") or "", form)
            if attribute(element, "customMarkFollows") in (None, "0", "false"):
                self._say(f" {mark}", Look(look.bold, size=look.size))

    # Drawings

    def _drawing(self, element: Element, look: Look) -> None:
        """Pictures, text boxes and drawn words of a drawing, after the paragraph that it is anchored to."""
        if not self._is_shown(look) or any(attribute(each, "hidden") in ("1", "true") for each in descendants(element, "docPr")):
            return
        for each in _drawn(element):
            match name_of(each):
                case "txbxContent":
                    self.after += Story(self.letter, self.part, []).read(each)
                case "textpath":
                    self.after.append(Paragraph((Run(attribute(each, "string") or ""),), "center"))
                case "t":
                    self._say(each.text or "", look)
                case _:
                    self._picture(each, element)

    def _picture(self, element: Element, drawing: Element) -> None:
        name = self.part.target(attribute(element, "embed") or attribute(element, "id"))
        if name is not None:
            self.after.append(PictureBlock(self.part.package.read(name), *_size(element, drawing)))

    # Tables

    def _table(self, element: Element) -> Table:
        grid = child(element, "tblGrid")
        widths = tuple(float(attribute(each, "w") or 0) for each in (grid if grid is not None else ()) if name_of(each) == "gridCol")
        rows = [self._row(row) for row in _inside(element, "tr") if child(row, "trPr", "del") is None]
        return Table(tuple(row for row in rows if row), widths, self.letter.styles.is_ruled(child(element, "tblPr")) or any(
            attribute(each, "val") not in (None, "nil", "none") for borders in descendants(element, "tcBorders") for each in borders))

    def _row(self, row: Element) -> tuple[Cell, ...]:
        before = int(attribute(child(row, "trPr", "gridBefore"), "val") or 0)
        cells = [Cell((), before)] if before else []
        for cell in _inside(row, "tc"):
            properties = child(cell, "tcPr")
            columns = max(1, int(attribute(child(properties, "gridSpan"), "val") or 1))
            continues = any(each is not None and attribute(each, "val") != "restart" for each in (
                child(properties, "vMerge"), child(properties, "hMerge")))
            is_deleted = child(properties, "cellDel") is not None
            blocks = () if continues or is_deleted else tuple(Story(self.letter, self.part, self.fields).read(cell))
            cells.append(Cell(blocks, columns))
        return tuple(cells)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows or cells, also those wrapped in content controls and marks of insertion."""
    for each in element:
        if name_of(each) == name:
            yield each
        elif name_of(each) in _TRANSPARENT:
            yield from _inside(each, name)


def _chosen(alternatives: Element) -> Element:
    """The one version of several that is displayed: the first choice that holds anything, else the fallback."""
    return next((each for each in alternatives if len(each)), alternatives)


def _drawn(element: Element) -> Iterator[Element]:
    """What a drawing shows: boxes of text (not what is inside), pictures, drawn words."""
    for each in element:
        match name_of(each):
            case "txbxContent" | "blip" | "imagedata" | "textpath" | "t":
                yield each
            case "AlternateContent":
                yield from _drawn(_chosen(each))
            case _:
                yield from _drawn(each)


def _size(element: Element, drawing: Element) -> tuple[float | None, float | None]:
    """The displayed width and height in centimetres."""
    extent = next(descendants(drawing, "extent"), None)
    if extent is not None and extent.get("cx") and extent.get("cy"):
        return int(extent.get("cx", "0")) / _EMU_A_CM, int(extent.get("cy", "0")) / _EMU_A_CM
    style = attribute(element.getparent(), "style") or ""
    said = {name: float(number) * _CM[unit] for name, number, unit in re.findall(r"\b(width|height):([\d.]+)(pt|in|cm|mm|px)", style)}
    return said.get("width"), said.get("height")


def _form_field(data: Element | None) -> str:
    """What a form field without text shows: a box, ticked or not, or the choice that was made."""
    box, choice = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        ticked = child(box, "checked")
        return "☒" if is_on(ticked if ticked is not None else child(box, "default")) else "☐"
    if choice is not None:
        entries = [attribute(each, "val") or "" for each in choice if name_of(each) == "listEntry"]
        result = child(choice, "result")
        chosen = int(attribute(result if result is not None else child(choice, "default"), "val") or 0)
        return entries[chosen] if chosen < len(entries) else ""
    return ""
