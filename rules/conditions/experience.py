"""Months of work within a look-back: the least and the most that the facts support, in both readings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from rules.conditions.jobs import Judged, Lens, going_on, indicated, job_needs, settled
from rules.conditions.traits import Trait
from rules.core.case import Case
from rules.core.days import Day, add_months
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.outcome import LAW_OPEN, UNKNOWN, Cause, Outcome, Status, Verdict, reviewed
from rules.core.worktime import MONTH, ONE_DAY, Bounds, Run, clipped, merged, odd_days, time_of
from rules.facts import Work


@dataclass(frozen=True, slots=True)
class Window:
    """The days that count: from one that may be known only within limits, to the eve of lodging. Half open."""

    surely: dt.date
    possibly: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class Months:
    """Keys of the parameters: months asked, months looked back; and what a job must be to count."""

    need: str
    within: str
    counts: Trait

    def condition(self, identifier: str, cite: Citation) -> Condition:
        """So many months of such work in the look-back."""
        return Condition(identifier, cite, self.finding, (self.need, self.within, *self.counts.rests_on))

    def finding(self, case: Case, after: Day | None = None, standing: Status = "confirmed") -> Finding:
        """The same as a finding; where a date is given only work ``after`` it counts, and ``standing`` is that of the date."""
        need = case.law.number(self.need)
        required = {"months": need, "within_months": case.law.number(self.within)}
        if not case.facts.work and not case.facts.holds_all("work"):
            return Finding(UNKNOWN, "nothing", required, required, needs=(Need("work", "work"),))
        window, jobs = self._window(case, after), self._jobs(case)
        bounds = self._bounds(case, jobs, window, settled)
        verdict = self._verdict(case, jobs, bounds, self._bounds(case, jobs, window, indicated), window)
        used = [judged for judged in jobs if judged.traits[self.counts.name].settled is not Outcome.NO]
        near = min(abs(end - need * MONTH) for end in (bounds.least, bounds.most)) <= 1
        return Finding(
            reviewed(verdict, standing),
            values=required | {"time": bounds},
            required=required,
            found={"months": in_months(bounds)},
            evidence=tuple(one for judged in used if judged.job for one in judged.job.evidence),
            borderline=near,
            needs=self._needs(case, used),
        )

    def _window(self, case: Case, after: Day | None) -> Window:
        start = add_months(case.day, -case.law.number(self.within))
        surely, possibly = (after.last + ONE_DAY, after.first + ONE_DAY) if after else (start, start)
        return Window(max(start, surely), max(start, possibly), case.day)

    def _jobs(self, case: Case) -> list[Judged]:
        return [
            Judged(index, job, going_on(job, case), {self.counts.name: reviewed(self.counts.judge(job, case.law), job.status)})
            for index, job in enumerate(case.facts.work or ())
        ]

    def _bounds(self, case: Case, jobs: list[Judged], window: Window, lens: Lens) -> Bounds:
        known = ("confirmed",) if lens is settled else ("confirmed", "unreviewed")
        sure, possible = [], []
        for judged in jobs:
            counts, job = lens(judged.traits[self.counts.name]), judged.job
            if job is None or counts is Outcome.NO:
                continue
            trusted = job.status in known
            sure += [surely(job, case.day)] if counts is Outcome.YES and trusted else []
            possible += [possibly(job, case.day) if trusted else Run(dt.date.min, case.day)]
        least = clipped((run for run in sure if run), window.surely, window.end)
        most = clipped((run for run in possible if run), window.possibly, window.end)
        if not case.facts.holds_all("work"):  # Absence is not refutation: another paper may show the rest.
            most = clipped((Run(window.possibly, max(window.possibly, window.end)),), window.possibly, window.end)
        return Bounds(time_of(least), time_of(most), odd_days(most))

    def _verdict(self, case: Case, jobs: list[Judged], firm: Bounds, likely: Bounds, window: Window) -> Verdict:
        need = case.law.number(self.need) * MONTH
        outcome = _reached(firm, need)
        causes = Cause.NONE
        if outcome is Outcome.UNKNOWN:
            causes = self._causes(case, jobs, window) or LAW_OPEN.causes
            causes |= Cause.LAW if firm.most < need else Cause.NONE
        return Verdict(outcome, _reached(likely, need), causes)

    def _causes(self, case: Case, jobs: list[Judged], window: Window) -> Cause:
        causes = Cause.NONE if case.facts.holds_all("work") and window.surely == window.possibly else Cause.EVIDENCE
        for judged in jobs:
            counts = judged.traits[self.counts.name]
            if counts.settled is Outcome.UNKNOWN:
                causes |= counts.causes
            elif counts.settled is Outcome.YES and judged.job and not _dates_certain(judged.job, case.day):
                causes |= Cause.EVIDENCE
        return causes

    def _needs(self, case: Case, used: list[Judged]) -> tuple[Need, ...]:
        more = () if case.facts.holds_all("work") else (Need("work", "work.more"),)
        asked = tuple(need for judged in used for need in job_needs(judged, (self.counts,), case, going=False))
        dates = tuple(
            Need(f"work[{judged.index}].{key}", f"work.{key}", judged.job.title or f"#{judged.index + 1}")
            for judged in used
            if judged.job and judged.job.status == "confirmed"
            for key in _open_dates(judged.job, case.day)
        )
        return asked + dates + more


def surely(job: Work, today: dt.date) -> Run | None:
    """The days surely worked, before ``today``; None if none is sure."""
    if job.start_date is None or job.end_date is None:
        return None
    last = job.stated_on if job.end_date == "present" else job.end_date
    end = today if last is None else last.first + ONE_DAY  # Going on, and no paper's date to stop at.
    start = job.start_date.last
    return Run(start, min(end, today)) if start < min(end, today) else None


def possibly(job: Work, today: dt.date) -> Run | None:
    """The days that the dates do not exclude, before ``today``."""
    start = job.start_date.first if job.start_date else dt.date.min
    end = min(today, job.end_date.last + ONE_DAY) if isinstance(job.end_date, Day) else today
    return Run(start, end) if start < end else None


def in_months(bounds: Bounds) -> list[float]:
    """Bounds in months with two decimals, for the assessment: the least rounded down, the most up where they differ."""
    least, most = (Decimal(end) / MONTH for end in (bounds.least, bounds.most))
    up = ROUND_FLOOR if least == most else ROUND_CEILING
    return [float(least.quantize(Decimal("0.01"), ROUND_FLOOR)), float(most.quantize(Decimal("0.01"), up))]


def _reached(bounds: Bounds, need: int) -> Outcome:
    if bounds.least >= need:
        return Outcome.YES
    return Outcome.NO if bounds.most + bounds.undecided < need else Outcome.UNKNOWN


def _dates_certain(job: Work, today: dt.date) -> bool:
    sure, possible = surely(job, today), possibly(job, today)
    return merged([sure] if sure else []) == merged([possible] if possible else [])


def _open_dates(job: Work, today: dt.date) -> list[str]:
    if _dates_certain(job, today):
        return []
    start, end = job.start_date, job.end_date
    open_ = ["start_date"] if start is None or not start.whole else []
    open_ += ["end_date"] if end is None or (isinstance(end, Day) and not end.whole) else []
    return open_ + (["stated_on"] if end == "present" and job.stated_on else [])
