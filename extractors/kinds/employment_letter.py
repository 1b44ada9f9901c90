"""A letter of an employer on work done: who, where, as what, from when to when, how many hours, for what pay, doing what.

It comes as prose, as a table of labels, as a form, or as a list of positions. What the law makes employers write is little
(nature and duration of the job), so that gaps are told as missing details, not as faults of the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.evidence import Issue
from extractors.fields.duties import find_duties
from extractors.fields.finding import Finding, first
from extractors.fields.labels import labelled
from extractors.fields.when.dates import earlier
from extractors.fields.when.periods import about_else
from extractors.kinds.parts.dating import find_issued
from extractors.kinds.parts.employer import find_country_code, find_employer
from extractors.kinds.parts.occupation import occupation_findings
from extractors.kinds.parts.person import find_birth_date, find_person
from extractors.kinds.parts.position import find_labelled_dates, find_period, find_title
from extractors.kinds.parts.reference import referenced
from extractors.kinds.parts.several_positions import find_positions
from extractors.kinds.parts.signature import find_signatory
from extractors.kinds.parts.work_terms import find_internship, find_salary, find_work_time
from extractors.paper import Paper

_REFERENCE = re.compile(
    r"(?:^|[\n\t\f])\s?(?:n/?\s?ref\.?|notre ref\.?|our ref\.?|v/?ref|ref(?:erence)?\.?(?: n°| no\.?)?"
    r"|n°|no\.)\s?:?\s?(?P<number>[a-z0-9]{1,10}(?:\s?[/.-]\s?[a-z0-9]{1,12}){1,5})(?=[\s,]|$)",
    re.ASCII,
)
EXPECTED = (
    "person.name",
    "employer.name",
    "position.title",
    "position.start_date",
    "position.end_date",
    "position.hours_per_week",
    "position.duties",
    "issued_on",
)


def find_fields(paper: Paper) -> Iterator[Finding]:
    """All that the letter says."""
    birth, issued = find_birth_date(paper), find_issued(paper)
    identity = [finding for finding in (find_person(paper), birth, issued, referenced(paper, _REFERENCE)) if finding is not None]
    yield from identity
    yield from find_employer(paper)
    yield from find_signatory(paper)
    jobs = list(find_jobs(paper))
    unexplained = _unexplained(paper, [*identity, *jobs])
    yield from (finding.doubted() if unexplained and finding.name in _BOUNDS else finding for finding in jobs)


_BOUNDS = ("position.start_date", "position.end_date")


def _unexplained(paper: Paper, findings: list[Finding]) -> bool:
    """Whether the letter has dates that nothing accounts for: it may tell of a time that was not understood."""
    used = {span for finding in findings for span in finding.spans}
    free = [date for date in paper.dates if date.span not in used and date.form not in ("year_month", "month_year", "boxes")]
    return any(
        not about_else(paper.flat, date.span) and str(date.value) not in {str(finding.value) for finding in findings}
        for date in free
    )


def find_jobs(paper: Paper) -> Iterator[Finding]:
    """The positions: a list or table of several, else the one of the labels and sentences; tasks belong to the latest."""
    country = find_country_code(paper)
    jobs = find_positions(paper, country)
    rest = list(_single(paper, country))
    if not jobs:
        jobs = rest
    else:
        said = {finding.name for finding in jobs if finding.group == 0}
        jobs += [
            finding
            for finding in rest
            if finding.name not in said and finding.name not in ("position.start_date", "position.end_date", "position.title")
        ]
    yield from jobs
    yield from (one for title in jobs if title.name == "position.title" for one in occupation_findings(title))
    duties = find_duties(paper)
    if duties is not None and not any(finding.name == "position.duties" for finding in jobs):
        yield duties


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
            yield replace(
                date, agreed=other is not None and other is not date and other.value == date.value and other.spans != date.spans
            )
    yield from (
        finding for finding in (find_title(paper), find_salary(paper, country), find_internship(paper)) if finding is not None
    )
    yield from find_work_time(paper)


def find_issues(findings: list[Finding]) -> Iterator[Issue]:
    """Details that immigration asks for and the letter lacks; an end before its start."""
    given = {finding.name for finding in findings}
    yield from (Issue("missing_field", field=name) for name in EXPECTED if name not in given)
    for group in {finding.group for finding in findings}:
        dates = {
            finding.name: str(finding.value)
            for finding in findings
            if finding.group == group and finding.name in ("position.start_date", "position.end_date")
        }
        start, end = dates.get("position.start_date"), dates.get("position.end_date")
        if start and end and end != "present" and earlier(end, start):
            yield Issue("date_conflict", field="position.end_date")


def first_label(paper: Paper, label: str) -> Finding | None:
    """The words beside a label, for papers of boxes and labels."""
    return first(
        Finding(label, paper.words(value.span), (value.span,), "label") for value in labelled(paper, label) if value.sure
    )
