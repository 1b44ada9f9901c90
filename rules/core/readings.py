"""One condition under every text that may be the right one: those of a transition clause, those of an unsettled value.

The answer is known only where all of them agree. A text that does not ask the condition agrees with one under which it is met.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rules.core.case import Case
from rules.core.finding import Condition, Finding, Need, Transition
from rules.core.law import Law, law_on
from rules.core.outcome import LAW_OPEN, NO, YES, Cause, Outcome, Verdict, both, together

_STRICTEST_FIRST = (Outcome.NO, Outcome.UNKNOWN, Outcome.YES)


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """The cases to judge: the same applicant and day under each text that may apply, and why it is not known which."""

    cases: tuple[Case, ...]
    doubt: Cause = Cause.NONE
    needs: tuple[Need, ...] = ()
    _days: dict[dt.date, Texts] = field(default_factory=dict, repr=False)

    def on(self, day: dt.date) -> Texts:
        """The same texts on another day."""
        if day not in self._days:
            self._days[day] = Texts(tuple(case.on(day) for case in self.cases), self.doubt, self.needs)
        return self._days[day]


def texts_of(transition: Transition | None, case: Case) -> Texts:
    """The texts that a stream is judged by."""
    if transition is None or (applies := case.law.value(transition.applies)) == "no":
        return Texts((case,))
    guard = transition.guard(case)
    if applies == "open":
        guard = both(guard, LAW_OPEN)
    if guard == NO:
        return Texts((case,))
    earlier = case.under(law_on(case.law.program, case.law.value(transition.text_of)))
    if guard == YES:
        return Texts((earlier,))
    return Texts((case, earlier), guard.causes or Cause.REVIEW, transition.needs if Cause.EVIDENCE in guard.causes else ())


class Standing(NamedTuple):
    """How a condition stands under a law: whether its text asks for it, whether what it rests on can be read in several ways, whether
    all of that is sure."""

    asked: bool
    doubtful: bool
    sure: bool


@functools.lru_cache(maxsize=1 << 14)
def standing(condition: Condition, law: Law) -> Standing:
    """Worked out once for a law in force (`law_on`): all applicants of a day share it."""
    asked = condition.asked is None or bool(law.value(condition.asked))
    return Standing(asked, not law.doubtful.isdisjoint(condition.keys), law.surely.issuperset(condition.keys))


def alike(condition: Condition, texts: Texts) -> Hashable | None:
    """What is the same for all conditions, of any program, that find the same under these texts; None where that is not known."""
    if condition.alike is None:
        return None
    keys = [_alike(condition, case) for case in texts.cases]
    return keys[0] if all(key == keys[0] for key in keys) else None


def _alike(condition: Condition, case: Case) -> Hashable | None:
    stands = standing(condition, case.law)
    return (condition.id, condition.alike(case)) if condition.alike and stands.asked and not stands.doubtful else None


def judge(condition: Condition, texts: Texts) -> Finding | None:
    """What is found of a condition under all texts together; None where none of them asks for it."""
    if len(texts.cases) == 1:
        return _under(condition, texts.cases[0])
    answers = [_under(condition, case) for case in texts.cases]
    if all(answer is None for answer in answers):
        return None
    return agreed([answer or Finding(None) for answer in answers], texts.doubt, texts.needs)


def sure(condition: Condition, texts: Texts, finding: Finding) -> bool:
    """Whether the article, and all the parameters that the finding rests on, are sure."""
    return condition.citation.sure and finding.sure and all(standing(condition, case.law).sure for case in texts.cases)


def _under(condition: Condition, case: Case) -> Finding | None:
    stands = standing(condition, case.law)
    if not stands.doubtful:
        return condition.judge(case) if stands.asked else None
    cases = case.readings(condition.keys)
    answers = [condition.judge(one) if condition.asked is None or one.law.value(condition.asked) else None for one in cases]
    if all(answer is None for answer in answers):
        return None
    return agreed([answer or Finding(None) for answer in answers], Cause.LAW)


def agreed(findings: Sequence[Finding], doubt: Cause, needs: tuple[Need, ...] = ()) -> Finding:
    """What all the findings say alike; unknown, for ``doubt``, where they differ."""
    first = findings[0]
    if len(findings) == 1:
        return first
    verdicts = [finding.verdict or YES for finding in findings]
    if all(finding.verdict is None for finding in findings):
        return first
    settled, indicated = _common([one.settled for one in verdicts]), _common([one.indicated for one in verdicts])
    voting = [finding for finding in findings if finding.verdict is not None]
    strict = min(voting, key=lambda finding: _STRICTEST_FIRST.index((finding.verdict or YES).settled))
    if settled is not Outcome.UNKNOWN:
        return strict._replace(verdict=Verdict(settled, indicated))
    causes = Cause.NONE
    for verdict in verdicts:
        causes = together(causes, verdict.causes)
    shown = next((finding for finding in voting if (finding.verdict or YES).settled is Outcome.UNKNOWN), None)
    if any(verdict.settled is not verdicts[0].settled for verdict in verdicts):
        causes = together(causes, doubt)
        lacking = shown.needs if shown else ()
        return (shown or strict)._replace(verdict=Verdict(settled, indicated, causes), needs=(*needs, *lacking), strictest=strict)
    return (shown or strict)._replace(verdict=Verdict(settled, indicated, causes))


def _common(outcomes: Sequence[Outcome]) -> Outcome:
    return outcomes[0] if all(outcome is outcomes[0] for outcome in outcomes) else Outcome.UNKNOWN
