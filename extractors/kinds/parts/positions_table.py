"""A table of positions in a letter: a header row that names positions and their dates, then a row a position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from extractors.fields.duties import tasks_in_cell
from extractors.fields.finding import Finding, Span
from extractors.fields.hours import HoursFound, find_hours, hours_beside_label
from extractors.fields.money import pay_beside_label
from extractors.fields.when.dates import DateFound
from extractors.fields.when.periods import PRESENT, find_periods, stretch
from extractors.kinds.parts.dating import date_finding
from extractors.kinds.parts.position import period_findings
from extractors.kinds.parts.work_terms import full_time_of, full_time_said, pay_finding
from extractors.paper import Cell, Paper

_HEADS = (
    ("title", (r"post(?:es?)?\b|position|titre|title|job|designation|fonctions?\b|emploi|role|rank|grade|occupation|metier|qualite\b"
               r"|capacity|cargo|business title|(?:corps|classe|categorie) d'emploi|job class")),
    (
        "start",
        (
            r"(?:date (?:de |d'))?(?:debut|entree|prise de (?:poste|fonction|service)|nomination|embauche)|(?:date )?(?:embarked"
            r"|sign(?:ed)? on)|(?:date )?from|w\.?\s?e\.?\s?f\b|effective(?! (?:to|until|thru))"
            r"|(?:date )?start"
            r"|date (?:from"
            r"|of joining)|(?:date )?du\b|depuis|since|joined|joining|admi(?:ssion|tted)|hired?\b|appoint|commenc|de$"
        ),
    ),
    ("end", (r"(?:date (?:de |d')?)?(?:fin\b|sortie|depart|cessation)|(?:date )?(?:disembarked|sign(?:ed)? off)|(?:date )?of leaving"
             r"|(?:date |effective )?(?:up ?)?to\b|effective (?:until|thru)|(?:date )?end"
             r"|(?:date )?au\b|until|jusqu|left"
             r"|leaving|exit|terminat|separat|depart|cessation|relie(?:f|ved|ving)|a$")),
    ("period", r"(?:inclusive )?(?:en poste|period|dates?\b|duree(?! hebdo)|annees?|years?|duration|tenure)"),
    ("hours", (r"(?:nombre d'|nb d'|nbre d')?heures(?! (?:payees|cumul|totales|reconnues|remunerees))|weekly work ?load|(?:charge"
    r"|duree) hebdo|semaine normale|(?:weekly |no\.? of |std\.? |avg\.? "
        r"|average )?(?:hours|hrs)|h\s?/|h\. |horaire"
               r"|temps de travail")),
    ("status", r"statut|status|regime|type d|time type"),
    ("duties", (r"(?:principales? |main |key )?(?:attributions|taches|duties|responsabilites|responsibilities|missions|activites"
               r"|activities)")),
    (
        "salary",
        (
            r"(?:(?:last|drawn|current|final|annual|monthly|hourly|gross|base|basic|starting|weekly|fixed|consolidated|net|total"
            r"|dernier) )*(?:salaire|traitement|(?:pay )?scale|paie|gages"
            r"|salary"
            r"|pay"
            r"|remuneration"
            r"|wage"
            r"|rate"
            r"|c\.?t\.?c\.?"
            r"|taux"
            r"|basic (?=\())"
        ),
    ),
)
_HEAD = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in _HEADS)
_NOW = re.compile(r"\s?(?:(?:aucune?|neant|none),? ?\(?(?=(?:toujours )?en (?:fonctions?|poste|emploi|cours))|present|en (?:cours"
                  r"|fonctions?)|a ce jour|aujourd'hui|current|actuel|ongoing|(?:to|till) date|till now|en poste|now|ce jour)", re.ASCII)
_HELD_NOW = re.compile(r"\b(?:actuellement|toujours en|encore en|still|currently)\b", re.ASCII)
_IN_BRACKETS = re.compile(r"^[a-z][^(]{3,60}\([^)]*\)\s*$", re.ASCII)


class Head(NamedTuple):
    """The head of a column: which sort of value stands below it, where it stands, and its words, of all its lines."""

    sort: str | None
    cell: Cell
    text: str

    @classmethod
    def of(cls, text: str, cell: Cell) -> Head:
        return cls(_sort(text), cell, text)


def positions_in_table(paper: Paper, country: str | None) -> list[list[Finding]]:
    """A header row that names a position and its dates, then a row a position; or the same with rows and columns changed."""
    for number, row in enumerate(paper.rows):
        heads = [Head.of(_head_text(paper, number, cell), cell) for whole in row for cell in _parted(paper, whole)]
        if len(heads) < 2 or not any(head.sort == "title" for head in heads):
            continue
        above, below = _beside(paper, row, number - 1), _beside(paper, row, number + 1)
        heads = sorted([*heads, *_of_two_lines(paper, above, below)], key=lambda head: head.cell.box.x0)
        if {"start", "period"} & {head.sort for head in heads}:
            return list(_below(paper, heads, number + 1 + bool(below), country)) or _in_columns(paper, country)
    return _in_columns(paper, country)


_HALF_A_LINE = 0.7


def _beside(paper: Paper, row: tuple[Cell, ...], number: int) -> tuple[Cell, ...]:
    """The cells of the row above or below a row of heads, where they stand half a line off and between its cells: lines of heads that
    have two, « Taux » above and « horaire » below."""
    if not 0 <= number < len(paper.rows):
        return ()
    other, here = paper.rows[number], row[0]
    near = all(cell.page == here.page and abs(cell.box.y0 - here.box.y0) < (1 + _HALF_A_LINE) * here.box.height for cell in other)
    between = not any(_overlap(cell, head) for cell in other for head in row)
    return other if near and between and not paper.dates_in((other[0].start, other[-1].end)) else ()


def _of_two_lines(paper: Paper, above: Iterable[Cell], below: Iterable[Cell]) -> Iterator[Head]:
    """Heads in two lines, by the words of both."""
    first, second = list(above), list(below)
    for cell in first:
        under = [other for other in second if _overlap(cell, other)]
        if len(under) < 2:  # « Dates » above « Du » and « Au » heads nothing of its own
            yield Head.of(" ".join(paper.folded(one.span).strip() for one in (cell, *under)), cell)
    for cell in second:
        over = next((other for other in first if _overlap(cell, other)), None)
        if over is None or sum(_overlap(over, other) for other in second) > 1:
            yield Head.of(paper.folded(cell.span).strip(), cell)


_PARTED = frozenset(("title", "start", "end", "status", "hours", "salary"))


_SHORT = re.compile(r"\b(?:sem|hebdo|nb|no|wk|hrs|moy|hor|mens|ann)\.", re.ASCII)
_ONE_HEAD = re.compile(r"\b(?:salaire|taux|remuneration|rate|pay|wage) (?:horaire|hebdomadaire|par heure|per hour)", re.ASCII)
"""Two words that are one head."""


def _parted(paper: Paper, cell: Cell) -> Iterator[Cell]:
    """The heads that stand so near each other that they were read as one: « Status Effective », « Hours Rate »."""
    words = [match.span() for match in re.finditer(r"\S+", paper.text[slice(*cell.span)])]
    cuts, last = [cell.start], _sort(paper.folded(cell.span))
    text = paper.folded(cell.span)
    run_together = not text.rstrip().endswith(":") and ". " not in _SHORT.sub("", text) and not _ONE_HEAD.search(text)
    for start, _ in words[1:] if run_together else ():
        sort = _sort(paper.plain[cell.start + start : cell.end])
        if last in _PARTED and sort in _PARTED and sort != last:
            cuts.append(cell.start + start)
            last = sort
    for start, end in pairwise([*cuts, cell.end]):
        span = start, start + len(paper.text[start:end].rstrip())
        yield replace(cell, start=span[0], end=span[1], box=paper.quote(span).boxes[0]) if len(cuts) > 1 else cell


def _head_text(paper: Paper, number: int, cell: Cell) -> str:
    """The words of a head, with those of its first line where it has two: "Hours per" over "week"."""
    text = paper.folded(cell.span).strip()
    if _sort(text) is not None or number == 0:
        return text
    above = paper.rows[number - 1]
    over = [other for other in above if _overlap(other, cell) and (len(above) > 1 or other.box.width < 0.2)]
    return f"{paper.folded(over[0].span).strip()} {text}" if over else text


def _below(paper: Paper, heads: list[Head], first: int, country: str | None) -> Iterator[list[Finding]]:
    """The positions of the rows below the heads. A row with words under the title only is a title's line above its dates, or what
    a title goes on with; two of them, or words elsewhere, end the table."""
    title = next(head.cell for head in heads if head.sort == "title")
    job: list[Finding] = []
    loose: list[Cell] = []
    for row in paper.rows[first : first + 30]:
        if len(row) == 1 and (_SENTENCES.search(paper.text, *row[0].span) or len(paper.words(row[0].span).split()) > _MOST_WORDS):
            break
        found = _row(paper, heads, row, country)
        if any(finding.name == "position.start_date" for finding in found):
            if job:
                yield job
            named = any(finding.name == "position.title" for finding in found)
            job = found if named else [*(_title(paper, loose[-1].span, 1) if loose else []), *found]
            loose = []
        elif len(row) == 1 and paper.folded(row[0].span).rstrip().endswith(":"):
            break
        elif len(row) == 1 and _overlap(row[0], title) and len(loose) < 2 and row[0].box.width < 0.45:
            loose.append(row[0])
            job = _longer(paper, job, row[0])
        elif job and _is_second_line(paper, row) and (len(row) > 1 or len(paper.words(row[0].span).split()) <= _FEW_WORDS):
            job = _longer(paper, job, row[0]) if _overlap(row[0], title) else _with_more(job, found)
        elif job or len(row) == 1:
            break
    if job:
        yield job


_FEW_WORDS = 3
"""The second line of a cell has no more: « temps complet » below its code."""
_MOST_WORDS = 12
"""More of them in a row of one cell are a sentence."""
_SENTENCES = re.compile(r"\w{2}\.\s[A-ZÀ-Ý]\w")
"""Where remarks begin below a table: a full stop and another sentence."""


def _is_second_line(paper: Paper, row: tuple[Cell, ...]) -> bool:
    """Whether a row only goes on with the cells of the row right above it."""
    above = paper.rows[row[0].row - 1][0]
    return above.page == row[0].page and row[0].box.y0 - above.box.y1 < 0.5 * above.box.height and not paper.dates_in(
        (row[0].start, row[-1].end))


def _with_more(job: list[Finding], found: Iterable[Finding]) -> list[Finding]:
    """The position with what the second lines of its cells tell beside it."""
    known = {one.name for one in job}
    return [*job, *(one for one in found if one.name not in known)]


def _longer(paper: Paper, job: list[Finding], cell: Cell) -> list[Finding]:
    """The position with the next line of its title, where that goes on in small letters."""
    if not paper.text[cell.start].islower():
        return job
    return [replace(one, value=f"{one.value} {paper.words(cell.span)}", spans=(*one.spans, cell.span), doubts=one.doubts + 1)
            if one.name == "position.title" else one for one in job]


_REMARK = re.compile(r"\s?\((?:[^\s()]+\s){2,}[^()]+\)\s*$|\s?\((?:Agence|Site|Succursale|Branch|Dept\.?|Service)\s[^()]+\)\s*$"
                     r"|\s?\([0-9]{3,5}\)\s*$|\s?\((?:à )?(?:temps (?:partiel|plein|complet)|(?:part|full)[- ]time)\)\s*$", re.IGNORECASE)
"""A remark of several words in brackets behind a title: which branch, what for."""


_UNIT_BELOW = re.compile(r"(?<=[a-zà-ÿ0-9)])\s(?=(?:CHSLD|CLSC|CISSS|CIUSSS|Hôpital|Pavillon|Succursale|Centre (?:de |d['’]"
r"|hospitalier))\b)")
"""The second line of a title's cell: where the work is done."""
_ROW_NUMBER = re.compile(r"[0-9]{1,4}[.)]?\s(?=[A-ZÀ-Ý])")
"""Before a title: the row's number, or the code of a class of jobs (« 3480 Préposé(e) aux bénéficiaires »)."""
_STATUS_BEHIND = re.compile(r"\s(?:TP[ORT]|TC[RT]|TPTR)$")
"""The code of how someone is employed, of Québec's health network, that ran together with a title."""
_NEVER = re.compile(r"9999-12-31|31[/-]12[/-]9999", re.ASCII)
"""What payroll systems have for the end of what goes on."""


def _title(paper: Paper, span: Span, doubts: int = 0) -> list[Finding]:
    number = _ROW_NUMBER.match(paper.text, *span)
    span = (number.end(), span[1]) if number else span
    status = _STATUS_BEHIND.search(paper.text, *span)
    span = (span[0], status.start()) if status else span
    unit = _UNIT_BELOW.search(paper.text, *span)
    span, doubts = ((span[0], unit.start()), doubts + 1) if unit else (span, doubts)
    remark = _REMARK.search(paper.text, *span)
    span = (span[0], remark.start()) if remark and remark.start() > span[0] else span
    said = full_time_said(paper, (span[1], remark.end())) if remark else None
    told = [] if said is None else [replace(said, pattern="label")]
    return [Finding("position.title", paper.words(span), (span,), "label", doubts), *told]


def _overlap(one: Cell, other: Cell) -> bool:
    return min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0) > 0


def _in_columns(paper: Paper, country: str | None) -> list[list[Finding]]:
    """Positions side by side: the first cell of each row is its head, each further one belongs to a position."""
    rows = [(_sort(paper.folded(row[0].span).strip()), row) for row in paper.rows if len(row) > 1]
    titles = next((row for sort, row in rows if sort == "title" and len(row) > 2), ())
    columns = len(titles)
    named = {sort: parts for sort, row in rows if sort is not None
             if len(parts := tuple(part for cell in row for part in _at(paper, cell, titles))) > 2}
    if not columns or not {"start", "period"} & set(named) or any(len(row) != columns for row in named.values()):
        return []
    jobs: list[list[Finding]] = [[] for _ in range(columns - 1)]
    for sort, row in named.items():
        for job, cell in zip(jobs, row[1:], strict=True):
            job.extend(_pay(paper, paper.folded(row[0].span), cell.span, country) if sort == "salary" else _cell(paper, sort, cell.span))
    return jobs if all(any(one.name == "position.start_date" for one in job) for job in jobs) else []


def _at(paper: Paper, cell: Cell, above: Sequence[Cell]) -> Iterator[Cell]:
    """A cell cut where words begin at the left edge of another of these columns: « Du … au … Depuis le … »."""
    lefts = [other.box.x0 for other in above if other.box.x0 > cell.box.x0 + _NEAR]
    words = [cell.start + match.start() for match in re.finditer(r"\S+", paper.text[slice(*cell.span)])]
    yield from _cut(paper, cell, [start for start in words[1:]
                                  if any(abs(paper.quote((start, start + 1)).boxes[0].x0 - left) < _NEAR for left in lefts)])


_NUMBER_HEAD = re.compile(r"^(?:s/?n|sl|sr|sq|s|n°|no)\.?(?: ?no\.?)? (?=[a-z]{4})", re.ASCII)
"""« Sl. Designation »: the head of a column of numbers, read as one with the next."""


def _sort(text: str) -> str | None:
    text = _NUMBER_HEAD.sub("", text.strip(), count=1)
    return next((name for name, pattern in _HEAD if pattern.match(text)), None)


def _row(paper: Paper, heads: list[Head], row: tuple[Cell, ...], country: str | None) -> list[Finding]:
    found: list[Finding] = []
    by_place = len(row) != len(heads) or _two_bounds_in_one(paper, heads, row)
    if by_place and len(row) <= len(heads):
        row = tuple(piece for cell in row for piece in _pieces(paper, cell, heads))
    for cell in row:
        sort, _, text = min(
            heads,
            key=lambda head: (
                abs(_middle(head.cell) - _middle(cell)) if by_place or len(row) != len(heads) else abs(heads.index(head) - row.index(cell))
            ),
        )
        if sort == "title" and paper.words(cell.span).strip(".)").isdigit() and len(row) > 2:
            continue  # the row's number
        found += _pay(paper, text, cell.span, country) if sort in ("salary", "hours") else ()
        found += _cell(paper, sort, cell.span)
    said = sorted(found, key=lambda finding: finding.pattern == "inferred")  # full time is told by status and by hours
    return list({finding.name: finding for finding in reversed(said)}.values())[::-1]


def _two_bounds_in_one(paper: Paper, heads: list[Head], row: tuple[Cell, ...]) -> bool:
    """Whether start and end, which have heads of their own, ran together in one cell."""
    apart = {"start", "end"} <= {head.sort for head in heads}
    return apart and any(len(paper.dates_in(cell.span)) + len(_NEVER.findall(paper.plain, *cell.span)) > 1 for cell in row)


_NEAR = 0.008
"""Of the page's width: a word as near to a head's left edge stands in its column."""
_WIDE = 1.5
"""And behind a gap so much wider than the narrowest of the cell."""
_PAY = re.compile(r"(?<=\s)(?:[$€£₱₦₹](?=\s?[0-9])|[0-9]{1,3}(?:[ .,][0-9]{3})+(?:[.,][0-9]{2})?\s?(?:f\s?cfa|fcfa|dhs?|mad|da|dt"
    r"|[$€£])(?![a-z])|[0-9]{1,4}[.,][0-9]{2}\s?[$€](?![a-z]))", re.ASCII)


def _pieces(paper: Paper, cell: Cell, heads: list[Head]) -> Iterator[Cell]:
    """A cell of a narrow table that ran together, cut before and behind its dates, before its pay, and where the word right below
    another head begins: « Infirmière 4 janvier 2016 30 juin 2019 »."""
    pay = [match.start() for match in _PAY.finditer(paper.plain, *cell.span)]
    if min(heads, key=lambda head: abs(_middle(head.cell) - _middle(cell))).sort == "period":
        yield from _cut(paper, cell, pay)
        return
    lefts = [head.cell.box.x0 for head in heads if head.cell.box.x0 > cell.box.x0 + _NEAR]
    words = [(cell.start + match.start(), cell.start + match.end()) for match in re.finditer(r"\S+", paper.text[slice(*cell.span)])]
    boxes = [paper.quote(word).boxes[0] for word in words]
    gaps = [after.x0 - before.x1 for before, after in pairwise(boxes)]
    below = [start for (start, _), box, gap in zip(words[1:], boxes[1:], gaps, strict=True)
             if gap > _WIDE * min(gaps) and any(abs(box.x0 - left) < _NEAR for left in lefts)]
    never = [edge for match in _NEVER.finditer(paper.plain, *cell.span) for edge in match.span()]
    yield from _cut(paper, cell, [*pay, *below, *never, *(edge for date in paper.dates_in(cell.span) for edge in date.span)])


def _cut(paper: Paper, cell: Cell, edges: Iterable[int]) -> Iterator[Cell]:
    """The stretches of a cell between some edges that have words."""
    for start, end in pairwise(sorted({cell.start, cell.end, *edges})):
        text = paper.text[start:end]
        if text.strip(" -–,|"):
            span = (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
            yield replace(cell, start=span[0], end=span[1], box=paper.quote(span).boxes[0])


def _middle(cell: Cell) -> float:
    return (cell.box.x0 + cell.box.x1) / 2


def _cell(paper: Paper, sort: str | None, span: Span) -> Iterator[Finding]:
    dates = paper.dates_in(span)
    if sort == "title" and not (dates and not _IN_BRACKETS.search(paper.folded(span))):
        yield from _title(paper, span, int(bool(dates)))
    elif sort == "start" and dates:
        yield date_finding(paper, "position.start_date", dates[0], "label")
    elif sort == "end":
        yield from _end(paper, span, dates)
    elif sort == "period":
        periods = find_periods(stretch(paper.flat, span), dates, of_work=False)
        yield from (one for period in periods for one in period_findings(paper, period, "label"))
    elif sort == "duties" and (tasks := tasks_in_cell(paper, span)) is not None:
        yield Finding("position.duties", tasks[0], tasks[1], "label")
    elif sort in ("status", "hours"):
        said = full_time_said(paper, span)
        hours = hours_beside_label(paper.plain, *span) or _hours_in(paper, span)
        if said is not None:
            yield replace(said, pattern="label")
        if hours is not None:
            finding = Finding("position.hours_per_week", hours.value, (hours.span,), "label", hours.doubts)
            yield finding
            yield from full_time_of(finding) if said is None else ()


_HEAD_SIGN = re.compile(r"\b(?:aed|sar|qar|kwd|omr|gbp|chf|mga|rwf|vnd|lbp|pkr|inr|usd|cad|eur|mad|dh|tnd|dt|dzd|da|xof|xaf|fcfa|php|ngn"
                        r"|egp|ghs|kes|brl|mxn|cop|rs)\b|[$€£₦₹₱]", re.ASCII)
_ANY_SIGN = re.compile(r"[a-z$€£₦₹₱]")
_PER_TIME = re.compile(r"\bp\.? ?[ma]\b", re.ASCII)
"""A currency that the head of a column tells for all its rows."""


def _hours_in(paper: Paper, span: Span) -> HoursFound | None:
    """« temps partiel, 22 h par semaine »: hours that other words stand before."""
    found = next(find_hours(paper.folded(span)), None)
    return found and replace(found, span=(found.span[0] + span[0], found.span[1] + span[0]))


def _pay(paper: Paper, head: str, span: Span, country: str | None) -> Iterator[Finding]:
    """The pay of a row; its head may say for what time and in what currency."""
    said = head.strip() + " "
    value = paper.folded(span)
    sign = _HEAD_SIGN.search(said) if not _ANY_SIGN.search(_PER_TIME.sub("", value)) else None
    value = f"{sign[0]} {value}" if sign else value
    pay = pay_beside_label(said + value, (len(said), len(said) + len(value)), (0, len(said)))
    finding = None if pay is None else pay_finding(pay, country, "label")
    if finding is not None:
        yield replace(finding, spans=(span,))


def _end(paper: Paper, span: Span, dates: tuple[DateFound, ...]) -> Iterator[Finding]:
    if dates:
        yield date_finding(paper, "position.end_date", dates[0], "label")
    elif _NOW.match(text := paper.folded(span)) or _HELD_NOW.search(text) or _NEVER.search(text):
        yield Finding("position.end_date", PRESENT, (span,), "label")
