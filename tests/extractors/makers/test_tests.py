"""French tests of five more makers: skills that were not sat, and scores in blocks."""

from __future__ import annotations

from tests.extractors.paper import read, values

TCF = ("France Éducation international\nAttestation TCF Québec\nTest de connaissance du français pour le Québec\n"
       "Nom et prénoms    SINGH Harpreet Kaur\nDate de naissance    28 février 1993\nSession du    5 mars 2024\n{}\n"
       "Établie à Sèvres, le 26 mars 2024.\n")


def test_skills_not_sat_are_not_given_the_figures_of_dates_below() -> None:
    """« Compréhension écrite : non présentée. Expression écrite : non présentée. » above « valable jusqu'au 4 mars 2026 »."""
    said = values(read(TCF.format(
        "Compréhension orale              Expression orale\nScore : 357 points sur 699       Note : 8 sur 20\n"
        "Niveau : B1                      Niveau : B1\n"
        "Compréhension écrite : non présentée. Expression écrite : non présentée.\n"
        "Attestation n° QC24-03-118552, valable jusqu'au 4 mars 2026.")))
    assert {name: value for name, value in said.items() if name.endswith(".score")} == {"listening.score": 357, "speaking.score": 8}


def test_figures_of_a_date_are_no_score() -> None:
    """A row of values that holds a date only."""
    said = values(read(TCF.format("Compréhension orale              Expression orale\n"
                                  "valable jusqu'au 4 mars 2026     valable jusqu'au 4 mars 2026")))
    assert not [name for name in said if name.endswith(".score")]


def test_a_block_a_skill_with_its_quebec_level() -> None:
    """The skill above its score, its level and its place on Québec's scale, a row each."""
    said = values(read(TCF.format(
        "Compréhension orale\nScore                                    357 / 699\nNiveau du Cadre européen (CECR)          B1\n"
        "Échelle québécoise                       Niveau 6")))
    assert (said["listening.score"], said["listening.cefr"], said["listening.quebec_level"]) == (357, "B1", 6)
