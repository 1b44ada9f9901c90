"""The job relied on: which of the jobs going on serves the applicant best, and the conditions that look at it.

One single job must hold them all, so the choice is made once, for each reading, over everything that the stream asks of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rules.conditions.traits import Trait
from rules.core.case import Case
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.outcome import NO, UNKNOWN, YES, Cause, Outcome, Verdict, all_of, reviewed
from rules.facts import Work
from rules.texts import Said, say

Lens = Callable[[Verdict], Outcome]


def settled(verdict: Verdict) -> Outcome:
    """The reading from confirmed facts alone."""
    return verdict.settled


def indicated(verdict: Verdict) -> Outcome:
    """The reading with the unreviewed ones."""
    return verdict.indicated


@dataclass(frozen=True, slots=True)
class Judged:
    """A job with its answers; ``job`` None is the job that an incomplete list may leave out."""

    index: int
    job: Work | None
    going_on: Verdict
    traits: dict[str, Verdict]

    def all(self) -> Verdict:
        """Whether it holds everything."""
        return all_of((self.going_on, *self.traits.values()))


@dataclass(frozen=True, slots=True)
class Choice:
    """The job relied on in either reading."""

    settled: Judged
    indicated: Judged

    def verdict(self, ask: Callable[[Judged], Verdict]) -> Verdict:
        """One question put to both."""
        first = ask(self.settled)
        return Verdict(first.settled, ask(self.indicated).indicated, first.causes)


@dataclass(frozen=True, slots=True)
class HeldJob:
    """What a program asks of the job held on the lodging day; its methods make the conditions that look at it.

    ``eligible``: what makes a current job one that counts; ``control``: what is asked beside, if ``control_asked``.
    """

    eligible: tuple[Trait, ...]
    control: Trait
    control_asked: str

    def current(self, cite: Citation) -> Condition:
        """Such a job goes on on the lodging day."""

        def judge(case: Case) -> Finding:
            if not case.facts.work and not case.facts.holds_all("work"):
                return Finding(UNKNOWN, "unlisted", needs=(Need("work", "work"),))
            choice = self._choice(case)
            if choice is None:
                return Finding(NO, reason="none")
            verdict = choice.verdict(lambda judged: all_of((judged.going_on, *(judged.traits[trait.name] for trait in self.eligible))))
            return self._finding(case, choice, verdict, self.eligible)

        return Condition("current_job", cite, judge, tuple(key for trait in self.eligible for key in trait.rests_on))

    def condition(self, identifier: str, cite: Citation, trait: Trait) -> Condition:
        """One trait of the job relied on, told apart."""

        def judge(case: Case) -> Finding:
            if not case.facts.work and not case.facts.holds_all("work"):
                return Finding(UNKNOWN, "unlisted", needs=(Need("work", "work"),))
            choice = self._choice(case)
            if choice is None:
                return Finding(None)
            return self._finding(case, choice, choice.verdict(lambda judged: judged.traits[trait.name]), (trait,))

        return Condition(identifier, cite, judge, trait.rests_on, self.control_asked if trait is self.control else None)

    def _choice(self, case: Case) -> Choice | None:
        """The job relied on; None if there surely is none."""
        key = ("relied on", self)
        if key not in case.memo:
            case.memo[key] = self._choose(case)
        found = case.memo[key]
        assert found is None or isinstance(found, Choice)
        return found

    def _choose(self, case: Case) -> Choice | None:
        traits = (*self.eligible, *((self.control,) if case.law.value(self.control_asked) else ()))
        jobs = [
            Judged(
                index,
                job,
                going_on(job, case),
                {trait.name: reviewed(trait.judge(job, case.law), job.status) for trait in traits},
            )
            for index, job in enumerate(case.facts.work or ())
        ]
        if not case.facts.holds_all("work"):
            jobs.append(Judged(len(jobs), None, UNKNOWN, {trait.name: UNKNOWN for trait in traits}))
        if all(job.going_on.settled is Outcome.NO for job in jobs):
            return None
        return Choice(_best(jobs, settled), _best(jobs, indicated))

    def _finding(self, case: Case, choice: Choice, verdict: Verdict, traits: tuple[Trait, ...]) -> Finding:
        judged = choice.settled
        if judged.job is None:
            return Finding(verdict, reason="unlisted", needs=(Need("work", "work.more"),))
        whole = len(traits) > 1
        values = {
            "job": name_of(judged),
            "why": _why(judged, traits, verdict.settled, going=whole),
            "noc": _codes(judged.job),
            "naics": judged.job.naics or "?",
        }
        return Finding(
            verdict,
            values=values,
            found=_found(judged),
            evidence=judged.job.evidence,
            needs=job_needs(judged, traits, case, going=whole),
            borderline=whole and _near(judged.job, case),
        )


def going_on(job: Work, case: Case) -> Verdict:
    """Whether the job goes on on the lodging day; the last day of a job counts."""
    started = UNKNOWN if job.start_date is None else job.start_date.on_or_before(case.day)
    if job.end_date is None:
        lasts = UNKNOWN
    elif job.end_date != "present":
        lasts = job.end_date.on_or_after(case.day)
    else:  # A paper proves that a job goes on up to its own date, and nothing after.
        lasts = YES if job.stated_on is None or job.stated_on.first >= case.day else UNKNOWN
    return reviewed(all_of((started, lasts)), job.status)


def name_of(judged: Judged) -> str:
    """The job as a sentence names it: its title, or its number in the list."""
    return judged.job.title if judged.job and judged.job.title else f"#{judged.index + 1}"


def job_needs(judged: Judged, traits: tuple[Trait, ...], case: Case, *, going: bool) -> tuple[Need, ...]:
    """What to ask about a job: its review, or the facts that its unknown answers lack."""
    job, path, name = judged.job, f"work[{judged.index}]", name_of(judged)
    if job is None:
        return (Need("work", "work.more"),)
    if job.status != "confirmed":
        return (Need(path, "review.work", name),)
    needs = [fact for trait in traits if judged.traits[trait.name].settled is Outcome.UNKNOWN for fact in trait.missing(job, case.law)]
    if going and judged.going_on.settled is Outcome.UNKNOWN:
        needs += [key for key in ("start_date", "end_date") if getattr(job, key) is None] or ["stated_on"]
    if not needs and any(Cause.REVIEW in judged.traits[trait.name].causes for trait in traits):
        return (Need(path, "review.work", name),)
    return tuple(Need(f"{path}.{fact}", f"work.{fact}", name) for fact in dict.fromkeys(needs))


def _best(jobs: list[Judged], lens: Lens) -> Judged:
    def rank(judged: Judged) -> tuple[int, int, int, int]:
        answers = sum(lens(verdict).value for verdict in judged.traits.values())
        return lens(judged.all()).value, lens(judged.going_on).value, answers, -judged.index

    return max(jobs, key=rank)


def _why(judged: Judged, traits: tuple[Trait, ...], outcome: Outcome, *, going: bool) -> list[Said]:
    answers = {trait.name: judged.traits[trait.name] for trait in traits} | ({"going_on": judged.going_on} if going else {})
    word = "not" if outcome is Outcome.NO else "unknown"
    return [
        say("reasons", f"job_parts.{name}.{word}") for name, verdict in answers.items() if verdict.settled is outcome is not Outcome.YES
    ]


def _found(judged: Judged) -> dict[str, object]:
    keys = ("title", "noc_2021", "noc_2016", "naics", "place")
    found = {key: getattr(judged.job, key) for key in keys}
    return {"job": f"work[{judged.index}]"} | {key: value for key, value in found.items() if value is not None}


def _codes(job: Work) -> str:
    return " / ".join(code for code in (job.noc_2021, job.noc_2016) if code) or "?"


def _near(job: Work, case: Case) -> bool:
    ends = (job.start_date, None if job.end_date == "present" else job.end_date)
    return any(end.near(case.day) for end in ends if end is not None)
