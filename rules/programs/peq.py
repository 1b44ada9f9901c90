"""Québec experience program (RLRQ, c. I-0.2.1, r. 3, a. 33 to 35): graduates and workers, in every version since 2010.

What a version asks or leaves out stands in the dated table. Two clauses send back to the text of 2020-07-21: a. 118.3 for a
diploma issued before 2021, a. 118.4 for a worker who was in Québec that day. Not modelled: the lists of training and of jobs of
November 2019 (unknown by law), the two exceptions to the suspension of 2019.
"""

from __future__ import annotations

from rules.conditions import french, person, traits
from rules.conditions.clauses import either, issued_before, stated_of_applicant
from rules.conditions.diplomas.qualities import from_quebec, full_time_study, in_french, none_begun_since, of_the_list, studied_here
from rules.conditions.diplomas.study import Diploma
from rules.conditions.diplomas.vocational import by_diploma, in_french_proves
from rules.conditions.experience import Months
from rules.conditions.jobs import ReliedOn
from rules.conditions.occupations import level_of
from rules.core.finding import Need, Program, Stream, Transition
from rules.core.law import article

RIQ = "RLRQ, c. I-0.2.1, r. 3"
HOURS = traits.full_time("full_time_hours")
PROPER = (traits.IN_QUEBEC, HOURS, traits.PAID, traits.LEGAL)
FOR_OTHERS = (*PROPER, traits.INDEPENDENT)
LEVEL = level_of("worker_levels")
STAYED, LANGUAGE = studied_here("stayed_share"), in_french("schooling_years")

JOB = ReliedOn((*PROPER, LEVEL), ((traits.INDEPENDENT, None),))
WORK = Months("worker_months", "worker_within_months", traits.every("counts", *FOR_OTHERS, level_of("worker_counted_levels")))
LOWER = Months("lower_months", "worker_within_months", traits.every("counts", *FOR_OTHERS, level_of("lower_levels")))
BY_THE_DAY = Months("worker_months", "cutoff_within_months", traits.every("counts", *FOR_OTHERS, LEVEL), until="cutoff_day")

DIPLOMA = Diploma(
    (from_quebec(), of_the_list("diplomas"), full_time_study("full_time_study_asked"), none_begun_since("no_new_program_asked")),
    within="diploma_within_months",
    until="diploma_until",
    ahead="diploma_ahead_months",
    beside=((STAYED, "study_stay_asked"), (LANGUAGE, "study_language_asked")),
    work=by_diploma(PROPER),
    work_asked="graduate_work_asked",
    work_after="graduate_work_after",
)
WORK_KEYS = (
    "graduate_work_months",
    "graduate_work_within_months",
    "graduate_work_levels",
    "vocational_work_months",
    "vocational_work_levels",
    "vocational_work_within_months",
    "graduate_internship_months",
)

COMMON = (
    person.age(article(f"{RIQ}, a. 33 (18 ans)", "R2"), "age_years"),
    person.declared("stay", article(f"{RIQ}, a. 33, 34 (respect du séjour)", "R2", sure=False), "complied_with_stay"),
    person.declared("self_sufficiency", article(f"{RIQ} (autonomie financière)", "Q5P"), "self_sufficiency_undertaking"),
    person.values(article(f"{RIQ}, a. 24.2 (valeurs)", "R5")),
)
ORAL = french.oral(article(f"{RIQ} (français oral)", "Q4P"))

GRADUATES = Stream(
    "graduates",
    (
        *COMMON,
        person.declared("presence", article(f"{RIQ}, a. 34 (présence au Québec)", "R2"), "in_quebec", asked="presence_asked"),
        DIPLOMA.education(article(f"{RIQ}, a. 33 puis 34 (diplôme)", "R2")),
        DIPLOMA.recency(article(f"{RIQ}, a. 33 puis 34 (trois ans)", "R2")),
        DIPLOMA.condition(article(f"{RIQ}, a. 34 (séjour pour études)", "R2"), STAYED, "study_stay"),
        DIPLOMA.condition(article(f"{RIQ}, a. 34 (langue des études)", "R2"), LANGUAGE, "study_language"),
        DIPLOMA.work_beside(article(f"{RIQ}, a. 33, décret 772-2020 (expérience)", "N14"), *WORK_KEYS),
        person.declared("scholarship", article(f"{RIQ}, a. 33 puis 34 (bourse)", "R2"), "scholarship_return_duty", wanted=False),
        either(
            "french_oral",
            article(f"{RIQ} (français oral)", "Q4P"),
            ORAL,
            in_french_proves(DIPLOMA, "program_in_french_proves", article(f"{RIQ}, a. 33 (programme en français)", "R2")),
        ),
        french.written(article(f"{RIQ}, a. 34 (français écrit)", "R2"), asked="written_asked"),
        french.spouse(article(f"{RIQ} (français du conjoint)", "N14"), asked="spouse_asked_graduates"),
    ),
    Transition(
        "graduate_clause",
        "earlier_text",
        issued_before(DIPLOMA, "graduate_clause_before"),
        (Need("education", "education"),),
    ),
)
WORKERS = Stream(
    "workers",
    (
        *COMMON,
        person.status(article(f"{RIQ}, a. 34 puis 35 (séjour pour travailler)", "Q14")),
        JOB.condition("occupation", article(f"{RIQ}, a. 34 puis 35 (niveau de la profession)", "R1"), LEVEL),
        JOB.held("current_job", article(f"{RIQ}, a. 34 puis 35 (emploi au dépôt)", "Q5P")),
        either(
            "work_experience",
            article(f"{RIQ}, a. 34 puis 35 (expérience)", "N15"),
            WORK.condition("work_experience", article(f"{RIQ}, a. 34 puis 35 (expérience)", "N15")),
            LOWER.condition("work_experience", article(f"{RIQ}, a. 34, décret 1030-2019 (18 mois)", "R2"), asked="months_for_lower_asked"),
        ),
        BY_THE_DAY.condition("cutoff_experience", article(f"{RIQ} (24 mois au 2025-11-19)", "Q5P"), asked="cutoff_asked"),
        JOB.condition("employer_control", article(f"{RIQ}, a. 34 puis 35 (travail pour autrui)", "R2", sure=False), traits.INDEPENDENT),
        ORAL,
        french.spouse(article(f"{RIQ} (français du conjoint)", "N14"), asked="spouse_asked_workers"),
    ),
    Transition(
        "worker_clause",
        "earlier_text",
        stated_of_applicant("worker_in_quebec_2020_07_21"),
        (Need("applicant.worker_in_quebec_2020_07_21", "worker_in_quebec_2020_07_21"),),
    ),
)

PROGRAM = Program("peq", (GRADUATES, WORKERS))
