"""The network behind the tagger: what it says of words are shares of a whole, however long the paper; tags in a row make sense."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from extractors.tagging.network import SHARED, WINDOW, shipped, windows
from extractors.tagging.tagger import OUTSIDE, likeliest, tag_shipped
from extractors.tagging.tokens import tokens
from tests.extractors.tagging.said import paper

LABELS = (OUTSIDE, "B name", "B title", "I name", "I title")


@given(st.integers(1, 5 * WINDOW))
def test_windows_cover_a_paper(length: int) -> None:
    """From its first piece to its last, none longer than the network reads, each beginning inside of the one before."""
    cut = list(windows(length))
    assert (cut[0][0], cut[-1][1]) == (0, length)
    assert all(end - start <= WINDOW for start, end in cut)
    assert all(following[0] == before[1] - SHARED for before, following in pairwise(cut))


def test_a_paper_of_several_windows() -> None:
    """Each word has shares of a whole, and a name at the end is seen as one at the head is."""
    sentence = "Nous attestons que Madame Fatou Ndiaye travaille chez nous comme couturière depuis le 7 septembre 2020.\n"
    long = paper(sentence + "La présente ne dit rien de plus à ce sujet.\n" * 90 + sentence)
    words = tokens(long)
    told = shipped().probabilities(words, "employment_letter")
    assert told.shape == (len(words), len(shipped().labels))
    assert np.allclose(told.sum(axis=1), 1, atol=1e-4)
    said = tag_shipped(long, "employment_letter")
    assert [said.tokens[at].printed for words in said.values("person.name") for at in words] == ["Fatou", "Ndiaye"] * 2


@given(arrays.arrays(np.float32, st.tuples(st.integers(1, 12), st.just(len(LABELS))), elements=st.floats(0, 1, width=32)))
def test_tags_in_a_row_make_sense(told: np.ndarray) -> None:
    """Whatever the shares: none goes on with a field that the word before does not bear."""
    found = likeliest(LABELS, told)
    assert len(found) == len(told)
    assert all(not tag.startswith("I ") or before[2:] == tag[2:] for before, tag in pairwise((OUTSIDE, *found)))


def test_the_likeliest_tag_wins_where_it_can() -> None:
    """A row whose likeliest tags make sense is told as it is."""
    sure = np.full((4, len(LABELS)), 0.01, np.float32)
    for at, tag in enumerate(("B name", "I name", OUTSIDE, "B title")):
        sure[at, LABELS.index(tag)] = 0.96
    assert likeliest(LABELS, sure) == ["B name", "I name", OUTSIDE, "B title"]
