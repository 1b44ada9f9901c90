"""The score and the level of a whole test."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Span
from extractors.fields.numbers import as_json, decimal
from extractors.kinds.parts.test_results import LEVEL, level_value, scores_in
from extractors.paper import Paper

_TOTAL = re.compile(
    r"(?:score global|note (?:finale|totale|globale)|total general|resultat global|score total|total score"
    r"|note sur 100|score et niveau glob(?:al|aux)|ensemble(?=\t)|total)(?! (?:n'|ne ))(?:[^\t\n0-9:.(]|\([^()\n]{0,40}\)){0,44}"
    r"(?:[\t: ]|$)",
    re.ASCII,
)


def find_total(paper: Paper) -> tuple[Finding | None, Finding | None]:
    """The score and the level of the whole test, where the paper prints them."""
    for row in range(len(paper.rows)):
        start, end = paper.row_span(row)
        label = _TOTAL.search(paper.plain, start, end)
        if label is None:
            continue
        place = (label.end() - 1, end) if paper.text[label.end() : end].strip() else _below(paper, label.start())
        scores = [match for match in scores_in(paper, place) if decimal(match["score"]) is not None]
        if scores:
            score, level = scores[0], LEVEL.search(paper.plain, scores[0].end(), place[1])
            total = Finding("test.total", as_json(float(scores[0]["score"].replace(",", "."))), (score.span("score"),), "label")
            return total, None if level is None else Finding("test.cefr", level_value(level), (level.span(),), "label")
    return _out_of_whole(paper)


_WHOLE = re.compile(r"(?<![0-9.,/])(?P<score>[0-9]{1,3}) ?/ ?900(?![0-9])", re.ASCII)
"""The old TEF counted its three compulsory parts together up to 900, and no part up to that."""


def _out_of_whole(paper: Paper) -> tuple[Finding | None, Finding | None]:
    """« 588 / 900 — niveau B2 » without a label on its row, where one such score is told."""
    scores = list(_WHOLE.finditer(paper.plain))
    if len({match["score"] for match in scores}) != 1:
        return None, None
    level = LEVEL.search(paper.plain, scores[0].end(), paper.row_span(paper.row_at(scores[0].start()))[1])
    total = Finding("test.total", int(scores[0]["score"]), (scores[0].span("score"),), "phrase")
    return total, None if level is None else Finding("test.cefr", level_value(level), (level.span(),), "phrase")


def _below(paper: Paper, head: int) -> Span:
    """The cell right below the head of a column; an empty stretch where none is."""
    number = paper.row_at(head)
    cell = next(cell for cell in paper.rows[number] if cell.start <= head < cell.end)
    below = paper.rows[number + 1] if number + 1 < len(paper.rows) else ()
    under = (other for other in below if other.page == cell.page and other.box.x0 < cell.box.x1 and cell.box.x0 < other.box.x1)
    return next((other.span for other in under), (0, 0))
