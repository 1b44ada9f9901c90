"""Results of French tests: the score and never the scale, the test and never half its name, and doubt where two things disagree."""

from __future__ import annotations

import pytest

from tests.extractors.paper import read
from tests.extractors.school.reading import fields, tcf, values

ROWS = [
    ("Compréhension orale      362 / 499      B1", (362, "B1")),
    ("Compréhension orale      362 sur 699    B1", (362, "B1")),
    ("Compréhension orale      362 out of 699    B1", (362, "B1")),
    ("Compréhension orale      362 points sur 699    B1", (362, "B1")),
    ("Compréhension orale (score max 699)      362    B1", (362, "B1")),
    ("Compréhension orale      87 / 699      A1 non atteint", (87, "<A1")),
    ("Compréhension orale      87      A1 (non atteint)", (87, "<A1")),
    ("Compréhension orale      87      inférieur à A1", (87, "<A1")),
    ("Compréhension orale      87      < A1", (87, "<A1")),
    ("Listening      87      below A1", (87, "<A1")),
    ("CO      362 / 699      B1", (362, "B1")),
    ("CO : 362 (B1)", (362, "B1")),
    ("Compréhension orale      Non inscrit      -", (None, None)),
    ("Compréhension orale      absente      / 699", (None, None)),
    ("Compréhension orale      Non présentée (/699)", (None, None)),
    ("Compréhension orale      sur 699", (None, None)),
    ("Compréhension orale      400-499      B2", (None, None)),
    ("CO      400 à 499      B2", (None, None)),
]


@pytest.mark.parametrize(("row", "result"), ROWS)
def test_rows(row: str, result: tuple[int | None, str | None]) -> None:
    """A row gives the skill's score and level; a scale, a range of a grid and a skill that was not sat give nothing."""
    read = values(tcf(row, "Expression orale      8 / 20      B1"))

    assert (read.get("listening.score"), read.get("listening.cefr")) == result
    assert read["speaking.score"] == 8


DECREE = ("Arrêté du 7 juillet 2005 relatif au diplôme d'études en langue française et au diplôme approfondi de langue française\n")


@pytest.mark.parametrize(("title", "name", "sure"), [
    ("DELF B2", "DELF", True), ("DALF C1", "DALF", True), ("DELF B2\nDALF C1", "DALF", False), ("Diplôme de langue", "DALF", False),
])
def test_the_decree_names_both_diplomas(title: str, name: str, sure: bool) -> None:
    """The one that is told with its level is the paper's; two of them, or none, are not sure."""
    document = read(f"RÉPUBLIQUE FRANÇAISE\nFrance Éducation international   DELF DALF\n{title}\nRELEVÉ DE RÉSULTATS\nNom : RINCÓN Camila\n"
                    f"{DECREE}Compréhension de l'oral   16,50 / 25\nProduction orale   18,00 / 25\nNOTE FINALE   70,00 / 100\n")
    found = next(field for field in document.fields if field.name == "test.name")
    assert (found.value, found.confidence >= 0.95) == (name, sure)


def test_a_quebec_level_behind_its_name() -> None:
    """Without a column's heading: « Échelle québécoise : 7 », « Niveau québécois 5 »."""
    read = values(tcf("Compréhension orale      461 points/699      CECRL : B2      Échelle québécoise : 7",
                      "Expression écrite        8 points/20         CECRL : B1      Niveau québécois 5"))

    assert (read["listening.quebec_level"], read["writing.quebec_level"]) == (7, 5)


def test_letters_of_skills_in_one_row() -> None:
    """« CO : 421 (B2) CE : 398 (B1) » are two skills with a score and a level each."""
    read = values(tcf("CO : 421 (B2)  CE : 398 (B1)", "EO : 9/20 (B1)  EE : 10/20 (B2)"))

    assert [read[f"{skill}.score"] for skill in ("listening", "reading", "speaking", "writing")] == [421, 398, 9, 10]
    assert [read[f"{skill}.cefr"] for skill in ("listening", "reading", "speaking", "writing")] == ["B2", "B1", "B1", "B2"]


@pytest.mark.parametrize("level", ["A2", "C2", "A1 non atteint"])
def test_a_level_against_its_score(level: str) -> None:
    """A score and a level that contradict each other are both doubted."""
    read = tcf(f"Compréhension orale      450 / 699      {level}")

    assert read["listening.score"].confidence < 0.9 and read["listening.cefr"].confidence < 0.95


def test_ceilings_are_no_scores() -> None:
    """499 for two skills is the top of a scale that is cut off: most likely the scale, not the result."""
    read = tcf("Compréhension orale      499", "Compréhension écrite      499", name="TCF")

    assert read["listening.score"].confidence < 0.9 and read["reading.score"].confidence < 0.9


@pytest.mark.parametrize("score", ["760", "21 / 20"])
def test_scores_beyond_their_scale(score: str) -> None:
    """A score that its scale does not have is not given surely."""
    read = tcf(f"Expression orale      {score}      B1")

    assert "speaking.score" not in read or read["speaking.score"].confidence < 0.9


NAMES = [
    ("TCF – Québec", "TCF_QUEBEC"),
    ("TCF (pour le Québec)", "TCF_QUEBEC"),
    ("TCF-Q", "TCF_QUEBEC"),
    ("TCF® Canada", "TCF_CANADA"),
    ("TCF IRN", None),
    ("TCF – IRN", None),
    ("TCF Intégration, Résidence et Nationalité", None),
    ("TCF pour l'intégration, la résidence et la nationalité", None),
]


@pytest.mark.parametrize(("printed", "name"), NAMES)
def test_names(printed: str, name: str | None) -> None:
    """Each test by its whole name, however the parts are joined; one that Québec does not take has none."""
    read = values(tcf("Compréhension orale      362      B1", name=printed))

    assert read.get("test.name") == name


def test_half_a_name_is_doubted() -> None:
    """A bare « TCF » without anything that only the test for everyone has may be any TCF."""
    assert tcf("Compréhension orale      362      B1", name="TCF")["test.name"].confidence < 0.95
    everyone = tcf("Compréhension orale      362      B1", "Maîtrise des structures de la langue      402      B2", name="TCF tout public")
    assert everyone["test.name"].value == "TCF" and everyone["test.name"].confidence >= 0.95


def test_a_scale_that_only_one_test_has() -> None:
    """Scores « / 499 » are those of a test for residence in France, whatever the title: no name."""
    assert "test.name" not in tcf("Compréhension orale      362 / 499      B1", name="TCF")


def test_the_former_score_is_never_the_score() -> None:
    """TEF Canada's column of former scores gives nothing, by its heading or by its scale."""
    read = values(fields(
        "Le français des affaires\nTEF Canada\nTest d'évaluation de français\nDate du test : 20/04/2025\n"
        "Épreuve                     Score / 699     Ancien score     Niveau     NCLC\n"
        "Compréhension de l'oral     468             262 / 360        B2         8\n"
        "Expression écrite                           280 / 450        B2         7\n",
        "french_test",
    ))
    assert read["listening.score"] == 468
    assert "writing.score" not in read


def test_the_session_of_a_dalf_and_its_candidate() -> None:
    """« session 2023-11-A » is November 2023; the candidate's number ends where the line goes on."""
    read = values(fields(
        "Diplôme approfondi de langue française\nDALF C1\nLe directeur général certifie que Oleg EXEMPLE, né le 15 janvier 1982,\n"
        "a obtenu le DALF, niveau C1, à la session 2023-11-A.\nProduction écrite : 14.00/25\nTotal : 61.50/100\n"
        "N° candidat 380014-005502—Sèvres, le 12/02/2024",
        "french_test",
    ))
    assert (read["test.date"], read["reference"], read["writing.score"]) == ("2023-11", "380014-005502", 14)


def test_the_two_marks_of_a_dalf_c2_are_of_no_one_skill() -> None:
    """DALF C2 marks listening and speaking together: neither skill gets a score, the whole its level and total."""
    read = values(fields(
        "Diplôme approfondi de langue française\nDALF C2\nLe directeur général certifie que Oleg EXEMPLE a obtenu le DALF C2\n"
        "Session : mars 2024\nCompréhension et production orales      36.00 / 50\nCompréhension et production écrites      31.00 / 50\n"
        "Total      67.00 / 100\nFait à Sèvres, le 12 juin 2024",
        "french_test",
    ))
    assert [name for name in read if name.endswith(".score")] == []
    assert (read["test.cefr"], read["test.total"], read["test.date"]) == ("C2", 67, "2024-03")


def test_results_in_a_crossed_table() -> None:
    """DALF: « Compréhension | Production » over « Oral » and « Écrit »."""
    document = read("RÉPUBLIQUE FRANÇAISE\nFrance Éducation international\nDALF C1\nle diplôme est délivré à Rania AL-MAJALI, avec\n"
                    "              Compréhension     Production\nOral          15,50             16,50\n"
                    "Écrit         18,00             13,00\nchaque épreuve est notée sur 25 points\nTotal : 63,00 sur 100\n")
    assert {field.name: field.value for field in document.fields if field.name.endswith(".score")} == {
        "listening.score": 15.5, "speaking.score": 16.5, "reading.score": 18, "writing.score": 13}
