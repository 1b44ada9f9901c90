"""People, days and the verdicts that the law gives them: our own scenarios, and the shared ones where they are at hand."""

from __future__ import annotations

import dataclasses

import pytest

from tests.rules.book import SHARED, Scenario, load, misses


@pytest.mark.parametrize("scenario", [pytest.param(one, id=one.id) for one in load()])
def test_own_scenario(scenario: Scenario) -> None:
    """The verdicts that the law gives to this person on this day."""
    wrong = misses(scenario)

    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared scenarios are not at hand")
def test_shared_scenarios() -> None:
    """All that the shared scenarios expect."""
    wrong = [miss for one in load(SHARED) for miss in misses(one)]

    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


def test_names_are_unique_and_many() -> None:
    """At least four hundred scenarios of our own, each with its own name in its file."""
    names = [one.id for one in load()]

    assert len(names) >= 400
    assert len(names) == len(set(names))


def test_a_scenario_that_fails_says_so_in_french_with_its_article() -> None:
    """Program, stream, condition, article, what was expected and found, and the reason: no knowledge of the code is needed."""
    right = next(one for one in load() if one.id == "orderlies: the day before the 24 months")
    wanted = {"pilot_orderlies": {"streams": {"work": {"conditions": {"work_experience": "met"}}}}}

    told = (
        "orderlies: the day before the 24 months, au 2024-09-09 : Programme pilote d'immigration permanente des préposés aux "
        "bénéficiaires, Volet travail, condition « Expérience de travail » (RLRQ, c. I-0.2.1, r. 7, volet travail (24 mois)) : attendu "
        "« rempli », obtenu « non rempli ». Motif : 23 mois 30 jours admissibles selon les documents ; il en faut 24 mois dans les 36 mois "
        "avant le dépôt (du 2021-09-09 au 2024-09-08)."
    )

    assert misses(dataclasses.replace(right, expect=wanted)) == [told]
