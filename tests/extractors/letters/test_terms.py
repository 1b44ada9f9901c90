"""Hours and pay in the figures, words and currencies of many countries, and figures that are neither."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.fields.hours import find_hours
from extractors.fields.money import find_pay, in_country
from extractors.fields.text.plain import plain
from tests.extractors.letters.reading import letter, positions

HOURS = (
    ("à raison de vingt-quatre (24) heures par semaine", 24),
    ("forty-five (45) hours per week", 45),
    ("45 (quarante-cinq) heures par semaine", 45),
    ("48 (forty-eight) hours a week", 48),
    ("dix-huit heures de cours par semaine", 18),
    ("quarante et une heures par semaine", None),
    ("quarante-deux heures par semaine", 42),
    ("thirty six hours per week", 36),
    ("a 40-hour work week", 40),
    ("a weekly workload of 44 hours", 44),
    ("working 44 hours weekly", 44),
    ("une durée hebdomadaire de travail de 38 heures", 38),
    ("à temps plein (35 heures)", 35),
    ("17 h ½ par semaine", 17.5),
    ("37 1/2 heures par semaine", 37.5),
    ("trente-sept heures et demie par semaine", 37.5),
    ("trente-sept heures trente (37,5 h) par semaine", 37.5),
    ("75 heures aux deux semaines", 37.5),
    ("8 hours per day, 6 days a week", 48),
    ("eight (8) hours per day, five (5) days per week", 40),
    ("six days a week, 8 hours daily", 48),
    ("un horaire mensuel de 151,67 heures", 35),
    ("un volume de 1 950 heures par an", None),
    ("ouvert 24 heures sur 24", None),
    ("entre 20 et 25 heures par semaine", None),
    ("de 8 h à 17 h", None),
    ("cours de 45 heures", None),
)


@pytest.mark.parametrize(("text", "value"), HOURS)
def test_hours_a_week(text: str, value: float | None) -> None:
    """Figures, words and both, by week, day or fortnight; no totals, opening hours or ranges."""
    assert next((hours.value for hours in find_hours(plain(text))), None) == value


@pytest.mark.parametrize("text", ["8 hours per day, 6 days a week", "75 heures aux deux semaines", "horaire mensuel de 151,67 heures"])
def test_hours_that_are_reckoned_are_doubted(text: str) -> None:
    """What has to be multiplied or divided is doubted twice."""
    assert [hours.doubts for hours in find_hours(plain(text))] == [2]


PAY = (
    ("His annual emolument stood at N1,860,000.00", "NG", (1860000, "NGN", "year")),
    ("Basic monthly salary: P28,500.00", "PH", (28500, "PHP", "month")),
    ("Her last drawn salary was Rs. 23,400/- per month", "IN", (23400, "INR", "month")),
    ("Son salaire était de 20,12 $ l'heure", "CA", (20.12, "CAD", "hour")),
    ("un salaire mensuel de 2.350.000 pesos colombiens", "CO", (2350000, "COP", "month")),
    ("Rémunération brute mensuelle en fin de contrat : 685 000 F CFA", "SN", (685000, "XOF", "month")),
    ("un salaire mensuel brut de 1 485,750 DT", "TN", (1485.75, "TND", "month")),
    ("a monthly salary of R$ 3,250.00", "BR", (3250, "BRL", "month")),
    ("Her salary is N1,860,000.00 a year", "KE", None),
    ("Her salary is $45k per year", "US", None),
    ("Rs. 5.4 lakhs per annum as salary", "IN", None),
    ("a wage of $18.00 to $22.00 per hour", "US", None),
    ("un salaire de 18 $ à 22 $ l'heure", "CA", None),
    ("une prime de 500 $ par mois", "CA", None),
)


@pytest.mark.parametrize(("text", "country", "value"), PAY)
def test_pay(text: str, country: str, value: tuple[Any, ...] | None) -> None:
    """Amount, currency and time as said; nothing for ranges, thousands and lakhs, bonuses, or signs that the country has not."""
    found = [(pay.amount, currency, pay.period) for pay in find_pay(plain(text)) if (currency := in_country(pay.currency, country))]
    assert (found[0] if found else None) == value


def test_a_date_is_no_pay() -> None:
    """Figures of a date beside a currency's sign are no amount."""
    (said,) = positions(letter(
        "Ferme Roy\nGranby (Québec)\nAttestation d'emploi\nM. Sow travaille chez nous comme ouvrier depuis le 3 mai 2019.\n"
        "Son salaire annuel, révisé le 1er janvier 2023 $, est confidentiel."
    ))
    assert "salary" not in said


def test_a_cell_is_no_part_of_the_next() -> None:
    """The figure of one cell takes no currency from the next one."""
    said = positions(letter(
        "Employment certificate\nWe certify that Mr. Jose Perez was employed by us.\n"
        "Position             Start          End            Weekly hours    Monthly salary\n"
        "Clerk                01 Mar 2012    31 Dec 2014    44              USD 900\n"
        "Senior Accountant    01 Jan 2015    30 Jun 2020    44              USD 1,400"
    ))
    assert [(job["hours_per_week"], job["salary"]["amount"]) for job in said] == [(44, 1400), (44, 900)]


LABELS = (
    ("Semaine normale de travail\n35 heures, du lundi au vendredi", 35),
    ("Work schedule : 40 hours per week, night shift", 40),
    ("Nombre d'heures hebdomadaires : 36", 36),
    ("Hours: 44/wk", 44),
    ("Horaire : 8 h 30 à 16 h 30", None),
    ("Working hours: 8:00 to 17:00", None),
)


@pytest.mark.parametrize(("text", "value"), LABELS)
def test_hours_beside_a_label(text: str, value: float | None) -> None:
    """A label beside or above its value gives hours a week; times of the clock are none."""
    (said,) = positions(letter("Attestation d'emploi\nNotre employé, M. Ali Sow\nPoste : soudeur\nDate d'embauche : 3 mai 2019\n" + text))
    assert said.get("hours_per_week") == value
