"""Dates at the precision the paper has: a partial date is the span of days that it can mean.

"2021-03" is 1 to 31 March, never 1 March. Comparisons therefore answer in three values. Nothing here knows what day it is.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from dataclasses import dataclass

from rules.core.outcome import NO, UNKNOWN, YES, Verdict

ONE_DAY = dt.timedelta(days=1)
YEARS = range(1900, 2200)
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """The first and the last day that a date can mean, both included."""

    first: dt.date
    last: dt.date

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        whole_year = (self.first.month, self.last.month) == (1, 12)
        return self.first.isoformat()[: 4 if whole_year else 7]

    @property
    def whole(self) -> bool:
        """Whether it is one single day."""
        return self.first == self.last

    def on_or_before(self, limit: dt.date) -> Verdict:
        """YES if every day it can mean is ``limit`` or earlier, NO if none is."""
        return YES if self.last <= limit else NO if self.first > limit else UNKNOWN

    def on_or_after(self, limit: dt.date) -> Verdict:
        """YES if every day it can mean is ``limit`` or later, NO if none is."""
        return YES if self.first >= limit else NO if self.last < limit else UNKNOWN

    def near(self, limit: dt.date) -> bool:
        """Whether one of its ends lies within a day of ``limit``."""
        return any(abs((end - limit).days) <= 1 for end in (self.first, self.last))

    def later(self, months: int) -> Day:
        """The same date some months later, both ends moved."""
        return Day(add_months(self.first, months), add_months(self.last, months))


def day(date: dt.date) -> Day:
    """A date known to the day."""
    return Day(date, date)


def parse_day(text: str) -> Day:
    """Read ``2021-03-15``, ``2021-03`` or ``2021``. Raises ValueError with words fit for a fault line."""
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError(f"{text} is no date (YYYY-MM-DD, YYYY-MM or YYYY)")
    year, month, date = (int(part or 0) for part in found.groups())
    if year not in YEARS:
        raise ValueError(f"{text} is outside the years {YEARS.start} to {YEARS.stop - 1}")
    try:
        first = dt.date(year, 1 if found[2] is None else month, 1 if found[3] is None else date)
    except ValueError:
        raise ValueError(f"{text} is not a day of the calendar") from None
    if found[3]:
        return day(first)
    last_month = month or 12
    return Day(first, dt.date(year, last_month, calendar.monthrange(year, last_month)[1]))


def first_after(date: dt.date, months: int) -> dt.date:
    """The first day on which ``date`` lies more than ``months`` months back."""
    found = add_months(date, months) + ONE_DAY
    while add_months(found, -months) <= date:  # Where the same day of the month is missing, a day or two later.
        found += ONE_DAY
    return found


@functools.lru_cache(maxsize=65536)
def add_months(date: dt.date, months: int) -> dt.date:
    """The same day of the month some months later (or earlier, if negative); a 31st that is missing becomes the last day."""
    count = date.year * 12 + date.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(date.day, calendar.monthrange(year, month)[1]))


def birthday(birth: dt.date, years: int) -> dt.date:
    """The day an age is reached; whoever is born on 29 February reaches it on 1 March of a common year."""
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return dt.date(birth.year + years, 3, 1)
