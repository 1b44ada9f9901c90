"""Lessons told in other words: their tags stay true."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bench.extraction.lessons import Lesson, true_tags, values
from bench.extraction.network.variety import pools, varied
from extractors.paper import read_paper
from extractors.tagging.tokens import tokens
from tests.extractors.paper import pages

LETTERS = (
    ("Atelier Nord inc.\nLe 14 mars 2024\nMadame Awa Sarr travaille ici comme couturière.\nMerci de votre attention.",
     {"employer.name": "Atelier Nord inc.", "issued_on": "14 mars 2024", "person.name": "Awa Sarr", "position.title": "couturière"}),
    ("Scierie Roy\nPoste          mécanicien de chantier\nEmployé        JEAN KOUASSI\nDossier        88-20417",
     {"employer.name": "Scierie Roy", "person.name": "JEAN KOUASSI", "position.title": "mécanicien de chantier", "reference": "88-20417"}),
)


def lesson(text: str, told: dict[str, str]) -> Lesson:
    paper = read_paper(pages(text))
    words = tokens(paper)
    truth = [{"name": name, "value": value} for name, value in told.items()]
    return Lesson(text, "employment_letter", words, true_tags(paper, words, truth))


LESSONS = [lesson(*letter) for letter in LETTERS]


@given(st.sampled_from(LESSONS), st.integers())
def test_each_value_is_still_there(taught: Lesson, seed: int) -> None:
    """As many of each field, whatever words they have now; tags in a row make sense, and each word has one."""
    other = varied(taught, pools(LESSONS), Random(seed))
    assert sorted(field for field, _ in values(other.tags)) == sorted(field for field, _ in values(taught.tags))
    assert len(other.words) == len(other.tags)
    assert all(not tag.startswith("I ") or before[2:] == tag[2:] for before, tag in pairwise(("-", *other.tags)))


@given(st.sampled_from(LESSONS), st.integers())
def test_rows_stay_rows(taught: Lesson, seed: int) -> None:
    """They may be joined or left out, but never change places."""
    rows = [word.row for word in varied(taught, pools(LESSONS), Random(seed)).words]
    assert rows == sorted(rows)


def test_values_change_places_with_their_like() -> None:
    """Over many turns a name is found in the other's letter, in its case, and no name where a firm stood."""
    turns = [varied(LESSONS[1], pools(LESSONS), Random(seed)) for seed in range(60)]
    names = {tuple(turn.words[at].printed for at in words)
             for turn in turns for field, words in values(turn.tags) if field == "person.name"}
    assert ("AWA", "SARR") in names
    assert not any("NORD" in word.upper() for name in names for word in name)


def test_chance_is_the_callers() -> None:
    """The same chance gives the same lesson."""
    assert varied(LESSONS[0], pools(LESSONS), Random(7)) == varied(LESSONS[0], pools(LESSONS), Random(7))
