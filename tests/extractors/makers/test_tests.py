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


def test_skills_beside_a_narrow_margin() -> None:
    """The test's name and centre stand in a margin to the left of the skills, whose values stand below them."""
    said = values(read(
        "Attestation\nFrance Éducation international certifie que Ana-Maria DUMITRESCU, née le 5 juillet 1988, a obtenu :\n"
        "TCF\nQuébec                 Compréhension orale\n                       437/699     Niveau B2     Échelle québécoise 7\n"
        "français pour le       Compréhension écrite\n                       561/699     Niveau C1     Échelle québécoise 9\n"
        "Session du 11 mars 2025\n"))
    assert [said.get(f"{skill}.{what}") for skill in ("listening", "reading") for what in ("score", "cefr", "quebec_level")] == [
        437, "B2", 7, 561, "C1", 9]


def test_the_day_from_which_an_attestation_holds_is_its_own() -> None:
    """« valable deux ans à compter du 4 octobre 2024, date de sa délivrance, soit jusqu'au … »."""
    said = values(read(
        "France Éducation international\nTCF Canada\nAttestation de résultats\nNom, prénom(s)     NGUYEN, Thi Minh Chau\n"
        "Date de passation     17/09/2024\nCompréhension orale     512 / 699     C1     8\n"
        "L'attestation est valable deux ans à compter du 04/10/2024, date de sa délivrance, soit jusqu'au 03/10/2026.\nFait à Sèvres\n"))
    assert (said["test.date"], said["issued_on"]) == ("2024-09-17", "2024-10-04")


def test_levels_flush_with_the_left_of_their_heads() -> None:
    """« Niveau NCLC » over a single figure: its column is that whose edge it stands under."""
    said = values(read(TCF.format(
        "Épreuves                           Score obtenu   Niveau CECRL   Niveau NCLC\n"
        "Compréhension orale (39 questions) 512 / 699      C1             8\n"
        "Compréhension écrite (39 questions) 476 / 699     B2             7")))
    assert (said["listening.nclc"], said["reading.nclc"], said["reading.cefr"]) == (8, 7, "B2")


def test_a_score_below_its_level() -> None:
    """« Compréhension orale   niveau CECR : B2 » over « score : 263 / 360   niveau québécois : 8 »."""
    said = values(read(
        "TEFAQ – Test d'évaluation de français adapté au Québec\nLe président de la Chambre atteste que\nM. Rodrigo BARRÓN LUGO\n"
        "né à Querétaro le 25.10.1983, a subi les épreuves du TEFAQ le 15.04.2016 et y a obtenu :\n"
        "Compréhension orale     niveau CECR : B2\nscore : 263 / 360       niveau québécois : 8\n"
        "Expression orale        niveau CECR : B2\nscore : 295 / 450       niveau québécois : 7\n"))
    assert [said[f"{skill}.{what}"] for skill in ("listening", "speaking") for what in ("score", "cefr", "quebec_level")] == [
        263, "B2", 8, 295, "B2", 7]


def test_the_total_below_its_head() -> None:
    """« Note totale » heads the last column of the marks of a DALF."""
    said = values(read(
        "RÉPUBLIQUE FRANÇAISE\nDiplôme approfondi de langue française\nDALF C1\nle diplôme est délivré à\nBeatriz Figueiredo Sampaio\n"
        "née le 11 mars 1997 à Florianópolis (Brésil)\npour la session du 24 mai 2022\n"
        "Compréhension de l'oral   Compréhension des écrits   Production écrite   Production orale   Note totale\n"
        "17,5/25                   21/25                      15,5/25             19/25              73/100\n"
        "Fait à Brasília, le 12 juillet 2022\n"))
    assert (said["test.total"], said["listening.score"]) == (73, 17.5)


def test_the_old_tef_counts_its_compulsory_parts_together() -> None:
    """« 588 / 900 — niveau B2 » on a row of its own, below the sentence that announces it."""
    said = values(read("Centre de langue française\nT.E.F. – Test d'évaluation de français\nATTESTATION N° TEF-1555-208834\n"
                       "Le Centre de langue française atteste que Madame Oksana MELNYK, née le 3 septembre 1985 à Lviv, a\n"
                       "passé le TEF le 20 juin 2019 et a obtenu le total suivant aux épreuves\nobligatoires :\n"
                       "588 / 900 — niveau B2 (utilisateur indépendant)\n"
                       "Épreuves obligatoires     Score     Niveau\nCompréhension écrite     214 / 300     B2\n"
                       "Compréhension orale     208 / 360     B1\nLexique et structure     166 / 240     B2\nParis, le 8 juillet 2019\n"))
    assert (said["test.total"], said["test.cefr"], said["listening.score"]) == (588, "B2", 208)


def test_a_candidate_by_surname_and_first_names() -> None:
    """« Candidat(e) / Candidate   M. TCHOUMI FOTSO, Hervé Olivier »."""
    said = values(read("Attestation de résultats\nTEF Canada\nTest d'évaluation de français adapté pour le Canada\n"
                       "Candidat(e) / Candidate     M. TCHOUMI FOTSO, Hervé Olivier\n"
                       "Né(e) le / Date of birth     01 décembre 1993, Bafoussam (Cameroun)\n"
                       "Date du test     09 juillet 2024\n"
                       "Épreuve     Score /699     CECR     NCLC\nCompréhension écrite     538     C1     9\n"
                       "Délivrée le 26 juillet 2024\n"))
    assert said["person.name"] == "TCHOUMI FOTSO, Hervé Olivier"
