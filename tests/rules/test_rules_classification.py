"""The classification as the rules have it: the same unit groups, and the same succession, as those that titles are read by."""

from __future__ import annotations

from collections import defaultdict

from extractors.occupations.tables.reference import load_reference
from rules.classification import is_unit_group
from rules.conditions.occupations import skill_level
from rules.parameters import table


def test_the_rules_and_the_reader_of_titles_have_one_concordance() -> None:
    """Every group of 2016 with those that it went to, in both tables alike."""
    successors = defaultdict(set, {old: set(new) for old, new in table("noc")["successors"].items()})

    assert successors == {old: set(new) for old, new in load_reference().children.items()}


def test_the_unit_groups_are_those_of_both_editions() -> None:
    """516 of 2021 and 500 of 2016; a code that only looks like one is none."""
    reference = load_reference()

    assert len(reference.units) == 516
    assert len(reference.units_2016) == 500
    assert all(is_unit_group(code) for code in (*reference.units, *reference.units_2016))
    assert not any(is_unit_group(code) for code in ("21999", "27000", "9999", "", "213"))


def test_a_code_tells_its_level() -> None:
    """Levels 0, A to D of 2016 and TEER 0 to 5 of 2021, as the official structure has them: a nurse (3012) is of level A."""
    reference = load_reference()
    levels = {code: unit.level for code, unit in (*reference.units.items(), *reference.units_2016.items())}

    assert {code: skill_level(code) for code in levels} == levels
    assert (skill_level("3012"), skill_level("4011"), skill_level("0213")) == ("A", "A", "0")
