"""From when to when someone studied, where a diploma or an attestation says it in a sentence."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding
from extractors.fields.labels import labelled
from extractors.fields.when.periods import find_periods
from extractors.kinds.parts.dating import before, date_finding
from extractors.paper import Paper

_STUDIES = re.compile(
    r"formation|etudes|programme|cours\b|scolarite|cycle|dispense|suivi|training|plan de estudios|course|studies|studied|program|attended",
    re.ASCII,
)
_LABELS = (
    ("study.start_date", (r"date (?:of (?:admission|entry)|admitted|d'(?:admission|entree))|admission(?: date|(?=\s?:))"
    r"|debut (?:des etudes|de la formation|du programme)"
                          r"|premiere inscription|(?:entree|entered)(?=\s?:|\s*$)")),
    ("study.end_date", (r"date (?:of (?:completion|exit)|de fin(?: d'etudes)?)|completion(?: date|(?=\s?:))|completed(?=\s?:|\s*$)"
                        r"|sortie(?=\s?:)"
                       r"|fin (?:des etudes|de la formation|du programme)")),
)
_OF_A_JURY = re.compile(r"\b(?:jury|deliberations?|siegeant|reunie?)\b[^.;]{0,60}$", re.ASCII)
_NEAR = 160
"""So many letters around a period must speak of studies."""


def labelled_study_period(paper: Paper) -> list[Finding]:
    """« Date of admission: … », « Completion: … »: both, each once."""
    beside = [date_finding(paper, name, dates[0], "label") for name, label in _LABELS for value in labelled(paper, label)
              if value.sure and (dates := paper.dates_in(value.span))]
    return beside if [finding.name for finding in beside] == [name for name, _ in _LABELS] else []


_PERIOD = (r"(?:periode|annees|dates)(?: et duree)? (?:des etudes|d'etudes|de frequentation)|(?:period|years|dates) of (?:study|attendance)"
           r"|years attended|(?:scolarite|etudes) (?:suivies?|effectuees?)")
_YEARS = re.compile(r"(?P<first>(?:19|20)[0-9]{2})\s?(?:a|au|to|-|/)\s?(?P<last>(?:19|20)[0-9]{2})(?![0-9])", re.ASCII)


def _labelled_years(paper: Paper) -> list[Finding]:
    """« Période des études : 2011 à 2013 »: years alone, beside their label."""
    for value in labelled(paper, _PERIOD):
        years = _YEARS.search(paper.plain, *value.span)
        if years is not None and value.sure and years["first"] <= years["last"]:
            return [Finding(name, years[part], (years.span(part),), "label")
                    for name, part in (("study.start_date", "first"), ("study.end_date", "last"))]
    return []


def find_study_period(paper: Paper) -> list[Finding]:
    """Start and end of the studies, where one period only is told of them."""
    beside = labelled_study_period(paper) or _labelled_years(paper)
    if beside:
        return beside
    periods = [
        period
        for period in find_periods(paper.flat, paper.dates, of_work=False)
        if period.start is not None
        and period.end is not None
        and not _OF_A_JURY.search(paper.flat, max(0, period.span[0] - _NEAR), period.span[0])
        and _STUDIES.search(paper.flat, max(0, period.span[0] - _NEAR), period.span[1] + _NEAR // 2)
    ]
    if len(periods) != 1 or periods[0].start is None or periods[0].end is None:
        return _in_words(paper) or _concluded(paper)
    return [
        date_finding(paper, "study.start_date", periods[0].start, "phrase"),
        date_finding(paper, "study.end_date", periods[0].end, "phrase"),
    ]


_CONCLUSION = re.compile(
    r"\bconclusao(?: do curso(?:(?!\bcolacao)[^.;]){0,70}?)?,? em $"
    r"|\b(?:etudes|cours|formation|programme|scolarite) (?:terminee?s?|acheve?e?s?|completee?s?) (?:le|en) $"
    r"|\b(?:studies|program(?:me)?|course) completed (?:on|in) $", re.ASCII)


_ACADEMIC_YEARS = re.compile(
    r"\b(?:annees (?:academiques|universitaires|d'etudes)|academic years)\s(?:de\s)?(?P<first>(?:19|20)[0-9]{2})\s?"
    r"(?:-\s?(?:19|20)[0-9]{2}\s?(?:a|au|to)\s(?:19|20)[0-9]{2})?\s?(?:a|au|to|-|/)\s?(?P<last>(?:19|20)[0-9]{2})(?![0-9])", re.ASCII)
"""« au cours des années académiques 2012-2016 »: of a single year it would be that of the exam."""
_BEGUN = re.compile(r"\bstud(?:y|ies) (?:commenced|began|started)(?: in| on)? $|\bdebut des etudes(?: en| le)? $", re.ASCII)


def _in_words(paper: Paper) -> list[Finding]:
    """The academic years of the studies, or when they are said to have begun."""
    years = _ACADEMIC_YEARS.search(paper.flat)
    if years is not None and years["first"] < years["last"]:
        return [Finding(name, years[part], (years.span(part),), "phrase")
                for name, part in (("study.start_date", "first"), ("study.end_date", "last"))]
    begun = [date for date in paper.dates if _BEGUN.search(before(paper, date.start))]
    return [date_finding(paper, "study.start_date", date, "phrase") for date in begun[:1]]


def _concluded(paper: Paper) -> list[Finding]:
    """« tendo em vista a conclusão do curso …, em 15 de dezembro de 2017 », « Études terminées le … »: when studies ended."""
    dates = [date for date in paper.dates if _CONCLUSION.search(before(paper, date.start, 110))]
    return [date_finding(paper, "study.end_date", date, "phrase") for date in dates[:1]]
