"""The "profiles" of the starting text: an occupation held at some time. The text does not ask that the job goes on."""

from __future__ import annotations

from dataclasses import dataclass

from rules.conditions.jobs import answer
from rules.conditions.traits import Trait
from rules.core.case import Case
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.outcome import UNKNOWN, Cause, Outcome, Verdict, any_of
from rules.facts import Work


@dataclass(frozen=True, slots=True)
class _Held:
    """A job with its answer."""

    index: int
    job: Work
    fits: Verdict

    @property
    def name(self) -> str:
        return self.job.title or f"#{self.index + 1}"

    @property
    def codes(self) -> str:
        return " / ".join(code for code in (self.job.noc_2021, self.job.noc_2016) if code) or "?"


def profile(cite: Citation, listed: Trait) -> Condition:
    """Some job on file is of a ``listed`` occupation; an incomplete list of jobs may leave it out."""

    def judge(case: Case) -> Finding:
        held = [_Held(index, job, answer(listed, job, case)) for index, job in enumerate(case.facts.work or ())]
        whole = case.facts.holds_all("work")
        verdict = any_of([*(one.fits for one in held), *(() if whole else (UNKNOWN,))])
        asked = () if whole else (Need("work", "work.more" if held else "work"),)
        if not held:
            return Finding(verdict, "profile.none" if whole else "profile.nothing", needs=asked)
        best = max(held, key=lambda one: (*one.fits.rank(), -one.index))
        return Finding(
            verdict,
            f"profile.{verdict.settled.word}",
            {"job": best.name, "noc": best.codes},
            found={"job": f"work[{best.index}]"} | {key: code for key in CODES if (code := getattr(best.job, key)) is not None},
            evidence=best.job.evidence,
            needs=(*_needs(best, listed, case), *asked),
        )

    return Condition("occupation", cite, judge, listed.rests_on)


CODES = ("noc_2021", "noc_2016")


def _needs(best: _Held, listed: Trait, case: Case) -> tuple[Need, ...]:
    path = f"work[{best.index}]"
    if best.job.status != "confirmed" or Cause.REVIEW in best.fits.causes:
        return (Need(path, "review.work", best.name),)
    if best.fits.settled is not Outcome.UNKNOWN:
        return ()
    return tuple(Need(f"{path}.{fact}", f"work.{fact}", best.name) for fact in listed.missing(best.job, case.law))
