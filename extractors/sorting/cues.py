"""What kind of paper a page is: words that stand on that kind and hardly on another, each with its weight.

The heaviest kind wins if it is heavy enough and clearly ahead; else the page is of no known kind, which is told rather than
guessed. Look-alikes (an enrolment certificate, a recommendation, a bank letter, another language's test) have words of their own.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from extractors.evidence import Kind

_OF_ROWS = re.compile(r"\\[nt]|[$^]")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern on plain text with its weight; `of_rows`: whether it asks where a row begins, ends or is parted."""

    weight: float
    pattern: re.Pattern[str]
    of_rows: bool


Cues = dict[Kind, tuple[Cue, ...]]


def _read_cues() -> Cues:
    """The table of cues beside this module: kind, weight, pattern on plain text. A row without a kind is another way to say the cue
    above it."""
    cues: list[tuple[str, float, list[str]]] = []
    with Path(__file__).with_name("cues.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"]:
                cues.append((row["kind"], float(row["weight"]), []))
            cues[-1][2].append(row["pattern"])
    return {kind: tuple(_cue(weight, "|".join(ways)) for of, weight, ways in cues if of == kind) for kind in get_args(Kind)}


def _cue(weight: float, pattern: str) -> Cue:
    return Cue(weight, re.compile(pattern, re.ASCII | re.MULTILINE), _OF_ROWS.search(pattern) is not None)


_COMPILED = _read_cues()
ENOUGH = 5.0
"""Weight under which a page is of no known kind."""
_HEAD_LETTERS = 420
"""So many letters at the top count as the head, where a title stands: its words weigh half as much again."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A page's kind with the probability of it; `weights` are kept for splitting. `known` is False where no kind is heavy
    enough."""

    kind: Kind
    confidence: float
    known: bool
    weights: Mapping[Kind, float]


def by_cues(text: str) -> Judged:
    """The kind of a page or document from its plain text, by its cues alone."""
    unwrapped = text.replace("\n", " ").replace("\t", " ")
    weights: dict[Kind, float] = {
        kind: sum(_weigh(cue, text, unwrapped, aside=kind == "other") for cue in cues)
        for kind, cues in _COMPILED.items()
    }
    _exclude(text, weights)
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    (kind, best), (_, second) = ranked[0], ranked[1]
    if best < ENOUGH:
        return Judged("other", 0.4, False, weights)
    margin = (best - second) / best
    confidence = min(0.99, 0.55 + 0.35 * min(1.0, margin * 1.6) + 0.02 * min(best - ENOUGH, 5))
    if margin < 0.06:
        return Judged("other", 0.4, False, weights)
    return Judged(kind, confidence, True, weights)


def _weigh(cue: Cue, text: str, unwrapped: str, *, aside: bool) -> float:
    """The weight of a cue that the text has, be it over the end of a row. Of another paper (`aside`) letters speak too, below their
    head: « la révision salariale a lieu en avril »."""
    match = (cue.of_rows and cue.pattern.search(text)) or cue.pattern.search(unwrapped)
    if match is None:
        return 0.0
    is_low = match.start() >= _HEAD_LETTERS
    return cue.weight * (0.5 if aside and is_low else 1.0 if is_low or cue.weight < 3 else 1.5)


def _exclude(text: str, weights: dict[Kind, float]) -> None:
    """What one kind's own words say of another: DELF is a diploma by name only; a transcript names the degree that it is of."""
    if weights["french_test"] >= 8:
        weights["diploma"] = weights["transcript"] = 0.0
    if weights["transcript"] >= 8 and not re.search(r"attestation de reussite|certificate of achievement", text):
        weights["diploma"] *= 0.5
    elif re.search(r"attestation de reussite", text):
        weights["transcript"] *= 0.5
    for strong in ("education_evaluation", "pay_slip", "record_of_employment", "work_permit", "job_offer"):
        if weights[strong] >= 12:
            for weak in ("employment_letter", "diploma", "transcript"):
                weights[weak] *= 0.5
    if weights["other"] >= 9:
        for kind in ("employment_letter", "diploma", "french_test"):
            weights[kind] *= 0.5
