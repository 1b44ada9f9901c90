"""What styles and numbering say of a Word letter's paragraphs and runs: hidden or not, capitals, sizes, labels of lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml.etree import _Element as Element

from extractors.pages.office.content import Align
from extractors.pages.office.numbers import numeral
from extractors.pages.office.package import attribute, child, name_of

_OFF = {"0", "false", "off", "none"}
_ALIGN: Mapping[str, Align] = {"center": "center", "right": "right", "end": "right"}
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a reader sees of a run's properties."""

    bold: bool = False
    caps: bool = False
    hidden: bool = False
    size: float = 11.0
    font: str = ""
    raised: str = ""

    def under(self, properties: Element | None) -> Look:
        """With a `w:rPr` on top."""
        look = self
        for each in properties if properties is not None else ():
            look = look._with(name_of(each), each)
        return look

    def _with(self, name: str, element: Element) -> Look:
        value = attribute(element, "val")
        said: dict[str, Any] = {}
        match name:
            case "b":
                said = {"bold": is_on(element)}
            case "caps":
                said = {"caps": is_on(element)}
            case "vanish":
                said = {"hidden": is_on(element)}
            case "sz" if value and value.isdecimal():
                said = {"size": int(value) / 2}
            case "vertAlign":
                said = {"raised": value or ""}
            case "rFonts":
                said = {"font": attribute(element, "ascii") or self.font}
        return replace(self, **said) if said else self


def is_on(element: Element | None) -> bool:
    """A switch of Word: there and not said to be off."""
    return element is not None and (attribute(element, "val") or "1") not in _OFF


class Styles:
    """The styles part. A style's chain is read from its farthest ancestor down."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {str(attribute(each, "styleId")): each for each in (root if root is not None else ()) if name_of(each) == "style"}
        self._plain = Look().under(child(root, "docDefaults", "rPrDefault", "rPr"))
        self._default = next((key for key, each in self._styles.items()
                              if attribute(each, "type") == "paragraph" and attribute(each, "default") not in (None, "0", "false")), None)

    def chain(self, style: str | None) -> list[Element]:
        found: list[Element] = []
        while style in self._styles and len(found) < _DEEPEST:
            found.insert(0, self._styles[style])
            style = attribute(child(found[0], "basedOn"), "val")
        return found

    def paragraph(self, properties: Element | None) -> ParagraphLook:
        """The look of a paragraph with this `w:pPr`, and of its runs without properties of their own."""
        chain = self.chain(attribute(child(properties, "pStyle"), "val") or self._default)
        look = self._plain
        for style in chain:
            look = look.under(child(style, "rPr"))
        said = [*(child(style, "pPr") for style in chain), properties]
        align = _last(said, "jc")
        numbering = next((found for each in reversed(said) if (found := child(each, "numPr")) is not None), None)
        level = next((found for each in reversed(said) if (found := child(each, "numPr", "ilvl")) is not None), None)
        return ParagraphLook(look, _ALIGN.get(attribute(align, "val") or "", "left"), is_on(_last(said, "pageBreakBefore")),
                             attribute(child(numbering, "numId"), "val"), int(attribute(level, "val") or 0))

    def run(self, look: Look, properties: Element | None) -> Look:
        for style in self.chain(attribute(child(properties, "rStyle"), "val")):
            look = look.under(child(style, "rPr"))
        return look.under(properties)

    def is_ruled(self, properties: Element | None) -> bool:
        """Whether a table with this `w:tblPr` shows lines."""
        own = child(properties, "tblBorders")
        if own is not None:
            return _draws(own)
        return any(_draws(each) for style in self.chain(attribute(child(properties, "tblStyle"), "val"))
                   for each in style.iter() if name_of(each) in ("tblBorders", "tcBorders"))


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    run: Look
    align: Align
    on_new_page: bool
    list_id: str | None
    level: int


def _last(said: Iterable[Element | None], name: str) -> Element | None:
    return next((found for each in reversed(list(said)) if (found := child(each, name)) is not None), None)


def _draws(borders: Element) -> bool:
    return any(attribute(each, "val") not in (None, "nil", "none") for each in borders)


class Numbering:
    """The labels of list items, counted as they come."""

    def __init__(self, root: Element | None) -> None:
        parts = list(root) if root is not None else []
        self._abstract = {attribute(each, "abstractNumId"): each for each in parts if name_of(each) == "abstractNum"}
        self._lists = {attribute(each, "numId"): each for each in parts if name_of(each) == "num"}
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, list_id: str | None, level: int) -> str:
        """The next label of a list: a bullet, a number as its format says, or nothing."""
        said = self._level(list_id, level)
        if list_id is None or said is None or is_on(child(said, "rPr", "vanish")):
            return ""
        form = attribute(child(said, "numFmt"), "val") or "decimal"
        if form == "bullet":
            return "•" if attribute(child(said, "lvlText"), "val") else ""
        self._count(list_id, level)
        text = attribute(child(said, "lvlText"), "val") or ""
        numbers = {asked: self._number(list_id, int(asked[1]) - 1) for asked in re.findall("%[1-9]", text)}
        return re.sub("%[1-9]", lambda asked: numbers[asked[0]], text) if all(numbers.values()) else ""

    def _level(self, list_id: str | None, level: int) -> Element | None:
        used = self._lists.get(list_id) if list_id is not None else None
        if used is None:
            return None
        own = next((found for each in used if name_of(each) == "lvlOverride" and attribute(each, "ilvl") == str(level)
                    and (found := child(each, "lvl")) is not None), None)
        abstract = self._abstract.get(attribute(child(used, "abstractNumId"), "val"))
        levels = list(abstract) if abstract is not None else []
        return own if own is not None else next(
            (each for each in levels if name_of(each) == "lvl" and attribute(each, "ilvl") == str(level)), None)

    def _key(self, list_id: str, level: int) -> tuple[str, int]:
        return attribute(child(self._lists[list_id], "abstractNumId"), "val") or "", level

    def _start(self, list_id: str, level: int) -> int:
        override = next((each for each in self._lists[list_id]
                         if name_of(each) == "lvlOverride" and attribute(each, "ilvl") == str(level)), None)
        begun = (list_id, level) in self._begun
        self._begun.add((list_id, level))
        anew = None if begun else attribute(child(override, "startOverride"), "val")
        return int(anew) if anew is not None else -1

    def _first(self, list_id: str, level: int) -> int:
        return int(attribute(child(self._level(list_id, level), "start"), "val") or 1)

    def _count(self, list_id: str, level: int) -> None:
        key, anew = self._key(list_id, level), self._start(list_id, level)
        self._counts[key] = anew if anew >= 0 else self._counts.get(key, self._first(list_id, level) - 1) + 1
        for deeper in [other for other in self._counts if other[0] == key[0] and other[1] > level]:
            del self._counts[deeper]

    def _number(self, list_id: str, level: int) -> str:
        form = attribute(child(self._level(list_id, level), "numFmt"), "val") or "decimal"
        return numeral(self._counts.get(self._key(list_id, level), self._first(list_id, level)), form)
