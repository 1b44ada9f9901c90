"""Letters that list several positions: a table with a row a position, lines « P1, du … au … », or a promotion told in a
sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Span
from extractors.fields.hours import find_hours
from extractors.fields.money import find_pay
from extractors.fields.when.dates import earlier
from extractors.fields.when.periods import PRESENT, Period, find_periods, sentences, stretch
from extractors.kinds.jobs.label_blocks import positions_in_labels
from extractors.kinds.jobs.lists import positions_in_list
from extractors.kinds.jobs.ongoing import goes_on
from extractors.kinds.jobs.promotions import promotion
from extractors.kinds.jobs.rows import positions_in_rows
from extractors.kinds.jobs.sections import positions_in_sections
from extractors.kinds.jobs.stories import positions_in_story
from extractors.kinds.jobs.titles import title_in_sentence, titles_said
from extractors.kinds.parts.occupation import vouched
from extractors.kinds.parts.position import find_labelled_dates, find_title, period_findings
from extractors.kinds.parts.positions_table import positions_in_table
from extractors.kinds.parts.work_terms import find_salary, find_work_time, full_time_of, internship_in, pay_finding
from extractors.paper import Paper


def find_positions(paper: Paper, country: str | None) -> list[Finding]:
    """The positions of a letter that lists at least two, the latest as group 0; an empty list for a letter of one position."""
    jobs = (
        positions_in_table(paper, country)
        or _risen(paper, country)
        or positions_in_labels(paper, country)
        or max(positions_in_rows(paper, country), positions_in_list(paper, country), key=len)
        or _labelled_and_earlier(paper, country)
        or positions_in_sections(paper, country)
        or _sentences(paper, country)
        or _in_turn(paper)
        or positions_in_story(paper, country)
    )
    jobs = list({_named(job): job for job in reversed(jobs)}.values())  # one that is told twice is one
    if len(jobs) < 2:
        return []
    ordered = sorted(reversed(jobs), key=_start, reverse=True)
    if not any(finding.name == "position.end_date" for finding in ordered[0]) and (now := goes_on(paper, None)) is not None:
        ordered[0] = [*ordered[0], now.doubted()]
    return [finding.in_group(group) for group, job in enumerate(ordered) for finding in _as_sure_as_its_title(job)]


def _as_sure_as_its_title(job: list[Finding]) -> list[Finding]:
    """A position whose title is doubted may be none: then all that is told of it is in doubt; not where a label says what it is."""
    doubted = any(finding.name == "position.title" and finding.pattern != "label" and vouched(finding).doubts for finding in job)
    return [finding if finding.doubts or finding.name == "position.title" else finding.doubted() for finding in job] if doubted else job


def _risen(paper: Paper, country: str | None) -> list[list[Finding]]:
    """Two positions, one after a promotion, and those before them; the whole story where it tells of more."""
    jobs = _with_earlier(paper, promotion(paper), country)
    story = positions_in_story(paper, country) if jobs else []
    return story if len(story) > len(jobs) else jobs


def _named(job: list[Finding]) -> tuple[str, ...]:
    """A position's title and when it began."""
    return tuple(str(finding.value) for name in ("position.title", "position.start_date") for finding in job if finding.name == name)


def _start(job: list[Finding]) -> str:
    return next((str(finding.value) for finding in job if finding.name == "position.start_date"), "")


def _told_in(paper: Paper, span: Span, country: str | None) -> Iterator[Finding]:
    """Hours and pay that one row tells."""
    for hours in find_hours(paper.flat[span[0] : span[1]]):
        finding = Finding(
            "position.hours_per_week", hours.value, ((hours.span[0] + span[0], hours.span[1] + span[0]),), "phrase", hours.doubts
        )
        yield finding
        yield from full_time_of(finding)
        break
    for pay in find_pay(paper.flat[span[0] : span[1]]):
        said = pay_finding(pay, country, "phrase")
        if said is not None:
            yield replace(said, spans=((pay.span[0] + span[0], pay.span[1] + span[0]),))
            break


_FULL_OR_PART = re.compile(r"(?P<full>temps[ -]plein|temps complet|plein temps|full[ -]?time)|temps partiel|part[ -]?time"
    r"|mi-temps", re.ASCII)


def _sentences(paper: Paper, country: str | None) -> list[list[Finding]]:
    """A sentence a position: « Il a été P1 du … au …. Depuis le …, il est P2 à temps plein »."""
    jobs: list[list[Finding]] = []
    times: set[tuple[str, ...]] = set()
    for span in sentences(paper.flat):
        periods = [period for period in find_periods(stretch(paper.flat, span), paper.dates_in(span)) if period.start]
        title = title_in_sentence(paper, span)
        if len(periods) == 1 and title is not None and not _is_hardly_one(title):
            bounds = period_findings(paper, periods[0])
            time = tuple(str(bound.value) for bound in bounds)
            if len(time) == 1 or time not in times:  # the same time once more is the same job, in another language
                jobs.append([title, *bounds, *_told_in(paper, span, country), *_time_in(paper, span)])
            times.add(time)
    titles = {str(finding.value).lower() for job in jobs for finding in job if finding.name == "position.title"}
    ended = sum(any(finding.name == "position.end_date" and finding.value != PRESENT for finding in job) for job in jobs)
    return jobs if len(jobs) > 1 and len(titles) == len(jobs) and ended >= len(jobs) - 1 else []


def _is_hardly_one(title: Finding) -> bool:
    """Whether what someone is said to be is like no title: « was kept », « is responsible »."""
    return title.doubts > 0 and vouched(title).doubts > title.doubts


def _labelled_and_earlier(paper: Paper, country: str | None) -> list[list[Finding]]:
    """The position of a letter of labels, by its title and its start, where sentences tell of others before it."""
    title, dates = find_title(paper), list(find_labelled_dates(paper))
    if title is None or title.pattern != "label" or not any(one.name == "position.start_date" for one in dates):
        return []
    jobs = _with_earlier(paper, [[title, *dates]], country)
    return jobs if len(jobs) > 1 else []


def _with_earlier(paper: Paper, jobs: list[list[Finding]], country: str | None) -> list[list[Finding]]:
    """Positions with those before them: each in a sentence that has a title and a time which ended before the others began."""
    starts = [_start(job) for job in jobs]
    titles = {str(one.value).lower() for job in jobs for one in job if one.name == "position.title"}
    found: list[list[Finding]] = []
    for span in sentences(paper.flat) if starts and all(starts) else ():
        periods = [period for period in find_periods(stretch(paper.flat, span), paper.dates_in(span)) if period.start]
        if len(periods) != 1 or not _ends_before(periods[0], min(starts)):
            continue
        here = max(span[0], paper.row_span(paper.row_at(periods[0].span[0]))[0]), span[1]  # labels above end in no full stop
        title = title_in_sentence(paper, here)
        if title is not None and not _is_hardly_one(title) and str(title.value).lower() not in titles:
            found.append([title, *period_findings(paper, periods[0]), *_told_in(paper, here, country), *_time_in(paper, here),
                          *internship_in(paper, here)])
            if len(jobs) == len(found) == 1:  # the first of them tells where the letter's own terms end
                jobs = [[*jobs[0], *_terms_before(paper, here[0], country)]]
    return [*jobs, *found]


def _terms_before(paper: Paper, end: int, country: str | None) -> Iterator[Finding]:
    """Hours and pay of the position that is told of first."""
    salary = find_salary(paper, country, (0, end))
    yield from (*find_work_time(paper, (0, end)), *([salary] if salary else ()))


def _ends_before(period: Period, start: str) -> bool:
    return period.end is not None and earlier(period.end.value, start)


def _in_turn(paper: Paper) -> list[list[Finding]]:
    """Periods and titles by turns in one sentence: « du … au … en qualité de P1 puis du … au … en qualité de P2 »."""
    periods = [period for period in find_periods(paper.flat, paper.dates) if period.start and (period.end or period.now)]
    for span in sentences(paper.flat) if len(periods) > 1 else ():
        here = [period for period in periods if span[0] <= period.span[0] < span[1]]
        edges = [span[0], *(edge for period in here for edge in period.span), span[1]]
        gaps = list(zip(edges[::2], edges[1::2], strict=True))
        for between in (gaps[1:], gaps[:-1]):
            titles = [next(titles_said(paper, gap), None) for gap in between]
            if len(here) > 1 and all(titles):
                return [[title, *period_findings(paper, one)] for title, one in zip(titles, here, strict=True) if title is not None]
    return []


def _time_in(paper: Paper, span: Span) -> Iterator[Finding]:
    match = _FULL_OR_PART.search(paper.flat, *span)
    if match is not None:
        yield Finding("position.full_time", match["full"] is not None, (match.span(),), "phrase")


def _tight(paper: Paper, span: Span) -> Span:
    text = paper.text[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    return start, max(start + 1, span[0] + len(text.rstrip()))
