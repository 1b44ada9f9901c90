"""What can be asked of one job: full-time, paid, in Québec, of a listed occupation. Each answer is three-valued."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rules.core.law import Law
from rules.core.outcome import CONTRADICTORY, LAW_OPEN, UNKNOWN, YES, Cause, Verdict, all_of, any_of, opposite, plain, stated
from rules.facts import Job, Offer

Judge = Callable[[Job, Law], Verdict]


@dataclass(frozen=True, slots=True, eq=False)
class Trait:
    """A question about a job. ``facts``: the keys that answer it; ``noc`` stands for the code of the edition in force.

    ``lacks``: the keys to ask for where those do not tell it: of a job that leaves the question open.
    """

    name: str
    facts: tuple[str, ...]
    judge: Judge
    rests_on: tuple[str, ...] = ()
    parts: tuple[Trait, ...] = ()
    lacks: Callable[[Job, Law], Sequence[str]] | None = None

    def missing(self, job: Job, law: Law) -> list[str]:
        """The keys that could answer: those that the job lacks; if none, those whose value is too vague."""
        if Cause.EVIDENCE not in self.judge(job, law).causes:
            return []
        if self.parts:
            return [key for part in self.parts for key in part.missing(job, law)]
        facts = self.facts if self.lacks is None else self.lacks(job, law)
        keys = [f"noc_{law.value('noc_edition')}" if key == "noc" else key for key in facts]
        return [key for key in keys if getattr(job, key) is None] or keys


def every(name: str, *traits: Trait) -> Trait:
    """All of some traits."""
    return _joined(name, traits, lambda job, law: all_of([trait.judge(job, law) for trait in traits]))


def either(name: str, *traits: Trait) -> Trait:
    """Any of some traits."""
    return _joined(name, traits, lambda job, law: any_of([trait.judge(job, law) for trait in traits]))


def _joined(name: str, traits: Sequence[Trait], judge: Judge) -> Trait:
    facts = tuple(dict.fromkeys(fact for trait in traits for fact in trait.facts))
    return Trait(name, facts, judge, tuple(key for trait in traits for key in trait.rests_on), tuple(traits))


def unsettled_unless(trait: Trait) -> Trait:
    """The same question where the text is not known to turn away a job that fails it: a "no" becomes an open question of law."""

    def judge(job: Job, law: Law) -> Verdict:
        return any_of([trait.judge(job, law), LAW_OPEN])

    return Trait(trait.name, trait.facts, judge, trait.rests_on)


def full_time(hours: str) -> Trait:
    """At least ``hours`` (parameter) paid hours a week; without hours, the paper's own words. Where both disagree: review."""

    def judge(job: Job, law: Law) -> Verdict:
        if job.hours_per_week is None:
            return stated(job.full_time)
        enough = job.hours_per_week >= law.number(hours)
        return CONTRADICTORY if job.full_time not in (None, enough) else plain(enough)

    return Trait("full_time", ("hours_per_week",), judge, (hours,))


def _paid(job: Job, law: Law) -> Verdict:
    if job.paid is None and isinstance(job, Offer) and job.salary and job.salary.amount:
        return YES  # An offer that names the pay is one of paid work.
    return stated(job.paid)


def _legal(job: Job, law: Law) -> Verdict:
    return YES if isinstance(job, Offer) else stated(job.legal)  # The right to hold an offered job comes later.


def _in_quebec(job: Job, law: Law) -> Verdict:
    if job.place is None or job.place == "CA":  # Somewhere in Canada may be in Québec or not.
        return UNKNOWN
    return plain(job.place == "CA-QC")


PAID = Trait("paid", ("paid",), _paid)
LEGAL = Trait("legal", ("legal",), _legal)
IN_QUEBEC = Trait("place", ("place",), _in_quebec)
OUTSIDE_QUEBEC = Trait("place", ("place",), lambda job, law: opposite(_in_quebec(job, law)))
NO_INTERNSHIP = Trait(
    "internship", ("internship",), lambda job, law: UNKNOWN if job.internship is None else plain(job.internship == "none")
)
SELF_EMPLOYED = Trait("self_employed", ("self_employed",), lambda job, law: opposite(stated(job.self_employed)))
INDEPENDENT = every(
    "control",
    SELF_EMPLOYED,
    Trait("employer_controlled", ("employer_controlled",), lambda job, law: opposite(stated(job.employer_controlled))),
)
AI_SECTOR = Trait("ai_sector", ("ai_sector",), lambda job, law: stated(job.ai_sector))


def industry(prefixes: str) -> Trait:
    """A NAICS code under one of the ``prefixes`` (parameter); a code too short to tell is unknown."""

    def judge(job: Job, law: Law) -> Verdict:
        code = job.naics
        if code is None:
            return UNKNOWN
        listed = law.words(prefixes)
        if any(code.startswith(prefix) for prefix in listed):
            return YES
        return UNKNOWN if any(prefix.startswith(code) for prefix in listed) else plain(False)

    return Trait("sector", ("naics",), judge, (prefixes,))
