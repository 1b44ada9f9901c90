"""What is told of a picture before it is read: warnings that a person can act on, and none on good pages."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import Page, Wish, read_pages
from extractors.pages.picture import Picture
from extractors.pages.picture.quality import Quality, look
from extractors.pages.picture.upright import straighten

FIXTURES = Path(__file__).parents[2] / "fixtures"
SHEET = np.ascontiguousarray(pdfium.PdfDocument(FIXTURES / "letter.pdf")[0].render(scale=200 / 72).to_numpy()[..., :3])


def _smaller(page: Picture) -> Picture:
    return np.asarray(cv2.resize(page, None, fx=0.22, fy=0.22, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _moved(page: Picture) -> Picture:
    return np.asarray(cv2.blur(page, (19, 1)), dtype=np.uint8)


WORSE: dict[str, tuple[Callable[[Picture], Picture], tuple[str, ...]]] = {
    "as it is": (lambda page: page, ()),
    "a little soft": (lambda page: cv2.GaussianBlur(page, (0, 0), 1), ()),
    "in grey light": (lambda page: (page * 0.5).astype(np.uint8), ()),
    "out of focus": (lambda page: cv2.GaussianBlur(page, (0, 0), 4), ("blurry",)),
    "moved": (_moved, ("blurry",)),
    "far too small": (_smaller, ("low_resolution",)),
    "in the dark": (lambda page: (page * 0.18).astype(np.uint8), ("dark",)),
    "cut through the words": (lambda page: page[:, int(0.17 * page.shape[1]):], ("cut_off",)),
    "blank": (lambda page: np.full_like(page, 250), ("blank_page",)),
    "the dark": (lambda page: np.full_like(page, 12), ("dark",)),
}


@pytest.mark.parametrize("name", WORSE)
def test_what_is_wrong_with_a_picture_is_told(name: str) -> None:
    """Each fault has its code, and a picture without it has none."""
    worsen, codes = WORSE[name]

    assert look(np.ascontiguousarray(worsen(SHEET))).codes == codes


def _read(picture: Picture, told: list[tuple[int, Quality]] | None = None, form: str = "JPEG") -> Page:
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(picture[..., ::-1])).save(file, form, quality=95)
    wish = Wish(on_look=lambda number, quality: (told if told is not None else []).append((number, quality)))
    [page] = read_pages(file.getvalue(), admit(file.getvalue(), LIMITS), wish)
    return page


def test_quality_is_told_before_the_words_and_kept_with_the_page() -> None:
    """A blurred page is told of, and is read all the same: a warning, never a refusal."""
    told: list[tuple[int, Quality]] = []

    page = _read(np.asarray(cv2.GaussianBlur(SHEET, (0, 0), 3.2), dtype=np.uint8), told)

    assert [(number, quality.codes) for number, quality in told] == [(1, ("blurry",))]
    assert [issue.code for issue in page.issues] == ["blurry"]
    assert page.source == "ocr" and page.words


def test_a_photo_of_two_sheets_is_told_and_read_whole() -> None:
    """Two letters on one table: neither is cut out and taken for all there is."""
    desk = np.full((1500, 2400, 3), (60, 75, 95), np.uint8)
    small = cv2.resize(SHEET, (900, 1165), interpolation=cv2.INTER_AREA)
    desk[150:1315, 150:1050], desk[200:1365, 1300:2200] = small, small

    assert straighten(desk, is_photo=True).sheets == 2
    page = _read(desk)

    assert "several_sheets" in [issue.code for issue in page.issues]
    assert page.text.count("ATTESTATION") == 2


def test_one_sheet_on_a_table_is_one_sheet() -> None:
    """A sheet with a lighter band of the table beside it is not taken for two."""
    desk = np.full((1700, 1500, 3), (60, 75, 95), np.uint8)
    desk[:, 1420:] = (150, 160, 170)
    desk[150:1650, 150:1309] = cv2.resize(SHEET, (1159, 1500), interpolation=cv2.INTER_AREA)

    assert straighten(desk, is_photo=True).sheets == 1


def test_lines_that_nobody_can_read_are_told_as_handwriting() -> None:
    """Strokes that look like lines of words and cannot be read: a person is asked to look, and told so before the page is read."""
    page = SHEET.copy()
    page[1100:1900] = 255
    chance = np.random.default_rng(3)
    for top in range(1150, 1850, 110):
        across = np.arange(200, 1400, 4)
        wave = 18 * np.sin(across / 7 + chance.uniform(0, 6)) * chance.uniform(0.2, 1, across.size) + chance.normal(0, 5, across.size)
        cv2.polylines(page, [np.column_stack([across, top + wave]).astype(np.int32)], False, (90, 40, 20), 3, cv2.LINE_AA)

    told: list[tuple[int, Quality]] = []
    read = _read(page, told, form="PNG")

    assert [quality.codes for _, quality in told] == [(), ("handwritten",)]
    assert "handwritten" in [issue.code for issue in read.issues]
