"""From the results of a test to levels of the Échelle québécoise, skill by skill.

A level is a span, since a CEFR level covers two of the twelve. A federal NCLC level is never converted.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from rules.core.outcome import CONTRADICTORY, LAW_OPEN, NO, UNKNOWN, YES, Verdict
from rules.facts import French, Skill
from rules.parameters import table

HIGHEST = 12
TESTS_OF_DIPLOMAS = ("DELF", "DALF")


class Span(NamedTuple):
    """The Québec levels that a result can mean, both ends included; 0 is below the first.

    ``by_law``: the paper says all it can, and the table leaves the rest open.
    """

    least: int = 0
    most: int = HIGHEST
    by_law: bool = False

    def reaches(self, wanted: int) -> Verdict:
        """Whether it is ``wanted`` or higher. An empty span comes of results that contradict each other."""
        if self.least > self.most:
            return CONTRADICTORY
        open_ = LAW_OPEN if self.by_law else UNKNOWN
        return YES if self.least >= wanted else NO if self.most < wanted else open_

    def narrowed(self, other: Span) -> Span:
        """What both allow."""
        return Span(max(self.least, other.least), min(self.most, other.most), self.by_law or other.by_law)


def level_of(proof: French, name: str, on: dt.date) -> Span:
    """The level of one skill (``listening`` …) by the tables in force on ``on``; everything where nothing can be read."""
    skill: Skill | None = getattr(proof, name)
    if skill is None:
        return Span()
    span = Span()
    if skill.quebec_level is not None:
        span = span.narrowed(Span(skill.quebec_level, skill.quebec_level))
    if skill.cefr is not None:
        span = span.narrowed(Span(*table("french")["cefr"][skill.cefr]))
    if skill.score is not None and proof.test is not None:
        span = span.narrowed(_from_score(proof, name, skill.score, on))
    return span


def _from_score(proof: French, name: str, score: Decimal, on: dt.date) -> Span:
    test = str(proof.test)
    if test in TESTS_OF_DIPLOMAS:
        return _from_diploma(proof, name, score, on)
    row = next(row for row in table("french")["scales"] if test in row["tests"] and name in row["skills"])
    if "from" in row and (proof.date is None or proof.date.first < row["from"]):
        return Span(by_law=proof.date is not None)  # A sitting of unknown age, or an older scale, which no table here tells.
    return _band(row["bands"], score)


def _from_diploma(proof: French, name: str, score: Decimal, on: dt.date) -> Span:
    skill: Skill = getattr(proof, name)
    ever = [row for row in table("french")["diplomas"] if row["diploma"] == (proof.cefr or skill.cefr) and row["test"] == proof.test]
    rows = [row for row in ever if row["from"] <= on < row["to"]]
    if not rows:
        return Span(by_law=bool(ever))  # How such a diploma was read in earlier years was not found.
    (least, most), unsure = rows[0]["levels"], rows[0]["certainty"] == "U"
    return Span(least, most, by_law=unsure) if score >= Decimal(str(rows[0]["least"])) else Span(0, 0)


def _band(bands: list[list[int]], score: Decimal) -> Span:
    reached = [band for band in bands if score >= band[0]]
    return Span(reached[-1][1], reached[-1][2]) if reached else Span(0, 0)
