"""Positions under headings of their own: a title alone on its row, and below it the sentences and the tasks of that position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extractors.fields.duties import has_bullet, tasks_below
from extractors.fields.finding import Finding, Span
from extractors.fields.when.dates import DateFound, earlier
from extractors.fields.when.periods import about_else, find_periods, stretch
from extractors.kinds.jobs.ongoing import still_said
from extractors.kinds.jobs.titles import is_title
from extractors.kinds.parts.dating import date_finding
from extractors.kinds.parts.occupation import is_known
from extractors.kinds.parts.position import period_findings
from extractors.kinds.parts.work_terms import find_salary, find_work_time, full_time_said
from extractors.kinds.sheet.parts import is_prose
from extractors.occupations.find import find
from extractors.paper import Paper

_HEADING = re.compile(
    r"(?:(?P<mark>[0-9]{1,2}|i{1,3}|iv|[a-d])\s?[.)°]\)?\s)?(?P<title>[a-z][^.:;(\n\t]{3,70}?)(?P<rest>\s[-–—|]\s[^.:\n\t]{3,40})?\s*:?\s*",
    re.ASCII)
_IN_TURN = (tuple("123456"), tuple("abcd"), ("i", "ii", "iii", "iv"))
_SURELY = 0.8
"""The least probability of an occupation's code that makes of words a title."""
_MOST_ROWS = 14
"""What stands further below the last heading speaks of the person as a whole."""
_MOST_WORDS = 8
_UNTIL = re.compile(r"\b(?:until|till|jusqu'(?:au|a|en)|lasting|left|quitte[a-z]*|ended|pris fin)\b[^.;]{0,60}$|\b(?:to|au|a) $", re.ASCII)
"""What stands before the end of a position."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading's title, what the heading says besides, and the stretch below it."""

    title: Span
    heading: Span
    within: Span


def positions_in_sections(paper: Paper, country: str | None) -> list[list[Finding]]:
    """A position a section, all in doubt; nothing unless each has a start of its own."""
    jobs = [_position(paper, section, country) for section in _sections(paper)]
    dated = all(any(one.name == "position.start_date" for one in job) for job in jobs)
    return jobs if dated and len(jobs) > 1 else []


def _sections(paper: Paper) -> list[_Section]:
    """The sections below headings that are numbered in turn, or all of them surely titles."""
    found = [(number, match) for number in range(len(paper.rows) - 1) if (match := _heading(paper, number)) is not None]
    if [match["mark"] for _, match in found] not in [list(marks[: len(found)]) for marks in _IN_TURN]:
        found = [(number, match) for number, match in found if _is_surely_one(match["title"])]
    heads = [(number, (match.start("title"), match.start("title") + len(match["title"].strip()))) for number, match in found]
    last = min(len(paper.rows), heads[-1][0] + _MOST_ROWS) if heads else 0
    return [_Section(title, paper.row_span(number), (paper.row_span(number)[1], paper.row_span(until - 1)[1]))
            for (number, title), (until, _) in pairwise([*heads, (last, (0, 0))])]


def _heading(paper: Paper, number: int) -> re.Match[str] | None:
    """What may be a title alone on a row, above a sentence."""
    match = _HEADING.fullmatch(paper.plain, *paper.row_span(number))
    if match is None or len(paper.rows[number]) > 1 or not is_prose(paper, number + 1) or has_bullet(paper, number + 1):
        return None
    said = match["title"].strip()
    is_one = paper.text[match.start("title")].isupper() and len(said.split()) <= _MOST_WORDS and is_title(said) and is_known(said)
    return match if is_one else None


def _is_surely_one(title: str) -> bool:
    best = next(iter(find(title, limit=1)), None)
    return best is not None and best.confidence >= _SURELY


def _position(paper: Paper, section: _Section, country: str | None) -> list[Finding]:
    salary = find_salary(paper, country, section.within)
    said = full_time_said(paper, section.heading)
    work_time = [one for one in find_work_time(paper, section.within) if said is None or one.name != said.name]
    found = [*_bounds(paper, section.within), *work_time, *([said] if said else []), *([salary] if salary else []),
             *_tasks(paper, section.within)]
    return [Finding("position.title", paper.words(section.title), (section.title,), "layout"), *(one.doubted() for one in found)]


def _bounds(paper: Paper, within: Span) -> list[Finding]:
    """From when to when the sentences of a section tell: its one period, else its first day and the one that it lasted until."""
    here = [date for date in paper.dates_in(within) if not about_else(paper.flat, date.span)]
    periods = [one for one in find_periods(stretch(paper.flat, within), here) if one.start]
    if len(periods) == 1 and (periods[0].end or periods[0].now):
        return period_findings(paper, periods[0])
    start = next((date for date in here if not _ends(paper, within, date)), None)
    if start is None:
        return []
    end = next((date for date in here if date.start > start.end and _ends(paper, (start.end, within[1]), date)
                and earlier(start.value, date.value)), None)
    found = [date_finding(paper, "position.start_date", start, "phrase")]
    if end is not None:
        return [*found, date_finding(paper, "position.end_date", end, "phrase")]
    now = still_said(paper, within)
    return [*found, *([now] if now is not None else [])]


def _ends(paper: Paper, within: Span, date: DateFound) -> bool:
    return _UNTIL.search(paper.flat, max(within[0], date.start - 90), date.start) is not None


def _tasks(paper: Paper, within: Span) -> list[Finding]:
    rows = range(paper.row_at(within[0]) + 1, paper.row_at(within[1] - 1) + 1)
    first = next((number for number in rows if has_bullet(paper, number)), None)
    tasks = tasks_below(paper, first, rows.stop) if first is not None else None
    return [] if tasks is None else [Finding("position.duties", tasks[0], tasks[1], "layout")]
