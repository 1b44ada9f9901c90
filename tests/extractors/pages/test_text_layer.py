"""A text layer is believed only as far as it says what people see."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import Page, read_pages

FIXTURES = Path(__file__).parents[2] / "fixtures"
LINES = ("Résidence des Pins inc.", "Montréal, le 3 mai 2024", "Nous attestons que Madame Lise Roy est à notre emploi",
         "depuis le 11 avril 2022 à titre de préposée aux bénéficiaires,", "à raison de 37,5 heures par semaine, au taux de 24,50 $.")


def _read(content: bytes) -> Page:
    [page] = read_pages(content, admit(content, LIMITS))
    return page


def _pdf(draw: Callable[[Canvas], object]) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792), invariant=1)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def _letter(canvas: Canvas, lines: tuple[str, ...] = LINES) -> None:
    for number, line in enumerate(lines):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 700 - 30 * number, line)


def _picture_of(content: bytes) -> ImageReader:
    return ImageReader(pdfium.PdfDocument(content)[0].render(scale=200 / 72).to_pil().convert("RGB"))


def _codes(page: Page) -> list[str]:
    return [issue.code for issue in page.issues]


def _squeezed(page: Page) -> str:
    return page.text.replace(" ", "")


def test_an_honest_layer_is_taken_at_its_word() -> None:
    """Text that is seen is the page's text, to the letter, without optical reading."""
    page = _read(_pdf(_letter))

    assert (page.source, page.text.splitlines(), _codes(page)) == ("text", list(LINES), [])


def test_words_that_nobody_sees_are_no_words_of_the_page() -> None:
    """White on white, a date is left out, and since it could have been read as one, a person is told."""
    def draw(canvas: Canvas) -> None:
        _letter(canvas)
        canvas.setFillGray(1)
        canvas.drawString(300, 670, "le 11 avril 2012")

    page = _read(_pdf(draw))

    assert page.source == "text" and "2012" not in page.text and "2022" in page.text
    assert _codes(page) == ["text_differs"]


def test_words_beside_the_page_are_no_words_of_the_page() -> None:
    """What lies outside of the sheet is not printed."""
    def draw(canvas: Canvas) -> None:
        _letter(canvas)
        canvas.drawString(900, 400, "depuis le 1er janvier 2001")

    page = _read(_pdf(draw))

    assert (page.source, page.text.splitlines()) == ("text", list(LINES))


def test_a_date_pasted_over_another_is_read_as_it_is_seen() -> None:
    """Covered by a white patch with another date on it, the old date is still in the layer: the page is read as people see it."""
    def draw(canvas: Canvas) -> None:
        _letter(canvas)
        canvas.setFillGray(1)
        canvas.rect(135, 605, 70, 15, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(136, 610, "11 avril 2019")

    page = _read(_pdf(draw))

    assert page.source == "ocr"
    assert "11avril2019" in _squeezed(page) and "2022" not in page.text
    assert _codes(page) == ["text_differs"]


def test_a_name_pasted_over_another_is_read_as_it_is_seen() -> None:
    """As for dates: of two names at one place only the one that is seen counts."""
    def draw(canvas: Canvas) -> None:
        _letter(canvas)
        canvas.setFillGray(1)
        canvas.rect(212, 635, 50, 15, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(213, 640, "Zohra Ka")

    page = _read(_pdf(draw))

    assert page.source == "ocr"
    assert "Zohra" in page.text and "Lise" not in page.text
    assert _codes(page) == ["text_differs"]


def test_a_scan_with_another_text_behind_it_is_read_as_it_is_seen() -> None:
    """A picture of a letter over a layer that says something else: what counts is the picture."""
    picture = _picture_of(_pdf(_letter))

    def draw(canvas: Canvas) -> None:
        _letter(canvas, tuple(line.replace("2022", "2012").replace("37,5", "20,0") for line in LINES))
        canvas.drawImage(picture, 0, 0, 612, 792)

    page = _read(_pdf(draw))

    assert page.source == "ocr"
    assert "2022" in page.text and "2012" not in page.text
    assert _codes(page) == ["text_differs"]


def test_the_layer_of_a_scanner_is_not_used() -> None:
    """The invisible words that a scanner's software put under a picture are of unknown quality: the page is read anew."""
    picture = _picture_of(_pdf(_letter))

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture, 0, 0, 612, 792)
        text = canvas.beginText(72, 700)
        text.setFont("Helvetica", 12)
        text.setTextRenderMode(3)
        for line in LINES:
            text.textLine(line.replace("e", "c"))
        canvas.drawText(text)

    page = _read(_pdf(draw))

    assert (page.source, _codes(page)) == ("ocr", [])
    assert "Résidence des Pins" in page.text


def test_words_typed_onto_a_scanned_form_do_not_hide_the_form() -> None:
    """A scan with some typed words on it is read whole, not only the typed words."""
    picture = _picture_of(_pdf(_letter))

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture, 0, 0, 612, 792)
        canvas.drawString(72, 300, "Signature : Paul Côté, directeur, le 6 mai 2024")

    page = _read(_pdf(draw))

    assert page.source == "ocr"
    assert "Paul" in page.text and "préposée" in page.text and "2022" in page.text


def test_a_true_text_over_a_background_picture_is_kept() -> None:
    """A large watermark makes the layer doubtful; compared with what is seen it holds, and the exact letters are kept."""
    paper = Image.linear_gradient("L").resize((900, 1100)).point(lambda grey: 230 + grey // 12).convert("RGB")

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(paper), 0, 0, 612, 792)
        _letter(canvas)

    page = _read(_pdf(draw))

    assert (page.source, page.text.splitlines(), _codes(page)) == ("text", list(LINES), [])


def test_letters_with_another_meaning_than_their_look_are_found() -> None:
    """A font whose letters are mapped to other letters gives words of no language: the page is read as it is seen."""
    text = ("The undersigned certifies that Ms Lise Roy has been employed by our company since the month of April as a cook and "
            "that she works forty hours a week in our restaurant")

    page = _read(_with_scrambled_meaning(text))

    assert page.source == "ocr"
    assert "undersigned" in page.text and "restaurant" in page.text
    assert "text_differs" in _codes(page)


def _with_scrambled_meaning(text: str) -> bytes:
    """A PDF of a few objects whose font shows letters as they are and maps each to the one thirteen places on."""
    def other(letter: str) -> str:
        first = "a" if letter.islower() else "A"
        return chr((ord(letter) - ord(first) + 13) % 26 + ord(first)) if letter.isalpha() else letter
    mapped = "\n".join(f"<{ord(letter):02X}> <{ord(other(letter)):04X}>" for letter in sorted(set(text)))
    meaning = (f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> "
               f"endcodespacerange {len(set(text))} beginbfchar\n{mapped}\nendbfchar endcmap end end")
    words = text.split()
    lines = [" ".join(words[start:start + 8]) for start in range(0, len(words), 8)]
    drawn = "BT /F 14 Tf 60 700 Td 24 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
              f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
              "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
              f"<< /Length {len(meaning)} >>\nstream\n{meaning}\nendstream"]
    file = "%PDF-1.4\n" + "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, start=1))
    return (file + "trailer << /Root 1 0 R >>\n%%EOF").encode("latin-1")


@pytest.mark.parametrize("value", ["11 avril 2022", "37,5"])
def test_what_is_filled_into_a_form_is_read(value: str) -> None:
    """The values of a PDF form are words of the page."""
    def draw(canvas: Canvas) -> None:
        _letter(canvas, LINES[:3])
        canvas.drawString(72, 500, "Réponse :")
        canvas.acroForm.textfield(value=value, name="a", x=140, y=490, width=200, height=24, fontSize=12)

    page = _read(_pdf(draw))

    assert page.source == "text"
    assert value in page.text


@pytest.mark.parametrize("gap", [1.8, 2.2, 3.3])
def test_a_narrow_blank_after_a_stop_is_a_blank(gap: float) -> None:
    """Fonts with narrow blanks: a date and the word after its comma are two words, while a decimal comma parts nothing."""
    def draw(canvas: Canvas) -> None:
        _letter(canvas)
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(72, 500, "le 3 mai 2021,")
        canvas.drawString(72 + canvas.stringWidth("le 3 mai 2021,") + gap, 500, "sur 37,5 heures")

    assert "le 3 mai 2021, sur 37,5 heures" in _read(_pdf(draw)).text.splitlines()


TASKS = ("Ses tâches principales :", "mesurer", "scier les planches", "ranger la cour")


def _list(*dots: int, size: float = 3.0, gap: float = 9.0) -> bytes:
    """A letter with a list, and drawn dots before some of its rows."""
    def draw(canvas: Canvas) -> None:
        _letter(canvas, (*LINES, *TASKS))
        for row in dots:
            canvas.circle(72 - gap, 700 - 30 * (len(LINES) + row) + 3.5, size / 2, stroke=0, fill=1)
    return _pdf(draw)


def test_drawn_bullets_are_read_as_bullets() -> None:
    """Browsers paint the dots of a list; low letters beside one make it no box to tick."""
    assert _read(_list(1, 2, 3)).text.splitlines()[-3:] == ["• mesurer", "• scier les planches", "• ranger la cour"]


@pytest.mark.parametrize("page", [_list(2), _list(1, 2, 3, size=10), _list(1, 2, 3, gap=40)], ids=["alone", "large", "far"])
def test_other_dots_are_no_bullets(page: bytes) -> None:
    """One alone may be ink; a large one is a box or a stamp; a far one belongs to the margin."""
    assert _read(page).text.splitlines()[-3:] == list(TASKS[1:])


def _seal(canvas: Canvas) -> None:
    """A name on a circle around two letters, beside the last line of the letter."""
    canvas.setFont("Helvetica", 9)
    for number, letter in enumerate("* RESIDENCE DES PINS INC * RIMOUSKI "):
        canvas.saveState()
        canvas.translate(460, 520)
        canvas.rotate(90 - 10 * number)
        canvas.drawString(0, 40, letter)
        canvas.restoreState()
    canvas.drawString(450, 518, "RP")


def test_letters_around_a_seal_make_no_words() -> None:
    """They would stand as single letters in the rows of the letter."""
    read = _read(_pdf(lambda canvas: (_letter(canvas), _seal(canvas))))
    words = [word.text for row in read.rows for segment in row.segments for word in segment.words]
    plain = [word.text for row in _read(_pdf(_letter)).rows for segment in row.segments for word in segment.words]

    assert sorted(words) == sorted([*plain, "RP"])


@pytest.mark.parametrize("angle", [-12, 8, 90])
def test_a_slanted_line_is_read(angle: float) -> None:
    """A stamp set askew stands on a straight line."""
    def stamped(canvas: Canvas) -> None:
        _letter(canvas)
        canvas.translate(300, 300)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "REÇU LE 12 MAI 2024")
    words = [word.text for row in _read(_pdf(stamped)).rows for segment in row.segments for word in segment.words]
    assert {"REÇU", "12", "MAI"} <= set(words)
