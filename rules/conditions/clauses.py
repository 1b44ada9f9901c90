"""Clauses that join others: either of two ways to meet a condition, and to whom an earlier text still applies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from rules.conditions.diplomas.study import Diploma
from rules.core.case import Case
from rules.core.finding import Citation, Condition, Finding
from rules.core.outcome import NO, UNKNOWN, Verdict, all_of, any_of, reviewed, stated


def either(identifier: str, cite: Citation, *ways: Condition) -> Condition:
    """Met by any of some ways; what is told is the way that goes furthest, what is asked serves any of them."""

    def judge(case: Case) -> Finding:
        asked = [way for way in ways if way.asked is None or case.law.value(way.asked)]
        found = [finding for way in asked if (finding := way.judge(case)).verdict is not None]
        if not found:
            return Finding(None)
        verdict = any_of([finding.verdict for finding in found if finding.verdict])
        best = max(found, key=_how_far)
        return best._replace(verdict=verdict, needs=tuple(need for finding in found for need in finding.needs))

    def days(case: Case) -> set[dt.date]:
        return {day for way in ways for day in way.days(case)}

    keys = tuple(key for way in ways for key in (*way.rests_on, *((way.asked,) if way.asked else ())))
    return Condition(identifier, cite, judge, tuple(dict.fromkeys(keys)), days=days)


def _how_far(finding: Finding) -> tuple[int, int, float]:
    """How far a way goes: by its verdict, then by the part of the months asked that may be there."""
    months, asked = (finding.found or {}).get("months"), (finding.required or {}).get("months")
    part = months[-1] / asked if isinstance(months, list) and isinstance(asked, int) and asked else 0.0
    return *(finding.verdict or NO).rank(), part


def stated_of_applicant(fact: str) -> Callable[[Case], Verdict]:
    """Whether the applicant says so."""

    def guard(case: Case) -> Verdict:
        given = getattr(case.facts.applicant, fact)
        return UNKNOWN if given is None else stated(given.value, given.status)

    return guard


def issued_before(diploma: Diploma, day: str) -> Callable[[Case], Verdict]:
    """Whether a diploma that suits, and is recent enough, was issued before ``day`` (parameter)."""

    def guard(case: Case) -> Verdict:
        last = case.law.value(day) - dt.timedelta(days=1)
        weighed = diploma.weighed(case)
        answers = [UNKNOWN] if not weighed and not case.facts.holds_all("education") else []
        for one in weighed:
            date = one.study.conferred_on if one.study else None
            before = UNKNOWN if date is None else date.on_or_before(last)
            answers.append(all_of([one.suits(), one.recent, reviewed(before, one.study.status if one.study else "confirmed")]))
        return any_of(answers)

    return guard
