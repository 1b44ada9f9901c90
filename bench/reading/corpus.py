"""A folder of true pages and their pictures: `gt.json` and `img/<condition>/<page>.png|jpg`. The pictures of the own papers are
made when they are first asked for, and kept under `var/bench/` until a paper or a degradation changes.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import img2pdf
from PIL import Image

from bench.reading import degradations, printing
from bench.reading.rivals import Asked

HERE = Path(__file__).resolve().parent
CACHE = HERE.parents[1] / "var" / "bench"
PHOTO_DPI = 300
"""What a photo is said to have, where a tool takes nothing but PDFs."""


@dataclass(frozen=True, slots=True)
class PageTruth:
    """A page as it was printed. `keys` are what a case hangs on: names, dates, scores, hours."""

    name: str
    document: str
    number: int
    text: str
    keys: list[str]


@dataclass(frozen=True, slots=True)
class Corpus:
    folder: Path
    pages: list[PageTruth]
    own: bool

    @property
    def conditions(self) -> list[str]:
        if self.own:
            return list(degradations.CONDITIONS)
        return sorted(folder.name for folder in (self.folder / "img").iterdir())

    @property
    def printed(self) -> list[Path]:
        """The PDFs with their text layers."""
        return sorted((self.folder / "pdf").glob("*.pdf"))

    def picture(self, condition: str, page: PageTruth) -> Path:
        """The file of a page in a condition."""
        found = list((self.folder / "img" / condition).glob(f"{page.name}.*"))
        if not found and self.own:
            return degradations.make(self.folder, condition, page.document, page.number, page.name)
        return found[0]


def own() -> Corpus:
    """The invented papers of this folder, printed where that was not yet done."""
    sources = [HERE / "degradations.py", HERE / "phone.py", HERE / "printing.py", *sorted((HERE / "papers").glob("*.html"))]
    fingerprint = hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    folder = CACHE / f"reading-{fingerprint}"
    if not (folder / "gt.json").exists():
        for old in CACHE.glob("reading-*"):
            shutil.rmtree(old)
        printing.print_all(HERE / "papers", folder)
    return of_folder(folder, own=True)


def of_folder(folder: Path, *, own: bool = False) -> Corpus:
    truths: list[dict[str, Any]] = json.loads((folder / "gt.json").read_text("utf-8"))
    return Corpus(folder, [PageTruth(truth["page"], truth["doc"], truth["index"], truth["gt"], truth["fields"]) for truth in truths], own)


def dpi_of(picture: Path) -> int | None:
    """Dots an inch as a scanner writes them into its files; photos have none."""
    with Image.open(picture) as image:
        dpi = image.info.get("dpi")
    return round(dpi[0]) if dpi and dpi[0] > 73 else None


def as_pdf(pictures: list[Path]) -> bytes:
    """An image-only PDF, as scanners make them: the pictures go in as they are."""
    dpi = dpi_of(pictures[0]) or PHOTO_DPI
    layout = img2pdf.get_fixed_dpi_layout_fun((dpi, dpi))
    return bytes(img2pdf.convert(*(picture.read_bytes() for picture in pictures), layout_fun=layout))


def asked(picture: Path, scratch: Path) -> Asked:
    """A page as files for every reader; the PDF is written to `scratch`."""
    dpi, pdf = dpi_of(picture), scratch / "page.pdf"
    pdf.write_bytes(as_pdf([picture]))
    return Asked(str(picture), str(pdf if dpi else picture), str(pdf), dpi)
