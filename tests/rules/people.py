"""People for the tests of the rules: plain facts that meet every condition, to be changed one fact at a time."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import rules

Json = dict[str, Any]

APPLICANT: Json = {
    "birth_date": "1990-02-14",
    "intends_to_settle_and_work": True,
    "self_sufficiency_undertaking": True,
    "values_attestation": True,
    "in_quebec": True,
    "status": "temporary_worker",
    "scholarship_return_duty": False,
    "complied_with_stay": True,
}
ORDERLY_JOB: Json = {
    "title": "préposée aux bénéficiaires",
    "noc_2021": "33102",
    "start_date": "2021-06-01",
    "end_date": "present",
    "hours_per_week": 37.5,
    "paid": True,
    "self_employed": False,
    "employer_controlled": False,
    "place": "CA-QC",
    "internship": "none",
    "legal": True,
}
FOOD_JOB: Json = {**ORDERLY_JOB, "title": "manœuvre", "noc_2021": "95106", "naics": "3116"}
DIPLOMA: Json = {
    "level": "vocational",
    "country": "SN",
    "field": "soins",
    "conferred_on": "2014-07-01",
    "months": 12,
    "full_time": True,
    "leads_to": ["33102"],
}
TEST: Json = {"test": "TCF_QUEBEC", "date": "2024-01-15", "listening": {"score": 420}, "speaking": {"score": 12}}


def orderly(**changes: Any) -> Json:
    """An orderly who meets the work component on 2024-09-10, with whole keys replaced."""
    base = {"as_of": "2024-09-10", "applicant": APPLICANT, "education": [DIPLOMA], "work": [ORDERLY_JOB], "french": [TEST]}
    return copy.deepcopy({**base, **changes})


def food_worker(**changes: Any) -> Json:
    """A food worker who meets the food pilot on 2024-09-10."""
    return orderly(**{"work": [FOOD_JOB], **changes})


def judged(facts: Json, program: str = "pilot_orderlies", as_of: dt.date | None = None) -> Json:
    """The program's part of the assessment."""
    answer: Any = rules.evaluate(rules.facts_of(facts), as_of, [program]).as_json()
    found: Json = answer["programs"][0]
    return found


def stream(facts: Json, program: str = "pilot_orderlies", index: int = 0) -> Json:
    """One stream of it; the first by default."""
    found: Json = judged(facts, program)["streams"][index]
    return found


def condition(facts: Json, identifier: str, program: str = "pilot_orderlies", index: int = 0) -> Json:
    """One condition of a stream."""
    found: Json = next(one for one in stream(facts, program, index)["conditions"] if one["id"] == identifier)
    return found
