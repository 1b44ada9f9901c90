"""The job relied on: which of the jobs going on (or offered) serves the applicant best, and the conditions that look at it.

One single job must hold them all, so the choice is made once, for each reading, over everything that the stream asks of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from rules.conditions.traits import Trait
from rules.core.case import Case
from rules.core.changes import coming, passing
from rules.core.days import Day
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.outcome import NO, UNKNOWN, YES, Cause, Outcome, Verdict, all_of, any_of, opposite, reviewed, stated
from rules.facts import Job, Offer, Work
from rules.texts import Phrase

Lens = Callable[[Verdict], Outcome]


def settled(verdict: Verdict) -> Outcome:
    """The reading from confirmed facts alone."""
    return verdict.settled


def indicated(verdict: Verdict) -> Outcome:
    """The reading with the unreviewed ones."""
    return verdict.indicated


@dataclass(frozen=True, slots=True)
class Judged:
    """A job with its answers; ``job`` None is the job that an incomplete list may leave out. ``path``: where it stands."""

    path: str
    index: int
    job: Job | None
    going_on: Verdict
    traits: dict[str, Verdict]

    def all(self) -> Verdict:
        """Whether it holds everything."""
        return all_of([self.going_on, *self.traits.values()])


@dataclass(frozen=True, slots=True)
class Choice:
    """The job relied on in either reading."""

    settled: Judged
    indicated: Judged

    def verdict(self, ask: Callable[[Judged], Verdict]) -> Verdict:
        """One question put to both."""
        first = ask(self.settled)
        if self.settled is self.indicated:
            return first
        return Verdict(first.settled, ask(self.indicated).indicated, first.causes)


@dataclass(frozen=True, slots=True, eq=False)
class ReliedOn:
    """What a stream asks of the job held on the lodging day, or offered; its methods make the conditions that look at it.

    ``eligible``: what makes a job one that counts; ``beside``: what is asked beside, each with the parameter that says whether
    it is (None: always); ``offers``: an accepted offer will do; ``only``: jobs that fail it are not looked at, and without any
    job the conditions do not apply.
    """

    eligible: tuple[Trait, ...]
    beside: tuple[tuple[Trait, str | None], ...] = ()
    offers: bool = False
    only: Trait | None = None

    def held(self, identifier: str, cite: Citation) -> Condition:
        """Such a job goes on on the lodging day, or is offered and accepted."""

        def judge(case: Case) -> Finding:
            choice = self._choice(case)
            if choice is None:
                return Finding(NO, reason="none")
            verdict = choice.verdict(lambda judged: all_of([judged.going_on, *(judged.traits[trait.name] for trait in self.eligible)]))
            return self._finding(case, choice, verdict, self.eligible)

        keys = tuple(key for trait in self.eligible for key in trait.rests_on)
        return Condition(identifier, cite, judge, keys, days=self._days)

    def condition(self, identifier: str, cite: Citation, trait: Trait) -> Condition:
        """One trait of the job relied on, told apart."""

        def judge(case: Case) -> Finding:
            choice = self._choice(case)
            if choice is None:
                return Finding(None)
            finding = self._finding(case, choice, choice.verdict(lambda judged: self._holds(judged, trait, case)), (trait,))
            return finding if self.only is None else self._with_what_tells_whether_it_applies(finding, choice.settled, case)

        asked = next((parameter for one, parameter in self.beside if one is trait), None)
        return Condition(identifier, cite, judge, trait.rests_on, asked, days=self._days)

    def _holds(self, judged: Judged, trait: Trait, case: Case) -> Verdict:
        """A trait of the job relied on. Where none is asked for, one that fails it bars nobody if it may be none, or not the only."""
        if self.only is None or judged.job is None:
            return judged.traits[trait.name]
        other = [] if self._all_known(case) else [UNKNOWN]
        return any_of([judged.traits[trait.name], opposite(judged.going_on), opposite(judged.traits[self.only.name]), *other])

    def _all_known(self, case: Case) -> bool:
        return case.facts.holds_all("work") and (not self.offers or case.facts.holds_all("job_offers"))

    def _with_what_tells_whether_it_applies(self, finding: Finding, judged: Judged, case: Case) -> Finding:
        if finding.word != "unknown" or judged.job is None or self.only is None:
            return finding
        asked = (*finding.needs, *job_needs(judged, (self.only,), case, going=True))
        return finding._replace(needs=asked or (Need("job_offers", "job_offers"),))

    def _choice(self, case: Case) -> Choice | None:
        """The job relied on; None if there surely is none."""
        return case.once(("relied on", self), lambda: self._choose(case))

    def _choose(self, case: Case) -> Choice | None:
        traits = [trait for trait, asked in self.beside if asked is None or case.law.value(asked)]
        traits = [*self.eligible, *traits, *((self.only,) if self.only else ())]
        listed: list[tuple[str, int, Job]] = [("work", index, job) for index, job in enumerate(case.facts.work or ())]
        if self.offers:
            listed += [("job_offers", index, job) for index, job in enumerate(case.facts.job_offers or ())]
        jobs = [Judged(f"{name}[{index}]", index, job, going_on(job, case), _answers(job, traits, case)) for name, index, job in listed]
        if self.only:
            jobs = [judged for judged in jobs if judged.traits[self.only.name].settled is not Outcome.NO]
        jobs += self._not_listed(case, traits, known=any(judged.going_on.settled is not Outcome.NO for judged in jobs))
        if all(judged.going_on.settled is Outcome.NO for judged in jobs):
            return None
        return Choice(self._best(jobs, settled), self._best(jobs, indicated))

    def _not_listed(self, case: Case, traits: list[Trait], *, known: bool) -> list[Judged]:
        """The job that a list may leave out: where a job is asked for, any may; else only where none is known at all."""
        jobs_open = not case.facts.holds_all("work") and not (self.only and known)
        offers_open = self.offers and not self.only and not case.facts.holds_all("job_offers")
        if not (jobs_open or offers_open):
            return []
        name = "work" if jobs_open else "job_offers"
        return [Judged(name, len(getattr(case.facts, name) or ()), None, UNKNOWN, {trait.name: UNKNOWN for trait in traits})]

    def _best(self, jobs: list[Judged], lens: Lens) -> Judged:
        """The job that goes furthest: in all that is asked, then as a job that counts at all."""

        def rank(judged: Judged) -> tuple[int, int, int, int, int, int]:
            counts = all_of([judged.going_on, *(judged.traits[trait.name] for trait in self.eligible)])
            answers = sum(lens(verdict).order for verdict in judged.traits.values())
            held = int(isinstance(judged.job, Work))
            return lens(judged.all()).order, lens(counts).order, lens(judged.going_on).order, answers, held, -judged.index

        return jobs[0] if len(jobs) == 1 else max(jobs, key=rank)

    def _days(self, case: Case) -> set[dt.date]:
        def work_out() -> set[dt.date]:
            jobs = case.facts.work or ()
            ends = [job.end_date for job in jobs if isinstance(job.end_date, Day)]
            return coming([job.start_date for job in jobs]) | passing([*ends, *(job.stated_on for job in jobs)])

        return case.once_for_every_law("days of jobs", work_out)

    def _finding(self, case: Case, choice: Choice, verdict: Verdict, traits: tuple[Trait, ...]) -> Finding:
        judged = choice.settled
        if judged.job is None:
            return Finding(verdict, reason="unlisted", needs=_unlisted(judged, case))
        whole = len(traits) > 1
        needs = job_needs(judged, traits, case, going=whole)
        why = {"why": _why(judged, traits, verdict.settled, going=whole), "lacking": _lacking(needs)}
        return Finding(
            verdict,
            values=describe(judged) | why,
            found=_found(judged),
            evidence=judged.job.evidence,
            needs=needs,
            borderline=whole and isinstance(judged.job, Work) and _near(judged.job, case),
        )


def _answers(job: Job, traits: list[Trait], case: Case) -> dict[str, Verdict]:
    return {trait.name: answer(trait, job, case) for trait in traits}


def answer(trait: Trait, job: Job, case: Case) -> Verdict:
    """What a job says to a question; no day changes it."""
    return case.once_for_all((trait, id(job)), lambda: reviewed(trait.judge(job, case.law), job.status))


def going_on(job: Job, case: Case) -> Verdict:
    """Whether the job goes on on the lodging day (the last day of a job counts); of an offer, whether it is accepted."""
    return case.once_for_every_law((id(job), case.day), lambda: _going_on(job, case))


def _going_on(job: Job, case: Case) -> Verdict:
    if isinstance(job, Offer):
        return stated(job.accepted, job.status)
    assert isinstance(job, Work)
    started = UNKNOWN if job.start_date is None else job.start_date.on_or_before(case.day)
    if job.end_date is None:
        lasts = UNKNOWN
    elif job.end_date != "present":
        lasts = job.end_date.on_or_after(case.day)
    else:  # A paper proves that a job goes on up to its own date, and nothing after.
        lasts = YES if job.stated_on is None or job.stated_on.first >= case.day else UNKNOWN
    return reviewed(all_of([started, lasts]), job.status)


def name_of(judged: Judged) -> str:
    """The job as a sentence names it: its title, or its number in the list."""
    return judged.job.title if judged.job and judged.job.title else f"#{judged.index + 1}"


def describe(judged: Judged) -> dict[str, object]:
    """What a sentence can say of a job."""
    job = judged.job
    pay = job.salary if job else None
    return {
        "job": name_of(judged),
        "noc": (job and " / ".join(code for code in (job.noc_2021, job.noc_2016) if code)) or "?",
        "naics": (job and job.naics) or "?",
        "pay": f"{pay.amount} {pay.currency or '?'}" if pay and pay.amount is not None else "?",
        "period": Phrase(f"periods.{pay.period}") if pay and pay.period else "?",
    }


def job_needs(judged: Judged, traits: tuple[Trait, ...], case: Case, *, going: bool) -> tuple[Need, ...]:
    """What to ask about a job: its review, or the facts that its unknown answers lack."""
    job, name = judged.job, name_of(judged)
    if job is None:
        return _unlisted(judged, case)
    if job.status != "confirmed":
        return (Need(judged.path, "review.work", name),)
    needs = [fact for trait in traits if judged.traits[trait.name].settled is Outcome.UNKNOWN for fact in trait.missing(job, case.law)]
    if going and judged.going_on.settled is Outcome.UNKNOWN:
        dates = ["accepted"] if isinstance(job, Offer) else ["start_date", "end_date"]
        needs += [key for key in dates if getattr(job, key) is None] or ["stated_on"]
    if not needs and any(Cause.REVIEW in judged.traits[trait.name].causes for trait in traits):
        return (Need(judged.path, "review.work", name),)
    return tuple(Need(f"{judged.path}.{fact}", f"work.{fact}", name) for fact in dict.fromkeys(needs))


def _unlisted(judged: Judged, case: Case) -> tuple[Need, ...]:
    if judged.path == "job_offers":
        return (Need("job_offers", "job_offers"),)
    return (Need("work", "work.more" if case.facts.work or case.facts.holds_all("work") else "work"),)


def _why(judged: Judged, traits: tuple[Trait, ...], outcome: Outcome, *, going: bool) -> list[Phrase]:
    if outcome is Outcome.YES:
        return []
    answers = {trait.name: judged.traits[trait.name] for trait in traits} | ({"going_on": judged.going_on} if going else {})
    word = "not" if outcome is Outcome.NO else "unknown"
    return [Phrase(f"job_parts.{name}.{word}") for name, verdict in answers.items() if verdict.settled is outcome]


def _lacking(needs: tuple[Need, ...]) -> list[Phrase]:
    """What is missing, in words; where nothing is, the law leaves it open."""
    return [Phrase(f"lacking.{need.ask}") for need in needs] or [Phrase("lacking.law")]


def _found(judged: Judged) -> dict[str, object]:
    keys = ("title", "noc_2021", "noc_2016", "naics", "place")
    return {"job": judged.path} | {key: value for key in keys if (value := getattr(judged.job, key)) is not None}


def _near(job: Work, case: Case) -> bool:
    ends = (job.start_date, None if job.end_date == "present" else job.end_date)
    return any(end.near(case.day) for end in ends if end is not None)
