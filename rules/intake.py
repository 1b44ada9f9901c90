"""Whether applications are taken on a day: the calendar of a program, or of each stream, beside its conditions and never one of them."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from dataclasses import dataclass

from rules.core.law import ONE_DAY
from rules.parameters import table

MOST_OPEN_FIRST = ("open", "full", "suspended", "not_yet", "closed")


@dataclass(frozen=True, slots=True)
class Intake:
    """A stretch of the calendar. ``start`` and ``last`` are included; None: open on that side. ``cap``: applications taken."""

    status: str
    start: dt.date | None
    last: dt.date | None
    cap: int | None
    sure: bool
    note: str | None = None


def intake_on(program: str, stream: str, day: dt.date) -> Intake:
    """The stretch that ``day`` falls in; before the launch ``not_yet``."""
    return next(stretch for stretch in _calendar(program, stream) if stretch.last is None or day <= stretch.last)


def most_open(intakes: list[Intake]) -> Intake:
    """The program's own, where its streams differ."""
    return min(intakes, key=lambda intake: MOST_OPEN_FIRST.index(intake.status))


def intake_changes(program: str, stream: str, after: dt.date, until: dt.date) -> list[tuple[dt.date, str]]:
    """The days after ``after``, up to ``until``, on which the status becomes another, with what it becomes."""
    pairs = itertools.pairwise(_calendar(program, stream))
    return [
        (stretch.start, stretch.status)
        for before, stretch in pairs
        if stretch.start and after < stretch.start <= until and stretch.status != before.status
    ]


@functools.cache
def differs_by_stream(program: str) -> bool:
    """Whether the streams of a program have calendars of their own."""
    return any("streams" in row for row in table(program)["intake"])


@functools.cache
def _calendar(program: str, stream: str) -> tuple[Intake, ...]:
    rows = [row for row in table(program)["intake"] if stream in row.get("streams", (stream,))]
    stretches = [Intake("not_yet", None, rows[0]["from"] - ONE_DAY, None, sure=True)]
    for row in rows:
        last = row["to"] - ONE_DAY if "to" in row else None
        stretches.append(Intake(row["status"], row["from"], last, row.get("cap"), row["certainty"] == "S", row.get("note")))
    return tuple(stretches)
