"""One unit more or less in any figure of the law is noticed by a scenario (bars 5 and 8), but for those that decide nothing."""

from __future__ import annotations

import pytest

import rules
from rules.parameters import table
from tests.rules.perturbing import changes_of, french_survivors, survivors

NEVER_ASKED = "what rests on it is not asked in these years"
EITHER_WAY = "what is sure from that figure on is excluded below it"
SAME_CODES = "both rows hold the same codes; they differ in what the edition in force never asks"
TWELVE_FIRST = "twelve months at the same levels decide before eighteen do"
EARLIER_CLAUSE = "on that day the clause sends back to the text of the same day"
ASKED_BEFORE = "what comes before it in the text decides already"
EXPLAINED: dict[str, str] = {
    # A scale, or a word, that is decided before the figure is reached.
    r"pilot_(food_processing|orderlies)\.one_year\[0\] value.credits.1 -> 31": EITHER_WAY,
    r"pstq\.one_year\[0\] value\.(hours|credits)\.1 -> (901|31)": EITHER_WAY,
    r".*\.one_year\[0\] value.longer_by_nature -> .*'primary'\]": "primary school is refused by its level",
    r"pilot_orderlies\.one_year\[0\] value.longer_by_nature -> .*'secondary'\]": "secondary school is refused by its level",
    r"pstq\.professional_nature\[0\] value.no\w* -> .*'(vocational\w*|college_(attestation|technical)|primary)'\]": ASKED_BEFORE,
    r"pilot_ai_it_vfx\.it_levels\[0\] value -> .*'university_certificate'\]": ASKED_BEFORE,
    r"pilot_ai_it_vfx\.it_(occupations|relevant)\[1\] value.noc_2016.[23] -> 'not (2171|2173)'": ASKED_BEFORE,
    r"pilot_ai_it_vfx\.it_(occupations|relevant)\[1\] from": SAME_CODES,
    r"(pilot_ai_it_vfx\.it|peq\.(cutoff|diploma))_within_months\[\d\] readings.0 -> (1201|1199)": "a hundred years stand for none",
    r"french\..* -> 13": "the scale ends at 12",
    # PEQ: parameters outside the years in which anything rests on them.
    r"peq\.lower_(months|levels)\[1\]": NEVER_ASKED,
    r"peq\.cutoff_(day|within_months)\[0\]": NEVER_ASKED,
    r"peq\.schooling_years\[1\]": NEVER_ASKED,
    r"peq\.graduate_(work_(after|months|within_months|levels)|internship_months)\[1\]": NEVER_ASKED,
    r"peq\.vocational_work_(months|levels|within_months)\[1\]": NEVER_ASKED,
    r"peq\.spouse_level\[1\] from -> datetime.date\(2019, 11, 15\)": "from 2019-11-14 no level of the spouse is asked",
    # PEQ: November 2019. Eighteen months at any level are never reached where twelve at the same levels are not.
    r"peq\.months_for_lower_asked\[(0|3)\] value": TWELVE_FIRST,
    r"peq\.months_for_lower_asked\[1\] from -> datetime.date\(2019, 10, 31\)": TWELVE_FIRST,
    r"peq\.months_for_lower_asked\[2\] from -> datetime.date\(2019, 11, 15\)": TWELVE_FIRST,
    # PEQ: the clauses of 2020.
    r"peq\.earlier_text\[\d\] value -> datetime.date\(2020, 7, 20\)": "the text of 2020-07-20 is that of 2020-07-21",
    r"peq\.(worker|graduate)_clause\[1\] from -> datetime.date\(2020, 7, 21\)": EARLIER_CLAUSE,
    r"peq\.graduate_clause\[3\] value": "in 2026 no diploma of before 2021 is recent enough",
    r"peq\.graduate_clause_before\[1\]": "in 2026 no diploma of before 2021 is recent enough",
    r"peq\.(program_in_french_proves|graduate_work_asked)\[1\] from -> datetime.date\(2020, 7, 23\)": "every diploma of 2020 is under it",
}


@pytest.mark.parametrize("program", rules.PROGRAMS)
def test_every_figure_of_a_program_is_held_by_a_scenario(program: str) -> None:
    """A month, a day, a dollar, a level, a code or a date moved by one breaks a scenario."""
    assert [str(change) for change in survivors(program, EXPLAINED)] == []


def test_every_figure_of_the_french_table_is_held_by_a_scenario() -> None:
    """So does a point of a score, or a level of a band."""
    assert [str(change) for change in french_survivors(EXPLAINED)] == []


@pytest.mark.parametrize("program", rules.PROGRAMS)
def test_the_gate_looks_at_every_parameter(program: str) -> None:
    """No parameter is without a change to try, but for empty lists."""
    tried = {(change.key, change.row) for change in changes_of(program)}
    values = {(key, row): one["value"] for key, rows in table(program)["parameters"].items() for row, one in enumerate(rows)}

    assert values.keys() - tried <= {place for place, value in values.items() if not any(_filled(value))}


def _filled(value: object) -> list[object]:
    if isinstance(value, dict):
        return [item for part in value.values() for item in _filled(part)]
    return list(value) if isinstance(value, list) else [True]


def test_a_change_is_undone() -> None:
    """What the gate changes it puts back: the tables are as they were."""
    before = str(table("pilot_orderlies"))

    assert survivors("pilot_orderlies", [r"(?!pilot_orderlies\.age_years)"]) == []
    assert str(table("pilot_orderlies")) == before
