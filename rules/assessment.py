"""Judging: every program asked for, every stream, every condition, without stopping at the first that fails.

The same facts, day and tables give the same assessment, to the byte. The shape is contract/assessment.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from rules import programs as shelf
from rules.core.case import Case
from rules.core.changes import Change, Future
from rules.core.finding import WORDS, Condition, Finding, Need, Program, Stream
from rules.core.law import Law, law_on
from rules.core.outcome import Verdict, all_of, any_of
from rules.errors import FactsError, MissingDay, UnknownProgram
from rules.facts import Facts, birth_fault
from rules.intake import Intake, intake_changes, intake_on

RULES_VERSION = "2026.11"
PROGRAMS: tuple[str, ...] = tuple(shelf.ALL)


@dataclass(frozen=True, slots=True)
class JudgedCondition:
    """A condition with what was found, and whether its text and all its parameters are sure."""

    condition: Condition
    finding: Finding
    sure: bool


@dataclass(frozen=True, slots=True)
class JudgedStream:
    """A stream: its verdict, its conditions, what is still to ask, what time alone will change."""

    id: str
    verdict: Verdict
    conditions: tuple[JudgedCondition, ...]
    needs: tuple[Need, ...]
    becomes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class JudgedProgram:
    """A program: its verdict and, beside it, whether applications are taken."""

    id: str
    law: Law
    intake: Intake
    verdict: Verdict
    streams: tuple[JudgedStream, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """All programs judged for one lodging day."""

    as_of: dt.date
    programs: tuple[JudgedProgram, ...]

    @property
    def rules_version(self) -> str:
        """The edition of these rules and, for each program, the day from which the version applied was in force."""
        return f"{RULES_VERSION}/" + "+".join(f"{judged.id}@{judged.law.version}" for judged in self.programs)

    def as_json(self) -> dict[str, object]:
        """The assessment as contract/assessment.md has it: mappings, lists, text, numbers, booleans and None."""
        from rules import rendering  # Rendering reads the types above.

        return rendering.assessment(self)


def evaluate(facts: Facts, as_of: dt.date | None = None, programs: Sequence[str] | None = None) -> Assessment:
    """Judge ``facts`` for the lodging day ``as_of`` (else that of the facts) under ``programs`` (else all that are here).

    Raises MissingDay without any day, UnknownProgram for a program that is not here, FactsError for a birth after that day.
    """
    day = as_of or facts.as_of
    if day is None:
        raise MissingDay("no day to judge for: give as_of in the facts, or --as-of")
    wanted = _programs(programs)
    born = facts.applicant.birth_date
    if born and (fault := birth_fault(born.value, day)):
        raise FactsError([f"applicant.birth_date: {fault}"])
    return Assessment(day, tuple(_judge_program(program, facts, day) for program in wanted))


def _programs(names: Sequence[str] | None) -> list[Program]:
    asked = PROGRAMS if names is None else tuple(dict.fromkeys(names))
    for name in asked:
        if name not in shelf.ALL:
            state = "is not available yet" if name in shelf.NOT_YET_HERE else "is no program"
            raise UnknownProgram(f"{name} {state}; available: {', '.join(PROGRAMS)}")
    return [shelf.ALL[name] for name in PROGRAMS if name in asked]


def _judge_program(program: Program, facts: Facts, day: dt.date) -> JudgedProgram:
    case = Case(facts, day, law_on(program.id, day))
    future = Future(case)
    streams = tuple(_judge_stream(program, stream, case, future) for stream in program.streams)
    return JudgedProgram(program.id, case.law, intake_on(program.id, day), any_of(stream.verdict for stream in streams), streams)


def _judge_stream(program: Program, stream: Stream, case: Case, future: Future) -> JudgedStream:
    asked = [condition for condition in stream.conditions if condition.asked is None or case.law.value(condition.asked)]
    judged = tuple(_judge(condition, case) for condition in asked)
    verdict = all_of(one.finding.verdict for one in judged if one.finding.verdict)
    changes = [change for condition in asked for change in future.changes(condition)]
    changes += [Change(on, "intake", status) for on, status in intake_changes(program.id, case.day, future.last)]
    return JudgedStream(stream.id, verdict, judged, _needs(judged, verdict), tuple(sorted(changes, key=lambda change: change.on)))


def _judge(condition: Condition, case: Case) -> JudgedCondition:
    finding = condition.judge(case)
    sure = condition.citation.sure and finding.sure and all(case.law.sure(key) for key in condition.rests_on)
    return JudgedCondition(condition, finding, sure)


def _needs(judged: tuple[JudgedCondition, ...], verdict: Verdict) -> tuple[Need, ...]:
    """The facts that could still change an undecided stream; those that most of its open conditions wait for come first."""
    if WORDS[verdict.settled] != "unknown":
        return ()
    waiting = [need for one in judged if one.finding.word == "unknown" for need in dict.fromkeys(one.finding.needs)]
    return tuple(sorted(dict.fromkeys(waiting), key=lambda need: -waiting.count(need)))
