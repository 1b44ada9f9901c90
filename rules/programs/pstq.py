"""Skilled worker selection program (RLRQ, c. I-0.2.1, r. 3, a. 32 to 32.14): the general conditions, then those of each stream.

The stream follows the main occupation. The text of the articles was not readable; the conditions rest on the ministry's page, read
through others' work. Not known: the exceptions to counting of a. 32.7 and 32.8, past work on own account, the exact list of
regulated jobs (whether a job is on it is a fact, ``regulated``), the jobs closed to invitation.
"""

from __future__ import annotations

from rules.conditions import french, person, traits
from rules.conditions.diplomas.qualities import level, not_too_short, one_year, to_a_profession
from rules.conditions.diplomas.study import Diploma
from rules.conditions.experience import Months
from rules.conditions.jobs import ReliedOn
from rules.conditions.occupations import main_occupation
from rules.core.finding import Program, Stream
from rules.core.law import article
from rules.points.ranking import ranking_by

RIQ = "RLRQ, c. I-0.2.1, r. 3"
OWN_ACCOUNT_OPEN = traits.unsettled_unless(traits.SELF_EMPLOYED)
INTERNSHIP_OPEN = traits.unsettled_unless(traits.NO_INTERNSHIP)
WORKED = (traits.PAID, traits.LEGAL, OWN_ACCOUNT_OPEN)
HOURS = "full_time_hours"

JOB = ReliedOn((), ((traits.INDEPENDENT, None),), offers=True, only=traits.IN_QUEBEC)
HIGHLY = Months(
    "highly_months",
    "within_months",
    traits.every("counts", *WORKED),
    part_time="highly_part_time",
    hours=HOURS,
    internships="highly_internship_months",
    interned=traits.every("interned", traits.LEGAL),
    main=True,
)
INTERMEDIATE = Months(
    "intermediate_months",
    "within_months",
    traits.every("counts", *WORKED, INTERNSHIP_OPEN),
    part_time="intermediate_part_time",
    hours=HOURS,
    main=True,
)
IN_QUEBEC = Months(
    "intermediate_quebec_months",
    "within_months",
    traits.every("counts", traits.IN_QUEBEC, *WORKED, INTERNSHIP_OPEN),
    part_time="intermediate_part_time",
    hours=HOURS,
    main=True,
)
TALENT = Months(
    "talent_months",
    "within_months",
    traits.every("counts", traits.unsettled_unless(traits.PAID), traits.LEGAL, OWN_ACCOUNT_OPEN, INTERNSHIP_OPEN),
    part_time="talent_part_time",
    hours=HOURS,
    main=True,
)
PROFESSIONAL = Diploma((to_a_profession("professional_nature"), one_year("one_year", by_place=True)))
SECONDARY = Diploma((level("intermediate_levels"), not_too_short("intermediate_floors")))

COMMON = (
    person.age(article(f"{RIQ}, a. 32.1 (18 ans)", "Q1P"), "age_years"),
    person.declared("intent", article(f"{RIQ}, a. 32.1 (établissement)", "N2P", sure=False), "intends_to_settle_and_work"),
    JOB.condition("employer_control", article(f"{RIQ}, a. 32.1 (travail pour autrui)", "N2P", sure=False), traits.INDEPENDENT),
    person.declared("self_sufficiency", article(f"{RIQ}, a. 32.1 (autonomie financière)", "Q1P"), "self_sufficiency_undertaking"),
    person.values(article("Attestation d'apprentissage des valeurs", "Q1P", sure=False)),
    person.declared("scholarship", article(f"{RIQ}, a. 32.1 (bourse)", "N2P", sure=False), "scholarship_return_duty", wanted=False),
)
SPOUSE = (french.spouse(article(f"{RIQ} (français du conjoint)", "Q1P")),)

PROGRAM = Program(
    "pstq",
    (
        Stream(
            "highly_qualified",
            (
                *COMMON,
                main_occupation(article(f"{RIQ}, a. 32.3 à 32.5 (FEER 0, 1, 2)", "Q1P"), "highly_teers", regulated=False),
                PROFESSIONAL.education(article(f"{RIQ}, a. 32.3 à 32.5 (diplôme)", "Q1P")),
                HIGHLY.condition("work_experience", article(f"{RIQ}, a. 32.3 à 32.5 (12 mois)", "Q1P")),
                french.oral(article(f"{RIQ}, a. 32.3 à 32.5 (français oral)", "Q1P"), "highly_oral"),
                french.written(article(f"{RIQ}, a. 32.3 à 32.5 (français écrit)", "Q1P"), "highly_written"),
                *SPOUSE,
            ),
        ),
        Stream(
            "intermediate_manual",
            (
                *COMMON,
                main_occupation(article(f"{RIQ}, a. 32.6 à 32.10 (FEER 3, 4, 5)", "Q1P"), "intermediate_teers", regulated=False),
                SECONDARY.education(article(f"{RIQ}, a. 32.6 à 32.10 (diplôme)", "Q1P")),
                INTERMEDIATE.condition("work_experience", article(f"{RIQ}, a. 32.6 à 32.10 (24 mois)", "Q1P")),
                IN_QUEBEC.condition("experience_in_quebec", article(f"{RIQ}, a. 32.6 à 32.10 (12 mois au Québec)", "Q1P")),
                french.oral(article(f"{RIQ}, a. 32.6 à 32.10 (français oral)", "Q1P"), "intermediate_oral"),
                *SPOUSE,
            ),
        ),
        Stream(
            "regulated_professions",
            (
                *COMMON,
                main_occupation(article(f"{RIQ}, a. 32.11, 32.12 (profession réglementée)", "Q1P"), "regulated_teers", regulated=True),
                person.one_of(
                    "authorisation", article(f"{RIQ}, a. 32.11, 32.12 (autorisation)", "N3"), "regulator_authorisation", "authorisations"
                ),
                french.by_teer("french_oral", article(f"{RIQ}, a. 32.11, 32.12 (français oral)", "Q1P"), "regulated_oral"),
                french.by_teer("french_written", article(f"{RIQ}, a. 32.11, 32.12 (français écrit)", "Q1P"), "regulated_written"),
                *SPOUSE,
            ),
        ),
        Stream(
            "exceptional_talent",
            (
                *COMMON,
                TALENT.condition("work_experience", article(f"{RIQ}, a. 32.13, 32.14 (36 mois)", "Q1P")),
                person.declared("talent", article(f"{RIQ}, a. 32.13, 32.14 (réalisation)", "N26"), "exceptional_talent_recognised"),
            ),
        ),
    ),
    ranking=ranking_by(HIGHLY),
)
