"""What a condition is, and what is found when it is judged: a verdict, the reason, the law, the evidence, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.core.outcome import Outcome, Verdict

if TYPE_CHECKING:
    from rules.core.case import Case


@dataclass(frozen=True, slots=True)
class Citation:
    """The text of the law; ``sure`` is false where the research could not confirm it."""

    text: str
    url: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Need:
    """A fact to ask for: its path in the facts, the key of the question in ``asks.toml``, what it is about."""

    fact: str
    ask: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one condition.

    ``verdict`` None: the condition does not apply and does not vote. ``reason``: key of the sentence in ``reasons.toml`` under
    the condition's id, filled with ``values``; without one, the verdict's own. ``found`` and ``required`` are handed on.
    """

    verdict: Verdict | None
    reason: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    required: Mapping[str, object] | None = None
    found: Mapping[str, object] | None = None
    evidence: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    borderline: bool = False
    sure: bool = True

    @property
    def word(self) -> str:
        """The verdict as the assessment writes it."""
        return WORDS[self.verdict.settled] if self.verdict else "not_applicable"


WORDS = {Outcome.YES: "met", Outcome.NO: "not_met", Outcome.UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the text: its id, its article, the parameters it rests on, how it is judged.

    ``asked``: parameter that says on which days the text asks for it at all; none: always. ``moves``: time alone may change it.
    """

    id: str
    citation: Citation
    judge: Callable[[Case], Finding]
    rests_on: tuple[str, ...] = ()
    asked: str | None = None
    moves: bool = True


@dataclass(frozen=True, slots=True)
class Stream:
    """A component of a program: every condition must hold."""

    id: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """A program: one stream suffices. ``id`` also names its table of parameters."""

    id: str
    streams: tuple[Stream, ...]
