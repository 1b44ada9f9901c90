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
import itertools
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

MONTH = 31
SHORTEST_MONTH = 28
ONE_DAY = dt.timedelta(days=1)


class Run(NamedTuple):
    """Consecutive days, half open: ``start`` counts, ``end`` does not."""

    start: dt.date
    end: dt.date

    def within(self, start: dt.date, end: dt.date) -> Run | None:
        """What of it lies in ``[start, end)``; None if nothing does."""
        first, last = max(self.start, start), min(self.end, end)
        return Run(first, last) if first < last else None


class Bounds(NamedTuple):
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


class Stint(NamedTuple):
    """A stretch of work and the part of full-time that it is: 1, or less where part-time counts. ``capped``: an internship."""

    run: Run
    rate: Fraction = Fraction(1)
    capped: bool = False


class Stints(NamedTuple):
    """Some stints put in order: full-time work merged, part-time, internships."""

    firm: tuple[Run, ...]
    parts: tuple[Stint, ...] = ()
    interned: tuple[Run, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """All their days."""
        return (*self.firm, *(one.run for one in self.parts), *self.interned)


def gathered(stints: Iterable[Stint]) -> Stints:
    """Stints in order."""
    given = tuple(stints)
    return Stints(
        merged(one.run for one in given if one.rate == 1 and not one.capped),
        tuple(one for one in given if one.rate != 1 and not one.capped),
        tuple(one.run for one in given if one.capped),
    )


class Internships(NamedTuple):
    """From when internships count, which may be sooner than other work, and for how long at most, in 31sts of a month."""

    start: dt.date
    cap: int


def tally(stints: Stints, start: dt.date, end: dt.date, internships: Internships, *, added: bool) -> tuple[int, int]:
    """The time of ``stints`` within ``[start, end)``, with ``internships`` as they count, and what the law's silence on odd days could add.

    Days of full-time work count whole. What is left counts by its rate: of several part-time jobs at once the best alone or,
    where ``added``, all together (the text does not say which), never more than full-time.
    """
    if not stints.parts and not stints.interned:
        times = [_time(first, last) for begun, ended in stints.firm if (first := max(begun, start)) < (last := min(ended, end))]
        return sum(times), odd_days(times) if len(times) > 1 else 0
    firm = [Run(first, last) for run in stints.firm if (first := max(run[0], start)) < (last := min(run[1], end))]
    times = [_time(*run) for run in firm]
    if stints.parts:
        times += [int(_time(run.start, run.end) * rate) for run, rate in _slices(stints.parts, firm, start, end, added=added)]
    if stints.interned:
        interned = clipped(stints.interned, internships.start, end)
        times.append(min(internships.cap, time_of(merged((*firm, *interned))) - sum(times[: len(firm)])))
    return sum(times), odd_days(times) if len(times) > 1 else 0


def odd_days(times: Sequence[int]) -> int:
    """What could be added to stretches apart: their odd days may make up a month at 28 days as well as at 31."""
    rests = [time % MONTH for time in times if time % MONTH]
    return sum(rests) * (MONTH - SHORTEST_MONTH) // SHORTEST_MONTH if len(rests) > 1 else 0


def _slices(parts: Sequence[Stint], firm: Sequence[Run], start: dt.date, end: dt.date, *, added: bool) -> list[tuple[Run, Fraction]]:
    """The days outside ``firm`` cut where a part-time job begins or ends, each with its rate; equal neighbours are one."""
    inside = [Stint(run, one.rate) for one in parts if (run := one.run.within(start, end))]
    edges = sorted({edge for run in (*firm, *(one.run for one in inside)) for edge in (run.start, run.end)})
    found: list[tuple[Run, Fraction]] = []
    for first, last in itertools.pairwise(edges):
        rates = [one.rate for one in inside if one.run.start <= first and last <= one.run.end]
        if not rates or any(run.start <= first and last <= run.end for run in firm):
            continue
        rate = min(Fraction(1), sum(rates, Fraction(0)) if added else max(rates))
        if found and found[-1][0].end == first and found[-1][1] == rate:
            found[-1] = (Run(found[-1][0].start, last), rate)
        else:
            found.append((Run(first, last), rate))
    return found


@functools.lru_cache(maxsize=4096)
def _time(start: dt.date, end: dt.date) -> int:
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    lacks = [MONTH - calendar.monthrange(month // 12, month % 12 + 1)[1] for month in range(first, last)]
    # From the 20th to the 5th there is one month fewer than the calendar shows: the one that gives least is left out.
    left_out = min(lacks, default=0) if start.day > end.day else 0
    return (end - start).days + sum(lacks) - left_out
