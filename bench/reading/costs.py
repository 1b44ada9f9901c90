"""What the house takes beside the reading of single pictures: text PDFs, the wait for the first page, memory on large files."""

from __future__ import annotations

import datetime as dt
import statistics
import tempfile
import time
from pathlib import Path

from PIL import Image

from bench.reading.corpus import Corpus, as_pdf, asked
from bench.reading.stall import Stall, cpu_s
from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import read_pages
from extractors.sandbox import Sandbox
from extractors.sandbox.client import ReadPage, Told

_ROUNDS = 5
_LONG = 30
_TODAY = dt.date(2026, 11, 22)


def text_pdfs(corpus: Corpus) -> None:
    """Printed PDFs to words, in this process, which has read them before."""
    files = [file.read_bytes() for file in corpus.printed]
    pages = sum(len(list(read_pages(content, admit(content, LIMITS)))) for content in files)
    walls, cpu = [], cpu_s()
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        for content in files:
            list(read_pages(content, admit(content, LIMITS)))
        walls.append(time.perf_counter() - began)
    print(f"\ntext PDFs (goal <= 12 ms a page): {1000 * statistics.median(walls) / pages:.1f} ms, "
          f"CPU {1000 * (cpu_s() - cpu) / _ROUNDS / pages:.1f} ms, {pages} pages in {len(files)} files")
    for file, content in zip(corpus.printed, files, strict=True):
        cpu = cpu_s()
        read = sum(len(list(read_pages(content, admit(content, LIMITS)))) for _ in range(_ROUNDS))
        print(f"  {file.stem:<30}{1000 * (cpu_s() - cpu) / read:6.1f} CPU ms/page")


class _Enough(BaseException):
    """The first page is there; the rest need not be read."""


def first_progress(corpus: Corpus) -> None:
    """The wait until the sandbox tells the first thing of a long scan: that it has looked at a page, and that it has read one."""
    pictures = [corpus.picture("clean150", page) for page in corpus.pages]
    scan = as_pdf((pictures * _LONG)[:_LONG])
    print(f"\nscan of {_LONG} pages, {len(scan) / 2**20:.1f} MB: seconds to the first look, and to the first page (goal < 1 s):")
    with Sandbox() as sandbox:
        print("  cold sandbox {:.2f}, {:.2f}".format(*_waits(sandbox, scan)))
    for _ in range(_ROUNDS - 2):
        with Sandbox(warm=True) as sandbox:
            sandbox.read(as_pdf(pictures[:1]), "scan.pdf", _TODAY)
            print("  warm sandbox {:.2f}, {:.2f}".format(*_waits(sandbox, scan)))


def _waits(sandbox: Sandbox, scan: bytes) -> tuple[float, float]:
    looked: list[float] = []

    def enough(page: ReadPage) -> None:
        raise _Enough

    began = time.perf_counter()
    try:
        sandbox.read(scan, "scan.pdf", _TODAY, told=Told(enough, lambda look: looked.append(time.perf_counter() - began)))
    except _Enough:
        return looked[0] if looked else float("nan"), time.perf_counter() - began
    return float("nan"), float("nan")


def large_files(corpus: Corpus) -> None:
    """Peak memory of a fresh reading process on one large file each."""
    page = max(corpus.pages, key=lambda page: len(page.text))
    print("\npeak memory of a reading process (goal < 650 MB):")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for what, picture in (("photo of 12 megapixels", corpus.picture("phone_hard", page)),
                              ("A4 colour scan of 600 dpi", _scan_600(corpus.picture("clean300", page), scratch)),
                              ("A4 scan of 150 dpi", corpus.picture("clean150", page))):
            with Stall("ours") as stall:
                timed = stall.read(asked(picture, scratch))
            with Image.open(picture) as image:
                size = f"{image.width} x {image.height}"
            print(f"  {what:<28}{size:>14}{timed.peak_mb:8.0f} MB{timed.cpu_s:8.2f} CPU s {timed.failed}")


def _scan_600(picture: Path, scratch: Path) -> Path:
    scan = scratch / "scan-600.jpg"
    with Image.open(picture) as image:
        image.convert("RGB").resize((2 * image.width, 2 * image.height), Image.Resampling.BICUBIC).save(scan, quality=85, dpi=(600, 600))
    return scan
