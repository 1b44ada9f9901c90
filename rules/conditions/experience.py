"""Months of work within a look-back: the least and the most that the facts support, in both readings."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import NamedTuple

from rules.classification import misread
from rules.conditions.jobs import Judged, Lens, answer, indicated, job_needs, settled
from rules.conditions.occupations import main_needs, of_the_main_occupation
from rules.conditions.traits import Trait
from rules.core.case import Case
from rules.core.changes import last_day
from rules.core.days import Day
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.history import LONG_AGO, NEVER, History, Window, bounds, reached, turns
from rules.core.outcome import LAW_OPEN, UNKNOWN, YES, Cause, Outcome, Status, Verdict, any_of, both, reviewed, together
from rules.core.worktime import MONTH, ONE_DAY, Bounds, Run, Stint, gathered
from rules.facts import Work

FULL = (Fraction(1), Fraction(1), Cause.NONE)
NOTHING, WHOLE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Record:
    """The jobs with what each says of counting, and what they add up to in either reading. No day changes it."""

    jobs: tuple[Judged, ...]
    firm: History
    likely: History
    causes: Cause


class Counted(NamedTuple):
    """A job, whether it counts, as which part of full-time (least, most, why they differ), and whether as an internship."""

    job: Work
    counts: Verdict
    rate: tuple[Fraction, Fraction, Cause]
    capped: bool


@dataclass(frozen=True, eq=False)
class Months:
    """Keys of the parameters: months asked, months looked back; and what a job must be to count.

    ``part_time``: parameter, whether less than ``hours`` (parameter) a week counts "pro_rata" or that is "open"; without it
    ``counts`` says all. ``internships``: parameter, months of compulsory internships that count at most, and ``interned`` what
    such a one must be. ``until``: parameter, the day by which the months must be reached, instead of the lodging day.
    ``main``: only work in the main occupation counts.
    """

    need: str
    within: str
    counts: Trait
    part_time: str | None = None
    hours: str | None = None
    internships: str | None = None
    interned: Trait | None = None
    until: str | None = None
    main: bool = False

    def condition(self, identifier: str, cite: Citation, asked: str | None = None) -> Condition:
        """So many months of such work in the look-back."""
        return Condition(identifier, cite, self.finding, self.rests_on, asked, self.days)

    @functools.cached_property
    def rests_on(self) -> tuple[str, ...]:
        """The parameters."""
        own = (self.need, self.within, self.part_time, self.hours, self.internships, self.until)
        return (*(key for key in own if key), *self.counts.rests_on)

    @functools.cached_property
    def _record_rests_on(self) -> tuple[str, ...]:
        """Those that say which work counts and as how much, whatever is asked of it."""
        own = (self.part_time, self.hours, self.internships)
        interned = self.interned.rests_on if self.interned else ()
        return (*(key for key in own if key), *self.counts.rests_on, *interned)

    def finding(self, case: Case, after: Day | None = None, standing: Status = "confirmed") -> Finding:
        """The same as a finding; where a date is given only work ``after`` it counts, and ``standing`` is that of the date."""
        need, window = case.law.number(self.need), self._window(case, after)
        required = {"months": need, "within_months": window.months} | ({"until": window.until.isoformat()} if window.until else {})
        surely, _, end = window.on(case.day)
        values: dict[str, object] = required | {"since": surely, "eve": end - ONE_DAY, "years": window.months // 12}
        if not case.facts.work and not case.facts.holds_all("work"):
            return Finding(UNKNOWN, "nothing", values, required, needs=(Need("work", "work"),))
        record = self._record(case)
        found = bounds(record.firm, window, case.day)
        likely = found if record.likely is record.firm else bounds(record.likely, window, case.day)
        used = [judged for judged in record.jobs if judged.traits["counts"].settled is not Outcome.NO]
        verdict = self._verdict(case, record, (found, likely), need, window)
        return Finding(
            reviewed(verdict, standing),
            values=values | {"time": found},
            required=required,
            found={"months": list(_in_months(found))},
            evidence=tuple(one for judged in used if judged.job for one in judged.job.evidence),
            borderline=min(abs(end - need * MONTH) for end in (found.least, found.most)) <= 1,
            needs=self._needs(case, used) if verdict.settled is Outcome.UNKNOWN else (),
        )

    def time(self, case: Case) -> Bounds:
        """The time that counts in the look-back by confirmed facts, whatever is asked."""
        return case.once(("time", self), lambda: bounds(self._record(case).firm, self._window(case, None), case.day))

    def days(self, case: Case, after: Day | None = None) -> list[dt.date]:
        """The days to come on which the months asked are reached or lost."""
        if not case.facts.work:
            return []
        record, window = self._record(case), self._window(case, after)
        alike = (record.firm, window, case.law.number(self.need), case.day)  # Programs share jobs and, often, look-backs.
        return case.once_for_every_law(alike, lambda: list(turns(*alike, last_day(case.day))))

    def _window(self, case: Case, after: Day | None) -> Window:
        return Window(case.law.number(self.within), case.law.value(self.until) if self.until else None, after)

    def _record(self, case: Case) -> Record:
        law = case.law  # other readings of a law share what does not rest on them
        rests_on = tuple(id(law.values.get(key)) for key in self._record_rests_on)
        return case.once_for_every_law(("record", self, law.program, law.day, rests_on), lambda: self._read(case))

    def _read(self, case: Case) -> Record:
        jobs = tuple(Judged(f"work[{index}]", index, job, YES, {}) for index, job in enumerate(case.facts.work or ()))
        causes, counted = Cause.NONE, []
        for judged in jobs:
            job = judged.job
            assert isinstance(job, Work)
            capped = bool(self.internships) and job.internship == "mandatory"
            counts, rate = self._counts(job, case, capped=capped), self._rate(job, case)
            judged.traits["counts"] = counts
            counted.append(Counted(job, counts, rate, capped))
            if counts.settled is Outcome.UNKNOWN:
                causes = together(causes, counts.causes)
            if rate is not FULL and counts.settled is not Outcome.NO:
                causes = together(causes, rate[2])
        firm = self._history(case, counted, settled, ("confirmed",))
        alike = all(one.job.status == "confirmed" and one.counts.settled is one.counts.indicated for one in counted)
        return Record(jobs, firm, firm if alike else self._history(case, counted, indicated, ("confirmed", "unreviewed")), causes)

    def _history(self, case: Case, counted: Sequence[Counted], lens: Lens, trusted: tuple[Status, ...]) -> History:
        sure: list[Stint] = []
        possible: list[Stint] = []
        for job, verdict, rate, capped in counted:
            known, counts = job.status in trusted, lens(verdict)
            if counts is Outcome.NO:
                continue
            if counts is Outcome.YES and known and rate[0] and (run := surely(job)):
                sure.append(Stint(run, rate[0], capped))
            if rate[1] and (run := possibly(job) if known else Run(LONG_AGO, NEVER)):
                possible.append(Stint(run, rate[1], capped))
        cap = case.law.number(self.internships) * MONTH if self.internships else 0
        whole = case.facts.holds_all("work")
        return History(gathered(sure), gathered(possible), whole, cap)

    def _counts(self, job: Work, case: Case, *, capped: bool) -> Verdict:
        found = answer(self.interned if capped and self.interned else self.counts, job, case)
        if self.internships and self.interned and job.internship is None:  # It may be either.
            found = both(any_of([found, answer(self.interned, job, case)]), reviewed(UNKNOWN, job.status))
        elif self.internships and job.internship == "optional":  # Of compulsory ones the text tells, of others it says nothing.
            found = both(found, reviewed(LAW_OPEN, job.status))
        if self.main:
            found = both(found, of_the_main_occupation(job, case.facts.applicant.main_occupation))
        return found

    def _rate(self, job: Work, case: Case) -> tuple[Fraction, Fraction, Cause]:
        """The least and the most of full-time that a job may count as, and why they differ."""
        if self.part_time is None or self.hours is None:
            return FULL
        full, hours = case.law.number(self.hours), job.hours_per_week
        if hours is None:
            return FULL if job.full_time else (NOTHING, WHOLE, Cause.EVIDENCE)
        if job.full_time not in (None, hours >= full):
            return NOTHING, WHOLE, Cause.REVIEW
        if hours >= full:
            return FULL
        if case.law.value(self.part_time) == "pro_rata":
            return Fraction(hours) / full, Fraction(hours) / full, Cause.NONE
        return NOTHING, WHOLE, Cause.LAW

    def _verdict(self, case: Case, record: Record, found: tuple[Bounds, Bounds], need: int, window: Window) -> Verdict:
        outcomes = [reached(one, need) for one in found]
        causes = Cause.NONE
        if outcomes[0] is Outcome.UNKNOWN:
            causes = record.causes | self._open(case, record, window) or LAW_OPEN.causes
            causes |= Cause.LAW if found[0].most < need * MONTH else Cause.NONE
        return Verdict(outcomes[0], outcomes[1], causes)

    def _open(self, case: Case, record: Record, window: Window) -> Cause:
        certain = all(
            isinstance(judged.job, Work) and _dates_certain(judged.job, case.day)
            for judged in record.jobs
            if judged.traits["counts"].settled is Outcome.YES
        )
        surely, possibly, _ = window.on(case.day)
        return Cause.NONE if case.facts.holds_all("work") and certain and surely == possibly else Cause.EVIDENCE

    def _needs(self, case: Case, used: Sequence[Judged]) -> tuple[Need, ...]:
        asked: list[Need] = []
        for judged in used:
            job, name = judged.job, judged.job.title if judged.job and judged.job.title else f"#{judged.index + 1}"
            assert isinstance(job, Work)
            told = Judged(judged.path, judged.index, job, YES, {self.counts.name: answer(self.counts, job, case)})
            asked += job_needs(told, (self.counts,), case, going=False)
            if job.status == "confirmed":
                asked += [Need(f"{judged.path}.{key}", f"work.{key}", name) for key in self._lacking(job, case)]
            if self.main and misread(job.noc_2021):
                asked.append(Need(judged.path, "review.work", name))
        if self.main:
            asked += main_needs(case.facts.applicant.main_occupation, ("noc_2021",))
        return (*asked, *(() if case.facts.holds_all("work") else (Need("work", "work.more"),)))

    def _lacking(self, job: Work, case: Case) -> list[str]:
        keys = _open_dates(job, case.day)
        if self.internships and job.internship is None:
            keys.append("internship")
        if self.main and job.noc_2021 is None:
            keys.append("noc_2021")
        if self.part_time and job.hours_per_week is None and job.full_time is not True:
            keys.append("hours_per_week")
        return keys


def surely(job: Work) -> Run | None:
    """The days surely worked, the last one open where the job goes on; None if none is sure."""
    if job.start_date is None or job.end_date is None:
        return None
    last = job.stated_on if job.end_date == "present" else job.end_date
    start, end = job.start_date.last, NEVER if last is None else last.first + ONE_DAY
    return Run(start, end) if start < end else None


def possibly(job: Work) -> Run | None:
    """The days that the dates do not exclude."""
    start = job.start_date.first if job.start_date else LONG_AGO
    end = job.end_date.last + ONE_DAY if isinstance(job.end_date, Day) else NEVER
    return Run(start, end) if start < end else None


@functools.lru_cache(maxsize=4096)
def _in_months(found: Bounds) -> tuple[float, float]:
    """Bounds in months with two decimals, for the assessment: the least rounded down, the most up where they differ."""
    least, most = (Decimal(end) / MONTH for end in (found.least, found.most))
    up = ROUND_FLOOR if least == most else ROUND_CEILING
    return float(least.quantize(Decimal("0.01"), ROUND_FLOOR)), float(most.quantize(Decimal("0.01"), up))


def _dates_certain(job: Work, today: dt.date) -> bool:
    sure, possible = surely(job), possibly(job)
    cut = [run and run.within(LONG_AGO, today) for run in (sure, possible)]
    return cut[0] == cut[1]


def _open_dates(job: Work, today: dt.date) -> list[str]:
    if _dates_certain(job, today):
        return []
    start, end = job.start_date, job.end_date
    open_ = ["start_date"] if start is None or not start.whole else []
    open_ += ["end_date"] if end is None or (isinstance(end, Day) and not end.whole) else []
    return open_ + (["stated_on"] if end == "present" and job.stated_on else [])
