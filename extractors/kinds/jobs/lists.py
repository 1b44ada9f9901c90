"""Positions listed in running text: « Caissière, agence du port, du … au … ; Cheffe de caisse, du … à ce jour »."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Span
from extractors.fields.when.periods import find_periods
from extractors.kinds.jobs.entries import Entry, as_jobs, heads_positions, title_in
from extractors.kinds.jobs.titles import title_at
from extractors.paper import Paper

_BREAK = re.compile(r"[•▪■●◦‣►✓✔√;:]\s|\f|(?<=[.;:,)])\n|\n(?=\s?(?:[0-9]{1,2}\s?[.)]|[-*]\s))", re.ASCII)
_DASHED = re.compile(r"\s-\s(?:(?:de|du|d'|depuis|from|since|le)\s?)*$", re.ASCII)
"""« Chef de ligne — de mai 2013 à … »: a row that is a title and its time begins an entry, whatever the row above it ends in."""
_WEAK_BREAK = re.compile(r"[,(]\s|\b(?:et|and|puis)\s", re.ASCII)


def positions_in_list(paper: Paper, country: str | None) -> list[list[Finding]]:
    """Entries that each give a title and its period; at least two, that are not projects or courses."""
    entries: list[Entry] = []
    edge = 0
    for period in find_periods(paper.flat, paper.dates):
        title = None if period.start is None else _title_before(paper, edge, period.span[0]) or _title_behind(paper, period.span)
        if title is not None:
            entries.append(Entry(title, period))
        edge = period.span[1]
    return as_jobs(paper, entries, country) if len(entries) > 1 and heads_positions(paper, entries[0].start) else []


_AS = re.compile(r"\s?,?\s(?:comme|en qualite d(?:e |')|en tant qu(?:e |')|a titre d(?:e |')|au poste d(?:e |')|as (?:an? )?)\s?", re.ASCII)
_BEGINS_ITEM = re.compile(r"(?:^|\n)\s?(?:[•▪■●◦*-]|[0-9]{1,2}[.)])\s(?:du|de|from|depuis(?: le)?|le)?\s?$", re.ASCII)


def _title_behind(paper: Paper, period: Span) -> Span | None:
    """The title of an item that begins with its time: « — du 3 mai 2015 au 4 juin 2018 comme employée de rayon, niveau II »."""
    behind = _AS.match(paper.plain, period[1])
    return title_at(paper, behind.end()) if behind and _BEGINS_ITEM.search(paper.plain[max(0, period[0] - 24) : period[0]]) else None


def _title_before(paper: Paper, edge: int, start: int) -> Span | None:
    """The title that stands between the last break and a period."""
    low = max(edge, start - 160)
    strong = [match.end() for match in _BREAK.finditer(paper.plain, low, start)]
    if low == edge > 0:
        strong.insert(0, low)
    row = paper.row_span(paper.row_at(start))[0]
    if low < row < start and _DASHED.search(paper.plain, row, start):
        strong.append(row)
    weak = [match.end() for match in _WEAK_BREAK.finditer(paper.plain, strong[-1] if strong else low, start)]
    titles = (title_in(paper, cut, start) for cut in (*reversed(strong), *weak))
    return next((title for title in titles if title is not None and paper.row_at(start) - paper.row_at(title[1] - 1) < 2), None)
