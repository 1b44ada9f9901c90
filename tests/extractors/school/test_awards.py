"""When a credential was awarded: not when it was printed, registered, or when its holder was born."""

from __future__ import annotations

import pytest

from extractors.fields.text.plain import plain
from extractors.fields.when.dates import find_dates
from extractors.fields.when.latin import roman
from tests.extractors.school.reading import diploma, transcript

PRINTED = "Délivré à Bamako, le 9 mars 2018"

AWARDED = [
    ("Date d'obtention : juin 2017", "2017-06"),
    ("Date d'octroi du diplôme : 14 juin 2017", "2017-06-14"),
    ("Date de collation du grade : 2017-06-14", "2017-06-14"),
    ("Vu le procès-verbal du jury des examens en date du 22 juin 2017,", "2017-06-22"),
    ("Vu le procès-verbal de délibération du jury de fin de formation en date du 22/06/2017 ;", "2017-06-22"),
    ("Vu les délibérations du jury réuni le 22 juin 2017,", "2017-06-22"),
    ("avec la mention Bien, session 1, jury du 30\njuin 2017.", "2017-06-30"),
    ("Diplôme obtenu le 20 juin 2017, acte n° 755", "2017-06-20"),
    ("a obtenu le 14 juin 2017 le grade de licencié", "2017-06-14"),
    ("diplôme octroyé le 14 juin 2017", "2017-06-14"),
    ("conferred on June 14, 2017", "2017-06-14"),
    ("Date of graduation: June 14, 2017", "2017-06-14"),
    ("Degree conferred: 14 June 2017", "2017-06-14"),
    ("having on the 14th day of June, 2017 been awarded the degree", "2017-06-14"),
    ("and of the graduation ceremony held on June 14, 2017,", "2017-06-14"),
    ("colação de grau em 14 de junho de 2017", "2017-06-14"),
]


@pytest.mark.parametrize(("line", "day"), AWARDED, ids=[line[:40] for line, _ in AWARDED])
def test_words_of_an_award(line: str, day: str) -> None:
    """A label, a jury, a ceremony or a sentence tell the award; the closing formula the paper's own day."""
    read = diploma(line, PRINTED)

    assert (read["conferred_on"].value, read["issued_on"].value) == (day, "2018-03-09")


NO_AWARD = [
    "née le 14 juin 1995 à Mopti",
    "Vu le décret du 14 juin 1995 portant statut de l'université,",
    "Vu l'arrêté n° 12 du 14 juin 1995 fixant le régime des études,",
]


@pytest.mark.parametrize("line", NO_AWARD)
def test_dates_of_other_things(line: str) -> None:
    """A birth, a decree, an order are no award: the one date left is."""
    assert diploma(line, PRINTED)["conferred_on"].value == "2018-03-09"


def test_a_session_makes_the_day_of_printing_doubtful() -> None:
    """Where only a session and a closing formula are told, the award may have been in either: a person is asked."""
    assert diploma("Session : juillet 2017", PRINTED)["conferred_on"].confidence < 0.95


def test_juries_that_differ_are_doubted() -> None:
    """Two days of juries cannot both be the award's."""
    read = diploma("Vu le procès-verbal du jury du 2 juin 2016,", "Vu la délibération du jury du 30 juin 2017,", PRINTED)

    assert read["conferred_on"].confidence < 0.8


TRANSCRIPTS = [
    ("Date Graduated: March 28, 2014", "2014-03-28"),
    ("Sanction : diplôme d'études collégiales décerné le 15 juin 2014", "2014-06-15"),
    ("Grade obtenu : Bachelier en ingénierie (B. Ing.), le 12 juin 2014", "2014-06-12"),
    ("Total crédits ECTS : 120 - Résultat : ADMIS - Jury du 02/07/2014", "2014-07-02"),
    ("was awarded the Degree of Bachelor of Laws on September 12, 2014.", "2014-09-12"),
    ("Date printed: June 4, 2014", None),
    ("Registered on June 4, 2014", None),
    ("Admitted on September 4, 2010", None),
    ("Diplôme obtenu - relevé imprimé le 4 juin 2014", None),
]


@pytest.mark.parametrize(("line", "day"), TRANSCRIPTS)
def test_awards_on_transcripts(line: str, day: str | None) -> None:
    """A transcript tells an award in words or not at all; its own day is never one."""
    read = transcript(line)

    assert (read["conferred_on"].value if "conferred_on" in read else None) == day


LATIN = [
    ("Datum die vicesimo octavo mensis Maii Anno Domini MMXIV", "2014-05-28"),
    ("die XII mensis Iunii A.D. 2019", "2019-06-12"),
    ("mensis Junii die septimo, anno Domini MMXIX", "2019-06-07"),
    ("die prima Iulii anno MMVIII", "2008-07-01"),
    ("die octavo decimo mensis Martii Anno Domini MMXX", "2020-03-18"),
    ("this 7th day of June, A.D. MMXIX", "2019-06-07"),
    ("June 7, A.D. 2019", "2019-06-07"),
    ("the seventh day of June in the year of our Lord two thousand and nineteen", "2019-06-07"),
]


@pytest.mark.parametrize(("text", "day"), LATIN)
def test_latin_dates(text: str, day: str) -> None:
    """Ordinals, Roman figures and the years of the Lord are dates like others."""
    assert [date.value for date in find_dates(plain(text))] == [day]


@pytest.mark.parametrize("text", ["die XXXI mensis Iunii MMXIX", "mensis Maii MMIIX", "die quodam mensis Maii MMXIX"])
def test_latin_that_is_no_date(text: str) -> None:
    """A day that no month has, figures that Rome never wrote, a day that is none: no date."""
    assert [date for date in find_dates(plain(text)) if len(date.value) == 10] == []


@pytest.mark.parametrize(("figures", "number"), [("mmxix", 2019), ("mcmxciv", 1994), ("iiii", None), ("", None), ("vx", None)])
def test_roman_figures(figures: str, number: int | None) -> None:
    """Roman figures are read as Rome wrote them or not at all."""
    assert roman(figures) == number
