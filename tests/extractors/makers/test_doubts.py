"""What makes a value doubtful that looks plain: words that ran over, parts of longer names, kinds that are hardly told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.evidence import DocumentReading
from extractors.fields.finding import Finding
from extractors.kinds.plausible import weigh_words
from extractors.paper import read_paper
from tests.extractors.paper import pages, read, values

SURE = 0.95
NO_PAPER = read_paper(pages("-"))


def sure(document: DocumentReading, name: str) -> bool:
    """Whether a field is given surely."""
    return next(field.confidence for field in document.fields if field.name == name) >= SURE


@pytest.mark.parametrize(("name", "words"), [
    ("credential.field", "Informatique a obtenu les notes suivantes"),
    ("credential.field", "des Systèmes Automatisés"),
    ("credential.title", "Master of Science in the subject of Organic Chemistry in the Faculty"),
    ("employer.name", "I accept this offer."),
    ("employer.name", "Québec ❖❖"),
    ("employer.name", "Clinique des"),
    ("institution.name", "UNIVERSITÉ"),
    ("institution.name", "Cégep du Lac et conformément au Règlement,"),
    ("institution.name", "Translation from Spanish – original: university title"),
    ("position.title", "Titre du poste Désosseur"),
    ("position.title", "HVAC Supervisor (as per labour contract)"),
    ("position.title", "Téléconseiller affecté au plateau"),
    ("position.title", "professeure de e mathématiques"),
])
def test_words_that_ran_over_are_doubted(name: str, words: str) -> None:
    """A sentence, a label, an ornament or a stop is no part of a name."""
    (found,) = weigh_words(NO_PAPER, [Finding(name, words, (), "phrase")])

    assert found.doubts == 1


@pytest.mark.parametrize(("name", "words"), [
    ("employer.name", "Operadora Turística Caracol del Pacífico, S.A. de C.V."),
    ("employer.name", "Auberge du Lac-à-l'Orignal inc."),
    ("employer.name", "Boréal Kiln & Brick Ltd."),
    ("employer.name", "Metalúrgica Serra Clara Ltda."),
    ("employer.name", "Les Serres du Rang enr."),
    ("institution.name", "Université Louis-Hémon"),
    ("position.title", "dessinatrice-projeteuse"),
    ("position.title", "Pharmacist (Grade II)"),
    ("position.title", "Chef d'agence à Darou Mousty"),
    ("position.title", "Auxiliar de cocina y sala"),
    ("signatory.title", "Vice-President, People & Culture"),
])
def test_names_and_titles_as_they_are_made_are_not_doubted(name: str, words: str) -> None:
    """Legal forms, hyphens, grades and « à » belong to them."""
    (found,) = weigh_words(NO_PAPER, [Finding(name, words, (), "phrase")])

    assert found.doubts == 0


def test_a_name_beside_its_label_is_whole() -> None:
    """Whatever begins with a capital in the row below; in a sentence of two columns the name may go on there."""
    labels = read_paper(pages("Nom de la personne salariée : Ruiz, Ana\tMatricule\nAdresse du lieu de travail : Roberval\t4471\n"))
    start = labels.text.index("Ruiz")
    name = Finding("person.name", "Ruiz, Ana", ((start, start + len("Ruiz, Ana")),), "label")

    assert [one.doubts for one in weigh_words(labels, [name, replace(name, pattern="phrase")])] == [0, 1]


def test_a_name_that_is_said_only_inside_of_a_longer_one_is_doubted() -> None:
    """The head's first line was read apart from the second half of the name."""
    letter = ("{head}\nRoute 132, Matane (Québec) G4W 1A1\nLe 4 mai 2025\nConfirmation d'emploi\n"
              "Les Viandes Cap-Seize inc. confirme que M. Luc Roy travaille chez nous comme boucher depuis le 3 mars 2020.\n")
    apart, whole = read(letter.format(head="Cap-Seize inc.")), read(letter.format(head="Les Viandes Cap-Seize inc."))

    assert not sure(apart, "employer.name")
    assert sure(whole, "employer.name")
    assert values(whole)["employer.name"] == "Les Viandes Cap-Seize inc."


def test_a_letter_that_tells_of_a_later_day_leaves_its_own_date_in_doubt() -> None:
    """« Signed on » speaks of another paper where the letter tells of a leave that came after."""
    letter = ("Ferme Kellar inc.\nRang 4, Coaticook (Québec) J1A 2S2\nTo whom it may concern,\n"
              "Ms. Ana Ruiz has been employed with us as a farm worker since May 30, 2019.{more}\n"
              "Given at Coaticook this 3rd day of March 2021.\nJo Kellar\nOwner\n")
    plain, later = read(letter.format(more="")), read(letter.format(more=" She came back to the dairy on June 7, 2022."))

    assert sure(plain, "issued_on")
    assert not sure(later, "issued_on")


def test_a_paper_whose_kind_is_hardly_told_gives_nothing_surely() -> None:
    """An attestation of a school that tells little of work, and nothing of pay or duties."""
    document = read("Collège Mixte Les Amandiers\nDelmas, Haïti\nLicence MENFP : S-1552\nPort-au-Prince, le 5 juin 2025\nATTESTATION\n"
                    "Le Collège atteste que M. Wilner Étienne, porteur d'une licence en sciences, est des nôtres depuis septembre 2016.\n")

    assert document.fields
    assert all(field.confidence < SURE for field in document.fields)


def test_a_list_of_tasks_without_bullets_is_doubted() -> None:
    """Where no mark tells where a task begins, a row may be one or half of one."""
    letter = ("Nordet inc.\n310, rue Bank, Sherbrooke (Québec) J1H 1A1\nLe 4 mai 2025\nAttestation d'emploi\n"
              "Nous attestons que M. Luc Roy travaille chez nous comme soudeur depuis le 3 mars 2020.\nPrincipales tâches :\n"
              "{0} lire les plans de fabrication\n{0} souder les cadres d'acier\n{0} contrôler les soudures\n"
              "Cordialement,\nAna Ruiz\nDirectrice\n")
    bulleted, bare = read(letter.format("•")), read(letter.format("   "))

    assert values(bulleted)["position.duties"] == values(bare)["position.duties"]
    assert sure(bulleted, "position.duties")
    assert not sure(bare, "position.duties")


@pytest.mark.parametrize(("told", "is_sure"), [
    ("Her current job title is Senior Analyst, Anti-Money Laundering.", False),
    ("Her current job title is Senior Analyst, and she works in Montréal.", True),
])
def test_a_title_that_may_go_on_behind_its_comma_is_doubted(told: str, *, is_sure: bool) -> None:
    """A comma and a capital: more of the title, or a place."""
    document = read("Laurier Bank\n1100 Peel Street, Montréal, QC H3B 0A5\nNovember 3, 2025\nTo whom it may concern:\n"
                    f"Ms. Anjali Rao joined the Bank on January 13, 2020 and continues to be an employee. {told}\n"
                    "Yours truly,\nJo Kellar\nManager\n")

    assert values(document)["position.title"] == "Senior Analyst"
    assert sure(document, "position.title") == is_sure


FIRM = "Ferme Kellar inc.\nRang 4, Coaticook (Québec) J1A 2S2\nLe 19 janvier 2026\nAttestation de travail\n"


def test_an_end_after_the_letters_own_day_is_doubted() -> None:
    """It is a contract's, which says nothing of when the job ends."""
    said = ("M. Luc Roy travaille pour nous comme ouvrier agricole depuis le 6 mars 2023. Le contrat actuel couvre la période jusqu'au"
            " 5 mars 2027.\nJo Kellar\nPropriétaire\n")
    assert not any(field.confidence >= SURE for field in read(FIRM + said).fields
                   if field.name == "position.end_date" and field.value != "present")


@pytest.mark.parametrize(("below", "doubted"), [
    ("Systems, is awarded the diploma of this institute on this day.", True),
    ("and is hereby awarded the diploma of this institute.", False),
])
def test_capitals_that_may_go_on_in_the_next_line_are_doubted(below: str, doubted: bool) -> None:
    """« Electrical Power / Systems »: the line was full, and the next one begins with a capital too."""
    paper = read_paper(pages(f"having fulfilled all the requirements in the field of Electrical Power\n{below}\n"))
    start = paper.text.index("Electrical")
    finding = Finding("credential.field", "Electrical Power", ((start, start + len("Electrical Power")),), "phrase")
    assert [one.doubts for one in weigh_words(paper, [finding])] == [int(doubted)]


@pytest.mark.parametrize(("below", "doubted"), [("mécanique                          (DEC)", True), ("Session A-2021", False)])
def test_a_value_that_goes_on_small_below_in_its_column_is_doubted(below: str, doubted: bool) -> None:
    """A narrow column breaks « Techniques de génie / mécanique »."""
    paper = read_paper(pages(f"Techniques de génie                Sanction : Diplôme d'études\n{below}\n"))
    finding = Finding("credential.field", "Techniques de génie", ((1, 1 + len("Techniques de génie")),), "phrase")
    assert [one.doubts for one in weigh_words(paper, [finding])] == [int(doubted)]
