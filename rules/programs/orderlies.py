"""Orderlies pilot (RLRQ, c. I-0.2.1, r. 7): the conditions common to both components, then those of each.

The sections on the components themselves were not readable; they rest on published summaries, named on each line.
"""

from __future__ import annotations

from rules.conditions import french, person, traits
from rules.conditions.diplomas.qualities import from_quebec, leading_to, level, one_year
from rules.conditions.diplomas.study import Diploma
from rules.conditions.experience import Months
from rules.conditions.jobs import ReliedOn
from rules.conditions.occupations import occupation
from rules.core.finding import Program, Stream
from rules.core.law import article

HOURS = traits.full_time("full_time_hours")
ORDERLY = occupation("orderly")
PROPER = (HOURS, traits.PAID, traits.LEGAL)
CARE = traits.either("care", ORDERLY, traits.every("abroad", traits.OUTSIDE_QUEBEC, occupation("care_abroad")))

JOB = ReliedOn((traits.IN_QUEBEC, *PROPER, ORDERLY), ((traits.INDEPENDENT, "control_asked"),))
RELATED_DIPLOMA = Diploma((level("levels"), one_year("one_year"), leading_to("orderly", related="care_abroad")))
IN_ALL = Months("work_months", "work_within_months", traits.every("counts", *PROPER, CARE))
IN_QUEBEC = Months("quebec_months", "work_within_months", traits.every("counts", traits.IN_QUEBEC, *PROPER, ORDERLY))
AFTER_STUDY = Months(
    "after_study_months",
    "after_study_within_months",
    traits.every("counts", traits.IN_QUEBEC, *PROPER, ORDERLY, traits.NO_INTERNSHIP),
)
QUEBEC_DIPLOMA = Diploma(
    (from_quebec(), level("study_levels"), leading_to("orderly")), within="diploma_within_months", work=lambda study: (AFTER_STUDY,)
)

COMMON = (
    person.status(article("RLRQ, c. I-0.2.1, r. 7, a. 4", "R7")),
    person.age(article("RLRQ, c. I-0.2.1, r. 7 (18 ans)", "Q8"), "age_years"),
    person.declared("intent", article("RLRQ, c. I-0.2.1, r. 7 (établissement)", "Q8"), "intends_to_settle_and_work"),
    person.declared("stay", article("RLRQ, c. I-0.2.1, r. 7, a. 5, par. 1", "R7"), "complied_with_stay", asked="stay_asked"),
    JOB.condition("occupation", article("RLRQ, c. I-0.2.1, r. 7, a. 2", "R7"), ORDERLY),
    JOB.held("current_job", article("RLRQ, c. I-0.2.1, r. 7, a. 5, par. 2", "R7")),
    JOB.condition("employer_control", article("RLRQ, c. I-0.2.1, r. 7, a. 5, par. 2", "R7"), traits.INDEPENDENT),
    french.oral(article("RLRQ, c. I-0.2.1, r. 7, a. 5, par. 3", "R7")),
    person.declared("self_sufficiency", article("RLRQ, c. I-0.2.1, r. 7, a. 5, par. 4", "R7"), "self_sufficiency_undertaking"),
    person.values(article("Attestation d'apprentissage des valeurs", "N5", sure=False)),
)

PROGRAM = Program(
    "pilot_orderlies",
    (
        Stream(
            "work",
            (
                *COMMON,
                RELATED_DIPLOMA.education(article("RLRQ, c. I-0.2.1, r. 7, volet travail (diplôme)", "W19")),
                IN_ALL.condition("work_experience", article("RLRQ, c. I-0.2.1, r. 7, volet travail (24 mois)", "W19")),
                IN_QUEBEC.condition("experience_in_quebec", article("RLRQ, c. I-0.2.1, r. 7, volet travail (12 mois au Québec)", "W19")),
            ),
        ),
        Stream(
            "study_work",
            (
                *COMMON,
                QUEBEC_DIPLOMA.education(article("RLRQ, c. I-0.2.1, r. 7, volet études-travail (DEP)", "W19")),
                QUEBEC_DIPLOMA.recency(article("RLRQ, c. I-0.2.1, r. 7, volet études-travail (24 mois)", "W19")),
                QUEBEC_DIPLOMA.work_beside(article("RLRQ, c. I-0.2.1, r. 7, volet études-travail (12 mois)", "W12"), *AFTER_STUDY.rests_on),
                person.declared(
                    "scholarship",
                    article("RLRQ, c. I-0.2.1, r. 7, volet études-travail (bourse)", "W12", sure=False),
                    "scholarship_return_duty",
                    wanted=False,
                ),
            ),
        ),
    ),
)
