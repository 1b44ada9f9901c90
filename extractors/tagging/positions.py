"""Several positions as the tagger sees them, where patterns saw one at the most: each start with the title that stands nearest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from extractors.fields.finding import Finding, Span
from extractors.fields.when.dates import earlier
from extractors.fields.when.periods import PRESENT
from extractors.kinds.jobs.ongoing import goes_on
from extractors.kinds.jobs.titles import same_title
from extractors.kinds.parts.occupation import occupations_of
from extractors.paper import Paper
from extractors.tagging.opinion import is_never, is_no_start, is_plain_date, opinion, words_bear
from extractors.tagging.tagger import Tagged
from extractors.tagging.values import seen

_LEAST = 0.6
"""The least probability of a title's or a date's words."""
_MOST, _FAR = 5, 240
"""Positions that are tried in every order; letters between a title and its start."""
_SURELY, _NEAR = 0.85, 120
"""The least probability of a title that takes another's place, and letters from it to the start of its position."""
_A_BOUND, _MAY_BE, _BESIDE = 0.8, 0.1, 25
"""How likely one of two dates in a row is when a job began or ended, and the other; and letters from a start to its end."""
_CERTAINLY = 0.98
"""From this probability on a date is the bound of a job that it stands for."""
_MARKS = ("position.title", "position.start_date", "position.end_date")
_TERMS = ("position.hours_per_week", "position.full_time", "position.salary", "position.duties")
_OF_JOBS = "position."


def several_seen(paper: Paper, tagged: Tagged, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, with the positions that the tagger sees instead of the one that patterns found. Terms and tasks of that one
    stay, in doubt of whose they are."""
    if any(one.group for one in findings if one.name.startswith(_OF_JOBS)):
        return list(findings)
    known = {one.name: one for one in findings}
    start, end = known.get("position.start_date"), known.get("position.end_date")
    jobs = _jobs(paper, tagged, end)
    told_again = all(any(one.name == bound.name and one.value == bound.value for job in jobs for one in job)
                     for bound in (start, end) if bound is not None)
    if len(jobs) < 2 or not told_again:
        return list(findings)
    rest = [one.perhaps_anothers(2) if one.name.startswith(_OF_JOBS) else one for one in findings
            if one.name not in _MARKS and not one.name.startswith("position.noc_")]
    told = [one.in_group(group) for group, job in enumerate(jobs) for one in job]
    return [*rest, *told, *occupations_of([*(one for one in rest if one.name == "employer.name"), *told])]


def without_phantoms(paper: Paper, tagged: Tagged, findings: Sequence[Finding]) -> list[Finding]:
    """The findings without the positions that are none: of several that sentences tell, those with a doubted title that the tagger would
    not have (« preuve d'emploi », "you asked"), or with a much doubted start that it certainly would not. On papers that it had not
    learned from, 17 of 21 such titles were wrong, and 7 of 7 such starts. One under a heading of its own is no phantom. What they told
    of hours, pay and tasks is most likely that of the one position left."""
    jobs = sorted({one.group for one in findings if one.name.startswith(_OF_JOBS)})
    titles = [title for _, title in seen(paper, tagged, "position.title")]
    headed = {one.group for one in findings if one.name == "position.title" and one.pattern == "layout"}
    phantoms = {one.group for one in findings if one.doubts and one.group not in headed and (
        (one.name == "position.title" and one.pattern == "phrase" and opinion(paper, tagged, one) == "differed"
         and not any(_is_part(one, title) for title in titles))
        or is_no_start(paper, tagged, one))}
    if len(jobs) < 2 or not phantoms or phantoms >= set(jobs):
        return list(findings)
    left = [group for group in jobs if group not in phantoms]
    told = {one.name for one in findings if one.name.startswith(_OF_JOBS) and one.group in left}
    strays = [one.in_group(0).perhaps_anothers() for one in findings if len(left) == 1 and one.group in phantoms
              and one.name in _TERMS and one.name not in told]
    return [*(one.in_group(left.index(one.group)) if one.name.startswith(_OF_JOBS) else one for one in findings
              if not one.name.startswith(_OF_JOBS) or one.group in left), *strays]


def bounds_settled(paper: Paper, tagged: Tagged, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of several positions, where a bound with one doubt that the tagger certainly sees has none left: of such 32 of 32
    were right. Not one of a story in sentences: whose date is whose was concluded there, not read."""
    if not any(one.group for one in findings if one.name.startswith(_OF_JOBS)):
        return list(findings)
    return [replace(one, doubts=0, whose=0) if one.name in _MARKS[1:] and one.pattern != "phrase" and one.doubts == 1
            and is_plain_date(paper, one) and words_bear(paper, tagged, one) >= _CERTAINLY else one for one in findings]


def titles_mended(paper: Paper, tagged: Tagged, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with the tagger's titles, in doubt, instead of those of phrases that are a part of one (« du recouvrement » of « chargée
    du recouvrement »), or that are none where it sees one beside the position's start that no other position has."""
    titles = [found for likely, found in seen(paper, tagged, "position.title") if likely >= _SURELY]
    told = [str(one.value) for one in findings if one.name == "position.title"]
    free = [title for title in titles if not any(same_title(str(title.value), other) for other in told)]
    starts = {one.group: one for one in findings if one.name == "position.start_date" and one.spans}
    begun = [found for _, found in seen(paper, tagged, "position.start_date")]

    def of_its_own(title: Finding, start: Finding) -> bool:
        nearest = min((_apart((title, other)), str(other.value)) for other in (*begun, start))
        return nearest[0] <= _NEAR and nearest[1] == str(start.value)

    def mended(one: Finding) -> Finding:
        if one.name != "position.title" or one.pattern != "phrase" or opinion(paper, tagged, one) == "agreed":
            return one
        whole = next((title for title in free if _is_part(one, title)), None)
        start = starts.get(one.group)
        if whole is None and start is not None and is_never(paper, tagged, one):
            whole = next((title for title in free if of_its_own(title, start)), None)
        if whole is None:
            return one
        free.remove(whole)
        return whole.in_group(one.group).doubted()
    return [mended(one) for one in findings]


def _is_part(one: Finding, whole: Finding) -> bool:
    (start, end), (begin, stop) = one.spans[0], whole.spans[0]
    return begin <= start and end <= stop and (begin, stop) != (start, end)


def _jobs(paper: Paper, tagged: Tagged, known: Finding | None) -> list[list[Finding]]:
    """A title, a start and an end each, the latest first; nothing where their times overlap. `known`: an end that patterns found, which
    is the latest one's where the tagger sees none."""
    titles, starts, ends = (_seen(paper, tagged, name) for name in _MARKS)
    side_by_side = _side_by_side(paper, tagged, ends)
    told = {str(bound.value) for pair in side_by_side for bound in pair}
    starts = [*([start] for start, _ in side_by_side), *(of for of in starts if str(of[0].value) not in told)]
    if not 1 < len(starts) <= min(_MOST, len(titles)):
        return []
    pairs = _nearest(titles, starts)
    if any(abs(_place(title) - _place(start)) > _FAR for title, start in pairs):
        return []
    jobs = []
    for title, start in pairs:
        beside = next((end for begun, end in side_by_side if begun is start), None)
        end = beside or _ended(paper, start, pairs, ends)
        jobs.append([title, start, *([end] if end else [])])
    jobs.sort(key=lambda job: str(job[1].value), reverse=True)
    return _closed(paper, jobs, known)


def _ended(paper: Paper, start: Finding, pairs: Sequence[tuple[Finding, Finding]], ends: Sequence[list[Finding]]) -> Finding | None:
    """The first end behind a start and before the next one."""
    until = min((_place(other) for _, other in pairs if _place(other) > _place(start)), default=len(paper.text))
    behind = (one for of in ends for one in of if _place(start) < _place(one) < until)
    return next((one for one in behind if one.value == PRESENT or not earlier(str(one.value), str(start.value))), None)


def _side_by_side(paper: Paper, tagged: Tagged, ends: Sequence[list[Finding]]) -> list[tuple[Finding, Finding]]:
    """Two bounds in a row of which the second is later, or that the job goes on: a start and an end, whichever the tagger takes them
    for (of columns « du » and « au » it often takes both for the same)."""
    bounds = {date: likely for date in paper.dates if date.form != "year" and not date.doubts
              and (likely := _bound(tagged, date.span)) >= _MAY_BE}
    goes_on = [one for of in ends for one in of if one.value == PRESENT]
    told: list[tuple[Finding, Finding]] = []
    for date, likely in bounds.items():
        until = min(date.end + _BESIDE, paper.row_span(paper.row_at(date.start))[1])
        behind = next((other for other, also in bounds.items() if date.end < other.start < until and earlier(date.value, other.value)
                       and max(likely, also) >= _A_BOUND), None)
        now = next((one for one in goes_on if date.end < _place(one) < until), None)
        end = now if behind is None else Finding("position.end_date", behind.value, (behind.span,), "learned", 1)
        if end is not None and not any(date.span in one.spans for _, one in told):
            told.append((Finding("position.start_date", date.value, (date.span,), "learned", 1), end))
    return told


def _bound(tagged: Tagged, span: Span) -> float:
    """How likely a date is either bound of a job."""
    words = tagged.within(span)
    return sum(tagged.bears(at, name) for at in words for name in _MARKS[1:]) / max(1, len(words))


def _nearest(titles: Sequence[list[Finding]], starts: Sequence[list[Finding]]) -> list[tuple[Finding, Finding]]:
    """Each start with a title of its own, so that they stand as near to each other as can be; each may stand in several places."""
    between = [[min(((title, start) for title in of for start in begun), key=_apart) for of in titles] for begun in starts]
    orders = permutations(range(len(titles)), len(starts))
    best = min(orders, key=lambda order: sum(_apart(row[title]) for row, title in zip(between, order, strict=True)))
    return [row[title] for row, title in zip(between, best, strict=True)]


def _apart(pair: tuple[Finding, Finding]) -> int:
    return abs(_place(pair[0]) - _place(pair[1]))


def _closed(paper: Paper, jobs: list[list[Finding]], known: Finding | None) -> list[list[Finding]]:
    """The jobs where each but the latest ended before the next began; the latest may go on, or has the end that is known."""
    for (*_, end), (_, start, *_) in zip(jobs[1:], jobs, strict=False):
        if end.name != "position.end_date" or end.value == PRESENT or earlier(str(start.value), str(end.value)):
            return []
    (_, start, *ended), *_ = jobs
    if ended or (known is not None and known.value != PRESENT and earlier(str(known.value), str(start.value))):
        return jobs
    last = known or goes_on(paper, start.spans[0])
    return jobs if last is None else [[*jobs[0], last.doubted()], *jobs[1:]]


def _seen(paper: Paper, tagged: Tagged, name: str) -> list[list[Finding]]:
    """The values that the tagger sees for a field, in doubt: of each all places where it stands."""
    told: list[list[Finding]] = []
    for likely, found in seen(paper, tagged, name):
        known = next((of for of in told if _is_again(name, str(found.value), str(of[0].value))), None)
        if known is not None:
            known.append(found.doubted())
        elif likely >= _LEAST:
            told.append([found.doubted()])
    return told


def _is_again(name: str, one: str, other: str) -> bool:
    return same_title(one, other) if name == "position.title" else one == other


def _place(finding: Finding) -> int:
    return finding.spans[0][0]
