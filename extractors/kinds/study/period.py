"""From when to when someone studied, where a diploma or an attestation says it in a sentence."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding
from extractors.fields.when.periods import find_periods
from extractors.kinds.parts.dating import date_finding
from extractors.paper import Paper

_STUDIES = re.compile(
    r"formation|etudes|programme|cours\b|scolarite|cycle|dispense|suivi|training|course|studies|studied|program|attended",
    re.ASCII,
)
_NEAR = 160
"""So many letters around a period must speak of studies."""


def find_study_period(paper: Paper) -> list[Finding]:
    """Start and end of the studies, where one period only is told of them."""
    periods = [
        period
        for period in find_periods(paper.flat, paper.dates, of_work=False)
        if period.start is not None
        and period.end is not None
        and _STUDIES.search(paper.flat, max(0, period.span[0] - _NEAR), period.span[1] + _NEAR // 2)
    ]
    if len(periods) != 1 or periods[0].start is None or periods[0].end is None:
        return []
    return [
        date_finding(paper, "study.start_date", periods[0].start, "phrase"),
        date_finding(paper, "study.end_date", periods[0].end, "phrase"),
    ]
