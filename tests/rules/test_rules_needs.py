"""What is asked for: the fact that is missing, and never one that is given."""

from __future__ import annotations

import pytest

import rules
from tests.rules.people import Json

DIPLOMA: Json = {"level": "bachelor", "country": "CA-QC", "conferred_on": "2021-01-15", "months": 36, "full_time": True}
JOB: Json = {
    "title": "analyste", "noc_2016": "2173", "noc_2021": "21231", "start_date": "2019-06-03", "end_date": "present", "hours_per_week": 40,
    "full_time": True, "paid": True, "self_employed": False, "employer_controlled": False, "place": "CA-QC", "in_cmm": True,
    "internship": "none", "legal": True, "ai_sector": True,
}  # fmt: skip
CATCHER: Json = {"noc_2021": None, "noc_2016": None, "naics": "3116"}


def asked(identifier: str, program: str, day: str, **facts: object) -> tuple[list[str], str]:
    """What a condition of the first stream asks for, and its reason."""
    answer: Json = rules.evaluate(rules.facts_of({"as_of": day, "job_offers": [], **facts}), None, [program]).as_json()
    found = next(one for one in answer["programs"][0]["streams"][0]["conditions"] if one["id"] == identifier)
    assert found["verdict"] == "unknown"
    return [need["fact"] for need in found["needs"]], found["reason"]["fr"]


@pytest.mark.parametrize(
    ("given", "facts", "told"),
    [
        ({"salary": {"amount": 50, "currency": "CAD", "period": "hour"}, "hours_per_week": None}, ["hours_per_week"], "heures par semaine"),
        ({"salary": {"amount": 100_000, "currency": "USD", "period": "year"}}, ["salary"], "dollars canadiens"),
        ({"salary": {"amount": 500, "currency": "CAD", "period": "day"}}, ["salary"], "salaire brut"),
        ({"salary": {"amount": 80_000, "currency": "CAD", "period": "year"}, "in_cmm": None}, ["in_cmm"], "Communauté métropolitaine"),
        ({"salary": None, "in_cmm": None}, ["salary", "in_cmm"], "salaire brut"),
    ],
)
def test_the_part_of_the_pay_that_is_missing(given: Json, facts: list[str], told: str) -> None:
    """By the hour the hours, in another currency the pay in dollars, between the two thresholds the place; the reason says which."""
    needs, reason = asked("salary", "pilot_ai_it_vfx", "2022-06-15", work=[JOB | given])

    assert needs == [f"work[0].{fact}" for fact in facts]
    assert told in reason


@pytest.mark.parametrize(("day", "code"), [("2022-06-15", {"noc_2016": "8431"}), ("2024-06-15", {"noc_2021": "85100"})])
def test_a_chicken_catcher_is_told_by_the_title(day: str, code: Json) -> None:
    """The code is given; only some titles of it count."""
    needs, _ = asked("occupation", "pilot_food_processing", day, work=[JOB | CATCHER | code | {"title": None}])

    assert needs == ["work[0].title"]


def test_an_unpaid_internship_asks_for_nothing() -> None:
    """Whether it counts is an open question of law, and the date of the diploma is on file."""
    jobs = [
        JOB | {"start_date": "2021-09-01"},
        JOB | {"start_date": "2020-06-01", "end_date": "2020-08-31", "internship": "mandatory", "paid": False},
    ]
    needs, _ = asked("work_experience", "peq", "2022-06-01", education=[DIPLOMA], work=jobs)

    assert needs == []
