"""What can be asked of one job: full-time, paid, in Québec, of a listed occupation. Each answer is three-valued."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rules.core.law import Law
from rules.core.outcome import CONTRADICTORY, LAW_OPEN, NO, UNKNOWN, YES, Cause, Verdict, all_of, any_of, both, plain, stated
from rules.facts import Job


@dataclass(frozen=True, slots=True)
class Trait:
    """A question about a job. ``facts``: the keys that answer it; ``noc`` stands for the code of the edition in force."""

    name: str
    facts: tuple[str, ...]
    judge: Callable[[Job, Law], Verdict]
    rests_on: tuple[str, ...] = ()
    parts: tuple[Trait, ...] = ()

    def missing(self, job: Job, law: Law) -> list[str]:
        """The keys that could answer: those that the job lacks; if none, those whose value is too vague."""
        if Cause.EVIDENCE not in self.judge(job, law).causes:
            return []
        if self.parts:
            return [key for part in self.parts for key in part.missing(job, law)]
        keys = [f"noc_{law.value('noc_edition')}" if key == "noc" else key for key in self.facts]
        return [key for key in keys if getattr(job, key) is None] or keys


def every(name: str, *traits: Trait) -> Trait:
    """All of some traits."""
    return _joined(name, traits, lambda job, law: all_of(trait.judge(job, law) for trait in traits))


def either(name: str, *traits: Trait) -> Trait:
    """Any of some traits."""
    return _joined(name, traits, lambda job, law: any_of(trait.judge(job, law) for trait in traits))


def _joined(name: str, traits: Sequence[Trait], judge: Callable[[Job, Law], Verdict]) -> Trait:
    facts = tuple(dict.fromkeys(fact for trait in traits for fact in trait.facts))
    return Trait(name, facts, judge, tuple(key for trait in traits for key in trait.rests_on), tuple(traits))


def full_time(hours: str) -> Trait:
    """At least ``hours`` (parameter) paid hours a week; without hours, the paper's own words. Where both disagree: review."""

    def judge(job: Job, law: Law) -> Verdict:
        if job.hours_per_week is None:
            return stated(job.full_time)
        enough = job.hours_per_week >= law.number(hours)
        return CONTRADICTORY if job.full_time not in (None, enough) else plain(enough)

    return Trait("full_time", ("hours_per_week",), judge, (hours,))


def _inside(job: Job, country: str, province: str) -> Verdict:
    if job.place is None or job.place == country:  # Somewhere in Canada may be in Québec or not.
        return UNKNOWN
    return plain(job.place == province)


PAID = Trait("paid", ("paid",), lambda job, law: stated(job.paid))
LEGAL = Trait("legal", ("legal",), lambda job, law: stated(job.legal))
IN_QUEBEC = Trait("place", ("place",), lambda job, law: _inside(job, "CA", "CA-QC"))
OUTSIDE_QUEBEC = Trait("place", ("place",), lambda job, law: _other(_inside(job, "CA", "CA-QC")))
NO_INTERNSHIP = Trait(
    "internship", ("internship",), lambda job, law: UNKNOWN if job.internship is None else plain(job.internship == "none")
)
INDEPENDENT = every(
    "control",
    Trait("self_employed", ("self_employed",), lambda job, law: _other(stated(job.self_employed))),
    Trait("employer_controlled", ("employer_controlled",), lambda job, law: _other(stated(job.employer_controlled))),
)


def _other(verdict: Verdict) -> Verdict:
    return NO if verdict == YES else YES if verdict == NO else verdict


def industry(prefixes: str) -> Trait:
    """A NAICS code under one of the ``prefixes`` (parameter); a code too short to tell is unknown."""

    def judge(job: Job, law: Law) -> Verdict:
        code = job.naics
        if code is None:
            return UNKNOWN
        listed = law.words(prefixes)
        if any(code.startswith(prefix) for prefix in listed):
            return YES
        return UNKNOWN if any(prefix.startswith(code) for prefix in listed) else NO

    return Trait("sector", ("naics",), judge, (prefixes,))


def occupation(codes: str) -> Trait:
    """A code of the list ``codes`` (parameter) in the edition of the NOC in force, else in the other where it is one to one.

    The parameter holds ``noc_2016`` and ``noc_2021``; ``unsettled_<edition>``: codes that the text is not known to take or leave;
    ``mixed_<edition>``: codes that became several, or came of several, in the other edition; ``titled``: codes of which only some
    titles count.
    """

    def judge(job: Job, law: Law) -> Verdict:
        lists, edition = law.value(codes), str(law.value("noc_edition"))
        other = "2016" if edition == "2021" else "2021"
        code, foreign = getattr(job, f"noc_{edition}"), getattr(job, f"noc_{other}")
        if code is None and foreign is None:
            return UNKNOWN
        found = _listed(code, lists, edition) if code else _carried_over(foreign, lists, other)
        titled = lists.get("titled")
        return both(found, _titled(job.title, titled)) if titled and (code or foreign) in titled["codes"] else found

    return Trait("occupation", ("noc",), judge, (codes,))


def _listed(code: str, lists: Mapping[str, Sequence[str]], edition: str) -> Verdict:
    if code in lists.get(f"unsettled_{edition}", ()):
        return LAW_OPEN
    return plain(code in lists[f"noc_{edition}"])


def _carried_over(code: str, lists: Mapping[str, Sequence[str]], edition: str) -> Verdict:
    if code in lists.get(f"mixed_{edition}", ()) or code in lists.get(f"unsettled_{edition}", ()):
        return UNKNOWN
    return plain(code in lists[f"noc_{edition}"])


def _titled(title: str | None, groups: Mapping[str, Sequence[str]]) -> Verdict:
    """A title must hold a word of each group; with only some of them it may be the job, with none it is another."""
    if title is None:
        return UNKNOWN
    words = plain_letters(title)
    hits = [any(word in words for word in groups[group]) for group in ("deed", "thing")]
    return YES if all(hits) else UNKNOWN if any(hits) else NO


def plain_letters(text: str) -> str:
    """Lower case without accents, for comparing titles."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))
