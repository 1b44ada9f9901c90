"""The sum: three parts of the grid, each of factors, without or with a spouse, or both where that is not known."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rules.conditions.experience import Months
from rules.core.case import Case
from rules.core.law import Law, law_on, parameters
from rules.facts import Facts
from rules.parameters import table
from rules.points import factors, schooling
from rules.points.grid import ALONE, NONE, WITH_SPOUSE, Grid, Range, hull, most_of, total
from rules.texts import say

TABLE = "pstq_points"
SOURCES = ("G2", "G3", "N10")


PARTS = ("human_capital", "labour_market", "adaptation")


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor: its id (also the key of its name), its part, its points, the parameters it rests on.

    The first of these gives the most that it can bring, as often as ``times`` (once a skill).
    """

    id: str
    part: str
    points: Callable[[Grid], Range]
    tables: tuple[str, ...]
    times: int = 1
    of_spouse: bool = False


def _open(key: str) -> Callable[[Grid], Range]:
    return lambda grid: factors.open_(grid, key)


def factors_of(main: Months) -> tuple[Factor, ...]:
    """All factors in the order of the grid; ``main``: how work in the main occupation is counted."""
    return (
        Factor("french", "human_capital", factors.french, ("french",), 4),
        Factor("age", "human_capital", factors.age, ("age",)),
        Factor("experience", "human_capital", factors.experience, ("experience",)),
        Factor("schooling", "human_capital", schooling.schooling, ("schooling", "schooling_lines")),
        Factor("main_occupation", "labour_market", lambda grid: factors.main_occupation(grid, main), ("main_occupation",)),
        Factor("quebec_diploma", "labour_market", schooling.quebec_diploma, ("quebec_diploma", "schooling_lines")),
        Factor("quebec_experience", "labour_market", factors.quebec_experience, ("quebec_experience",)),
        Factor("residence_outside", "labour_market", _open("residence_outside"), ("residence_outside",)),
        Factor("work_outside", "labour_market", factors.work_outside, ("work_outside",)),
        Factor("study_outside", "labour_market", factors.study_outside, ("study_outside",)),
        Factor("job_offer", "labour_market", factors.job_offer, ("job_offer",)),
        Factor("authorisation", "labour_market", factors.authorisation, ("authorisation",)),
        Factor("study_in_quebec", "adaptation", factors.study_in_quebec, ("study_ongoing", "study_completed")),
        Factor("family", "adaptation", _open("family"), ("family",)),
        Factor("spouse_french", "adaptation", factors.spouse_french, ("spouse_french",), 4, of_spouse=True),
        Factor("spouse_age", "adaptation", factors.spouse_age, ("spouse_age",), of_spouse=True),
        Factor("spouse_experience", "adaptation", _open("spouse_experience"), ("spouse_experience",), of_spouse=True),
        Factor("spouse_schooling", "adaptation", _open("spouse_schooling"), ("spouse_schooling",), of_spouse=True),
        Factor("spouse_quebec_diploma", "adaptation", _open("spouse_quebec_diploma"), ("spouse_quebec_diploma",), of_spouse=True),
    )



@dataclass(frozen=True, slots=True)
class Frame:
    """What the facts do not change, for a grid and its columns: the most of each factor and part, and what is said of them."""

    law: Law
    columns: tuple[str, ...]
    factors: tuple[Factor, ...]

    def most(self, members: Iterable[Factor]) -> int:
        """The most that some factors can bring together."""
        return max(sum(_most(factor, self.law, column) for factor in members) for column in self.columns)

    def factor(self, factor: Factor) -> dict[str, Any]:
        """A factor without its points. What only one source has is unsure, all else likely."""
        unsure = any(self.law.values[key].certainty == "U" for key in factor.tables)
        certainty = say("points", "unsure" if unsure else "likely")
        name = say("points", f"factors.{factor.id}")
        return {"id": factor.id, "name": name, "range": [], "max": self.most([factor]), "sure": False, "certainty": certainty}

    def parts(self) -> list[dict[str, Any]]:
        """The parts with their factors, all without points."""
        members = {part: [factor for factor in self.factors if factor.part == part] for part in PARTS}
        return [
            {
                "id": part,
                "name": say("points", f"parts.{part}"),
                "range": [],
                "max": self.most(members[part]),
                "factors": [self.factor(factor) for factor in members[part]],
            }
            for part in PARTS
        ]


def _most(factor: Factor, law: Law, column: str) -> int:
    return 0 if factor.of_spouse and column == ALONE else factor.times * most_of(law, column, factor.tables[0])


@functools.cache
def _frame(members: tuple[Factor, ...], law: Law, columns: tuple[str, ...]) -> dict[str, Any]:
    whole = Frame(law, columns, members)
    return {
        "version": law.version.isoformat(),
        "in_force": True,
        "sure": False,
        "certainty": say("points", "likely"),
        "note": say("points", "note"),
        "columns": list(columns),
        "range": [],
        "max": whole.most(members),
        "parts": whole.parts(),
        "sources": [{"text": table("sources")[key]["title"], "url": table("sources")[key]["url"]} for key in SOURCES],
    }


def ranking_by(main: Months) -> Callable[[Case], Mapping[str, Any]]:
    """What tells a case's points as plain data; ``main``: how work in the main occupation is counted."""
    members = factors_of(main)

    def rank(case: Case) -> Mapping[str, Any]:
        columns, law = _columns(case.facts), _law(case.day)
        found = [{factor.id: _points(factor, Grid(case, law, column)) for factor in members} for column in columns]
        return {**_filled(_frame(members, law, columns), found), "in_force": case.day >= law.version}

    return rank


def _filled(told: dict[str, Any], found: list[dict[str, Range]]) -> dict[str, Any]:
    """The frame with the ranges: the hull of what each column gives."""
    parts = []
    for part in told["parts"]:
        each = [{**factor, "range": list(hull([ranges[factor["id"]] for ranges in found]))} for factor in part["factors"]]
        sums = [total([ranges[factor["id"]] for factor in each]) for ranges in found]
        parts.append({**part, "range": list(hull(sums)), "factors": each})
    return {**told, "range": list(hull([total(ranges.values()) for ranges in found])), "parts": parts}


def _law(day: dt.date) -> Law:
    """The grid in force, or the nearest; the same one for all days between two changes of it."""
    edges = _edges()
    return law_on(TABLE, max((edge for edge in edges if edge <= day), default=edges[0]))


@functools.cache
def _edges() -> tuple[dt.date, ...]:
    return tuple(sorted({value.start for history in parameters(TABLE).values() for value in history}))


def _columns(facts: Facts) -> tuple[str, ...]:
    """Without a spouse, with one, or both where it is not known, or not confirmed, whether one comes along."""
    comes = facts.spouse.accompanying if facts.spouse else None
    if comes is None or comes.status != "confirmed":
        return ALONE, WITH_SPOUSE
    return (WITH_SPOUSE,) if comes.value else (ALONE,)


def _points(factor: Factor, grid: Grid) -> Range:
    return NONE if factor.of_spouse and grid.column == ALONE else factor.points(grid)
