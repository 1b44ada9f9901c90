"""Occupations: listed codes, levels of skill, the main occupation of the PSTQ; by the edition of the NOC that the day asks for."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from rules.classification import in_edition, is_unit_group, misread
from rules.conditions.traits import Trait
from rules.core.case import Case
from rules.core.finding import Citation, Condition, Finding, Need
from rules.core.law import Law
from rules.core.outcome import CONTRADICTORY, LAW_OPEN, NO, UNKNOWN, YES, Verdict, both, opposite, plain, reviewed, stated
from rules.facts import Job, MainOccupation

Lists = Mapping[str, Any]


def occupation(codes: str, name: str = "occupation") -> Trait:
    """A code of the list ``codes`` (parameter) in the edition of the NOC in force, else in the other where it is one to one.

    The parameter holds ``noc_2016`` and ``noc_2021``; ``unsettled_<edition>``: codes that the text is not known to take or leave;
    ``mixed_<edition>``: codes that became several, or came of several, in the other edition; ``titled``: codes of which only some
    titles count; ``kin_<edition>``: first figures of codes near the listed ones, where the text only says "relevant". A code that the
    classification does not have was misread.
    """

    def judge(job: Job, law: Law) -> Verdict:
        lists, edition, other = law.value(codes), *_editions(law)
        code, foreign = getattr(job, f"noc_{edition}"), getattr(job, f"noc_{other}")
        given = code or foreign
        if given is None:
            return UNKNOWN
        if misread(given):
            return CONTRADICTORY
        found = _listed(code, lists, edition) if code else _carried_over(foreign, lists, other)
        titled = lists.get("titled")
        return both(found, _titled(job.title, titled)) if titled and given in titled["codes"] else found

    def lacks(job: Job, law: Law) -> tuple[str, ...]:
        titled = law.value(codes).get("titled")
        return ("title",) if titled and {job.noc_2016, job.noc_2021} & set(titled["codes"]) else ("noc",)

    return Trait(name, ("noc",), judge, (codes,), lacks=lacks)


def _editions(law: Law) -> tuple[str, str]:
    edition = str(law.value("noc_edition"))
    return edition, "2016" if edition == "2021" else "2021"


def _listed(code: str, lists: Lists, edition: str) -> Verdict:
    if code in lists[f"noc_{edition}"]:
        return YES
    if code in lists.get(f"unsettled_{edition}", ()) or code[0] in lists.get(f"kin_{edition}", ()):
        return LAW_OPEN
    return NO


def _carried_over(code: str, lists: Lists, edition: str) -> Verdict:
    if code in lists.get(f"mixed_{edition}", ()) or code in lists.get(f"unsettled_{edition}", ()):
        return UNKNOWN
    return _listed(code, lists, edition)


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


MANAGEMENT = "0"
LETTERS_2016 = {"0": "A", "1": "A", "2": "B", "3": "B", "4": "C", "5": "C", "6": "D", "7": "D"}
TEERS = "012345"


def skill_level(code: str) -> str | None:
    """Of NOC 2016 (four figures) 0, A, B, C or D; of NOC 2021 (five) the TEER, 0 to 5. None: no unit group of the classification."""
    if not is_unit_group(code):
        return None
    if len(code) == 5:
        return code[1]
    return MANAGEMENT if code[0] == MANAGEMENT else LETTERS_2016[code[1]]


def level_of(levels: str) -> Trait:
    """An occupation of one of the ``levels`` (parameter): ``noc_<edition>``, and ``unsettled_<edition>`` as in :func:`occupation`.

    The levels of one edition do not carry over to the other: it is the code that does, where the other's can only be one.
    """

    def judge(job: Job, law: Law) -> Verdict:
        return _level(code_of(job, law), law.value(levels), law)

    return Trait("occupation", ("noc",), judge, (levels,))


def code_of(job: Job, law: Law) -> str | None:
    """The job's code in the edition of the NOC in force, or what the other edition's surely became; a code that is none stays as it is."""
    edition, other = _editions(law)
    code, foreign = getattr(job, f"noc_{edition}"), getattr(job, f"noc_{other}")
    return foreign if code is None and misread(foreign) else in_edition(edition, code, foreign)


def _level(code: str | None, lists: Lists, law: Law) -> Verdict:
    if code is None:
        return UNKNOWN
    found, edition = skill_level(code), _editions(law)[0]
    if found is None:
        return CONTRADICTORY
    if found in lists.get(f"unsettled_{edition}", ()):
        return LAW_OPEN
    return plain(found in lists[f"noc_{edition}"])


def of_the_main_occupation(job: Job, main: MainOccupation | None) -> Verdict:
    """Whether a job is in the unit group of the main occupation."""
    if main is None or main.noc_2021 is None or job.noc_2021 is None:
        return UNKNOWN
    if misread(main.noc_2021) or misread(job.noc_2021):
        return CONTRADICTORY
    return reviewed(plain(job.noc_2021 == main.noc_2021), main.status)


MAIN = "applicant.main_occupation"


def main_needs(main: MainOccupation | None, keys: Sequence[str]) -> tuple[Need, ...]:
    """What to ask of the main occupation: itself, its review, or those of ``keys`` that are not known."""
    if main is None:
        return (Need(MAIN, "main_occupation"),)
    if main.status != "confirmed" or misread(main.noc_2021):
        return (Need(MAIN, "review.main_occupation"),)
    return tuple(Need(f"{MAIN}.{key}", f"main_occupation.{key}") for key in keys if getattr(main, key) is None)


def teers_of(case: Case) -> tuple[str, ...]:
    """The TEER of the main occupation; all that it may be where its code is not known or not confirmed."""
    main = case.facts.applicant.main_occupation
    if main is None or main.noc_2021 is None or main.status != "confirmed":
        return tuple(TEERS)
    return (skill_level(main.noc_2021) or "",) if skill_level(main.noc_2021) else tuple(TEERS)


RULED = {
    True: {"fr": "réglementée", "en": "regulated"},
    False: {"fr": "non réglementée", "en": "not regulated"},
    None: {"fr": "réglementée ou non, on ne le sait pas", "en": "whether regulated is not known"},
}


def main_occupation(cite: Citation, levels: str, *, regulated: bool) -> Condition:
    """The occupation that the application rests on: its TEER among ``levels`` (parameter), and regulated or not as asked."""

    def judge(case: Case) -> Finding:
        main = case.facts.applicant.main_occupation
        allowed = case.law.value(levels)
        required = {"teer": list(allowed["noc_2021"]), "regulated": regulated}
        if main is None:
            return Finding(UNKNOWN, "nothing", required=required, needs=main_needs(None, ()))
        ruled = stated(main.regulated)
        any_level = main.noc_2021 is None and set(allowed["noc_2021"]) == set(TEERS)
        answers = [] if any_level else [reviewed(_level(main.noc_2021, allowed, case.law), main.status)]
        answers.append(reviewed(ruled if regulated else opposite(ruled), main.status))
        verdict = both(*answers)
        found = {key: value for key in ("title", "noc_2021", "noc_2016", "regulated") if (value := getattr(main, key)) is not None}
        values = {
            "job": main.title or main.noc_2021 or "?",
            "noc": main.noc_2021 or "?",
            "teer": (main.noc_2021 and skill_level(main.noc_2021)) or "?",
            "teers": list(allowed["noc_2021"]),
            "regulated": RULED[main.regulated],
            "wanted": RULED[regulated],
        }
        needs = main_needs(main, ("noc_2021", "regulated"))
        return Finding(verdict, f"main.{verdict.settled.word}", values, required, found, main.evidence, needs)

    return Condition("occupation", cite, judge, (levels,))
