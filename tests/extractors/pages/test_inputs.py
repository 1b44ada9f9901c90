"""The same small page in every form that a picture can have: the same words, upright, on white."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps

from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import Page, read_pages
from extractors.pages.picture import picture
from tests.extractors.sandbox.hostile_pdfs import FONT, pdf, stream

FIXTURES = Path(__file__).parents[2] / "fixtures"
LINES = ("Attestation de travail", "Montreal le 14 mars 2024", "Salaire annuel 52300 dollars")
_EXIF_TURNS = {2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
               5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270}


def _sheet(lines: tuple[str, ...] = LINES) -> Image.Image:
    sheet = Image.new("L", (800, 420), "white")
    for number, line in enumerate(lines):
        ImageDraw.Draw(sheet).text((60, 60 + 110 * number), line, fill="black", font=ImageFont.load_default(44))
    return sheet


SHEET = _sheet()
INK = ImageOps.invert(SHEET)


def _saved(image: Image.Image, form: str, **how: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **how)
    return file.getvalue()


def _laid(orientation: int, form: str = "JPEG") -> bytes:
    """The page as a camera stores it that says in EXIF how it was held."""
    stored = SHEET.transpose(_EXIF_TURNS[orientation]) if orientation in _EXIF_TURNS else SHEET
    exif = Image.Exif()
    exif[0x0112] = orientation
    return _saved(stored, form, exif=exif)


def _sixteen_bits(ending: str, colours: int) -> bytes:
    grey = np.asarray(SHEET).astype(np.uint16) * 200 + 4000
    return cv2.imencode(ending, grey if colours == 1 else np.repeat(grey[..., None], 3, axis=2))[1].tobytes()


def _clear(mode: str) -> Image.Image:
    """Black letters, and black that is not there behind them."""
    image = Image.merge("LA", (Image.new("L", SHEET.size, 0), INK))
    return image if mode == "LA" else image.convert(mode)


def _clear_palette() -> bytes:
    """Two colours, the paper's a black that is declared transparent."""
    indexed = SHEET.point(lambda value: 0 if value > 128 else 1).convert("P")
    indexed.putpalette([0, 0, 0, 20, 20, 20])
    return _saved(indexed, "PNG", transparency=0)


def _clear_colour() -> bytes:
    """Grey without alpha, of which one shade is declared transparent."""
    return _saved(SHEET.point(lambda value: 0 if value > 128 else 30), "PNG", transparency=0)


def _plain_cmyk() -> bytes:
    """A CMYK JPEG without Adobe's mark, whose inks are meant as they are written."""
    content = _saved(ImageChops.invert(SHEET.convert("CMYK")), "JPEG")
    place = content.index(b"\xff\xee")
    length = struct.unpack("!H", content[place + 2:place + 4])[0]
    return content[:place] + content[place + 2 + length:]


def _black_cmyk() -> Image.Image:
    nothing = Image.new("L", SHEET.size, 0)
    return Image.merge("CMYK", (nothing, nothing, nothing, INK))


PICTURES: dict[str, Callable[[], bytes]] = {
    "JPEG, grey": lambda: _saved(SHEET, "JPEG"),
    "JPEG, colour": lambda: _saved(SHEET.convert("RGB"), "JPEG"),
    "JPEG, progressive": lambda: _saved(SHEET.convert("RGB"), "JPEG", progressive=True),
    "JPEG, CMYK as Adobe writes it": lambda: _saved(_black_cmyk(), "JPEG"),
    "JPEG, CMYK": _plain_cmyk,
    **{f"JPEG, EXIF orientation {orientation}": lambda orientation=orientation: _laid(orientation) for orientation in range(1, 9)},
    "PNG, one bit": lambda: _saved(SHEET.convert("1"), "PNG"),
    "PNG, palette": lambda: _saved(SHEET.convert("P"), "PNG"),
    "PNG, palette with transparency": _clear_palette,
    "PNG, a shade that is transparent": _clear_colour,
    "PNG, 16 bits grey": lambda: _sixteen_bits(".png", 1),
    "PNG, 16 bits colour": lambda: _sixteen_bits(".png", 3),
    "PNG, alpha over black": lambda: _saved(_clear("RGBA"), "PNG"),
    "PNG, grey with alpha over black": lambda: _saved(_clear("LA"), "PNG"),
    "WebP": lambda: _saved(SHEET.convert("RGB"), "WEBP"),
    "WebP, lossless with alpha": lambda: _saved(_clear("RGBA"), "WEBP", lossless=True, exact=True),
    "WebP, moving": lambda: _saved(SHEET.convert("RGB"), "WEBP", save_all=True, append_images=[Image.new("RGB", SHEET.size)]),
    "TIFF, fax": lambda: _saved(SHEET.convert("1"), "TIFF", compression="group4"),
    "TIFF, 16 bits": lambda: _sixteen_bits(".tiff", 1),
    "TIFF, CMYK": lambda: _saved(_black_cmyk(), "TIFF"),
    "TIFF, alpha over black": lambda: _saved(_clear("RGBA"), "TIFF"),
    "TIFF, lying on its side": lambda: _laid(6, "TIFF"),
    "TIFF, 16 bits, lying on its side": lambda: _saved(
        Image.fromarray(np.asarray(SHEET).astype(np.uint16) * 200).transpose(Image.Transpose.ROTATE_90), "TIFF", tiffinfo={0x0112: 6}),
    "BMP": lambda: _saved(SHEET, "BMP"),
    "GIF": lambda: _saved(SHEET, "GIF"),
    "GIF, moving": lambda: _saved(SHEET, "GIF", save_all=True, append_images=[Image.new("L", SHEET.size)]),
}


def _read(content: bytes) -> list[Page]:
    return list(read_pages(content, admit(content, LIMITS)))


@pytest.mark.parametrize("form", PICTURES)
def test_the_words_are_the_same_in_every_form(form: str) -> None:
    """However the page is stored, it is one page, upright, and says what it says."""
    [page] = _read(PICTURES[form]())

    assert page.rotation == 0
    assert page.text.split() == " ".join(LINES).split()
    assert (page.width, page.height) == SHEET.size


@pytest.mark.parametrize("form", [form for form in PICTURES if "over black" in form or "transparen" in form or "alpha" in form])
def test_what_is_transparent_is_white(form: str) -> None:
    """Whatever colour stands where nothing is to be seen, paper is white."""
    content = PICTURES[form]()

    assert picture(content, 1, LIMITS)[:40].min() > 250


def test_a_photo_of_a_telephone() -> None:
    """HEIC, as telephones take it, is a page like any other."""
    [page] = _read((FIXTURES / "letter-photo.heic").read_bytes())

    assert (page.source, page.width, page.height) == ("ocr", 1200, 1600)
    assert "01/06/2022" in page.text


def _frames() -> bytes:
    """A TIFF of frames that have nothing in common but the file."""
    sheets = [SHEET.convert("1"), _sheet(("Deuxieme page", "numero 22")).resize((1000, 525)).convert("RGB"),
              _sheet(("Troisieme page", "numero 33"))]
    return _saved(sheets[0], "TIFF", save_all=True, append_images=sheets[1:])


def test_every_frame_of_a_tiff_is_a_page() -> None:
    """In order, each of its own size and depth."""
    pages = _read(_frames())

    assert [(page.number, page.width) for page in pages] == [(1, 800), (2, 1000), (3, 800)]
    assert ["2024" in pages[0].text, "22" in pages[1].text, "33" in pages[2].text] == [True, True, True]


def _spoilt_frame() -> bytes:
    """Three frames, the packed pixels of the second overwritten."""
    content = _saved(SHEET, "TIFF", save_all=True, append_images=[SHEET, SHEET], compression="tiff_deflate")
    with Image.open(io.BytesIO(content), formats=["TIFF"]) as image:
        image.seek(1)
        place = image.tag_v2[273][0]
    return content[:place] + b"\xff" * 400 + content[place + 400:]


def test_a_broken_frame_leaves_the_others() -> None:
    """The page that cannot be read counts and says so; those before and behind it are read."""
    pages = _read(_spoilt_frame())

    assert [[issue.code for issue in page.issues if issue.code == "unreadable"] for page in pages] == [[], ["unreadable"], []]
    assert ["2024" in page.text for page in pages] == [True, False, True]


def test_a_broken_page_of_a_pdf_leaves_the_others() -> None:
    """A page that the file announces and does not have is one that could not be read."""
    sound = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    content = pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R 9 0 R 6 0 R] /Count 3 >>",
                   3: sound, 4: stream(b"BT /F1 12 Tf 50 700 Td (Attestation de travail et de salaire) Tj ET"), 5: FONT, 6: sound})

    pages = sorted(_read(content), key=lambda page: page.number)

    assert [page.source for page in pages] == ["text", "none", "text"]
    assert [issue.code for page in pages for issue in page.issues] == ["unreadable"]


@pytest.mark.parametrize(("heading", "gap"), [("ATELIER", 60), ("ATELIER", 90), ("CERTIFICAT", 60), ("CERTIFICAT", 90)])
def test_a_heading_in_spaced_letters_is_a_word_in_a_picture_too(heading: str, gap: int) -> None:
    """Its letters are read one by one, and stand on the page as one word, from the first letter to the last."""
    sheet = Image.new("L", (1240, 420), "white")
    for place, letter in enumerate(heading):
        ImageDraw.Draw(sheet).text((60 + gap * place, 60), letter, fill="black", font=ImageFont.load_default(44))
    ImageDraw.Draw(sheet).text((60, 240), LINES[1], fill="black", font=ImageFont.load_default(44))
    content = _saved(sheet, "PNG")

    (page,) = read_pages(content, admit(content, LIMITS))

    (word,) = page.rows[0].words
    assert word.text == heading
    assert abs(word.box.x0 - 60 / 1240) < 0.02
    assert abs(word.box.x1 - (60 + gap * (len(heading) - 1) + 30) / 1240) < 0.02
