"""Pages: words where they stand, upright, whatever lay before the camera."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from extractors.evidence import PageBox
from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import Page, read_pages
from extractors.pages.page import Word
from extractors.pages.rows import arrange
from extractors.transcript import Transcript

FIXTURES = Path(__file__).parents[1] / "fixtures"


def _read(content: bytes) -> list[Page]:
    return list(read_pages(content, admit(content, LIMITS)))


def _picture(name: str, turns: int = 0, form: str = "PNG") -> bytes:
    image = pdfium.PdfDocument(FIXTURES / name)[0].render(scale=150 / 72).to_pil().convert("RGB")
    file = io.BytesIO()
    Image.fromarray(np.rot90(np.asarray(image), turns)).save(file, form, quality=90)
    return file.getvalue()


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def test_a_text_pdf_is_read_by_its_own_layer() -> None:
    """The words are exactly those of the file, accents included, in reading order."""
    [page] = _read((FIXTURES / "letter.pdf").read_bytes())

    assert page.source == "text"
    assert "Résidence Les Trois Érables inc." in page.text
    assert page.text.index("ATTESTATION") < page.text.index("préposée") < page.text.index("Directrice")


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_picture_is_read_whichever_way_it_lies(turns: int) -> None:
    """A page photographed upside down or sideways is turned upright, says by how much, and its boxes are the upright page's."""
    upright = _read((FIXTURES / "test.pdf").read_bytes())[0]

    [page] = _read(_picture("test.pdf", turns))

    assert (page.source, page.rotation) == ("ocr", (-90 * turns) % 360)
    assert "428" in page.text and _letters("Compréhension orale") in _letters(page.text)
    assert _place(page, "428").middle == pytest.approx(_place(upright, "428").middle, abs=0.01)
    assert _place(page, "428").x0 == pytest.approx(_place(upright, "428").x0, abs=0.02)


def _place(page: Page, text: str) -> PageBox:
    return next(word.box for word in page.words if word.text == text)


def test_a_photo_of_a_sheet_on_a_desk() -> None:
    """A sheet seen at an angle is flattened for reading, and its boxes are those of the photo as it is."""
    [page] = _read((FIXTURES / "diploma-photo.jpg").read_bytes())

    assert _letters("Délivré à Douala, le 6 juillet 2012") in _letters(page.text)
    box = _place(page, "2012")
    assert 0.15 < box.x0 < box.x1 < 0.8 and 0.3 < box.y0 < box.y1 < 0.6


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "BMP"])
def test_every_kind_of_picture_is_read(form: str) -> None:
    """The same page gives the same words in every format."""
    [page] = _read(_picture("test.pdf", form=form))

    assert {"428", "455", "402", "431"} <= {word.text for word in page.words}


def test_a_bundle_keeps_its_numbers() -> None:
    """Each page of a scan has its number and its own words."""
    pages = _read((FIXTURES / "bundle-scan.pdf").read_bytes())

    assert [page.number for page in pages] == [1, 2, 3, 4, 5, 6]
    assert ["ATTESTATION" in page.text for page in pages] == [True, False] * 3


def test_an_empty_page_says_so() -> None:
    """A page without words has the source `none` and an issue that tells the person."""
    file = io.BytesIO()
    Image.new("RGB", (1000, 1300), "white").save(file, "PNG")

    [page] = _read(file.getvalue())

    assert page.source == "none"
    assert [issue.code for issue in page.issues] == ["blank_page"]


words = st.builds(lambda text, x, y, width: Word(text, PageBox.clipped(x, y, x + width, y + 0.015)),
                  st.text("abcé1", min_size=1, max_size=8), st.floats(0, 0.95), st.floats(0, 0.97), st.floats(0.005, 0.2))


@given(st.lists(words, min_size=1, max_size=40))
def test_arranging_loses_no_word(scattered: list[Word]) -> None:
    """Whatever words there are, each is in exactly one row, rows run down and words run right."""
    rows = arrange(scattered, 0.77)

    assert sorted(word.text for row in rows for word in row.words) == sorted(word.text for word in scattered)
    for row in rows:
        assert [word.box.x0 for word in row.words] == sorted(word.box.x0 for word in row.words)


@given(st.lists(words, min_size=1, max_size=30), st.data())
def test_a_quote_gives_back_its_own_words(scattered: list[Word], data: st.DataObject) -> None:
    """Any stretch of a transcript that touches a word quotes words that are on the page, in boxes that are on the page."""
    page = Page(1, 612, 792, 0, "text", arrange(scattered, 0.77))
    transcript = Transcript([page])
    word = data.draw(st.sampled_from(page.words))
    start = transcript.text.index(word.text)

    quote = transcript.quote(start, start + len(word.text))

    assert word.text in quote.text
    assert quote.page == 1 and quote.boxes


def test_a_ruled_cell_of_several_lines_is_one_segment() -> None:
    """Words of a cell that runs over two lines stay together, apart from the cell beside it."""
    cells = [[PageBox(0.1, 0.1, 0.4, 0.2), PageBox(0.4, 0.1, 0.9, 0.2)]]
    scattered = [Word("Titre", PageBox(0.11, 0.11, 0.2, 0.13)), Word("préposée", PageBox(0.41, 0.11, 0.5, 0.13)),
                 Word("aux", PageBox(0.41, 0.15, 0.45, 0.17)), Word("bénéficiaires", PageBox(0.46, 0.15, 0.6, 0.17))]

    [row] = arrange(scattered, 0.77, cells)

    assert [segment.text for segment in row.segments] == ["Titre", "préposée aux bénéficiaires"]


def test_a_sheet_laid_sideways_into_a_pdf_is_turned() -> None:
    """A PDF page whose own words run up the page is read as a picture, upright, rather than by a text layer in a scrambled order."""
    pdf = pdfium.PdfDocument(FIXTURES / "test.pdf")
    width, height = pdf[0].get_size()
    turned = pdfium.PdfDocument.new()
    page = turned.new_page(height, width)
    item = pdf.page_as_xobject(0, turned).as_pageobject()
    item.set_matrix(pdfium.PdfMatrix().rotate(90).translate(0, width))
    page.insert_obj(item)
    page.gen_content()
    file = io.BytesIO()
    turned.save(file)

    [read] = _read(file.getvalue())

    assert (read.source, read.rotation) == ("ocr", 90)
    assert {"428", "455", "402", "431"} <= {word.text for word in read.words}
