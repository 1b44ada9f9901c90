"""French: from the results of a test, or another proof, to the level of the Échelle québécoise, skill by skill.

A level is a span, since a CEFR level covers two of the twelve. A federal NCLC level is never converted. Each proof stands by
itself: halves of two tests are not put together.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rules.core.case import Case
from rules.core.days import add_months
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.outcome import CONTRADICTORY, NO, UNKNOWN, YES, Outcome, Verdict, all_of, any_of, both, plain, reviewed
from rules.facts import French, Skill
from rules.parameters import table

HIGHEST = 12
SCHOOL_OF_CHILDREN = "primary"
TESTS_OF_DIPLOMAS = ("DELF", "DALF")


@dataclass(frozen=True, slots=True)
class Span:
    """The Québec levels that a result can mean, both ends included; 0 is below the first."""

    least: int = 0
    most: int = HIGHEST

    def reaches(self, wanted: int) -> Verdict:
        """Whether it is ``wanted`` or higher. An empty span comes of results that contradict each other."""
        if self.least > self.most:
            return CONTRADICTORY
        return YES if self.least >= wanted else NO if self.most < wanted else UNKNOWN

    def narrowed(self, other: Span) -> Span:
        """What both allow."""
        return Span(max(self.least, other.least), min(self.most, other.most))


def level_of(proof: French, name: str, on: dt.date) -> Span:
    """The level of one skill (``listening`` …) by the tables in force on ``on``; everything where nothing can be read."""
    skill: Skill | None = getattr(proof, name)
    if skill is None:
        return Span()
    span = Span()
    if skill.quebec_level is not None:
        span = span.narrowed(Span(skill.quebec_level, skill.quebec_level))
    if skill.cefr is not None:
        span = span.narrowed(Span(*table("french")["cefr"][skill.cefr]))
    if skill.score is not None and proof.test is not None:
        span = span.narrowed(_from_score(proof, name, skill.score, on))
    return span


def _from_score(proof: French, name: str, score: Decimal, on: dt.date) -> Span:
    test = str(proof.test)
    if test in TESTS_OF_DIPLOMAS:
        return _from_diploma(proof, name, score, on)
    row = next(row for row in table("french")["scales"] if test in row["tests"] and name in row["skills"])
    if (proof.date is None and "from" in row) or (proof.date is not None and "from" in row and proof.date.first < row["from"]):
        return Span()  # An older scale, or a sitting of unknown age: the figure cannot be read on this one.
    return _band(row["bands"], score)


def _from_diploma(proof: French, name: str, score: Decimal, on: dt.date) -> Span:
    skill: Skill = getattr(proof, name)
    rows = [
        row
        for row in table("french")["diplomas"]
        if row["diploma"] == (proof.cefr or skill.cefr) and row["test"] == proof.test and row["from"] <= on < row["to"]
    ]
    if not rows:
        return Span()
    return Span(*rows[0]["levels"]) if score >= Decimal(str(rows[0]["least"])) else Span(0, 0)


def _band(bands: list[list[int]], score: Decimal) -> Span:
    reached = [band for band in bands if score >= band[0]]
    return Span(reached[-1][1], reached[-1][2]) if reached else Span(0, 0)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One proof: whether it shows the level, whether it is still good, and what it shows."""

    index: int
    proof: French
    level: Verdict
    good: Verdict
    spans: dict[str, Span]

    def holds(self) -> Verdict:
        """Both."""
        return reviewed(both(self.level, self.good), self.proof.status)


def oral(cite: Citation, wanted: str, good_for: str) -> Condition:
    """Listening and speaking at the level ``wanted``, by a proof at most ``good_for`` months old (both parameters)."""
    return _french("french_oral", cite, ("listening", "speaking"), wanted, good_for)


def _french(identifier: str, cite: Citation, skills: tuple[str, ...], wanted: str, good_for: str) -> Condition:
    def judge(case: Case) -> Finding:
        required = {"level": case.law.number(wanted), "within_months": case.law.number(good_for)}
        proofs = [_weigh(index, proof, skills, required, case) for index, proof in enumerate(case.facts.french or ())]
        complete = case.facts.holds_all("french")
        verdict = any_of([*(one.holds() for one in proofs), *(() if complete else (UNKNOWN,))])
        if not proofs:
            return Finding(verdict, "none" if complete else "nothing", required, required, needs=(Need("french", "french"),))
        return _finding(verdict, _best(proofs, verdict), required, case, complete=complete)

    return Condition(identifier, cite, judge, (wanted, good_for))


def _weigh(index: int, proof: French, skills: tuple[str, ...], required: dict[str, int], case: Case) -> Weighed:
    if proof.proof is not None:
        return Weighed(index, proof, _other_proof(proof), _permit_good(proof, required["within_months"], case.day), {})
    spans = {name: level_of(proof, name, case.law.day) for name in skills}
    levels = [reviewed(span.reaches(required["level"]), _standing(proof, name)) for name, span in spans.items()]
    accepted = YES if proof.test is not None else UNKNOWN
    return Weighed(index, proof, all_of((accepted, *levels)), _result_good(proof, required["within_months"], case.day), spans)


def _standing(proof: French, name: str) -> Any:
    skill: Skill | None = getattr(proof, name)
    return skill.status if skill else "confirmed"


def _other_proof(proof: French) -> Verdict:
    if proof.proof != "schooling_in_french":
        return YES
    least = table("french")["schooling"]["years"]
    long = UNKNOWN if proof.years_full_time is None else plain(proof.years_full_time >= least)
    high = UNKNOWN if proof.level is None else plain(proof.level != SCHOOL_OF_CHILDREN)
    return both(long, high)


def _permit_good(proof: French, months: int, today: dt.date) -> Verdict:
    if proof.proof != "professional_order_permit":
        return YES
    return UNKNOWN if proof.expires_on is None else proof.expires_on.on_or_after(add_months(today, -months))


def _result_good(proof: French, months: int, today: dt.date) -> Verdict:
    if proof.date is None:
        return UNKNOWN
    return both(proof.date.on_or_before(today), proof.date.on_or_after(add_months(today, -months)))


def _best(proofs: list[Weighed], verdict: Verdict) -> Weighed:
    def rank(one: Weighed) -> tuple[int, int, int, int]:
        return *one.holds().rank(), one.level.settled.value + one.good.settled.value, -one.index

    return max(proofs, key=rank)


def _finding(verdict: Verdict, best: Weighed, required: dict[str, int], case: Case, *, complete: bool) -> Finding:
    proof, limit = best.proof, add_months(case.day, -required["within_months"])
    levels = {name: [span.least, span.most] for name, span in best.spans.items()}
    dated = proof.expires_on if proof.proof else proof.date
    values: dict[str, Any] = required | {
        "proof": _called(best),
        "dated": dated or "?",
        "limit": limit,
        **{name: _levels(span) for name, span in levels.items()},
    }
    found = {"proof": f"french[{best.index}]", **levels} | ({"date": str(dated)} if dated else {})
    skills = [skill for name in best.spans if (skill := getattr(proof, name)) is not None]
    papers = (*proof.evidence, *(one for skill in skills for one in skill.evidence))
    return Finding(
        verdict,
        _reason(best, verdict),
        values,
        required,
        found,
        papers,
        _needs(best, complete=complete),
        borderline=bool(dated and (dated.near(limit) or dated.near(case.day))),
        sure=proof.proof is None,
    )


_PRINTED = {"TCF_CANADA": "TCF Canada", "TCF_QUEBEC": "TCF Québec", "TEF_CANADA": "TEF Canada"}


def _called(best: Weighed) -> str:
    """What people call a proof: the test's own name, else its kind, else its number."""
    test = best.proof.test
    return _PRINTED.get(test, test) if test else best.proof.proof or f"#{best.index + 1}"


def _reason(best: Weighed, verdict: Verdict) -> str:
    word = {Outcome.YES: "met", Outcome.NO: "not_met", Outcome.UNKNOWN: "unknown"}[verdict.settled]
    if best.proof.proof is not None:
        return f"other_proof.{word}"
    if verdict.settled is Outcome.NO and best.good.settled is Outcome.NO:
        return "too_old"
    if verdict.settled is Outcome.UNKNOWN and _only_nclc(best):
        return "nclc"
    return word


def _only_nclc(best: Weighed) -> bool:
    skills = [skill for name in best.spans if (skill := getattr(best.proof, name)) is not None]
    return any(skill.nclc and skill.score is None and skill.cefr is None and skill.quebec_level is None for skill in skills)


def _needs(best: Weighed, *, complete: bool) -> tuple[Need, ...]:
    proof, path = best.proof, f"french[{best.index}]"
    name = _called(best)
    if proof.status != "confirmed":
        return (Need(path, "review.french", name),)
    if best.good.settled is Outcome.NO or best.level.settled is Outcome.NO:
        return (Need("french", "french"),)
    keys = ("years_full_time", "level", "expires_on") if proof.proof else ("test", "date")
    lacking = [key for key in keys if getattr(proof, key) is None] if best.holds().settled is Outcome.UNKNOWN else []
    relevant = {"schooling_in_french": ("years_full_time", "level"), "professional_order_permit": ("expires_on",)}.get(
        proof.proof or "", keys
    )
    asked = tuple(Need(f"{path}.{key}", f"french.{key}", name) for key in lacking if key in relevant)
    vague = [skill for skill, span in best.spans.items() if best.level.settled is Outcome.UNKNOWN and span.least != span.most]
    scores = tuple(Need(f"{path}.{skill}", f"french.{skill}", name) for skill in vague)
    return asked + scores + (() if complete else (Need("french", "french"),))


def _levels(ends: list[int]) -> str:
    least, most = ends
    return "?" if (least, most) == (0, HIGHEST) else str(least) if least == most else f"{least}-{most}" if least < most else "?"
