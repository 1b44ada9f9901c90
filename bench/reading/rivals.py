"""The readers that are compared, each behind one face: bytes of a file in, text out.

A reader begins with what its users hand to it: photos and scans as files for the house (scans as the PDFs that scanners make),
pictures for Tesseract, PDFs for OCRmyPDF. Decoding is part of the work.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from PIL import Image

TESSDATA = Path("/usr/share/tesseract-ocr/5/tessdata")
LANGUAGES = "fra+eng"
_OCRMYPDF = Path(sys.executable).with_name("ocrmypdf")


@dataclass(frozen=True, slots=True)
class Asked:
    """A page to be read, as files: the picture; what people send of it (scans as PDFs, photos as they are); a PDF in any case."""

    picture: str
    sent: str
    pdf: str
    dpi: int | None


@dataclass(frozen=True, slots=True)
class Read:
    """`undone`: degrees clockwise by which the page lay turned, as the reader found; None where it does not say."""

    text: str
    undone: int | None = None


class Reader(Protocol):
    def read(self, asked: Asked) -> Read: ...


class House:
    """The product's own path."""

    def __init__(self) -> None:
        from extractors.pages.ocr import engines
        engines.warm_up()

    def read(self, asked: Asked) -> Read:
        from extractors.intake.limits import LIMITS
        from extractors.intake.media import admit
        from extractors.pages import read_pages
        content = Path(asked.sent).read_bytes()
        pages = list(read_pages(content, admit(content, LIMITS)))
        return Read("\n".join(page.text for page in pages), pages[0].rotation)


class Library:
    """Tesseract's library in the process, with its default settings: the least that reading with Tesseract can cost."""

    def __init__(self) -> None:
        import tesserocr
        self._api = tesserocr.PyTessBaseAPI(path=str(TESSDATA), lang=LANGUAGES)

    def read(self, asked: Asked) -> Read:
        with Image.open(asked.picture) as image:
            self._api.SetImage(image.convert("RGB"))
        if asked.dpi:
            self._api.SetSourceResolution(asked.dpi)
        return Read(self._api.GetUTF8Text())


class Program:
    """Tesseract's program, started for every page by pytesseract."""

    def read(self, asked: Asked) -> Read:
        import pytesseract
        with Image.open(asked.picture) as image:
            return Read(pytesseract.image_to_string(image, lang=LANGUAGES, config=f"--dpi {asked.dpi}" if asked.dpi else ""))


class Pipeline:
    """OCRmyPDF from its command line: turning, straightening, reading, and a PDF with a text layer (which nobody here asks for)."""

    def read(self, asked: Asked) -> Read:
        with tempfile.TemporaryDirectory() as folder:
            text = Path(folder) / "text.txt"
            subprocess.run([_OCRMYPDF, "--deskew", "--rotate-pages", "-l", LANGUAGES, "--jobs", "1", "--output-type", "pdf", "--quiet",
                            "--sidecar", text, asked.pdf, Path(folder) / "out.pdf"], check=True, capture_output=True)
            return Read(text.read_text("utf-8"))


class Osd:
    """Tesseract's own finding of the page's turn, and nothing else."""

    def __init__(self) -> None:
        import tesserocr
        self._api = tesserocr.PyTessBaseAPI(path=str(TESSDATA), lang="osd", psm=tesserocr.PSM.OSD_ONLY, oem=tesserocr.OEM.TESSERACT_ONLY)

    def read(self, asked: Asked) -> Read:
        with Image.open(asked.picture) as image:
            self._api.SetImage(image.convert("RGB"))
        if asked.dpi:
            self._api.SetSourceResolution(asked.dpi)
        found = self._api.DetectOrientationScript()
        return Read("", found["orient_deg"] if found else None)


READERS: dict[str, type[Reader]] = {"ours": House, "libtesseract": Library, "pytesseract": Program, "ocrmypdf": Pipeline, "osd": Osd}


def missing(name: str) -> str | None:
    """What a reader lacks to be run here, or None."""
    if name == "ours":
        return None
    if not (TESSDATA / "fra.traineddata").exists() or shutil.which("tesseract") is None:
        return "Tesseract with its French data (Debian: tesseract-ocr tesseract-ocr-fra)"
    if name in ("libtesseract", "osd") and find_spec("tesserocr") is None:
        return "tesserocr (bin/setup bench)"
    if name == "ocrmypdf" and not (_OCRMYPDF.exists() and shutil.which("gs")):
        return "ocrmypdf (bin/setup bench) and ghostscript"
    return None
