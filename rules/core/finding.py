"""What a condition is, and what is found when it is judged: a verdict, the reason, the law, the evidence, what is missing."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from rules.core.outcome import Verdict

if TYPE_CHECKING:
    from rules.core.case import Case


@dataclass(frozen=True, slots=True)
class Citation:
    """The text of the law; ``sure`` is false where the research could not confirm it."""

    text: str
    url: str
    sure: bool = True


class Need(NamedTuple):
    """A fact to ask for: its path in the facts, the key of the question in ``asks.toml``, what it is about."""

    fact: str
    ask: str
    about: str = ""


class Finding(NamedTuple):
    """The outcome of one condition.

    ``verdict`` None: the condition does not apply and does not vote. ``reason``: key of the sentence in ``reasons.toml`` under
    the condition's id, filled with ``values``; without one, the verdict's own. ``found`` and ``required`` are handed on.
    ``strictest``: where the readings of the text disagree, what the strictest of them finds.
    """

    verdict: Verdict | None
    reason: str = ""
    values: Mapping[str, object] = MappingProxyType({})
    required: Mapping[str, object] | None = None
    found: Mapping[str, object] | None = None
    evidence: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    borderline: bool = False
    sure: bool = True
    strictest: Finding | None = None

    @property
    def word(self) -> str:
        """The verdict as the assessment writes it."""
        return self.verdict.settled.word if self.verdict else "not_applicable"


Days = Callable[["Case"], Iterable[dt.date]]


def never(case: Case) -> tuple[dt.date, ...]:
    """The days on which time alone turns the verdict of a condition that looks at no date: none."""
    return ()


@dataclass(frozen=True, eq=False)
class Condition:
    """One condition of the text: its id, its article, the parameters it rests on, how it is judged.

    ``asked``: parameter that says on which days the text asks for it at all; none: always. ``days``: all the days after the
    lodging day on which time alone may turn its verdict (some of them may not). ``alike``: a key that holds all that the answer
    hangs on beside the facts and the day, so that programs that ask the same share one answer; none: it is judged by itself.
    """

    id: str
    citation: Citation
    judge: Callable[[Case], Finding]
    rests_on: tuple[str, ...] = ()
    asked: str | None = None
    days: Days = never
    alike: Callable[[Case], Hashable] | None = None

    @functools.cached_property
    def keys(self) -> tuple[str, ...]:
        """All the parameters that its answer hangs on."""
        return self.rests_on if self.asked is None else (*self.rests_on, self.asked)


@dataclass(frozen=True, slots=True, eq=False)
class Transition:
    """A clause by which some applications are judged by the text of an earlier day.

    ``applies``: parameter, "no", "applies" or "open" (not known whether it still does); ``text_of``: parameter, that day;
    ``guard``: whether the clause is for this applicant; ``needs``: what tells it.
    """

    applies: str
    text_of: str
    guard: Callable[[Case], Verdict]
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Stream:
    """A component of a program: every condition must hold."""

    id: str
    conditions: tuple[Condition, ...]
    transition: Transition | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """A program: one stream suffices.

    ``told_by`` names its table of parameters where its id does not; ``ranking``: points told beside the verdict, as plain data.
    """

    id: str
    streams: tuple[Stream, ...]
    told_by: str = ""
    ranking: Callable[[Case], Mapping[str, object]] | None = None

    @property
    def table(self) -> str:
        """The name of its table of parameters."""
        return self.told_by or self.id
