"""What the tagger would add where patterns found nothing, and what it would have instead of a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from extractors.evidence import Json, Kind
from extractors.fields.finding import Finding
from extractors.kinds.jobs.ongoing import goes_on
from extractors.kinds.parts.employer_address import to_the_reader
from extractors.paper import Paper
from extractors.tagging.opinion import says_the_same, words_bear
from extractors.tagging.tagger import Tagged
from extractors.tagging.tasks import FIELD as TASKS
from extractors.tagging.tasks import listed, tasks_seen
from extractors.tagging.values import seen

_TASKS_SURELY = 0.993
"""From which probability of all its words together on a list that the tagger alone sees is without a doubt: of 104 such 102 were right,
51 of 51 on papers that it had not learned from; under it 15 of 70 not."""
_WORTH_SAYING = 0.5
"""The least probability of its words with which a value is added."""
_ADDED_SURELY = ("issued_on", "person.birth_date", "signatory.name", "signatory.title", "employer.place", "institution.name",
                 "credential.field", "conferred_on")
_SURELY = 0.98
"""The fields that are added without a doubt from this probability on: 61 of 61 were right; of names, titles and numbers 7 of 95 not."""
_ALONE = ("position.title", "position.hours_per_week", "employer.name", "reference")
_SURELY_ALONE = 0.995
"""The fields that are added without a doubt from this probability on where nothing else is seen for them: 28 of 28 were right on papers
that it had not learned from. Days when a job began or ended are not: they decide."""
_JOB = ("person.name", "issued_on", "employer.name", "employer.place", "position.title", "position.start_date",
        "position.hours_per_week", "position.salary")
_STUDY = ("person.name", "issued_on", "reference", "institution.name", "credential.title", "credential.field", "conferred_on")
_ADDED: dict[Kind, tuple[str, ...]] = {
    "employment_letter": (*_JOB, "reference", "position.end_date", "person.birth_date", "signatory.name", "signatory.title"),
    "job_offer": (*_JOB, "signatory.name", "signatory.title"),
    "diploma": (*_STUDY, "person.birth_date"),
    "transcript": (*_STUDY[:-1], "person.birth_date", "study.start_date", "study.end_date"),
    "education_evaluation": _STUDY,
    "french_test": ("person.name", "person.birth_date", "issued_on", "reference", "test.date"),
}
"""What the tagger may add to a paper of each kind."""
_WITH_TASKS = ("employment_letter", "job_offer")


def added(paper: Paper, kind: Kind, tagged: Tagged, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Values of fields that nothing was found for, in words that bear nothing else, most in doubt. Of several positions none is added
    to: it may be another's."""
    known = list(findings)
    several = tells_several(known)
    if kind in _WITH_TASKS and not several and not any(one.name == TASKS for one in known):
        tasks = tasks_listed(paper, tagged)
        if tasks is not None:
            known.append(tasks)
            yield tasks
    for field in _ADDED.get(kind, ()):
        if not any(one.name == field for one in known) and not (several and field.startswith("position.")):
            found = likeliest(paper, tagged, field)
            if found is not None and not any(overlap(found, one) or _no_end(found, one) or _of_the_award(found, one) for one in known):
                found = replace(found, doubts=0) if _is_alone(paper, tagged, found) else found
                known.append(found)
                yield found
    if kind == "employment_letter" and not several:
        yield from _going_on(paper, known)


def tasks_listed(paper: Paper, tagged: Tagged) -> Finding | None:
    """The tasks that the tagger sees as a list: in doubt, but where it is sure of all its words."""
    found = listed(tasks_seen(paper, tagged))
    beside = found is not None and any(len(paper.rows[paper.row_at(start)]) > 1 for start, _ in found.spans)  # the rest may stand there
    if found is None or beside or paper.scanned or words_bear(paper, tagged, found) < _TASKS_SURELY:
        return found
    return replace(found, doubts=0)


def _is_alone(paper: Paper, tagged: Tagged, found: Finding) -> bool:
    """Whether the tagger is certain of a value and sees nothing else for its field."""
    may = found.name in _ALONE and found.doubts == 1 and not found.others and not paper.scanned
    return may and words_bear(paper, tagged, found) >= _SURELY_ALONE and all(
        says_the_same(one, found) for _, one in seen(paper, tagged, found.name))


def _going_on(paper: Paper, known: Sequence[Finding]) -> Iterator[Finding]:
    """That the job goes on, where its start was found and no end, and words near the start say so: in doubt."""
    start = next((one for one in known if one.name == "position.start_date" and one.spans), None)
    if start is not None and not any(one.name == "position.end_date" for one in known):
        end = goes_on(paper, start.spans[0])
        if end is not None:
            yield end.doubted()


def tells_several(findings: Iterable[Finding]) -> bool:
    """Whether values of several positions are told."""
    return len({finding.group for finding in findings}) > 1


def _no_end(found: Finding, other: Finding) -> bool:
    """Whether a job would end on the day it began: the day is told twice."""
    return {found.name, other.name} == {"position.start_date", "position.end_date"} and found.value == other.value


def _of_the_award(found: Finding, other: Finding) -> bool:
    """Whether the day of a paper would be that of its award, told twice: the one date of a diploma is the award's."""
    return (found.name, other.name) == ("issued_on", "conferred_on") and found.value == other.value


def overlap(one: Finding, other: Finding) -> bool:
    """Whether two values stand in words that they share."""
    return any(here[0] < there[1] and there[0] < here[1] for here in one.spans for there in other.spans)


def rival(paper: Paper, tagged: Tagged, finding: Finding, findings: Iterable[Finding]) -> tuple[Json, ...]:
    """What the tagger would have instead of a value, if it has anything that is not told already."""
    found = likeliest(paper, tagged, finding.name)
    told = [finding, *(one for one in findings if one.name == finding.name)]
    return () if found is None or any(found.value in (one.value, *one.others) for one in told) else (found.value,)


def likeliest(paper: Paper, tagged: Tagged, field: str, least: float = _WORTH_SAYING) -> Finding | None:
    """The value that the tagger finds likeliest for a field, if it is as likely as `least`: in doubt, but where it is sure of it."""
    ranked = sorted(seen(paper, tagged, field), key=itemgetter(0), reverse=True)
    if field == "employer.place":
        readers = to_the_reader(paper)  # « The Visa Officer, …, NAIROBI » is not the firm's
        ranked = [one for one in ranked if paper.row_at(one[1].spans[0][0]) not in readers]
    likely, found = next(((likely, found) for likely, found in ranked if likely >= least), (0.0, None))
    if found is None:
        return None
    is_part = paper.scanned or (field == "signatory.name" and " " not in str(found.value))  # of misread words, of a name in two cells
    return found if field in _ADDED_SURELY and likely >= _SURELY and not is_part else found.doubted()
