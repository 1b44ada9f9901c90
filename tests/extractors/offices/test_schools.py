"""Diplomas, transcripts, evaluations and test attestations as offices print them."""

from __future__ import annotations

import pytest

from tests.extractors.paper import read, values
from tests.extractors.school.reading import diploma, tcf, transcript

CARDS = ("Compréhension orale — 60 questions\nScore : 274 / 360 Niveau CECR : B2 Échelle québécoise : niveau 8\n"
         "Expression orale — 2 sujets\nScore : 338 / 450 Niveau CECR : B2 Échelle québécoise : niveau 7\nExpression écrite — non "
         "présentée\n")


def test_a_skill_above_its_values() -> None:
    """How long a test is stands behind its name; the Québec level behind its own is no score."""
    told = values(read("Chambre de commerce et d'industrie Paris Île-de-France\nAttestation de résultats\n"
                       "Test d'évaluation de français adapté pour le Québec (TEFAQ)\nCandidat    HADDAD Elias\nSession du 06.09.2016\n"
                       f"{CARDS}Paris, le 28.09.2016\n"))
    assert {name: value for name, value in told.items() if name.partition(".")[0] in ("listening", "speaking", "writing")} == {
        "listening.score": 274, "listening.cefr": "B2", "listening.quebec_level": 8,
        "speaking.score": 338, "speaking.cefr": "B2", "speaking.quebec_level": 7}


@pytest.mark.parametrize("line", [
    "Épreuves non présentées : compréhension écrite, expression écrite.", "Not taken: reading comprehension, written expression."])
def test_skills_named_for_having_no_result(line: str) -> None:
    """No number that follows is theirs."""
    told = tcf("Compréhension orale      441 / 699      B2", "Expression orale      9 / 20      B1", line,
               "Attestation n° TCFQ 2303 098 00417")
    assert not {"reading.score", "writing.score"} & set(told) and told["listening.score"].value == 441


def test_a_score_that_is_not_reckoned_is_no_total() -> None:
    """« aucun score global n'est calculé. Durée de validité : 2 ans »."""
    told = tcf("Compréhension orale      431 / 699      B2", "Expression orale      13 / 20      B2",
               "Les épreuves sont indépendantes : aucun score global n'est calculé. Durée de validité : 2 ans")
    assert "test.total" not in told


def test_the_number_of_a_session_and_its_day() -> None:
    """« Session ID: 2024-02-CHE », « Test date: 22 Feb. 2024 »."""
    told = values(read("CCI PARIS ÎLE-DE-FRANCE\nTEF Canada\nResults statement\nFamily name: RAMANUJAM    First name: Harini\n"
                       "Session ID: 2024-02-CHE\nTest date: 22 Feb. 2024\nListening comprehension    448 / 699    B2\n"
                       "Oral expression    431 / 699    B2\nIssued in Paris on 15 Mar. 2024\n"))
    assert (told["test.date"], told["issued_on"]) == ("2024-02-22", "2024-03-15")


def test_a_school_over_two_lines() -> None:
    """« Université du Québec » / « à Rivière-du-Loup »."""
    told = values(read("Université du Québec\nà Rivière-du-Loup\nNous, recteur et secrétaire générale, faisons savoir que le\n"
                       "Diplôme d'études supérieures spécialisées en gestion de projet\nest conféré à\nMahamadou Ouédraogo\n"
                       "Donné à Rivière-du-Loup, le 29 octobre 2021\n"))
    assert told["institution.name"] == "Université du Québec à Rivière-du-Loup"


@pytest.mark.parametrize(("line", "months"), [
    ("Durée : 2 années", 24), ("Durée de la formation : deux ans", 24), ("Duration of the programme: 3 years", 36),
    ("Durée : 18 mois", 18), ("Validité : 2 ans", None)])
def test_years_of_study_are_told_in_months(line: str, months: int | None) -> None:
    """Only where they are the length of the studies."""
    told = diploma(line, "Fait à Ségou, le 3 juin 2019")
    assert (told["study.months"].value if "study.months" in told else None) == months


def test_a_number_is_told_once() -> None:
    """The same number beside two labels, and no other in its place."""
    document = read("SAINT ISIDORE UNIVERSITY\nOFFICIAL TRANSCRIPT OF RECORDS\nName: LLAMADO, RHEA MAE    Student No.: 2009-05551\n"
                    "Course: Bachelor of Science in Nursing\nDate issued: July 2, 2019\nStudent number 2009-05551\n")
    numbers = [field.value for field in document.fields if field.name == "reference"]
    assert len(numbers) == len(set(numbers))


def test_an_award_as_of_a_day() -> None:
    """« Graduated with the degree of … as of March 23, 2013 »."""
    told = transcript("Course: Bachelor of Science in Nursing", "Date Admitted: June 8, 2009",
                      "REMARKS: Graduated with the degree of Bachelor of Science in Nursing as of March 23, 2013.", "Date issued: July "
                          "2, 2019")
    assert told["conferred_on"].value == "2013-03-23"


EVALUATION = ("Ministère de l'Immigration, de la Francisation et de l'Intégration\nÉvaluation comparative des études effectuées hors du "
              "Québec\n"
              "Numéro de dossier : EC-0555-2188\nNom et prénom            KAMDEM FOTSO, Armelle\nTitre du diplôme         Master "
              "professionnel\n"
              "Établissement            Université de Ndogbong {place}\nSystème scolaire         Cameroun\n{years}    2011 à 2013\n"
              "{award}       2013\nCopie certifiée du diplôme délivré le 12 février {made} par le service de la scolarité.\n")


@pytest.mark.parametrize(("years", "award"), [("Période des études", "Année d'obtention"), ("Scolarité suivie  ", "Délivré en       ")])
@pytest.mark.parametrize(("made", "conferred"), [("2014", "2013"), ("2013", "2013-02-12")])
def test_an_evaluation(years: str, award: str, made: str, conferred: str) -> None:
    """Years of study beside their label, the country of the school system; of a copy made out in another year the year of the award."""
    told = values(read(EVALUATION.format(place="(Douala, Cameroun)", years=years, award=award, made=made)))
    names = ("study.start_date", "study.end_date", "institution.country", "conferred_on", "institution.name")
    assert [told[name] for name in names] == ["2011", "2013", "CM", conferred, "Université de Ndogbong"]


def test_results_behind_dots() -> None:
    """« … 262 points sur 360 … B2 … niveau 7 »: the level of Québec's scale is no score."""
    told = values(read("TEFAQ\nTest d'évaluation de français adapté au Québec\nCCI Paris Île-de-France\nATTESTATION DE RÉSULTATS\n"
                       "Nom : MEZIANE Sofiane\nÉpreuves présentées le : 20/05/2015\n"
                       "Compréhension orale ................ 262 points sur 360 ................ B2 ................ niveau 7\n"
                       "Expression orale ..................... 352 points sur 450 ................ B2 ................ niveau 8\n"
                       "Les niveaux renvoient à l'Échelle québécoise des niveaux de compétence.\nParis, le 11/06/2015\n"))
    assert [told[f"listening.{what}"] for what in ("score", "cefr", "quebec_level")] == [262, "B2", 7]
    assert [told[f"speaking.{what}"] for what in ("score", "cefr", "quebec_level")] == [352, "B2", 8]


def test_skills_in_brackets_over_two_lines() -> None:
    """« Écouter (compréhension » / « orale) », « Lire (compréhension des » / « écrits) »."""
    told = tcf("Épreuve facultative           Points    CECR    Échelle québécoise", "Écouter (compréhension        431       B2      "
        "niveau 7",
               "orale)", "Lire (compréhension des       468       B2      niveau 8", "écrits)")
    assert [told[f"{skill}.score"].value for skill in ("listening", "reading")] == [431, 468]


def test_a_council_confers_in_its_session() -> None:
    """And the law that made the university does not."""
    told = diploma("Constituée en vertu d'une loi de l'Assemblée sanctionnée le 9 décembre 1968",
                   "À tous ceux qui verront ces lettres, salut. Sur la recommandation de la Faculté des sciences",
                   "le Conseil, en sa séance du 28 mai 2019,",
                   "a conféré le grade.", "En foi de quoi nous signons, à Ségou, le 8 juin 2019")
    assert told["conferred_on"].value == "2019-05-28"


def test_the_rate_of_a_pay_slip() -> None:
    """Under « Taux », in the row of regular pay."""
    told = values(read("BOULANGERIE DU VIEUX-MOULIN INC.          BULLETIN DE PAIE\n38, rue du Pont, Terrebonne (Québec) J6W 3A1\n"
                       "Employé : RAKOTOMALALA, Anjara\nPériode : 2025-03-02 au 2025-03-15          Date de paiement : 2025-03-20\n"
                       "Gains                    Heures     Taux       Courant      Cumulatif\n"
                       "Salaire régulier         80,00      23,7500    1 900,00     11 257,50\n"
                       "Temps supplémentaire     3,50       35,6300    124,71       356,30\nPAIE NETTE : 1 507,60 $\n"))
    assert told["position.salary"] == {"amount": 23.75, "currency": "CAD", "period": "hour"}
