"""Diplomas: the level, the length and the purpose of one; how long ago it was obtained; the work done after it.

One diploma must hold all that a stream asks of it, so that it is chosen once, for each reading, like the job relied on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rules.conditions.experience import Months
from rules.conditions.jobs import Lens, indicated, settled
from rules.core.case import Case
from rules.core.days import add_months
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.law import Law
from rules.core.outcome import LAW_OPEN, NO, UNKNOWN, YES, Outcome, Verdict, all_of, any_of, both, plain, reviewed
from rules.facts import Study
from rules.texts import Said, say


@dataclass(frozen=True, slots=True)
class Quality:
    """A question about a diploma; ``facts``: the keys that answer it."""

    name: str
    facts: tuple[str, ...]
    judge: Callable[[Study, Law], Verdict]
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A diploma with its answers; ``study`` None is the one that an incomplete list may leave out."""

    index: int
    study: Study | None
    answers: dict[str, Verdict]
    recent: Verdict = YES
    work: Finding = field(default_factory=lambda: Finding(YES))

    def suits(self) -> Verdict:
        """Whether it is the diploma asked for, whatever its age."""
        return all_of(self.answers.values())

    def worked(self) -> Verdict:
        """Whether enough work follows it."""
        return self.work.verdict or UNKNOWN


def level(levels: str) -> Quality:
    """One of the ``levels`` (parameter)."""

    def judge(study: Study, law: Law) -> Verdict:
        return UNKNOWN if study.level is None else plain(study.level in law.words(levels))

    return Quality("level", ("level",), judge, (levels,))


def from_quebec() -> Quality:
    """Conferred in Québec; somewhere in Canada may be."""

    def judge(study: Study, law: Law) -> Verdict:
        return UNKNOWN if study.country in (None, "CA") else plain(study.country == "CA-QC")

    return Quality("country", ("country",), judge)


def leading_to(codes: str, related: str | None = None) -> Quality:
    """Directly prepares for an occupation of ``codes``; whether ``related`` ones are enough, the text does not tell."""

    def judge(study: Study, law: Law) -> Verdict:
        if study.leads_to is None:
            return UNKNOWN
        if set(study.leads_to) & set(_all_codes(law, codes)):
            return YES
        return LAW_OPEN if related and set(study.leads_to) & set(_all_codes(law, related)) else NO

    return Quality("purpose", ("leads_to",), judge, (codes,))


def _all_codes(law: Law, key: str) -> Sequence[str]:
    lists = law.value(key)
    return (*lists["noc_2016"], *lists["noc_2021"])


def one_year(measures: str) -> Quality:
    """A program of one year full-time or more, by whichever measure the paper gives.

    The parameter holds ``months``, ``hours``, ``credits``: [sure from, excluded below]; between them both readings are allowed;
    and ``longer_by_nature``, the levels that no shorter program leads to, which count where no measure is given.
    """

    def judge(study: Study, law: Law) -> Verdict:
        table = law.value(measures)
        given = {key: getattr(study, key) for key in ("months", "hours", "credits")}
        verdicts = [
            YES if value >= table[key][0] else NO if value < table[key][1] else LAW_OPEN
            for key, value in given.items()
            if value is not None
        ]
        if not verdicts:
            return YES if study.level in table["longer_by_nature"] else UNKNOWN
        if study.months is not None and study.full_time is not True:
            # Twelve months part-time are less than a year; only hours or credits could tell.
            verdicts[0] = both(verdicts[0], UNKNOWN)
        return any_of(verdicts)

    # Not among what the condition rests on: a year told in months is sure, see _sure_length.
    return Quality("length", ("months", "full_time"), judge)


@dataclass(frozen=True, slots=True)
class Diploma:
    """The diploma that a stream asks for; its methods make the conditions that look at it.

    ``within``: parameter, the months before lodging in which it was obtained; ``work``: the work asked for after it.
    """

    qualities: tuple[Quality, ...]
    within: str | None = None
    work: Months | None = None

    def education(self, cite: Citation) -> Condition:
        """The diploma itself, whatever its age."""

        def judge(case: Case) -> Finding:
            weighed = self._weighed(case)
            if not weighed:
                return self._none(case)
            return self._finding(weighed, case)

        return Condition("education", cite, judge, tuple(key for quality in self.qualities for key in quality.rests_on))

    def recency(self, cite: Citation) -> Condition:
        """Obtained in the look-back, the same day of the month included; does not apply where no diploma suits."""

        def judge(case: Case) -> Finding:
            months, weighed = case.law.number(self.within or ""), self._weighed(case)
            if not weighed:
                return Finding(None) if case.facts.holds_all("education") else self._none(case)
            if all(one.suits().settled is Outcome.NO for one in weighed):
                return Finding(None)
            chosen, verdict = _both_readings(weighed, lambda one: one.recent)
            study, oldest = chosen.study, add_months(case.day, -months)
            if study is None or study.conferred_on is None:
                return Finding(verdict, "undated", {"months": months}, needs=_needs(chosen, ["conferred_on"]))
            return Finding(
                verdict,
                values={"conferred": study.conferred_on, "oldest": oldest, "months": months},
                required={"within_months": months},
                found={"conferred_on": str(study.conferred_on)},
                evidence=study.evidence,
                needs=_needs(chosen, ["conferred_on"]),
                borderline=study.conferred_on.near(oldest),
            )

        return Condition("diploma_recency", cite, judge, (self.within or "",))

    def work_after(self, cite: Citation) -> Condition:
        """The work that follows the diploma; does not apply where no diploma suits."""
        work = self.work
        assert work is not None, "a stream that asks for work after a diploma names it"

        def judge(case: Case) -> Finding:
            weighed = self._weighed(case)
            suits = [one for one in weighed if one.suits().settled is not Outcome.NO]
            if not suits:
                return Finding(None) if case.facts.holds_all("education") else _unproved(work.finding(case))
            chosen, verdict = _both_readings(weighed, lambda one: one.worked())
            found = chosen.work
            return Finding(
                verdict,
                found.reason,
                found.values,
                found.required,
                found.found,
                found.evidence,
                found.needs or _needs(chosen, ["conferred_on"]),
                found.borderline,
            )

        return Condition("work_experience", cite, judge, (work.need, work.within, *work.counts.rests_on))

    def _weighed(self, case: Case) -> tuple[Weighed, ...]:
        key = ("diplomas", self)
        if key not in case.memo:
            studies: list[Study | None] = list(case.facts.education or ())
            if not case.facts.holds_all("education"):
                studies.append(None)
            case.memo[key] = tuple(self._weigh(index, study, case) for index, study in enumerate(studies)) if studies != [None] else ()
        found = case.memo[key]
        assert isinstance(found, tuple)
        return found

    def _weigh(self, index: int, study: Study | None, case: Case) -> Weighed:
        work = self.work
        if study is None:
            answers = {quality.name: UNKNOWN for quality in self.qualities}
            return Weighed(index, None, answers, UNKNOWN, _unproved(work.finding(case)) if work else Finding(YES))
        answers = {quality.name: reviewed(quality.judge(study, case.law), study.status) for quality in self.qualities}
        conferred = study.conferred_on
        obtained = UNKNOWN if conferred is None else conferred.on_or_before(case.day)
        answers["obtained"] = reviewed(obtained, study.status)
        if not (self.within and work):
            return Weighed(index, study, answers)
        if conferred is None:
            return Weighed(index, study, answers, reviewed(UNKNOWN, study.status), _unproved(work.finding(case)))
        recent = conferred.on_or_after(add_months(case.day, -case.law.number(self.within)))
        return Weighed(index, study, answers, reviewed(recent, study.status), work.finding(case, conferred, study.status))

    def _none(self, case: Case) -> Finding:
        if case.facts.holds_all("education"):
            return Finding(NO, "none")
        return Finding(UNKNOWN, "nothing", needs=(Need("education", "education"),))

    def _finding(self, weighed: tuple[Weighed, ...], case: Case) -> Finding:
        chosen, verdict = _both_readings(weighed, lambda one: one.suits())
        study = chosen.study
        if study is None:
            return Finding(verdict, "nothing", needs=(Need("education", "education.more"),))
        unknown = [name for name, answer in chosen.answers.items() if answer.settled is Outcome.UNKNOWN]
        keys = {quality.name: quality.facts for quality in self.qualities} | {"obtained": ("conferred_on",)}
        lacking = [key for name in unknown for key in keys[name] if getattr(study, key) is None]
        found = {key: getattr(study, key) for key in ("level", "country", "field")} | {
            "conferred_on": study.conferred_on and str(study.conferred_on)
        }
        return Finding(
            verdict,
            values={"diploma": study.field or f"#{chosen.index + 1}", "why": _why(chosen, verdict.settled)},
            found={key: value for key, value in found.items() if value is not None} | {"diploma": f"education[{chosen.index}]"},
            evidence=study.evidence,
            sure=_sure_length(chosen, study),
            needs=_needs(chosen, lacking),
            borderline=bool(study.conferred_on and study.conferred_on.near(case.day)),
        )


def _both_readings(weighed: tuple[Weighed, ...], ask: Callable[[Weighed], Verdict]) -> tuple[Weighed, Verdict]:
    firm, likely = _best(weighed, settled), _best(weighed, indicated)
    first = ask(firm)
    return firm, Verdict(first.settled, ask(likely).indicated, first.causes)


def _best(weighed: tuple[Weighed, ...], lens: Lens) -> Weighed:
    def rank(one: Weighed) -> tuple[int, int, int, int, int]:
        parts = (one.suits(), one.recent, one.worked())
        overall = lens(all_of(parts)).value
        return overall, lens(one.suits()).value, sum(lens(part).value for part in parts), int(one.study is not None), -one.index

    return max(weighed, key=rank)


def _sure_length(chosen: Weighed, study: Study) -> bool:
    """Whether the length, where it is asked, is told in months or by the level itself, not converted from hours or credits."""
    return "length" not in chosen.answers or study.months is not None or (study.hours is None and study.credits is None)


def _unproved(finding: Finding) -> Finding:
    """Months counted without knowing the diploma they must follow: enough of them proves nothing, too few settles it."""
    verdict = finding.verdict or UNKNOWN
    return Finding(
        both(verdict, UNKNOWN) if verdict.settled is not Outcome.NO else verdict,
        "undated" if verdict.settled is Outcome.YES else finding.reason,
        finding.values,
        finding.required,
        {"months": [0.0, *_most(finding)]},
        finding.evidence,
        finding.needs,
    )


def _most(finding: Finding) -> list[float]:
    months = (finding.found or {}).get("months")
    return [months[1]] if isinstance(months, list) else []


def _needs(chosen: Weighed, facts: list[str]) -> tuple[Need, ...]:
    study, path = chosen.study, f"education[{chosen.index}]"
    if study is None:
        return (Need("education", "education.more"),)
    name = study.field or f"#{chosen.index + 1}"
    if study.status != "confirmed":
        return (Need(path, "review.education", name),)
    return tuple(Need(f"{path}.{fact}", f"education.{fact}", name) for fact in dict.fromkeys(facts))


def _why(chosen: Weighed, outcome: Outcome) -> list[Said]:
    word = "not" if outcome is Outcome.NO else "unknown"
    return [
        say("reasons", f"diploma_parts.{name}.{word}")
        for name, answer in chosen.answers.items()
        if answer.settled is outcome is not Outcome.YES
    ]
