"""The bars of the rules that no other test holds (docs/rules.md lists which test holds which)."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.parameters import table
from tests.rules import removing
from tests.rules.book import answer, load
from tests.rules.counting import History, agrees
from tests.rules.perturbing import Change, flipped

ROOT = Path(__file__).resolve().parents[2]
SHARE = 12  # one fact in twelve of each scenario here; `python -m bench.rules.bars` takes all away, one at a time
# What one of two contradicting facts, or the word that a list is whole, was holding back. Nothing else may become certain.
CONFLICTS = (
    "first version", "a level of NOC 2021 that counts, first day", "full-time in words, 20 hours in figures", "score and level contradict",
    "no proof in a list that may lack some", "a year by its months and none by its hours", "twelve months and 899 hours",
    "courses planned, last day of the first version", "a code that does not exist",
)  # fmt: skip


def test_no_single_fact_taken_away_turns_a_verdict_round() -> None:
    """The outcome of a program or stream stays or becomes unknown; an unknown becomes certain only where facts contradicted each other."""
    wrong = []
    for index, scenario in enumerate(load()):
        known = removing.verdicts(scenario.known, scenario.programs)
        for path in list(removing.removals(scenario))[index % SHARE :: SHARE]:
            wrong += removing.turned(scenario, path, known)

    assert [miss for miss in wrong if ": unknown ->" not in miss or not any(name in miss for name in CONFLICTS)] == []


def test_every_unknown_asks_for_something_or_is_an_open_question_of_law() -> None:
    """Of no scenario is anything unknown without a cause, and without a fact to ask for unless the law is silent."""
    mute = {
        (scenario.id, stream["id"], one["id"])
        for scenario in load() for program in answer(scenario).values() for stream in program["streams"] for one in stream["conditions"]
        if one["verdict"] == "unknown" and not (one["causes"] and (one["needs"] or "law" in one["causes"]))
    }  # fmt: skip

    assert mute == set()


DATES = st.dates(dt.date(2019, 1, 1), dt.date(2024, 9, 30))
STINT = st.tuples(DATES, st.integers(0, 900), st.sampled_from((4, 7, 10)), st.sampled_from((4, 7, 10)))


@settings(max_examples=300, deadline=None)
@given(st.lists(STINT, min_size=1, max_size=4), st.integers(1, 36), st.integers(6, 60))
def test_bounds_contain_a_count_day_by_day(stints: list[History], need: int, within: int) -> None:
    """Months counted one day at a time, from the true dates, lie within the bounds of the partial ones, and a certain answer is theirs."""
    assert agrees(stints, need, within)


@pytest.mark.parametrize("program", rules.PROGRAMS)
def test_codes_keep_their_zeros_in_every_table(program: str) -> None:
    """A code of NOC 2016 has four figures, one of NOC 2021 five, as text: 0213 is neither 213 nor 139."""
    lists = [row["value"] for rows in table(program)["parameters"].values() for row in rows if isinstance(row["value"], dict)]
    codes = {(edition, code) for one in lists for edition in ("noc_2016", "noc_2021") for code in one.get(edition, ()) if len(code) > 1}

    assert all(isinstance(code, str) and code.isdigit() and len(code) == (4 if edition == "noc_2016" else 5) for edition, code in codes)
    if program == "pilot_ai_it_vfx":
        assert ("noc_2016", "0213") in codes


def test_codes_keep_their_zeros_through_json_and_yaml() -> None:
    """What is written is what is read, and what the assessment hands on."""
    job = {"noc_2016": "0213", "noc_2021": "00012", "place": "NO", "start_date": "2020-01-06"}
    facts: dict[str, Any] = {"as_of": "2024-01-08", "work": [job]}
    for text in (json.dumps(facts), "as_of: 2024-01-08\nwork: [{noc_2016: 0213, noc_2021: 00012, place: NO, start_date: 2020-01-06}]"):
        answer: Any = rules.evaluate(rules.load_facts(text)).as_json()
        found = json.loads(json.dumps(answer))["programs"][0]["streams"][0]["conditions"]
        job = next(one["found"] for one in found if one["id"] == "occupation" and one["found"])
        assert (job["noc_2016"], job["noc_2021"], job["place"]) == ("0213", "00012", "NO")


REPLAY = """
import hashlib, json, sys, rules
facts = [rules.load_facts(json.dumps(one)) for one in json.load(sys.stdin)]
print(hashlib.sha256("".join(json.dumps(rules.evaluate(one).as_json(), ensure_ascii=False) for one in facts).encode()).hexdigest())
"""


def test_a_receipt_replays_byte_for_byte() -> None:
    """The facts and the day give the same bytes in another process, whatever the order in which it hashes."""
    facts = [json.loads(json.dumps(one.facts, default=str)) for one in load()[::40]]
    answers = "".join(json.dumps(rules.evaluate(rules.facts_of(one)).as_json(), ensure_ascii=False) for one in facts)
    told = {
        subprocess.run([sys.executable, "-c", REPLAY], input=json.dumps(facts), text=True, capture_output=True, check=True, cwd=ROOT,
                       env={**os.environ, "PYTHONHASHSEED": seed}).stdout.strip()
        for seed in ("1", "4242")
    }  # fmt: skip

    assert told == {hashlib.sha256(answers.encode()).hexdigest()}


def test_a_changed_parameter_lists_exactly_the_scenarios_that_flip() -> None:
    """Nineteen instead of eighteen: those who are eighteen that day, and nobody else."""
    change = Change("pilot_orderlies", "age_years", 0, ("value",), 19)
    expected = {one.id for one in load() if one.file == "orderlies" and "eighteen" in one.name}

    found = {scenario.id: " ".join(told) for scenario, told in flipped(change, "pilot_orderlies")}

    assert set(found) == expected
    assert all("condition « Âge »" in told or "« age » devrait devenir" in told for told in found.values())
