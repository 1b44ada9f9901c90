"""From results to levels of the Échelle québécoise (table of 2024-11-29)."""

from __future__ import annotations

import datetime as dt

import pytest

import rules
from rules.conditions.french import by_teer
from rules.conditions.french_levels import Span, level_of
from rules.core.case import Case
from rules.core.finding import Citation
from rules.core.law import law_on
from rules.facts import French
from tests.rules.people import TEST, Json, condition, orderly

AFTER, BEFORE = dt.date(2024, 9, 10), dt.date(2023, 12, 31)


def level(test: str, skill: str, on: dt.date = AFTER, **result: object) -> Span:
    """The level of one skill of one test."""
    whole = {"cefr": result.pop("diploma")} if "diploma" in result else {}
    return level_of(French.model_validate({"test": test, "date": "2023-06-01", skill: result, **whole}), skill, on)


@pytest.mark.parametrize("test", ["TEF", "TEF_CANADA", "TEFAQ"])
@pytest.mark.parametrize(
    ("score", "least", "most"),
    [(99, 0, 0), (100, 1, 2), (199, 1, 2), (200, 3, 3), (259, 3, 3), (260, 4, 4), (299, 4, 4), (300, 5, 6), (399, 5, 6), (400, 7, 8),
     (499, 7, 8), (500, 9, 10), (599, 9, 10), (600, 11, 12), (699, 11, 12)],
)  # fmt: skip
def test_tef_bands(test: str, score: int, least: int, most: int) -> None:
    """Every band of the TEF family, at both its ends."""
    assert level(test, "speaking", score=score) == Span(least, most)


@pytest.mark.parametrize(
    ("score", "least", "most"),
    [(0, 0, 0), (1, 1, 2), (2, 3, 3), (3, 3, 3), (4, 4, 4), (5, 4, 4), (6, 5, 6), (9, 5, 6), (10, 7, 8), (13, 7, 8), (14, 9, 10),
     (18, 11, 12)],
)  # fmt: skip
def test_tcf_expression_bands(score: int, least: int, most: int) -> None:
    """The expressions of the TCF are marked out of 20, and 10 is level 7."""
    assert level("TCF_CANADA", "speaking", score=score) == Span(least, most)


@pytest.mark.parametrize(("score", "least", "most"), [(100, 0, 0), (101, 1, 2), (399, 5, 6), (400, 7, 8), (699, 11, 12)])
def test_tcf_listening_bands(score: int, least: int, most: int) -> None:
    """Listening of the TCF is marked out of 699."""
    assert level("TCF", "listening", score=score) == Span(least, most)


@pytest.mark.parametrize(
    ("cefr", "span"), [("<A1", (0, 0)), ("A1", (1, 2)), ("A2", (3, 4)), ("B1", (5, 6)), ("B2", (7, 8)), ("C2", (11, 12))]
)
def test_cefr_is_a_band(cefr: str, span: tuple[int, int]) -> None:
    """A level of the CEFR covers two of the twelve."""
    assert level("TCF", "listening", cefr=cefr) == Span(*span)


def test_nclc_is_never_converted() -> None:
    """A federal level says nothing of the Québec one; the score is asked for."""
    assert level("TEF_CANADA", "listening", nclc=10) == Span()


@pytest.mark.parametrize(
    ("diploma", "score", "on", "span"),
    [
        ("B2", 12.5, AFTER, (7, 8)),
        ("B2", 12.4, AFTER, (0, 0)),
        ("B2", 15.5, BEFORE, (0, 0)),
        ("B2", 16, BEFORE, (7, 8)),
        ("B1", 25, AFTER, (5, 6)),
        ("A2", 20, AFTER, (3, 4, True)),
    ],
)
def test_delf_proves_its_level_from_its_floor(diploma: str, score: float, on: dt.date, span: tuple[int, ...]) -> None:
    """A skill of a DELF counts from 12.5 of 25 (B2 before 2024: 16), and below proves no level. Which of two an A2 proves, no text says."""
    assert level("DELF", "listening", on, diploma=diploma, score=score) == Span(*span)


def test_tef_of_the_old_scale_is_not_read_on_the_new() -> None:
    """Before October 2019 the TEF had other scales, so its scores prove nothing here, and no fact could tell more."""
    old = French.model_validate({"test": "TEF", "date": "2019-09-30", "listening": {"score": 300}})

    assert level_of(old, "listening", AFTER) == Span(by_law=True)


def test_what_two_figures_allow_is_narrowed() -> None:
    """B2 and a score of 420 agree on 7 to 8; contradictory ones are a matter for review."""
    assert level("TEF", "listening", cefr="B2", score=420) == Span(7, 8)
    contradictory = {**TEST, "listening": {"score": 420, "quebec_level": 4}}
    found = condition(orderly(french=[contradictory]), "french_oral")
    assert (found["verdict"], found["causes"]) == ("unknown", ["review"])


def test_proof_that_is_no_test_is_not_sure() -> None:
    """For the pilots the other proofs are only likely, and the citation says so."""
    by_test, by_school = (
        condition(orderly(french=[proof]), "french_oral")
        for proof in (TEST, {"proof": "schooling_in_french", "years_full_time": 3, "level": "secondary"})
    )

    assert (by_test["verdict"], by_test["citation"]["sure"]) == ("met", True)
    assert (by_school["verdict"], by_school["citation"]["sure"]) == ("met", False)


@pytest.mark.parametrize(("listening", "told"), [({"quebec_level": 7}, "niveau 7 "), ({"cefr": "B2"}, "niveau 7-8 "), (None, "niveau ? ")])
def test_a_level_is_told_as_one_as_two_or_as_not_known(listening: Json | None, told: str) -> None:
    """One level by its number, the two that a CEFR level covers by both, and a question mark where all are possible."""
    found = condition(orderly(french=[{**TEST, "listening": listening, "speaking": {"score": 9}}]), "french_oral")

    assert f"compréhension orale au {told}" in found["reason"]["fr"]


def test_levels_that_contradict_each_other_are_told_as_not_known() -> None:
    """Where two figures allow no level together, none is told."""
    found = condition(orderly(french=[{**TEST, "listening": {"score": 420, "quebec_level": 4}}]), "french_oral")

    assert "compréhension orale au niveau ?," in found["reason"]["fr"]


@pytest.mark.parametrize(("identifier", "skills"), [("french_oral", ["listening", "speaking"]), ("french_written", ["reading", "writing"])])
def test_the_level_of_a_teer_is_asked_of_the_skills_named(identifier: str, skills: list[str]) -> None:
    """Oral French is listening and speaking, written French reading and writing, also where the TEER decides the level."""
    facts = rules.facts_of({"applicant": {"main_occupation": {"noc_2021": "31301"}}, "french": [TEST]})
    asked = by_teer(identifier, Citation("a. 32.11", "https://example.org"), "regulated_oral")

    found = asked.judge(Case(facts, AFTER, law_on("pstq", AFTER))).found or {}

    assert [key for key in found if key not in ("proof", "date")] == skills


def _asked(french: list[Json]) -> list[str]:
    """What is asked for oral French at level 4, of a spouse."""
    found = condition({"as_of": "2025-07-02", "spouse": {"accompanying": True, "french": french}}, "spouse_french_oral", "pstq")
    return [need["fact"].removeprefix("spouse.french[0].") for need in found["needs"]]


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"cefr": "A2"}, []),  # 3 or 4: the table leaves it open, no paper can tell
        ({"cefr": "A2", "speaking": None}, ["speaking"]),
        ({}, ["cefr"]),  # which diploma: the scores are on file
        ({"cefr": "A2", "date": None}, ["date"]),
        ({"test": "TCF_CANADA", "listening": {"cefr": "A2"}, "speaking": {"score": 4}}, ["listening"]),
    ],
)
def test_what_is_on_file_is_not_asked_again(given: Json, asked: list[str]) -> None:
    """A score that is on file is not what is missing."""
    delf = {"test": "DELF", "date": "2025-05-05", "listening": {"score": 20}, "speaking": {"score": 20}}

    assert _asked([delf | given]) == asked
