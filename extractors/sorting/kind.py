"""The kind of a document: what its cues say, with the likeness of its words as a second opinion.

Where cues say nothing, or little, the words decide, but never over a look-alike that cues speak of: those are theirs to tell. Where
both are plain and differ the surer opinion stands, but nothing of the document is then given surely.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.sorting.cues import ENOUGH, Judged, by_cues
from extractors.sorting.words import likeness

PLAIN = 0.85
"""From this probability on cues are believed by themselves."""
LIKELY = 0.8
"""From this one on words stand in for cues that say little."""
MOST = 0.95
"""And the most that they give to cues that they agree with."""
CONTRARY, CERTAIN, DOUBTED = 0.9, 0.95, 0.7
"""Words that are so sure of another kind than plain cues leave no more than that probability, and decide from the second on."""


def judge(text: str) -> Judged:
    """The kind of a document from its plain text."""
    judged, told = by_cues(text), likeness(text)
    kind = max(told, key=lambda one: told[one])
    alike = judged.weights["other"] >= ENOUGH  # cues of a look-alike
    if kind == judged.kind:
        return replace(judged, confidence=max(judged.confidence, round(min(MOST, told[kind]), 3))) if judged.known else judged
    if judged.known and judged.confidence >= PLAIN:
        if told[kind] < CONTRARY:
            return judged
        return replace(judged, kind=judged.kind if alike or kind == "other" or told[kind] < CERTAIN else kind, confidence=DOUBTED)
    if told[kind] >= LIKELY and not alike and kind != "other":
        return Judged(kind, round(min(0.9, told[kind]), 3), True, judged.weights)
    return judged
