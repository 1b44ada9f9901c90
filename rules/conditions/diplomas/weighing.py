"""One diploma with its answers: which of several serves the applicant best, what to call it, why it does not do, what to ask of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rules.conditions.jobs import Lens, indicated, settled
from rules.core.finding import Finding, Need
from rules.core.outcome import YES, Outcome, Verdict, all_of
from rules.facts import Study
from rules.texts import Phrase


@dataclass(frozen=True, slots=True)
class Weighed:
    """A diploma with its answers; ``study`` None is the one that an incomplete list may leave out. ``beside``: other conditions."""

    index: int
    study: Study | None
    answers: dict[str, Verdict]
    recent: Verdict = YES
    beside: dict[str, Verdict] = field(default_factory=dict)
    work: Finding = field(default_factory=lambda: Finding(YES))

    def suits(self) -> Verdict:
        """Whether it is the diploma asked for, whatever its age."""
        return all_of(self.answers.values())

    def worked(self) -> Verdict:
        """Whether enough work follows it; nothing may be asked."""
        return YES if self.work.verdict is None else self.work.verdict


def both_readings(weighed: tuple[Weighed, ...], ask: Callable[[Weighed], Verdict]) -> tuple[Weighed, Verdict]:
    """The diploma that serves best by confirmed facts, and what it answers; what the one that serves best with the others indicates."""
    firm, likely = _best(weighed, settled), _best(weighed, indicated)
    first = ask(firm)
    return firm, first if likely is firm else Verdict(first.settled, ask(likely).indicated, first.causes)


def _best(weighed: tuple[Weighed, ...], lens: Lens) -> Weighed:
    def rank(one: Weighed) -> tuple[int, int, int, int, int]:
        parts = (one.suits(), one.recent, one.worked(), *one.beside.values())
        overall = lens(all_of(parts)).order
        return overall, lens(one.suits()).order, sum(lens(part).order for part in parts), int(one.study is not None), -one.index

    return weighed[0] if len(weighed) == 1 else max(weighed, key=rank)


def is_sure(chosen: Weighed, study: Study) -> bool:
    """Whether level and length are told by the paper: a foreign level is only likely, and so are hours or credits made a year."""
    at_home = study.country is None or study.country.startswith("CA")
    return at_home and ("length" not in chosen.answers or study.months is not None or (study.hours is None and study.credits is None))


def name_of(chosen: Weighed) -> str:
    """The diploma as a sentence names it: its field, or its number in the list."""
    return (chosen.study and chosen.study.field) or f"#{chosen.index + 1}"


def needs_of(chosen: Weighed, facts: list[str], *, contradictory: bool = False) -> tuple[Need, ...]:
    """What to ask about it: whether there is another, its review, or those of ``facts`` that are missing, or vague as a partial date is."""
    study, path = chosen.study, f"education[{chosen.index}]"
    if study is None:
        return (Need("education", "education.more"),)
    if study.status != "confirmed" or (contradictory and not facts):
        return (Need(path, "review.education", name_of(chosen)),)
    dated = study.conferred_on is not None and study.conferred_on.whole
    asked = [fact for fact in dict.fromkeys(facts) if not (fact == "conferred_on" and dated)]
    return tuple(Need(f"{path}.{fact}", f"education.{fact}", name_of(chosen)) for fact in asked)


def why_of(chosen: Weighed, outcome: Outcome) -> list[Phrase]:
    """The answers that make the outcome, in words."""
    if outcome is Outcome.YES:
        return []
    word = "not" if outcome is Outcome.NO else "unknown"
    return [Phrase(f"diploma_parts.{name}.{word}") for name, answer in chosen.answers.items() if answer.settled is outcome]
