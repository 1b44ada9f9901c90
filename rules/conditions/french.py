"""French: whether a proof that is still good shows the level asked, of the applicant or of the spouse who comes along.

Each proof stands by itself: halves of two tests are not put together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rules.conditions.french_levels import HIGHEST, TESTS_OF_DIPLOMAS, Span, level_of
from rules.conditions.occupations import main_needs, teers_of
from rules.core.case import Case
from rules.core.changes import coming, passing
from rules.core.days import add_months
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.outcome import LAW_OPEN, NO, UNKNOWN, YES, Cause, Outcome, Verdict, all_of, any_of, both, plain, reviewed, stated
from rules.core.readings import agreed
from rules.facts import French, Skill
from rules.parameters import table

ORAL, WRITTEN = ("listening", "speaking"), ("reading", "writing")
SCHOOL_OF_CHILDREN = "primary"
ASKED_OF_PROOFS: dict[str, tuple[str, ...]] = {
    "schooling_in_french": ("years_full_time", "level"),
    "professional_order_permit": ("expires_on",),
}
GOOD_FOR, OTHER_PROOFS = "result_good_for_months", "other_proofs"


@dataclass(frozen=True, slots=True)
class Proofs:
    """Whose proofs they are, where they stand in the facts, and whether the list holds all there is."""

    given: tuple[French, ...]
    path: str
    complete: bool


def of_applicant(case: Case) -> Proofs:
    """The applicant's own."""
    return Proofs(case.facts.french or (), "french", case.facts.holds_all("french"))


def of_spouse(case: Case) -> Proofs:
    """Those of the spouse."""
    spouse, said = case.facts.spouse, case.facts.complete
    given = spouse.french if spouse else None
    return Proofs(given or (), "spouse.french", given is not None and (said is None or "french" in said))


@dataclass(frozen=True, slots=True)
class Weighed:
    """One proof: whether it shows the level, whether it is still good, and what it shows."""

    index: int
    path: str
    proof: French
    level: Verdict
    good: Verdict
    spans: dict[str, Span]
    likely: bool = False

    def holds(self) -> Verdict:
        """Both."""
        return reviewed(both(self.level, self.good), self.proof.status)


def oral(cite: Citation, wanted: str = "oral_level") -> Condition:
    """Listening and speaking at the level ``wanted`` (parameter), by a proof that is still good."""
    return _condition("french_oral", cite, ORAL, wanted, _by_number(ORAL, wanted))


def written(cite: Citation, wanted: str = "written_level", asked: str | None = None) -> Condition:
    """Reading and writing at that level."""
    return _condition("french_written", cite, WRITTEN, wanted, _by_number(WRITTEN, wanted), asked)


def by_teer(identifier: str, cite: Citation, wanted: str) -> Condition:
    """A level that the TEER of the main occupation decides: ``wanted`` (parameter) gives one a TEER, 0 where none is asked."""
    skills = ORAL if identifier == "french_oral" else WRITTEN

    def judge(case: Case) -> Finding:
        levels = dict.fromkeys(case.law.value(wanted)[teer] for teer in teers_of(case))
        findings = [_judge(of_applicant(case), skills, level, case) if level else Finding(None) for level in levels]
        return agreed(findings, Cause.EVIDENCE, main_needs(case.facts.applicant.main_occupation, ("noc_2021",)))

    return _condition(identifier, cite, skills, wanted, judge)


def spouse(cite: Citation, wanted: str = "spouse_level", asked: str | None = None) -> Condition:
    """Listening and speaking of a spouse who comes along; does not apply where none does."""

    def judge(case: Case) -> Finding:
        person = case.facts.spouse
        comes = stated(person.accompanying.value, person.accompanying.status) if person and person.accompanying else UNKNOWN
        if comes == NO:
            return Finding(None, evidence=person.evidence if person else ())
        found = _judge(of_spouse(case), ORAL, case.law.number(wanted), case)
        if comes == YES:
            return found
        ask = Need("spouse.accompanying", "spouse.accompanying")
        return agreed([found, Finding(None)], comes.causes, (ask,))

    return _condition("spouse_french_oral", cite, ORAL, wanted, judge, asked, whose=of_spouse)


def _by_number(skills: tuple[str, ...], wanted: str) -> Callable[[Case], Finding]:
    return lambda case: _judge(of_applicant(case), skills, case.law.number(wanted), case)


def _condition(
    identifier: str,
    cite: Citation,
    skills: tuple[str, ...],
    wanted: str,
    judge: Callable[[Case], Finding],
    asked: str | None = None,
    whose: Callable[[Case], Proofs] = of_applicant,
) -> Condition:
    def days(case: Case) -> set[dt.date]:
        months = case.law.number(GOOD_FOR)

        def work_out() -> set[dt.date]:
            given = whose(case).given
            dates = [proof.expires_on if proof.proof else proof.date for proof in given]
            return coming(dates) | passing(dates, months)

        return case.once_for_every_law(("days of french", whose, months), work_out)

    def alike(case: Case) -> tuple[object, ...]:
        return str(case.law.value(wanted)), _taken(whose(case), case)

    return Condition(identifier, cite, judge, (wanted, GOOD_FOR), asked, days, alike)


def _judge(proofs: Proofs, skills: tuple[str, ...], level: int, case: Case) -> Finding:
    """What several programs ask alike is judged once."""
    required = {"level": level, "within_months": case.law.number(GOOD_FOR)}
    alike = (proofs.path, skills, level, _taken(proofs, case), case.day)
    return case.once_for_every_law(alike, lambda: _read(proofs, skills, required, case))


def _taken(proofs: Proofs, case: Case) -> tuple[object, ...]:
    """All that the text says of these proofs, beside the level: tests of diplomas are read by its day, other proofs by its lists."""

    def work_out() -> tuple[object, ...]:
        by_day = case.law.day if any(proof.test in TESTS_OF_DIPLOMAS for proof in proofs.given) else None
        by_lists = str(case.law.value(OTHER_PROOFS)) if any(proof.proof for proof in proofs.given) else None
        return case.law.number(GOOD_FOR), by_day, by_lists

    return case.once_for_all(("proofs taken", proofs.path), work_out)


def _read(proofs: Proofs, skills: tuple[str, ...], required: dict[str, int], case: Case) -> Finding:
    weighed = [_weigh(index, proof, proofs.path, skills, required, case) for index, proof in enumerate(proofs.given)]
    verdict = any_of([*(one.holds() for one in weighed), *(() if proofs.complete else (UNKNOWN,))])
    if not weighed:
        ask = Need(proofs.path, proofs.path)
        return Finding(verdict, "none" if proofs.complete else "nothing", required, required, needs=(ask,))
    return _finding(verdict, _best(weighed), required, case, complete=proofs.complete)


def _weigh(index: int, proof: French, path: str, skills: tuple[str, ...], required: dict[str, int], case: Case) -> Weighed:
    path = f"{path}[{index}]"
    if proof.proof is not None:
        accepted = case.law.value(OTHER_PROOFS)
        taken = LAW_OPEN if proof.proof in accepted["open"] else YES
        level = both(taken, _other_proof(proof))
        good = _permit_good(proof, required["within_months"], case.day)
        return Weighed(index, path, proof, level, good, {}, likely=proof.proof not in accepted["sure"])
    spans = {name: level_of(proof, name, case.law.day) for name in skills}
    levels = [reviewed(span.reaches(required["level"]), _standing(proof, name)) for name, span in spans.items()]
    level = all_of([YES if proof.test is not None else UNKNOWN, *levels])
    return Weighed(index, path, proof, level, _result_good(proof, required["within_months"], case.day), spans)


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


def _best(proofs: list[Weighed]) -> Weighed:
    def rank(one: Weighed) -> tuple[int, int, int, int]:
        return *one.holds().rank(), one.level.settled.order + one.good.settled.order, -one.index

    return proofs[0] if len(proofs) == 1 else max(proofs, key=rank)


def _finding(verdict: Verdict, best: Weighed, required: dict[str, int], case: Case, *, complete: bool) -> Finding:
    proof, limit = best.proof, add_months(case.day, -required["within_months"])
    levels = {name: [span.least, span.most] for name, span in best.spans.items()}
    dated = proof.expires_on if proof.proof else proof.date
    values: dict[str, Any] = required | {"proof": _called(best), "dated": dated or "?", "limit": limit}
    values |= {name: _levels(span) for name, span in levels.items()}
    found = {"proof": best.path, **levels} | ({"date": str(dated)} if dated else {})
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
        sure=not best.likely,
    )


_PRINTED = {"TCF_CANADA": "TCF Canada", "TCF_QUEBEC": "TCF Québec", "TEF_CANADA": "TEF Canada"}


def _called(best: Weighed) -> str:
    """What people call a proof: the test's own name, else its kind, else its number."""
    test = best.proof.test
    return _PRINTED.get(test, test) if test else best.proof.proof or f"#{best.index + 1}"


def _reason(best: Weighed, verdict: Verdict) -> str:
    word = verdict.settled.word
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
    proof, path, name = best.proof, best.path, _called(best)
    whole = path.split("[")[0]
    if proof.status != "confirmed" or Cause.REVIEW in best.level.causes:
        return (Need(path, "review.french", name),)
    if best.good.settled is Outcome.NO or best.level.settled is Outcome.NO:
        return (Need(whole, whole),)
    keys = _asked_of(proof)
    lacking = [key for key in keys if getattr(proof, key) is None] if best.holds().settled is Outcome.UNKNOWN else []
    asked = tuple(Need(f"{path}.{key}", f"french.{key}", name) for key in lacking)
    vague = [skill for skill, span in best.spans.items() if best.level.settled is Outcome.UNKNOWN and _score_lacks(proof, skill, span)]
    scores = tuple(Need(f"{path}.{skill}", f"french.{skill}", name) for skill in vague)
    return asked + scores + (() if complete else (Need(whole, whole),))


def _asked_of(proof: French) -> tuple[str, ...]:
    """The keys that such a proof is read by, its skills aside; the level of a DELF or DALF may stand with each skill."""
    if proof.proof:
        return ASKED_OF_PROOFS.get(proof.proof, ())
    skills = (proof.listening, proof.speaking, proof.reading, proof.writing)
    by_level = proof.test in TESTS_OF_DIPLOMAS and not any(skill and skill.cefr for skill in skills)
    return ("test", "date", "cefr") if by_level else ("test", "date")


def _score_lacks(proof: French, name: str, span: Span) -> bool:
    """Whether a skill's score is what is missing: not where it is on file, and its test, its date or the law leaves it open."""
    skill: Skill | None = getattr(proof, name)
    return span.least != span.most and not span.by_law and (skill is None or skill.score is None)


def _levels(ends: list[int]) -> str:
    least, most = ends
    return "?" if (least, most) == (0, HIGHEST) else str(least) if least == most else f"{least}-{most}" if least < most else "?"
