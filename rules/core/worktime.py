"""Months of work: how much time a set of days is, and the least and the most that the facts allow.

Contract (assessment.md, "How time is counted"): a whole calendar month is a month, and so is any stretch from a day to the eve of
the same day a month later; no day counts twice. Time is held in whole numbers, 31 to the month: every day is one, and every month
that is complete makes up what it lacks to 31. That measure never shrinks when days are added, so that knowing more about a job
can never turn "met" into "not met".
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
from collections.abc import Iterable
from dataclasses import dataclass

MONTH = 31
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Consecutive days, half open: ``start`` counts, ``end`` does not."""

    start: dt.date
    end: dt.date

    def within(self, start: dt.date, end: dt.date) -> Run | None:
        """What of it lies in ``[start, end)``; None if nothing does."""
        first, last = max(self.start, start), min(self.end, end)
        return Run(first, last) if first < last else None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most time supported, in 31sts of a month; ``undecided``: what the law's silence on odd days could add."""

    least: int
    most: int
    undecided: int = 0


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same days as runs that neither overlap nor touch, in order."""
    result: list[Run] = []
    for run in sorted(runs):
        if result and run.start <= result[-1].end:
            result[-1] = Run(result[-1].start, max(result[-1].end, run.end))
        else:
            result.append(run)
    return tuple(result)


def clipped(runs: Iterable[Run], start: dt.date, end: dt.date) -> tuple[Run, ...]:
    """The runs cut to ``[start, end)`` and merged."""
    return merged(part for run in runs if (part := run.within(start, end)))


def time_of(runs: Iterable[Run]) -> int:
    """The time of runs that do not overlap or touch, in 31sts of a month."""
    return sum(_time(run.start, run.end) for run in runs)


def odd_days(runs: Iterable[Run]) -> int:
    """What the law leaves open of separate stretches: their odd days may make up a month at 28 days as well as at 31."""
    with_rest = sum(1 for run in runs if _time(run.start, run.end) % MONTH)
    return 3 if with_rest > 1 else 0


@functools.lru_cache(maxsize=4096)
def _time(start: dt.date, end: dt.date) -> int:
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    lacks = [MONTH - calendar.monthrange(month // 12, month % 12 + 1)[1] for month in range(first, last)]
    # From the 20th to the 5th there is one month fewer than the calendar shows: the one that gives least is left out.
    left_out = min(lacks, default=0) if start.day > end.day else 0
    return (end - start).days + sum(lacks) - left_out
