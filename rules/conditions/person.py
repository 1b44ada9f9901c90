"""Conditions on the person: age, intent, undertakings, stay. Each rests on a single fact of ``applicant``."""

from __future__ import annotations

import datetime as dt
from typing import Any

from rules.core.case import Case
from rules.core.changes import coming, passing
from rules.core.days import Day, add_months, birthday
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.outcome import LAW_OPEN, NO, UNKNOWN, YES, Verdict, any_of, both, opposite, plain, reviewed, stated
from rules.facts import Entry, Stated


def age(cite: Citation, years: str) -> Condition:
    """``years`` (parameter) or over on the lodging day, the birthday included."""

    def judge(case: Case) -> Finding:
        least, born = case.law.number(years), case.facts.applicant.birth_date
        required = {"years": least}
        if born is None:
            return Finding(UNKNOWN, values=required, required=required, needs=_need("birth_date"))
        reached = Day(birthday(born.value.first, least), birthday(born.value.last, least))
        found = _years_old(born.value, case.day)
        return Finding(
            reviewed(reached.on_or_before(case.day), born.status),
            required=required,
            found={"years": found},
            values={"years": least, "reached": reached},
            evidence=_papers(case, born),
            needs=_need("birth_date"),
            borderline=reached.near(case.day),
        )

    def days(case: Case) -> list[dt.date]:
        born = case.facts.applicant.birth_date
        return [birthday(end, case.law.number(years)) for end in (born.value.first, born.value.last)] if born else []

    return Condition("age", cite, judge, (years,), days=days, alike=lambda case: case.law.number(years))


def declared(identifier: str, cite: Citation, fact: str, *, wanted: bool = True, asked: str | None = None) -> Condition:
    """A yes-or-no fact of the applicant that must be as ``wanted``."""

    def judge(case: Case) -> Finding:
        given: Stated[bool] | None = getattr(case.facts.applicant, fact)
        if given is None:
            return Finding(UNKNOWN, needs=_need(fact))
        return Finding(
            stated(given.value is wanted, given.status),
            found={fact: given.value},
            required={fact: wanted},
            evidence=_papers(case, given),
            needs=_need(fact),
        )

    return Condition(identifier, cite, judge, asked=asked, alike=lambda case: (fact, wanted))


def one_of(identifier: str, cite: Citation, fact: str, accepted: str) -> Condition:
    """A fact of the applicant, one word out of a list, that must be among ``accepted`` (parameter)."""

    def judge(case: Case) -> Finding:
        given: Stated[str] | None = getattr(case.facts.applicant, fact)
        required = {fact: list(case.law.words(accepted))}
        if given is None:
            return Finding(UNKNOWN, required=required, needs=_need(fact))
        verdict = reviewed(plain(given.value in case.law.words(accepted)), given.status)
        return Finding(verdict, found={fact: given.value}, required=required, evidence=_papers(case, given), needs=_need(fact))

    return Condition(identifier, cite, judge, (accepted,))


def not_known(identifier: str, cite: Citation, *, asked: str | None = None) -> Condition:
    """A condition whose text is not known: nothing that is on file can settle it."""
    return Condition(identifier, cite, lambda case: Finding(LAW_OPEN, "law"), asked=asked)


def values(cite: Citation, good_for: str = "values_good_for_months", asked: str = "values_asked") -> Condition:
    """The attestation of democratic values, obtained by the lodging day and at most ``good_for`` (parameter) months old."""

    def judge(case: Case) -> Finding:
        given, months = case.facts.applicant.values_attestation, case.law.number(good_for)
        if given is None:
            return Finding(UNKNOWN, needs=_need("values_attestation"), values={"months": months})
        verdict, near = _obtained(given.value, months, case.day)
        return Finding(
            reviewed(verdict, given.status),
            found={"obtained": _plain_json(given.value)},
            required={"within_months": months},
            reason="dated" if isinstance(given.value, Day) else "",
            values={"obtained": given.value, "months": months},
            evidence=_papers(case, given),
            needs=_need("values_attestation"),
            borderline=near,
        )

    def days(case: Case) -> set[dt.date]:
        given = case.facts.applicant.values_attestation
        if given is None or not isinstance(given.value, Day):
            return set()
        return coming([given.value]) | passing([given.value], case.law.number(good_for))

    return Condition("values", cite, judge, (good_for,), asked, days, alike=lambda case: case.law.number(good_for))


def status(cite: Citation, accepted: str = "statuses", unsettled: str = "unsettled_statuses", *, if_here: bool = False) -> Condition:
    """In Québec under one of the ``accepted`` statuses (parameter); ``unsettled`` lists those of them that are only likely.

    ``if_here``: asked only of those who are in Québec.
    """

    def judge(case: Case) -> Finding:
        person, allowed = case.facts.applicant, case.law.words(accepted)
        here = stated(person.in_quebec.value, person.in_quebec.status) if person.in_quebec else UNKNOWN
        held = person.status
        holds = reviewed(plain(held.value in allowed), held.status) if held else UNKNOWN
        found = {"status": held.value if held else None, "in_quebec": person.in_quebec.value if person.in_quebec else None}
        needs = (() if held and held.status == "confirmed" else _need("status")) + (
            () if person.in_quebec and person.in_quebec.status == "confirmed" else _need("in_quebec")
        )
        if if_here and here == NO:
            return Finding(None, evidence=_papers(case, person.in_quebec))
        return Finding(
            any_of([opposite(here), holds]) if if_here else both(here, holds),
            found={key: value for key, value in found.items() if value is not None},
            required={"status": list(allowed), "in_quebec": True},
            needs=needs,
            evidence=_papers(case, held, person.in_quebec),
            sure=not (held and held.value in case.law.words(unsettled)),
        )

    def alike(case: Case) -> tuple[object, ...]:
        return if_here, case.law.words(accepted), case.law.words(unsettled)

    return Condition("status", cite, judge, (accepted,), alike=alike)


def _need(fact: str) -> tuple[Need, ...]:
    return (Need(f"applicant.{fact}", fact),)


def _papers(case: Case, *facts: Entry | None) -> tuple[str, ...]:
    """The evidence beside each fact, and that beside the applicant as a whole."""
    return tuple(one for fact in facts if fact for one in fact.evidence) + case.facts.applicant.evidence


def _obtained(given: Day | bool, months: int, today: dt.date) -> tuple[Verdict, bool]:
    if isinstance(given, bool):
        return (YES if given else NO), False
    oldest = add_months(today, -months)
    return both(given.on_or_before(today), given.on_or_after(oldest)), given.near(today) or given.near(oldest)


def _years_old(born: Day, today: dt.date) -> list[int]:
    return [max(0, today.year - date.year - (birthday(date, today.year - date.year) > today)) for date in (born.last, born.first)]


def _plain_json(value: Any) -> str | bool:
    return value if isinstance(value, bool) else str(value)
