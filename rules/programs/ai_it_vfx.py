"""AI, IT and visual effects pilot (RLRQ, c. I-0.2.1, r. 8): what all share, the two profiles, then each component.

Only the opening sections were readable; the components rest on a copy of the official page of 2021 and on published summaries.
Not known, and said so: the wage tables of the ninth decile, the experience asked of graduates, the courses asked since late 2023.
"""

from __future__ import annotations

from rules.conditions import french, person, traits
from rules.conditions.clauses import either
from rules.conditions.diplomas.qualities import from_quebec, level, studied_here
from rules.conditions.diplomas.study import Diploma
from rules.conditions.experience import Months
from rules.conditions.jobs import ReliedOn
from rules.conditions.occupations import level_of, occupation
from rules.conditions.pay import by_place, ninth_decile
from rules.core.finding import Condition, Program, Stream
from rules.core.law import article

R8 = "RLRQ, c. I-0.2.1, r. 8"
HOURS = traits.full_time("full_time_hours")
PROPER = (HOURS, traits.PAID, traits.LEGAL)
CONTROL = (traits.INDEPENDENT, "control_asked")
LISTED = occupation("it_occupations")
AI_PAY = by_place("ai_salary")
GRADUATE_PAY = by_place("ai_salary", asked="graduate_salary_asked")
WAGE = ninth_decile()
STAYED = studied_here("stayed_share")

AI_JOB = ReliedOn((traits.IN_QUEBEC, *PROPER, traits.AI_SECTOR), ((AI_PAY, None), CONTROL), offers=True)
GRADUATE_JOB = ReliedOn((traits.IN_QUEBEC, *PROPER, traits.AI_SECTOR), ((GRADUATE_PAY, None), CONTROL), offers=True)
IT_JOB = ReliedOn((traits.IN_QUEBEC, *PROPER, LISTED), ((WAGE, None), CONTROL), offers=True)

SKILLED = Months("experience_months", "experience_within_months", traits.every("counts", *PROPER, level_of("experience_levels")))
RELEVANT = Months("it_months", "it_within_months", traits.every("counts", *PROPER, occupation("it_relevant")))
DEGREE = Diploma((level("ai_levels"),))
RECENT_DEGREE = Diploma((level("recent_levels"),), within="recent_within_months")
QUEBEC_DEGREE = Diploma((from_quebec(), level("graduate_levels")), within="graduate_within_months", beside=((STAYED, None),))
TECHNICAL = Diploma((level("it_levels", "it_levels_open"),))

COMMON = (
    person.status(article(f"{R8} (séjour au Québec)", "W9", sure=False), if_here=True),
    person.age(article(f"{R8} (18 ans)", "W22"), "age_years"),
    person.declared("intent", article(f"{R8} (établissement)", "W22"), "intends_to_settle_and_work"),
    person.declared("stay", article(f"{R8}, a. 6, par. 1", "R8"), "complied_with_stay", asked="stay_asked"),
    person.declared("self_sufficiency", article(f"{R8}, a. 6, par. 3", "R8"), "self_sufficiency_undertaking"),
    person.values(article("Attestation d'apprentissage des valeurs", "N5", sure=False)),
)
FRANCOPHONE = (french.oral(article(f"{R8}, a. 6, par. 2 (profil francophone)", "R8")),)
FRANCIZATION = (
    person.declared(
        "francization", article(f"{R8} (profil francisation)", "C1", sure=False), "francization_commitment", asked="courses_planned"
    ),
    person.not_known("francization", article(f"{R8} (profil francisation)", "W26", sure=False), asked="courses_unknown"),
)


def _of_the_job(job: ReliedOn, what: str, source: str) -> tuple[Condition, ...]:
    """The conditions on a job held or offered, its pay aside."""
    return (
        job.held("job_or_offer", article(f"{R8}, {what} (emploi)", source)),
        job.condition("employer_control", article(f"{R8} (contrôle de l'employeur)", "W22"), traits.INDEPENDENT),
    )


OPINION = person.declared("expert_committee", article(f"{R8}, volet IA (avis du comité)", "W9"), "expert_committee_opinion")
AI_WORKER = (
    DEGREE.education(article(f"{R8}, volet IA, travailleurs étrangers (diplôme)", "W27")),
    either(
        "work_experience",
        article(f"{R8}, volet IA, travailleurs étrangers (24 mois, ou diplôme de l'année)", "W27"),
        SKILLED.condition("work_experience", article(f"{R8}, volet IA (24 mois)", "W27")),
        RECENT_DEGREE.held_recently(article(f"{R8}, volet IA (diplôme de l'année)", "W27"), "recent_diploma"),
    ),
    *_of_the_job(AI_JOB, "volet IA", "W27"),
    AI_JOB.condition("salary", article(f"{R8}, volet IA (salaire)", "W27"), AI_PAY),
    OPINION,
)
AI_GRADUATE = (
    QUEBEC_DEGREE.education(article(f"{R8}, volet IA, diplômés du Québec (diplôme)", "W27")),
    QUEBEC_DEGREE.recency(article(f"{R8}, volet IA, diplômés du Québec (24 mois)", "W27")),
    QUEBEC_DEGREE.condition(article(f"{R8}, volet IA, diplômés du Québec (séjour)", "W27"), STAYED, "study_stay"),
    person.not_known("work_experience", article(f"{R8}, volet IA, diplômés du Québec (expérience)", "W28", sure=False)),
    *_of_the_job(GRADUATE_JOB, "volet IA, diplômés du Québec", "C1"),
    GRADUATE_JOB.condition("salary", article(f"{R8}, volet IA, diplômés du Québec (salaire)", "W22"), GRADUATE_PAY),
    OPINION,
)
IT_VFX = (
    TECHNICAL.education(article(f"{R8}, volet TI-EV (diplôme)", "W22")),
    RELEVANT.condition("work_experience", article(f"{R8}, volet TI-EV (24 mois)", "W22")),
    IT_JOB.condition("occupation", article(f"{R8}, volet TI-EV (professions)", "Q5"), LISTED),
    *_of_the_job(IT_JOB, "volet TI-EV", "Q5"),
    IT_JOB.condition("salary", article(f"{R8}, volet TI-EV (9e décile)", "W22", sure=False), WAGE),
)

PROGRAM = Program(
    "pilot_ai_it_vfx",
    (
        Stream("ai_foreign_worker_francophone", (*COMMON, *FRANCOPHONE, *AI_WORKER)),
        Stream("ai_foreign_worker_francization", (*COMMON, *FRANCIZATION, *AI_WORKER)),
        Stream("ai_quebec_graduate_francophone", (*COMMON, *FRANCOPHONE, *AI_GRADUATE)),
        Stream("ai_quebec_graduate_francization", (*COMMON, *FRANCIZATION, *AI_GRADUATE)),
        Stream("it_vfx_francophone", (*COMMON, *FRANCOPHONE, *IT_VFX)),
        Stream("it_vfx_francization", (*COMMON, *FRANCIZATION, *IT_VFX)),
    ),
)
