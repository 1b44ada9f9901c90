"""Dates of the Hijri calendars: a proposal in our calendar, always for a person to look at."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.text.plain import plain
from extractors.fields.when.dates import find_dates
from extractors.fields.when.eastern import lunar_day, solar_day


@pytest.mark.parametrize(("text", "value"), [
    ("Fait le 15 Chaabane 1441 à Oran", "2020-04-08"), ("le 1er Ramadan 1441", "2020-04-24"), ("5 Rabi' al-Awwal 1440 H", "2018-11-13"),
    ("13 Rabie II 1440", "2018-12-20"), ("1 Joumada Al Oula 1443", "2021-12-05"), ("3 Jumada II 1442", "2021-01-16"),
    ("22 Dhou al-Hijja 1442", "2021-08-01"), ("9 Dhul Qa'dah 1444", "2023-05-29"), ("12 Mordad 1399", "2020-08-02"),
    ("issued on 1 Farvardin 1400", "2021-03-21"), ("Date: 1399/05/12", "2020-08-02"), ("12/05/1399 S.H.", "2020-08-02"),
    ("05/03/1441 H", "2019-11-02"), ("1441/03/05 AH", "2019-11-02"),
])
def test_a_date_of_another_calendar_is_proposed_and_doubted(text: str, value: str) -> None:
    """The day in our calendar (the lunar ones as Umm al-Qura has them), in doubt whatever it is written like."""
    (date,) = find_dates(plain(text))

    assert value in (date.value, *date.others)
    assert date.doubts >= 2


def test_the_moon_may_have_been_seen_a_day_sooner_or_later() -> None:
    """The days beside are told as other readings; figures alone may be of either calendar."""
    (named,) = find_dates(plain("15 Chaabane 1441"))
    (bare,) = find_dates(plain("1399/05/12"))

    assert named.others == ("2020-04-07", "2020-04-09")
    assert bare.others[0] == "1979-04-09"


def test_beside_our_own_date_the_other_calendar_says_nothing_more() -> None:
    """« 05/03/1441 H correspondant au 02/11/2019 » is one date, and that one is sure."""
    (date,) = find_dates(plain("05/03/1441 H correspondant au 02/11/2019"), "dmy")

    assert (date.value, date.doubts) == ("2019-11-02", 0)


@pytest.mark.parametrize("text", ["Dossier 1399-05-12-07", "Réf. 1441/3", "31 Mehr 1399", "31 Ramadan 1441", "25 mars 2021"])
def test_numbers_and_days_that_no_calendar_has_are_no_dates(text: str) -> None:
    """File numbers and impossible days give nothing of another calendar."""
    assert all(date.value.startswith("2021-03") for date in find_dates(plain(text)))


@given(st.integers(1340, 1450), st.integers(1, 12), st.integers(1, 29))
def test_days_of_a_calendar_follow_each_other(year: int, month: int, day: int) -> None:
    """The next day of a calendar is the next day of ours, over the ends of months and years too."""
    for day_of in (lunar_day, solar_day):
        assert day_of(year, month, day) + dt.timedelta(1) == day_of(year, month, day + 1)
        following = day_of(year + month // 12, month % 12 + 1, 1)
        assert 29 <= (following - day_of(year, month, 1)).days <= 31
