"""What the styles of an OpenDocument letter say of paragraphs, runs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from extractors.pages.office.content import Align
from extractors.pages.office.numbers import numeral
from extractors.pages.office.package import attribute, child, descendants, name_of

_ALIGN: Mapping[str, Align] = {"center": "center", "right": "right", "end": "right"}
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEPEST = 20
_BORDERS = ("border", "border-top", "border-bottom", "border-left", "border-right")


@dataclass(frozen=True, slots=True)
class Look:
    """What a reader sees of text properties."""

    bold: bool = False
    caps: bool = False
    hidden: bool = False
    size: float = 11.0
    font: str = ""
    raised: str = ""

    def under(self, properties: Element | None) -> Look:
        """With `style:text-properties` on top."""
        if properties is None:
            return self
        weight, size = attribute(properties, "font-weight"), attribute(properties, "font-size") or ""
        transform, display = attribute(properties, "text-transform"), attribute(properties, "display")
        font, position = attribute(properties, "font-name") or attribute(properties, "font-family"), attribute(properties, "text-position")
        return replace(
            self, bold=self.bold if weight is None else weight == "bold" or weight >= "600",
            caps=self.caps if transform is None else transform == "uppercase",
            hidden=self.hidden if display is None else display == "none",
            size=float(size[:-2]) if size.endswith("pt") else self.size,
            font=font or self.font, raised=self.raised if position is None else _raised(position))


def _raised(position: str) -> str:
    where = position.split(maxsplit=1)[0]
    return where if where in ("super", "sub") else "" if where in ("0%", "0") else "sub" if where.startswith("-") else "super"


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    run: Look
    align: Align
    break_before: bool
    break_after: bool
    master_page: str | None


class Styles:
    """The styles of both parts; those that the content part makes for itself come first."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self.master_pages: dict[str, Element] = {}
        for root in roots:
            for each in descendants(root, "style", "default-style", "list-style", "master-page"):
                self._keep(each)

    def _keep(self, element: Element) -> None:
        name, family = attribute(element, "name") or "", attribute(element, "family") or ""
        match name_of(element):
            case "style":
                self._styles.setdefault((family, name), element)
            case "default-style":
                self._defaults.setdefault(family, element)
            case "list-style":
                self._lists.setdefault(name, element)
            case "master-page":
                self.master_pages.setdefault(name, element)

    def chain(self, family: str, name: str | None) -> list[Element]:
        """A style's ancestors and itself, the farthest first."""
        found: list[Element] = []
        while name and (family, name) in self._styles and len(found) < _DEEPEST:
            found.insert(0, self._styles[family, name])
            name = attribute(found[0], "parent-style-name")
        default = self._defaults.get(family)
        return [default, *found] if default is not None else found

    def paragraph(self, name: str | None) -> ParagraphLook:
        chain = self.chain("paragraph", name)
        look = Look()
        for style in chain:
            look = look.under(child(style, "text-properties"))
        properties = [child(style, "paragraph-properties") for style in chain]
        own = chain[-1:] if name else []
        return ParagraphLook(look, _ALIGN.get(_last(properties, "text-align") or "", "left"), _last(properties, "break-before") == "page",
                             _last(properties, "break-after") == "page",
                             next((master for style in own if (master := attribute(style, "master-page-name"))), None))

    def run(self, look: Look, name: str | None) -> Look:
        for style in self.chain("text", name) if name else ():
            look = look.under(child(style, "text-properties"))
        return look

    def is_hidden_section(self, name: str | None) -> bool:
        return any(attribute(child(style, "section-properties"), "display") == "none" for style in self.chain("section", name))

    def label(self, list_style: str | None, level: int, number: int) -> str:
        """A list item's label: a bullet, a number as its format says, or nothing."""
        levels = self._lists.get(list_style or "")
        said = next((each for each in (levels if levels is not None else ()) if attribute(each, "level") == str(level)), None)
        if said is None or name_of(said) == "list-level-style-image":
            return ""
        if name_of(said) == "list-level-style-bullet":
            return "•" if attribute(said, "bullet-char") else ""
        shown = numeral(number, _FORMATS.get(attribute(said, "num-format") or "", ""))
        return f"{attribute(said, 'num-prefix') or ''}{shown}{attribute(said, 'num-suffix') or ''}" if shown else ""

    def first_number(self, list_style: str | None, level: int) -> int:
        levels = self._lists.get(list_style or "")
        said = next((each for each in (levels if levels is not None else ()) if attribute(each, "level") == str(level)), None)
        return int(attribute(said, "start-value") or 1)

    def column_width(self, name: str | None) -> float:
        properties = [child(style, "table-column-properties") for style in self.chain("table-column", name)]
        return length(_last(properties, "column-width")) or 0.0

    def is_ruled(self, cell_style: str | None) -> bool:
        """Whether a cell of this style shows lines."""
        cells = [child(style, "table-cell-properties") for style in self.chain("table-cell", cell_style)]
        return any((_last(cells, side) or "none") != "none" for side in _BORDERS)


def _last(properties: Iterable[Element | None], name: str) -> str | None:
    return next((said for each in reversed(list(properties)) if (said := attribute(each, name)) is not None), None)


def length(said: str | None) -> float | None:
    """A length in centimetres."""
    units = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
    number, unit = (said or "")[:-2], (said or "")[-2:]
    return float(number) * units[unit] if unit in units and number else None
