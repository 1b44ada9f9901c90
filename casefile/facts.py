"""From evidence and what people said of it to the facts of one applicant (the facts contract).

Three rules: a person's word goes before the machine's; of two readings the surer one stands; nothing is filled in. A fact is
`confirmed` when every value in it was accepted or corrected by a person, else `unreviewed`. No list is complete until a person says so.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased, selectinload

from casefile.reviews import standing
from casefile.store.tables import Case, Document, Evidence, Paper, Reading

FLOOR = 0.5
"""Below this confidence an unreviewed value says nothing, not even an indication."""

Facts = dict[str, Any]
Status = Literal["confirmed", "unreviewed"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A value that stands: the machine's, or a person's in its place. `paper` tells papers apart, `group` positions in one."""

    id: str
    paper: str
    kind: str
    name: str
    group: int
    value: Any
    confidence: float
    status: Status


def statements(reading: Mapping[str, Any]) -> list[Statement]:
    """The statements of one object of evidence (the contract's shape), all unreviewed."""
    return [Statement(f"{reading['sha256'][:12]}:{position}:{field['name']}:{field.get('group', 0)}",
                      f"{reading['sha256']}:{position}", paper["kind"], field["name"], field.get("group", 0), field["value"],
                      field["confidence"], "unreviewed")
            for position, paper in enumerate(reading["documents"]) for field in paper["fields"]]


def standing_statements(session: Session, case: Case) -> list[Statement]:
    """The statements of all papers of a case as they stand now, each document by its newest reading: rejected values are gone, corrected
    ones replaced."""
    later = aliased(Reading)
    newest = ~exists().where(later.document_id == Reading.document_id, later.created_at > Reading.created_at)
    papers = session.scalars(
        select(Paper).join(Paper.reading).join(Document, Document.id == Reading.document_id).where(Document.case_id == case.id, newest)
        .order_by(Document.received_at, Paper.position).options(selectinload(Paper.evidence).selectinload(Evidence.reviews)))
    return [statement for paper in papers for evidence in paper.evidence if (statement := _statement(paper, evidence)) is not None]


def _statement(paper: Paper, evidence: Evidence) -> Statement | None:
    word = standing(evidence)
    if word is not None and word.action == "reject":
        return None
    value, status = (evidence.value, "unreviewed") if word is None else (word.value, "confirmed")
    return Statement(evidence.id, paper.id, paper.kind, evidence.name, evidence.group, value,
                     evidence.confidence if word is None else 1.0, "unreviewed" if status == "unreviewed" else "confirmed")


def facts_of(stated: Iterable[Statement], as_of: dt.date) -> Facts:
    """The facts that some statements give, for a day of lodging."""
    papers = _papers(statement for statement in stated if statement.status == "confirmed" or statement.confidence >= FLOOR)
    facts: Facts = {"as_of": as_of.isoformat()}
    birth = _agreed([one for paper in papers for one in paper.of("person.birth_date") if one.status == "confirmed"])
    if birth is not None:
        facts["applicant"] = {"birth_date": birth}
    for key, kinds, build in (("education", ("diploma",), _education), ("work", ("employment_letter",), _work),
                              ("french", ("french_test",), _french)):
        entries = [entry for paper in papers if paper.kind in kinds for entry in build(paper)]
        if entries:
            facts[key] = entries
    return facts | {"complete": []}


@dataclass(frozen=True, slots=True)
class _PaperStatements:
    kind: str
    all: tuple[Statement, ...]

    def of(self, name: str) -> list[Statement]:
        return [one for one in self.all if one.name == name]

    def positions(self) -> list[int]:
        return sorted({one.group for one in self.all if one.name.startswith("position.")})

    def best(self, name: str, group: int | None = None) -> Statement | None:
        """A person's word before the machine's, the surer before the less sure."""
        there = [one for one in self.of(name) if group is None or one.group == group]
        return max(there, key=lambda one: (one.status == "confirmed", one.confidence), default=None)


def _papers(stated: Iterable[Statement]) -> list[_PaperStatements]:
    by_paper: dict[str, list[Statement]] = defaultdict(list)
    for one in stated:
        by_paper[one.paper].append(one)
    return [_PaperStatements(group[0].kind, tuple(group)) for group in by_paper.values()]


def _agreed(stated: Sequence[Statement]) -> Any:
    """The value that all of them give; None where they differ or there is none: a person must look."""
    values = {str(one.value) for one in stated}
    return stated[0].value if len(values) == 1 else None


def _entry(found: Mapping[str, Statement | None]) -> Facts:
    """One fact from its statements, by key of the facts contract; keys with a dot are nested."""
    there = {key: one for key, one in found.items() if one is not None}
    entry: Facts = {}
    for key, one in there.items():
        outer, dot, inner = key.partition(".")
        if dot:
            entry.setdefault(outer, {})[inner] = one.value
        else:
            entry[key] = one.value
    if not entry:
        return {}
    status: Status = "confirmed" if all(one.status == "confirmed" for one in there.values()) else "unreviewed"
    return entry | {"status": status, "evidence": [one.id for one in there.values()]}


_EDUCATION = {"level": "credential.level", "country": "institution.country", "field": "credential.field", "conferred_on": "conferred_on",
              "start_date": "study.start_date", "end_date": "study.end_date", "hours": "study.hours", "credits": "study.credits",
              "months": "study.months"}
_POSITION = {"title": "position.title", "noc_2021": "position.noc_2021", "noc_2016": "position.noc_2016",
             "start_date": "position.start_date", "end_date": "position.end_date", "hours_per_week": "position.hours_per_week",
             "full_time": "position.full_time", "salary": "position.salary"}
_SKILLS = ("listening", "reading", "writing", "speaking")
_SCALES = ("score", "cefr", "nclc", "quebec_level")


def _education(paper: _PaperStatements) -> list[Facts]:
    entry = _entry({key: paper.best(name) for key, name in _EDUCATION.items()})
    return [entry] if "level" in entry else []


def _work(paper: _PaperStatements) -> list[Facts]:
    """One entry a position. The paper's own date says up to when a job that goes on is proved; a paper without one proves no end."""
    entries = []
    for group in paper.positions():
        found = {key: paper.best(name, group) for key, name in _POSITION.items()}
        found["place"] = paper.best("employer.country")
        found["stated_on"] = paper.best("issued_on")
        if found["stated_on"] is None and (end := found["end_date"]) is not None and end.value == "present":
            found["end_date"] = None
        entry = _entry(found)
        if paper.best("position.internship", group) is None and {"start_date", "title"} & set(entry):
            entries.append(entry)
    return entries


def _french(paper: _PaperStatements) -> list[Facts]:
    """One entry a test. The two years run from the sitting: the later day of issue never stands in for it."""
    found = {"test": paper.best("test.name"), "date": paper.best("test.date"), "cefr": paper.best("test.cefr")}
    found |= {f"{skill}.{scale}": paper.best(f"{skill}.{scale}") for skill in _SKILLS for scale in _SCALES}
    entry = _entry(found)
    for skill in _SKILLS:
        if isinstance(entry.get(skill, {}).get("nclc"), str):  # "<4": no number, so no fact
            del entry[skill]["nclc"]
    return [entry] if "test" in entry else []
