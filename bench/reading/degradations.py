"""What happens to a page between the printer and the reader: scanners, copiers, fax machines, stamps. Photos are in `phone.py`.

Each condition makes a picture out of a printed page, with chance seeded by page and condition, so that it is the same everywhere.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image

from bench.reading.phone import chat, hard, mild

Picture = NDArray[np.float32]
"""Height x width x 3, RGB, 0 to 255."""
Chance = np.random.Generator


@dataclass(frozen=True, slots=True)
class Condition:
    """`dpi` the page is rendered at, and that the file tells; a photo tells none. `quality` of the JPEG; 0 for PNG."""

    dpi: int
    deed: Callable[[Picture, Chance], Picture]
    quality: int = 85
    is_photo: bool = False
    bilevel: bool = False


def make(folder: Path, condition: str, document: str, number: int, page: str) -> Path:
    """The picture of a page in a condition, as a file."""
    how = CONDITIONS[condition]
    chance = np.random.default_rng(zlib.crc32(f"{page} {condition}".encode()))
    pixels = how.deed(_rendered(folder / "pdf" / f"{document}.pdf", number, how.dpi), chance)
    picture = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    file = folder / "img" / condition / f"{page}.{'jpg' if how.quality else 'png'}"
    file.parent.mkdir(parents=True, exist_ok=True)
    told: dict[str, Any] = {} if how.is_photo else {"dpi": (how.dpi, how.dpi)}
    if how.quality:
        told["quality"] = how.quality
    if how.bilevel:
        picture = picture.convert("1")
    picture.save(file, **told)
    return file


def _rendered(pdf: Path, number: int, dpi: int) -> Picture:
    document = pdfium.PdfDocument(pdf)
    picture = document[number].render(scale=dpi / 72).to_pil().convert("RGB")
    document.close()
    return np.asarray(picture, dtype=np.float32)


def untouched(page: Picture, _: Chance) -> Picture:
    return page


def smooth_noise(chance: Chance, size: tuple[int, int], grain: int, low: float, high: float) -> Picture:
    """A field of soft patches, about `grain` pixels each, between two values: height x width x 1."""
    height, width = size
    coarse = chance.uniform(low, high, (height // grain + 2, width // grain + 2)).astype(np.float32)
    return np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.float32)[..., None]


def scanned(page: Picture, chance: Chance, degrees: float = 0.3) -> Picture:
    """On a flatbed: a little slant, soft edges, the paper's grain and the sensor's noise."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees * chance.choice((-1, 1)), 1)
    laid = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    soft = cv2.GaussianBlur(laid, (0, 0), 0.7)
    return np.asarray(soft * 0.97 + smooth_noise(chance, (height, width), 64, -5, 5) + chance.normal(0, 4, (height, width, 1)), np.float32)


def slanted(degrees: float) -> Callable[[Picture, Chance], Picture]:
    return lambda page, chance: scanned(page, chance, degrees)


def laid(turns: int) -> Callable[[Picture, Chance], Picture]:
    """In the scanner by so many quarter turns counter-clockwise."""
    return lambda page, chance: np.ascontiguousarray(np.rot90(scanned(page, chance, 0.5), turns))


def stamped(page: Picture, chance: Chance) -> Picture:
    """Two round stamps of an office, inked unevenly, over the upper half."""
    height, width = page.shape[:2]
    for colour in chance.permutation(np.array([[45, 62, 165], [176, 34, 52], [64, 44, 118]]))[:2]:
        radius = int(0.085 * height)
        centre = (int(width * chance.uniform(0.25, 0.75)), int(height * chance.uniform(0.15, 0.5)))
        mark: NDArray[Any] = np.zeros((height, width), np.uint8)
        cv2.circle(mark, centre, radius, 255, max(3, radius // 22))
        cv2.circle(mark, centre, int(0.7 * radius), 255, max(2, radius // 40))
        for row, text in enumerate(("PREFECTURE", "VU ET VERIFIE", "0417")):
            place = (centre[0] - int(0.58 * radius), centre[1] + (row - 1) * radius // 3)
            cv2.putText(mark, text, place, cv2.FONT_HERSHEY_SIMPLEX, radius / 190, 255, max(2, radius // 40), cv2.LINE_AA)
        mark = cv2.warpAffine(mark, cv2.getRotationMatrix2D(centre, chance.uniform(-30, 30), 1), (width, height))
        ink = 0.62 * mark.astype(np.float32)[..., None] / 255 * smooth_noise(chance, (height, width), 24, 0.45, 1.0)
        page = page * (1 - ink) + np.minimum(page, colour.astype(np.float32)) * ink
    return scanned(page, chance)


def low_contrast(page: Picture, chance: Chance) -> Picture:
    """Grey on grey: a copier set too light on recycled paper."""
    return scanned(np.asarray(150 + page * (60 / 255), np.float32), chance)


def grey_light(page: Picture, chance: Chance) -> Picture:
    """A book scanner's uneven light."""
    light = smooth_noise(chance, page.shape[:2], page.shape[0] // 4, 95, 190)
    return scanned(np.asarray(page * light / 255, np.float32), chance, 0.4)


def guilloche(page: Picture, chance: Chance) -> Picture:
    """Security paper: three sets of waving lines in the background."""
    height, width = page.shape[:2]
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    pitch = height / 50
    lines = np.zeros((height, width), np.float32)
    for wave in range(3):
        swing = pitch * chance.uniform(0.5, 1.6) * np.sin(across / (pitch * (3 + wave)) + chance.uniform(0, 2 * np.pi))
        lines = np.maximum(lines, (np.abs(np.sin((down + swing) / (pitch / 5))) < 0.16).astype(np.float32))
    paper = page * np.array([0.93, 0.95, 0.90], np.float32)
    tint = 48 * np.array([1.0, 0.75, 0.9], np.float32) * page.mean(axis=2, keepdims=True) / 255
    return scanned(np.asarray(paper - lines[..., None] * tint, np.float32), chance)


def faxed(page: Picture, chance: Chance) -> Picture:
    """Standard fax in fine mode: 1728 dots a line, black or white, with specks."""
    scan = cv2.cvtColor(scanned(page, chance, 0.5), cv2.COLOR_RGB2GRAY)
    scan = cv2.resize(scan, (1728, round(1728 * page.shape[0] / page.shape[1])), interpolation=cv2.INTER_AREA)
    specks = chance.random(scan.shape)
    dots = np.where(specks < 0.004, 0, np.where((specks > 0.996) | (scan > 165), 255, 0))
    return np.repeat(dots[..., None], 3, axis=2).astype(np.float32)


def inverted(page: Picture, chance: Chance) -> Picture:
    """White on black, as from a microfilm's negative."""
    return 255 - scanned(page, chance)


def faded(page: Picture, chance: Chance) -> Picture:
    """Ink that light has eaten in patches, on yellowed paper."""
    ink = (255 - page) * smooth_noise(chance, page.shape[:2], page.shape[0] // 6, 0.16, 0.6)
    paper = np.array([244, 236, 214], np.float32)
    return scanned(np.asarray(paper - 0.9 * ink, np.float32), chance)


CONDITIONS: dict[str, Condition] = {
    "clean300": Condition(300, untouched, 0),
    "clean150": Condition(150, untouched, 0),
    "clean100": Condition(100, untouched, 0),
    "skew2": Condition(200, slanted(2)),
    "skew5": Condition(200, slanted(5)),
    "stamp": Condition(200, stamped),
    "lowcontrast": Condition(200, low_contrast),
    "greybg": Condition(200, grey_light),
    "guilloche": Condition(200, guilloche),
    "fax": Condition(204, faxed, 0, bilevel=True),
    "faded": Condition(200, faded),
    "inverted": Condition(200, inverted),
    "rot90": Condition(200, laid(1)),
    "rot180": Condition(200, laid(2)),
    "rot270": Condition(200, laid(3)),
    "phone_mild": Condition(300, mild, 88, is_photo=True),
    "phone_hard": Condition(300, hard, 70, is_photo=True),
    "phone_chat": Condition(300, chat, 55, is_photo=True),
}
