"""Prints the invented papers with Chromium and writes down what is marked on them, and where.

A paper is one HTML file; each `<section>` is a sheet. `data-field` marks a printed value (`data-value` where the value is not the
words themselves, `data-accept` what is right too, `data-optional` what a person could leave out, `data-group` counts positions);
`data-also` of the body holds what is inferred: `employer.country=CA-QC; position.full_time@1=true`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from bench.extraction.values import straight, typed, words

Json = Any
Box = tuple[float, float, float, float]

_SIZES = {"letter": ("816px", "1056px"), "letter-wide": ("1056px", "816px"), "a4": ("794px", "1122px"), "a4-wide": ("1122px", "794px")}
_LONG_ENOUGH = 6
"""Letters from which words that stand twice on a paper have no one right place."""
_MEASURE = Path(__file__).with_name("measure.js").read_text("utf-8")
_KINDS_TOLD_WHOLE = ("diploma", "employment_letter", "french_test")


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of a paper. `box` is the first line of its words, as fractions of the page; None where no one place is right.
    `places`: all that are marked, each with its words, its page and the box of its first line."""

    name: str
    group: int
    value: Json
    accept: tuple[Json, ...]
    optional: bool
    text: str = ""
    page: int = 0
    box: Box | None = None
    places: tuple[tuple[str, int, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed paper. `whole`: every value of its kind is marked, so that any other is wrong."""

    stem: str
    kind: str
    language: str
    pages: int
    marks: tuple[Mark, ...]

    @property
    def whole(self) -> bool:
        return self.kind in _KINDS_TOLD_WHOLE


def print_all(papers: Path, folder: Path) -> list[Paper]:
    """The PDFs of all papers into `folder`. Raises `ValueError` where a mark is not where it should be."""
    from playwright.sync_api import sync_playwright
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("the papers cannot be printed, for want of chromium (bin/packages chromium)")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        sheet = browser.new_page()
        sheet.emulate_media(media="print")
        printed = [_printed(sheet, file, folder / f"{file.stem}.pdf") for file in sorted(papers.glob("*.html"))]
        browser.close()
    return printed


def _printed(sheet: Any, file: Path, pdf: Path) -> Paper:
    sheet.goto(file.as_uri())
    found = sheet.evaluate(_MEASURE)
    width, height = _SIZES[found["size"]]
    sheet.pdf(path=str(pdf), width=width, height=height, print_background=True)
    if found["overfull"]:
        raise ValueError(f"{file.name}: a page holds more than it can show")
    _check(file.name, pdf, found)
    marks = [*_either_number(list(_marks(found["marks"], found["text"]))), *_inferred(found["also"])]
    return Paper(file.stem, found["kind"], found["language"], found["pages"], tuple(marks))


def _check(name: str, pdf: Path, found: dict[str, Any]) -> None:
    """Every marked value stands in the PDF's text where the browser put it. Its box becomes that of the ink."""
    with pdfium.PdfDocument(pdf) as document:
        if len(document) != found["pages"]:
            raise ValueError(f"{name}: {found['pages']} sections on {len(document)} pages")
        pages = [list(_letters(page)) for page in document]
    for mark in found["marks"]:
        there = [(letter, box) for letter, box in pages[mark["page"] - 1] if _within(box, mark["box"])]
        start = next(iter(words(mark["text"])), "")
        if not start or start not in "".join(words("".join(letter for letter, _ in there))):
            raise ValueError(f"{name}: {mark['field']} {mark['text']!r} is not in its box, but {there!r}")
        edges = list(zip(*(box for _, box in there), strict=True))
        mark["box"] = [min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3])]


def _letters(page: pdfium.PdfPage) -> Iterator[tuple[str, Box]]:
    """The letters of a printed page and their ink, as fractions of the page."""
    width, height = page.get_size()
    text = page.get_textpage()
    for place in range(text.count_chars()):
        letter = text.get_text_range(place, 1)
        if letter.strip():
            left, bottom, right, top = text.get_charbox(place)
            yield letter, (left / width, 1 - top / height, right / width, 1 - bottom / height)


def _within(box: Box, line: list[float]) -> bool:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return line[0] <= across <= line[2] and line[1] <= down <= line[3]


def _marks(found: list[dict[str, Any]], paper: str) -> Iterator[Mark]:
    """One mark a field and group: what stands there again is accepted too, and then no one place is right. Each number is its own."""
    text = "".join(words(paper))
    found = sorted(found, key=_place)
    for (name, group, _), of in groupby(found, key=_place):
        first, *again = of
        values = [value for one in (first, *again) for value in _values(one)]
        accept = tuple(value for value in _without_twins(values) if value != values[0])
        optional = all(one["optional"] for one in (first, *again))
        here = "".join(words(first["text"]))
        one_place = not again and not (len(here) >= _LONG_ENOUGH and text.count(here) > 1)
        places = tuple((one["text"], one["page"], tuple(one["box"])) for one in (first, *again))
        yield Mark(name, group, values[0], accept, optional, first["text"], first["page"], places[0][2] if one_place else None, places)


def _either_number(marks: list[Mark]) -> Iterator[Mark]:
    """Of several numbers on a paper any one is enough, and the others are no fault."""
    numbers = sorted((mark for mark in marks if mark.name == "reference"), key=lambda mark: mark.optional)
    yield from (mark for mark in marks if mark.name != "reference")
    for mark in numbers:
        others = tuple(other.value for other in numbers if other is not mark)
        yield replace(mark, accept=(*mark.accept, *others), optional=mark.optional or mark is not numbers[0])


def _place(mark: dict[str, Any]) -> tuple[str, int, str]:
    return mark["field"], mark["group"], mark["text"] if mark["field"] == "reference" else ""


def _values(mark: dict[str, Any]) -> Iterator[Json]:
    if mark["value"] is None and mark["items"]:
        yield [straight(item) for item in mark["items"]]
    else:
        yield typed(mark["field"], mark["text"] if mark["value"] is None else mark["value"])
    yield from (typed(mark["field"], other) for other in filter(None, (mark["accept"] or "").split("|")))


def _without_twins(values: Iterable[Json]) -> list[Json]:
    kept: list[Json] = []
    for value in values:
        if value not in kept:
            kept.append(value)
    return kept


def _inferred(also: str) -> Iterator[Mark]:
    for one in filter(None, (part.strip() for part in also.split(";"))):
        name, told = one.split("=", 1)
        name, optional = name.rstrip("?"), name.endswith("?")
        name, _, group = name.partition("@")
        value, *others = (typed(name, text) for text in told.split("|"))
        yield Mark(name, int(group or 0), value, tuple(others), optional)
