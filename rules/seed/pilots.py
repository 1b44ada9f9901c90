"""One condition a line of the starting text, quoted with its line. The components of the law have the same conditions here: the text
knows none of them.

"At least 12 to 24 months depending on the program" does not say which program asks for which: 24 and 12 are both tried, and between
them the answer is unknown. "For instance" leaves the list of the food program open; the other two lists are closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rules.conditions import french, person, traits
from rules.conditions.diplomas.qualities import level, one_year
from rules.conditions.diplomas.study import Diploma
from rules.conditions.experience import Months
from rules.conditions.occupations import occupation
from rules.conditions.traits import Trait
from rules.core.case import Case
from rules.core.finding import Citation, Condition, Finding, Program, Stream
from rules.seed.profile import profile

FILE = "seeds/pilot-programs.txt"
IN_OWN_WORDS = ("met", "not_met", "unknown", "nothing")


def line(number: int, quoted: str) -> Citation:
    """A line of the starting text."""
    return Citation(f"Texte de départ, ligne {number} : « {quoted} »", f"{FILE}#L{number}")


def unlimited(condition: Condition, *reasons: str) -> Condition:
    """The same condition where the text sets no look-back: ``reasons`` are told in words that name none."""

    def judge(case: Case) -> Finding:
        finding = condition.judge(case)
        reason, required = finding.reason or finding.word, _without_look_back(finding.required)
        told = f"seed.{reason}" if reason in reasons else finding.reason
        return finding._replace(reason=told, required=required)

    return replace(condition, judge=judge, alike=None)


def _without_look_back(required: Mapping[str, object] | None) -> Mapping[str, object] | None:
    return required and {key: value for key, value in required.items() if key != "within_months"}


PROFILES = occupation("profiles")
ANY_WORK = traits.every("counts")
CARE = traits.either("counts", PROFILES, traits.every("abroad", traits.OUTSIDE_QUEBEC, occupation("care_abroad")))
DIPLOMA = Diploma((level("levels"), one_year("one_year")))


def _conditions(counts: Trait, list_of: Citation) -> tuple[Condition, ...]:
    work = Months("work_months", "work_within_months", counts)
    experience = "have a work experience of at least 12 to 24 months depending on the program"
    return (
        person.age(line(21, "be 18 years of age or over"), "age_years"),
        person.declared("stay", line(22, "have fulfilled the conditions for your stay in Quebec, if applicable"), "complied_with_stay"),
        person.declared("intent", line(23, "intend to settle in Quebec to hold a job"), "intends_to_settle_and_work"),
        DIPLOMA.education(line(24, "have obtained a diploma minimally corresponding to a high school diploma")),
        unlimited(work.condition("work_experience", line(25, experience)), *IN_OWN_WORDS),
        profile(list_of, PROFILES),
        unlimited(french.oral(line(26, "have knowledge of oral French that corresponds to Level7")), "unknown", "too_old"),
        person.declared(
            "self_sufficiency",
            line(27, "demonstrate financial self-sufficiency for at least the first three months"),
            "self_sufficiency_undertaking",
        ),
    )


def _program(name: str, streams: tuple[str, ...], conditions: tuple[Condition, ...]) -> Program:
    return Program(f"pilot_{name}", tuple(Stream(stream, conditions) for stream in streams), f"seed_{name}")


FOOD = _conditions(ANY_WORK, line(30, "In the program for workers in food processing, the profiles sought are for instance"))
ORDERLIES = _conditions(CARE, line(41, "The beneficiary attendant program recruits"))
AI_IT_VFX = _conditions(ANY_WORK, line(55, "is looking for the following profiles"))

PROGRAMS = (
    _program("food_processing", ("workers",), FOOD),
    _program("orderlies", ("work", "study_work"), ORDERLIES),
    _program(
        "ai_it_vfx",
        (
            *("ai_foreign_worker_francophone", "ai_foreign_worker_francization"),
            *("ai_quebec_graduate_francophone", "ai_quebec_graduate_francization"),
            *("it_vfx_francophone", "it_vfx_francization"),
        ),
        AI_IT_VFX,
    ),
)
