"""Employment letters: prose in both languages, tables of labels, several positions; and what must not be taken for the job."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest

from extractors.evidence import DocumentReading
from extractors.extract import extract, with_clues
from tests.extractors.paper import pages
from tests.extractors.tagging.said import tagged

TODAY = dt.date(2026, 11, 22)
FR = "Meubles Bertin inc.\n12, rue des Pins, Granby (Québec) J2G 1A1\n\nGranby, le 9 octobre 2024\nATTESTATION D'EMPLOI\n"
EN = "Bertin Furniture Ltd.\n12 Pine Street, Moncton, NB E1C 1A1\n\nOctober 9, 2024\nLETTER OF EMPLOYMENT\n"


def letter(head: str, text: str) -> DocumentReading:
    end = "\nMarc Lavoie\nDirecteur général" if head == FR else "\nSincerely,\nMark Lavoie\nGeneral Manager"
    (document,) = extract(pages(head + textwrap.fill(text, 80) + end), TODAY)
    return document


def job(document: DocumentReading, group: int = 0) -> dict[str, object]:
    return {field.name.removeprefix("position."): field.value for field in document.fields if field.group == group}


PHRASES = [  # head, sentence, start, end, title
    (FR, "Monsieur Alain Koffi est à notre emploi depuis le 3 mars 2019 à titre de soudeur.", "2019-03-03", "present", "soudeur"),
    (
        FR,
        "Madame Lise Roy occupe le poste de comptable au sein de notre entreprise depuis le 3 mars 2019, et ce, jusqu'à ce jour.",
        "2019-03-03",
        "present",
        "comptable",
    ),
    (FR, "M. Alain Koffi travaille chez nous comme soudeur depuis mars 2019.", "2019-03", "present", "soudeur"),
    (
        FR,
        "Nous confirmons que Alain Koffi est employé par Meubles Bertin inc. depuis le 3 mars 2019 en qualité de soudeur.",
        "2019-03-03",
        "present",
        "soudeur",
    ),
    (
        FR,
        "Mme Lise Roy fait partie de notre personnel depuis le 3 mars 2019 ; elle y exerce les fonctions de comptable.",
        "2019-03-03",
        "present",
        "comptable",
    ),
    (
        FR,
        "Embauchée le 3 mars 2019, Mme Lise Roy occupe actuellement le poste de comptable.",
        "2019-03-03",
        "present",
        "comptable",
    ),
    (
        FR,
        "Entré en fonction le 3 mars 2019, M. Alain Koffi exerce toujours ses fonctions à la date de la présente.",
        "2019-03-03",
        "present",
        None,
    ),
    (FR, "M. Alain Koffi a occupé le poste de soudeur du 3 mars 2019 au 5 juin 2021.", "2019-03-03", "2021-06-05", "soudeur"),
    (FR, "M. Alain Koffi a été à notre emploi du 3 mars 2019 au 5 juin 2021 inclusivement.", "2019-03-03", "2021-06-05", None),
    (
        FR,
        "M. Alain Koffi a travaillé chez nous en tant que soudeur entre le 3 mars 2019 et le 5 juin 2021.",
        "2019-03-03",
        "2021-06-05",
        "soudeur",
    ),
    (FR, "M. Alain Koffi a fait partie de nos effectifs de mars 2018 à juin 2021.", "2018-03", "2021-06", None),
    (
        FR,
        "M. Alain Koffi a exercé les fonctions de soudeur durant la période allant du 03/03/2019 au 05/06/2021.",
        "2019-03-03",
        "2021-06-05",
        "soudeur",
    ),
    (
        FR,
        "M. Alain Koffi nous quitte ce jour, libre de tout engagement, après avoir travaillé depuis le 3 mars 2019.",
        "2019-03-03",
        None,
        None,
    ),
    (
        FR,
        "M. Alain Koffi a travaillé comme soudeur depuis le 3 mars 2019. Son dernier jour de travail a été le 5 juin 2021.",
        "2019-03-03",
        "2021-06-05",
        "soudeur",
    ),
    (
        FR,
        "M. Alain Koffi, embauché le 3 mars 2019, a quitté l'entreprise de son plein gré le 5 juin 2021.",
        "2019-03-03",
        "2021-06-05",
        None,
    ),
    (FR, "M. Alain Koffi a travaillé ici, et ce, du 01 au 31 mars 2023.", "2023-03-01", "2023-03-31", None),
    (FR, "À ce jour, M. Alain Koffi bénéficie d'une ancienneté de 3 ans et 4 mois.", None, None, None),
    (FR, "M. Alain Koffi a été employé de façon saisonnière chaque été de 2019 à 2022.", None, None, None),
    (
        EN,
        "Alain Koffi is currently employed with Bertin Furniture Ltd. as a welder since March 3, 2019.",
        "2019-03-03",
        "present",
        "welder",
    ),
    (
        EN,
        "Mr. Alain Koffi has been employed with us on a full-time, permanent basis since March 3, 2019.",
        "2019-03-03",
        "present",
        None,
    ),
    (
        EN,
        "This is to confirm that Alain Koffi joined Bertin Furniture on March 3, 2019 and continues to work with us to date.",
        "2019-03-03",
        "present",
        None,
    ),
    (EN, "Mr. Alain Koffi has been working as welder from March 3, 2019 to present.", "2019-03-03", "present", "welder"),
    (
        EN,
        "Mr. Alain Koffi is a full-time employee of Bertin Furniture in the position of welder, effective March 3, 2019.",
        "2019-03-03",
        "present",
        "welder",
    ),
    (EN, "Mr. Alain Koffi's hire date is March 3, 2019; current job title: welder.", "2019-03-03", None, "welder"),
    (
        EN,
        "Mr. Alain Koffi was employed by Bertin Furniture Ltd. between March 3, 2019 and June 5, 2021 as welder.",
        "2019-03-03",
        "2021-06-05",
        "welder",
    ),
    (
        EN,
        "Mr. Alain Koffi served as Welder in this organisation for the period March 3, 2019 – June 5, 2021.",
        "2019-03-03",
        "2021-06-05",
        "Welder",
    ),
    (EN, "Mr. Alain Koffi had worked here as Welder from 9th-Aug-2021 to 29th-Jul-2022.", "2021-08-09", "2022-07-29", "Welder"),
    (
        EN,
        "Mr. Alain Koffi joined the company on March 3, 2019 and worked till June 5, 2021; last designation: Welder.",
        "2019-03-03",
        "2021-06-05",
        "Welder",
    ),
    (
        EN,
        "Mr. Alain Koffi was in the service of this company w.e.f. 3 March 2019 up to 5 June 2021.",
        "2019-03-03",
        "2021-06-05",
        None,
    ),
    (
        EN,
        "We confirm having relieved Mr. Alain Koffi from services at the close of working hours of 5 June 2021.",
        None,
        "2021-06-05",
        None,
    ),
    (EN, "Mr. Alain Koffi was laid off on June 5, 2021 owing to shortage of work.", None, "2021-06-05", None),
    (
        EN,
        "Mr. Alain Koffi is working in my group as a welder from March 3, 2019 to June 5, 2021.",
        "2019-03-03",
        "2021-06-05",
        "welder",
    ),
    (
        EN,
        "Mr. Alain Koffi worked from March 3, 2019 to June 5, 2021. He was on unpaid leave from May 1, 2020 to May 31, 2020.",
        "2019-03-03",
        "2021-06-05",
        None,
    ),
]


@pytest.mark.parametrize(("head", "text", "start", "end", "title"), PHRASES)
def test_phrases(head, text, start, end, title):
    """Each phrase gives the start, end and title that it says, and nothing that it does not; the letter's own date is none of
    them."""
    document = letter(head, text)
    said = job(document)

    assert document.kind == "employment_letter"
    assert (said.get("start_date"), said.get("end_date")) == (start, end)
    assert said.get("title") == title
    assert said["person.name"] in ("Alain Koffi", "Lise Roy")
    assert said["issued_on"] == "2024-10-09"


TABLE = """
Coopérative laitière du Bas-du-Fleuve
CONFIRMATION D'EMPLOI
Nom de l'employé :             Fatou Bâ-Gagnon
Date de naissance :            3 avril 1990
Titre du poste :               technicienne en laboratoire
Date d'embauche :              4 janvier 2021
Date de fin :                  En poste
Statut :                       Régulier, temps plein
Heures par semaine :           37,5
Taux horaire :                 29,40 $

Principales tâches :
• Analyser les échantillons de lait
• Étalonner les appareils de mesure du
laboratoire central
• Tenir les registres

Rimouski, le 2 mars 2026
Odile Thériault
Directrice des ressources humaines
8, rue du Quai, Rimouski (Québec) G5L 1A1 – 418 555-0100
"""


def test_table():
    """A table of labels gives each value beside its label; tasks go on over lines."""
    (document,) = extract(pages(TABLE), TODAY)
    said = job(document)

    assert (said["start_date"], said["end_date"], said["title"]) == ("2021-01-04", "present", "technicienne en laboratoire")
    assert (said["hours_per_week"], said["full_time"]) == (37.5, True)
    assert said["salary"] == {"amount": 29.4, "currency": "CAD", "period": "hour"}
    assert said["duties"] == [
        "Analyser les échantillons de lait",
        "Étalonner les appareils de mesure du laboratoire central",
        "Tenir les registres",
    ]
    assert (said["person.name"], said["person.birth_date"]) == ("Fatou Bâ-Gagnon", "1990-04-03")
    assert (said["employer.name"], said["employer.place"], said["employer.country"]) == (
        "Coopérative laitière du Bas-du-Fleuve",
        "Rimouski (Québec)",
        "CA-QC",
    )
    assert (said["signatory.name"], said["signatory.title"]) == ("Odile Thériault", "Directrice des ressources humaines")
    assert said["issued_on"] == "2026-03-02"


SEVERAL = [
    (
        FR,
        (
            "M. Alain Koffi a d'abord occupé le poste de manoeuvre (3 mars 2017 – 4 mai 2019), puis celui de soudeur depuis le "
            "5 mai 2019."
        ),
    ),
    (
        EN,
        (
            "Mr. Alain Koffi held the following positions: manoeuvre (March 3, 2017–May 4, 2019), soudeur (May 5, 2019–June 5, "
            "2021)."
        ),
    ),
    (EN, "Mr. Alain Koffi was initially hired as a manoeuvre on March 3, 2017 and was promoted to soudeur on May 5, 2019."),
]


@pytest.mark.parametrize(("head", "text"), SEVERAL)
def test_several_positions(head, text):
    """Several positions of one letter are groups, the latest first, each with its own title and start."""
    document = letter(head, text)

    assert (job(document, 0)["title"], job(document, 0)["start_date"]) == ("soudeur", "2019-05-05")
    assert (job(document, 1)["title"], job(document, 1)["start_date"]) == ("manoeuvre", "2017-03-03")


def test_table_of_positions():
    """A table with a row a position gives a group a row."""
    text = (
        EN
        + "Mr. Alain Koffi has held the following positions:\n"
        + "\n".join(
            (
                "Position              From              To                Hours per week",
                "Welder                5 May 2019        Present           40",
                "Welder's helper       3 March 2017      4 May 2019        20",
            )
        )
        + "\nSincerely,\nMark Lavoie\nGeneral Manager"
    )
    (document,) = extract(pages(text), TODAY)

    assert (job(document, 0)["start_date"], job(document, 0)["end_date"], job(document, 0)["hours_per_week"]) == (
        "2019-05-05",
        "present",
        40,
    )
    assert (job(document, 1)["title"], job(document, 1)["end_date"], job(document, 1)["hours_per_week"]) == (
        "Welder's helper",
        "2019-05-04",
        20,
    )


def test_two_periods_without_positions():
    """Two periods that are no list of positions leave the one that is given in doubt."""
    document = letter(
        EN,
        "Mr. Alain Koffi worked with us from March 3, 2015 to June 5, 2016 and was employed again from May 1, 2018 to July "
        "8, 2020.",
    )

    assert all(field.confidence < 0.7 for field in document.fields if field.name in ("position.start_date", "position.end_date"))


def test_ambiguous_dates():
    """Dates that can be read two ways keep both readings where neither language nor country decides."""
    document = letter(EN, "Mr. Alain Koffi worked with us as a welder from 03/04/2019 to 06/05/2021.")
    start = next(field for field in document.fields if field.name == "position.start_date")

    assert start.confidence < 0.7
    assert {start.value, *(other.value for other in start.alternatives)} == {"2019-04-03", "2019-03-04"}


def test_french_letters_write_the_day_first():
    """In a French letter 03/04 is the third of April."""
    said = job(letter(FR, "M. Alain Koffi a travaillé chez nous du 03/04/2019 au 06/05/2021."))

    assert (said["start_date"], said["end_date"]) == ("2019-04-03", "2021-05-06")


def test_distracting_dates():
    """Reviews, projects, births and trainings date nothing of the job."""
    said = job(
        letter(
            FR,
            "M. Alain Koffi, né le 2 mai 1985, a travaillé chez nous comme soudeur du 3 mars 2019 au 5 juin 2021. "
            "L'évaluation annuelle du 17 juillet 2020 "
            "s'est révélée très satisfaisante. Il a participé au projet livré le 30 mars 2021.",
        )
    )

    assert (said["start_date"], said["end_date"], said["person.birth_date"]) == ("2019-03-03", "2021-06-05", "1985-05-02")


def test_end_before_start():
    """An end before its start is told and doubted."""
    document = letter(FR, "M. Alain Koffi a travaillé chez nous comme soudeur du 3 mars 2021 au 5 juin 2019.")

    assert "date_conflict" in {issue.code for issue in document.issues}
    assert all(field.confidence < 0.95 for field in document.fields if field.name in ("position.start_date", "position.end_date"))


def test_internship():
    """An attestation of internship is a letter whose position is an internship."""
    document = letter(
        FR.replace("D'EMPLOI", "DE STAGE"),
        "M. Alain Koffi a effectué un stage de soudeur chez nous du 3 mars 2021 au 5 juin 2021.",
    )

    assert document.kind == "employment_letter"
    assert job(document)["internship"] is True


def test_supervising_interns_is_no_internship():
    """Who trained the interns was none."""
    assert "internship" not in job(
        letter(FR, "M. Alain Koffi est à notre emploi depuis le 3 mars 2019 à titre de soudeur et forme les stagiaires.")
    )


def test_missing_details():
    """Details that immigration asks for and the letter lacks are told."""
    document = letter(FR, "M. Alain Koffi a été à notre emploi du 3 mars 2019 au 5 juin 2021.")

    assert {"position.hours_per_week", "position.duties", "position.title"} <= {
        issue.field for issue in document.issues if issue.code == "missing_field"
    }


def test_offer_is_no_letter():
    """An offer is another kind: nothing of it has been worked."""
    text = (
        FR.replace("ATTESTATION D'EMPLOI", "Objet : Offre d'emploi")
        + "Madame Lise Roy,\nNous avons le plaisir de vous offrir le poste de comptable.\nVotre entrée en fonction est "
        "prévue le 3 avril 2026.\nMarc Lavoie\nDirecteur"
    )
    (document,) = extract(pages(text), TODAY)

    assert document.kind == "job_offer"
    assert job(document)["start_date"] == "2026-04-03"


def test_dates_that_nothing_accounts_for():
    """A date that no phrase explains makes start and end doubtful: it may bound a time that was not understood."""
    told = "Mme Lise Roy est à notre emploi depuis le 3 mars 2019 à titre de comptable."
    odd = FR + told + " Le 4 mai 2021, autre chose.\nMarc Lavoie\nDirecteur général"
    ((unexplained, _),) = with_clues(pages(odd), TODAY, tag=lambda paper, _: tagged(paper))

    for name in ("position.start_date", "position.end_date"):
        plain, doubted = (next(field.confidence for field in document.fields if field.name == name)
                          for document in (letter(FR, told), unexplained))
        assert doubted < 0.95 <= plain


def test_months_said_as_months():
    """« depuis le mois de mai 2017 jusqu'au mois d'octobre 2020 » is a period."""
    said = job(
        letter(FR, "Mme Lise Roy a été à notre emploi depuis le mois de mai 2017 jusqu'au mois d'octobre 2020 comme comptable.")
    )

    assert (said["start_date"], said["end_date"]) == ("2017-05", "2020-10")
