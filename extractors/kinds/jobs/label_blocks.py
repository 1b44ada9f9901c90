"""A block of labels for each position: "Position 1: … Dates: … Hours: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.finding import Finding, Span
from extractors.fields.labels import labelled
from extractors.fields.when.periods import find_periods, stretch
from extractors.kinds.jobs.titles import is_title
from extractors.kinds.parts.position import find_labelled_dates, period_findings
from extractors.kinds.parts.work_terms import find_salary, find_work_time
from extractors.paper import Paper

_NUMBERED = (
    r"(?:[0-9]{1,2}\s?(?:er|ere|e|eme|st|nd|rd|th) |first |second |third |premiere? |deuxieme |troisieme |current |present |previous "
    r"|initial |latest |final "
    r"|former |last )?"
    r"(?:poste(?: occupe)?|position(?: held| title)?|emploi|fonction|role|post(?: held)?|job(?: title)?|title|designation"
    r"|titre(?: (?:du poste|de (?:la )?fonction))?)"
    r"(?: (?:on|at) (?:joining|appointment|entry|exit|leaving|relieving))?"
    r"(?: (?:(?:n°|no\.?|#)?\s?[0-9]{1,2}|\([0-9]{1,2}\)|actuel(?:le)?|precedente?|anterieure?))?"
)


def positions_in_labels(paper: Paper, country: str | None) -> list[list[Finding]]:
    """A block of labels for each position: it begins with the title's label and reaches to the next one's."""
    once = {value.span: value for value in reversed(list(labelled(paper, _NUMBERED))) if value.sure}  # « 1er poste » is « poste » too
    titles = [(value, _bare(paper, value.span)) for value in sorted(once.values(), key=lambda value: value.span)]
    titles = [(value, span) for value, span in titles if is_title(paper.folded(span))]
    if len(titles) < 2:
        return []
    edges = [*(value.label[0] for value, _ in titles), len(paper.flat)]
    jobs = []
    for (value, span), until in zip(titles, edges[1:], strict=True):
        within = (value.label[0], min(until, value.span[1] + 400))
        jobs.append([Finding("position.title", paper.words(span), (span,), "label"), *_terms(paper, value.span, within, country)])
    if not all(any(one.name == "position.start_date" for one in job) for job in jobs):
        return []
    shared = set.intersection(*({one.name for one in job} for job in jobs)) | {"position.end_date"}
    return [[one for one in job if one.name in shared] for job in jobs]


def _bare(paper: Paper, span: Span) -> Span:
    """A title without the period that stands in brackets or behind a comma in the same value."""
    dates = paper.dates_in(span)
    mark = re.search(r"\s?[(,](?:[^(,]*)$", paper.plain[span[0] : dates[0].start]) if dates else None
    return (span[0], span[0] + mark.start()) if mark else span


def _terms(paper: Paper, value: Span, within: Span, country: str | None) -> Iterator[Finding]:
    told = find_periods(stretch(paper.flat, value), paper.dates_in(value), of_work=False)
    beside = [period for period in told if period.start is not None]
    if len(beside) == 1:
        yield from period_findings(paper, beside[0])
    else:
        yield from find_labelled_dates(paper, within)
    yield from find_work_time(paper, within)
    salary = find_salary(paper, country, within)
    if salary is not None:
        yield salary
