"""What the tagger is taught: each word of a paper with the field that it truly bears."""

from __future__ import annotations

from typing import Any

from bench.extraction.lessons import true_tags
from extractors.paper import read_paper
from extractors.tagging.tokens import tokens
from tests.extractors.paper import pages


def taught(text: str, *fields: dict[str, Any]) -> list[tuple[str, str]]:
    """The words that bear anything, with their tags."""
    paper = read_paper(pages(text))
    words = tokens(paper)
    for field in fields:
        if "at" in field:
            start = paper.text.index(field.pop("at"))
            quote = paper.quote((start, start + 1))
            field |= {"page": quote.page, "box": quote.boxes[0].as_json()}
    return [(word.printed, tag) for word, tag in zip(words, true_tags(paper, words, fields), strict=True) if tag != "-"]


def test_a_value_is_taught_where_its_box_is() -> None:
    """Not where the same words say something else before."""
    assert taught("Poste : 3 mai\nNote 17 et note 17", {"name": "reference", "value": "17", "at": "17 et"}) == [("17", "B reference")]


def test_words_that_nothing_else_can_be_are_taught_everywhere() -> None:
    """A name that is said again; without the civility before it, in another order not at all."""
    text = "Madame Awa Sarr est employée.\nMme Awa Sarr est ponctuelle."
    assert taught(text, {"name": "person.name", "value": "Madame Awa Sarr", "at": "Madame"}, {"name": "person.name", "value": "Awa Sarr"}) \
        == [("Awa", "B person.name"), ("Sarr", "I person.name")] * 2


def test_the_rest_of_a_name_is_taught_where_it_stands() -> None:
    """The first name in the cell below the surname that the truth's box is on."""
    text = "Nom            SARR\nPrénom         Awa Coumba"
    assert taught(text, {"name": "person.name", "value": "SARR Awa Coumba", "at": "SARR"}) == [
        ("SARR", "B person.name"), ("Awa", "B person.name"), ("Coumba", "I person.name")]


def test_what_the_tagger_does_not_know_is_not_taught() -> None:
    """Levels are concluded, and duties are no words that stand together."""
    fields = {"name": "position.duties", "value": ["souder"]}, {"name": "credential.level", "value": "master"}
    assert taught("Tâches : souder", *fields) == []
