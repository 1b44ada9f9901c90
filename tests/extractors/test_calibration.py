"""A confidence is a probability that grows with what speaks for a value and falls with what speaks against it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.calibration import AMBIGUOUS, LEAST, MOST, Clue, family, honest
from extractors.calibration_table import WEIGHTS
from extractors.fields.finding import Finding

NAMES = ("person.name", "issued_on", "position.start_date", "listening.score", "reading.cefr", "speaking.nclc", "conferred_on",
         "employer.name", "position.title", "credential.level", "test.date")
CLUES = st.builds(
    Clue,
    st.builds(Finding, st.sampled_from(NAMES), st.just("2021-03-04"), st.just(()),
              st.sampled_from(("label", "phrase", "layout", "inferred")), st.integers(0, 4), st.booleans()),
    st.booleans(), st.floats(0.3, 1.0), st.sampled_from(("not asked", "silent", "agreed", "differed")))


@given(CLUES)
def test_a_probability_is_never_certainty(clue: Clue) -> None:
    """Whatever the signs, something is left to doubt, and something to hope for."""
    assert 0 < honest(LEAST) <= clue.probability <= honest(MOST) < 1


@given(CLUES)
def test_a_doubt_lowers_a_value(clue: Clue) -> None:
    """A reason for mistrust more, and a value counts less, or as little as can be."""
    doubted = replace(clue, finding=clue.finding.doubted())
    assert doubted.probability < clue.probability or clue.probability == honest(LEAST) or doubted.probability == honest(MOST)


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_a_probability_is_worth_keeps_its_order(one: float, other: float) -> None:
    """Nothing becomes surer than what was surer, and what is given surely stays so."""
    low, high = sorted((one, other))
    assert honest(low) <= honest(high)
    assert (honest(one) >= 0.95) == (one >= 0.95)


@given(CLUES)
def test_what_is_said_twice_is_surer(clue: Clue) -> None:
    """A second place of the paper with the same value speaks for it."""
    once, twice = (replace(clue, finding=replace(clue.finding, agreed=agreed)).probability for agreed in (False, True))
    assert twice >= once


@given(CLUES)
def test_a_second_reader_decides(clue: Clue) -> None:
    """Of a value read optically: agreement is worth more than silence, and silence more than another reading."""
    differed, silent, agreed = (replace(clue, optical=True, again=again).probability for again in ("differed", "silent", "agreed"))
    assert differed <= silent <= agreed


@given(CLUES, st.floats(0.3, 1.0))
def test_badly_read_words_are_never_surer(clue: Clue, other: float) -> None:
    """The less sure the reader was of the worst word, the less a value counts."""
    worse, better = sorted((clue.score, other))
    assert replace(clue, score=worse).probability <= replace(clue, score=better).probability


@given(CLUES)
def test_two_readings_of_the_same_words_are_never_sure(clue: Clue) -> None:
    """What the words themselves leave open, a person decides."""
    assert replace(clue, finding=replace(clue.finding, others=("2021-04-03",))).probability <= AMBIGUOUS
    assert replace(clue, tagger="differed").probability <= AMBIGUOUS
    assert replace(clue, finding=clue.finding.doubted()).probability < 0.95


@pytest.mark.parametrize("name", NAMES)
def test_every_field_that_decides_has_its_own_weight(name: str) -> None:
    """No deciding field is judged by the others' figures alone."""
    assert family(name) in WEIGHTS


@given(CLUES)
def test_the_tagger_speaks_for_and_against(clue: Clue) -> None:
    """The better its opinion, the surer a value; none at all is no worse than being unsure."""
    order = ("differed", "doubted", "unsure", "none", "agreed")
    told = [replace(clue, tagger=said).probability for said in order]
    assert told == sorted(told)


@given(CLUES)
def test_the_tagger_makes_up_for_no_other_doubt(clue: Clue) -> None:
    """It knows whose words they are, not whether they were read well: what is doubted, or badly read, stays out of what is sure."""
    doubtful = replace(clue, finding=clue.finding.doubted(), optical=True, score=0.8, tagger="agreed")
    assert doubtful.probability < 0.95


@pytest.mark.parametrize("name", ["position.hours_per_week", "position.full_time", "position.salary", "position.start_date"])
def test_a_single_doubt_takes_a_value_out_of_what_is_sure(name: str) -> None:
    """And a second one takes more from it."""
    found = Finding(name, 40, ((0, 2),), "phrase")
    plain, once, twice = (Clue(found.doubted(doubts), optical=False).probability for doubts in range(3))
    assert twice < once < 0.95 <= plain
