"""Letters that list several positions: a table with a row a position, lines « P1, du … au … », or a promotion told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.dates import DateFound
from extractors.fields.finding import Finding, Span
from extractors.fields.hours import hours_beside_label
from extractors.fields.money import pay_beside_label
from extractors.fields.periods import PRESENT, Period, find_periods
from extractors.kinds.dating import date_finding
from extractors.kinds.position import full_time_of, pay_finding, period_findings, title_at
from extractors.paper import Cell, Paper

_HEADS = (
    ("title", r"postes?\b|position|titre|title|designation|fonctions?\b|emploi|role"), ("start", r"debut|from|start|du\b|entree|date of joining|depuis"),
    ("end", r"fin\b|to\b|end|au\b|sortie|until|jusqu"), ("period", r"period|dates\b|duree"), ("hours", r"heures|hours|h\s?/|horaire"), ("salary", r"salaire|salary|pay|remuneration|wage|rate|taux"))
_HEAD = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in _HEADS)
_NOW = re.compile(r"\s?(?:present|en cours|a ce jour|aujourd'hui|current|actuel|ongoing|to date|en poste|now|ce jour)", re.ASCII)
_PROMOTED = re.compile(
    r"(?:(?:initially|first|originally) (?:hired|employed|engaged|appointed) as (?:an? )?|d'abord (?:ete embauchee? comme |ete engagee? comme |occupe (?:le poste|les fonctions) (?:de |d'))|(?:a )?(?:ete )?embauchee? (?:initialement )?(?:comme |a titre de |en qualite de |au poste de ))(?P<first>[^,;.(]{3,70}?)"
    r"(?:,? (?:on|in|le|en) |,? \(|,? du |,? de |,? from )(?P<between>[^.]{6,120}?)(?:promoted to(?: the position of| the post of)?|promue? (?:au poste de |a titre de |comme )?|puis (?:celui de |celle de |comme |a titre de |au poste de )?|then (?:as )?(?:an? )?)\s?(?P<second>[^,;.(]{3,70}?)(?=,? (?:on|in|le|en|depuis|since|from|du|de|effective) |,? \()", re.ASCII)


def find_positions(paper: Paper, country: str | None) -> list[Finding]:
    """The positions of a letter that lists at least two, the latest as group 0; an empty list for a letter of one position."""
    jobs = _table(paper, country) or _promotion(paper) or _lines(paper)
    if len(jobs) < 2:
        return []
    ordered = sorted(jobs, key=_start, reverse=True)
    return [finding.in_group(group) for group, job in enumerate(ordered) for finding in job]


def _start(job: list[Finding]) -> str:
    return next((str(finding.value) for finding in job if finding.name == "position.start_date"), "")


def _table(paper: Paper, country: str | None) -> list[list[Finding]]:
    """A header row that names a position and its dates, then a row a position."""
    for number, row in enumerate(paper.rows):
        heads = [(_sort(paper.folded(cell.span)), cell) for cell in row]
        sorts = [sort for sort, _ in heads]
        if len(row) > 2 and "title" in sorts and ("start" in sorts or "period" in sorts):
            jobs = [_row(paper, heads, below, country) for below in paper.rows[number + 1:number + 9]]
            return [job for job in _until_gap(jobs)]
    return []


def _until_gap(jobs: list[list[Finding]]) -> Iterator[list[Finding]]:
    for job in jobs:
        if not any(finding.name == "position.start_date" for finding in job):
            return
        yield job


def _sort(text: str) -> str | None:
    return next((name for name, pattern in _HEAD if pattern.match(text.strip())), None)


def _row(paper: Paper, heads: list[tuple[str | None, Cell]], row: tuple[Cell, ...], country: str | None) -> list[Finding]:
    found: list[Finding] = []
    for cell in row:
        sort = min(heads, key=lambda head: abs(_middle(head[1]) - _middle(cell)) if len(row) != len(heads) else abs(heads.index(head) - row.index(cell)))[0]
        found += _cell(paper, sort, cell.span, country)
    return found


def _middle(cell: Cell) -> float:
    return (cell.box.x0 + cell.box.x1) / 2


def _cell(paper: Paper, sort: str | None, span: Span, country: str | None) -> Iterator[Finding]:
    dates = paper.dates_in(span)
    if sort == "title" and not dates:
        yield Finding("position.title", paper.words(span), (span,), "label")
    elif sort == "start" and dates:
        yield date_finding(paper, "position.start_date", dates[0], "label")
    elif sort == "end":
        yield from _end(paper, span, dates)
    elif sort == "period":
        yield from (one for period in find_periods(paper.flat[:span[1]], dates) for one in period_findings(paper, period, "label"))
    elif sort == "hours":
        hours = hours_beside_label(paper.plain, *span)
        if hours is not None:
            finding = Finding("position.hours_per_week", hours.value, (hours.span,), "label", hours.doubts)
            yield finding
            yield from full_time_of(finding)
    elif sort == "salary":
        pay = pay_beside_label(paper.plain, span, span)
        finding_or_none = None if pay is None else pay_finding(pay, country, "label")
        if finding_or_none is not None:
            yield finding_or_none


def _end(paper: Paper, span: Span, dates: tuple[DateFound, ...]) -> Iterator[Finding]:
    if dates:
        yield date_finding(paper, "position.end_date", dates[0], "label")
    elif _NOW.match(paper.folded(span)):
        yield Finding("position.end_date", PRESENT, (span,), "label")


def _promotion(paper: Paper) -> list[list[Finding]]:
    """"hired as P1 on D1 and promoted to P2 on D2, which she held until D3": the end of the first is not said and not given."""
    match = _PROMOTED.search(paper.flat)
    if match is None:
        return []
    first = _tight(paper, match.span("first"))
    second = title_at(paper, match.start("second")) or _tight(paper, match.span("second"))
    early = [date for date in paper.dates if match.end("first") <= date.start < match.start("second")]
    late = [date for date in paper.dates if second[1] <= date.start < second[1] + 160]
    if not early or not late:
        return []
    jobs = [[Finding("position.title", paper.words(first), (first,), "phrase"), date_finding(paper, "position.start_date", early[0], "phrase")]]
    if len(early) > 1:
        jobs[0].append(date_finding(paper, "position.end_date", early[1], "phrase"))
    latest = [Finding("position.title", paper.words(second), (second,), "phrase"), date_finding(paper, "position.start_date", late[0], "phrase")]
    between = paper.plain[late[0].end:late[1].start] if len(late) > 1 else ""
    if re.search(r"(?:until|till|jusqu'au|au|to|-|up to)\s{0,2}(?:le )?$", between):
        latest.append(date_finding(paper, "position.end_date", late[1], "phrase"))
    elif (now := re.compile(r"[^.]{0,60}?(?P<now>to date|till date|a ce jour|present|currently|actuellement|toujours)").match(paper.plain, late[0].end)) is not None:
        latest.append(Finding("position.end_date", PRESENT, (now.span("now"),), "phrase"))
    return [*jobs, latest]


_LINE = re.compile(r"\s?(?:[•▪■●◦‣►✓✔√*-]|[0-9]{1,2}[.)])?\s{0,2}(?P<title>[^\t\n,:(0-9]{4,70}?)\s?(?:,|:|\(|-|\t|\s(?:du|de|from|depuis)\b)", re.ASCII)


def _lines(paper: Paper) -> list[list[Finding]]:
    """Lines that each give a title and its period: « • P1, du … au … », "P1 (D1 – D2)"."""
    jobs = []
    for number in range(len(paper.rows)):
        span = paper.row_span(number)
        match = _LINE.match(paper.plain, *span)
        if match is None or not paper.dates_in(span):
            continue
        periods: list[Period] = [period for period in find_periods(paper.flat[:span[1]], paper.dates_in(span)) if period.start and (period.end or period.now)]
        if len(periods) == 1 and periods[0].span[0] - match.end() < 8 and len(match["title"].split()) <= 7:
            title = _tight(paper, match.span("title"))
            jobs.append([Finding("position.title", paper.words(title), (title,), "phrase"), *period_findings(paper, periods[0])])
    return jobs if len(jobs) > 1 else []


def _tight(paper: Paper, span: Span) -> Span:
    text = paper.text[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    return start, max(start + 1, span[0] + len(text.rstrip()))
