"""An OpenDocument letter (.odt) as blocks: header above, body, notes, footer below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from extractors.errors import Encrypted, Unreadable
from extractors.pages.office.content import Block, PageBreak, Paragraph, Run
from extractors.pages.office.odt.styles import Styles
from extractors.pages.office.odt.text import Letter, Story
from extractors.pages.office.package import Package, attribute, child, descendants, name_of

_STANDARD = "Standard"
_HEADERS, _FOOTERS = ("header-first", "header", "header-left"), ("footer-first", "footer", "footer-left")


def blocks(package: Package) -> Iterator[Block]:
    """What a reader of the letter sees, in order. Raises `ReadingError`."""
    if _is_encrypted(package):
        raise Encrypted
    root = package.xml("content.xml")
    text = child(root, "body", "text")
    if text is None:
        raise Unreadable
    styles = Styles([root, *([package.xml("styles.xml")] if "styles.xml" in package else [])])
    letter = Letter(package, styles)
    masters = _masters(text, styles)
    several_pages = len(masters) > 1 or any(True for _ in descendants(text, "soft-page-break"))
    if masters:
        yield from _margin(letter, masters[0], _HEADERS, several_pages)
    yield from _body(text, letter)
    yield from _notes(letter)
    for at, master in enumerate(masters):
        if at:
            yield from _margin(letter, master, _HEADERS, several_pages)
        yield from _margin(letter, master, _FOOTERS, several_pages)


def _is_encrypted(package: Package) -> bool:
    """Encrypted parts look like any others; the manifest tells."""
    if "encrypted-package" in package:
        return True
    return "META-INF/manifest.xml" in package and any(
        True for _ in descendants(package.xml("META-INF/manifest.xml"), "encryption-data"))


def _masters(text: Element, styles: Styles) -> list[Element]:
    """The kinds of pages in order: that of the first paragraph, those that later ones ask for, those that follow on these."""
    asked = [_STANDARD]
    paragraphs = list(descendants(text, "p", "h", "table"))
    for number, paragraph in enumerate(paragraphs):
        name = styles.paragraph(attribute(paragraph, "style-name")).master_page if name_of(paragraph) != "table" else None
        if name and name not in asked:
            asked = [name] if number == 0 else [*asked, name]
    for name in asked:
        follows = attribute(styles.master_pages.get(name), "next-style-name")
        if follows and follows not in asked and any(True for _ in descendants(text, "soft-page-break")):
            asked.append(follows)
    return [styles.master_pages[name] for name in asked if name in styles.master_pages]


def _margin(letter: Letter, master: Element, names: tuple[str, ...], several_pages: bool) -> Iterator[Block]:
    """The header or footer of a kind of page: that of its first page, and the others where there are more pages."""
    first, usual, _ = stories = [_displayed(master, name) for name in names]
    shown = [each for each in stories if each is not None] if several_pages else [first if first is not None else usual]
    for each in shown:
        if each is not None:
            yield from (block for block in Story(letter).read(each) if not isinstance(block, Paragraph) or block.runs)


def _displayed(master: Element, name: str) -> Element | None:
    found = child(master, name)
    return None if attribute(found, "display") == "false" else found


def _body(text: Element, letter: Letter) -> Iterator[Block]:
    story = Story(letter)
    for number, element in enumerate(text):
        if number and letter.styles.paragraph(attribute(element, "style-name")).master_page and name_of(element) in ("p", "h"):
            yield PageBreak()
        yield from story.read([element])


def _notes(letter: Letter) -> Iterator[Block]:
    """The notes that the text refers to, each with its mark. A note may refer to others."""
    for mark, body in letter.notes:
        sign = Run(f"{mark} ")
        for block in Story(letter).read(body):
            yield replace(block, runs=(sign, *block.runs)) if isinstance(block, Paragraph) and sign.text else block
            sign = Run("")
