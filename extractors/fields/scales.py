"""The scales of French tests: which scores exist, and which CEFR level a score means (research/documents-facts.md, A2 and A3)."""

from __future__ import annotations

LEVELS = ("<A1", "A1", "A2", "B1", "B2", "C1", "C2")
_FLOORS_699 = (0, 100, 200, 300, 400, 500, 600)
_FLOORS_20 = (0, 1, 2, 6, 10, 14, 18)


def level_of(score: float, most: int) -> str | None:
    """The CEFR level that a score means on a scale to 699 or to 20; None on other scales and outside of it."""
    floors = {699: _FLOORS_699, 20: _FLOORS_20}.get(most)
    if floors is None or not 0 <= score <= most:
        return None
    return LEVELS[sum(score >= floor for floor in floors) - 1]


def agrees(score: float, most: int, level: str) -> bool | None:
    """Whether a printed level is the one that the score means; a step of one is not held against TEF before 2019. None: cannot tell."""
    meant = level_of(score, most)
    return None if meant is None else meant == level.split(".")[0]
