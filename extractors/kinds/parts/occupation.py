"""The occupation codes of a position's title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.fields.finding import Finding
from extractors.occupations.find import Candidate, find

SURE, LIKELY, WORTH = 0.95, 0.8, 0.5
"""From these probabilities on a code is given: without doubt, with one, with two. Below the last nothing is said."""
TOLD = 0.05
"""From this probability on another group is told beside one that is not sure."""


def occupation_findings(title: Finding, duties: Sequence[str] = (), industry: str = "") -> Iterator[Finding]:
    """Codes in both versions; the box is the title's. What is not sure is told with what else it can be."""
    candidates = find(str(title.value), None, duties, industry, limit=4)
    if not candidates or candidates[0].confidence < WORTH:
        return
    best = candidates[0]
    doubts = (best.confidence < SURE) + (best.confidence < LIKELY)
    others = [one for one in candidates[1:] if doubts and one.confidence >= TOLD]
    yield _finding("position.noc_2021", best.noc_2021, title, doubts, [one.noc_2021 for one in others])
    old = _old(best)
    unsure = not best.listed_2016
    if old:
        more = [*(best.noc_2016[1:] if unsure else ()), *(code for one in others for code in _old(one))]
        yield _finding("position.noc_2016", old[0], title, doubts + 2 * unsure, more)


def _old(candidate: Candidate) -> tuple[str, ...]:
    """The old code that is certain for the title, else all that led to its group."""
    return (candidate.listed_2016,) if candidate.listed_2016 else candidate.noc_2016


def _finding(name: str, code: str, title: Finding, doubts: int, others: Sequence[str]) -> Finding:
    told = tuple(dict.fromkeys(one for one in others if one != code))
    return Finding(name, code, title.spans, "inferred", title.doubts + doubts, group=title.group, others=told)
