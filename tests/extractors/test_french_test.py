"""French tests: the candidate, the test, the results; nothing that was not sat, nothing of the grids, never the old score."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors.evidence import DocumentReading
from extractors.extract import extract
from tests.extractors.paper import pages

TODAY = dt.date(2026, 11, 22)

TEF = """
CCI PARIS ILE-DE-FRANCE
Le français des affaires
ATTESTATION DE RÉSULTATS
TEF Canada
Test d'évaluation de français pour le Canada
Nom :    DIOUF-MENDY
Prénom :    Awa Célestine
Date de naissance :    14/02/1991
Nationalité :    Sénégalaise
N° de candidat :    4471902-18
Date du test :    12 mai 2025
Attestation éditée le :    2 juin 2025
Épreuve                         Score / 699    Niveau CECR    NCLC    Équivalence ancien score
Compréhension orale             455            B2             7       262 / 360
Compréhension écrite            470            B2             8       235 / 300
Expression orale                502            C1             8       361 / 450
Expression écrite               395            B1             6       289 / 450
Correspondance : A1 100-199 ; A2 200-299 ; B1 300-399 ; B2 400-499 ; C1 500-599 ; C2 600-699
"""

TCF_QUEBEC = """
France Éducation international
ATTESTATION
Test de connaissance du français pour le Québec
TCF Québec
Nom et prénom / Surname, first name :    BENOUDA Farid
Date de naissance / Date of birth :    03/04/1988
Code candidat / Candidate code :    033019-224817
Date de la session / Session date :    09/10/2025
Épreuves                 Score obtenu     Niveau
Compréhension de l'oral  421 / 699        B2
Compréhension des écrits Non inscrit
Expression orale         11 / 20          B2
Expression écrite        —                —
Fait à Sèvres, le 30 octobre 2025
"""

DELF = """
RÉPUBLIQUE FRANÇAISE
MINISTÈRE DE L'ÉDUCATION NATIONALE
DIPLÔME D'ÉTUDES EN LANGUE FRANÇAISE
DELF B2
Niveau B2 du Cadre européen commun de référence pour les langues
atteste que
Ana Lucía PAREDES
née le 03/04/1990 à Cuenca (ÉQUATEUR)
Fait à Sèvres, le 15/07/2022
n° de candidat : 593001-004417
"""

DELF_BACK = """
RELEVÉ DE RÉSULTATS
DELF B2
Nom et prénom :    PAREDES Ana Lucía
N° de candidat :    593001-004417
session :    2022-06-J
ÉCRIT                              ORAL
Production      note 14.50 / 25    Production      note 18.00 / 25
Compréhension   note 20.00 / 25    Compréhension   note 12,50 / 25
NOTE FINALE : 65.00 / 100
n° de diplôme : 593001-202206J-1204417
"""


def read(*texts: str, **kwargs) -> DocumentReading:
    (document,) = extract(pages(*texts, **kwargs), TODAY)
    return document


def values(document: DocumentReading) -> dict[str, object]:
    return {field.name: field.value for field in document.fields if field.group == 0}


def test_tef_canada():
    """The score is that of the /699 column, with its level and NCLC; the former scale's equivalence is left alone."""
    document = read(TEF)
    said = values(document)

    assert document.kind == "french_test"
    assert said["test.name"] == "TEF_CANADA"
    assert said["person.name"] == "Awa Célestine DIOUF-MENDY"
    assert (said["test.date"], said["issued_on"], said["person.birth_date"]) == ("2025-05-12", "2025-06-02", "1991-02-14")
    assert said["reference"] == "4471902-18"
    assert [said[f"{skill}.score"] for skill in ("listening", "reading", "speaking", "writing")] == [455, 470, 502, 395]
    assert [said[f"{skill}.cefr"] for skill in ("listening", "reading", "speaking", "writing")] == ["B2", "B2", "C1", "B1"]
    assert [said[f"{skill}.nclc"] for skill in ("listening", "reading", "speaking", "writing")] == [7, 8, 8, 6]


def test_old_score_in_front():
    """The order of the columns does not matter: their headings tell which is the score."""
    text = TEF.replace(
        "Score / 699    Niveau CECR    NCLC    Équivalence ancien score",
        "Équivalence ancien score    Score / 699    Niveau CECR    NCLC",
    )
    for row in ("455            B2             7       262 / 360", "470            B2             8       235 / 300"):
        parts = row.split("   ")
        old, rest = parts[-1].strip(), row[: row.rindex(parts[-1].strip())].rstrip()
        text = text.replace(row, f"{old}                   {rest.replace('            ', '           ')}")
    said = values(read(text))

    assert (said.get("listening.score"), said.get("reading.score")) in ((455, 470), (None, None))


def test_tcf_quebec():
    """What was not sat gives nothing; a bilingual form's labels are labels."""
    said = values(read(TCF_QUEBEC))

    assert said["test.name"] == "TCF_QUEBEC"
    assert said["person.name"] == "BENOUDA Farid"
    assert said["reference"] == "033019-224817"
    assert (said["test.date"], said["person.birth_date"]) == ("2025-10-09", "1988-04-03")
    assert (said["listening.score"], said["speaking.score"]) == (421, 11)
    assert not {"reading.score", "reading.cefr", "writing.score", "writing.cefr"} & said.keys()


def test_delf():
    """Diploma and marks are one document; production and comprehension are told by the column they stand in; the session is a
    month."""
    document = read(DELF, DELF_BACK)
    said = values(document)

    assert document.pages == (1, 2)
    assert (said["test.name"], said["test.cefr"], said["test.date"], said["issued_on"]) == ("DELF", "B2", "2022-06", "2022-07-15")
    assert [said[f"{skill}.score"] for skill in ("writing", "speaking", "reading", "listening")] == [14.5, 18, 20, 12.5]
    assert said["test.total"] == 65


def test_marks_beside_their_total():
    """Marks that make up their total are surer than marks that do not."""
    fits = {field.name: field.confidence for field in read(DELF, DELF_BACK).fields}
    differs = {field.name: field.confidence for field in read(DELF, DELF_BACK.replace("20.00", "22.00")).fields}

    assert fits["reading.score"] > differs["reading.score"]
    assert differs["reading.score"] < 0.95


def test_score_against_level():
    """A score and a level that contradict each other are both doubted."""
    document = read(TCF_QUEBEC.replace("421 / 699        B2", "421 / 699        C1"))
    sure = {field.name: field.confidence for field in document.fields}

    assert max(sure["listening.score"], sure["listening.cefr"]) < 0.9 < sure["speaking.score"]


def test_a_score_of_another_skills_scale_is_doubted():
    """TCF counts speaking to 20: 452 of 699 is the row of listening, wherever the scale was read."""
    document = read(TCF_QUEBEC.replace("11 / 20          B2", "452 / 699        B2"))
    sure = {field.name: field.confidence for field in document.fields}

    assert sure.get("speaking.score", 0) < 0.9 < sure["listening.score"]


def test_nclc_against_score():
    """An NCLC that the score does not mean is doubted."""
    document = read(TEF.replace("455            B2             7 ", "455            B2             9 "))
    sure = {field.name: field.confidence for field in document.fields}

    assert sure["listening.nclc"] < 0.9 < sure["reading.nclc"]


@pytest.mark.parametrize("name", ["TCF IRN", "TEF IRN"])
def test_not_taken(name):
    """A test that Québec does not take is a French test without a name."""
    said = values(read(TCF_QUEBEC.replace("TCF Québec", name).replace("pour le Québec", "")))

    assert "test.name" not in said


def test_provisional_sheet():
    """A sheet of provisional results is no proof."""
    assert read("FICHE DE RÉSULTATS PROVISOIRES\n" + TCF_QUEBEC).kind == "other"


def test_expired():
    """A result over two years old is told; a recent one is not."""
    old = read(DELF, DELF_BACK)
    recent = read(TCF_QUEBEC)

    assert "expired_result" in {issue.code for issue in old.issues}
    assert "expired_result" not in {issue.code for issue in recent.issues}


def test_boxes_are_those_of_the_words():
    """A value stands on the row that bears it."""
    document = read(TEF)
    rows = {row.text: row.box for page in pages(TEF) for row in page.rows}
    score = next(field for field in document.fields if field.name == "speaking.score")

    assert score.text == "502"
    assert score.boxes[0].y0 == pytest.approx(next(box.y0 for text, box in rows.items() if text.startswith("Expression orale")))
