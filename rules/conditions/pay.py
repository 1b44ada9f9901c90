"""Gross pay of the job relied on, brought to a year of 52 weeks or 12 months."""

from __future__ import annotations

from decimal import Decimal

from rules.conditions.traits import Trait
from rules.core.law import Law
from rules.core.outcome import LAW_OPEN, NO, UNKNOWN, YES, Verdict, both, reviewed
from rules.facts import Job

WEEKS = 52
TIMES_A_YEAR = {"week": WEEKS, "two_weeks": WEEKS // 2, "month": 12, "year": 1}
FEWEST_HOURS, MOST_HOURS, MOST_DAYS = 30, 168, 7


def yearly(job: Job) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the pay can come to in a year, in Canadian dollars; None where it cannot be said."""
    pay = job.salary
    if pay is None or pay.amount is None or pay.currency != "CAD" or pay.period is None:
        return None
    if pay.period == "hour":
        if job.hours_per_week is not None:
            return pay.amount * job.hours_per_week * WEEKS, pay.amount * job.hours_per_week * WEEKS
        return pay.amount * (FEWEST_HOURS if job.full_time else 0) * WEEKS, pay.amount * MOST_HOURS * WEEKS
    if pay.period == "day":
        return pay.amount * WEEKS, pay.amount * MOST_DAYS * WEEKS
    return pay.amount * TIMES_A_YEAR[pay.period], pay.amount * TIMES_A_YEAR[pay.period]


def _reaches(pay: tuple[Decimal, Decimal], wanted: int) -> Verdict:
    return YES if pay[0] >= wanted else NO if pay[1] < wanted else UNKNOWN


def by_place(least: str, asked: str | None = None) -> Trait:
    """At least as much as ``least`` (parameter) asks inside, and outside, of the Montréal community, by where the employer is.

    ``asked``: parameter that says whether the text asks for it; where it does not, any pay will do.
    """

    def judge(job: Job, law: Law) -> Verdict:
        if asked and not law.value(asked):
            return YES
        wanted, pay = law.value(least), yearly(job)
        if pay is None or job.salary is None:
            return UNKNOWN
        inside, outside = _reaches(pay, wanted["in_cmm"]), _reaches(pay, wanted["elsewhere"])
        found = inside if job.in_cmm else outside
        if job.in_cmm is None:
            found = inside if inside == outside else UNKNOWN
        return reviewed(found, job.salary.status)

    return Trait("salary", ("salary", "in_cmm"), judge, (least, *((asked,) if asked else ())), lacks=lambda job, law: _lacking(job))


def _lacking(job: Job) -> list[str]:
    """What keeps a year's pay open: the hours, where it is told by the hour; else the pay itself, in Canadian dollars; and the place."""
    pay, found = job.salary, yearly(job)
    by_the_hour = found is not None and pay is not None and pay.period == "hour"
    open_ = [] if found and found[0] == found[1] else ["hours_per_week" if by_the_hour else "salary"]
    return open_ if job.in_cmm is not None else [*open_, "in_cmm"]


def ninth_decile() -> Trait:
    """The ninth decile of the occupation's wages: the tables are not known, so that no pay can be said to reach it."""

    def judge(job: Job, law: Law) -> Verdict:
        return both(LAW_OPEN, UNKNOWN) if job.salary is None or job.salary.amount is None else LAW_OPEN

    return Trait("salary", ("salary",), judge)
