"""Judging: every program asked for, every stream, every condition, without stopping at the first that fails.

The same facts, day and tables give the same assessment, to the byte. The shape is contract/assessment.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rules import programs as shelf
from rules import seed
from rules.core.case import Case
from rules.core.changes import Change, changes, last_day
from rules.core.collector import resting_collector
from rules.core.finding import Condition, Finding, Need, Program, Stream
from rules.core.law import Law, law_on
from rules.core.outcome import Outcome, Verdict, all_of, any_of
from rules.core.readings import Texts, alike, judge, sure, texts_of
from rules.errors import FactsError, MissingDay, UnknownProgram
from rules.facts import Facts, birth_fault
from rules.intake import Intake, intake_changes, intake_on, most_open

RULES_VERSION = "2026.11.23"
PROGRAMS: tuple[str, ...] = tuple(shelf.ALL)
Text = Literal["law", "seed"]  # what is judged by: the law in all its versions, or the starting text of 2021 alone


class JudgedCondition(NamedTuple):
    """A condition with what was found, whether its text and parameters are sure, and what time alone will change."""

    condition: Condition
    finding: Finding
    sure: bool
    becomes: tuple[Change, ...]


class Known(dict[Condition, JudgedCondition | None]):
    """What was judged already under the same texts; None: not asked."""


class JudgedStream(NamedTuple):
    """A stream: its verdict, its conditions, what is still to ask, what time alone will change."""

    id: str
    intake: Intake
    verdict: Verdict
    conditions: tuple[JudgedCondition, ...]
    needs: tuple[Need, ...]
    becomes: tuple[Change, ...]


class JudgedProgram(NamedTuple):
    """A program: its verdict and, beside it, whether applications are taken, and the points that rank where there are any."""

    id: str
    law: Law
    intake: Intake
    verdict: Verdict
    streams: tuple[JudgedStream, ...]
    ranking: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """All programs judged for one lodging day."""

    as_of: dt.date
    programs: tuple[JudgedProgram, ...]
    text: Text = "law"

    @property
    def rules_version(self) -> str:
        """The edition of these rules and, in the order of the programs, the day from which the version applied was in force.

        Kept short: it is stored in a column of 80 characters, and each program names its own version beside.
        """
        edition = RULES_VERSION if self.text == "law" else f"{RULES_VERSION}/{self.text}"
        return f"{edition}/" + "+".join(judged.law.version.isoformat() for judged in self.programs)

    def as_json(self) -> dict[str, object]:
        """The assessment as contract/assessment.md has it: mappings, lists, text, numbers, booleans and None."""
        from rules import rendering  # Rendering reads the types above.

        with resting_collector():
            return rendering.assessment(self)


def evaluate(facts: Facts, as_of: dt.date | None = None, programs: Sequence[str] | None = None, text: Text = "law") -> Assessment:
    """Judge ``facts`` for the lodging day ``as_of`` (else that of the facts) under ``programs`` (else all that ``text`` has).

    Raises MissingDay without any day, UnknownProgram for a program that is not here, FactsError for a birth after that day.
    """
    day = as_of or facts.as_of
    if day is None:
        raise MissingDay("no day to judge for: give as_of in the facts, or --as-of")
    wanted = _programs(programs, shelf_of(text))
    born = facts.applicant.birth_date
    if born and (fault := birth_fault(born.value, day)):
        raise FactsError([f"applicant.birth_date: {fault}"])
    shared: dict[Hashable, object] = {}
    with resting_collector():
        return Assessment(day, tuple(_judge_program(program, facts, day, shared) for program in wanted), text)


def shelf_of(text: Text) -> Mapping[str, Program]:
    """The programs by id, as the law or as the starting text has them."""
    return shelf.ALL if text == "law" else seed.ALL


def _programs(names: Sequence[str] | None, known: Mapping[str, Program]) -> list[Program]:
    for name in names or ():
        if name not in known:
            raise UnknownProgram(f"{name} is no program; available: {', '.join(known)}")
    return [program for name, program in known.items() if names is None or name in names]


def _judge_program(program: Program, facts: Facts, day: dt.date, of_the_facts: dict[Hashable, object]) -> JudgedProgram:
    case = Case(facts, day, law_on(program.table, day), {}, {}, of_the_facts)
    plain, shared = Texts((case,)), Known()
    streams: list[JudgedStream] = []
    for stream in program.streams:
        texts = texts_of(stream.transition, case) if stream.transition else plain
        alike = texts.cases == plain.cases  # Streams share conditions, unless a clause sets one of them apart.
        streams.append(_judge_stream(program, stream, plain if alike else texts, shared if alike else Known()))
    intake = most_open([stream.intake for stream in streams])
    ranking = program.ranking(case) if program.ranking else None
    return JudgedProgram(program.id, case.law, intake, any_of([stream.verdict for stream in streams]), tuple(streams), ranking)


def _judge_stream(program: Program, stream: Stream, texts: Texts, known: Known) -> JudgedStream:
    day = texts.cases[0].day
    for condition in stream.conditions:
        if condition not in known:
            known[condition] = _judge(condition, texts)
    judged = tuple(one for condition in stream.conditions if (one := known[condition]) is not None)
    verdict = all_of([one.finding.verdict for one in judged if one.finding.verdict])
    to_come = [change for one in judged for change in one.becomes]
    to_come += [Change(on, "intake", status) for on, status in intake_changes(program.table, stream.id, day, last_day(day))]
    intake = intake_on(program.table, stream.id, day)
    in_order = tuple(sorted(to_come, key=lambda change: change.on))
    return JudgedStream(stream.id, intake, verdict, judged, _needs(judged, verdict), in_order)


def _judge(condition: Condition, texts: Texts) -> JudgedCondition | None:
    case, key = texts.cases[0], alike(condition, texts)
    if key is None:
        finding, becomes = _found(condition, texts)
    else:
        finding, becomes = case.once_for_every_law(key, lambda: _found(condition, texts if len(texts.cases) == 1 else Texts((case,))))
    return JudgedCondition(condition, finding, sure(condition, texts, finding), becomes) if finding is not None else None


def _found(condition: Condition, texts: Texts) -> tuple[Finding | None, tuple[Change, ...]]:
    finding = judge(condition, texts)
    return finding, tuple(changes(condition, texts, finding.word)) if finding is not None else ()


def _needs(judged: tuple[JudgedCondition, ...], verdict: Verdict) -> tuple[Need, ...]:
    """The facts that could still change an undecided stream; those that most of its open conditions wait for come first."""
    if verdict.settled is not Outcome.UNKNOWN:
        return ()
    open_ = [one.finding for one in judged if one.finding.verdict and one.finding.verdict.settled is Outcome.UNKNOWN]
    waiting = [need for finding in open_ for need in dict.fromkeys(finding.needs)]
    return tuple(sorted(dict.fromkeys(waiting), key=lambda need: -waiting.count(need)))
