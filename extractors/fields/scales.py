"""The scales of French tests: which scores exist, and which CEFR level a score means (research/documents-facts.md, A2 and A3)."""

from __future__ import annotations

LEVELS = ("<A1", "A1", "A2", "B1", "B2", "C1", "C2")
_FLOORS_699 = (0, 100, 200, 300, 400, 500, 600)
IRN = (499, 399)
"""The ceilings of the tests for residence in France, which Québec does not take: the scale to 699, cut off at B2 or B1."""
_FLOORS_20 = (0, 1, 2, 6, 10, 14, 18)


def level_of(score: float, most: int) -> str | None:
    """The CEFR level that a score means on a scale to 699, 499 or 399, or to 20; None on other scales and outside of it."""
    floors = _FLOORS_20 if most == 20 else _FLOORS_699 if most in (699, *IRN) else None
    if floors is None or not 0 <= score <= most:
        return None
    return LEVELS[sum(score >= floor for floor in floors) - 1]


def agrees(score: float, most: int, level: str) -> bool | None:
    """Whether a printed level is the one that the score means; a step of one is not held against TEF before 2019. None: cannot
    tell."""
    meant = level_of(score, most)
    return None if meant is None else meant == level.split(".", maxsplit=1)[0]


_NCLC_TCF = {
    "listening": (331, 369, 398, 458, 503, 523, 549),
    "reading": (342, 375, 406, 453, 499, 524, 549),
    "writing": (4, 6, 7, 10, 12, 14, 16),
    "speaking": (4, 6, 7, 10, 12, 14, 16),
}
_NCLC_TEF_NOW = {
    "listening": (306, 352, 393, 434, 462, 503, 546),
    "reading": (306, 352, 393, 434, 462, 503, 546),
    "writing": (268, 330, 379, 428, 472, 512, 558),
    "speaking": (328, 387, 422, 456, 494, 518, 556),
}
_NCLC_TEF_2019 = dict.fromkeys(("listening", "reading", "writing", "speaking"), (300, 350, 400, 450, 500, 533, 566))
_NCLC_TEF_OLD = {
    "listening": (145, 181, 217, 249, 280, 298, 316),
    "reading": (121, 151, 181, 207, 233, 248, 263),
    "writing": (181, 226, 271, 310, 349, 371, 393),
    "speaking": (181, 226, 271, 310, 349, 371, 393),
}


def nclc_of(test: str, skill: str, score: float, date: str) -> int | None:
    """The NCLC from 4 to 10 that a score means in TCF Canada or TEF Canada on the day of the test; 3 stands for below 4."""
    if test == "TCF_CANADA":
        floors = _NCLC_TCF
    elif test == "TEF_CANADA" and len(date) == 10:
        floors = _NCLC_TEF_NOW if date > "2023-12-10" else _NCLC_TEF_2019 if date >= "2019-10-01" else _NCLC_TEF_OLD
    else:
        return None
    return 3 + sum(score >= floor for floor in floors[skill])
