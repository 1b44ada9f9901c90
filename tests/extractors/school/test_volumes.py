"""How much study: totals, never denominators, never one course."""

from __future__ import annotations

import pytest

from tests.extractors.school.reading import diploma, transcript

CREDITS = [
    (("ce qui lui confère 180 crédits européens.",), 180),
    (("Session : Juillet 2016 Mention : Passable MGP : 2,31/4 Crédits : 180",), 180),
    (("Total des crédits : 96.",), 96),
    (("Total crédits ECTS : 120 - Résultat : ADMIS",), 120),
    (("Total units earned: 178",), 178),
    (("Credits earned: 120      GPA 3.45/4",), 120),
    (("Crédits réussis : 90      Moyenne cumulative : 3,45/4,3",), 90),
    (("Course      Max. marks      Secured      Credits", "Circuits    100             71           28",
      "Machines    100             65           32", "TOTAL       200             136          60"), 60),
    (("UE          Coef.    Note/20    ECTS", "S1          30       11,84      30", "S2          30       12,06      30"), None),
    (("ce qui lui confère le grade de licence (180", "crédits européens)."), 180),
    (("Crédits capitalisés (L1 à L3) : 180",), 180),
    (("Total des unités obtenues : 91,66",), 91.66),
    (("Moyenne : 14,25/20      Crédits obtenus",), None),
    (("CGPA 3.1/4 credits",), None),
    (("Statics      3 credits      A",), None),
    (("Dynamics      4 credits      A", "Hydraulics      3 credits      B"), None),
]


@pytest.mark.parametrize(("lines", "credits"), CREDITS, ids=[lines[-1][:40] for lines, _ in CREDITS])
def test_credits(lines: tuple[str, ...], credits: float | None) -> None:
    """Credits are the total that is told; a mark's denominator, a heading and one course's credits are not."""
    read = transcript(*lines)

    assert (read["study.credits"].value if "study.credits" in read else None) == credits


def test_more_credits_elsewhere_are_a_doubt() -> None:
    """A total that is less than another figure of credits is not given surely."""
    assert transcript("Total credits: 60", "a programme of 120 credits")["study.credits"].confidence < 0.8


MONTHS = [
    ("Durée de la formation : trente (30) mois", 30),
    ("a suivi une formation de 18 mois", 18),
    ("d'une durée de 24 mois", 24),
    ("duration of the course: 36 months", 36),
    ("stage de 2 mois dans une entreprise", None),
    ("valable 6 mois", None),
]


@pytest.mark.parametrize(("line", "months"), MONTHS)
def test_months(line: str, months: int | None) -> None:
    """Months are those of the course, in figures or in brackets behind words."""
    read = diploma(line, "Fait à Bamako, le 9 mars 2018")

    assert (read["study.months"].value if "study.months" in read else None) == months


HOURS = [
    ("d'une durée de 1 800 heures", 1800),
    ("d'une durée totale de 900 h", 900),
    ("Nombre d'heures : 1 350", 1350),
    ("à raison de 35 heures par semaine", None),
    ("40 heures de bénévolat", None),
]


@pytest.mark.parametrize(("line", "hours"), HOURS)
def test_hours(line: str, hours: int | None) -> None:
    """Hours are those of the whole program, not of a week."""
    read = diploma(line, "Fait à Bamako, le 9 mars 2018")

    assert (read["study.hours"].value if "study.hours" in read else None) == hours


def test_hours_are_the_total_of_their_column() -> None:
    """« Heures » heads a column, « Total » its last row."""
    table = ("Cours          Titre          Heures     Unités", "410-A12        Initiation     45         1,66",
             "410-B34        Comptabilité   75         2,66", "Total                         585        18,65")
    assert transcript(*table)["study.hours"].value == 585
