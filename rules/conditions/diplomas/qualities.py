"""What can be asked of one diploma: level, place, length, purpose, language, stay. Each answer is three-valued."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rules.core.case import Case
from rules.core.days import Day
from rules.core.finding import Need
from rules.core.law import Law
from rules.core.outcome import CONTRADICTORY, LAW_OPEN, NO, UNKNOWN, YES, Outcome, Verdict, any_of, both, opposite, plain, reviewed, stated
from rules.facts import Study

QUEBEC = "CA-QC"


@dataclass(frozen=True, slots=True, eq=False)
class Quality:
    """A question about a diploma; ``facts``: the keys that answer it.

    ``daily``: the answer hangs on the lodging day; ``asks``: what else to ask, of other entries, while it is unknown.
    """

    name: str
    facts: tuple[str, ...]
    judge: Callable[[Study, Case], Verdict]
    rests_on: tuple[str, ...] = ()
    daily: bool = False
    asks: Callable[[Study, Case], tuple[Need, ...]] | None = None


def level(levels: str, unsettled: str | None = None) -> Quality:
    """One of the ``levels`` (parameter); of the ``unsettled`` ones (parameter) the text does not tell."""

    def judge(study: Study, case: Case) -> Verdict:
        if study.level is None:
            return UNKNOWN
        if unsettled and study.level in case.law.words(unsettled):
            return LAW_OPEN
        return plain(study.level in case.law.words(levels))

    return Quality("level", ("level",), judge, (levels, *((unsettled,) if unsettled else ())))


def _from_quebec(study: Study) -> Verdict:
    return UNKNOWN if study.country in (None, "CA") else plain(study.country == QUEBEC)


def from_quebec() -> Quality:
    """Conferred in Québec; somewhere in Canada may be."""
    return Quality("country", ("country",), lambda study, case: _from_quebec(study))


def leading_to(codes: str, related: str | None = None) -> Quality:
    """Directly prepares for an occupation of ``codes``; whether ``related`` ones are enough, the text does not tell."""

    def judge(study: Study, case: Case) -> Verdict:
        if study.leads_to is None:
            return UNKNOWN
        if set(study.leads_to) & set(_all_codes(case.law, codes)):
            return YES
        return LAW_OPEN if related and set(study.leads_to) & set(_all_codes(case.law, related)) else NO

    return Quality("purpose", ("leads_to",), judge, (codes,))


def _all_codes(law: Law, key: str) -> Sequence[str]:
    lists = law.value(key)
    return (*lists["noc_2016"], *lists["noc_2021"])


def to_a_profession(natures: str) -> Quality:
    """Leads directly to some profession.

    The parameter holds ``yes`` and ``no``: levels that by their nature lead to a trade, or never do; ``no_in_quebec``: those that
    do not where conferred in Québec. Of all others the paper must tell.
    """

    def judge(study: Study, case: Case) -> Verdict:
        table = case.law.value(natures)
        if study.level in table["yes"] or study.level in table["no"]:
            return plain(study.level in table["yes"])
        told = UNKNOWN if study.leads_to is None else plain(bool(study.leads_to))
        if study.level is None:  # Some levels lead to a trade whatever the paper names, some never do.
            return UNKNOWN
        return both(told, opposite(_from_quebec(study))) if study.level in table["no_in_quebec"] else told

    return Quality("profession", ("leads_to", "level"), judge, (natures,))


def full_time_study(asked: str) -> Quality:
    """Full-time study, where ``asked`` (parameter); whether part-time bars, only summaries tell."""

    def judge(study: Study, case: Case) -> Verdict:
        if not case.law.value(asked):
            return YES
        return any_of([stated(study.full_time), UNKNOWN if study.full_time is None else LAW_OPEN])

    return Quality("full_time", ("full_time",), judge)


def one_year(measures: str, *, by_place: bool = False) -> Quality:
    """A program of one year full-time or more, by whichever measure the paper gives.

    The parameter holds ``months``, ``hours``, ``credits``: [sure from, excluded below]; between them both readings are allowed;
    and ``longer_by_nature``, the levels that no shorter program leads to, which count where no measure is given. Where it holds
    ``quebec`` (``by_place``), the hours (or credits, of a university) of a diploma from Québec decide alone.
    """

    def judge(study: Study, case: Case) -> Verdict:
        table = case.law.value(measures)
        here, elsewhere = _year_in_quebec(study, table), _year_by_any_measure(study, table)
        if not table.get("quebec") or here == elsewhere:
            return elsewhere
        conferred_here = _from_quebec(study)
        return UNKNOWN if conferred_here == UNKNOWN else here if conferred_here == YES else elsewhere

    # Not among what the condition rests on: a year told in months is sure, see Diploma.
    return Quality("length", ("months", "full_time", "hours", *(("country",) if by_place else ())), judge)


def _year_by_any_measure(study: Study, table: Mapping[str, Any]) -> Verdict:
    verdicts = _measured(study, table, ("months", "hours", "credits"))
    if not verdicts:
        return YES if study.level in table["longer_by_nature"] else UNKNOWN
    if YES in verdicts and NO in verdicts:
        return CONTRADICTORY  # A year by one measure and far from it by another: somebody has to look.
    return any_of(verdicts)


def _year_in_quebec(study: Study, table: Mapping[str, Any]) -> Verdict:
    verdicts = _measured(study, table, ("hours", "credits"))
    if not verdicts:
        return YES if study.level in table["longer_by_nature"] else UNKNOWN
    return any_of(verdicts)


def _measured(study: Study, table: Mapping[str, Any], measures: Sequence[str]) -> list[Verdict]:
    given = {key: value for key in measures if (value := getattr(study, key)) is not None}
    verdicts = {key: YES if value >= table[key][0] else NO if value < table[key][1] else LAW_OPEN for key, value in given.items()}
    if "months" in verdicts and study.full_time is not True:
        # Twelve months part-time are less than a year; only hours or credits could tell.
        verdicts["months"] = both(verdicts["months"], UNKNOWN)
    return list(verdicts.values())


def not_too_short(floors: str) -> Quality:
    """Where hours or credits are told and below the floor of the level (parameter), only summaries say that it is too short."""

    def judge(study: Study, case: Case) -> Verdict:
        floor: Mapping[str, int] = case.law.value(floors).get(study.level, {})
        short = [key for key, least in floor.items() if (value := getattr(study, key)) is not None and value < least]
        return LAW_OPEN if short else YES

    return Quality("volume", ("hours",), judge)


def of_the_list(levels: str) -> Quality:
    """A diploma of the PEQ: one of ``any``; of ``hours``, that many at least; of ``after``, with the hours of the one before it.

    The parameter (a table) may add ``list_unknown``: the text also wants the program on a list that is not known.
    """

    def judge(study: Study, case: Case) -> Verdict:
        table = case.law.value(levels)
        found = _of_the_list(study, case, table)
        return both(found, LAW_OPEN) if table.get("list_unknown") else found

    return Quality("program", ("level", "hours"), judge, (levels,))


def _of_the_list(study: Study, case: Case, table: Mapping[str, Any]) -> Verdict:
    if study.level is None:
        return UNKNOWN
    if study.level in table["any"]:
        return YES
    least = table["hours"].get(study.level)
    alone = NO if least is None else UNKNOWN if study.hours is None else plain(study.hours >= least)
    before, enough = table["after"].get(study.level, ("", 0))
    return any_of([alone, _together(study, case, before, enough)]) if before else alone


def _together(study: Study, case: Case, before: str, enough: int) -> Verdict:
    """Whether some diploma of the level ``before``, obtained earlier in Québec, makes up the hours with this one."""
    answers = [UNKNOWN] if not case.facts.holds_all("education") else []
    for other in case.facts.education or ():
        if other.level != before:
            continue
        hours = UNKNOWN if None in (study.hours, other.hours) else plain((study.hours or 0) + (other.hours or 0) >= enough)
        order = UNKNOWN
        if other.conferred_on and study.conferred_on:
            order = opposite(other.conferred_on.on_or_after(study.conferred_on.last))
        answers.append(reviewed(both(hours, order, _from_quebec(other)), other.status))
    return any_of(answers)


def none_begun_since(asked: str) -> Quality:
    """No other program begun after the diploma was obtained, where ``asked`` (parameter); one that is still to begin bars nobody."""

    def others(study: Study, case: Case) -> list[tuple[int, Study]]:
        return [(index, other) for index, other in enumerate(case.facts.education or ()) if other is not study]

    def judge(study: Study, case: Case) -> Verdict:
        if not case.law.value(asked):
            return YES
        unlisted = [] if case.facts.holds_all("education") else [UNKNOWN]
        return opposite(any_of([*(_begun_since(study, other, case) for _, other in others(study, case)), *unlisted]))

    def asks(study: Study, case: Case) -> tuple[Need, ...]:
        open_ = [(index, other) for index, other in others(study, case) if _begun_since(study, other, case).settled is Outcome.UNKNOWN]
        found = tuple(_when_begun(index, other) for index, other in open_)
        return found if case.facts.holds_all("education") else (*found, Need("education", "education.begun"))

    return Quality("new_program", ("conferred_on",), judge, (asked,), daily=True, asks=asks)


def _begun_since(study: Study, other: Study, case: Case) -> Verdict:
    obtained, begun = study.conferred_on, other.start_date
    known = [day for day in (begun, other.end_date, other.conferred_on) if isinstance(day, Day)]
    if obtained and any(day.last <= obtained.first for day in known):
        return reviewed(NO, other.status)  # What was over by then had begun before.
    if obtained is None or begun is None:
        return reviewed(UNKNOWN, other.status)
    after = YES if begun.first > obtained.last else UNKNOWN
    return reviewed(both(after, begun.on_or_before(case.day)), other.status)


def _when_begun(index: int, other: Study) -> Need:
    path, name = f"education[{index}]", other.field or f"#{index + 1}"
    if other.status != "confirmed":
        return Need(path, "review.education", name)
    return Need(f"{path}.start_date", "education.start_date", name)


def studied_here(share: str) -> Quality:
    """The stay during ``share`` (parameter, in hundredths) of the program or more was in Québec, mainly to study."""

    def judge(study: Study, case: Case) -> Verdict:
        found = study.stayed_mainly_to_study_share
        return UNKNOWN if found is None else plain(found * 100 >= case.law.number(share))

    return Quality("study_stay", ("stayed_mainly_to_study_share",), judge, (share,))


def in_french(schooling: str) -> Quality:
    """A program in French, or ``schooling`` (parameter) years full-time, secondary or later, in French."""

    def judge(study: Study, case: Case) -> Verdict:
        return any_of([stated(study.in_french), _schooling(case, case.law.number(schooling))])

    return Quality("study_language", ("in_french",), judge, (schooling,))


def _schooling(case: Case, years: int) -> Verdict:
    answers = [] if case.facts.holds_all("french") else [UNKNOWN]
    for proof in case.facts.french or ():
        if proof.proof is None and proof.test is None:
            answers.append(UNKNOWN)  # A paper of which it is not known what it is.
        elif proof.proof == "schooling_in_french":
            long = UNKNOWN if proof.years_full_time is None else plain(proof.years_full_time >= years)
            high = UNKNOWN if proof.level is None else plain(proof.level != "primary")
            answers.append(reviewed(both(long, high), proof.status))
    return any_of(answers)
