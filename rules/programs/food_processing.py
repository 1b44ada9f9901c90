"""Food processing pilot (RLRQ, c. I-0.2.1, r. 9): read it beside the regulation, one line a condition.

The current job and the 24 months are both asked (several pages on the web say "or": wrong).
"""

from __future__ import annotations

from rules.conditions import french, person, traits
from rules.conditions.diplomas.qualities import level, one_year
from rules.conditions.diplomas.study import Diploma
from rules.conditions.experience import Months
from rules.conditions.jobs import ReliedOn
from rules.conditions.occupations import occupation
from rules.core.finding import Program, Stream
from rules.core.law import article

HOURS = traits.full_time("full_time_hours")
LISTED = occupation("occupations")
SECTOR = traits.industry("naics")

JOB = ReliedOn((traits.IN_QUEBEC, HOURS, traits.PAID, traits.LEGAL, LISTED, SECTOR), ((traits.INDEPENDENT, "control_asked"),))
DIPLOMA = Diploma((level("levels"), one_year("one_year")))
WORK = Months(
    "work_months",
    "work_within_months",
    traits.every("counts", traits.IN_QUEBEC, HOURS, traits.PAID, traits.LEGAL, LISTED, SECTOR),
)

PROGRAM = Program(
    "pilot_food_processing",
    (
        Stream(
            "workers",
            (
                person.status(article("RLRQ, c. I-0.2.1, r. 9, a. 3, 4", "R9")),
                person.age(article("RLRQ, c. I-0.2.1, r. 9 (18 ans)", "Q4"), "age_years"),
                person.declared("intent", article("RLRQ, c. I-0.2.1, r. 9 (établissement)", "Q4"), "intends_to_settle_and_work"),
                person.declared("stay", article("RLRQ, c. I-0.2.1, r. 9, a. 3, par. 1", "R9"), "complied_with_stay", asked="stay_asked"),
                DIPLOMA.education(article("RLRQ, c. I-0.2.1, r. 9, a. 3, par. 2", "R9")),
                JOB.condition("occupation", article("RLRQ, c. I-0.2.1, r. 9, a. 3, par. 3 (professions)", "Q4"), LISTED),
                JOB.condition("sector", article("RLRQ, c. I-0.2.1, r. 9, a. 3, par. 3 (secteurs)", "W7"), SECTOR),
                JOB.held("current_job", article("RLRQ, c. I-0.2.1, r. 9, a. 3, par. 3", "R9")),
                WORK.condition("work_experience", article("RLRQ, c. I-0.2.1, r. 9, a. 3, par. 3", "R9")),
                JOB.condition(
                    "employer_control",
                    article("RLRQ, c. I-0.2.1, r. 9 (contrôle de l'employeur)", "W8", sure=False),
                    traits.INDEPENDENT,
                ),
                french.oral(article("RLRQ, c. I-0.2.1, r. 9, a. 3, par. 4", "R9")),
                person.declared(
                    "self_sufficiency",
                    article("RLRQ, c. I-0.2.1, r. 9, a. 3, par. 5", "R9", sure=False),
                    "self_sufficiency_undertaking",
                ),
                person.values(article("Attestation d'apprentissage des valeurs", "N5", sure=False)),
            ),
        ),
    ),
)
