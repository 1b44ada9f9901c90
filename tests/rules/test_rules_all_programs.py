"""All programs at once: what holds of every stream, whatever the facts."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from tests.rules.people import APPLICANT, DIPLOMA, ORDERLY_JOB, Json

DAYS = ["2018-10-15", "2019-11-08", "2021-09-20", "2022-06-01", "2024-04-29", "2025-03-03", "2026-03-16", "2026-08-10"]
PERSON: Json = {
    "applicant": {
        **APPLICANT,
        "expert_committee_opinion": True,
        "exceptional_talent_recognised": True,
        "regulator_authorisation": "full",
        "francization_commitment": True,
        "worker_in_quebec_2020_07_21": False,
        "main_occupation": {"noc_2021": "21231", "regulated": False},
    },
    "spouse": {"accompanying": True,
               "french": [{"test": "TEFAQ", "date": "2024-01-15", "listening": {"score": 260}, "speaking": {"score": 260}}]},
    "education": [
        {**DIPLOMA, "level": "master", "country": "CA-QC", "conferred_on": "2023-06-01", "months": 24, "leads_to": ["21231"],
         "in_french": True, "stayed_mainly_to_study_share": 0.8},
    ],
    "work": [
        {**ORDERLY_JOB, "noc_2021": "21231", "noc_2016": "2173", "start_date": "2020-05-04", "ai_sector": True, "in_cmm": True,
         "salary": {"amount": 110000, "currency": "CAD", "period": "year"}},
    ],
    "job_offers": [],
    "french": [{"test": "TCF_QUEBEC", "date": "2024-01-15", "listening": {"score": 420}, "speaking": {"score": 12},
                "reading": {"score": 420}, "writing": {"score": 12}}],
}  # fmt: skip
CHANGES: list[tuple[str, str, Any]] = [
    ("applicant", "birth_date", "2007-09-11"), ("applicant", "status", "student"), ("applicant", "in_quebec", False),
    ("applicant", "worker_in_quebec_2020_07_21", True), ("applicant", "regulator_authorisation", "none"),
    ("applicant", "main_occupation", {"noc_2021": "33102", "regulated": True}), ("applicant", "main_occupation", {"noc_2021": "63200"}),
    ("work", "hours_per_week", 20), ("work", "place", "FR"), ("work", "noc_2021", "63200"), ("work", "noc_2016", "3413"),
    ("work", "start_date", "2023-09-01"), ("work", "start_date", "2021"), ("work", "end_date", "2024-02-28"),
    ("work", "self_employed", True), ("work", "internship", "mandatory"), ("work", "paid", False),
    ("work", "salary", {"amount": 80000, "currency": "CAD", "period": "year"}),
    ("education", "level", "vocational"), ("education", "country", "FR"), ("education", "conferred_on", "2020-06-30"),
    ("education", "in_french", False), ("education", "leads_to", []), ("education", "level", "secondary"),
    ("french", "date", "2022-09-01"), ("french", "speaking", {"score": 8}), ("french", "listening", {"cefr": "B1"}),
    ("spouse", "accompanying", False), ("spouse", "french", []),
]  # fmt: skip
EDITIONS = {"noc_2021": "noc_2016", "noc_2016": "noc_2021"}
REMOVABLE = [(where, key) for where in ("applicant", "work", "education", "french", "spouse")
             for key in (PERSON[where][0] if isinstance(PERSON[where], list) else PERSON[where])]  # fmt: skip


def changed(facts: Json, where: str, key: str, value: Any) -> Json:
    """The facts with one value in place of another; None removes it."""
    copied = copy.deepcopy(facts)
    holder = copied[where][0] if isinstance(copied[where], list) else copied[where]
    holder[key] = value
    if key in EDITIONS and value is not None:  # the code of the other edition was that of the job before
        holder[EDITIONS[key]] = None
    return copied


def verdicts(facts: Json, day: str) -> dict[tuple[str, str, str], str]:
    """Every verdict of every condition of every stream."""
    answer: Any = rules.evaluate(rules.facts_of({**facts, "as_of": day})).as_json()
    found = {}
    for program in answer["programs"]:
        for stream in program["streams"]:
            found[program["id"], stream["id"], ""] = stream["verdict"]
            found |= {(program["id"], stream["id"], one["id"]): one["verdict"] for one in stream["conditions"]}
    return found


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(CHANGES), max_size=4),
    st.lists(st.sampled_from(REMOVABLE), min_size=1, max_size=3),
    st.sampled_from(DAYS),
)
def test_knowing_less_never_turns_a_stream_round(made: list[tuple[str, str, Any]], removed: list[tuple[str, str]], day: str) -> None:
    """Whatever facts are taken away, no stream of any program goes from met to not met or back."""
    known = PERSON
    for where, key, value in made:
        known = changed(known, where, key, value)
    fewer = known
    for where, key in removed:
        fewer = changed(fewer, where, key, None)
    more, less = verdicts(known, day), verdicts(fewer, day)

    turned = {key: (more[key], less[key]) for key in more if key[2] == "" and less[key] not in ("unknown", more[key])}
    assert turned == {}


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(CHANGES), max_size=3), st.sampled_from(DAYS), st.sampled_from(["start_date", "conferred_on", "date"]))
def test_a_wider_date_never_makes_certainty(made: list[tuple[str, str, Any]], day: str, which: str) -> None:
    """A date cut down to its month, or year, leaves every stream as it was or makes it unknown."""
    facts = PERSON
    for where, key, value in made:
        facts = changed(facts, where, key, value)
    where = {"start_date": "work", "conferred_on": "education", "date": "french"}[which]
    exact = verdicts(facts, day)
    for length in (7, 4):
        wide = verdicts(changed(facts, where, which, facts[where][0][which][:length]), day)
        assert {key for key in exact if key[2] == "" and wide[key] not in ("unknown", exact[key])} == set()


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(2020, 6, 1), dt.date(2023, 12, 31)), st.sampled_from(DAYS))
def test_a_job_cut_in_two_counts_the_same(cut: dt.date, day: str) -> None:
    """Two jobs that touch, or the same job written twice, give the months of one."""
    job = PERSON["work"][0]
    halves = [{**job, "end_date": str(cut)}, {**job, "start_date": str(cut + dt.timedelta(days=1))}]
    whole = verdicts(PERSON, day)

    for work in (halves, [job, job]):
        found = verdicts({**PERSON, "work": work}, day)
        assert {key: value for key, value in found.items() if "experience" in key[2]} == {
            key: value for key, value in whole.items() if "experience" in key[2]
        }


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("facts", [{}, PERSON, {**PERSON, "work": [], "education": [], "french": [], "spouse": None}])
def test_every_condition_is_explained(facts: Json, day: str) -> None:
    """Reason, citation and, where unknown, a cause and something to ask or an open question of law."""
    answer: Any = rules.evaluate(rules.facts_of({**facts, "as_of": day})).as_json()

    for program in answer["programs"]:
        for stream in program["streams"]:
            for one in stream["conditions"]:
                texts = [one["title"], one["reason"], *(need["ask"] for need in one["needs"])]
                assert all(set(text) == {"fr", "en"} and all(text.values()) for text in texts)
                assert not any("{" in said for text in texts for said in text.values())
                assert one["citation"]["url"].startswith("http")
                if one["verdict"] == "unknown":
                    assert one["needs"] or "law" in one["causes"], (program["id"], stream["id"], one["id"])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(CHANGES), max_size=3), st.sampled_from(DAYS))
def test_announced_days_are_right(made: list[tuple[str, str, Any]], day: str) -> None:
    """On each day announced the condition turns, and on the eve it has not yet, by the text of the lodging day."""
    facts = PERSON
    for where, key, value in made:
        facts = changed(facts, where, key, value)
    answer: Any = rules.evaluate(rules.facts_of({**facts, "as_of": day})).as_json()
    for program in answer["programs"]:
        for stream in program["streams"]:
            for change in stream["becomes"]:
                on = dt.date.fromisoformat(change["on"])
                later: Any = rules.evaluate(rules.facts_of({**facts, "as_of": str(on)}), None, [program["id"]]).as_json()
                same_text = later["programs"][0]["version"] == program["version"]
                found = next(one for one in later["programs"][0]["streams"] if one["id"] == stream["id"])
                words = {one["id"]: one["verdict"] for one in found["conditions"]}
                if same_text and change["condition"] in words and program["id"] != "peq":
                    assert words[change["condition"]] == change["verdict"], change
