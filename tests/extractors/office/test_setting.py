"""Setting as pages: every letter and word comes back truly, always the same, and a whole letter gives its fields."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.intake.limits import LIMITS
from extractors.intake.media import DOCX, ODT
from extractors.pages import office
from extractors.reading import read_file
from extractors.sandbox import Sandbox
from tests.extractors.office.letters import drawn, lines, odt, p, r, read, scan, word

_SCRIPTS = ("abcdefgéèàçœÉŒ", "śğőșțłđžĐŞ", "ếữặươ", "αβγδέ", "абвгжё", "שלוםאב", "محمدعلي", "漢字国語", "नमस्ते", "0123456789",
            "«»“”’–—€$%(),.:;!?/")
_words = st.sampled_from(_SCRIPTS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=12))


@settings(deadline=None)
@given(st.lists(st.lists(_words, min_size=1, max_size=25), min_size=1, max_size=6))
def test_any_words_come_back(paragraphs: list[list[str]]) -> None:
    """What is typed in any script comes back word for word and in order."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(" ".join(words))
    file = io.BytesIO()
    document.save(file)

    found = [each.text for page in read(file.getvalue()) for each in page.words]

    assert found == [unicodedata.normalize("NFC", each) for words in paragraphs for each in words]


@pytest.mark.parametrize("text", ["śőğțế Łódź", "œŒ €–—“”’«»", "Ωμέγα Привет", "漢字 한국어", "नमस्ते", "مُحَمَّد", "(שלום)", "☒ ☐ ✓"])
def test_letters_that_the_font_lacks_are_carried(text: str) -> None:
    """A letter without a glyph is drawn as something else and read as itself."""
    assert " ".join(lines(word(p(text)))) == unicodedata.normalize("NFC", text)


def test_more_letters_than_a_font_carries() -> None:
    """A letter of very many different signs keeps each of them, in plain and in bold."""
    signs = "".join(map(chr, range(0x4E00, 0x4E00 + 500)))

    assert "".join(lines(word(p(signs) + p(r(signs, "<w:b/>"))))) == signs * 2


@pytest.mark.parametrize(("text", "shown"), [
    ("12\u00a0500\u202f$", "12 500 $"), ("e\u0301te\u0301", "été"), ("in\u00advi\u200bsible\ufeff", "invisible"), ("o\ufb03ce", "office"),
    ("\U0001d49c \ue000x", "\ufffd \ufffdx"),
])
def test_what_is_carried_otherwise(text: str, shown: str) -> None:
    """Blanks are blanks, letters are composed, invisible signs go, and what cannot be carried is visibly replaced."""
    assert lines(word(p(text))) == [shown]


def test_numbers_and_their_units_stay_on_a_line() -> None:
    """No line is broken at a no-break blank."""
    content = word(p("mot " * 17 + "salaire de 24,50\u00a0$ l’heure"))

    assert any("24,50 $" in line for line in lines(content))


def test_the_same_file_gives_the_same_pages() -> None:
    """The PDF that a letter is set as is the same to the last byte, whatever was set before."""
    letter = word(p("Nguyễn, 漢字") + p(drawn("rId1")), {"image1.png": scan("test.pdf")})
    first = office.as_pdf(letter, DOCX, LIMITS)
    office.as_pdf(word(p("αβγ śőğ ếữặ")), DOCX, LIMITS)

    assert office.as_pdf(letter, DOCX, LIMITS) == first
    assert office.as_pdf(odt("<text:p>αβγ</text:p>"), ODT, LIMITS).startswith(b"%PDF-")


def test_a_signature_tears_no_letter_apart() -> None:
    """A picture in the middle of a letter comes after the page that it stands on."""
    content = word(p("Veuillez agréer") + p(drawn("rId1")) + p("Directrice"), {"image1.png": scan("test.pdf")})

    first, second = read(content)

    assert first.text.splitlines() == ["Veuillez agréer", "Directrice"]
    assert second.source == "ocr"


def test_a_whole_letter_gives_its_fields() -> None:
    """A French letter with the letterhead in the header and its positions in a table gives what it says, surely and with places."""
    document = docx.Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "Résidence Les Trois Érables inc."
    header.add_paragraph("1410, rue des Pins, Saint-Hyacinthe (Québec) J2S 0Z9")
    document.add_paragraph("Saint-Hyacinthe, le 3 juin 2025")
    document.add_heading("Attestation d’emploi", 1)
    document.add_paragraph("À qui de droit,")
    document.add_paragraph("Nous attestons que Madame Amina Exemple est à notre emploi. Voici les renseignements sur son poste :")
    said = {"Nom et prénom": "Amina Exemple", "Poste occupé": "Préposée aux bénéficiaires", "Date d’embauche": "11 avril 2022",
            "Statut": "temps plein", "Nombre d’heures par semaine": "37,5 heures", "Taux horaire": "24,50\u00a0$ l’heure"}
    table = document.add_table(len(said), 2, style="Table Grid")
    for row, (label, value) in zip(table.rows, said.items(), strict=True):
        row.cells[0].text, row.cells[1].text = label, value
    document.add_paragraph("Josée Tremblay-Roy")
    document.add_paragraph("Directrice des ressources humaines")
    file = io.BytesIO()
    document.save(file)

    seen = []
    reading = read_file(file.getvalue(), "lettre.docx", dt.date(2025, 7, 1), on_page=seen.append)

    assert (reading.media_type, reading.issues) == (DOCX, ())
    assert [page.source for page in reading.pages] == ["text"] and seen[0].image.startswith(b"RIFF")
    [letter] = reading.documents
    values = {field.name: field.value for field in letter.fields}
    assert letter.kind == "employment_letter"
    assert values["employer.name"] == "Résidence Les Trois Érables inc."
    assert values["person.name"] == "Amina Exemple"
    assert values["position.title"] == "Préposée aux bénéficiaires"
    assert (values["position.start_date"], values["issued_on"]) == ("2022-04-11", "2025-06-03")
    assert (values["position.hours_per_week"], values["position.full_time"]) == (37.5, True)
    assert values["signatory.name"] == "Josée Tremblay-Roy"


def test_a_confined_reader_reads_a_letter() -> None:
    """The libraries and fonts that setting needs are within what a confined reader may see."""
    with Sandbox() as sandbox:
        reading = sandbox.read(odt("<text:p>Attestation d’emploi</text:p>"), "lettre.odt", dt.date(2025, 7, 1))

    assert (reading.media_type, [page.source for page in reading.pages]) == (ODT, ["text"])
