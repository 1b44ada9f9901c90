"""Letters that list several positions: a table with a row a position, lines « P1, du … au … », or a promotion told in a
sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.duties import has_bullet, tasks_below
from extractors.fields.finding import Finding, Span
from extractors.fields.hours import find_hours
from extractors.fields.money import find_pay
from extractors.fields.when.periods import PRESENT, Period, find_periods, sentences
from extractors.kinds.parts.dating import date_finding
from extractors.kinds.parts.position import period_findings, title_at, title_in_sentence, titles_said
from extractors.kinds.parts.positions_table import positions_in_table
from extractors.kinds.parts.work_terms import full_time_of, pay_finding
from extractors.paper import Paper

_PROMOTED = re.compile(
    r"(?:(?:initially|first|originally) (?:hired|employed|engaged|appointed) as (?:an? )?|d'abord (?:ete embauchee? comme "
    r"|ete engagee? comme |occupe (?:le poste|les fonctions) (?:de |d'))"
    r"|(?:a )?(?:ete )?embauchee? (?:initialement )?(?:comme |a titre de |en qualite de "
    r"|au poste de ))(?P<first>[^,;.(]{3,70}?)"
    r"(?:,? (?:on|in|le|en) |,? \(|,? du |,? de |,? from )(?P<between>[^.]{6,120}?)(?:promoted to(?: the position of"
    r"| the post of)?|promue? (?:au poste de |a titre de |comme )?|puis (?:celui de |celle de |comme |a titre de "
    r"|au poste de )?|then (?:as )?(?:an? )?)\s?(?P<second>[^,;.(]{3,70}?)(?=,? (?:on|in|le|en|depuis|since|from|du|de"
    r"|effective) |,? \()",
    re.ASCII,
)


_HIRED_ON = re.compile(
    r"(?:hired|engaged|employed|recruited|appointed|started|embauchee?|engagee?|recrutee?|nommee?)\s(?:on |in |le |en "
    r"|depuis le )?[^.;]{4,30}?\s"
    r"(?:as|comme|a titre de|en qualite de|au poste de|en tant que)\s?(?:an? |d'|de )?(?P<first>[^,;.(]{3,60}?)"
    r"(?:,| and| et| before| avant| then| puis)[^.]{0,60}?(?:promoted to(?: the (?:position|post|role) of)?"
    r"|promue? (?:au poste de |a titre de "
    r"|comme )?|became|(?:est )?devenue?)\s(?:an? |d')?(?P<second>[^,;.(]{3,70}?)(?=,? (?:on|in|le|en|depuis|since|from|effective) )",
    re.ASCII,
)
_SENTENCE = re.compile(
    r"\b(?:worked|works?|working|employed|employment|was|were|is|are|has|had|been|joined|we|us|our|he|she|mr|mrs|ms"
    r"|travaill[a-z]*|employee? (?:par|chez)|est|etait"
    r"|ont|nous|notre|il|elle|mme|monsieur|madame|dates?|periode?s?|contrat|conges?|leave|depuis|from|since|again|this"
    r"|cette|qui|who)\b",
    re.ASCII,
)
"""Words that a title of a position never has: what has them is part of a sentence."""


def find_positions(paper: Paper, country: str | None) -> list[Finding]:
    """The positions of a letter that lists at least two, the latest as group 0; an empty list for a letter of one position."""
    jobs = (
        positions_in_table(paper, country)
        or _promotion(paper)
        or _lines(paper)
        or _blocks(paper, country)
        or _inline(paper)
        or _sentences(paper, country)
        or _in_turn(paper)
    )
    if len(jobs) < 2:
        return []
    ordered = sorted(jobs, key=_start, reverse=True)
    return [finding.in_group(group) for group, job in enumerate(ordered) for finding in job]


def _start(job: list[Finding]) -> str:
    return next((str(finding.value) for finding in job if finding.name == "position.start_date"), "")


def _promotion(paper: Paper) -> list[list[Finding]]:
    """ "hired as P1 on D1 and promoted to P2 on D2, which she held until D3": the end of the first is not said and not given."""
    match = _PROMOTED.search(paper.flat) or _HIRED_ON.search(paper.flat)
    if match is None:
        return []
    first = _tight(paper, match.span("first"))
    second = title_at(paper, match.start("second")) or _tight(paper, match.span("second"))
    early = [date for date in paper.dates if match.start() <= date.start < match.start("second")]
    late = [date for date in paper.dates if second[1] <= date.start < second[1] + 160]
    if not early or not late:
        return []
    jobs = [
        [
            Finding("position.title", paper.words(first), (first,), "phrase"),
            date_finding(paper, "position.start_date", early[0], "phrase"),
        ]
    ]
    if len(early) > 1:
        jobs[0].append(date_finding(paper, "position.end_date", early[1], "phrase"))
    latest = [
        Finding("position.title", paper.words(second), (second,), "phrase"),
        date_finding(paper, "position.start_date", late[0], "phrase"),
    ]
    between = paper.plain[late[0].end : late[1].start] if len(late) > 1 else ""
    if re.search(r"(?:until|till|jusqu'au|au|to|-|up to)\s{0,2}(?:le )?$", between):
        latest.append(date_finding(paper, "position.end_date", late[1], "phrase"))
    elif (
        now := re.compile(r"[^.]{0,60}?(?P<now>to date|till date|a ce jour|present|currently|actuellement|toujours|continues"
            r"|still hold)").match(
            paper.plain, late[0].end
        )
    ) is not None:
        latest.append(Finding("position.end_date", PRESENT, (now.span("now"),), "phrase"))
    return [*jobs, latest]


_LINE = re.compile(
    r"\s?(?:[•▪■●◦‣►✓✔√*-]|[0-9]{1,2}[.)])?\s{0,2}(?P<title>[^\t\n,:(0-9]{4,70}?)\s?(?:,|:|\(|-|\t|\s(?:du"
    r"|de|from|depuis)\b)",
    re.ASCII,
)


def _lines(paper: Paper) -> list[list[Finding]]:
    """Lines that each give a title and its period: « • P1, du … au … », "P1 (D1 – D2)"."""
    jobs = []
    for number in range(len(paper.rows)):
        span = paper.row_span(number)
        match = _LINE.match(paper.plain, *span)
        if match is None or not paper.dates_in(span) or _SENTENCE.search(match["title"]):
            continue
        periods: list[Period] = [
            period
            for period in find_periods(paper.flat[: span[1]], paper.dates_in(span))
            if period.start and (period.end or period.now)
        ]
        if len(periods) == 1 and periods[0].span[0] - match.end() < 8 and len(match["title"].split()) <= 7:
            title = _tight(paper, match.span("title"))
            jobs.append([Finding("position.title", paper.words(title), (title,), "phrase"), *period_findings(paper, periods[0])])
    return jobs if len(jobs) > 1 else []


_LISTED = re.compile(
    r"(?:[:;•▪■●,(]|\bet\b|\band\b|\bpuis\b)\s{0,2}(?:(?:comme|as|an?|de|celui de"
    r"|le poste de) )?(?P<title>[a-z][^:;•▪■●,(0-9]{3,60}?)\s?(?:\(|,|-|:)?\s?(?:du|de|from)?\s?$",
    re.ASCII,
)


def _inline(paper: Paper) -> list[list[Finding]]:
    """One sentence that lists positions: « P1 (D1 – D2), P2 (D3 – D4) », « • P1, du … au … • P2, du … à aujourd'hui »."""
    jobs = []
    for period in find_periods(paper.flat, paper.dates):
        match = _LISTED.search(paper.flat, max(0, period.span[0] - 90), period.span[0])
        if (
            match is None
            or period.start is None
            or not (period.end or period.now)
            or len(match["title"].split()) > 7
            or _SENTENCE.search(match["title"])
        ):
            continue
        title = _tight(paper, match.span("title"))
        jobs.append([Finding("position.title", paper.words(title), (title,), "phrase"), *period_findings(paper, period)])
    listed = (
        re.search(r"(?:positions?|postes?|fonctions|emplois)(?: (?:suivante?s|occupee?s|held|exercee?s))?\s?:", paper.flat)
        is not None
    )
    return jobs if len(jobs) > 1 and listed else []


_PERIOD_ROW = re.compile(r"\s?(?:[(•-]\s?)?(?:du|de|from|depuis|since|periode|period)?\b", re.ASCII)


def _blocks(paper: Paper, country: str | None) -> list[list[Finding]]:
    """A row with a title alone, and below it a row that begins with its period and may tell hours and pay."""
    jobs = []
    for number in range(1, len(paper.rows)):
        title, row = paper.row_span(number - 1), paper.row_span(number)
        dates = paper.dates_in(row)
        if (
            not dates
            or dates[0].start - row[0] > 12
            or not _titles_a_block(paper, title)
            or _PERIOD_ROW.match(paper.plain, *row) is None
        ):
            continue
        periods = [period for period in find_periods(paper.flat[: row[1]], dates) if period.start and (period.end or period.now)]
        if len(periods) == 1:
            jobs.append(
                [
                    Finding("position.title", paper.words(title), (_tight(paper, title),), "layout"),
                    *period_findings(paper, periods[0]),
                    *_told_in(paper, row, country),
                    *_tasks(paper, number + 1),
                ]
            )
    return jobs if len(jobs) > 1 else []


def _tasks(paper: Paper, first: int) -> Iterator[Finding]:
    found = tasks_below(paper, first) if first < len(paper.rows) and has_bullet(paper, first) else None
    if found is not None:
        yield Finding("position.duties", found[0], found[1], "layout")


def _titles_a_block(paper: Paper, span: Span) -> bool:
    text = paper.folded(span).strip()
    return not _SENTENCE.search(text) and (
        3 < len(text) < 70
        and len(text.split()) <= 8
        and not any(letter.isdigit() for letter in text)
        and not text.endswith((":", ".", ";", ","))
        and text[0].isalpha()
    )


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
    jobs = []
    for span in sentences(paper.flat):
        periods = [period for period in find_periods(paper.flat[: span[1]], paper.dates_in(span)) if period.start]
        title = title_in_sentence(paper, span)
        if len(periods) == 1 and title is not None:
            jobs.append([title, *period_findings(paper, periods[0]), *_told_in(paper, span, country), *_time_in(paper, span)])
    titles = {str(finding.value).lower() for job in jobs for finding in job if finding.name == "position.title"}
    ended = sum(any(finding.name == "position.end_date" and finding.value != PRESENT for finding in job) for job in jobs)
    return jobs if len(jobs) > 1 and len(titles) == len(jobs) and ended >= len(jobs) - 1 else []


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
