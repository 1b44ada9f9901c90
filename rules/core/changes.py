"""Days on which a condition's verdict changes if nothing else does.

Each condition names the days on which time alone may turn it (its own dates, moved by its own look-backs); it is judged again on
those and on no other. What it is judged by stays the text of the lodging day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from rules.core.days import Day, add_months, first_after
from rules.core.finding import Condition, never
from rules.core.readings import Texts, judge

AHEAD_MONTHS = 24


class Change(NamedTuple):
    """From ``on`` the condition has that verdict."""

    on: dt.date
    condition: str
    verdict: str


def last_day(lodged: dt.date) -> dt.date:
    """The last day looked at."""
    return add_months(lodged, AHEAD_MONTHS)


def changes(condition: Condition, texts: Texts, word: str) -> list[Change]:
    """Each change of its verdict, ``word`` on the lodging day, in order."""
    found: list[Change] = []
    if condition.days is never:
        return found
    today = texts.cases[0].day
    last = last_day(today)
    for day in sorted({day for day in _days(condition, texts) if today < day <= last}):
        finding = judge(condition, texts.on(day))
        if finding and finding.word != word:
            word = finding.word
            found.append(Change(day, condition.id, word))
    return found


def _days(condition: Condition, texts: Texts) -> Iterable[dt.date]:
    if len(texts.cases) == 1 and not texts.cases[0].law.doubtful:
        return condition.days(texts.cases[0])
    return {day for case in texts.cases for one in case.readings(condition.keys) for day in condition.days(one)}


def coming(dates: Iterable[Day | None]) -> set[dt.date]:
    """The days on which ``dates`` that may be to come are, or may be, there."""
    return {end for date in dates if date for end in (date.first, date.last)}


def passing(dates: Iterable[Day | None], months: int = 0) -> set[dt.date]:
    """The first days on which ``dates`` are, or may be, more than ``months`` months back."""
    return {first_after(end, months) for date in dates if date for end in (date.first, date.last)}
