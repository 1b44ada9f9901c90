"""A story of several positions: titles in the order in which they were held, each in a part of the text that tells its own start.

For want of any plainer form. The text is parted between two titles where each side is left with one start; where it cannot be, or
where the starts do not follow each other, the story is not understood and gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.fields.finding import Finding, Span
from extractors.fields.when.dates import DateFound, earlier
from extractors.fields.when.periods import Period, about_else, find_periods, sentences
from extractors.kinds.jobs.ongoing import still_said
from extractors.kinds.jobs.promotions import RISEN
from extractors.kinds.jobs.titles import same_title, title_at, titles_being, titles_said
from extractors.kinds.parts.dating import date_finding
from extractors.kinds.parts.occupation import is_known
from extractors.kinds.parts.work_terms import find_salary, find_work_time
from extractors.paper import Paper

_CLAUSE = re.compile(r"[,;]\s|\s(?=(?:et|and|puis|then|ensuite|avant|before)\s)", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the dates of a letter say: periods of work, and where each sentence lies."""

    periods: tuple[Period, ...]
    sentences: tuple[Span, ...]

    def sentence_at(self, place: int) -> Span:
        return next((span for span in self.sentences if span[0] <= place < span[1]), (place, place))


def positions_in_story(paper: Paper, country: str | None) -> list[list[Finding]]:
    """The positions in the order of the text, each with a title and a start; what is told of each is in doubt."""
    periods = (one for one in find_periods(paper.flat, paper.dates) if one.start is None or one.start.form != "year")
    told = _Told(tuple(periods), tuple(sentences(paper.flat)))
    titles = _titles(paper, told)
    parts = _parts(paper, told, titles)
    starts = [_start(paper, told, title, part) for title, part in zip(titles, parts, strict=False)]
    known = [start for start in starts if start is not None]
    if len(known) < 2 or len(known) < len(titles) or not _in_order([start.value for start in known]):
        return []
    following = [*(start.value for start in known[1:]), None]
    return [[one.doubted() for one in _job(paper, told, country, title, start, part, after)]
            for title, start, part, after in zip(titles, known, parts, following, strict=True)]


def _titles(paper: Paper, told: _Told) -> list[Span]:
    """Each title where it is first told; one that only repeats words of another is that one. A title like none of the classification
    counts where its sentence has a date."""
    rises = (title_at(paper, cue.end()) for cue in RISEN.finditer(paper.flat))
    found = {*(title.spans[0] for title in titles_said(paper)), *(span for span in rises if span), *_being(paper, told)}
    kept: list[Span] = []
    for span in sorted(found):
        again = any(same_title(paper.words(span), paper.words(other)) or span[0] < other[1] for other in kept)
        if not again and (paper.dates_in(told.sentence_at(span[0])) or is_known(paper.words(span))):
            kept.append(span)
    return kept


def _being(paper: Paper, told: _Told) -> Iterator[Span]:
    """What someone is or was, where a date follows: « est gérante depuis le 3 mai 2021 »."""
    for sentence in told.sentences:
        for title in titles_being(paper, sentence) if paper.dates_in(sentence) else ():
            if paper.dates_in((title[1], min(title[1] + 40, sentence[1]))):
                yield title


def _parts(paper: Paper, told: _Told, titles: list[Span]) -> list[Span]:
    """The stretch of text that belongs to each title."""
    edges = [0]
    for number, (one, other) in enumerate(pairwise(titles), start=1):
        until = titles[number + 1][0] if number + 1 < len(titles) else len(paper.flat)
        cuts = _cuts(paper, told, one, other)
        fits = (cut for cut in cuts if _start(paper, told, one, (edges[-1], cut)) and _start(paper, told, other, (cut, until)))
        edges.append(next(fits, cuts[0]))
    return list(pairwise([*edges, len(paper.flat)]))


def _cuts(paper: Paper, told: _Told, one: Span, other: Span) -> list[int]:
    """Where the text may be parted between two titles: before the sentence or clause of the second, else before an earlier sentence."""
    begins = [span[0] for span in told.sentences if one[1] <= span[0] <= other[0]]
    clauses = [cut.end() for cut in _CLAUSE.finditer(paper.flat, max([one[1], *begins]), other[0])]
    return [*begins[-1:], *reversed(clauses), *reversed(begins[:-1])] or [other[0]]


def _start(paper: Paper, told: _Told, title: Span, part: Span) -> DateFound | None:
    """The one start that a part tells: of its title's sentence where there are several, else a date alone in that sentence."""
    here = told.sentence_at(title[0])
    starts = [one.start for one in told.periods if one.start is not None and part[0] <= one.start.start < part[1]]
    near = [start for start in starts if here[0] <= start.start < here[1]]
    alone = [date for date in paper.dates_in((max(part[0], here[0]), min(part[1], here[1])))
             if not about_else(paper.flat, date.span) and not any(date in (one.end,) for one in told.periods)]
    for dates in (near, starts, alone):
        if dates:
            return dates[0] if len({date.value for date in dates}) == 1 else None
    return None


def _in_order(values: list[str]) -> bool:
    return all(earlier(one, other) for one, other in pairwise(values)) or all(earlier(other, one) for one, other in pairwise(values))


def _job(
    paper: Paper, told: _Told, country: str | None, title: Span, start: DateFound, part: Span, after: str | None
) -> Iterator[Finding]:
    """What one part tells. `after`: when the next position began."""
    yield Finding("position.title", paper.words(title), (title,), "phrase")
    yield date_finding(paper, "position.start_date", start, "phrase")
    end = _end(paper, told, start, part, after)
    if end is not None:
        yield end
    salary = find_salary(paper, country, part)
    yield from (*find_work_time(paper, part), *([salary] if salary else []))


def _end(paper: Paper, told: _Told, start: DateFound, part: Span, after: str | None) -> Finding | None:
    """Of a position that another followed the end that its part tells; of the latest any that is told, or that it goes on."""
    within = part if after is not None and earlier(start.value, after) else (0, len(paper.flat))
    ends = [one.end for one in told.periods if one.end is not None and within[0] <= one.end.start < within[1]
            and earlier(start.value, one.end.value)]
    if after is not None and earlier(start.value, after):
        ends = [end for end in ends if not earlier(after, end.value)]
    if ends:
        return date_finding(paper, "position.end_date", ends[0], "phrase", int(len({end.value for end in ends}) > 1))
    return None if within == part and after is not None else still_said(paper, part)
