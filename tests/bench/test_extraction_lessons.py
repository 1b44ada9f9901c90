"""What the tagger is taught: each word of a paper with the field that it truly bears."""

from __future__ import annotations

import re
from typing import Any

from bench.extraction.lessons import UNTOLD, true_tags
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


def test_a_value_is_taught_wherever_it_is_marked() -> None:
    """Both places of a day that begins a job and dates the letter: each bears its own field."""
    paper = read_paper(pages("Fonction exercée du 4 mai 2020 au 8 mai 2021\nFait le 8 mai 2021"))
    words = tokens(paper)

    def place(number: int) -> dict[str, Any]:
        start = [match.start() for match in re.finditer("8 mai 2021", paper.text)][number]
        quote = paper.quote((start, start + 10))
        return {"page": quote.page, "box": quote.boxes[0].as_json(), "text": "8 mai 2021"}
    fields = [{"name": name, "value": "2021-05-08", "marked": [place(number)]}
              for number, name in enumerate(("position.end_date", "issued_on"))]
    tags = true_tags(paper, words, fields)
    assert [tag for tag in tags if tag.startswith("B ")] == ["B position.end_date", "B issued_on"]


def test_a_day_that_stands_elsewhere_too_is_not_judged_there() -> None:
    """It may say when the job began there as well, in another form."""
    told = taught("Début : 4 mai 2020\nPériode : 04/05/2020 au 08/05/2021",
                  {"name": "position.start_date", "value": "2020-05-04", "text": "4 mai 2020", "at": "4 mai"})
    assert told == [("4", "B position.start_date"), ("mai", "I position.start_date"), ("2020", "I position.start_date"),
                    ("04/05/2020", UNTOLD)]


def test_each_task_is_taught() -> None:
    """Where it stands as printed, and only such."""
    assert taught("Tâches : souder des tuyaux ; meuler", {"name": "position.duties", "value": ["souder des tuyaux", "polir"]}) == [
        ("souder", "B position.duties"), ("des", "I position.duties"), ("tuyaux", "I position.duties")]


def test_what_the_tagger_does_not_know_is_not_taught() -> None:
    """Levels are concluded from other words."""
    assert taught("Maîtrise : master", {"name": "credential.level", "value": "master"}) == []
