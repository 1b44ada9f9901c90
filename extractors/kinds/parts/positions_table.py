"""A table of positions in a letter: a header row that names positions and their dates, then a row a position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.fields.finding import Finding, Span
from extractors.fields.hours import hours_beside_label
from extractors.fields.money import pay_beside_label
from extractors.fields.when.dates import DateFound
from extractors.fields.when.periods import PRESENT, find_periods
from extractors.kinds.parts.dating import date_finding
from extractors.kinds.parts.position import period_findings
from extractors.kinds.parts.work_terms import full_time_of, pay_finding
from extractors.paper import Cell, Paper

_HEADS = (
    ("title", r"postes?\b|position|titre|title|designation|fonctions?\b|emploi|role"),
    (
        "start",
        (
            r"debut|from|start|du\b"
            r"|entree|date of joining"
            r"|depuis"
        ),
    ),
    ("end", r"fin\b|to\b|end|au\b|sortie|until|jusqu"),
    ("period", r"period|dates\b|duree"),
    ("hours", r"heures|hours|h\s?/|horaire"),
    (
        "salary",
        (
            r"salaire"
            r"|salary"
            r"|pay"
            r"|remuneration"
            r"|wage"
            r"|rate"
            r"|taux"
        ),
    ),
)
_HEAD = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in _HEADS)
_NOW = re.compile(r"\s?(?:present|en cours|a ce jour|aujourd'hui|current|actuel|ongoing|to date|en poste|now|ce jour)", re.ASCII)


def positions_in_table(paper: Paper, country: str | None) -> list[list[Finding]]:
    """A header row that names a position and its dates, then a row a position."""
    for number, row in enumerate(paper.rows):
        heads = [(_sort(paper.folded(cell.span)), cell) for cell in row]
        sorts = [sort for sort, _ in heads]
        if len(row) > 2 and "title" in sorts and ("start" in sorts or "period" in sorts):
            jobs = [_row(paper, heads, below, country) for below in paper.rows[number + 1 : number + 9]]
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
    if len(row) < len(heads):
        row = tuple(piece for cell in row for piece in _pieces(paper, cell))
    for cell in row:
        sort = min(
            heads,
            key=lambda head: (
                abs(_middle(head[1]) - _middle(cell)) if len(row) != len(heads) else abs(heads.index(head) - row.index(cell))
            ),
        )[0]
        found += _cell(paper, sort, cell.span, country)
    return found


def _pieces(paper: Paper, cell: Cell) -> Iterator[Cell]:
    """A cell of a narrow table that ran together, cut before and behind its dates: « Infirmière 4 janvier 2016 30 juin 2019 »."""
    cuts = sorted({cell.start, cell.end, *(edge for date in paper.dates_in(cell.span) for edge in date.span)})
    for start, end in pairwise(cuts):
        text = paper.text[start:end]
        if text.strip(" -–,|"):
            span = (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
            yield replace(cell, start=span[0], end=span[1], box=paper.quote(span).boxes[0])


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
        yield from (
            one for period in find_periods(paper.flat[: span[1]], dates) for one in period_findings(paper, period, "label")
        )
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
