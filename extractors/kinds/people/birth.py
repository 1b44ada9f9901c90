"""When the person of a paper was born: alike on every kind of paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding
from extractors.fields.labels import labelled
from extractors.kinds.parts.dating import BORN, date_finding
from extractors.paper import Paper


def find_birth_date(paper: Paper) -> Finding | None:
    """The date of birth, beside its label or after « né le »."""
    beside = [
        date_finding(paper, "person.birth_date", date, "label")
        for value in labelled(paper, "birth")
        for date in paper.dates_in(value.span)[:1]
    ]
    after = [
        date_finding(paper, "person.birth_date", date, "phrase")
        for date in paper.dates
        if BORN.search(_before(paper, date.start))
    ]
    found = [*beside, *after] or list(_born_below(paper))
    if not found:
        return _birth_year(paper)
    others = {str(other.value) for other in found}
    best = found[0]
    if len(others) > 1:
        return best.doubted(2)
    return replace(best, agreed=len({other.spans for other in found}) > 1)


def _born_below(paper: Paper) -> Iterator[Finding]:
    """« Né le » in a side column, the date in the row below it."""
    for value in labelled(paper, "birth"):
        number = paper.row_at(value.label[0])
        cell = next(cell for cell in paper.rows[number] if cell.start <= value.label[0] < cell.end)
        for below in paper.rows[number + 1] if number + 1 < len(paper.rows) and cell.end <= value.label[1] else ():
            if abs(below.box.x0 - cell.box.x0) < 0.02 and (dates := paper.dates_in(below.span)):
                yield date_finding(paper, "person.birth_date", dates[0], "label")


_BORN_IN = re.compile(r"\b(?:nee?|ne\(e\)|born) (?:vers |en l'an |en |in |about )(?P<year>(?:19|20)[0-9]{2})(?![0-9/.-])", re.ASCII)


def _birth_year(paper: Paper) -> Finding | None:
    """« né vers 1991 »: all that some registers know."""
    match = _BORN_IN.search(paper.flat)
    return None if match is None else Finding("person.birth_date", match["year"], (match.span("year"),), "phrase", 1)


def _before(paper: Paper, start: int) -> str:
    return " ".join(paper.plain[max(0, start - 60) : start].split()) + " "
