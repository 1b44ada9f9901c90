"""A Word letter (.docx, .docm) as blocks: headers above, body, notes, footers below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from extractors.errors import Unreadable
from extractors.pages.office.content import Block, PageBreak, Paragraph, Run
from extractors.pages.office.docx.parts import Part, main_part
from extractors.pages.office.docx.styles import Numbering, Styles, is_on
from extractors.pages.office.docx.text import Letter, Story
from extractors.pages.office.package import Package, attribute, child, descendants, name_of


def blocks(package: Package) -> Iterator[Block]:
    """What a reader of the letter sees, in order. Raises `ReadingError`."""
    part = main_part(package)
    body = child(part.root, "body")
    if body is None:
        raise Unreadable
    letter = Letter(Styles(_root(part, "styles")), Numbering(_root(part, "numbering")))
    sections = _sections(body)
    several_pages = len(sections) > 1 or _has_several_pages(body)
    pages = _Margins(part, letter, several_pages, is_on(child(_root(part, "settings"), "evenAndOddHeaders")))
    story = Story(letter, part)
    for number, section in enumerate(sections):
        if number and section.begins_page:
            yield PageBreak()
        yield from pages.begin(section)
        yield from story.read(section.elements)
    if story.fields:
        raise Unreadable  # a field without an end: what is displayed cannot be told
    yield from _notes(part, letter)
    yield from pages.end()


@dataclass(slots=True)
class _Section:
    elements: list[Element] = field(default_factory=list)
    properties: Element | None = None

    @property
    def begins_page(self) -> bool:
        return attribute(child(self.properties, "type"), "val") != "continuous"

    def refers(self, kind: str) -> dict[str, str | None]:
        """The ids of its headers or footers, by what pages they are for."""
        said = self.properties if self.properties is not None else ()
        return {attribute(each, "type") or "default": attribute(each, "id") for each in said if name_of(each) == f"{kind}Reference"}


def _sections(body: Element) -> list[_Section]:
    """A section's properties stand in its last paragraph, those of the last section at the end of the body."""
    sections = [_Section()]
    for element in body:
        if name_of(element) == "sectPr":
            sections[-1].properties = element
            continue
        sections[-1].elements.append(element)
        properties = child(element, "pPr", "sectPr")
        if properties is not None:
            sections[-1].properties = properties
            sections.append(_Section())
    return [section for section in sections if section.elements or section.properties is not None]


def _has_several_pages(body: Element) -> bool:
    return any(name_of(each) != "br" or attribute(each, "type") == "page"
               for each in descendants(body, "lastRenderedPageBreak", "br", "pageBreakBefore"))


@dataclass(slots=True)
class _Margins:
    """Headers and footers: what stands on the first page of a section above its text, and the rest below the last of its text.
    Those of later pages are there only where the letter has later pages."""

    part: Part
    letter: Letter
    several_pages: bool
    even_differs: bool
    below: list[str] = field(default_factory=list)

    def begin(self, section: _Section) -> Iterator[Block]:
        headers, footers = section.refers("header"), section.refers("footer")
        if not headers and not footers:
            return  # as in the section before
        yield from self.end()
        first = "first" if is_on(child(section.properties, "titlePg")) else "default"
        later = [kind for kind in ("default", "even") if kind != first and self.several_pages and (kind != "even" or self.even_differs)]
        yield from self._stories([headers.get(first)])
        wanted = [*(headers.get(kind) for kind in later), footers.get(first), *(footers.get(kind) for kind in later)]
        self.below = [each for each in wanted if each is not None]

    def end(self) -> Iterator[Block]:
        yield from self._stories(self.below)
        self.below = []

    def _stories(self, identities: Iterable[str | None]) -> Iterator[Block]:
        for identity in identities:
            name = self.part.target(identity)
            if name is not None:
                part = Part(self.part.package, name)
                yield from (block for block in Story(self.letter, part).read(part.root) if not isinstance(block, Paragraph) or block.runs)


def _notes(part: Part, letter: Letter) -> Iterator[Block]:
    """The notes that the text refers to, each with its mark. A note may refer to others."""
    for kind, identity, mark in letter.notes:
        story = part.related(kind)
        note = next((each for each in story.root if attribute(each, "id") == identity), None) if story is not None else None
        if story is None or note is None:
            continue
        sign = Run(f"{mark} ")
        for block in Story(letter, story).read(note):
            yield replace(block, runs=(sign, *block.runs)) if isinstance(block, Paragraph) and sign.text else block
            sign = Run("")


def _root(part: Part, kind: str) -> Element | None:
    related = part.related(kind)
    return related.root if related is not None else None
