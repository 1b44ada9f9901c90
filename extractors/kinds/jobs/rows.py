"""Positions in rows: each begins with a title and its time beside, behind or above it; hours, pay and tasks may follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.duties import has_bullet, tasks_below
from extractors.fields.finding import Finding, Span
from extractors.fields.when.periods import Period, find_periods
from extractors.kinds.jobs.entries import SENTENCE, Entry, as_jobs, heads_positions, title_in
from extractors.kinds.jobs.titles import is_title
from extractors.paper import Paper

_TO_PERIOD = re.compile(r"(?:[\s(:,-]|\b(?:du|de|from|depuis|le|since|between|entre|dates?|periode?|duration|duree|the)\b)*$", re.ASCII)
_BEHIND = re.compile(
    r"[\s)]*(?:[:,\t-]?\s?\b(?:as|comme|en qualite d[e']|a titre d[e'])\b|[:,\t-]|\bcomme\b|\ben qualite d[e']|\ba titre d[e'])\s*"
    r"(?:an? |d')?"
    r"(?P<title>[a-z][^:;•▪■●◦‣►,(\t\n0-9]{2,70}?)\s*(?=[,;(\t\n.]|\s(?:at\s|sur\s(?!commandes?\b|machines?\b|presses?\b"
    r"|lignes?\b|engins?\b|mesure\b|centre\b|tours?\b))|$)",
    re.ASCII,
)
_MARKED = re.compile(r"\s?(?:[•▪■●◦‣►✓✔√*-]|\(?[0-9]{1,2}\s?[.)/]|[a-h]\))", re.ASCII)


def positions_in_rows(paper: Paper, country: str | None) -> list[list[Finding]]:
    """The entries of the form that is met most; two at the least."""
    periods = [period for period in find_periods(paper.flat, paper.dates) if period.start is not None]
    found: dict[str, list[Entry]] = {"before": [], "behind": [], "above": []}
    for period in periods:
        for form, title in _title_of(paper, period):
            found[form].append(Entry(title, period))
            break
    form = max(found, key=lambda name: len(found[name]))
    entries = found[form]
    if len(entries) < 2 or (form != "above" and not heads_positions(paper, entries[0].start)):
        return []
    jobs = as_jobs(paper, entries, country, "layout" if form == "above" else "phrase")
    return [[*job, *_tasks(paper, job, following)] for job, following in zip(jobs, [*jobs[1:], None], strict=True)] if jobs else []


def _title_of(paper: Paper, period: Period) -> Iterator[tuple[str, Span]]:
    """Where the title of a period stands: before it in its row, behind it, or in the row above."""
    number = paper.row_at(period.span[0])
    start, end = paper.row_span(number)
    row = paper.plain[start : period.span[0]]
    lead = _TO_PERIOD.search(row)
    if lead is not None and lead.start() > 2 and not _MARKED.fullmatch(row[: lead.start()]):
        title = title_in(paper, start, period.span[0])
        if title is not None and _begins(paper, number, title):
            yield "before", title
        return
    match = _BEHIND.match(paper.plain, period.span[1], end)
    if match is not None and is_title(match["title"]) and not SENTENCE.search(match["title"]) and not _TERMS.match(match["title"]):
        yield "behind", match.span("title")
    if number > 0 and not paper.dates_in(above := paper.row_span(number - 1)) and paper.folded(above).strip()[-1:] not in (":", ".", ";"):
        title = title_in(paper, above[0], above[1])
        if title is not None and _begins(paper, number - 1, title):
            yield "above", _with_its_unit(paper, title, above[1])


def _with_its_unit(paper: Paper, title: Span, end: int) -> Span:
    """« Cheffe d'équipe, tests automatisés »: of a row that is a heading, what stands behind the comma too."""
    more = _UNIT_BEHIND.fullmatch(paper.plain, title[1], end)
    return title if more is None else (title[0], more.end("unit"))


_UNIT_BEHIND = re.compile(r"(?P<unit>,\s[a-z][a-z' &/-]{3,40})\s*", re.ASCII)


_TERMS = re.compile(r"(?:with|avec|on|full|part)\b|(?:a )?(?:plein )?temps|horaire|a plein"
                    r"|permanent|contract|cd[di]\b|at |in |inclusi", re.ASCII)


def _begins(paper: Paper, number: int, title: Span) -> bool:
    """Whether a row begins with the title as an entry does: with a mark, a capital, or behind the end of what is above it."""
    if _MARKED.match(paper.folded(paper.row_span(number))) or paper.text[title[0]].isupper():
        return True
    return number > 0 and paper.folded(paper.row_span(number - 1)).rstrip().endswith((";", ":", ".", ","))


def _is_term(paper: Paper, number: int) -> bool:
    """Whether a row tells when, how long or for what pay: « Weekly hours: 37.5 »."""
    text = paper.folded(paper.row_span(number))
    return bool(paper.dates_in(paper.row_span(number))) or re.search(r"[a-z]\s?:\s\S|[$€£]|\b(?:hours|heures)\b", text) is not None


_OF_THE_LATEST = re.compile(r"\b(?:actuel(?:le(?:ment)?)?|present|current(?:ly)?)\b", re.ASCII)
"""« Dans sa fonction actuelle, il est chargé de : »: behind all positions the tasks of the latest."""


def _tasks(paper: Paper, job: list[Finding], following: list[Finding] | None) -> Iterator[Finding]:
    """The list of tasks that stands in an entry below its first rows."""
    first = paper.row_at(max(span[1] for finding in job[:3] for span in finding.spans) - 1) + 1
    end = paper.row_at(min(span[0] for span in following[0].spans)) if following else len(paper.rows)
    bullets = [number for number in range(first, min(first + 5, end)) if has_bullet(paper, number) and not _is_term(paper, number)]
    between = [paper.folded(paper.row_span(number)) for number in range(first, bullets[0] if bullets else first)]
    if any(_OF_THE_LATEST.search(row) and not any(map(str.isdigit, row)) for row in between):  # « taux horaire actuel 25,40 $ » is its own
        return
    tasks = tasks_below(paper, bullets[0], end) if bullets else None
    if tasks is not None:
        yield Finding("position.duties", tasks[0], tasks[1], "layout")
    elif not bullets and first < end:
        yield from _parted(paper, first, end)


_PART = re.compile(r"[^;]+")
_FULL_STOP = re.compile(r"\.\s*$")
_FEW_ROWS, _SHORT = 6, 5
"""Rows that tasks parted by semicolons take at the most; letters that a task has more of."""


def _parted(paper: Paper, first: int, end: int) -> Iterator[Finding]:
    """« Contrôle des chambres ; planning des équipes. »: tasks below an entry's time, parted by semicolons up to a full stop."""
    rows = [paper.row_span(number) for number in range(first, min(first + _FEW_ROWS, end))]
    stop = next((number for number, row in enumerate(rows) if _FULL_STOP.search(paper.text[slice(*row)])), None)
    if stop is None or any(len(paper.rows[first + number]) > 1 or _is_term(paper, first + number) for number in range(stop + 1)):
        return
    spans = [match.span() for match in _PART.finditer(paper.text, rows[0][0], rows[stop][1])]
    texts = [paper.words(span).strip(" .") for span in spans]
    if len(texts) > 1 and all(len(text) > _SHORT for text in texts):
        yield Finding("position.duties", texts, tuple(spans), "layout", 1)
