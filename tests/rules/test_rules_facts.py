"""Facts are taken whole or refused whole, with every fault by its path (contract/facts.md)."""

from __future__ import annotations

import datetime as dt
import json

import pytest

import rules
from rules.core.days import parse_day
from tests.rules.people import orderly


def faults(text: str) -> list[str]:
    """The faults of a file that must be refused."""
    with pytest.raises(rules.FactsError) as refused:
        rules.load_facts(text)
    return refused.value.faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("work: [{}, {hours_per_week: 400}]", "work[1].hours_per_week: 400 is more than a week has"),
        ("work: [{hours_per_week: -1}]", "work[0].hours_per_week: -1 is less than 0"),
        ('work: [{hours_per_week: "40"}]', "work[0].hours_per_week: 40 is no number"),
        ("work: [{full_time: yes}]", "work[0].full_time: yes is neither true nor false"),
        ("work: [{noc_2021: 3413}]", "work[0].noc_2021: 3413 is no code of NOC 2021 (5 digits)"),
        ("work: [{noc_2016: '33102'}]", "work[0].noc_2016: 33102 is no code of NOC 2016 (4 digits)"),
        ("work: [{naics: 3}]", "work[0].naics: 3 is no NAICS code (2 to 6 digits)"),
        ("work: [{start_date: 2022-13}]", "work[0].start_date: 2022-13 is not a day of the calendar"),
        ("work: [{start_date: 2023-05, end_date: 2023-04}]", "work[0].end_date: 2023-04 is before the start, 2023-05"),
        ("work: [{hour_per_week: 40}]", "work[0].hour_per_week: no such key is known"),
        ("work: {title: x}", "work: a mapping is not a list"),
        ("education: [{stayed_mainly_to_study_share: 1.5}]", "education[0].stayed_mainly_to_study_share: 1.5 is more than 1, the whole"),
        ("education: [{level: dec}]", "education[0].level: dec is none of primary, secondary,"),
        ("french: [{listening: {score: -3}}]", "french[0].listening.score: -3 is less than 0"),
        ("french: [{test: TCF, speaking: {score: 21}}]", "french[0].speaking: score 21 is more than TCF gives for speaking (20)"),
        ("french: [{listening: {quebec_level: 13}}]", "french[0].listening.quebec_level: 13 is above the scale, which ends at 12"),
        ("french: [{test: IELTS}]", "french[0].test: IELTS is none of TCF, TCF_CANADA"),
        (
            "{as_of: 2024-01-01, applicant: {birth_date: 2024-01-02}}",
            "applicant.birth_date: 2024-01-02 is after the day judged, 2024-01-01",
        ),
        ("{as_of: 2024-01-01, applicant: {birth_date: 1899}}", "applicant.birth_date: 1899 is outside the years 1900 to 2199"),
        ("as_of: 2024-01", "as_of: 2024-01 must be a whole day (YYYY-MM-DD)"),
        ("applicant: {status: tourist}", "applicant.status: tourist is none of temporary_worker,"),
        ("applicant: {values_attestation: soon}", "applicant.values_attestation: soon is no date"),
        ("complete: [jobs]", "complete[0]: jobs is none of work, education, french, job_offers"),
        ("declared: x", "declared: x is not a mapping"),
        ("[1, 2]", "file: is not a mapping of facts"),
        ("a: 1\na: 2", "file: no readable YAML: the key a stands twice (line 2, column 1)"),
        ("a: &x [1]\nb: *x", "file: no readable YAML: references (*name) to lists or mappings are not taken"),
        ("a: !!python/object:os.system x", "file: no readable YAML: the tag tag:yaml.org,2002:python/object:os.system is not taken"),
        ("a: [", "file: no readable YAML:"),
        ("[" * 5000, "file: is nested too deeply"),
    ],
)
def test_each_impossible_value_is_named_by_its_path(text: str, fault: str) -> None:
    """One line a fault: the path, and what is wrong in plain words."""
    assert any(line.startswith(fault) for line in faults(text)), faults(text)


def test_every_fault_is_told_at_once() -> None:
    """A person mends a file once, so all its faults are listed."""
    text = "as_of: never\napplicant: {in_quebec: on}\nwork: [{hours_per_week: 169, naics: x}]\nsalary: 1"

    assert [line.split(":")[0] for line in faults(text)] == [
        "as_of",
        "applicant.in_quebec",
        "work[0].hours_per_week",
        "work[0].naics",
        "salary",
    ]


def test_text_stays_text() -> None:
    """Codes keep their zeros, NO is Norway, and a title may be the word null in quotes."""
    found = rules.load_facts("work: [{noc_2016: 0213, place: NO, title: 'null'}, {noc_2021: 00010, title: on}]")

    assert found.work is not None
    assert [(job.noc_2016, job.noc_2021, job.place, job.title) for job in found.work] == [
        ("0213", None, "NO", "null"),
        (None, "00010", None, "on"),
    ]


def test_absent_and_null_are_the_same() -> None:
    """Unknown is absent, and null says no more."""
    assert rules.load_facts("work: null\napplicant: {birth_date: ~, status: }") == rules.load_facts("applicant: {}")
    assert rules.load_facts("") == rules.load_facts("{}")


def test_json_is_taken_too() -> None:
    """The same facts in JSON are the same facts."""
    facts = orderly()

    assert rules.load_facts(json.dumps(facts)) == rules.facts_of(facts)
    assert rules.load_facts(json.dumps(facts).encode()) == rules.facts_of(facts)


def test_dates_keep_their_precision_and_evidence_stands_beside() -> None:
    """A month stays a month; a single fact may carry its evidence and standing."""
    found = rules.load_facts(
        "applicant: {birth_date: {value: 1990-05, evidence: [e1], status: unreviewed}, in_quebec: true}\n"
        "french: [{test: TEF, evidence: [e2], status: disputed}]\nspouse: {accompanying: false}"
    )

    assert found.applicant.birth_date is not None and found.french is not None
    assert (found.applicant.birth_date.value, found.applicant.birth_date.status) == (parse_day("1990-05"), "unreviewed")
    assert (found.french[0].evidence, found.french[0].status) == (("e2",), "disputed")


def test_a_stated_list_is_complete_unless_said_otherwise() -> None:
    """A list that is given is whole; ``complete: []`` says that none is; one that is not given never is."""
    assert rules.load_facts("work: []").holds_all("work")
    assert not rules.load_facts("work: []\ncomplete: []").holds_all("work")
    assert not rules.load_facts("{}").holds_all("work")


def test_facts_are_frozen() -> None:
    """What was judged cannot change under the judgement."""
    with pytest.raises(ValueError, match="frozen"):
        rules.load_facts("{}").as_of = dt.date(2024, 1, 1)  # type: ignore[misc]
