"""The smallest single changes that would turn a stream. Each is judged before it is shown; along a scale the step before is too.

A change turns a stream when its settled verdict rises: from not met to unknown or met, from unknown to met. What only makes doubtful
a condition that was not met is no change: every condition that held the stream back must be met afterwards, or not apply.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rules.core.case import Case
from rules.core.changes import last_day
from rules.core.days import Day
from rules.core.finding import Condition, Program, Stream
from rules.core.law import law_on, parameters
from rules.core.outcome import Outcome, Verdict, all_of
from rules.core.readings import judge, texts_of
from rules.errors import SettingError
from rules.facts import Facts, birth_fault
from rules.what_if.reads import Place, looked_at, seen_by_all
from rules.what_if.settings import Setting, as_data, supposing
from rules.what_if.values import Choice, Scale, proposals, what_is_known

KINDS = ("confirm", "complete", "obtain", "wait", "change")


@dataclass(frozen=True, slots=True)
class Turn:
    """One change: what to set, what stands there (plain data; None: nothing), its kind, the verdict it leads to, what else would do."""

    setting: Setting
    present: object
    kind: str
    verdict: Outcome
    others: tuple[object, ...] = ()


@dataclass(frozen=True)
class Question:
    """A stream of a program, the facts and the lodging day, and how it stands; what was tried is kept."""

    program: Program
    stream: Stream
    facts: Facts
    day: dt.date
    _tried: dict[tuple[str, str], Outcome | None] = field(default_factory=dict, repr=False)

    @functools.cached_property
    def held_back(self) -> tuple[Outcome, tuple[Condition, ...]]:
        """The settled verdict as things stand, and the conditions that make it."""
        verdicts = self.verdicts(self.facts, self.day)
        now = all_of(verdicts.values()).settled
        return now, tuple(condition for condition, verdict in verdicts.items() if verdict.settled is now)

    def verdicts(self, facts: Facts, day: dt.date) -> dict[Condition, Verdict]:
        """The verdict of each condition that votes."""
        texts = texts_of(self.stream.transition, Case(facts, day, law_on(self.program.table, day)))
        found = {condition: judge(condition, texts) for condition in self.stream.conditions}
        return {condition: finding.verdict for condition, finding in found.items() if finding and finding.verdict}

    def with_setting(self, setting: Setting) -> Outcome | None:
        """The stream's settled verdict with a supposed value; None where the facts do not take it, or where it only raises doubts."""
        key = setting.path, repr(setting.value)
        if key not in self._tried:
            self._tried[key] = self._judged(setting)
        return self._tried[key]

    def _judged(self, setting: Setting) -> Outcome | None:
        try:
            supposed = supposing(self.facts, [setting])
        except SettingError:
            return None
        day = (supposed.as_of or self.day) if setting.path == "as_of" else self.day
        born = supposed.applicant.birth_date
        if born and birth_fault(born.value, day):
            return None
        verdicts = self.verdicts(supposed, day)
        doubtful = any(verdicts[one].settled is Outcome.UNKNOWN for one in self.held_back[1] if one in verdicts)
        return None if doubtful else all_of(verdicts.values()).settled


def turns(question: Question, days: tuple[dt.date, ...] = ()) -> list[Turn]:
    """All single changes that turn the stream: the certain to be easy first, then by where they stand in the facts.

    ``days``: days to come on which time alone turns one of its conditions.
    """
    now, holding = question.held_back
    if now is Outcome.YES:
        return []
    seen = [looked_at(condition, question.stream, question.program.table, question.facts, question.day) for condition in holding]
    law = law_on(question.program.table, question.day)
    known = what_is_known(question.day, [law.value(key) for one in holding for key in one.keys], question.facts)
    found = [turn for place in seen_by_all(list(seen)) for turn in _of_a_place(question, place, list(proposals(place, known)), now)]
    found += _by_waiting(question, days, now)
    return sorted(found, key=lambda turn: (-turn.verdict.order, KINDS.index(turn.kind)))


def _of_a_place(question: Question, place: Place, proposed: list[Scale | Choice], now: Outcome) -> Iterator[Turn]:
    for one in proposed:
        found = _choose(question, one, now) if isinstance(one, Choice) else _move(question, one, now)
        if found:
            setting, verdict, others = found
            present = as_data(place.present) if setting.path == place.path else None
            yield Turn(setting, present, _kind(place, setting, present), verdict, others)


Found = tuple[Setting, Outcome, tuple[object, ...]]


def _choose(question: Question, choice: Choice, now: Outcome) -> Found | None:
    """The first of the words that leads furthest, and those that lead as far."""
    reached = {index: question.with_setting(Setting(choice.path, value)) for index, value in enumerate(choice.values)}
    rising = {index: verdict for index, verdict in reached.items() if verdict is not None and verdict.order > now.order}
    if not rising:
        return None
    best = max(rising.values(), key=lambda verdict: verdict.order)
    first, *others = (choice.values[index] for index, verdict in rising.items() if verdict is best)
    return Setting(choice.path, first), best, tuple(others)


def _move(question: Question, scale: Scale, now: Outcome) -> Found | None:
    """The value nearest to the present one that leads furthest; where nothing is there, one next to a value that does not."""

    def reaches(place: int) -> int:
        verdict = question.with_setting(Setting(scale.path, scale.write(place)))
        return -1 if verdict is None else verdict.order

    order = {anchor: reaches(anchor) for anchor in scale.anchors}
    best = max(order.values(), default=-1)
    if best <= now.order:
        return None
    good = [anchor for anchor in scale.anchors if order[anchor] == best]
    bad = [anchor for anchor in scale.anchors if order[anchor] < best] if scale.present is None else [scale.present]
    if bad:
        start, end = min(itertools.product(bad, good), key=lambda pair: abs(pair[0] - pair[1]))
        place = _edge(start, end, lambda middle: reaches(middle) >= best)
    else:
        place = good[0]
    setting = Setting(scale.path, scale.write(place))
    verdict = question.with_setting(setting)
    return (setting, verdict, ()) if verdict is not None else None


def _edge(bad: int, good: int, turned: Callable[[int], bool]) -> int:
    """Between a place that does not turn the stream and one that does: one that does next to one that does not."""
    while abs(good - bad) > 1:
        middle = (bad + good) // 2
        bad, good = (bad, middle) if turned(middle) else (middle, good)
    return good


def _kind(place: Place, setting: Setting, present: Any) -> str:
    if place.key == "status" and setting.value == "confirmed":
        return "confirm"
    if isinstance(setting.value, dict) and "test" in setting.value:
        return "obtain"
    value = getattr(place.present, "value", place.present)
    vague = isinstance(value, Day) and not value.whole
    return "complete" if present is None or vague or place.key == "complete" else "change"


def _by_waiting(question: Question, days: tuple[dt.date, ...], now: Outcome) -> Iterator[Turn]:
    """The first of the days to come on which an application would stand better, those on which the text changes included."""
    texts = {value.start for history in parameters(question.program.table).values() for value in history}
    before = question.day
    for day in sorted({*days, *(start for start in texts if question.day < start <= last_day(question.day))}):
        verdict = question.with_setting(_lodged(day))
        if verdict is not None and verdict.order > now.order:
            first = _first_day(question, before, day, verdict)
            yield Turn(_lodged(first), question.day.isoformat(), "wait", verdict)
            return
        before = day


def _first_day(question: Question, before: dt.date, day: dt.date, verdict: Outcome) -> dt.date:
    """The day itself, unless the eve stands as well already (under a text that changed in between)."""

    def stands(ordinal: int) -> bool:
        return question.with_setting(_lodged(dt.date.fromordinal(ordinal))) is verdict

    eve = day.toordinal() - 1
    if eve <= before.toordinal() or not stands(eve):
        return day
    return dt.date.fromordinal(_edge(before.toordinal(), eve, stands))


def _lodged(day: dt.date) -> Setting:
    return Setting("as_of", day.isoformat())
