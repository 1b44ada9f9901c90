"""Each factor of the grid, from the facts: three-valued like the conditions, in points instead of verdicts.

A fact that is missing or not confirmed leaves the range as wide as the table. Some factors rest on what no fact tells (the ministry's
diagnosis of an occupation, whether an offer is validated, where a person lived): they stay open, and say so.
"""

from __future__ import annotations

import datetime as dt

from rules.conditions import traits
from rules.conditions.experience import Months
from rules.conditions.french import Proofs, of_applicant, of_spouse
from rules.conditions.french_levels import HIGHEST, level_of
from rules.core.days import Day, add_months, birthday
from rules.core.outcome import UNKNOWN, YES, Outcome, Verdict, both, opposite, stated
from rules.facts import Entry, French, Offer, Skill, Stated
from rules.points.grid import NONE, Grid, Range, best, in_months, total

SKILLS = ("listening", "speaking", "reading", "writing")
OUTSIDE = traits.Trait("in_cmm", ("in_cmm",), lambda job, law: opposite(stated(job.in_cmm)))
WORKED = (traits.PAID, traits.LEGAL, traits.unsettled_unless(traits.SELF_EMPLOYED))


def _months(*counts: traits.Trait) -> Months:
    """Time in the five years before the day, part-time by its hours; the keys are those of the first stream."""
    return Months(
        "highly_months", "within_months", traits.every("counts", *counts), part_time="highly_part_time", hours="full_time_hours"
    )


IN_ALL = _months(*WORKED)
IN_QUEBEC = _months(*WORKED, traits.IN_QUEBEC)
OUTSIDE_MONTREAL = _months(*WORKED, traits.IN_QUEBEC, OUTSIDE)


def open_(grid: Grid, key: str) -> Range:
    """What no fact tells: anything that the table gives."""
    return Range(0, grid.most(key))


def french(grid: Grid) -> Range:
    """Four skills, of one and the same test."""
    return _of_proofs(grid, of_applicant(grid.case), "french")


def spouse_french(grid: Grid) -> Range:
    """The spouse's."""
    return _of_proofs(grid, of_spouse(grid.case), "spouse_french")


def _of_proofs(grid: Grid, proofs: Proofs, key: str) -> Range:
    anything = Range(0, len(SKILLS) * grid.most(key))
    return best([*(_of_a_proof(grid, proof, key) for proof in proofs.given), *(() if proofs.complete else (anything,))])


def _of_a_proof(grid: Grid, proof: French, key: str) -> Range:
    if proof.proof is not None:  # What level such a paper is worth in points, the sources do not say.
        return Range(0, len(SKILLS) * grid.most(key))
    good = _good(proof, grid)
    if good.settled is Outcome.NO and _trusted(proof):
        return NONE
    found = total([_of_a_skill(grid, proof, name, key) for name in SKILLS])
    sure = good.settled is Outcome.YES and proof.test is not None and _trusted(proof)
    return found if sure else Range(0, found.high)


def _of_a_skill(grid: Grid, proof: French, name: str, key: str) -> Range:
    skill: Skill | None = getattr(proof, name)
    span = level_of(proof, name, grid.case.day)
    if skill is None or not _trusted(skill, proof) or span.least > span.most:
        return grid.along(key, 0, HIGHEST)
    return grid.along(key, span.least, span.most)


def _good(proof: French, grid: Grid) -> Verdict:
    if proof.date is None:
        return UNKNOWN
    day = grid.case.day
    return both(proof.date.on_or_before(day), proof.date.on_or_after(add_months(day, -grid.law.number("result_good_for_months"))))


def _trusted(*entries: Entry) -> bool:
    return all(entry.status == "confirmed" for entry in entries)


def age(grid: Grid) -> Range:
    """The age reached on the day."""
    return _of_birth(grid, grid.case.facts.applicant.birth_date, "age")


def spouse_age(grid: Grid) -> Range:
    """The spouse's."""
    spouse = grid.case.facts.spouse
    return _of_birth(grid, spouse.birth_date if spouse else None, "spouse_age")


def _of_birth(grid: Grid, born: Stated[Day] | None, key: str) -> Range:
    if born is None or not _trusted(born):
        return open_(grid, key)
    youngest, oldest = (_years(date, grid.case.day) for date in (born.value.last, born.value.first))
    return grid.along(key, youngest, oldest)


def _years(born: dt.date, day: dt.date) -> int:
    years = day.year - born.year
    return years - (birthday(born, years) > day)


def experience(grid: Grid) -> Range:
    """All work of the last five years."""
    return grid.for_time("experience", IN_ALL.time(grid.case))


def quebec_experience(grid: Grid) -> Range:
    """That of it in Québec."""
    return grid.for_time("quebec_experience", IN_QUEBEC.time(grid.case))


def work_outside(grid: Grid) -> Range:
    """That of it for employers outside the Montréal metropolitan community."""
    return grid.for_time("work_outside", OUTSIDE_MONTREAL.time(grid.case))


def main_occupation(grid: Grid, main: Months) -> Range:
    """Work in the main occupation, by a diagnosis that may be any, or none."""
    time = main.time(grid.case)
    most = max(in_months(rows, time).high for rows in grid.law.value("main_occupation").values())
    return Range(0, most)


def authorisation(grid: Grid) -> Range:
    """To practise a regulated main occupation; a part of one may do or not."""
    person, most = grid.case.facts.applicant, grid.most("authorisation")
    main, given = person.main_occupation, person.regulator_authorisation
    ruled = main.regulated if main and _trusted(main) else None
    if ruled is False or (given and _trusted(given) and given.value == "none"):
        return NONE
    full = bool(given and _trusted(given) and given.value == "full")
    return Range(most if full and ruled else 0, most)


def job_offer(grid: Grid) -> Range:
    """An accepted offer in Québec; whether it is validated no fact tells."""
    facts, points = grid.case.facts, grid.value("job_offer")
    offered = [_of_an_offer(offer, points) for offer in facts.job_offers or ()]
    return Range(0, max([0, *offered, *(() if facts.holds_all("job_offers") else (points["outside"],))]))


def _of_an_offer(offer: Offer, points: dict[str, int]) -> int:
    if not _trusted(offer):
        return points["outside"]
    if offer.accepted is False or (offer.place not in (None, "CA", "CA-QC")):
        return 0
    return points["inside"] if offer.in_cmm else points["outside"]


def study_outside(grid: Grid) -> Range:
    """Where in Québec somebody studied no fact tells; only that it was not in Québec at all."""
    return open_(grid, "study_outside") if _studied_in_quebec(grid, YES) else NONE


def study_in_quebec(grid: Grid) -> Range:
    """Study in Québec that led to no diploma, completed or going on."""
    most = max(grid.most("study_completed"), grid.most("study_ongoing"))
    return Range(0, most) if _studied_in_quebec(grid, UNKNOWN) else NONE


def _studied_in_quebec(grid: Grid, wanted: Verdict) -> bool:
    """Whether some study in Québec is not excluded; where ``wanted`` is UNKNOWN only such as no diploma closes yet."""
    facts = grid.case.facts
    if not facts.holds_all("education"):
        return True
    for study in facts.education or ():
        closed = study.conferred_on is not None and study.conferred_on.on_or_before(grid.case.day) == YES
        elsewhere = study.country not in (None, "CA", "CA-QC")
        if not (_trusted(study) and (elsewhere or (wanted is UNKNOWN and closed))):
            return True
    return False
