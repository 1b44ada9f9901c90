"""The values that patterns found as the tagger would have them: relieved of doubts, put in doubt, or another one instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields.finding import Finding, Pattern, Span
from extractors.fields.text.plain import plain
from extractors.fields.when.beside import is_accounted_for
from extractors.fields.when.dates import is_month
from extractors.fields.when.periods import PRESENT
from extractors.kinds.jobs.titles import same_title
from extractors.paper import Paper
from extractors.tagging.adding import likeliest, overlap, tasks_listed, tells_several
from extractors.tagging.opinion import TOLD_ONCE, is_no_start, is_plain_date, likeness, of_tasks, opinion, says_the_same, words_bear
from extractors.tagging.tagger import Tagged
from extractors.tagging.tasks import FIELD as TASKS
from extractors.tagging.tasks import beside, share, tasks_seen
from extractors.tagging.values import seen

_CERTAIN = 0.995
"""From this probability on no doubt of whose the words are is left: of 77 doubted values none was wrong, of hours 1 of 46."""
_BEGAN = 0.95
"""From this probability on a start with few doubts is the job's, where no other date looks like one: 48 of 48 were right that were doubted
only for whose they are, and of those with any few doubts 65 of 65, on papers whose misses had been read. Of ends 48 of 51: too few."""
_NO_TASKS = 0.4
"""Under which part a doubted list is none: of 9 such 8 were wrong."""
_PART = 0.9
"""The share of its tasks that are among more that the tagger sees, from which on a list is only a part."""
_ONLY, _OWN = 0.85, 1
"""From this probability on the hours or the pay of one job, of which the tagger sees no others, are its own: of 96 with so many doubts of
their own at the most 1 was wrong."""
_RELIEVED = ("reference", "person.name", "employer.name", "employer.place", "signatory.name", "signatory.title", "institution.name")
"""The fields whose doubts are mostly about whose words they are: 96 such values with one doubt that the tagger agreed with were all
right, on papers that it had not learned from. Dates may be doubted for their reading, titles for their end."""
_BOUNDS = ("position.start_date", "position.end_date")
_TERMS = ("position.salary", "position.hours_per_week", "position.full_time", "position.duties", "position.internship")
_NO_BOUND, _A_BOUND, _SURELY_A_BOUND, _MANY = 0.1, 0.3, 0.9, 4
"""Under which probability a date is no bound of a job, from which on it may be one, or is; and doubts of which no agreement relieves. On
unseen papers 33 of 33 doubted bounds were right where no other date looked like one; where one did, 14 of 63 terms were another job's."""
_DAYS = ("person.birth_date", "issued_on", "conferred_on", "test.date", *_BOUNDS)
_UNLIKELY = 0.1
_UNLIKELY_OF: dict[Pattern, tuple[str, ...]] = {
    "phrase": ("person.name", "position.title"), "layout": ("employer.name", "employer.place"), "label": ("employer.name",)}
"""The fields whose values without a doubt give way, by the pattern that found them, where the tagger hardly would have them and sees
another: on papers that it had not learned from, 14 of 17 were wrong, and 13 of the others right."""
_SEEN_ALIKE = 0.85
"""The least probability with which a bound is seen as patterns have it."""
_SHARED = 2
"""Doubts that an end which goes on has with its start, for another date: 25 of 25 were right whose start had none left. A single one is
its own: it is only guessed that the job goes on."""
_NEVER_CERTAIN = ("issued_on", "position.start_date")
_REPLACED = ("person.name", "issued_on", "reference", "employer.name", "signatory.name", "signatory.title", "position.title",
             "institution.name", "employer.place", "credential.field")
_REPLACED_SURELY = ("person.name", "issued_on", "signatory.name", "credential.field")
"""The fields of which the value that the tagger is certain of takes the place of another without a doubt: 32 of 32 were right."""
_WORTH_REPLACING = 0.6
"""The least probability of its words with which a value is put in the place of another."""


def compared(paper: Paper, tagged: Tagged, findings: Sequence[Finding]) -> list[Finding]:
    """The findings as the tagger would have them: relieved of doubts, or instead of a doubted value the one that it sees elsewhere."""
    several = tells_several(findings)
    weighed = _followed([found for one in findings if (found := _compared(paper, tagged, one, several)) is not None], findings)
    other = _other_bound(paper, tagged, weighed)
    return _by_turns(paper, tagged, weighed, other) if several else _by_other_bounds(paper, tagged, weighed, other)


def _compared(paper: Paper, tagged: Tagged, finding: Finding, several: bool) -> Finding | None:
    """A finding, another one instead of it, or none; of several positions none takes another's place."""
    is_ones = several and finding.name.startswith("position.")
    if finding.doubts and _is_certain(paper, tagged, finding):
        return replace(finding, doubts=finding.whose) if is_ones else replace(finding, doubts=0, whose=0)
    if finding.name == TASKS:
        return _tasks_compared(paper, tagged, finding, is_ones)
    if is_ones or finding.name == "position.full_time":
        is_said = finding.name == "position.full_time" and finding.pattern != "inferred"
        return finding.settled() if is_said else finding  # elsewhere no part time is said: 14 of 14 right, of several jobs 50 of 50
    if finding.doubts and finding.doubts - finding.whose <= _OWN and _is_told_once(paper, tagged, finding):
        return finding.settled() if paper.scanned else replace(finding, doubts=0, whose=0)
    said = opinion(paper, tagged, finding)
    if said == "agreed" and finding.doubts and finding.name in _RELIEVED:
        return replace(finding, doubts=finding.doubts - 1)
    return _instead(paper, tagged, finding) if said == "differed" else finding


def _is_told_once(paper: Paper, tagged: Tagged, finding: Finding) -> bool:
    """Whether hours or pay are what the tagger sees, and it sees no others."""
    values = [one for _, one in seen(paper, tagged, finding.name)] if finding.name in TOLD_ONCE else []
    return bool(values) and all(says_the_same(one, finding) for one in values) and words_bear(paper, tagged, finding) >= _ONLY


def _instead(paper: Paper, tagged: Tagged, finding: Finding) -> Finding | None:
    """What the tagger would have instead of a finding that it would not have; a doubted start that is none is left out."""
    unlikely = (likeness(paper, tagged, finding) or 0.0) < _UNLIKELY and finding.name in _UNLIKELY_OF.get(finding.pattern, ())
    may = (finding.doubts or unlikely) and finding.name in _REPLACED
    instead = likeliest(paper, tagged, finding.name, _WORTH_REPLACING) if may else None
    if instead is not None and not overlap(instead, finding) and not _is_half(instead, finding):
        surely = not paper.scanned and finding.name in _REPLACED_SURELY and words_bear(paper, tagged, instead) >= _CERTAIN
        return replace(instead, doubts=0) if surely else replace(instead, others=(finding.value,))
    return None if is_no_start(paper, tagged, finding) else finding


def _is_half(one: Finding, whole: Finding) -> bool:
    """Whether a name is a part of another, which a column broke there and was put together here."""
    words, more = (plain(str(finding.value)).split() for finding in (one, whole))
    return one.name.endswith(".name") and len(words) < len(more) and set(words) <= set(more)


def _followed(findings: list[Finding], before: Sequence[Finding]) -> list[Finding]:
    """The findings, where full time that follows from hours is as sure as they have become."""
    told = {(one.name, one.group): one for one in findings}
    doubted = {(one.name, one.group) for one in before if one.doubts}

    def follows(one: Finding) -> Finding:
        hours = told.get(("position.hours_per_week", one.group))
        freed = hours is not None and not hours.doubts and (hours.name, one.group) in doubted
        return replace(one, doubts=0, whose=0) if freed and one.name == "position.full_time" and one.pattern == "inferred" else one
    return [follows(one) if one.doubts else one for one in findings]


def _is_certain(paper: Paper, tagged: Tagged, finding: Finding) -> bool:
    """Whether the words can be nothing else than the field's, read in one way, and nothing else is seen for the field. Days of letters and
    of jobs, and a field of study beside a label, are doubted for what else the paper tells."""
    if finding.others or finding.pattern == "learned" or finding.name in _NEVER_CERTAIN:
        return False
    if finding.name == "credential.field" and finding.pattern == "label":
        return False
    if finding.name == TASKS:
        return finding.doubts == 1 and of_tasks(paper, tagged, finding) == "agreed"
    if finding.name == "position.hours_per_week":
        return not paper.scanned and max(_shares(tagged, finding), default=0.0) >= _CERTAIN
    is_plain = finding.name not in _DAYS or is_plain_date(paper, finding)
    is_alone = finding.name.startswith("position.") or all(says_the_same(one, finding) or overlap(one, finding)
                                                           for _, one in seen(paper, tagged, finding.name))
    return is_plain and is_alone and (likeness(paper, tagged, finding) or 0.0) >= _CERTAIN


def _shares(tagged: Tagged, finding: Finding) -> list[float]:
    """How likely each of the words is the field's."""
    return [tagged.bears(at, finding.name) for span in finding.spans for at in tagged.within(span)]


def _tasks_compared(paper: Paper, tagged: Tagged, finding: Finding, of_several: bool) -> Finding:
    """Whose a list is that the tagger sees alike is clear; instead of a list in doubt that is none of tasks, or only a part of one, the one
    that the tagger sees, but among several positions."""
    is_alike = of_tasks(paper, tagged, finding) == "agreed"
    if of_several or (finding.whose and is_alike):
        return finding.settled() if is_alike else finding
    near = beside(finding, tasks_seen(paper, tagged))
    instead = tasks_listed(paper, tagged) if finding.doubts else None
    rows = {paper.row_at(start) for start, _ in finding.spans}
    beside_it = any(len(paper.rows[row]) > 1 for row in rows)  # perhaps the same tasks in another language
    is_part = not beside_it and len(near) > len(finding.value) and share(finding, near) * len(near) >= _PART * len(finding.value)
    return finding if instead is None or (share(finding, near) >= _NO_TASKS and not is_part) else instead


def _other_bound(paper: Paper, tagged: Tagged, findings: Sequence[Finding]) -> float:
    """How likely any date is a bound of a job beside those that are told, by the day or by its month, or that surely are something else."""
    told = {str(one.value) for one in findings if one.name in _BOUNDS or not one.doubts}
    others = (date for date in paper.dates if date.value not in told
              and not (is_month(date.value) and any(one.startswith(date.value) for one in told)))
    return max([likely for date in others if (likely := _bound(tagged, date.span)) >= _SURELY_A_BOUND
                or not is_accounted_for(paper.flat, date.span)], default=0.0)


def _by_other_bounds(paper: Paper, tagged: Tagged, findings: list[Finding], other: float) -> list[Finding]:
    """The findings of one job by how much another date looks like a bound: where none does, when the job began and ended is relieved of
    its doubts, and its terms of those about whose they are; where one does, the letter may tell of a second job, and whose the terms are
    is in doubt."""
    findings = _begun(paper, tagged, findings) if other < _A_BOUND else findings
    bounds = [one for one in findings if one.name in _BOUNDS]
    if bounds and other >= _A_BOUND:
        return [one.perhaps_anothers() if not one.doubts and _may_be_anothers(paper, tagged, _its_hours(one, findings)) else one
                for one in findings]
    if other >= _NO_BOUND:
        return findings
    relieved = _relieved(paper, tagged, findings, bounds)
    return relieved if _has_other_title(paper, tagged, findings) else [one.settled() if one.name in _TERMS else one for one in relieved]


def _may_be_anothers(paper: Paper, tagged: Tagged, finding: Finding) -> bool:
    """Whether a term could be a second job's: not that one works full time, where it is said, nor tasks that the tagger sees alike, of
    which 32 of 32 were right, nor hours and pay that the paper tells once."""
    if finding.name == "position.full_time":
        return finding.pattern == "inferred"
    if finding.name == TASKS:
        return of_tasks(paper, tagged, finding) != "agreed"
    return finding.name in _TERMS and not _is_told_once(paper, tagged, finding)


def _its_hours(finding: Finding, findings: Sequence[Finding]) -> Finding:
    """The hours that full time was inferred from, or the finding itself."""
    if finding.name != "position.full_time" or finding.pattern != "inferred":
        return finding
    return next((one for one in findings if one.name == "position.hours_per_week" and one.group == finding.group), finding)


def _begun(paper: Paper, tagged: Tagged, findings: list[Finding]) -> list[Finding]:
    """The findings, each start without its doubts where the tagger surely sees it, and that this job goes on with its start."""
    begun = [replace(one, doubts=0, whose=0) if _surely_began(paper, tagged, one) else one for one in findings]
    sure = {one.group for one in begun if one.name == "position.start_date" and not one.doubts}
    return [replace(one, doubts=0, whose=0) if _goes_on(one) and one.group in sure and one.doubts == _SHARED else one for one in begun]


def _surely_began(paper: Paper, tagged: Tagged, finding: Finding) -> bool:
    """Whether a start with few doubts, read in one way only, is one that the tagger surely sees."""
    may = finding.name == "position.start_date" and 0 < finding.doubts < _MANY and not finding.others and is_plain_date(paper, finding)
    return may and (likeness(paper, tagged, finding) or 0.0) >= _BEGAN


def _goes_on(finding: Finding) -> bool:
    """Whether a finding says in words that a job goes on."""
    return finding.name == "position.end_date" and finding.value == PRESENT and finding.pattern != "inferred"


def _has_other_title(paper: Paper, tagged: Tagged, findings: Sequence[Finding]) -> bool:
    """Whether the tagger sees a title that is not told."""
    told = [str(one.value) for one in findings if one.name == "position.title"]
    others = (str(title.value) for _, title in seen(paper, tagged, "position.title"))
    return not all(any(same_title(title, other) for other in told) for title in others)


def _by_turns(paper: Paper, tagged: Tagged, findings: list[Finding], other: float) -> list[Finding]:
    """The findings of several jobs: where no other date looks like a bound, the bounds that the tagger surely sees are settled. The one
    that goes on is settled with its start."""
    if other >= _NO_BOUND:
        return findings
    sure = {one.spans: one for one in findings if one.name in _BOUNDS and one.whose and is_plain_date(paper, one)
            and _bound(tagged, one.spans[0]) >= _SURELY_A_BOUND}
    starts = {one.group for one in sure.values() if one.name == "position.start_date"}
    return [one.settled() if one.name in _BOUNDS and (one.spans in sure or (one.value == PRESENT and one.group in starts)) else one
            for one in findings]


def _relieved(paper: Paper, tagged: Tagged, findings: list[Finding], bounds: Sequence[Finding]) -> list[Finding]:
    """The bounds that the tagger sees alike without their doubts: they had them for dates that nothing explained. An end that goes on is
    relieved with its start."""
    seen = [one for one in bounds if 0 < one.doubts < _MANY and is_plain_date(paper, one) and _bound(tagged, one.spans[0]) >= _SEEN_ALIKE]
    shared = {one.doubts for one in seen} - {1}  # one doubt an end has of its own, where it is only guessed that the job goes on
    return [replace(one, doubts=0, whose=0) if one in seen or (one in bounds and one.value == PRESENT and one.doubts in shared) else one
            for one in findings]


def _bound(tagged: Tagged, span: Span) -> float:
    """How likely a stretch is when a job began or ended."""
    words = tagged.within(span)
    return max(sum(tagged.bears(at, field) for at in words) / max(1, len(words)) for field in _BOUNDS)
