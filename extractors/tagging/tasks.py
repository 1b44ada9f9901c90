"""The tasks that the tagger sees: each stretch of words that it takes for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.fields.duties import BULLET
from extractors.fields.finding import Finding, Span
from extractors.fields.names import HONORIFIC
from extractors.fields.text.plain import plain
from extractors.paper import Paper
from extractors.tagging.tagger import Tagged

FIELD = "position.duties"
_LEAST, _FEWEST = 0.5, 2
"""The least probability of a task's words, all taken together, and the fewest tasks that are a list."""
_MOST_ROWS = 0.8
"""From which share of tasks that begin rows on a list has a row for each."""
_FAR = 400
"""Letters from one task to the next of its list."""
_NEAR = 80
"""Letters from a list to a task that should be of it."""
_LEADS = re.compile(r"(?:(?:(?:[ls]['’]|lui |nous )?(?:a|avait) (?:été )?)?(?:amenée?|conduite?|permis|chargée?|appelée?|consisté) )?"
                    r"(?:(?:à|to|de|et|and|ainsi que)\s|d['’])", re.IGNORECASE)
_AND = re.compile(r"\s*(?:et|and)\s+", re.IGNORECASE)
_COMMA = re.compile(",")
_MARKED = re.compile(r"[,;.:]\s*$")
_CIVILITY = re.compile(rf"{HONORIFIC}\s+")
"""« rendre compte au chef de chaîne, M. Awa Sy »: what follows is no task."""
_ENDS = re.compile(r"[\s.,;]*(?:\s(?:et|and))?[\s.,;]*$")


@dataclass(frozen=True, slots=True)
class Task:
    """A task as printed, and its words."""

    text: str
    span: Span


def tasks_seen(paper: Paper, tagged: Tagged, within: Span | None = None) -> list[Task]:
    """All tasks that the tagger sees, in the order of the paper, or those of a stretch of it."""
    runs = [run for run in tagged.values(FIELD) if within is None or within[0] <= tagged.tokens[run[0]].span[0] < within[1]]
    runs = [run for run in runs if sum(tagged.bears(at, FIELD) for at in run) / len(run) >= _LEAST]
    spans = _joined(paper, [(tagged.tokens[run[0]].span[0], tagged.tokens[run[-1]].span[1]) for run in runs])
    return [task for span in _by_rows(paper, spans) if (task := _task(paper, span)) is not None]


def _joined(paper: Paper, spans: Sequence[Span]) -> list[Span]:
    """Stretches with no mark between them as one; those with « et » between them too, but for the last of a sentence that commas part."""
    by_commas = any(_COMMA.search(paper.text, here[1] - 1, there[0]) for here, there in pairwise(spans))
    joined = list(spans[:1])
    for span in spans[1:]:
        between = paper.text[joined[-1][1] : span[0]]
        is_and = _AND.fullmatch(between) is not None or (not between.strip() and _AND.match(paper.text, *span) is not None)
        goes_on = not between.strip() and ("\n" not in between or paper.text[span[0]].islower()) and not BULLET.match(paper.plain, *span)
        ends_list = by_commas and (span == spans[-1] or paper.text[span[1] - 1] in ".;")
        if _MARKED.search(paper.text, *joined[-1]) is None and ((is_and and not ends_list) or (goes_on and not is_and)):
            joined[-1] = joined[-1][0], span[1]
        else:
            joined.append(span)
    return joined


def _by_rows(paper: Paper, spans: Sequence[Span]) -> list[Span]:
    """The stretches of a list with a row, or a bullet, for each: whole rows, and the rows between them that have bullets too."""
    first = [_begins_row(paper, span) for span in spans]
    if len(spans) < _FEWEST or sum(first) < _MOST_ROWS * len(spans) or any(len(paper.rows[paper.row_at(span[0])]) > 1 for span in spans):
        return list(spans)
    whole: list[Span] = []
    for number, span in enumerate(spans):
        row = paper.row_at(span[1] - 1)
        if whole:
            skipped = (paper.row_span(between) for between in range(paper.row_at(whole[-1][1] - 1) + 1, paper.row_at(span[0])))
            whole += [other for other in skipped if BULLET.match(paper.plain, *other)]
        next_begins = number + 1 < len(spans) and paper.row_at(spans[number + 1][0]) == row
        whole.append(span if next_begins or len(paper.rows[row]) > 1 else (span[0], paper.row_span(row)[1]))
    return whole


def _begins_row(paper: Paper, span: Span) -> bool:
    """Whether nothing but a bullet stands before a stretch in its row."""
    start = paper.row_span(paper.row_at(span[0]))[0]
    bullet = BULLET.match(paper.plain, start, span[1])
    return not paper.text[bullet.end() if bullet and bullet.end() <= span[0] else start : span[0]].strip()


def _task(paper: Paper, span: Span) -> Task | None:
    if "\t" in paper.text[slice(*span)]:
        return None
    bullet = BULLET.match(paper.plain, *span)
    begin = bullet.end() if bullet else span[0]
    lead = _LEADS.match(paper.text, begin, span[1])
    begin = lead.end() if lead else begin
    span = begin, begin + len(_ENDS.sub("", paper.text[begin : span[1]]))
    of_person = any(title.end() == span[0] for title in _CIVILITY.finditer(paper.text, max(0, span[0] - 14), span[0] + 1))
    return Task(paper.words(span), span) if re.search(r"\w{3}", paper.text[slice(*span)]) and not of_person else None


def listed(tasks: Iterable[Task], fewest: int = _FEWEST) -> Finding | None:
    """Tasks as a value, in doubt; None of fewer than make a list, or where they stand too far apart to be one."""
    told = list(tasks)
    apart = any(task.span[0] - before.span[1] > _FAR for before, task in pairwise(told))
    if len(told) < fewest or apart:
        return None
    return Finding(FIELD, [task.text for task in told], tuple(task.span for task in told), "learned", 1)


def beside(finding: Finding, tasks: Iterable[Task]) -> list[Task]:
    """The tasks that stand within a list, or so near that they would be of it."""
    if not finding.spans:
        return []
    start, end = min(span[0] for span in finding.spans), max(span[1] for span in finding.spans)
    return [task for task in tasks if start - _NEAR <= task.span[0] < end + _NEAR]


def share(finding: Finding, tasks: Iterable[Task]) -> float:
    """How much of two lists is the same, from 0 to 1: of each task of either its words that are in its like."""
    here = [_bag(one) for one in finding.value] if isinstance(finding.value, list) else []
    there = [_bag(task.text) for task in tasks]
    alike = sum(max((len(one & other) / len(one | other) for other in there), default=0.0) for one in here if one)
    return alike / max(len(here), len(there), 1)


def _bag(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", plain(text)))
