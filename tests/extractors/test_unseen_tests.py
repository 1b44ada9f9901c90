"""French tests in other layouts than usual: skills side by side, cards, sentences, labels in chains, sheets of marks behind."""

from __future__ import annotations

import datetime as dt

from extractors.evidence import DocumentReading
from extractors.extract import extract
from tests.extractors.paper import pages

TODAY = dt.date(2026, 11, 22)
CANADA = "TCF Canada\nTest de connaissance du français pour le Canada\n"
TEF = "TEF Canada\nLe français des affaires\n"
HEAD = "France Éducation international\nTest de connaissance du français pour le Québec\nTCF Québec\n"


def read(*texts: str) -> DocumentReading:
    (document,) = extract(pages(*texts), TODAY)
    assert document.kind == "french_test"
    return document


def values(document: DocumentReading) -> dict[str, object]:
    return {field.name: field.value for field in document.fields}


def sureness(document: DocumentReading, name: str) -> float:
    return next(field.confidence for field in document.fields if field.name == name)


def test_a_column_a_skill() -> None:
    """Skills by their letters head the columns; the word at the head of each row says what its values are."""
    said = values(read(HEAD + (
        "Épreuve               CO      CE      EO      EE\n"
        "Points                512     488     14      10\n"
        "Niveau CECRL          C1      B2      C1      B2\n"
        "Échelle québécoise    9       7       9       7\n"
    )))
    assert [said[f"{skill}.score"] for skill in ("listening", "reading", "speaking", "writing")] == [512, 488, 14, 10]
    assert [said[f"{skill}.cefr"] for skill in ("listening", "reading", "speaking", "writing")] == ["C1", "B2", "C1", "B2"]
    assert [said[f"{skill}.quebec_level"] for skill in ("listening", "reading", "speaking", "writing")] == [9, 7, 9, 7]


def test_cards_side_by_side() -> None:
    """Two skills on a row, and below each its score, its level and its NCLC."""
    said = values(read(CANADA + (
        "COMPRÉHENSION ORALE         COMPRÉHENSION ÉCRITE\n"
        "318 / 699                   377 / 699\n"
        "Niveau B1 – NCLC 4          Niveau B1 – NCLC 5\n"
        "EXPRESSION ORALE            EXPRESSION ÉCRITE\n"
        "7 / 20                      4 / 20\n"
        "Niveau B1 – NCLC 6          Niveau A2 – NCLC 4\n"
    )))
    assert (said["listening.score"], said["reading.score"], said["speaking.score"], said["writing.score"]) == (318, 377, 7, 4)
    assert (said["listening.nclc"], said["reading.nclc"], said["writing.cefr"]) == (4, 5, "A2")


def test_a_sentence_of_skills_heads_no_columns() -> None:
    """Skills named in a sentence are no heading: numbers below it are nobody's score."""
    said = values(read(HEAD + (
        "Compréhension orale    402    B2\n"
        "Les épreuves de compréhension écrite et d'expression écrite n'ont pas été présentées par la personne.\n"
        "Dossier 355    Salle 20\n"
    )))
    assert said["listening.score"] == 402
    assert not any(name.startswith(("reading", "writing")) for name in said)


def test_results_in_sentences() -> None:
    """The score stands before its skill, the level in brackets behind it, and the day in the sentence."""
    said = values(read(
        "CCI Paris Île-de-France\nAttestation TEFAQ\n"
        "La Chambre atteste que Monsieur Rachid AÏT-OUALI, né le 1er décembre 1985, s'est présenté au\n"
        "Test d'évaluation de français adapté au Québec le 9 février 2024 à Alger et y a obtenu :\n"
        "430 points sur 699 en compréhension orale (niveau B2) ;\n"
        "387 points sur 699 en compréhension écrite (niveau B1).\n"
        "Paris, le 1er mars 2024\n"
    ))
    assert (said["test.name"], said["test.date"], said["issued_on"]) == ("TEFAQ", "2024-02-09", "2024-03-01")
    assert (said["listening.score"], said["listening.cefr"], said["reading.score"], said["reading.cefr"]) == (430, "B2", 387, "B1")


def test_the_score_may_stand_last() -> None:
    """A score in the last column is told by its heading, not by coming first."""
    said = values(read(TEF + (
        "Test                        CEFR    CLB    Score (0-699)\n"
        "Listening comprehension     B2      7      460\n"
        "Written expression          B2      7      440\n"
    )))
    assert (said["listening.score"], said["listening.nclc"], said["writing.score"]) == (460, 7, 440)


def test_labels_in_a_chain() -> None:
    """Several labels with their values in one segment of a row, each before its colon, and one at the end of a segment."""
    said = values(read(CANADA + (
        "Nom : TESFAYE Prénom : Dawit Né(e) le : 1990-01-07\n"
        "Date de l'examen : 2024-11-22 Édition : 2024-12-16\n"
        "N° de candidat    251077-000312\n"
        "Compréhension orale    402    B2\n"
    )))
    assert (said["person.name"], said["person.birth_date"]) == ("Dawit TESFAYE", "1990-01-07")
    assert (said["test.date"], said["issued_on"], said["reference"]) == ("2024-11-22", "2024-12-16", "251077-000312")


def test_a_name_broken_by_its_column_is_not_sure() -> None:
    """First names that go on in the row below are put together, and a person looks at them."""
    document = read(HEAD + (
        "Nom : BENHADDOU            Nationalité : marocaine\n"
        "Prénom(s) : Salma          Langue usuelle : arabe\n"
        "Ghita                      Pays : Maroc\n"
        "Compréhension orale    402    B2\n"
    ))
    assert values(document)["person.name"] == "Salma Ghita BENHADDOU"
    assert sureness(document, "person.name") < 0.95


def test_the_only_date_left_is_the_tests_in_doubt() -> None:
    """A bare « Date » that is neither the birth nor the issue nor the end of validity is the test's, and not sure."""
    document = read(HEAD + (
        "Nom : JEAN-BAPTISTE    Centre : Institut français\n"
        "Prénom : Wideline    Date : 3 mai 2025\n"
        "Naissance : 14 juillet 1992\n"
        "Compréhension orale    402    B2\n"
        "Attestation délivrée le 30 mai 2025. Elle est valable jusqu'au 3 mai 2027.\n"
    ))
    assert values(document)["test.date"] == "2025-05-03"
    assert sureness(document, "test.date") < 0.95


def test_half_a_name_is_not_sure() -> None:
    """A bare « TCF » on a paper that speaks of NCLC may be TCF Canada: it is not sure."""
    document = read("TCF\nTest de connaissance du français\nÉpreuve    Score    Niveau    NCLC\nCompréhension orale    463    B2    7\n")
    assert values(document)["test.name"] == "TCF"
    assert sureness(document, "test.name") < 0.95


DELF = """
RÉPUBLIQUE FRANÇAISE
DIPLÔME D'ÉTUDES EN LANGUE FRANÇAISE
DELF B2
Luciana FERREIRA
née le 19/02/1998 à Recife
devient titulaire de plein droit de ce diplôme.
Fait à Sèvres, le 27/07/2023
n° de candidat : 055024-018264
"""
MARKS = """
RELEVÉ DE RÉSULTATS — DELF {level}
Nom et prénom : FERREIRA Luciana
Date et lieu de naissance : {birth}, Recife
session : 2023-06-B
ÉCRIT Production          note 17.50 / 25
      Compréhension       note 19.00 / 25
ORAL  Production          note 21.00 / 25
      Compréhension       note 15.50 / 25
NOTE FINALE :             73.00 / 100
"""


def test_the_sheet_of_marks_belongs_to_its_diploma() -> None:
    """The marks behind a DELF are of it though their numbers differ: same level, same birth."""
    said = values(read(DELF, MARKS.format(level="B2", birth="19/02/1998")))
    assert (said["test.cefr"], said["test.date"], said["test.total"], said["issued_on"]) == ("B2", "2023-06", 73, "2023-07-27")
    assert (said["writing.score"], said["reading.score"]) == (17.5, 19)


def test_the_marks_of_another_diploma_are_another_paper() -> None:
    """Another level or another birth date makes a paper of its own."""
    assert len(extract(pages(DELF, MARKS.format(level="B1", birth="19/02/1998")), TODAY)) == 2
    assert len(extract(pages(DELF, MARKS.format(level="B2", birth="02/03/1990")), TODAY)) == 2


def test_a_skill_broken_over_two_rows() -> None:
    """« Compréhension » in a narrow cell goes on below, with « écrite » or « orale »."""
    said = values(read(TEF + (
        "Épreuves         Score    Niveau\n"
        "Compréhension    471      B2\n"
        "écrite\n"
        "Compréhension    438      B2\n"
        "orale\n"
    )))
    assert (said["reading.score"], said["listening.score"]) == (471, 438)


def test_each_skill_heads_its_own_values() -> None:
    """« Compréhension orale   Score   Cadre européen   Échelle québécoise », and below it how long the test is and the values."""
    said = values(read(HEAD + (
        "Compréhension orale     Score       Cadre européen     Échelle québécoise\n"
        "29 questions, 25 min    421 pts     B2                 7\n"
        "Expression orale        Note        Cadre européen     Échelle québécoise\n"
        "3 tâches, 12 min        12 /20      B2                 8\n"
    )))
    assert (said["listening.score"], said["listening.cefr"], said["listening.quebec_level"]) == (421, "B2", 7)
    assert (said["speaking.score"], said["speaking.cefr"], said["speaking.quebec_level"]) == (12, "B2", 8)


def test_the_quebec_level_behind_its_name() -> None:
    """« Québec : 7 »."""
    said = values(read(HEAD + "Compréhension orale   438 points   CECRL B2   Québec : 7\n"
                       "Expression orale   12 sur 20   CECRL B2   Québec : 8\n"))
    assert (said["listening.quebec_level"], said["speaking.quebec_level"]) == (7, 8)
