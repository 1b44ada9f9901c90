"""Schooling in points: the line of the grid that a diploma is on, by its level and, where the level does not tell, its length."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from rules.core.outcome import Outcome
from rules.facts import Study
from rules.points.grid import Grid, Range, best, hull

QUEBEC = "CA-QC"


def schooling(grid: Grid) -> Range:
    """The highest diploma, wherever it is from."""
    return _highest(grid, "schooling")


def quebec_diploma(grid: Grid) -> Range:
    """The highest diploma of Québec."""
    return _highest(grid, "quebec_diploma", quebec=True)


def _highest(grid: Grid, key: str, *, quebec: bool = False) -> Range:
    facts, points = grid.case.facts, grid.value(key)
    anything = Range(0, grid.most(key))
    found = [_of_a_diploma(study, grid, points, quebec=quebec) for study in facts.education or ()]
    return best([*found, *(() if facts.holds_all("education") else (anything,))])


def _of_a_diploma(study: Study, grid: Grid, points: Mapping[str, int], *, quebec: bool) -> Range:
    most = max(points.values())
    if study.status != "confirmed":
        return Range(0, most)
    obtained = study.conferred_on.on_or_before(grid.case.day).settled if study.conferred_on else Outcome.UNKNOWN
    away = quebec and study.country not in (None, "CA", QUEBEC)
    if obtained is Outcome.NO or away:
        return Range(0, 0)
    if study.level is None:
        return Range(0, most)
    found = _lines(study, grid.law.value("schooling_lines")[study.level], points)
    sure = obtained is Outcome.YES and not (quebec and study.country != QUEBEC)
    return found if sure else Range(0, found.high)


def _lines(study: Study, steps: list[dict[str, Any]], points: Mapping[str, int]) -> Range:
    """From the highest line surely reached to the highest not excluded; a diploma from nobody knows where may be of either kind."""
    if study.country is None:
        return hull([_reached(study, steps, points, at_home=at_home) for at_home in (True, False)])
    return _reached(study, steps, points, at_home=study.country.startswith("CA"))


def _reached(study: Study, steps: list[dict[str, Any]], points: Mapping[str, int], *, at_home: bool) -> Range:
    found = Range(points[steps[0]["line"]], points[steps[0]["line"]])
    for step in steps[1:]:
        sure, excluded = _measured(study, step, at_home=at_home)
        if not excluded:
            found = Range(points[step["line"]] if sure else found.low, points[step["line"]])
    return found


def _measured(study: Study, step: Mapping[str, Any], *, at_home: bool) -> tuple[bool, bool]:
    """Whether a line is surely reached, and whether it is excluded: hours or credits tell in Canada, months full-time elsewhere."""
    if study.country == QUEBEC and step.get("as_in_quebec"):
        return True, False
    keys = ("hours", "credits") if at_home else ("months",)
    key = next((key for key in keys if key in step), None)
    given: Decimal | None = getattr(study, key) if key else None
    if key is None or given is None or (key == "months" and study.full_time is not True):
        return False, False
    return given >= step[key][0], given < step[key][1]
