"""What a person's jobs add up to on a day, and the days to come on which that crosses a bound.

Which jobs count, and for which days, depends on no day: it is worked out once. A day only moves the window over them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rules.core.days import Day, add_months
from rules.core.outcome import Outcome
from rules.core.worktime import MONTH, ONE_DAY, SHORTEST_MONTH, Bounds, Internships, Run, Stints, tally

LONG_AGO, NEVER = dt.date(1850, 1, 1), dt.date(2400, 1, 1)
ANY_DAY = Run(LONG_AGO, NEVER)
NO_INTERNSHIP = Internships(NEVER, 0)
ANYTHING, ANY_INTERNSHIP = Stints((ANY_DAY,)), Stints((ANY_DAY,), interned=(ANY_DAY,))
WOBBLE = 14  # What odd days of months of unlike length can add to or take from a sum that slides.


class History(NamedTuple):
    """The stints that count surely, and those not excluded; ``whole``: nothing is left out of the list of jobs."""

    sure: Stints
    possible: Stints
    whole: bool
    cap: int = 0

    @property
    def certain(self) -> bool:
        """Whether what is sure is all there can be."""
        return self.whole and self.sure == self.possible and not self.sure.parts


class Window(NamedTuple):
    """The days that count, half open: ``months`` back from its end, which is the lodging day or the eve of which is ``until``.

    ``after``: only days after that date, which may be known within limits only; internships are part of what comes before it.
    """

    months: int
    until: dt.date | None = None
    after: Day | None = None

    def on(self, day: dt.date) -> tuple[dt.date, dt.date, dt.date]:
        """For lodging on ``day``: from when days surely count, from when they possibly do, and the end."""
        end = min(day, self.until + ONE_DAY) if self.until else day
        start = self.opens(day)
        if self.after is None:
            return start, start, end
        return max(start, self.after.last + ONE_DAY), max(start, self.after.first + ONE_DAY), end

    def opens(self, day: dt.date) -> dt.date:
        """For lodging on ``day``: the first day looked back to."""
        return add_months(self.until + ONE_DAY if self.until else day, -self.months)


def bounds(history: History, window: Window, day: dt.date) -> Bounds:
    """The least and the most time that the facts support for lodging on ``day``."""
    surely, possibly, end = window.on(day)
    internships = Internships(window.opens(day), history.cap) if history.cap else NO_INTERNSHIP  # most ask for none, and this is asked most
    least, open_ = tally(history.sure, surely, end, internships, added=False)
    if surely == possibly and history.certain:
        return Bounds(least, least, open_)
    anything = ANY_INTERNSHIP if history.cap else ANYTHING
    possible = history.possible if history.whole else anything  # Another paper may show the rest.
    most, undecided = tally(possible, possibly, end, internships, added=True)
    return Bounds(least, max(least, most), undecided)


def reached(found: Bounds, need: int) -> Outcome:
    """Whether ``need`` months are reached."""
    if found.least >= need * MONTH:
        return Outcome.YES
    return Outcome.NO if found.most + found.undecided < need * MONTH else Outcome.UNKNOWN


def turns(history: History, window: Window, need: int, today: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The days after ``today``, up to ``last``, on which the answer to :func:`reached` becomes another.

    Between two edges of the jobs, or of the window over them, time only grows, only shrinks or wavers; where it does not waver
    one bisection finds the day. Months are not monotone over several edges, so nothing is searched across one.
    """
    if not history.possible.runs or window.until:
        return
    edges = {edge for run in (*history.sure.runs, *history.possible.runs) for edge in (run.start, run.end)}
    edges |= {edge + ONE_DAY for edge in ((window.after.first, window.after.last) if window.after else ())}
    edges = {edge for edge in edges if LONG_AGO < edge < NEVER}
    early = add_months(today, -window.months) - 4 * ONE_DAY  # what leaves the window sooner has left it
    points = edges | {add_months(edge, window.months) + ONE_DAY * more for edge in edges if edge > early for more in range(3)}
    before, quiet = today, -1
    here: Bounds | None = None
    for point in sorted({point for point in points if today < point < last} | {last}):
        days = (point - before).days
        there: Bounds | None = None
        if days > quiet:
            here = here or bounds(history, window, before)
            quiet = _quiet_days(here, need)
            if days > quiet:
                there = bounds(history, window, point)
                yield from _between(history, window, need, (before, here), (point, there))
        before, here, quiet = point, there, quiet - days


def _quiet_days(found: Bounds, need: int) -> int:
    """For how many days to come the bound is out of reach, whatever is gained or lost a day."""
    away = min(abs(found.least - need * MONTH), abs(found.most + found.undecided - need * MONTH))
    return (away - 2 * WOBBLE) * SHORTEST_MONTH // MONTH


def _between(
    history: History, window: Window, need: int, before: tuple[dt.date, Bounds], after: tuple[dt.date, Bounds]
) -> Iterator[dt.date]:
    (start, first), (end, last) = before, after
    turned = reached(first, need) is not reached(last, need)
    if (end - start).days <= 1:
        if turned:
            yield end
    elif turned or (_near(first, last, need) and _wavers(history.possible.runs, window, start, end)):
        day = start + (end - start) // 2
        middle = day, bounds(history, window, day)
        yield from _between(history, window, need, before, middle)
        yield from _between(history, window, need, middle, after)


def _near(first: Bounds, last: Bounds, need: int) -> bool:
    ends = (first.least, first.most + first.undecided, last.least, last.most + last.undecided)
    return any(abs(end - need * MONTH) <= WOBBLE for end in ends)


def _wavers(runs: Sequence[Run], window: Window, before: dt.date, after: dt.date) -> bool:
    """Whether time may go up and down: what odd days of several stretches could add, or days gained at one end and lost at the other."""
    if len(runs) > 1:
        return True
    start = add_months(before, -window.months)
    gains = any(run.start < after and before < run.end for run in runs)
    return gains and any(run.start < add_months(after, -window.months) and start < run.end for run in runs)
