"""What the PEQ ties to the diploma relied on: the work that goes with it, and a program in French as proof of French."""

from __future__ import annotations

import datetime as dt
import functools

from rules.conditions.diplomas.study import Diploma, WorkAfter
from rules.conditions.experience import Months
from rules.conditions.occupations import code_of, skill_level
from rules.conditions.traits import PAID, Trait, every, unsettled_unless
from rules.core.case import Case
from rules.core.finding import Citation, Condition, Finding
from rules.core.law import Law
from rules.core.outcome import CONTRADICTORY, LAW_OPEN, NO, UNKNOWN, YES, Verdict, all_of, any_of, both, plain, reviewed, stated
from rules.facts import Job, Study

TRADES = ("vocational", "vocational_specialised")


def by_diploma(proper: tuple[Trait, ...]) -> WorkAfter:
    """Twelve months at the higher levels; after a vocational diploma eighteen, at these or in a trade of the studies."""
    degree = _months("graduate", proper, _levels("graduate_work_levels", ()))

    @functools.lru_cache(maxsize=256)
    def after_a_trade(leads_to: tuple[str, ...] | None) -> Months:
        return _months("vocational", proper, _levels("vocational_work_levels", leads_to))

    def work(study: Study | None) -> tuple[Months, ...]:
        if study is None or study.level is None:
            return degree, after_a_trade(study.leads_to if study else None)
        return (after_a_trade(study.leads_to) if study.level in TRADES else degree,)

    return work


def _months(kind: str, proper: tuple[Trait, ...], levels: Trait) -> Months:
    interned = tuple(unsettled_unless(trait) if trait is PAID else trait for trait in proper)
    return Months(
        f"{kind}_work_months",
        f"{kind}_work_within_months",
        every("counts", *proper, levels),
        internships="graduate_internship_months",
        interned=every("interned", *interned, unsettled_unless(levels)),
    )


def _levels(levels: str, leads_to: tuple[str, ...] | None) -> Trait:
    """A level of ``levels`` (parameter), or one of its ``related_2016`` where the diploma leads to the job."""

    def judge(job: Job, law: Law) -> Verdict:
        code = code_of(job, law)
        if code is None:
            return UNKNOWN
        lists, level = law.value(levels), skill_level(code)
        if level is None:
            return CONTRADICTORY
        if level not in lists.get("related_2016", ()):
            return plain(level in lists["noc_2016"])
        return UNKNOWN if leads_to is None else plain(bool({code, job.noc_2016, job.noc_2021} & set(leads_to)))

    return Trait("occupation", ("noc",), judge, (levels,))


def in_french_proves(diploma: Diploma, proves: str, cite: Citation) -> Condition:
    """A diploma that suits, of a program in French, where ``proves`` (parameter) is "yes"; "open": not known whether it does."""

    def judge(case: Case) -> Finding:
        taken = {"yes": YES, "open": LAW_OPEN, "no": NO}[case.law.value(proves)]
        answers = [UNKNOWN] if not case.facts.holds_all("education") else []
        for one in diploma.weighed(case):
            if one.study is not None:
                answers.append(all_of([one.suits(), reviewed(stated(one.study.in_french), one.study.status)]))
        verdict = both(taken, any_of(answers))
        return Finding(verdict, f"by_studies.{verdict.settled.word}")

    def days(case: Case) -> set[dt.date]:
        return diploma.days(case)

    return Condition("french_oral", cite, judge, (proves, *diploma.rests_on), days=days)
