"""A printed paper as its owner sends it: the PDF itself, a scan, or a photo. Places go through the same geometry as the pixels."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image

from bench.extraction.printing import Box
from bench.reading import phone
from bench.reading.degradations import Picture, scanned

RENDERS = ("text", "scan", "photo")
Mover = Callable[[Box], Box]


@dataclass(frozen=True, slots=True)
class Scan:
    """`degrees`: how far the sheet lay aslant."""

    dpi: int
    grey: bool
    degrees: float
    quality: int


_SCANS = (
    Scan(200, True, 0.4, 80), Scan(150, False, 0.3, 85), Scan(300, True, 0.7, 75), Scan(200, False, 1.2, 70), Scan(150, True, 0.8, 50),
)
_PHOTO_DPI = 250
_CAMERAS = (
    phone.Camera((2268, 3024), tilt=0.03, blur=0.8, dark=0.3, noise=4),
    phone.Camera((3024, 4032), tilt=0.06, blur=1.6, dark=0.55, noise=9),
    phone.Camera((1350, 1800), tilt=0.05, blur=0.7, dark=0.45, noise=6),
)


def make(render: str, pdf: Path, folder: Path) -> tuple[Path, list[Mover]]:
    """The file of a printed paper in a render, and how places of each of its pages move."""
    import img2pdf  # only the bench has it; the truth is read without

    folder.mkdir(parents=True, exist_ok=True)
    if render == "text":
        return pdf, [_stay] * _page_count(pdf)
    sheets = [_SHEETS[render](pdf, number) for number in range(_page_count(pdf))]
    pictures = [picture for picture, _, _ in sheets]
    if render == "photo" and len(pictures) == 1:
        file = folder / f"{pdf.stem}.jpg"
        file.write_bytes(pictures[0])
    else:
        file = folder / f"{pdf.stem}.pdf"
        layout = img2pdf.get_fixed_dpi_layout_fun((sheets[0][2], sheets[0][2]))
        file.write_bytes(bytes(img2pdf.convert(*pictures, layout_fun=layout)))
    return file, [move for _, move, _ in sheets]


def _scan(pdf: Path, number: int) -> tuple[bytes, Mover, int]:
    seed = zlib.crc32(f"{pdf.stem} {number} scan".encode())
    how = _SCANS[zlib.crc32(pdf.stem.encode()) % len(_SCANS)]
    page = _rendered(pdf, number, how.dpi)
    turned = how.degrees * float(np.random.default_rng(seed).choice((-1, 1)))  # the first thing that `scanned` draws
    pixels = scanned(page, np.random.default_rng(seed), how.degrees)
    height, width = page.shape[:2]
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), turned, 1), [0, 0, 1]])
    return _jpeg(pixels, how.quality, grey=how.grey), _mover(turn, (width, height), (width, height)), how.dpi


def _photo(pdf: Path, number: int) -> tuple[bytes, Mover, int]:
    seed = zlib.crc32(f"{pdf.stem} {number} photo".encode())
    camera = _CAMERAS[zlib.crc32(pdf.stem.encode()) % len(_CAMERAS)]
    page = _rendered(pdf, number, _PHOTO_DPI)
    size = camera.pixels if page.shape[0] >= page.shape[1] else camera.pixels[::-1]
    view = phone._view(page, np.random.default_rng(seed), size, camera.tilt)  # drawn first by `_photo`
    pixels = phone._photo(page, np.random.default_rng(seed), camera)
    return _jpeg(pixels, 85, grey=False), _mover(view, (page.shape[1], page.shape[0]), size), _PHOTO_DPI


_SHEETS: dict[str, Callable[[Path, int], tuple[bytes, Mover, int]]] = {"scan": _scan, "photo": _photo}


def _stay(box: Box) -> Box:
    return box


def _mover(matrix: NDArray[Any], before: tuple[int, int], after: tuple[int, int]) -> Mover:
    """Boxes around what a box becomes, in fractions before and after."""
    def move(box: Box) -> Box:
        corners = np.array([[(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]], np.float64) * before
        there = cv2.perspectiveTransform(corners, np.asarray(matrix, np.float64))[0] / after
        (x0, y0), (x1, y1) = there.min(axis=0), there.max(axis=0)
        return float(x0), float(y0), float(x1), float(y1)
    return move


def _rendered(pdf: Path, number: int, dpi: int) -> Picture:
    with pdfium.PdfDocument(pdf) as document:
        return np.asarray(document[number].render(scale=dpi / 72).to_pil().convert("RGB"), np.float32)


def _page_count(pdf: Path) -> int:
    with pdfium.PdfDocument(pdf) as document:
        return len(document)


def _jpeg(pixels: Picture, quality: int, *, grey: bool) -> bytes:
    picture = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    content = io.BytesIO()
    (picture.convert("L") if grey else picture).save(content, "JPEG", quality=quality)
    return content.getvalue()


def join(pdfs: Iterable[Path], file: Path) -> Path:
    """Several papers as one PDF."""
    with pdfium.PdfDocument.new() as bundle:
        for pdf in pdfs:
            with pdfium.PdfDocument(pdf) as document:
                bundle.import_pages(document)
        bundle.save(file)
    return file
