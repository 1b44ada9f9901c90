"""Which streams an occupation opens on a day: the conditions on the occupation alone, asked of a job that has nothing against it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from rules import programs as shelf
from rules.core.case import Case
from rules.core.finding import Citation, Condition, Program, Stream
from rules.core.law import law_on
from rules.core.outcome import Cause
from rules.core.readings import judge, sure, texts_of
from rules.facts import Facts
from rules.intake import Intake, intake_on
from rules.loading import facts_of
from rules.parameters import table

OCCUPATION, SECTOR = "occupation", "sector"
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Opening:
    """A stream and an occupation. `verdict`: `met`, `not_met`, `unknown`, or `not_applicable` where the stream asks for none.

    `regulated`: the occupation opens the stream only if it is regulated (True) or only if it is not (False), which no table here tells;
    `sector`: the employer's industry is asked for too; `by_law`: unknown since the text is; `sure`: as in the assessment.
    """

    program: str
    stream: str
    program_name: Names
    name: Names
    intake: Intake
    verdict: str
    regulated: bool | None = None
    sector: bool = False
    by_law: bool = False
    sure: bool = True
    citation: Citation | None = None

    def as_json(self) -> dict[str, object]:
        """Plain data, in the words of contract/assessment.md where it has them."""
        days = {"from": self.intake.start, "to": self.intake.last}
        return {"program": self.program, "stream": self.stream, "program_name": dict(self.program_name), "name": dict(self.name),
                "verdict": self.verdict, "regulated": self.regulated, "sector": self.sector, "sure": self.sure,
                "intake": {"status": self.intake.status, **{key: day and day.isoformat() for key, day in days.items()}}}


def openings(day: dt.date, title: str, noc_2021: str, noc_2016: str | None = None) -> tuple[Opening, ...]:
    """All streams for an occupation on a day of lodging. `noc_2016`: only where it is certain; the title decides where the text names some
    titles of a code alone."""
    supposed = {regulated: _facts(day, title, noc_2021, noc_2016, regulated) for regulated in (None, True, False)}
    return tuple(one for program in shelf.ALL.values() for one in _of_program(program, day, supposed))


def _facts(day: dt.date, title: str, noc_2021: str, noc_2016: str | None, regulated: bool | None) -> Facts:
    """One job, held on that day in Québec, full-time, paid and legal, and nothing else."""
    codes: dict[str, Any] = {"title": title, "noc_2021": noc_2021, "status": "confirmed"}
    if noc_2016 is not None:
        codes["noc_2016"] = noc_2016
    job = codes | {"start_date": day.isoformat(), "end_date": "present", "place": "CA-QC", "hours_per_week": 40, "full_time": True,
                   "paid": True, "legal": True}
    main = codes if regulated is None else codes | {"regulated": regulated}
    return facts_of({"applicant": {"main_occupation": main}, "work": [job], "job_offers": [], "complete": ["work", "job_offers"]})


def _of_program(program: Program, day: dt.date, supposed: Mapping[bool | None, Facts]) -> Iterator[Opening]:
    names, law = table(program.table), law_on(program.table, day)
    cases = {regulated: Case(facts, day, law) for regulated, facts in supposed.items()}
    for stream in program.streams:
        asks = {condition.id: condition for condition in stream.conditions}
        base = Opening(program.id, stream.id, names["name"], names["streams"][stream.id], intake_on(program.table, stream.id, day),
                       "not_applicable", sector=SECTOR in asks)
        yield _told(base, asks[OCCUPATION], stream, cases) if OCCUPATION in asks else base


def _told(base: Opening, condition: Condition, stream: Stream, cases: Mapping[bool | None, Case]) -> Opening:
    """What is found; where the answer hangs on whether the occupation is regulated, that is said."""
    found, regulated = _found(condition, stream, cases[None]), None
    if found.verdict == "unknown":
        either = {ruled: _found(condition, stream, cases[ruled]) for ruled in (True, False)}
        met = [ruled for ruled, one in either.items() if one.verdict == "met"]
        if len(met) == 1:
            regulated, found = met[0], either[met[0]]
    return replace(base, verdict=found.verdict, regulated=regulated, by_law=found.by_law, sure=found.sure, citation=condition.citation)


class _Found(NamedTuple):
    verdict: str
    by_law: bool
    sure: bool


def _found(condition: Condition, stream: Stream, case: Case) -> _Found:
    texts = texts_of(stream.transition, case)
    finding = judge(condition, texts)
    if finding is None:
        return _Found("not_applicable", by_law=False, sure=True)
    by_law = finding.verdict is not None and Cause.LAW in finding.verdict.causes
    return _Found(finding.word, by_law, sure(condition, texts, finding))
