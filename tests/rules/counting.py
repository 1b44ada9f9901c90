"""Months of work counted one day at a time: an oracle that knows nothing of runs, cuts and bounds (bar 6)."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools

from rules.core.days import parse_day
from rules.core.history import History as Record
from rules.core.history import Window, bounds, reached
from rules.core.outcome import Outcome
from rules.core.worktime import MONTH, Run, Stint, gathered

DAY = dt.timedelta(days=1)
LODGED = dt.date(2024, 10, 1)
History = tuple[dt.date, int, int, int]  # first day, days more, precision of the first and of the last day as written (4, 7, 10)


def counted(days: set[dt.date]) -> tuple[int, int]:
    """Months that the days make up for sure and at most: whole ones from each gap on, and what is left at 31 and at 28 days."""
    months, rests, ordered = 0, [], sorted(days)
    for _, group in itertools.groupby(enumerate(ordered), key=lambda pair: pair[1] - DAY * pair[0]):
        run = [day for _, day in group]
        whole, start = _whole(run)
        months += whole
        if start < len(run):
            rests.append(len(run) - start)
    odd = sum(rests)
    return months + odd // 31, months + (odd // 28 if len(rests) > 1 else 0)


def _whole(run: list[dt.date]) -> tuple[int, int]:
    """How many months from its first day on, and how many days they take: the most that anniversaries or calendar months give."""
    found = 0
    while _later(run[0], found + 1) - DAY <= run[-1]:
        found += 1
    return found, (_later(run[0], found) - run[0]).days


def _later(day: dt.date, months: int) -> dt.date:
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, day.day) if day.day <= last else dt.date(year, month, last) + DAY


def agrees(stints: list[History], need: int, within: int) -> bool:
    """Whether the bounds of the dates as written hold the count of the true ones, and no certain answer contradicts it."""
    window, true = Window(within), set[dt.date]()
    sure, possible = [], []
    for first, more, precision, other in stints:
        last = min(first + DAY * more, LODGED - DAY)
        true |= {first + DAY * number for number in range((last - first).days + 1)}
        start, end = parse_day(first.isoformat()[:precision]), parse_day(last.isoformat()[:other])
        possible.append(Stint(Run(start.first, end.last + DAY)))
        if start.last <= end.first:
            sure.append(Stint(Run(start.last, end.first + DAY)))
    begin = window.on(LODGED)[0]
    least, most = counted({day for day in true if begin <= day < LODGED})
    record = Record(gathered(sure), gathered(possible), whole=True)
    found = bounds(record, window, LODGED)
    answer = reached(found, need)
    held = found.least // MONTH <= most and (found.most + found.undecided) // MONTH >= least
    return held and not (answer is Outcome.YES and most < need) and not (answer is Outcome.NO and least >= need)
