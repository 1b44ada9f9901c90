"""What ordinary papers of two more makers taught: each value where it is, and nothing where there is none."""

from __future__ import annotations

import pytest

from extractors.fields.hours import find_hours
from extractors.fields.levels import find_credentials
from extractors.fields.names import name_at
from extractors.fields.text.plain import plain
from tests.extractors.paper import read, values

TCF = ("France Éducation international\nATTESTATION\nTCF Canada\nCandidat : Monsieur TRINH Quoc Huy\nNé le : 1er juin 1988 à Hué\n"
       "Numéro de candidat : 084011-002-0031879\nSession du 18 mars 2025\n{}\nÉtablie à Sèvres le 7 avril 2025\n")
SIZED = (
    ("Compréhension orale (39 items, 35 min) : 489 points sur 699 - niveau B2 - NCLC 7\n"
     "Expression orale (3 tâches, 12 min) : 11 sur 20 - niveau B2 - NCLC 7"),
    ("Épreuve                               Points         Cadre européen   NCLC\n"
     "Compréhension orale (39 questions)    489 sur 699    B2               7\n"
     "Expression orale (3 tâches)           11 sur 20      B2               7"),
)


@pytest.mark.parametrize("rows", SIZED)
def test_how_long_a_test_is_is_no_score(rows: str) -> None:
    """Questions, tasks and minutes stand before the points."""
    said = values(read(TCF.format(rows)))
    assert (said["listening.score"], said["listening.nclc"], said["speaking.score"]) == (489, 7, 11)


def test_cards_headed_in_two_languages() -> None:
    """Two skills side by side, each named in French and in English, with score, level and NCLC below."""
    said = values(read(TCF.replace("TCF", "TEF").format(
        "Compréhension écrite / Reading          Compréhension orale / Listening\n"
        "Score : 447 / 699                       Score : 391 / 699\n"
        "Niveau CECR : B2                        Niveau CECR : B1\n"
        "NCLC / CLB : 7                          NCLC / CLB : 5\n"
        "Expression écrite / Writing             Expression orale / Speaking\n"
        "Score : 402 / 699                       Score : 468 / 699\n"
        "Niveau CECR : B2                        Niveau CECR : B2\n"
        "NCLC / CLB : 6                          NCLC / CLB : 7")))
    told = {skill: tuple(said[f"{skill}.{what}"] for what in ("score", "cefr", "nclc")) for skill in ("reading", "listening", "writing",
                                                                                                   "speaking")}
    assert told == {"reading": (447, "B2", 7), "listening": (391, "B1", 5), "writing": (402, "B2", 6), "speaking": (468, "B2", 7)}


def test_what_happened_to_the_firm_is_no_position() -> None:
    """« was kept on payroll » while the restaurant was closed."""
    document = read(
        "Beit El Arz Hospitality s.a.l.\nGouraud Street, Beirut, Lebanon\nBeirut, 13 October 2025\nTo Whom It May Concern\n"
        "We certify that Mr. Elie Joseph Karam has been working with our company since 4 July 2016 and holds the position of Sous Chef.\n"
        "The restaurant was closed for repairs between August 2020 and February 2021, during which time Mr. Karam was kept on payroll.\n"
        "Rima Abi Nader\nGroup Human Resources Manager\n")
    starts = [field.value for field in document.fields if field.name == "position.start_date"]
    titles = [field.value for field in document.fields if field.name == "position.title"]
    assert (starts, titles) == (["2016-07-04"], ["Sous Chef"])


def test_since_when_a_firm_bakes_is_no_start() -> None:
    """A year in the letterhead, and a day in the letter."""
    said = values(read(
        "Boulangerie Les Trois Levains inc.\nSaint-Hyacinthe (Québec) J2S 3B4\nPains et viennoiseries de tradition depuis 1986\n"
        "Le 18 septembre 2026\nLa présente atteste que Madame Fatou Sagna travaille pour notre entreprise depuis le 9 janvier 2023 comme\n"
        "pâtissière de production. Il s'agit d'un poste permanent à temps plein.\nMarie Lamontagne\nConseillère\n"))
    assert (said["position.start_date"], said["position.end_date"]) == ("2023-01-09", "present")


@pytest.mark.parametrize(("text", "hours"), [
    ("his regular week was 36 hours, monday to thursday", 36),
    ("on a full-time basis, six days a week (48 hours), and receives", 48),
    ("à temps plein, cinq jours par semaine (40 heures)", 40),
])
def test_hours_of_a_week(text: str, hours: int) -> None:
    """Said of the week, or behind its days."""
    assert next(find_hours(plain(text))).value == hours


def test_the_weekly_duration_is_a_label() -> None:
    """On a form of Belgium."""
    said = values(read("ATTESTATION D'OCCUPATION\nDénomination              ATELIERS VERHAEGEN S.A.\nNom et prénoms            NTAKI Jean\n"
                       "Fonction                  Technicien de maintenance\nPériode                   du 01.02.2020 au 30.06.2024\n"
                       "Durée hebdomadaire        38 heures\n"))
    assert said["position.hours_per_week"] == 38


@pytest.mark.parametrize(("text", "name"), [
    ("ZONGO/ILBOUDO Pélagie, née le 12 décembre", "ZONGO/ILBOUDO Pélagie"),
    ("OLUWASEUN ADEBAYO FALANA\nWe write to confirm", "OLUWASEUN ADEBAYO FALANA"),
    ("Awa Sarr/Paul Roy", "Awa Sarr"),
])
def test_where_a_name_ends(text: str, name: str) -> None:
    """Two surnames in capitals are joined by a stroke, and no sentence begins in a name."""
    found = name_at(text, (0, len(text)))
    assert found is not None and text[slice(*found)] == name


@pytest.mark.parametrize("said", ["Ce diplôme équivaut au grade de master", "equivalent to the degree of Master of Science"])
def test_what_a_diploma_is_worth_is_not_its_name(said: str) -> None:
    """No credential is found in it."""
    assert [one for one in find_credentials(plain(said), None) if one.level] == []


def test_several_references_are_a_label() -> None:
    """« Nos références : » before the number of a letter."""
    said = values(read("La Clairière des Aulnes ASBL\nLiège, le 4 novembre 2025\nNos références : LCA/PERS/25-118\n"
                       "Attestation d'occupation\n"
                       "Nous attestons que Charlotte Delvaux est occupée en qualité d'éducatrice depuis le 17/02/2020.\n"))
    assert said["reference"] == "LCA/PERS/25-118"
