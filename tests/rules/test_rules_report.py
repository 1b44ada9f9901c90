"""The page of the rules for consultants (`make rules-report`): nothing left out, French first, failures on top."""

from __future__ import annotations

import dataclasses

import pytest
from markupsafe import escape

import rules
from bench.rules import report
from rules import programs
from rules.parameters import table
from tests.rules import book


def test_the_page_tells_every_condition_and_parameter_with_its_scenarios() -> None:
    """Titles, citations, values with their days, sources and certainty; every scenario of a condition; and it holds no English alone."""
    page = report.page()

    assert page.startswith('<!doctype html>\n<html lang="fr">') and "Tous les scénarios tiennent." in page
    for program in rules.PROGRAMS:
        assert _escaped(table(program)["name"]["fr"]) in page
        for stream in programs.ALL[program].streams:
            for condition in stream.conditions:
                assert _escaped(condition.citation.text) in page
    assert not [label for label in report.labels()["parameters"].values() if _escaped(label) not in page]
    assert not [one.id for one in book.load() if "conditions" in str(one.expect) and _escaped(one.name) not in page]


def test_every_parameter_has_a_name_and_no_name_is_left_over() -> None:
    """A consultant reads « Âge minimal (ans) », not age_years."""
    assert set(report.labels()["parameters"]) == {key for program in rules.PROGRAMS for key in table(program)["parameters"]}


def test_a_scenario_that_fails_stands_on_top_with_its_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the French sentence that names program, condition, article, what was expected and what was found."""
    right = next(one for one in book.load() if one.id == "orderlies: the day before the 24 months")
    wrong = dataclasses.replace(right, expect={"pilot_orderlies": {"streams": {"work": {"conditions": {"age": "not_met"}}}}})
    monkeypatch.setattr(report, "load", lambda: (wrong,))

    page = report.page()

    assert "1 scénario ne tient pas" in page and "Tous les scénarios tiennent" not in page
    assert "condition « Âge » (RLRQ, c. I-0.2.1, r. 7 (18 ans)) : attendu « non rempli », obtenu « rempli »" in page


def _escaped(text: str) -> str:
    return str(escape(text))
