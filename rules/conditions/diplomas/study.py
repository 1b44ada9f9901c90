"""Diplomas: what one must be, how long ago it was obtained, how it was studied for, the work done after it.

One diploma must hold all that a stream asks of it, so that it is chosen once, for each reading, like the job relied on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from rules.conditions.diplomas.qualities import Quality
from rules.conditions.diplomas.weighing import Weighed, both_readings, is_sure, name_of, needs_of, why_of
from rules.conditions.experience import Months
from rules.core.case import Case
from rules.core.changes import coming, passing
from rules.core.days import Day, add_months
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.outcome import NO, UNKNOWN, YES, Cause, Outcome, Verdict, all_of, both, reviewed
from rules.core.readings import agreed
from rules.facts import Study

WorkAfter = Callable[[Study | None], tuple[Months, ...]]  # all that may be the one asked, where the diploma does not tell


@dataclass(frozen=True, slots=True, eq=False)
class Diploma:
    """What a stream asks of the diploma relied on; its methods make the conditions that look at it.

    ``within``: parameter, the months before lodging in which it was obtained; ``until``: parameter, the last day for it, or false;
    ``ahead``: parameter, the months after lodging in which it may still be obtained (none: it must be there on that day);
    ``beside``: what is asked of it in conditions of their own, each with the parameter that says whether it is; ``work``: the
    work asked for with it, where ``work_asked`` (parameter); ``work_after``: parameter, whether only work after it counts.
    """

    qualities: tuple[Quality, ...]
    within: str | None = None
    until: str | None = None
    ahead: str | None = None
    beside: tuple[tuple[Quality, str | None], ...] = ()
    work: WorkAfter | None = None
    work_asked: str | None = None
    work_after: str | None = None

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The parameters of the diploma itself."""
        return (*(key for quality in self.qualities for key in quality.rests_on), *((self.ahead,) if self.ahead else ()))

    def education(self, cite: Citation) -> Condition:
        """The diploma itself, whatever its age."""

        def judge(case: Case) -> Finding:
            weighed = self.weighed(case)
            return self._finding(weighed, case) if weighed else self._none(case)

        return Condition("education", cite, judge, self.rests_on, days=self.days)

    def recency(self, cite: Citation) -> Condition:
        """Obtained in the look-back, the same day of the month included; does not apply where no diploma suits."""

        def judge(case: Case) -> Finding:
            months, weighed = case.law.number(self.within or ""), self.weighed(case)
            if (other := self._no_diploma(weighed, case)) is not None:
                return other
            until = self._until(case)
            chosen, verdict = both_readings(weighed, lambda one: one.recent)
            study, oldest = chosen.study, add_months(case.day, -months)
            required = {"within_months": months} | ({"until": until.isoformat()} if until else {})
            if study is None or study.conferred_on is None:
                return Finding(verdict, "undated", {"months": months}, required, needs=needs_of(chosen, ["conferred_on"]))
            return Finding(
                verdict,
                "by_a_day" if until else "",
                {"conferred": study.conferred_on, "oldest": oldest, "months": months, "until": until},
                required,
                {"conferred_on": str(study.conferred_on)},
                study.evidence,
                needs_of(chosen, ["conferred_on"]),
                borderline=study.conferred_on.near(oldest),
            )

        keys = (self.within or "", *((self.until,) if self.until else ()))
        return Condition("diploma_recency", cite, judge, keys, days=self.days)

    def condition(self, cite: Citation, quality: Quality, identifier: str) -> Condition:
        """One quality told apart, of the diploma relied on; does not apply where no diploma suits."""

        def judge(case: Case) -> Finding:
            weighed = self.weighed(case)
            if (other := self._no_diploma(weighed, case)) is not None:
                return other
            chosen, verdict = both_readings(weighed, lambda one: one.beside[quality.name])
            study = chosen.study
            if study is None:
                return Finding(verdict, "nothing", needs=(Need("education", "education.more"),))
            found = {key: value for key in quality.facts if (value := getattr(study, key)) is not None}
            plain = {key: value if isinstance(value, bool | str) else float(value) for key, value in found.items()}
            share = plain.get("stayed_mainly_to_study_share")
            values = {"diploma": name_of(chosen), "share": f"{share:.0%}" if isinstance(share, float) else "?"}
            return Finding(verdict, "", values, {}, plain, study.evidence, needs_of(chosen, list(quality.facts)))

        asked = next((parameter for one, parameter in self.beside if one is quality), None)
        return Condition(identifier, cite, judge, quality.rests_on, asked, self.days)

    def work_beside(self, cite: Citation, *rests_on: str) -> Condition:
        """The work that goes with the diploma; does not apply where no diploma suits."""

        def judge(case: Case) -> Finding:
            weighed = self.weighed(case)
            if not any(one.suits().settled is not Outcome.NO for one in weighed):
                return Finding(None) if case.facts.holds_all("education") or self.work is None else self._work(None, case)
            chosen, verdict = both_readings(weighed, lambda one: one.worked())
            unleveled = chosen.study is not None and chosen.study.level is None
            asked = ["level", "conferred_on"] if unleveled else ["conferred_on"]
            return chosen.work._replace(verdict=verdict, needs=chosen.work.needs or needs_of(chosen, asked))

        keys = (*rests_on, *((self.work_after,) if self.work_after else ()))
        return Condition("work_experience", cite, judge, keys, self.work_asked, self.days)

    def held_recently(self, cite: Citation, reason: str) -> Condition:
        """Such a diploma, obtained in the look-back; ``reason``: key of the sentences, by what was found."""

        def judge(case: Case) -> Finding:
            weighed = self.weighed(case)
            if not weighed:
                found = self._none(case)
                return found._replace(reason=f"{reason}.{found.word}", values={"diploma": "?", "conferred": "?"})
            chosen, verdict = both_readings(weighed, lambda one: all_of([one.suits(), one.recent]))
            word, study = verdict.settled.word, chosen.study
            values = {"diploma": name_of(chosen), "conferred": (study and study.conferred_on) or "?"}
            needs = needs_of(chosen, [key for key in ("level", "conferred_on") if getattr(study, key, None) is None])
            return Finding(verdict, f"{reason}.{word}", values, {}, {}, study.evidence if study else (), needs)

        return Condition("education", cite, judge, (*self.rests_on, self.within or ""), days=self.days)

    def days(self, case: Case) -> set[dt.date]:
        """The days to come on which a diploma is obtained, grows too old, or the work beside it is reached or lost."""

        def work_out() -> set[dt.date]:
            studies = case.facts.education or ()
            dates = [study.conferred_on for study in studies]
            ends = [study.end_date for study in studies if isinstance(study.end_date, Day)]
            ahead = case.law.number(self.ahead) if self.ahead else 0
            found = coming([day.later(-ahead) for day in (*dates, *ends) if day])
            found |= passing(dates, case.law.number(self.within)) if self.within else set()
            if any(quality.daily for quality in self.qualities):
                found |= coming([study.start_date for study in studies])
            if self.work and (self.work_asked is None or case.law.value(self.work_asked)):
                for study in studies:
                    after = study.conferred_on if self._after(case) else None
                    found |= {day for work in self.work(study) for day in work.days(case, after)}
            return found

        return case.once(("days", self), work_out)

    def weighed(self, case: Case) -> tuple[Weighed, ...]:
        """Every diploma with its answers; none where nothing is on file and something may be."""

        def work_out() -> tuple[Weighed, ...]:
            studies: list[Study | None] = list(case.facts.education or ())
            if not case.facts.holds_all("education"):
                studies.append(None)
            return tuple(self._weigh(index, study, case) for index, study in enumerate(studies)) if studies != [None] else ()

        return case.once(("diplomas", self), work_out)

    def _weigh(self, index: int, study: Study | None, case: Case) -> Weighed:
        asked = [quality for quality, parameter in self.beside if parameter is None or case.law.value(parameter)]
        if study is None:
            names = {quality.name: UNKNOWN for quality in self.qualities}
            return Weighed(index, None, names, UNKNOWN, {quality.name: UNKNOWN for quality in asked}, self._work(None, case))
        answers = {quality.name: self._answer(quality, study, case) for quality in self.qualities}
        answers["obtained"] = reviewed(_obtained(study, self._by(case)), study.status)
        beside = {quality.name: self._answer(quality, study, case) for quality in asked}
        return Weighed(index, study, answers, self._recent(study, case), beside, self._work(study, case))

    @staticmethod
    def _answer(quality: Quality, study: Study, case: Case) -> Verdict:
        once = case.once if quality.daily else case.once_for_all
        return once((quality, id(study)), lambda: reviewed(quality.judge(study, case), study.status))

    def _recent(self, study: Study, case: Case) -> Verdict:
        if self.within is None:
            return YES
        if study.conferred_on is None:
            return reviewed(UNKNOWN, study.status)
        recent = study.conferred_on.on_or_after(add_months(case.day, -case.law.number(self.within)))
        until = self._until(case)
        return reviewed(both(recent, study.conferred_on.on_or_before(until)) if until else recent, study.status)

    def _by(self, case: Case) -> dt.date:
        """The day by which it must be obtained."""
        return add_months(case.day, case.law.number(self.ahead)) if self.ahead else case.day

    def _until(self, case: Case) -> dt.date | None:
        """The last day for the diploma, where the text sets one."""
        return (case.law.value(self.until) or None) if self.until else None

    def _after(self, case: Case) -> bool:
        return self.work_after is None or bool(case.law.value(self.work_after))

    def _work(self, study: Study | None, case: Case) -> Finding:
        if self.work is None or (self.work_asked and not case.law.value(self.work_asked)):
            return Finding(YES)
        if study is None or (study.conferred_on is None and self._after(case)):
            return agreed([_unproved(work.finding(case)) for work in self.work(study)], Cause.EVIDENCE)
        after = study.conferred_on if self._after(case) else None
        return agreed([work.finding(case, after, study.status) for work in self.work(study)], Cause.EVIDENCE)

    def _no_diploma(self, weighed: tuple[Weighed, ...], case: Case) -> Finding | None:
        """What to answer where no diploma can be asked; None where one can."""
        if not weighed:
            return Finding(None) if case.facts.holds_all("education") else self._none(case)
        return Finding(None) if all(one.suits().settled is Outcome.NO for one in weighed) else None

    def _none(self, case: Case) -> Finding:
        if case.facts.holds_all("education"):
            return Finding(NO, "none")
        return Finding(UNKNOWN, "nothing", needs=(Need("education", "education"),))

    def _finding(self, weighed: tuple[Weighed, ...], case: Case) -> Finding:
        chosen, verdict = both_readings(weighed, lambda one: one.suits())
        study = chosen.study
        if study is None:
            return Finding(verdict, "nothing", needs=(Need("education", "education.more"),))
        unknown = [name for name, answer in chosen.answers.items() if answer.settled is Outcome.UNKNOWN]
        keys = {quality.name: quality.facts for quality in self.qualities} | {"obtained": ("conferred_on",)}
        lacking = [key for name in unknown for key in keys[name] if getattr(study, key) is None or (key == "country" and not study.placed)]
        found = {key: value for key in ("level", "country", "field") if (value := getattr(study, key)) is not None}
        found |= {"conferred_on": str(study.conferred_on)} if study.conferred_on else {}
        return Finding(
            verdict,
            values={"diploma": name_of(chosen), "why": why_of(chosen, verdict.settled)},
            found={"diploma": f"education[{chosen.index}]"} | found,
            evidence=study.evidence,
            sure=is_sure(chosen, study),
            needs=self._needs(chosen, study, lacking, case, contradictory=Cause.REVIEW in verdict.causes),
            borderline=bool(study.conferred_on and study.conferred_on.near(case.day)),
        )

    def _needs(self, chosen: Weighed, study: Study, lacking: list[str], case: Case, *, contradictory: bool) -> tuple[Need, ...]:
        """What to ask of the diploma, and of others where one of its answers hangs on them."""
        open_ = [quality for quality in self.qualities if chosen.answers[quality.name].settled is Outcome.UNKNOWN]
        others = tuple(need for quality in open_ if quality.asks for need in quality.asks(study, case))
        return (*needs_of(chosen, lacking, contradictory=contradictory and not others), *others)


def _obtained(study: Study, day: dt.date) -> Verdict:
    if study.conferred_on is not None:
        return study.conferred_on.on_or_before(day)
    last = study.end_date
    return NO if last == "present" or (isinstance(last, Day) and last.first > day) else UNKNOWN  # Nobody has it before the end.


def _unproved(finding: Finding) -> Finding:
    """Months counted without knowing the diploma they must follow: enough of them proves nothing, too few settles it."""
    verdict = finding.verdict or UNKNOWN
    if verdict.settled is Outcome.NO:
        return finding
    months = (finding.found or {}).get("months")
    most = [months[1]] if isinstance(months, list) else []
    reason = "undated" if verdict.settled is Outcome.YES else finding.reason
    return finding._replace(verdict=both(verdict, UNKNOWN), reason=reason, found={"months": [0.0, *most]})
