"""Prints the invented papers and writes down what stands on them.

A paper is one HTML file; each `<section>` is a page, and `<data>` marks a key field. The truth of a page is the text layer that
Chromium printed, line by line as it lies on the page, so that neither the product nor a person's typing can be wrong about it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from bench.reading.metrics import has_key

_HYPHEN_AT_THE_END = "\ufffe"
"""What PDFium says where a word goes on in the next line."""
_GAP = 0.12
"""Of a line's height: a wider gap parts words."""
_CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer")


def print_all(papers: Path, folder: Path) -> None:
    """PDFs and `gt.json` of all papers into `folder`."""
    if shutil.which("chromium") is None:
        raise SystemExit("left out: the own papers, for want of chromium (bin/packages chromium)")
    (folder / "pdf").mkdir(parents=True, exist_ok=True)
    truths = [truth for paper in sorted(papers.glob("*.html")) for truth in _truths(paper, _printed(paper, folder / "pdf"))]
    (folder / "gt.json").write_text(json.dumps(truths, ensure_ascii=False, indent=1), "utf-8")


def _printed(paper: Path, folder: Path) -> Path:
    pdf = folder / f"{paper.stem}.pdf"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run([*_CHROMIUM, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}", paper.as_uri()],
                       check=True, capture_output=True, timeout=120)
    return pdf


def _truths(paper: Path, pdf: Path) -> Iterator[dict[str, Any]]:
    marked = _Marked()
    marked.feed(paper.read_text("utf-8"))
    document = pdfium.PdfDocument(pdf)
    if len(document) != len(marked.pages):
        raise ValueError(f"{paper.name}: {len(marked.pages)} sections on {len(document)} pages")
    for number, keys in enumerate(marked.pages):
        text = "\n".join(_lines(document[number].get_textpage()))
        lost = [key for key in keys if not has_key(key, text)]
        if lost:
            raise ValueError(f"{paper.name}, page {number + 1}: not on the page as they are marked: {lost}")
        yield {"page": f"{paper.stem}-{number + 1}", "doc": paper.stem, "index": number, "gt": text, "fields": keys}
    document.close()


class _Marked(HTMLParser):
    """The key fields of each page."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self.pages.append([])
        if tag == "data":
            self._inside = True
            self.pages[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "data"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.pages[-1][-1] += " ".join(data.split("\n"))


@dataclass(slots=True)
class _Word:
    text: str
    left: float
    bottom: float
    right: float
    top: float


def _lines(page: pdfium.PdfTextPage) -> Iterator[str]:
    """The words of a page, those at one height on one line."""
    lines: list[list[_Word]] = []
    for word in sorted(_words(page), key=lambda word: -(word.top + word.bottom)):
        if lines and _at_one_height(lines[-1][0], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        yield " ".join(word.text for word in sorted(line, key=lambda word: word.left))


def _at_one_height(one: _Word, other: _Word) -> bool:
    return min(one.top, other.top) - max(one.bottom, other.bottom) > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _words(page: pdfium.PdfTextPage) -> Iterator[_Word]:
    """Letters that touch. PDFium's own spaces would not do: it misses narrow ones, and joins what a hyphen parts at a line's end."""
    word: _Word | None = None
    for place in range(page.count_chars()):
        letter = page.get_text_range(place, 1).replace(_HYPHEN_AT_THE_END, "-")
        left, bottom, right, top = page.get_charbox(place, loose=True)
        if word and (not letter.strip() or not _follows(word, left, bottom, top)):
            yield word
            word = None
        if not letter.strip():
            continue
        if word is None:
            word = _Word(letter, left, bottom, right, top)
        else:
            word = _Word(word.text + letter, word.left, min(word.bottom, bottom), max(word.right, right), max(word.top, top))
    if word:
        yield word


def _follows(word: _Word, left: float, bottom: float, top: float) -> bool:
    height = max(word.top - word.bottom, top - bottom)  # boxes of ligatures are low
    return -height < left - word.right < _GAP * height and abs(bottom - word.bottom) < height / 2
