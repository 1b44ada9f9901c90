"""Three-valued logic (Kleene) that carries why it does not know, and reads every fact twice.

*Settled* is what confirmed facts alone say; *indicated* is what it would be if the unreviewed ones are right. An unknown is never
turned into a yes or a no by accident: the truth value of an outcome does not exist.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable
from typing import Literal, NamedTuple

Status = Literal["confirmed", "unreviewed", "disputed"]


class Outcome(enum.Enum):
    """NO < UNKNOWN < YES. ``bool(outcome)`` raises TypeError."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    order: int
    word: str

    def __bool__(self) -> bool:
        raise TypeError("an Outcome has no truth value: compare it with Outcome.YES or Outcome.NO")


for _outcome, _word in zip(Outcome, ("not_met", "unknown", "met"), strict=True):
    _outcome.order, _outcome.word = _outcome.value, _word


class Cause(enum.Flag):
    """Why something is unknown: nothing on file, nobody has reviewed it, or the law itself is not known."""

    NONE = 0
    EVIDENCE = enum.auto()
    REVIEW = enum.auto()
    LAW = enum.auto()

    @functools.cache
    def names(self) -> tuple[str, ...]:
        """The causes as the assessment writes them, in a fixed order."""
        return tuple(cause.name.lower() for cause in (Cause.EVIDENCE, Cause.REVIEW, Cause.LAW) if cause in self and cause.name)


class Verdict(NamedTuple):
    """Both readings of one question; ``causes`` says why the settled one is unknown, and is empty when it is not."""

    settled: Outcome
    indicated: Outcome
    causes: Cause = Cause.NONE

    def rank(self) -> tuple[int, int]:
        """For choosing what serves the applicant best."""
        return self.settled.order, self.indicated.order


_OPEN, _NO_CAUSE = Outcome.UNKNOWN, Cause.NONE  # asking an enumeration for its members is slow, and this is asked most
YES = Verdict(Outcome.YES, Outcome.YES)
NO = Verdict(Outcome.NO, Outcome.NO)
UNKNOWN = Verdict(Outcome.UNKNOWN, Outcome.UNKNOWN, Cause.EVIDENCE)
LAW_OPEN = Verdict(Outcome.UNKNOWN, Outcome.UNKNOWN, Cause.LAW)
CONTRADICTORY = Verdict(Outcome.UNKNOWN, Outcome.UNKNOWN, Cause.REVIEW)


def plain(holds: bool) -> Verdict:
    """A certain answer from an ordinary truth value."""
    return YES if holds else NO


def stated(value: bool | None, status: Status = "confirmed") -> Verdict:
    """A yes-or-no fact: None is unknown for want of evidence; an unreviewed one only indicates."""
    return reviewed(UNKNOWN if value is None else plain(value), status)


def reviewed(verdict: Verdict, status: Status) -> Verdict:
    """Weaken a verdict by the standing of the fact that it rests on (contract/facts.md, ``status``)."""
    if status == "confirmed":
        return verdict
    indicated = verdict.indicated if status == "unreviewed" else Outcome.UNKNOWN
    return Verdict(Outcome.UNKNOWN, indicated, together(verdict.causes, Cause.REVIEW))


def opposite(verdict: Verdict) -> Verdict:
    """Kleene "not": both readings turned, an unknown left as it is."""
    if verdict is YES or verdict is NO:
        return NO if verdict is YES else YES
    return Verdict(_turned(verdict.settled), _turned(verdict.indicated), verdict.causes)


def _turned(outcome: Outcome) -> Outcome:
    return outcome if outcome is Outcome.UNKNOWN else Outcome.NO if outcome is Outcome.YES else Outcome.YES


def both(*verdicts: Verdict) -> Verdict:
    """Shorthand of :func:`all_of`."""
    return all_of(verdicts)


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Kleene "and": the least of them; of nothing, YES."""
    return _fold(verdicts, YES, NO)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Kleene "or": the greatest of them; of nothing, NO."""
    return _fold(verdicts, NO, YES)


def _fold(verdicts: Iterable[Verdict], neutral: Verdict, deciding: Verdict) -> Verdict:
    """``deciding`` wins over unknown, unknown over ``neutral``; the causes of all that is unknown are kept while it is."""
    others = []
    for verdict in verdicts:
        if verdict is deciding:  # In both readings: nothing else can change it.
            return deciding
        if verdict is not neutral:
            others.append(verdict)
    if len(others) <= 1:
        return others[0] if others else neutral
    decided, idle = deciding.settled, neutral.settled
    settled = indicated = idle
    causes = _NO_CAUSE
    for verdict in others:
        one, other, why = verdict
        if settled is not decided and one is not idle:
            settled = one
        if indicated is not decided and other is not idle:
            indicated = other
        if one is _OPEN:
            causes = together(causes, why)
    if settled is indicated and settled is not _OPEN:
        return deciding if settled is decided else neutral
    return Verdict(settled, indicated, causes if settled is _OPEN else _NO_CAUSE)


def together(some: Cause, more: Cause) -> Cause:
    """The causes of both."""
    if some is more or more is _NO_CAUSE:
        return some
    return more if some is _NO_CAUSE else Cause(some.value | more.value)
