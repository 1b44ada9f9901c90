"""How time is counted (contract/assessment.md), and the bounds that dates leave."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.core.worktime import MONTH, Run, clipped, merged, time_of
from tests.rules.people import ORDERLY_JOB, Json, condition, orderly

DAY = dt.timedelta(days=1)
START = dt.date(2021, 1, 1)


def run(start: str, last: str) -> Run:
    """From a first to a last day, both included."""
    return Run(dt.date.fromisoformat(start), dt.date.fromisoformat(last) + DAY)


RUNS = st.lists(st.tuples(st.integers(0, 900), st.integers(1, 200)), max_size=5).map(
    lambda pairs: [Run(START + DAY * first, START + DAY * (first + length)) for first, length in pairs]
)


@pytest.mark.parametrize(
    ("start", "last", "months", "days"),
    [
        ("2023-02-01", "2023-02-28", 1, 0),
        ("2023-02-15", "2023-03-14", 1, 0),
        ("2023-04-30", "2023-05-29", 1, 0),
        ("2023-01-01", "2023-01-30", 0, 30),
        ("2022-04-11", "2024-05-20", 25, 10),
        ("2023-01-01", "2023-12-31", 12, 0),
        ("2023-01-31", "2025-01-30", 24, 0),
        ("2022-05-21", "2024-05-20", 24, 0),
        ("2022-05-22", "2024-05-20", 23, 30),
    ],
)
def test_months_and_odd_days(start: str, last: str, months: int, days: int) -> None:
    """A calendar month is a month, and so is a stretch to the eve of the same day a month later."""
    whole, odd = divmod(time_of([run(start, last)]), MONTH)

    assert (whole, odd) == (months, days)


@given(RUNS, RUNS)
def test_more_days_are_never_less_time(some: list[Run], more: list[Run]) -> None:
    """Adding days never shortens the time, else knowing more could turn met into not met."""
    assert time_of(merged(some)) <= time_of(merged(some + more))


@given(RUNS, st.integers(0, 900))
def test_splitting_or_repeating_a_job_changes_nothing(runs: list[Run], at: int) -> None:
    """Two jobs that touch are one, and no day counts twice."""
    cut = START + DAY * at
    halves = [half for one in runs for half in (one.within(dt.date.min, cut), one.within(cut, dt.date.max)) if half]

    assert merged(halves + runs) == merged(runs)


@given(RUNS, st.integers(0, 900), st.integers(0, 400))
def test_runs_hold_exactly_the_days(runs: list[Run], first: int, length: int) -> None:
    """Clipping and merging keep each day of the window once: compared with a day-by-day count."""
    start, end = START + DAY * first, START + DAY * (first + length)
    days = {start + DAY * n for n in range(length)} & {one.start + DAY * n for one in runs for n in range((one.end - one.start).days)}

    assert sum((one.end - one.start).days for one in clipped(runs, start, end)) == len(days)


def test_a_run_that_ends_where_the_window_begins_has_nothing_in_it() -> None:
    """What touches a window at either end lies outside of it: no run, not an empty one."""
    january, february = run("2021-01-01", "2021-01-31"), run("2021-02-01", "2021-02-28")

    assert january.within(*february) is None
    assert february.within(*january) is None
    assert clipped([january], *february) == ()


def text_of(date: dt.date, precision: int) -> str:
    """A date at the precision of a year (4), a month (7) or a day (10)."""
    return date.isoformat()[:precision]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 1200), st.integers(1, 500), st.sampled_from((4, 7, 10)), st.sampled_from((4, 7, 10))),
        min_size=1,
        max_size=3,
    )
)
def test_bounds_hold_every_reading_of_the_dates(jobs: list[tuple[int, int, int, int]]) -> None:
    """The months of the true dates lie within the bounds of the partial ones, and a certain verdict is the true one."""
    true, vague = [], []
    for first, length, start_precision, end_precision in jobs:
        start = START + DAY * first
        last = start + DAY * length
        true.append({**ORDERLY_JOB, "start_date": start.isoformat(), "end_date": last.isoformat()})
        vague.append({**ORDERLY_JOB, "start_date": text_of(start, start_precision), "end_date": text_of(last, end_precision)})

    exact, bounds = (condition(orderly(work=work), "work_experience") for work in (true, vague))

    assert bounds["found"]["months"][0] <= exact["found"]["months"][0]
    assert exact["found"]["months"][1] <= bounds["found"]["months"][1]
    assert bounds["verdict"] in ("unknown", exact["verdict"])


def test_present_counts_to_the_eve() -> None:
    """A job that goes on counts up to the eve of lodging, and the look-back cuts what is older."""
    recent: Json = {**ORDERLY_JOB, "start_date": "2024-09-09"}

    assert condition(orderly(work=[recent]), "work_experience")["found"]["months"] == [0.03, 0.03]
    assert condition(orderly(work=[{**ORDERLY_JOB, "start_date": "2001-01-01"}]), "work_experience")["found"]["months"] == [36, 36]


def test_order_of_jobs_changes_nothing() -> None:
    """The order in which jobs are told is no fact."""
    jobs = [{**ORDERLY_JOB, "start_date": "2023-05-01"}, {**ORDERLY_JOB, "start_date": "2022-01", "end_date": "2022-11"}]
    shuffled = random.Random(3).sample(jobs, 2)

    found = [condition(orderly(work=work), "work_experience")["found"] for work in (jobs, shuffled, jobs[::-1])]

    assert found[0] == found[1] == found[2]


def test_odd_days_of_two_stretches_are_left_open() -> None:
    """Whether 29 odd days of two stretches make up a month the law does not say: unknown because of the law."""
    jobs = [
        {**ORDERLY_JOB, "start_date": "2022-01-01", "end_date": "2022-12-15"},
        {**ORDERLY_JOB, "start_date": "2023-03-01", "end_date": "2024-02-14"},
        {**ORDERLY_JOB, "start_date": "2024-08-01", "end_date": "2024-08-31"},
    ]

    found = condition(orderly(work=jobs), "work_experience")

    assert (found["verdict"], found["causes"]) == ("unknown", ["law"])


def test_a_start_that_could_just_be_enough_is_no_question_of_law() -> None:
    """From 1 September 24 months to the day, from the 30th 23 and two days: the start is asked for, and nothing else is in doubt."""
    found = condition(orderly(as_of="2024-09-01", work=[{**ORDERLY_JOB, "start_date": "2022-09"}]), "work_experience")

    assert (found["found"]["months"], found["verdict"], found["causes"]) == ([23.06, 24], "unknown", ["evidence"])
