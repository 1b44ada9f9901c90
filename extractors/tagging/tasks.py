"""The tasks that the tagger sees: each stretch of words that it takes for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from extractors.fields.duties import BULLET
from extractors.fields.finding import Finding, Span
from extractors.fields.text.plain import plain
from extractors.paper import Paper
from extractors.tagging.tagger import Tagged

FIELD = "position.duties"
_LEAST, _FEWEST = 0.5, 2
"""The least probability of a task's words, all taken together, and the fewest tasks that are a list."""
_FAR = 400
"""Letters from one task to the next of its list."""
_NEAR = 80
"""Letters from a list to a task that should be of it."""
_LEADS = re.compile(r"(?:à|to|de|et|and)\s|d['’]|(?:et|and|ainsi que)\s", re.IGNORECASE)
_ENDS = re.compile(r"[\s.,;]*(?:\s(?:et|and))?[\s.,;]*$")


@dataclass(frozen=True, slots=True)
class Task:
    """A task as printed, with its words and how likely they are one."""

    text: str
    span: Span
    likely: float


def tasks_seen(paper: Paper, tagged: Tagged, within: Span | None = None) -> list[Task]:
    """All tasks that the tagger sees, in the order of the paper, or those of a stretch of it."""
    told = (_task(paper, tagged, words) for words in tagged.values(FIELD))
    return [task for task in told if task is not None and (within is None or within[0] <= task.span[0] < within[1])]


def _task(paper: Paper, tagged: Tagged, words: range) -> Task | None:
    span = tagged.tokens[words[0]].span[0], tagged.tokens[words[-1]].span[1]
    text = paper.text[slice(*span)]
    if "\t" in text:
        return None
    bullet = BULLET.match(paper.plain, *span)
    begin = bullet.end() if bullet else span[0]
    lead = _LEADS.match(paper.text, begin, span[1])
    begin = lead.end() if lead else begin
    span = begin, begin + len(_ENDS.sub("", paper.text[begin : span[1]]))
    likely = sum(tagged.bears(at, FIELD) for at in words) / len(words)
    return Task(paper.words(span), span, likely) if re.search(r"\w{3}", paper.text[slice(*span)]) and likely >= _LEAST else None


def listed(tasks: Iterable[Task], fewest: int = _FEWEST) -> Finding | None:
    """Tasks as a value, in doubt; None of fewer than make a list, or where they stand too far apart to be one."""
    told = list(tasks)
    apart = any(task.span[0] - before.span[1] > _FAR for before, task in pairwise(told))
    if len(told) < fewest or apart:
        return None
    return Finding(FIELD, [task.text for task in told], tuple(task.span for task in told), "learned", 1)


def beside(finding: Finding, tasks: Iterable[Task]) -> list[Task]:
    """The tasks that stand within a list, or so near that they would be of it."""
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
