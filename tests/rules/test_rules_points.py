"""Ranking points of the PSTQ: each factor a range, never a verdict, and knowing more only narrows it."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.core.law import law_on, parameters
from rules.parameters import table
from rules.points.ranking import TABLE
from tests.rules.people import ORDERLY_JOB, Json
from tests.rules.test_rules_all_programs import CHANGES, PERSON, REMOVABLE, changed

DAY = "2025-08-10"
SINGLE: Json = {**PERSON, "spouse": {"accompanying": False}}
COUPLE: Json = {**PERSON, "spouse": {**PERSON["spouse"], "birth_date": "1992-05-01"}}
MORE: Json = {
    **COUPLE,
    "applicant": {**PERSON["applicant"], "main_occupation": {"noc_2021": "31301", "regulated": True}},
    "education": [{**PERSON["education"][0], "credits": 45, "hours": 1800}],
    "job_offers": [{"accepted": True, "place": "CA-QC", "in_cmm": True, "noc_2021": "31301"}],
}
HIDDEN = [*REMOVABLE, *(("spouse", "birth_date"), ("education", "credits"), ("education", "hours")),
          *(("job_offers", key) for key in ("accepted", "place", "in_cmm"))]  # fmt: skip

RESEARCH = Path(__file__).parents[2] / ".." / "shared" / "research" / "law-pstq-peq.md"
MONTHS = {
    "Total experience, last 5 years, no spouse": "experience.alone", "Total experience, with spouse": "experience.with_spouse",
    "Main occupation, diagnosis balanced": "main_occupation.balanced",
    "Main occupation, slight shortage": "main_occupation.slight_shortage", "Main occupation, shortage": "main_occupation.shortage",
    "Experience in Québec": "quebec_experience", "Residence outside Montréal community (CMM)": "residence_outside",
    "Work outside CMM (G2 only)": "work_outside", "Study outside CMM (G2 only)": "study_outside",
    "Study in Québec without diploma, completed": "study_completed", "Study in Québec, ongoing": "study_ongoing",
    "Spouse's experience in Québec": "spouse_experience",
}  # fmt: skip
SCHOOLING = {
    "Secondary general; vocational 600-899 h": ["secondary"], "Vocational 900 h+ (or 1 year abroad)": ["vocational"],
    "General post-secondary, 2 years": ["general"], "Technical post-secondary 900 h+ (or 1-2 years abroad)": ["technical"],
    "Technical post-secondary 3 years; university 1st cycle 1 year": ["technical_three_years", "university_one_year"],
    "University 1st cycle 2 years": ["university_two_years"], "University 1st cycle 3-4 years": ["university_three_years"],
    "University 1st cycle 5+ years; 2nd cycle 1 year": ["university_five_years", "graduate_one_year"],
    "University 2nd cycle 2+ years": ["graduate_two_years"], "Medical specialty 2+ years; doctorate": ["doctorate"],
}  # fmt: skip


def points(facts: Json, day: str = DAY) -> Json:
    """The points of the assessment."""
    answer: Any = rules.evaluate(rules.facts_of({**facts, "as_of": day}), None, ["pstq"]).as_json()
    found: Json = answer["programs"][0]["points"]
    return found


def ranges(told: Json) -> dict[str, list[int]]:
    """Every range by the id of its factor or part, and that of the whole."""
    found = {"whole": told["range"]}
    for part in told["parts"]:
        found |= {part["id"]: part["range"], **{factor["id"]: factor["range"] for factor in part["factors"]}}
    return found


def factor(facts: Json, identifier: str, day: str = DAY) -> list[int]:
    """The range of one factor."""
    return ranges(points(facts, day))[identifier]


def test_the_parts_sum_to_what_the_order_is_said_to_hold() -> None:
    """520, 700 and 40 alone; 420, 700 and 180 with a spouse; nothing known is anything between nought and all."""
    alone, couple, nothing = points(SINGLE), points(COUPLE), points({})

    assert [part["max"] for part in alone["parts"]] == [520, 700, 40]
    assert [part["max"] for part in couple["parts"]] == [420, 700, 180]
    assert (alone["max"], couple["max"], nothing["max"]) == (1260, 1300, 1300)
    assert nothing["columns"] == ["alone", "with_spouse"]
    assert nothing["range"] == [0, 1300]
    for told in (alone, couple, nothing):
        assert told["range"][0] == sum(part["range"][0] for part in told["parts"]) or told is nothing


@pytest.mark.parametrize(("born", "alone", "couple"), [
    ("2007-08-11", 0, 0), ("2007-08-10", 110, 90), ("2005-08-11", 110, 90), ("2005-08-10", 120, 100), ("1994-08-11", 120, 100),
    ("1994-08-10", 110, 95), ("1993-08-10", 100, 90), ("1992-08-10", 90, 81), ("1991-08-10", 80, 72), ("1990-08-10", 75, 68),
    ("1989-08-10", 70, 63), ("1988-08-10", 65, 59), ("1987-08-10", 60, 54), ("1986-08-10", 55, 50), ("1985-08-10", 50, 45),
    ("1984-08-10", 40, 36), ("1983-08-10", 30, 27), ("1982-08-10", 20, 18), ("1981-08-10", 10, 9), ("1980-08-10", 0, 0),
])  # fmt: skip
def test_age(born: str, alone: int, couple: int) -> None:
    """Each year of age has its cell, and it changes on the birthday."""
    for facts, expected in ((SINGLE, alone), (COUPLE, couple)):
        assert factor(changed(facts, "applicant", "birth_date", born), "age") == [expected, expected]


@pytest.mark.parametrize(("born", "expected"), [
    ("2009-08-11", 0), ("2009-08-10", 18), ("2005-08-10", 20), ("1994-08-10", 18), ("1993-08-10", 17), ("1992-08-10", 16),
    ("1991-08-10", 15), ("1990-08-10", 14), ("1989-08-10", 12), ("1988-08-10", 10), ("1987-08-10", 8), ("1986-08-10", 7),
    ("1985-08-10", 6), ("1984-08-10", 5), ("1983-08-10", 4), ("1982-08-10", 3), ("1981-08-10", 2), ("1980-08-10", 0),
])  # fmt: skip
def test_age_of_the_spouse(born: str, expected: int) -> None:
    """The spouse's age has a table of its own, from sixteen."""
    assert factor({**COUPLE, "spouse": {**COUPLE["spouse"], "birth_date": born}}, "spouse_age") == [expected, expected]


def test_a_birth_known_to_the_year_gives_a_range() -> None:
    """Born in 1990: 34 or 35 on the day; the table may fall or rise in between."""
    assert factor(changed(SINGLE, "applicant", "birth_date", "1990"), "age") == [75, 80]
    assert factor(changed(SINGLE, "applicant", "birth_date", "2005"), "age") == [110, 120]


@pytest.mark.parametrize(("level", "alone", "couple", "spouse"), [
    (3, 0, 0, 0), (4, 0, 0, 4), (5, 38, 30, 6), (6, 38, 30, 6), (7, 44, 35, 8), (8, 44, 35, 8), (9, 50, 40, 10), (12, 50, 40, 10),
])  # fmt: skip
def test_french_by_level(level: int, alone: int, couple: int, spouse: int) -> None:
    """Four skills, each by its level."""
    result = {"test": "TCF_CANADA", "date": "2025-01-15", **{skill: {"quebec_level": level} for skill in (
        "listening", "speaking", "reading", "writing")}}  # fmt: skip

    assert factor({**SINGLE, "french": [result]}, "french") == [4 * alone] * 2
    assert factor({**COUPLE, "french": [result]}, "french") == [4 * couple] * 2
    assert factor({**COUPLE, "spouse": {**COUPLE["spouse"], "french": [result]}}, "spouse_french") == [4 * spouse] * 2


def test_french_of_one_test_that_is_still_good() -> None:
    """A result of more than two years ago brings nothing; halves of two tests are not put together."""
    def result(date: str, oral: int, written: int) -> Json:
        return {"test": "TEF_CANADA", "date": date, "listening": {"score": oral}, "speaking": {"score": oral},
                "reading": {"score": written}, "writing": {"score": written}}  # fmt: skip

    assert factor({**SINGLE, "french": [result("2023-08-10", 400, 400)]}, "french") == [176, 176]
    assert factor({**SINGLE, "french": [result("2023-08-09", 400, 400)]}, "french") == [0, 0]
    assert factor({**SINGLE, "french": [result("2024-01-01", 400, 299), result("2024-02-01", 299, 400)]}, "french") == [88, 88]
    assert factor({**SINGLE, "french": [result("2024-01-01", 400, 400) | {"writing": None}]}, "french") == [132, 182]
    assert factor({**SINGLE, "complete": []}, "french") == [176, 200]


@pytest.mark.parametrize(("start", "total", "quebec", "main"), [
    ("2024-08-11", 0, 0, 0), ("2024-08-10", 20, 40, 90), ("2023-08-11", 20, 40, 90), ("2023-08-10", 40, 80, 100),
    ("2022-08-10", 50, 120, 110), ("2021-08-11", 50, 120, 110), ("2021-08-10", 70, 160, 120), ("2015-01-01", 70, 160, 120),
])  # fmt: skip
def test_months_of_work(start: str, total: int, quebec: int, main: int) -> None:
    """Each band begins on the day on which its months are full; the diagnosis of the occupation is not known."""
    told = ranges(points({**SINGLE, "work": [{**PERSON["work"][0], "start_date": start}]}))

    assert told["experience"] == [total, total]
    assert told["quebec_experience"] == [quebec, quebec]
    assert told["main_occupation"] == [0, main]


@pytest.mark.parametrize(("start", "expected"), [
    ("2025-02-11", 0), ("2025-02-10", 9), ("2024-08-10", 24), ("2023-08-10", 36), ("2022-08-10", 48), ("2021-08-10", 60)])  # fmt: skip
def test_work_outside_the_metropolitan_community(start: str, expected: int) -> None:
    """For employers established outside of it; whether an employer is may be unknown."""
    job = {**PERSON["work"][0], "start_date": start, "in_cmm": False}

    assert factor({**SINGLE, "work": [job]}, "work_outside") == [expected, expected]
    assert factor({**SINGLE, "work": [{**job, "in_cmm": None}]}, "work_outside") == [0, expected]
    assert factor({**SINGLE, "work": [{**job, "in_cmm": True}]}, "work_outside") == [0, 0]


@pytest.mark.parametrize(("start", "expected"), [("2024-08-10", 15), ("2023-08-10", 30), ("2022-08-10", 35), ("2021-08-10", 50)])
def test_months_of_work_with_a_spouse(start: str, expected: int) -> None:
    """The column of those who come with a spouse is lower."""
    assert factor({**COUPLE, "work": [{**PERSON["work"][0], "start_date": start}]}, "experience") == [expected, expected]


def test_work_elsewhere_and_part_time() -> None:
    """Work abroad counts in all but not in Québec; half the hours are half the time."""
    job = {**PERSON["work"][0], "place": "FR", "start_date": "2022-08-10"}

    assert factor({**SINGLE, "work": [job]}, "experience") == [50, 50]
    assert factor({**SINGLE, "work": [job]}, "quebec_experience") == [0, 0]
    assert factor({**SINGLE, "work": [{**job, "hours_per_week": 15}]}, "experience") == [20, 20]


@pytest.mark.parametrize(("diploma", "alone", "couple", "quebec"), [
    ({"level": "primary"}, [0, 0], [0, 0], [0, 0]),
    ({"level": "secondary"}, [13, 13], [11, 11], [20, 20]),
    ({"level": "vocational", "hours": 599}, [0, 0], [0, 0], [0, 0]),
    ({"level": "vocational", "hours": 600}, [13, 13], [11, 11], [20, 20]),
    ({"level": "vocational", "hours": 899}, [13, 13], [11, 11], [20, 20]),
    ({"level": "vocational", "hours": 900}, [26, 26], [22, 22], [40, 40]),
    ({"level": "vocational"}, [0, 26], [0, 22], [0, 40]),
    ({"level": "college_preuniversity"}, [39, 39], [33, 33], [60, 60]),
    ({"level": "college_attestation", "hours": 900}, [52, 52], [44, 44], [80, 80]),
    ({"level": "college_attestation", "hours": 899}, [0, 0], [0, 0], [0, 0]),
    ({"level": "college_technical"}, [78, 78], [66, 66], [120, 120]),
    ({"level": "university_certificate", "credits": 30}, [78, 78], [66, 66], [120, 120]),
    ({"level": "university_certificate", "credits": 29}, [0, 0], [0, 0], [0, 0]),
    ({"level": "university_certificate", "credits": 60}, [91, 91], [77, 77], [140, 140]),
    ({"level": "bachelor", "credits": 59}, [78, 78], [66, 66], [120, 120]),
    ({"level": "bachelor", "credits": 60}, [91, 91], [77, 77], [140, 140]),
    ({"level": "bachelor", "credits": 90}, [104, 104], [88, 88], [160, 160]),
    ({"level": "bachelor", "credits": 150}, [110, 110], [93, 93], [170, 170]),
    ({"level": "bachelor"}, [78, 110], [66, 93], [120, 170]),
    ({"level": "graduate_diploma"}, [110, 110], [93, 93], [170, 170]),
    ({"level": "master", "credits": 44}, [110, 110], [93, 93], [170, 170]),
    ({"level": "master", "credits": 45}, [110, 117], [93, 99], [170, 180]),
    ({"level": "master", "credits": 60}, [117, 117], [99, 99], [180, 180]),
    ({"level": "doctorate"}, [130, 130], [110, 110], [200, 200]),
])  # fmt: skip
def test_schooling_by_diploma_of_quebec(diploma: Json, alone: list[int], couple: list[int], quebec: list[int]) -> None:
    """The line of the grid that a diploma is on: by its level, and by hours or credits where the level does not tell."""
    study = {"country": "CA-QC", "conferred_on": "2020-06-01", **diploma}

    assert factor({**SINGLE, "education": [study]}, "schooling") == alone
    assert factor({**COUPLE, "education": [study]}, "schooling") == couple
    assert factor({**SINGLE, "education": [study]}, "quebec_diploma") == quebec


@pytest.mark.parametrize(("diploma", "expected"), [
    ({"level": "vocational", "months": 12, "full_time": True}, [26, 26]),
    ({"level": "vocational", "months": 9, "full_time": True}, [0, 26]),
    ({"level": "vocational", "months": 8, "full_time": True}, [0, 13]),
    ({"level": "college_technical", "months": 24, "full_time": True}, [52, 52]),
    ({"level": "college_technical", "months": 36, "full_time": True}, [78, 78]),
    ({"level": "bachelor", "months": 32, "full_time": True}, [91, 104]),
    ({"level": "bachelor", "months": 31, "full_time": True}, [91, 91]),
    ({"level": "bachelor", "months": 60, "full_time": True}, [110, 110]),
    ({"level": "bachelor", "months": 60}, [78, 110]),
    ({"level": "bachelor", "credits": 180}, [78, 110]),
    ({"level": "master", "months": 24, "full_time": True}, [117, 117]),
    ({"level": "master", "months": 19, "full_time": True}, [110, 110]),
])  # fmt: skip
def test_schooling_by_diploma_from_elsewhere(diploma: Json, expected: list[int]) -> None:
    """Abroad months of full-time study tell; a school year may have fewer than twelve. It is no diploma of Québec."""
    study = {"country": "FR", "conferred_on": "2020-06-01", **diploma}

    assert factor({**SINGLE, "education": [study]}, "schooling") == expected
    assert factor({**SINGLE, "education": [study]}, "quebec_diploma") == [0, 0]


@pytest.mark.parametrize(("offers", "expected"), [
    ([], [0, 0]), ([{"accepted": True, "place": "CA-QC", "in_cmm": True}], [0, 30]), ([{"accepted": True, "place": "CA-QC"}], [0, 50]),
    ([{"accepted": True, "place": "FR"}], [0, 0]), ([{"accepted": False, "place": "CA-QC"}], [0, 0]), (None, [0, 50]),
])  # fmt: skip
def test_a_job_offer_is_never_sure_to_be_validated(offers: list[Json] | None, expected: list[int]) -> None:
    """Outside the metropolitan community 50, inside 30, if the ministry validates it."""
    assert factor({**SINGLE, "job_offers": offers}, "job_offer") == expected


@pytest.mark.parametrize(("regulated", "given_by", "expected"), [
    (True, "full", [50, 50]), (True, "partial", [0, 50]), (True, "none", [0, 0]), (True, None, [0, 50]),
    (False, "full", [0, 0]), (None, "full", [0, 50]),
])  # fmt: skip
def test_authorisation_to_practise(regulated: bool | None, given_by: str | None, expected: list[int]) -> None:
    """Only for a regulated main occupation; what a partial one is worth is not known."""
    person = {**PERSON["applicant"], "main_occupation": {"noc_2021": "31301", "regulated": regulated}, "regulator_authorisation": given_by}

    assert factor({**SINGLE, "applicant": person}, "authorisation") == expected


def test_study_in_quebec_without_a_diploma() -> None:
    """Excluded where every study on a complete record is closed by its diploma or elsewhere; else open."""
    assert factor(SINGLE, "study_in_quebec") == [0, 0]
    assert factor(changed(SINGLE, "education", "conferred_on", "2026-06-01"), "study_in_quebec") == [0, 30]
    assert factor({**SINGLE, "complete": []}, "study_in_quebec") == [0, 30]
    assert factor(SINGLE, "study_outside") == [0, 20]
    assert factor(changed(SINGLE, "education", "country", "FR"), "study_outside") == [0, 0]


def test_what_no_fact_tells_stays_open() -> None:
    """Where a person lived, their family, and most of the spouse's record are no facts here."""
    told = ranges(points(COUPLE))

    for identifier, most in (("residence_outside", 40), ("family", 10), ("spouse_experience", 30), ("spouse_schooling", 20),
                             ("spouse_quebec_diploma", 30)):  # fmt: skip
        assert told[identifier] == [0, most]


def test_points_are_information_and_marked_likely() -> None:
    """They stand with the PSTQ alone, bear no verdict, are nowhere called sure, speak both languages and name their sources."""
    answer: Any = rules.evaluate(rules.facts_of({**PERSON, "as_of": DAY})).as_json()
    told = {program["id"]: program for program in answer["programs"]}["pstq"]["points"]

    assert [program["id"] for program in answer["programs"] if "points" in program] == ["pstq"]
    assert not told["sure"] and told["certainty"] == {"fr": "vraisemblable", "en": "likely"}
    assert all(source["url"].startswith("https://") for source in told["sources"])
    for one in [told, *told["parts"], *(each for part in told["parts"] for each in part["factors"])]:
        said = one.get("name", told["note"])
        assert set(said) == {"fr", "en"} and all(said.values())
    for part in told["parts"]:
        for each in part["factors"]:
            assert "verdict" not in each and not each["sure"] and each["certainty"]["fr"] in ("vraisemblable", "incertain")
            assert 0 <= each["range"][0] <= each["range"][1] <= each["max"]


@pytest.mark.skipif(not RESEARCH.is_file(), reason="the research is not at hand")
def test_every_cell_is_the_one_that_was_found() -> None:
    """The table beside the research, cell by cell: French, age, months and schooling."""
    law = law_on(TABLE, parameters(TABLE)["age"][0].start)
    given = cells(RESEARCH.read_text(encoding="utf-8"))

    for label, key in MONTHS.items():
        path, *inner = key.split(".")
        rows = law.value(path)
        for step in inner:
            rows = rows[step]
        assert [dict(rows).get(months, 0) for months in (0, 6, 12, 24, 36, 48)] == given[label], label
    for column, label in (("alone", "No spouse"), ("with_spouse", "With spouse")):
        french = [points for _, points in law.value("french")[column]]
        assert [0, *french, 4 * french[-1]] in (given[label, 1], given[label, 2])
        assert [points for _, points in law.value("age")[column]] in (given[label, 1], given[label, 2])
    assert [points for _, points in law.value("spouse_age")] == given["Spouse's own age"]
    tables = [law.value("schooling")["alone"], law.value("schooling")["with_spouse"], law.value("spouse_schooling"),
              law.value("quebec_diploma"), law.value("spouse_quebec_diploma")]  # fmt: skip
    for label, lines in SCHOOLING.items():
        for line in lines:
            assert [one[line] for one in tables] == given[label], line


def cells(research: str) -> dict[Any, list[int]]:
    """The figures of each row of the notes by its label; where a label comes twice, by its turn too."""
    found: dict[Any, list[int]] = {}
    for row in research.splitlines():
        label, *rest = [cell.strip() for cell in row.strip("| ").split(" | ")]
        figures = [int(number[0]) for cell in rest if (number := re.match(r"\d+", cell))]
        if row.startswith("| ") and figures:
            turn = 1 if (label, 1) not in found else 2
            found |= {label: figures, (label, turn): figures}
    return found


def test_the_grid_is_dated() -> None:
    """It is of 2025-07-02; before that day it is told as not yet in force. Every value has its source and is not called sure."""
    assert points(SINGLE, "2025-07-02")["in_force"]
    assert not points(SINGLE, "2025-07-01")["in_force"]
    assert points(SINGLE, "2025-07-01")["version"] == "2025-07-02"
    for history in parameters(TABLE).values():
        assert all(value.source in table("sources") and value.certainty in ("L", "U") for value in history)
    assert not law_on(TABLE, history[0].start).surely


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([PERSON, SINGLE, COUPLE, MORE]),
    st.lists(st.sampled_from(CHANGES), max_size=3),
    st.lists(st.sampled_from(HIDDEN), min_size=1, max_size=4),
    st.sampled_from(["2024-12-10", "2025-08-10", "2026-03-16"]),
)
def test_knowing_more_only_narrows(base: Json, made: list[Any], hidden: list[tuple[str, str]], day: str) -> None:
    """Filling in a missing fact never moves a range outside of what it was, for any factor, part or the whole."""
    known = base
    for where, key, value in made:
        if known.get(where):
            known = changed(known, where, key, value)
    fewer = copy.deepcopy(known)
    for where, key in hidden:
        if fewer.get(where):
            fewer = changed(fewer, where, key, None)
    more, less = ranges(points(known, day)), ranges(points(fewer, day))

    assert {key: (less[key], more[key]) for key in more if not less[key][0] <= more[key][0] <= more[key][1] <= less[key][1]} == {}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["work", "education", "french", "applicant"]), st.sampled_from(["unreviewed", "disputed"]),
       st.sampled_from([SINGLE, COUPLE, MORE]))  # fmt: skip
def test_confirming_only_narrows(where: str, status: str, base: Json) -> None:
    """What nobody has confirmed leaves room for all that it could be."""
    sure = ranges(points(base))
    facts = copy.deepcopy(base)
    if where == "applicant":
        facts["applicant"]["birth_date"] = {"value": facts["applicant"]["birth_date"], "status": status}
    else:
        facts = changed(facts, where, "status", status)
    doubtful = ranges(points(facts))

    assert all(doubtful[key][0] <= sure[key][0] <= sure[key][1] <= doubtful[key][1] for key in sure)
    assert doubtful != sure


def test_an_unreviewed_job_counts_for_nothing_and_excludes_nothing() -> None:
    """The least is what confirmed jobs give."""
    jobs = [{**PERSON["work"][0], "start_date": "2024-08-10"}, {**ORDERLY_JOB, "status": "unreviewed"}]

    assert factor({**SINGLE, "work": jobs}, "experience") == [20, 70]
