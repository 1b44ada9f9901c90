"""Results printed below their skills: a table with a column a skill, or cards side by side, each with its score and level.

A row that names two skills or more and nothing else opens the columns; what stands in the rows below belongs to the skill that
it stands under. What sort of thing it is tells the word before it or at the head of its row, else its form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.fields.finding import Span
from extractors.fields.numbers import as_json, decimal
from extractors.kinds.parts.test_results import BESIDE, CODES, HEAD, LEVEL, NOT_SAT, SCORE, SKILL, Result, level_value, middle, scores_in
from extractors.paper import Paper

_CODE = re.compile(r"(?<![a-z0-9])(?:co|ce|eo|ee|po|pe)(?![a-z0-9])", re.ASCII)
_MOST_ROWS = 6
_MOST_OTHER_LETTERS = 30
"""A heading row says hardly more than its skills: what has more letters besides is a sentence."""
_CANADIAN = re.compile(r"(?:nclc|clb)\s?:?\s?$", re.ASCII)
_QUEBEC = re.compile(r"(?:echelle quebecoise|niveau quebecois)\s?:?\s?$", re.ASCII)
_NCLC_VALUE = re.compile(r"1[0-2]|[1-9]", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Head:
    skill: str
    middle: float


def results_in_columns(paper: Paper) -> Iterator[Result]:
    """Results of all rows below a heading row of skills, in reading order."""
    for number in range(len(paper.rows)):
        heads = _heads(paper, number)
        if not heads:
            continue
        for below in range(number + 1, min(number + 1 + _MOST_ROWS, len(paper.rows))):
            other_page = paper.rows[below][0].page != paper.rows[number][0].page
            if other_page or _names_skills(paper, below) or _is_grid(paper, below):
                break
            yield from _row(paper, below, heads)


def _names_skills(paper: Paper, number: int) -> bool:
    """Whether a row names skills of its own, which ends the columns above it."""
    return SKILL.search(paper.plain, *paper.row_span(number)) is not None or bool(_heads(paper, number))


_RANGE = re.compile(r"(?<![0-9])[0-9]{1,3}\s?[-–]\s?[0-9]{1,3}(?![0-9])", re.ASCII)


def _is_grid(paper: Paper, number: int) -> bool:
    """Whether a row explains the levels: « 100-199 A1   200-299 A2 »."""
    return len(_RANGE.findall(paper.plain, *paper.row_span(number))) > 1


_GROUP = re.compile(r"\s?(?P<group>comprehension|expression|production)s?\b", re.ASCII)
_HALVES = re.compile(r"\s?(?P<half>oral|ecrit)e?s?\s?$", re.ASCII)
_OF_GROUP = {("comprehension", "oral"): "listening", ("comprehension", "ecrit"): "reading"}


def _grouped(paper: Paper, number: int) -> list[_Head]:
    """Heads of two levels: « orale | écrite | écrite | orale » under « Compréhensions | Expressions »."""
    halves = [(cell, found["half"]) for cell in paper.rows[number] if (found := _HALVES.match(paper.folded(cell.span)))]
    above = [(cell, found["group"]) for row in paper.rows[max(0, number - 2) : number] for cell in row
             if (found := _GROUP.match(paper.folded(cell.span)))]
    if len(halves) != 4 or len(above) != 2 or {half for _, half in halves} != {"oral", "ecrit"}:
        return []
    heads = []
    for cell, half in halves:
        place = middle(paper, cell.span)
        group = min(above, key=lambda one: abs(middle(paper, one[0].span) - place))[1]
        skill = _OF_GROUP.get((group, half)) or ("speaking" if half == "oral" else "writing")
        heads.append(_Head(skill, place))
    return heads if len({head.skill for head in heads}) == 4 else []


def _heads(paper: Paper, number: int) -> list[_Head]:
    if NOT_SAT.search(paper.plain, *paper.row_span(number)):
        return []
    grouped = _grouped(paper, number)
    if grouped:
        return grouped
    span = paper.row_span(number)
    named = [(match.lastgroup or "", match.span()) for match in SKILL.finditer(paper.plain, *span) if match.lastgroup != "half"]
    if not named:
        named = [(CODES[match[0]], match.span()) for match in _CODE.finditer(paper.plain, *span)]
        if len(named) < 3 or any(paper.text[slice(*at)].islower() for _, at in named):
            return []
    letters = sum(letter.isalpha() for letter in paper.folded(span))
    others = letters - sum(end - start for _, (start, end) in named)
    named = _in_one_language(paper, named)
    if len({skill for skill, _ in named}) != len(named) or len(named) < 2 or others > _MOST_OTHER_LETTERS:
        return []
    return [] if SCORE.search(paper.plain, *span) else [_Head(skill, middle(paper, at)) for skill, at in named]


def _in_one_language(paper: Paper, named: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """« Compréhension écrite / Reading »: a skill that a cell names in two languages is named once."""
    return [one for before, one in pairwise([("", (0, 0)), *named])
            if one[0] != before[0] or "\t" in paper.plain[before[1][1] : one[1][0]]]


def _row(paper: Paper, number: int, heads: list[_Head]) -> Iterator[Result]:
    start, end = paper.row_span(number)
    if end - start > 120:
        return
    sort = _sort_of_row(paper, (start, end), heads)
    values = [*_levels(paper, (start, end)), *_numbers(paper, (start, end), sort)]
    if sort in ("old", "most") or len(values) > 3 * len(heads):
        return
    seen: set[tuple[str, str]] = set()
    for value in values:
        nearest = min(heads, key=lambda head: abs(head.middle - middle(paper, value.span)))
        if (nearest.skill, value.sort) not in seen and _under(paper, value.span, nearest, heads):
            seen.add((nearest.skill, value.sort))
            yield replace(value, skill=nearest.skill)


def _sort_of_row(paper: Paper, span: Span, heads: list[_Head]) -> str | None:
    """What the word at the head of a row, left of all columns, says that its values are."""
    label = HEAD.search(paper.plain, *span)
    if label is None or re.search(r"[0-9\t]", paper.plain[span[0] : label.start()]):
        return None
    if paper.quote(label.span()).boxes[0].x0 > heads[0].middle:
        return None
    behind = paper.plain[label.end() : label.end() + 6]
    return None if LEVEL.search(behind) else label.lastgroup


def _under(paper: Paper, span: Span, head: _Head, heads: list[_Head]) -> bool:
    """Whether a value stands nearer to its head than half the way to the next one."""
    apart = min(abs(head.middle - other.middle) for other in heads if other is not head)
    return abs(head.middle - middle(paper, span)) < 0.5 * apart


def _levels(paper: Paper, span: Span) -> Iterator[Result]:
    return (Result("", "level", level_value(match), match.span()) for match in LEVEL.finditer(paper.plain, *span))


def _numbers(paper: Paper, span: Span, sort: str | None) -> Iterator[Result]:
    for match in BESIDE["quebec"].finditer(paper.plain, *span):
        if match["number"]:
            yield Result("", "quebec", int(match["number"]), match.span("value"))
    for match in scores_in(paper, span):
        before = paper.plain[span[0] : match.start()]
        told = "nclc" if _CANADIAN.search(before) else "quebec" if _QUEBEC.search(before) else sort
        if told in ("nclc", "quebec"):
            if _NCLC_VALUE.fullmatch(match["score"]):
                yield Result("", told, int(match["score"]), match.span("score"))
        elif told in ("score", None) or match["most"]:
            value = decimal(match["score"])
            most = int(match["most"]) if match["most"] else None
            if value is not None and value <= (most or 699) and not before.rstrip().endswith("(sur"):
                yield Result("", "score", as_json(value), match.span("score"), most)
