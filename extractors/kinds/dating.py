"""When a paper was made out: beside a label, in a closing formula, or at the head of a letter. And how a date becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.dates import DateFound
from extractors.fields.finding import Finding, Pattern
from extractors.fields.labels import labelled
from extractors.paper import Paper

_CLOSING = re.compile(
    r"(?:(?:fait|donnee?|delivree?|etablie?|emise?|signee?|dressee?|expediee?|editee?|produite?)(?: (?:a|en|au) [a-z .'()-]{2,40},?)?,? (?:ce|le|en date du)"
    r"|(?:issued|given|signed|dated|done)(?: (?:this|on|at|in|the|by|under|my|hand|and|seal|of|university)){0,6}(?: [a-z]{3,20},?(?: [a-z]{3,20},?)? on)?,?:?(?: the)?"
    r"|dad[oa] en [a-z .'-]{2,30},? (?:el|a los)|(?:se )?expid(?:e|ido)[a-z ,.'-]{0,60} a los|datum|pour extrait conforme, delivre le|attestation (?:produite|delivree|editee) le) $", re.ASCII)
_HEAD = re.compile(r"^(?:(?:[a-z][a-z .'()-]{1,30}, )?(?:le|ce|on) |date ?:? ?|dated ?:? ?|[a-z][a-z .'-]{1,30}, )?$", re.ASCII)


def date_finding(paper: Paper, name: str, date: DateFound, pattern: Pattern, doubts: int = 0) -> Finding:  # noqa: ARG001
    """A date as the value of a field, with its other readings."""
    return Finding(name, date.value, (date.span,), pattern, date.doubts + doubts, others=date.others)


def find_issued(paper: Paper) -> Finding | None:
    """The date of the document itself. Two places that give two dates leave the surer one in doubt."""
    found = list(_candidates(paper))
    if not found:
        return None
    best = found[0]
    same = [other for other in found[1:] if other.value == best.value and other.spans != best.spans]
    differing = [other for other in found[1:] if other.pattern == best.pattern and other.value != best.value]
    return Finding(best.name, best.value, best.spans, best.pattern, best.doubts + bool(differing), bool(same), others=best.others)


def closing_dates(paper: Paper) -> Iterator[DateFound]:
    """Dates in a closing formula: « Fait à Lyon, le … », "Given this … day of …"."""
    return (date for date in paper.dates if _CLOSING.search(before(paper, date.start)))


def before(paper: Paper, start: int, length: int = 90) -> str:
    """The plain words before a position, with single blanks and one at the end."""
    return " ".join(paper.plain[max(0, start - length):start].split()) + " "


def _candidates(paper: Paper) -> Iterator[Finding]:
    for value in labelled(paper, "issued"):
        for date in paper.dates_in(value.span)[:1]:
            yield date_finding(paper, "issued_on", date, "label", not value.sure)
    yield from (date_finding(paper, "issued_on", date, "phrase") for date in closing_dates(paper))
    yield from (date_finding(paper, "issued_on", date, "layout") for date in _at_the_head(paper))


def _at_the_head(paper: Paper) -> Iterator[DateFound]:
    """A date that has its segment of a row to itself, but for a place and « le »."""
    for date in paper.dates:
        cell = next((cell for cell in paper.rows[paper.row_at(date.start)] if cell.start <= date.start < cell.end), None)
        if cell is None or paper.plain[date.end:cell.end].strip(" .") or date.form in ("year_month", "month_year"):
            continue
        if _HEAD.match(" ".join(paper.plain[cell.start:date.start].split()) + (" " if date.start > cell.start else "")):
            yield date
