"""The second reader: asked about single boxes, it agrees where the print is plain, and says nothing where it was not told of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.evidence import PageBox
from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import page_picture, read_pages
from extractors.pages.ocr.second import SecondReader, languages

SCAN = (Path(__file__).parents[1] / "fixtures" / "test-scan.pdf").read_bytes()


@pytest.mark.skipif(not languages(), reason="Tesseract is not installed")
@pytest.mark.parametrize("printed", ["428", "455", "402", "431", "25/09/2023", "12/10/2023", "19/07/1987"])
def test_scores_and_dates_in_a_table_are_read_again_the_same(printed: str) -> None:
    """Figures in the cells of a scanned table are read by the second engine as by the first, rules of the table left out."""
    media = admit(SCAN, LIMITS)
    [page] = list(read_pages(SCAN, media))
    second = SecondReader(lambda _number: page_picture(SCAN, media, page))
    box = next(word.box for word in page.words if word.text == printed)

    assert second.read(1, box) == printed


def test_a_page_without_a_picture_is_not_guessed() -> None:
    """About a page that came by its text layer there is no answer."""
    assert SecondReader(lambda _number: None).read(1, PageBox(0, 0, 1, 1)) is None
