"""Days on which a condition's verdict changes if nothing else does.

Months of work are not monotone in the lodging day, since old months leave the look-back, so nothing is searched across it:
verdicts are taken at the change points (every date of the facts, moved by every look-back) and only between two of them, where
the counted days only grow or only shrink, is the day narrowed down. Where both may happen near the bound, every day is seen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from rules.core.case import Case
from rules.core.days import Day, add_months
from rules.core.finding import Condition, Finding
from rules.core.law import parameters

AHEAD_MONTHS = 24
# A change falls on a date or the day after; where the same day of the month may be missing months later, one day later still.
AROUND = tuple(dt.timedelta(days=days) for days in (0, 1, 2))
ALWAYS_THERE = 28


@dataclass(frozen=True, slots=True)
class Change:
    """From ``on`` the condition has that verdict."""

    on: dt.date
    condition: str
    verdict: str


class Future:
    """One applicant under one law, on the days to come."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._cases = {case.day: case}
        self._points = _points(case)
        self._known: dict[int, list[Change]] = {}

    @property
    def last(self) -> dt.date:
        """The last day looked at."""
        return add_months(self._case.day, AHEAD_MONTHS)

    def changes(self, condition: Condition) -> list[Change]:
        """Each change of its verdict after the lodging day, in order."""
        if not condition.moves:
            return []
        if id(condition) not in self._known:  # Streams share conditions.
            self._known[id(condition)] = self._search(condition)
        return self._known[id(condition)]

    def _search(self, condition: Condition) -> list[Change]:
        found: list[Change] = []
        before = self._case.day
        for point in self._points:
            found += [Change(on, condition.id, self._on(condition, on).word) for on in self._between(condition, before, point)]
            before = point
        return found

    def _on(self, condition: Condition, day: dt.date) -> Finding:
        if day not in self._cases:
            self._cases[day] = self._case.on(day)
        return condition.judge(self._cases[day])

    def _between(self, condition: Condition, before: dt.date, after: dt.date) -> Iterator[dt.date]:
        first, last = self._on(condition, before), self._on(condition, after)
        if (after - before).days <= 1:
            if first.word != last.word:
                yield after
        elif first.word != last.word or self._sliding(first, last):
            middle = before + (after - before) // 2
            yield from self._between(condition, before, middle)
            yield from self._between(condition, middle, after)

    @staticmethod
    def _sliding(first: Finding, last: Finding) -> bool:
        """Whether months stay near the bound: gained at one end and lost at the other, they may cross it in between."""
        return all(_near_bound(finding) for finding in (first, last))


def _near_bound(finding: Finding) -> bool:
    months, need = (finding.found or {}).get("months"), (finding.required or {}).get("months")
    return isinstance(months, list) and isinstance(need, int) and any(abs(end - need) <= 1 for end in months)


def _points(case: Case) -> list[dt.date]:
    last = add_months(case.day, AHEAD_MONTHS)
    steps = {0, *_look_backs(case)}
    dates = set(_dates(case.facts))
    moved = {
        add_months(date, months) + days for date in dates for months in steps for days in AROUND[: 3 if date.day >= ALWAYS_THERE else 2]
    }
    return sorted({date for date in moved if case.day < date <= last} | {last})


def _look_backs(case: Case) -> Iterable[int]:
    for key, rows in parameters(case.law.program).items():
        for row in rows:
            if key.endswith("_months") and row.start <= case.law.day < row.end:
                yield row.value
            elif key.endswith("_years"):
                yield row.value * 12


def _dates(value: object) -> Iterator[dt.date]:
    if isinstance(value, Day):
        yield from (value.first, value.last)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _dates(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _dates(item)
