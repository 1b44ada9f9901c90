"""From how a value was found to the probability that it is right: a small table, fitted on the development corpus.

A row is a family of fields, a pattern, and the source of the page. `agreed` values (said twice, or borne out by another value)
get the second figure. Each doubt multiplies what is left by `PER_DOUBT`; words that the optical reader was unsure of cost more.
"""

from __future__ import annotations

import re

from extractors.calibration_table import TABLE
from extractors.fields.finding import Finding

PER_DOUBT = 0.72
DEFAULT = (0.80, 0.88)
LEAST, MOST = 0.05, 0.995
_WORD_SCORES = ((0.97, 1.0), (0.93, 0.985), (0.88, 0.95), (0.80, 0.88), (0.0, 0.75))
"""From a word's own score (the worst of the value) on, the factor for its family."""

_STRANGE = re.compile(r"[øðþßæ|_~^*{}\\\\]")
"""Letters and signs that readers put for what they could not read; no paper in French or English has them."""

FAMILIES: dict[str, str] = {
    "person.name": "person",
    "person.birth_date": "birth",
    "issued_on": "issued",
    "reference": "reference",
    "test.name": "test",
    "test.date": "test_date",
    "test.cefr": "level",
    "test.total": "score",
    "credential.title": "credential",
    "credential.level": "credential_level",
    "credential.field": "study_field",
    "institution.name": "institution",
    "institution.country": "country",
    "employer.name": "employer",
    "employer.place": "place",
    "employer.country": "country",
    "signatory.name": "signatory",
    "signatory.title": "signatory",
    "position.title": "title",
    "position.start_date": "start",
    "position.end_date": "end",
    "position.hours_per_week": "hours",
    "position.full_time": "full_time",
    "position.salary": "salary",
    "position.internship": "internship",
    "position.duties": "duties",
    "position.noc_2021": "occupation",
    "position.noc_2016": "occupation",
    "conferred_on": "conferred",
    "study.hours": "volume",
    "study.credits": "volume",
    "study.months": "volume",
    "study.start_date": "conferred",
    "study.end_date": "conferred",
}


def family(name: str) -> str:
    """The family that a field is calibrated with."""
    if name in FAMILIES:
        return FAMILIES[name]
    return {"score": "score", "cefr": "level", "nclc": "nclc", "quebec_level": "nclc"}.get(name.rpartition(".")[2], "other")


def confidence(finding: Finding, source: str, score: float) -> float:
    """The probability that a finding is right. `score` is the reader's own certainty of the worst word, 1.0 for a text layer."""
    plain, agreed = TABLE.get((family(finding.name), finding.pattern, source), DEFAULT)
    value = agreed if finding.agreed else plain
    value *= PER_DOUBT**finding.doubts
    if source == "ocr" and isinstance(finding.value, str) and _STRANGE.search(finding.value):
        value *= PER_DOUBT
    if source == "ocr" and finding.spans:
        value *= next(factor for least, factor in _WORD_SCORES if score >= least)
    return min(MOST, max(LEAST, value))
