"""Hours, names, dates and places as papers of five more makers print them."""

from __future__ import annotations

import pytest

from extractors.fields.hours import find_hours
from extractors.fields.names import name_at
from extractors.fields.text.plain import plain
from extractors.fields.when.dates import find_dates
from extractors.fields.where.places import country_of
from extractors.fields.where.towns import find_place


@pytest.mark.parametrize(("text", "hours"), [
    ("a normal pay period is 75 hours over two weeks", 37.5),
    ("70 heures sur deux semaines", 35),
    ("six days a week, eight hours a day", 48),
])
def test_hours_of_two_weeks_and_of_days_in_words(text: str, hours: float) -> None:
    """Half of two weeks; days times hours, in words too."""
    assert next(find_hours(plain(text))).value == hours


def test_the_label_behind_a_name_is_none_of_it() -> None:
    """« … NGỌC HUYỀN Gender: female »."""
    text = "LÊ THỊ NGỌC HUYỀN Gender: female Date of birth: 25/10/1992"
    found = name_at(text, (0, len(text)))
    assert found is not None and text[slice(*found)] == "LÊ THỊ NGỌC HUYỀN"


def test_the_middle_of_a_month_is_that_month() -> None:
    """« à la mi-août 2020 »."""
    assert [date.value for date in find_dates(plain("il est entré à la mi-août 2020"))] == ["2020-08"]


def test_the_town_before_the_letters_of_its_state() -> None:
    """Mexico prints town, state and country."""
    text = plain("Av. 5 de Febrero 1555, 76130 Querétaro, Qro., México")
    found = find_place(text, (0, len(text)))
    assert found is not None and (text[slice(*found.span)], found.country) == ("queretaro, qro., mexico", "MX")


@pytest.mark.parametrize(("text", "dates"), [
    ("chaîne 14\nDe mai 2009 à décembre 2013", ["2009-05", "2013-12"]),
    ("chaînes 9 et 10\nDe septembre 2018 à juillet 2023", ["2018-09", "2023-07"]),
    ("14 de mayo de 2009", ["2009-05-14"]),
    ("le 14e jour du mois de mai 2009", ["2009-05-14"]),
])
def test_a_number_before_de_is_no_day_in_french(text: str, dates: list[str]) -> None:
    """In Spanish it is."""
    assert [date.value for date in find_dates(plain(text))] == dates


def test_a_day_with_de_may_be_one() -> None:
    """On one row, from who writes French as another language: both readings, in doubt."""
    (date,) = find_dates(plain("le 14 de mai 2009"))
    assert (date.value, date.others, date.doubts > 0) == ("2009-05", ("2009-05-14",), True)


@pytest.mark.parametrize(("text", "country"), [
    ("the pier, killybegs, f94 x555", "IE"), ("12 main street, d02 af30", "IE"), ("annexe c12 2020", None),
    ("virus c19 avec masque", None)])
def test_an_irish_postal_code_has_letters_and_figures(text: str, country: str | None) -> None:
    """A year or a word behind a letter and two figures is none."""
    told = country_of(text)
    assert (told[0] if told else None) == country
