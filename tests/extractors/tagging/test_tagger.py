"""The tagger as it is shipped: its words are the paper's, what it says are probabilities, and it knows an ordinary letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.evidence import Kind
from extractors.tagging.tagger import FIELDS, tag_shipped
from extractors.tagging.tokens import tokens
from tests.extractors.tagging.said import paper

LETTER = ("Atelier Sylvabelle inc.\n120, rue Principale, Rimouski (Québec) G5L 1A1\nLe 14 mars 2024\nÀ qui de droit\n"
          "Nous attestons que Madame Fatou Ndiaye travaille chez nous comme couturière depuis le 7 septembre 2020,\n"
          "à raison de 37,5 heures par semaine, au salaire de 21,50 $ de l'heure.\n"
          "Jean Tremblay\nDirecteur des ressources humaines\n")
TEXTS = st.lists(st.text(st.characters(exclude_categories=("Cc", "Z")), min_size=1, max_size=9), min_size=1, max_size=30)


def test_an_ordinary_letter_is_known() -> None:
    """Each field where a reader would see it."""
    letter = paper(LETTER)
    said = tag_shipped(letter, "employment_letter")
    seen = {field: [letter.words((said.tokens[words[0]].span[0], said.tokens[words[-1]].span[1])) for words in said.values(field)]
            for field in FIELDS}
    assert seen["issued_on"] == ["14 mars 2024"]
    assert seen["position.start_date"] == ["7 septembre 2020,"]
    assert "couturière" in seen["position.title"]
    assert "Fatou Ndiaye" in seen["person.name"]
    assert seen["institution.name"] == seen["conferred_on"] == seen["test.date"] == []


@given(TEXTS, st.sampled_from(("employment_letter", "diploma", "french_test", "other")))
def test_it_speaks_in_probabilities(words: list[str], kind: Kind) -> None:
    """Whatever a paper says: a word bears one field at the most."""
    said = tag_shipped(paper("\n".join(words)), kind)
    for at in range(len(said.tokens)):
        shares = [said.bears(at, field) for field in FIELDS]
        assert min(shares) >= -1e-6
        assert sum(shares) <= 1 + 1e-6


@given(TEXTS)
def test_its_words_are_those_of_the_paper(words: list[str]) -> None:
    """Each once, where it stands, in the order of reading."""
    of = paper(" ".join(words))
    found = tokens(of)
    assert [of.text[slice(*one.span)] for one in found] == of.text.split()
