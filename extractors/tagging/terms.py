"""Whose the terms are, where a letter tells of several positions: hours, pay and tasks belong to the one in whose stretch they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractors.fields.finding import Finding, Span
from extractors.fields.when.periods import sentences
from extractors.kinds.parts.work_terms import full_time_of
from extractors.paper import Paper
from extractors.tagging.tagger import Tagged
from extractors.tagging.tasks import FIELD as TASKS
from extractors.tagging.tasks import listed, tasks_seen
from extractors.tagging.values import seen

_LEAST = 0.6
"""The least probability of the words of hours or pay."""
_HOURS, _HOURS_SURELY = "position.hours_per_week", 0.995
"""The hours that stand alone in the stretch of their position, and the probability from which on they are its own: 11 of 11 were right."""
_MARKS = ("position.title", "position.start_date", "position.end_date")
_TERMS = (_HOURS, "position.salary", TASKS)


def terms_seen(paper: Paper, tagged: Tagged, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, with hours, pay and tasks of each position where the tagger sees such in the stretches of at least two: in doubt, but
    hours that it is certain of. One that was found for another position, but stands in this one's stretch, is this one's."""
    findings = _of_their_sentences(paper, findings)
    stretches = _stretches(paper, findings)
    told = list(findings)
    for field in _TERMS if len(stretches) > 1 else ():
        of_each = {group: found for group, span in stretches.items() if (found := _term(paper, tagged, field, span)) is not None}
        if len(of_each) > 1:
            told = [one for one in told if one.name != field or not _stands_elsewhere(one, stretches, of_each)]
            known = {one.group for one in told if one.name == field}
            told += [one.in_group(group) for group, one in of_each.items() if group not in known]
    return [*told, *_full_time(told, findings)]


def _of_their_sentences(paper: Paper, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, where hours or pay that were found for one position, in doubt, are of the one whose title or dates alone stand in
    their sentence."""
    marks = {one.spans[0][0]: one.group for one in findings if one.name in _MARKS and one.spans}
    spans = list(sentences(paper.flat)) if len(set(marks.values())) > 1 else []

    def owner(one: Finding) -> int:
        here = next((span for span in spans if one.spans and span[0] <= one.spans[0][0] < span[1]), (0, 0))
        groups = {group for at, group in marks.items() if here[0] <= at < here[1]}
        taken = any(other.name == one.name and other.group in groups for other in findings)
        return groups.pop() if len(groups) == 1 and not taken else one.group

    return [one.in_group(owner(one)) if one.name in _TERMS and one.name != TASKS and one.whose else one for one in findings]


def _full_time(told: Iterable[Finding], before: Iterable[Finding]) -> Iterator[Finding]:
    """What follows from hours that were added."""
    known = {one.group for one in before if one.name == "position.full_time"}
    for one in told:
        if one.name == _HOURS and one.pattern == "learned" and one.group not in known:
            yield from full_time_of(one)


def _stretches(paper: Paper, findings: Iterable[Finding]) -> dict[int, Span]:
    """Of each position the text from the first of its marks to that of the next one's."""
    first: dict[int, int] = {}
    for one in findings:
        if one.name in _MARKS and one.spans:
            first[one.group] = min(first.get(one.group, one.spans[0][0]), one.spans[0][0])
    order = sorted(first, key=lambda group: first[group])
    ends = (first[after] for after in order[1:])
    return {group: (first[group], next(ends, len(paper.text))) for group in order}


def _term(paper: Paper, tagged: Tagged, field: str, span: Span) -> Finding | None:
    """The one value of a field in a stretch, in doubt; None of several."""
    if field == TASKS:
        return listed(tasks_seen(paper, tagged, span), fewest=1)
    found = {str(one.value): (likely, one) for likely, one in seen(paper, tagged, field)
             if likely >= _LEAST and span[0] <= one.spans[0][0] < span[1]}
    likely, term = next(iter(found.values())) if len(found) == 1 else (0.0, None)
    is_sure = field == _HOURS and likely >= _HOURS_SURELY and not paper.scanned
    return term if term is None or is_sure else term.doubted()


def _stands_elsewhere(one: Finding, stretches: dict[int, Span], of_each: dict[int, Finding]) -> bool:
    """Whether a value stands in the stretch of another position, to which the tagger gives it."""
    owners = [group for group, (start, end) in stretches.items() if one.spans and start <= one.spans[0][0] < end]
    return bool(owners) and owners[0] != one.group and owners[0] in of_each
