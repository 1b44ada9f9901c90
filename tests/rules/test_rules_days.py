"""Partial dates are spans; months and birthdays end where the contract says."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.core.days import Day, add_months, birthday, first_after, parse_day
from rules.core.outcome import NO, UNKNOWN, YES

DATES = st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_partial_date_is_its_span(text: str, first: str, last: str) -> None:
    """A month is all its days, a year all its days, and each is written back as it came."""
    found = parse_day(text)

    assert (found.first.isoformat(), found.last.isoformat(), str(found)) == (first, last, text)


@pytest.mark.parametrize(
    "text", ["2023-02-29", "2023-13", "2023-00", "2023-00-10", "2023-1-1", "soon", "", "0001", "2023-02-00", "２０２３"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Days that the calendar does not have are refused."""
    with pytest.raises(ValueError, match=r"date|calendar|years"):
        parse_day(text)


def test_comparison_holds_for_every_day_or_is_unknown() -> None:
    """Met only if it holds for all days meant, not met only if for none."""
    march = parse_day("2023-03")

    assert march.on_or_before(dt.date(2023, 3, 31)) == YES
    assert march.on_or_before(dt.date(2023, 3, 30)) == UNKNOWN
    assert march.on_or_before(dt.date(2023, 3, 1)) == UNKNOWN
    assert march.on_or_after(dt.date(2023, 3, 31)) == UNKNOWN
    assert march.on_or_before(dt.date(2023, 2, 28)) == NO
    assert march.on_or_after(dt.date(2023, 3, 1)) == YES
    assert march.on_or_after(dt.date(2023, 4, 1)) == NO


@given(DATES, DATES, DATES, DATES)
def test_widening_a_span_never_makes_certainty(one: dt.date, two: dt.date, three: dt.date, limit: dt.date) -> None:
    """Whatever is certain of a wider span is certain, and the same, of a narrower one."""
    first, middle, last = sorted((one, two, three))
    wide, narrow = Day(first, last), Day(first, middle)

    assert wide.on_or_before(limit) in (UNKNOWN, narrow.on_or_before(limit))
    assert wide.on_or_after(limit) in (UNKNOWN, narrow.on_or_after(limit))


def test_near_is_a_day_at_most_from_either_end() -> None:
    """A day before and a day after are near, two are not."""
    whole = parse_day("2023-03-15")

    assert [whole.near(dt.date(2023, 3, day)) for day in (13, 14, 15, 16, 17)] == [False, True, True, True, False]
    assert parse_day("2023-03").near(dt.date(2023, 4, 1)) and not parse_day("2023-03").near(dt.date(2023, 3, 15))


@given(DATES, st.integers(0, 60))
def test_first_day_on_which_a_date_is_too_old(date: dt.date, months: int) -> None:
    """On it the date lies before the look-back, on its eve it does not yet: whatever the lengths of the months."""
    found = first_after(date, months)

    assert date < add_months(found, -months)
    assert date >= add_months(found - dt.timedelta(days=1), -months)


def test_months_end_on_the_last_day_where_theirs_is_missing() -> None:
    """A month after 31 January is the last of February; born on 29 February is of age on 1 March."""
    assert add_months(dt.date(2023, 1, 31), 1) == dt.date(2023, 2, 28)
    assert add_months(dt.date(2024, 2, 29), -24) == dt.date(2022, 2, 28)
    assert birthday(dt.date(2004, 2, 29), 18) == dt.date(2022, 3, 1)
