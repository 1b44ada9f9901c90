"""Whole files: splitting, kinds, the second reader, and that nothing at all makes extraction fail."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.evidence import PageBox
from extractors.extract import extract, with_clues
from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import read_pages
from extractors.pages.page import Page, Row, Segment, Word
from tests.extractors.paper import pages
from tests.extractors.tagging.said import tagged
from tests.extractors.test_diploma import PAPERS
from tests.extractors.test_employment_letter import EN, TABLE
from tests.extractors.test_french_test import DELF, DELF_BACK, TCF_QUEBEC, TEF

TODAY = dt.date(2026, 11, 22)

KINDS = {
    "transcript": "Université du Marais\nRELEVÉ DE NOTES\nNom : Odile Roy-Lalande\nProgramme : Baccalauréat en "
    "biologie\nAutomne 2019\nSigle   Titre du cours   Crédits   Note\nBIO1010   Cellules   3,0   A",
    "education_evaluation": "Évaluation comparative des études effectuées hors du Québec\nNom : Odile "
    "Roy-Lalande\nDocuments scolaires présentés\nTitre     Établissement     Pays     "
    "Année\nLicence     Université du Marais     Maroc     2015\nRepère scolaire",
    "pay_slip": "Meubles Bertin inc.     BULLETIN DE PAIE\nEmployé :   Odile Roy-Lalande\nDate de paiement : "
    "2025-10-31\nSalaire brut : 1 500,00 $   Net à payer : 1 200,00 $\nRRQ   85,00\nRQAP   7,00",
    "record_of_employment": "Service Canada     RECORD OF EMPLOYMENT (ROE)\n10 First day worked   17 / 01 / 2025\n11 Last "
    "day for which paid   17 / 10 / 2025\n15A Total insurable hours   1534",
    "work_permit": "Immigration, Refugees and Citizenship Canada     U628799084\nWORK PERMIT / PERMIS DE TRAVAIL\nFAMILY "
    "NAME / NOM DE FAMILLE     ROY\nGIVEN NAME(S) / PRÉNOM(S)     ODILE\nDATE ISSUED / DÉLIVRÉ LE     "
    "2025/08/19\nCLIENT ID 6283-9904",
    "job_offer": "Bertin Furniture Ltd.\nOFFER OF EMPLOYMENT\nDear Ms. Odile Roy,\nWe are pleased to offer you the "
    "position of welder. Your start date will be May 31, 2026.",
}
LOOK_ALIKES = [
    "Université du Marais\nCERTIFICAT DE SCOLARITÉ\nOdile Roy est inscrite en deuxième année de licence.",
    "TEST REPORT FORM\nIELTS\nListening 7.5\nReading 7.0",
    "To the selection committee,\nIt is my pleasure to recommend Odile Roy, whom I taught.\nSincerely,",
    "Harbour Bank\nBALANCE CERTIFICATE\nWe certify that Odile Roy holds savings account no. 1.",
    "EXTRAIT D'ACTE DE NAISSANCE\nLe 3 mars 1990 est née Odile Roy.",
]


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(kind):
    """Each kind is known by its own words."""
    (document,) = extract(pages(KINDS[kind]), TODAY)

    assert document.kind == kind


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes(text):
    """What only resembles a proof is `other`."""
    assert [document.kind for document in extract(pages(text), TODAY)] == ["other"]


def test_unknown_kind():
    """What is of no known kind says so instead of guessing."""
    (document,) = extract(pages("Liste des courses\npommes\npain\nlait"), TODAY)

    assert document.kind == "other"
    assert [issue.code for issue in document.issues] == ["unknown_kind"]
    assert document.kind_confidence < 0.5


def test_bundle():
    """A bundle is split where papers begin; the marks stay with their diploma; blank pages belong to none."""
    texts = [
        TABLE,
        TEF,
        "",
        DELF,
        DELF_BACK,
        PAPERS["québec"][0],
        EN + "Mr. Alain Koffi worked with us as welder from March 3, 2019 to June 5, 2021.\nMark Lavoie\nManager",
    ]
    documents = extract(pages(*texts), TODAY)

    assert [(document.kind, document.pages) for document in documents] == [
        ("employment_letter", (1,)),
        ("french_test", (2,)),
        ("french_test", (4, 5)),
        ("diploma", (6,)),
        ("employment_letter", (7,)),
    ]


def test_two_letters():
    """Two letters of the same kind are two documents."""
    first = EN + "Mr. Alain Koffi worked with us as welder from March 3, 2019 to June 5, 2021.\nMark Lavoie\nManager"

    assert [document.pages for document in extract(pages(first, first.replace("Alain Koffi", "Odile Roy")), TODAY)] == [
        (1,),
        (2,),
    ]


def test_language():
    """A paper in another tongue is read as far as possible and told."""
    (document,) = extract(
        pages(
            "CONSTANCIA DE TRABAJO\nQue la señora Ana Lima Paz laboró en nuestra empresa desde mayo de 2020 hasta junio de "
            "2022, desempeñando el cargo de soldadora, con una jornada de 48 horas semanales."
        ),
        TODAY,
    )

    assert document.language == "other"
    assert "unsupported_language" in {issue.code for issue in document.issues}


def looking(answers: dict[str, str]):
    asked: list[tuple[int, PageBox]] = []

    def reread(page: int, box: PageBox) -> str | None:
        asked.append((page, box))
        return answers.get("all")

    return reread, asked


def field(document, name):
    return next(one for one in document.fields if one.name == name)


def test_second_reader_agrees():
    """A date that both readers read the same is surer."""
    scan = pages(TEF, source="ocr", score=0.98)
    alone, agreed = (extract(scan, TODAY, reread)[0] for reread in (None, lambda page, box: "12 mai 2025"))

    assert field(agreed, "test.date").confidence > field(alone, "test.date").confidence


def test_second_reader_differs():
    """A date that the readers read differently is no longer sure, and the other reading is told."""
    scan = pages(TEF, source="ocr", score=0.98)
    (document,) = extract(scan, TODAY, lambda page, box: "13 mai 2025")
    date = field(document, "test.date")

    assert date.value == "2025-05-12"
    assert date.confidence < 0.95
    assert [other.value for other in date.alternatives] == ["2025-05-13"]


@pytest.mark.parametrize("answer", [None, "", "~~~", "mai"])
def test_second_reader_is_silent(answer):
    """Silence or noise of the second reader changes nothing."""
    scan = pages(TEF, source="ocr", score=0.98)

    assert extract(scan, TODAY, lambda page, box: answer) == extract(scan, TODAY)


def test_second_reader_is_asked_little():
    """Only a handful of values are read again, and none of a text layer."""
    reread, asked = looking({})
    extract(pages(TEF, source="ocr"), TODAY, reread)
    assert 0 < len(asked) <= 8

    reread, asked = looking({})
    extract(pages(TEF), TODAY, reread)
    assert not asked


def test_unsure_words_make_unsure_values():
    """What the optical reader was unsure of is not given surely."""
    sharp, blurred = (extract(pages(TEF, source="ocr", score=score), TODAY)[0] for score in (0.99, 0.7))

    assert field(blurred, "test.date").confidence < 0.8 < field(sharp, "test.date").confidence


def test_nothing_at_all():
    """No pages, or blank ones, give no documents."""
    assert extract([], TODAY) == ()
    assert extract(pages("", ""), TODAY) == ()


WORDS = st.sampled_from(
    [
        "Nom",
        "prénom",
        ":",
        "le",
        "du",
        "au",
        "3",
        "12",
        "31",
        "mars",
        "2020",
        "2021-03-04",
        "03/04/2021",
        "depuis",
        "poste",
        "de",
        "Compréhension",
        "orale",
        "455",
        "B2",
        "/",
        "699",
        "TEF",
        "Canada",
        "diplôme",
        "Université",
        "attestation",
        "d'emploi",
        "$",
        "20,5",
        "h",
        "semaine",
        "•",
        "M.",
        "Koné",
        "Awa",
        "—",
        "<4",
        "né(e)",
        "à",
        "(Québec)",
        "%",
    ]
)
ROWS = st.lists(
    st.lists(
        st.lists(
            st.one_of(WORDS, st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=8)),
            min_size=1,
            max_size=6,
        ),
        min_size=1,
        max_size=4,
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS, st.sampled_from(["text", "ocr"]))
def test_any_rows(rows, source):
    """Whatever words stand on a page: no error, probabilities are probabilities, boxes lie in the page, words are on it."""
    (sheet,) = [arranged(rows, source)]
    for document in extract([sheet], TODAY, lambda page, box: "12"):
        json.dumps(document.as_json())
        for one in document.fields:
            assert 0 < one.confidence < 1
            assert all(0 <= box.x0 <= box.x1 <= 1 and 0 <= box.y0 <= box.y1 <= 1 for box in one.boxes)
            assert one.value not in ("", None, [])


_PAPERS = (*KINDS.values(), *(paper[0] for paper in PAPERS.values()), EN, TABLE, TCF_QUEBEC, TEF, DELF)
_ODD = {"·", "•", "3     8 July 2020", "N°     3", "Tâches :", "Duties:", "____"}
LINES = sorted(_ODD | {line for paper in _PAPERS for line in paper.splitlines() if line.strip()})


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=24))
def test_lines_of_papers_in_any_order(lines):
    """Lines of all sorts of papers under each other, bullets with nothing behind them, numbers beside days: no error."""
    for document in extract(pages("\n".join(lines)), TODAY):
        json.dumps(document.as_json())


def test_a_bullet_with_nothing_behind_it_is_no_error():
    """As a table or a stamp may leave one below the lead of a list."""
    (document,) = extract(pages("Casablanca, attestons par la présente que :\n·\nSARL\nImmatriculé à la C.N.S.S. sous le n° 155 550 342\n"
                                "Cette attestation est délivrée à l'intéressé sur sa demande.\nATTESTATION DE TRAVAIL\n"), TODAY)
    assert document.kind == "employment_letter"


def arranged(rows: list[list[list[str]]], source) -> Page:
    made = []
    for number, row in enumerate(rows):
        top, x, segments = 0.02 + number * 0.06, 0.02, []
        for segment in row:
            words = []
            for word in segment:
                words.append(Word(word, PageBox.clipped(x, top, x + 0.01, top + 0.02), 0.95))
                x += 0.012
            segments.append(Segment(tuple(words)))
            x += 0.05
        made.append(Row(tuple(segments)))
    return Page(1, 612.0, 792.0, 0, source, tuple(made))


CORPUS = Path(os.environ.get("ATTESTA_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))


@pytest.mark.skipif(not (CORPUS / "truth.jsonl").exists(), reason="the development corpus is not there")
def test_development_corpus():
    """On the text files of the development corpus the score is well over what was asked, and hardly anything sure is wrong."""
    sys.path.insert(0, str(CORPUS.parent / "tools"))
    import score_extraction as scorer

    tallies = __import__("collections").defaultdict(scorer.Tally)
    for line in (CORPUS / "truth.jsonl").read_text("utf-8").splitlines():
        truth = json.loads(line)
        if truth["tags"]["render"] == "text":
            content = (CORPUS / truth["file"]).read_bytes()
            documents = extract(list(read_pages(content, admit(content, LIMITS))), TODAY)
            scorer.score_file(truth, {"documents": [document.as_json() for document in documents]}, tallies, "render", [])
    figures = tallies["all"].figures()

    assert figures["f1"] >= 0.85
    assert figures["sure_wrong"] < 0.01


def test_provisional_delf():
    """A centre's provisional attestation of a DELF is not the diploma."""
    text = "DELF B1\nAttestation de réussite provisoire\nNom : Quispe Rosa\nCompréhension de l'oral 18/25\nProduction orale 17/25"

    assert [document.kind for document in extract(pages(text), TODAY)] == ["other"]


def test_birth_is_the_nearest_date():
    """The date behind a birth's own is not a birth."""
    document = extract(pages(TCF_QUEBEC.replace("09/10/2025", "mars 2025")), TODAY)[0]

    assert field(document, "person.birth_date").confidence > 0.95


HEAD = "Tulum Palapas S.A.\nEmployment letter\nSite : Old Mill\n"
LABELS = HEAD + "Employee : Ana Ruiz\nPosition : Wibble operator\nStart date : 2020-03-02\n"
SENTENCE = HEAD + "Ana Ruiz has worked with us as a Wibble operator since March 2, 2020.\n"


@pytest.mark.parametrize(("text", "seen", "sure"), [
    (LABELS, {}, True), (LABELS, {"position__title": "Old Mill"}, False), (SENTENCE, {}, False),
], ids=["label", "label and rival", "phrase"])
def test_a_label_stands_against_a_tagger_that_sees_nothing_else(text: str, seen: dict[str, str], sure: bool) -> None:
    """What the tagger only does not see keeps nine in ten beside a label; not where it sees another value, nor in a phrase."""
    ((document, _),) = with_clues(pages(text), TODAY, tag=lambda paper, _: tagged(paper, **seen))
    title = next(field for field in document.fields if field.name == "position.title")
    assert (title.value, 0.9 <= title.confidence < 0.95) == ("Wibble operator", sure)
