"""A letter of an employer on work done: who, where, as what, from when to when, how many hours, for what pay, doing what.

It comes as prose, as a table of labels, as a form, or as a list of positions. What the law makes employers write is little (nature and
duration of the job), so that gaps are told as missing details, not as faults of the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.evidence import Issue
from extractors.fields.dates import earlier
from extractors.fields.duties import find_duties
from extractors.fields.finding import Finding, first
from extractors.fields.labels import labelled
from extractors.kinds.dating import find_issued
from extractors.kinds.employer import find_country_code, find_employer
from extractors.kinds.occupation import occupation_findings
from extractors.kinds.person import find_birth_date, find_person
from extractors.kinds.position import find_internship, find_labelled_dates, find_period, find_salary, find_title, find_work_time
from extractors.kinds.reference import referenced
from extractors.kinds.several_positions import find_positions
from extractors.kinds.signature import find_signatory
from extractors.paper import Paper

_REFERENCE = re.compile(r"(?:^|[\n\t\f])\s?(?:n/?\s?ref\.?|notre ref\.?|our ref\.?|v/?ref|ref(?:erence)?\.?(?: n°| no\.?)?|n°|no\.)\s?:?\s?(?P<number>[a-z0-9]{1,10}(?:\s?[/.-]\s?[a-z0-9]{1,12}){1,5})(?=[\s,]|$)", re.ASCII)
EXPECTED = ("person.name", "employer.name", "position.title", "position.start_date", "position.end_date", "position.hours_per_week", "position.duties", "issued_on")


def find_fields(paper: Paper) -> Iterator[Finding]:
    """All that the letter says."""
    identity = (find_person(paper), find_birth_date(paper), find_issued(paper), referenced(paper, _REFERENCE))
    yield from (finding for finding in identity if finding is not None)
    yield from find_employer(paper)
    yield from find_signatory(paper)
    yield from find_jobs(paper)


def find_jobs(paper: Paper) -> Iterator[Finding]:
    """The positions: a list or table of several, else the one of the labels and sentences; tasks belong to the latest."""
    country = find_country_code(paper)
    jobs = find_positions(paper, country)
    rest = list(_single(paper, country))
    if not jobs:
        jobs = rest
    else:
        said = {finding.name for finding in jobs if finding.group == 0}
        jobs += [finding for finding in rest if finding.name not in said and finding.name not in ("position.start_date", "position.end_date", "position.title")]
    yield from jobs
    yield from (one for title in jobs if title.name == "position.title" for one in occupation_findings(title))
    duties = find_duties(paper)
    if duties is not None:
        yield Finding("position.duties", duties[0], duties[1], "layout")


def _single(paper: Paper, country: str | None) -> Iterator[Finding]:
    labelled_dates = {finding.name: finding for finding in find_labelled_dates(paper)}
    said = {finding.name: finding for finding in find_period(paper)}
    for name in ("position.start_date", "position.end_date"):
        if labelled_dates and "position.start_date" in labelled_dates:
            date = labelled_dates.get(name)
        else:
            date = labelled_dates.get(name) or said.get(name)
        if date is not None:
            other = said.get(name)
            yield replace(date, agreed=other is not None and other is not date and other.value == date.value and other.spans != date.spans)
    yield from (finding for finding in (find_title(paper), find_salary(paper, country), find_internship(paper)) if finding is not None)
    yield from find_work_time(paper)


def find_issues(findings: list[Finding]) -> Iterator[Issue]:
    """Details that immigration asks for and the letter lacks; an end before its start."""
    given = {finding.name for finding in findings}
    yield from (Issue("missing_field", field=name) for name in EXPECTED if name not in given)
    for group in {finding.group for finding in findings}:
        dates = {finding.name: str(finding.value) for finding in findings if finding.group == group and finding.name in ("position.start_date", "position.end_date")}
        start, end = dates.get("position.start_date"), dates.get("position.end_date")
        if start and end and end != "present" and earlier(end, start):
            yield Issue("date_conflict", field="position.end_date")


def first_label(paper: Paper, label: str) -> Finding | None:
    """The words beside a label, for papers of boxes and labels."""
    return first(Finding(label, paper.words(value.span), (value.span,), "label") for value in labelled(paper, label) if value.sure)
