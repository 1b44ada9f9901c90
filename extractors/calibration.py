"""From what speaks for and against a value to the probability that it is right: a small table of weights (`calibration_table.py`).

Logistic regression: each sign that a value bears has a weight in log-odds; the weights are fitted on papers with known truth
(`bench/extraction/calibrate.py`), each layout of paper counting little, so that they hold for layouts never seen.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from extractors.calibration_table import WEIGHTS
from extractors.fields.finding import Finding
from extractors.tagging.opinion import Opinion

LEAST, MOST = 0.05, 0.995
_MOST_ODDS = math.log(MOST / (1 - MOST))
AGAINST = ("doubt", "read optically", "word under", "strange sign", "second reader differed", "tagger unsure",
           "tagger doubted", "tagger differed")
"""How the signs begin that can only speak against a value."""
IN_DOUBT = 0.949
"""The most that a value with a doubt is fitted: such a one is never given surely."""
AMBIGUOUS = 0.6
"""The most that a value counts whose own words have another reading as well, or whose words the tagger would not have: of 142 values with
a reading besides 80 % were right, of 133 that it differed on 56 %."""
_WORD_SCORES = (0.97, 0.92, 0.85)
_STRANGE = re.compile(r"[øðþßæ|_~^*{}\\\\]")
"""Letters and signs that readers put for what they could not read; no paper in French or English has them."""

_ON_UNSEEN_PAPERS = ((0.0, 0.0), (0.05, 0.4), (0.13, 0.5), (0.24, 0.55), (0.62, 0.79), (0.79, 0.797), (0.949, 0.92), (0.95, 0.95),
                     (1.0, 0.99))
"""What the fitted probability is worth where nothing was learnt from a maker's papers: it is fitted on papers that the patterns were
written with, and told too little in the middle. Read off 532 text papers of nineteen makers, of which neither the tagger nor, for
nine of them, the patterns had learned (7 200 values), more modest where a value has two doubts; between the points straight lines."""

Again = Literal["not asked", "silent", "agreed", "differed"]
"""What a second reader said of the same words."""

_FAMILIES: dict[str, str] = {
    "person.name": "name", "person.birth_date": "birth", "issued_on": "issued", "reference": "reference",
    "test.name": "test", "test.date": "test date", "test.cefr": "level", "test.total": "score",
    "credential.title": "credential", "credential.level": "credential level", "credential.field": "study field",
    "institution.name": "institution", "institution.country": "country", "conferred_on": "conferred",
    "study.hours": "volume", "study.credits": "volume", "study.months": "volume",
    "study.start_date": "study date", "study.end_date": "study date",
    "employer.name": "employer", "employer.place": "place", "employer.country": "country",
    "signatory.name": "signatory", "signatory.title": "signatory",
    "position.title": "title", "position.start_date": "start", "position.end_date": "end", "position.hours_per_week": "hours",
    "position.full_time": "full time", "position.salary": "salary", "position.internship": "internship",
    "position.duties": "duties", "position.noc_2021": "occupation", "position.noc_2016": "occupation",
}
_OF_SKILLS = {"score": "score", "cefr": "level", "nclc": "nclc", "quebec_level": "nclc"}


def family(name: str) -> str:
    """The family that a field is calibrated with."""
    return _FAMILIES.get(name) or _OF_SKILLS.get(name.rpartition(".")[2], "other")


@dataclass(frozen=True, slots=True)
class Clue:
    """What is known of how a value was found. `optical`: its page was read optically; `score`: the reader's certainty of its worst
    word, 1 for a text layer; `tagger`: what is said of its words by who learned from papers."""

    finding: Finding
    optical: bool
    score: float = 1.0
    again: Again = "not asked"
    tagger: Opinion = "none"

    @property
    def signs(self) -> Iterator[str]:
        """The rows of the table that count, one of them once for each doubt."""
        of, pattern = family(self.finding.name), self.finding.pattern
        yield from ("any value", of, pattern, f"{of}, {pattern}")
        yield from ["doubt"] * self.finding.doubts
        if self.finding.agreed:
            yield "said twice"
        if self.tagger != "none":
            yield f"tagger {self.tagger}"
        if self.optical:
            yield from self._optical_signs()

    def _optical_signs(self) -> Iterator[str]:
        yield "read optically"
        yield from (f"word under {least}" for least in _WORD_SCORES if self.score < least)
        if isinstance(self.finding.value, str) and _STRANGE.search(self.finding.value):
            yield "strange sign"
        if self.again in ("agreed", "differed"):
            yield f"second reader {self.again}"

    @property
    def probability(self) -> float:
        """That the value is right."""
        likely = honest(min(probability(self.signs, WEIGHTS), IN_DOUBT if self.finding.doubts else MOST))
        return min(AMBIGUOUS, likely) if self.finding.others or self.tagger == "differed" else likely


def honest(likely: float) -> float:
    """A fitted probability as what it is worth on papers never seen."""
    for (low, told), (high, until) in pairwise(_ON_UNSEEN_PAPERS):
        if likely <= high:
            return round(told + (until - told) * (likely - low) / (high - low), 4)
    return likely


def probability(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    """What signs make together. However much speaks for a value, what speaks against it takes from the most that a value can have, and
    what a second reader agrees to is given back."""
    odds = {False: 0.0, True: 0.0}
    for sign in signs:
        odds[sign.startswith((*AGAINST, "second reader"))] += weights.get(sign, 0.0)
    return min(MOST, max(LEAST, 1 / (1 + math.exp(-min(odds[False], _MOST_ODDS) - odds[True]))))
